/* tras-list-anchor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-list-anchor.h"

/**
 * TrasListAnchor:
 *
 * Rows of a #TrasRowList are places, and records move from one to another: without more ado a
 * record that somebody adds at the top would push what another reads out of the window. An anchor
 * scrolls by as much as the selected record has moved, or the first one in sight where none is
 * selected. At the top of the list it lets go: there, what is new is to be seen. All rows have to
 * be of the same height.
 */
struct _TrasListAnchor
{
  GObject parent_instance;

  GtkScrolledWindow *scroller;
  GtkAdjustment *adjustment;
  TrasIdSelection *selection;
  TrasRowList *rows;

  TrasQuery *query;
  gint64 id;
  guint position;
};

G_DEFINE_FINAL_TYPE (TrasListAnchor, tras_list_anchor, G_TYPE_OBJECT)

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *list = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && list == NULL;
       child = gtk_widget_get_next_sibling (child))
    list = find_list (child);

  return list;
}

/* That of a row which is there; what the adjustment is set to for all of them is a guess. */
static double
get_row_height (TrasListAnchor *self)
{
  GtkWidget *list = self->scroller != NULL ? find_list (GTK_WIDGET (self->scroller)) : NULL;
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (row, list, &bounds) ? bounds.size.height : 0;
}

/* Takes hold of a record in sight; of none at the top. */
static void
take_hold (TrasListAnchor *self)
{
  double height = get_row_height (self);
  double top = gtk_adjustment_get_value (self->adjustment);
  double bottom = top + gtk_adjustment_get_page_size (self->adjustment);
  guint selected = tras_id_selection_get_selected (self->selection);

  self->id = 0;
  g_clear_pointer (&self->query, tras_query_unref);
  if (top <= 0 || height <= 0)
    return;

  self->position = (guint) (top / height) + 1;
  if (selected != GTK_INVALID_LIST_POSITION && (selected + 1) * height > top &&
      selected * height < bottom)
    self->position = selected;
  if (self->position >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;

  self->id = tras_row_list_get_id (self->rows, self->position);
  self->query = tras_query_ref (tras_row_list_get_query (self->rows));
}

static void
on_reordered (TrasListAnchor *self)
{
  guint position;

  /* Who searches or sorts wants to see what comes of it. */
  if (self->id != 0 && tras_row_list_get_query (self->rows) == self->query &&
      tras_row_list_find (self->rows, self->id, &position) && position != self->position)
    {
      double moved = ((double) position - self->position) * get_row_height (self);

      gtk_adjustment_set_value (self->adjustment,
                                gtk_adjustment_get_value (self->adjustment) + moved);
    }
  take_hold (self);
}

static void
tras_list_anchor_dispose (GObject *object)
{
  TrasListAnchor *self = TRAS_LIST_ANCHOR (object);

  g_clear_pointer (&self->query, tras_query_unref);
  g_clear_weak_pointer (&self->scroller);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (tras_list_anchor_parent_class)->dispose (object);
}

static void
tras_list_anchor_class_init (TrasListAnchorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_list_anchor_dispose;
}

static void
tras_list_anchor_init (TrasListAnchor *self)
{
}

/**
 * tras_list_anchor_new:
 * @scroller: what the list scrolls in
 * @selection: what is selected in it, whose model stays the same
 *
 * Returns: (transfer full): an anchor that works as long as it lives
 */
TrasListAnchor *
tras_list_anchor_new (GtkScrolledWindow *scroller,
                      TrasIdSelection   *selection)
{
  TrasListAnchor *self = g_object_new (TRAS_TYPE_LIST_ANCHOR, NULL);

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scroller), NULL);
  g_return_val_if_fail (TRAS_IS_ID_SELECTION (selection), NULL);

  g_set_weak_pointer (&self->scroller, scroller);
  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  self->selection = g_object_ref (selection);
  self->rows = g_object_ref (tras_id_selection_get_model (selection));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (take_hold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (take_hold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "reordered", G_CALLBACK (on_reordered), self,
                           G_CONNECT_SWAPPED);

  return self;
}
