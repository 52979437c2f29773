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

/**
 * tras_column_view_select_focused:
 * @view: a view with the keyboard in it
 *
 * Selects the row that the keyboard is on where none is selected: it is the one that Delete means,
 * and has to be seen.
 */
void
tras_column_view_select_focused (GtkColumnView *view)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkWidget *row;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));
  selected = gtk_selection_model_get_selection (gtk_column_view_get_model (view));
  if (row != NULL && gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
}

/**
 * tras_column_view_clear:
 * @view: a column view, which loses all its columns
 */
void
tras_column_view_clear (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

/**
 * tras_column_view_set_at_end:
 * @view: a column view
 * @column: a column of numbers, in the order in which they were added
 *
 * Puts the header where the numbers stand. GTK has no call for it: the header's own box is asked.
 *
 * Returns: (transfer none) (nullable): the header
 */
GtkWidget *
tras_column_view_set_at_end (GtkColumnView *view,
                             guint          column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  GtkWidget *box;

  while (title != NULL && column-- > 0)
    title = gtk_widget_get_next_sibling (title);
  box = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (box != NULL)
    gtk_widget_set_halign (box, GTK_ALIGN_END);

  return title;
}
