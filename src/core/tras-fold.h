/* tras-fold.h: names made ready for order and search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tras_fold_key    (const char *text);
char *tras_fold_search (const char *text);

G_END_DECLS
