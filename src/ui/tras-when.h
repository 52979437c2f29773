/* tras-when.h: moments in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tras_when_dup_words (gint64 at,
                           gint64 now);

G_END_DECLS
