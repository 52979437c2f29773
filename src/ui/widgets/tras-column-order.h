/* tras-column-order.h: by which column a table is sorted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_COLUMN_ORDER (tras_column_order_get_type ())

/**
 * TrasColumnOrder:
 *
 * Lets the headers of a column view and a menu choose the order, and tells which was chosen. The
 * view itself sorts nothing: whoever listens asks for the rows in that order.
 */
G_DECLARE_FINAL_TYPE (TrasColumnOrder, tras_column_order, TRAS, COLUMN_ORDER, GObject)

TrasColumnOrder *tras_column_order_new         (GtkColumnView        *view);
void             tras_column_order_add         (TrasColumnOrder      *self,
                                                GtkColumnViewColumn  *column,
                                                const char           *field);
void             tras_column_order_show        (TrasColumnOrder      *self,
                                                const char           *field,
                                                gboolean              descending);
GMenuModel      *tras_column_order_get_menu    (TrasColumnOrder      *self);
GActionGroup    *tras_column_order_get_actions (TrasColumnOrder      *self);

G_END_DECLS
