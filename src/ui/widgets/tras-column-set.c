/* tras-column-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-column-set.h"
#include "tras-column-view.h"

/* Below this width, in pixels, a list saves room between its columns. */
#define NARROW_WIDTH 460

/**
 * TrasColumnSet:
 *
 * What a list shows of its records. It is made once, and fills the view anew for each store.
 */
struct _TrasColumnSet
{
  GObject parent_instance;

  /* borrowed, while the view is filled */
  GtkColumnView *view;
  const TrasTable *table;

  /* owned */
  TrasColumnOrder *order;
  GPtrArray *columns;
};

G_DEFINE_FINAL_TYPE (TrasColumnSet, tras_column_set, G_TYPE_OBJECT)

static void
tras_column_set_finalize (GObject *object)
{
  TrasColumnSet *self = TRAS_COLUMN_SET (object);

  g_clear_object (&self->order);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (tras_column_set_parent_class)->finalize (object);
}

static void
tras_column_set_class_init (TrasColumnSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_column_set_finalize;
}

static void
tras_column_set_init (TrasColumnSet *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
}

TrasColumnSet *
tras_column_set_new (void)
{
  return g_object_new (TRAS_TYPE_COLUMN_SET, NULL);
}

/**
 * tras_column_set_append:
 * @self: a set that fills no view yet
 * @column: (transfer none): its last column
 */
void
tras_column_set_append (TrasColumnSet *self,
                        TrasColumn    *column)
{
  g_return_if_fail (TRAS_IS_COLUMN_SET (self));
  g_return_if_fail (TRAS_IS_COLUMN (column));
  g_return_if_fail (self->view == NULL);

  g_ptr_array_add (self->columns, g_object_ref (column));
}

/**
 * tras_column_set_find:
 * @self: a set
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the column of that field
 */
TrasColumn *
tras_column_set_find (TrasColumnSet *self,
                      const char    *field)
{
  g_return_val_if_fail (TRAS_IS_COLUMN_SET (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_str_equal (tras_column_get_field (self->columns->pdata[i]), field))
        return self->columns->pdata[i];
    }

  return NULL;
}

/**
 * tras_column_set_fill:
 * @self: a set
 * @view: (transfer none): a view without columns
 * @store: the store that the records are from
 * @table: their fields
 *
 * Returns: (transfer none): what listens to the headers, until the view is cleared
 */
TrasColumnOrder *
tras_column_set_fill (TrasColumnSet   *self,
                      GtkColumnView   *view,
                      TrasStore       *store,
                      const TrasTable *table)
{
  g_return_val_if_fail (TRAS_IS_COLUMN_SET (self), NULL);
  g_return_val_if_fail (self->view == NULL, NULL);

  self->view = view;
  self->table = table;
  self->order = tras_column_order_new (view);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TrasColumn *column = self->columns->pdata[i];
      g_autoptr (GtkColumnViewColumn) made = tras_column_make (column, store, table);

      if (tras_column_is_sorted (column))
        tras_column_order_add (self->order, made, tras_column_get_field (column));
      gtk_column_view_append_column (view, made);
      tras_column_align_header (column, view, i, table);
    }

  return self->order;
}

/**
 * tras_column_set_clear:
 * @self: a set
 *
 * Takes its columns from the view again.
 */
void
tras_column_set_clear (TrasColumnSet *self)
{
  g_return_if_fail (TRAS_IS_COLUMN_SET (self));

  g_clear_object (&self->order);
  if (self->view != NULL)
    tras_column_view_clear (self->view);
  self->view = NULL;
}

/**
 * tras_column_set_show_for_width:
 * @self: a set
 * @width: the room, in pixels
 *
 * Shows the columns that there is room for, and of each what there is room for.
 */
void
tras_column_set_show_for_width (TrasColumnSet *self,
                                int            width)
{
  GListModel *made;

  g_return_if_fail (TRAS_IS_COLUMN_SET (self));

  if (self->view == NULL)
    return;

  if (width < NARROW_WIDTH)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "narrow");

  made = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (made, i);

      tras_column_show_for_width (self->columns->pdata[i], column, self->table, width);
    }
}
