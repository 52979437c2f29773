/* tras-few.h: figures of few people, which nobody may tell apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many people or more have a figure of their own. */
#define TRAS_FEW_LEAST 5

gboolean tras_few_hide       (const guint *heads,
                              guint        n,
                              gboolean    *hidden);
gboolean tras_few_hide_below (const guint *heads,
                              guint        n,
                              guint        least,
                              gboolean    *hidden);

G_END_DECLS
