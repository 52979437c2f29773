/* tras-column-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-column-order.h"

struct _TrasColumnOrder
{
  GObject parent_instance;

  /* borrowed */
  GtkColumnView *view;
  const char *asked;

  /* owned */
  GMenu *menu;
  GMenu *column_menu;
  GSimpleActionGroup *actions;
  GHashTable *columns;
};

G_DEFINE_FINAL_TYPE (TrasColumnOrder, tras_column_order, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  TrasColumnOrder *order;
  const char *field;
} Asked;

/* Called when the view's sorter is asked to compare two things: notes which column it asks first,
 * and says that the first thing is smaller, so that the sorter's answer tells the direction. The
 * two have to differ: of a thing and itself GTK asks nobody. GTK tells the column itself only from
 * 4.10 on. */
static int
note_column (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  Asked *asked = user_data;

  if (asked->order->asked == NULL)
    asked->order->asked = asked->field;

  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed (TrasColumnOrder *self,
                   GtkSorterChange  change,
                   GtkSorter       *sorter)
{
  GtkOrdering ordering;

  self->asked = NULL;
  ordering = gtk_sorter_compare (sorter, self, self->view);
  g_signal_emit (self, signals[CHANGED], 0, self->asked, ordering == GTK_ORDERING_LARGER);
}

/* The header that was marked before loses its mark only where its order is taken off first. */
static void
sort_by (TrasColumnOrder     *self,
         GtkColumnViewColumn *column,
         GtkSortType          direction)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  g_signal_handlers_block_by_func (sorter, on_sorter_changed, self);
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  g_signal_handlers_unblock_by_func (sorter, on_sorter_changed, self);
  gtk_column_view_sort_by_column (self->view, column, direction);
}

static void
on_sort_by (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TrasColumnOrder *self = user_data;
  const char *field = g_variant_get_string (parameter, NULL);
  GtkColumnViewColumn *column = g_hash_table_lookup (self->columns, field);

  if (column != NULL)
    sort_by (self, column, GTK_SORT_ASCENDING);
}

static void
on_sort_down (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TrasColumnOrder *self = user_data;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkColumnViewColumn *column;
  GtkOrdering ordering;

  self->asked = NULL;
  ordering = gtk_sorter_compare (sorter, self, self->view);
  column = self->asked != NULL ? g_hash_table_lookup (self->columns, self->asked) : NULL;
  if (column != NULL)
    sort_by (self, column,
             ordering == GTK_ORDERING_SMALLER ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
tras_column_order_dispose (GObject *object)
{
  TrasColumnOrder *self = TRAS_COLUMN_ORDER (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->column_menu);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->columns, g_hash_table_unref);

  G_OBJECT_CLASS (tras_column_order_parent_class)->dispose (object);
}

static void
tras_column_order_class_init (TrasColumnOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_column_order_dispose;

  /**
   * TrasColumnOrder::changed:
   * @field: (nullable): the field to sort by, %NULL for none
   * @descending: whether from the greatest to the least
   */
  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_COLUMN_ORDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
tras_column_order_init (TrasColumnOrder *self)
{
  static const GActionEntry entries[] = {
    { .name = "by", .activate = on_sort_by, .parameter_type = "s" },
    { .name = "turn", .activate = on_sort_down },
  };

  self->menu = g_menu_new ();
  self->column_menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * tras_column_order_new:
 * @view: a column view
 *
 * Returns: (transfer full): what listens to its headers
 */
TrasColumnOrder *
tras_column_order_new (GtkColumnView *view)
{
  TrasColumnOrder *self = g_object_new (TRAS_TYPE_COLUMN_ORDER, NULL);
  g_autoptr (GMenu) turn = g_menu_new ();

  self->view = view;
  g_menu_append (turn, _("_Reverse Order"), "order.turn");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (self->column_menu));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (turn));
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * tras_column_order_add:
 * @self: an order
 * @column: a column of the view
 * @field: what it is sorted by
 */
void
tras_column_order_add (TrasColumnOrder     *self,
                       GtkColumnViewColumn *column,
                       const char          *field)
{
  Asked *asked = g_new0 (Asked, 1);
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GMenuItem) item = g_menu_item_new (gtk_column_view_column_get_title (column), NULL);

  asked->order = self;
  asked->field = g_intern_string (field);
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, asked, g_free));
  gtk_column_view_column_set_sorter (column, sorter);
  g_hash_table_insert (self->columns, (char *) asked->field, g_object_ref (column));
  g_menu_item_set_action_and_target (item, "order.by", "s", asked->field);
  g_menu_append_item (self->column_menu, item);
}

/**
 * tras_column_order_show:
 * @self: an order with all columns
 * @field: (nullable): what the rows are sorted by
 * @descending: whether from the greatest to the least
 *
 * Marks the header of a list that comes in this order, and tells nobody.
 */
void
tras_column_order_show (TrasColumnOrder *self,
                        const char      *field,
                        gboolean         descending)
{
  GtkColumnViewColumn *column =
    field != NULL ? g_hash_table_lookup (self->columns, field) : NULL;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  if (column == NULL)
    return;

  g_signal_handlers_block_by_func (sorter, on_sorter_changed, self);
  gtk_column_view_sort_by_column (self->view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  g_signal_handlers_unblock_by_func (sorter, on_sorter_changed, self);
}

GMenuModel *
tras_column_order_get_menu (TrasColumnOrder *self)
{
  return G_MENU_MODEL (self->menu);
}

GActionGroup *
tras_column_order_get_actions (TrasColumnOrder *self)
{
  return G_ACTION_GROUP (self->actions);
}
