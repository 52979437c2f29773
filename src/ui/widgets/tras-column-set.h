/* tras-column-set.h: the columns of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-column-order.h"
#include "tras-column.h"

G_BEGIN_DECLS

#define TRAS_TYPE_COLUMN_SET (tras_column_set_get_type ())

G_DECLARE_FINAL_TYPE (TrasColumnSet, tras_column_set, TRAS, COLUMN_SET, GObject)

TrasColumnSet   *tras_column_set_new            (void);
void             tras_column_set_append         (TrasColumnSet   *self,
                                                 TrasColumn      *column);
TrasColumn      *tras_column_set_find           (TrasColumnSet   *self,
                                                 const char      *field);
TrasColumnOrder *tras_column_set_fill           (TrasColumnSet   *self,
                                                 GtkColumnView   *view,
                                                 TrasStore       *store,
                                                 const TrasTable *table);
void             tras_column_set_clear          (TrasColumnSet   *self);
void             tras_column_set_show_for_width (TrasColumnSet   *self,
                                                 int              width);

G_END_DECLS
