/* tras-column-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-column-view.h"

/**
 * tras_column_view_get_rows:
 * @view: a column view
 *
 * Returns: (transfer none) (nullable): the list of rows under its headers
 */
GtkWidget *
tras_column_view_get_rows (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_prev_sibling (child);

  return child;
}

/**
 * tras_column_view_is_row_at:
 * @view: a column view
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: whether a row is there, and not a header or the room below the last row
 */
gboolean
tras_column_view_is_row_at (GtkColumnView *view,
                            double         x,
                            double         y)
{
  GtkWidget *rows = tras_column_view_get_rows (view);
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);

  return rows != NULL && at != NULL && at != rows && gtk_widget_is_ancestor (at, rows);
}

/**
 * tras_column_view_scroll_to:
 * @view: a column view
 * @position: a row
 */
void
tras_column_view_scroll_to (GtkColumnView *view,
                            guint          position)
{
  GtkWidget *rows = tras_column_view_get_rows (view);

  if (rows != NULL)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}
