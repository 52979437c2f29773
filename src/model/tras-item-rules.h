/* tras-item-rules.h: what no item may have that another one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-item.h"

G_BEGIN_DECLS

gboolean tras_item_check       (TrasItem    *self,
                                TrasItem    *before,
                                TrasDb      *db,
                                const char **field,
                                GError     **error);
gboolean tras_item_rules_check (TrasEdit    *edit,
                                TrasDb      *db,
                                GError     **error);

G_END_DECLS
