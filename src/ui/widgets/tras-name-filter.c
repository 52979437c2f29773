/* tras-name-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-name-filter.h"
#include "tras-name-list.h"

struct _TrasNameFilter
{
  AdwBin parent_instance;

  /* borrowed */
  GtkDropDown *drop_down;

  /* owned */
  char *table;
  char *all_label;
  char *label;
  TrasNameList *names;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (TrasNameFilter, tras_name_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_id (TrasNameFilter *self,
        gint64          id)
{
  if (self->id == id)
    return;

  self->id = id;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selected (TrasNameFilter *self)
{
  TrasName *name = gtk_drop_down_get_selected_item (self->drop_down);

  if (name != NULL && !tras_name_list_is_changing (self->names))
    set_id (self, tras_name_get_id (name));
}

/* New names take the selection away; what is filtered by stays while the record is there. */
static void
on_names_changed (TrasNameFilter *self)
{
  guint position = tras_name_list_find (self->names, self->id);
  gboolean is_there = position != GTK_INVALID_LIST_POSITION;

  gtk_drop_down_set_selected (self->drop_down, is_there ? position : 0);
  set_id (self, is_there ? self->id : 0);
}

static void
drop (TrasNameFilter *self)
{
  if (self->names == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->names, self);
  g_signal_handlers_disconnect_by_data (self->drop_down, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->drop_down = NULL;
  g_clear_object (&self->names);
}

/* ---- the object ---- */

static void
tras_name_filter_dispose (GObject *object)
{
  drop (TRAS_NAME_FILTER (object));

  G_OBJECT_CLASS (tras_name_filter_parent_class)->dispose (object);
}

static void
tras_name_filter_finalize (GObject *object)
{
  TrasNameFilter *self = TRAS_NAME_FILTER (object);

  g_free (self->table);
  g_free (self->all_label);
  g_free (self->label);

  G_OBJECT_CLASS (tras_name_filter_parent_class)->finalize (object);
}

static void
tras_name_filter_class_init (TrasNameFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_name_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = tras_name_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_NAME_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_name_filter_init (TrasNameFilter *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tras_name_filter_new:
 * @table: whose rows there are to choose from, by the table's name
 * @all_label: what stands for no filter, translated: "All areas"
 * @label: what is filtered by, translated: "Area"
 *
 * Returns: (transfer floating): a filter without a store
 */
GtkWidget *
tras_name_filter_new (const char *table,
                      const char *all_label,
                      const char *label)
{
  TrasNameFilter *self = g_object_new (TRAS_TYPE_NAME_FILTER, NULL);

  self->table = g_strdup (table);
  self->all_label = g_strdup (all_label);
  self->label = g_strdup (label);

  return GTK_WIDGET (self);
}

/**
 * tras_name_filter_set_store:
 * @self: a filter
 * @store: (nullable): where the names are read from
 *
 * Another store's names are all chosen. Nothing is emitted.
 */
void
tras_name_filter_set_store (TrasNameFilter *self,
                            TrasStore      *store)
{
  g_return_if_fail (TRAS_IS_NAME_FILTER (self));

  if (store == (self->names != NULL ? tras_name_list_get_store (self->names) : NULL))
    return;

  drop (self);
  self->id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), store != NULL);
  if (store == NULL)
    return;

  self->names = tras_name_list_new (store, self->table, self->all_label);
  self->drop_down = GTK_DROP_DOWN (tras_name_list_make_drop_down (self->names));
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label, -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  g_signal_connect_swapped (self->drop_down, "notify::selected-item", G_CALLBACK (on_selected),
                            self);
  g_signal_connect_data (self->names, "items-changed", G_CALLBACK (on_names_changed), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * tras_name_filter_get_id:
 * @self: a filter
 *
 * Returns: the record that is chosen; 0 for all
 */
gint64
tras_name_filter_get_id (TrasNameFilter *self)
{
  g_return_val_if_fail (TRAS_IS_NAME_FILTER (self), 0);

  return self->id;
}

/**
 * tras_name_filter_choose:
 * @self: a filter
 * @id: a record of its table; one that is not there chooses nothing else
 */
void
tras_name_filter_choose (TrasNameFilter *self,
                         gint64          id)
{
  guint position;

  g_return_if_fail (TRAS_IS_NAME_FILTER (self));

  position = self->names != NULL ? tras_name_list_find (self->names, id)
                                 : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->drop_down, position);
}

/**
 * tras_name_filter_clear:
 * @self: a filter
 *
 * Chooses all.
 */
void
tras_name_filter_clear (TrasNameFilter *self)
{
  g_return_if_fail (TRAS_IS_NAME_FILTER (self));

  if (self->drop_down != NULL)
    gtk_drop_down_set_selected (self->drop_down, 0);
}
