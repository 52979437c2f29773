/* tras-trend-words.h: the trend chart for those who do not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-trend-layout.h"

G_BEGIN_DECLS

char *tras_trend_words_describe       (const TrasTrendView *view);
char *tras_trend_words_describe_point (const TrasTrendView *view,
                                       gsize                index);
char *tras_trend_words_dup_value      (const TrasTrendView *view,
                                       gsize                index);

G_END_DECLS
