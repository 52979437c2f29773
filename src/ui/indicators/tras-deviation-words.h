/* tras-deviation-words.h: what the window says of deviations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-deviation.h"

G_BEGIN_DECLS

char       *tras_deviation_words_dup_next  (TrasDeviation *deviation,
                                            TrasDay        today);
const char *tras_deviation_words_get_icon  (TrasDeviation *deviation,
                                            TrasDay        today);
const char *tras_deviation_words_get_class (TrasDeviation *deviation,
                                            TrasDay        today);
const char *tras_deviation_words_get_title (TrasDeviation *deviation,
                                            const char    *field);

G_END_DECLS
