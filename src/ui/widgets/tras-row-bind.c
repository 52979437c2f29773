/* tras-row-bind.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-row-bind.h"
#include "tras-row.h"

/**
 * tras_row_bind:
 * @widget: a widget of a cell
 * @property: its property
 * @type: the property's type
 * @callback: computes it from (item, #TrasRecord, @user_data); the record is %NULL until it is read
 * @user_data: data for @callback
 * @notify: (nullable): frees @user_data
 * @item: the cell, of a list of #TrasRow
 *
 * Sets the property whenever the row's record changes.
 */
void
tras_row_bind (gpointer        widget,
               const char     *property,
               GType           type,
               GCallback       callback,
               gpointer        user_data,
               GClosureNotify  notify,
               GtkListItem    *item)
{
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *record = gtk_property_expression_new (TRAS_TYPE_ROW, row, "record");

  gtk_expression_bind (gtk_cclosure_expression_new (type, NULL, 1, &record, callback, user_data,
                                                    notify),
                       widget, property, item);
}
