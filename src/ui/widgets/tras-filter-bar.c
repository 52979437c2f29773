/* tras-filter-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-filter-bar.h"
#include "tras-name-list.h"

struct _TrasFilterBar
{
  AdwBin parent_instance;

  /* borrowed */
  GtkBox *box;

  /* owned */
  TrasStore *store;
  GPtrArray *chips;
  GPtrArray *references;
  gboolean quiet;
  gboolean exclusive;
};

G_DEFINE_FINAL_TYPE (TrasFilterBar, tras_filter_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A filter by what the records refer to: one drop-down. */
typedef struct
{
  TrasFilterBar *bar;
  char *field;
  char *all_label;
  TrasNameList *names;
  GtkDropDown *drop_down;
  gint64 id;
} Reference;

static void
reference_free (gpointer data)
{
  Reference *reference = data;

  g_free (reference->field);
  g_free (reference->all_label);
  g_clear_object (&reference->names);
  g_free (reference);
}

static void
tell_changed (TrasFilterBar *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_chip_toggled (GtkToggleButton *chip,
                 TrasFilterBar   *self)
{
  gboolean quiet = self->quiet;

  self->quiet = TRUE;
  for (guint i = 0; self->exclusive && gtk_toggle_button_get_active (chip) && i < self->chips->len;
       i++)
    {
      if (self->chips->pdata[i] != chip)
        gtk_toggle_button_set_active (self->chips->pdata[i], FALSE);
    }
  self->quiet = quiet;
  tell_changed (self);
}

static void
on_reference_selected (Reference *reference)
{
  TrasName *name = gtk_drop_down_get_selected_item (reference->drop_down);

  if (reference->bar->quiet || tras_name_list_is_changing (reference->names) || name == NULL ||
      tras_name_get_id (name) == reference->id)
    return;

  reference->id = tras_name_get_id (name);
  tell_changed (reference->bar);
}

static void
select_reference (Reference *reference)
{
  guint position = tras_name_list_find (reference->names, reference->id);
  gboolean quiet = reference->bar->quiet;

  reference->bar->quiet = TRUE;
  gtk_drop_down_set_selected (reference->drop_down,
                              position != GTK_INVALID_LIST_POSITION ? position : 0);
  reference->bar->quiet = quiet;
}

/* New names take the selection away; what is filtered by stays while the record is there. */
static void
on_names_changed (Reference *reference)
{
  if (tras_name_list_find (reference->names, reference->id) != GTK_INVALID_LIST_POSITION)
    {
      select_reference (reference);
      return;
    }

  reference->id = 0;
  select_reference (reference);
  tell_changed (reference->bar);
}

static void
make_drop_down (TrasFilterBar   *self,
                Reference       *reference,
                const TrasTable *table)
{
  const TrasField *field = tras_table_find_field (table, reference->field);
  GtkWidget *drop_down;

  if (field == NULL || field->target == NULL)
    g_error ("%s has no reference %s", table->name, reference->field);

  reference->names = tras_name_list_new (self->store, field->target, reference->all_label);
  drop_down = tras_name_list_make_drop_down (reference->names);
  gtk_widget_add_css_class (drop_down, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tras_field_get_label (field), -1);
  reference->drop_down = GTK_DROP_DOWN (drop_down);
  reference->id = 0;
  g_signal_connect_swapped (drop_down, "notify::selected-item",
                            G_CALLBACK (on_reference_selected), reference);
  g_signal_connect_data (reference->names, "items-changed", G_CALLBACK (on_names_changed),
                         reference, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
drop_drop_down (Reference *reference)
{
  if (reference->drop_down == NULL)
    return;

  g_signal_handlers_disconnect_by_data (reference->names, reference);
  g_signal_handlers_disconnect_by_data (reference->drop_down, reference);
  gtk_box_remove (reference->bar->box, GTK_WIDGET (reference->drop_down));
  reference->drop_down = NULL;
  g_clear_object (&reference->names);
}

static void
tras_filter_bar_dispose (GObject *object)
{
  TrasFilterBar *self = TRAS_FILTER_BAR (object);

  if (self->references != NULL)
    {
      for (guint i = 0; i < self->references->len; i++)
        drop_drop_down (self->references->pdata[i]);
    }
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_filter_bar_parent_class)->dispose (object);
}

static void
tras_filter_bar_class_init (TrasFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_filter_bar_dispose;

  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_filter_bar_init (TrasFilterBar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->chips = g_ptr_array_new ();
  self->references = g_ptr_array_new_with_free_func (reference_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "chips");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  /* What has no room is scrolled to: a drop-down would shrink to three dots first. */
  gtk_scrollable_set_hscroll_policy (
    GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))),
    GTK_SCROLL_NATURAL);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tras_filter_bar_set_store:
 * @self: a bar
 * @store: (nullable): where the names of the drop-downs are read from
 * @table: the fields of the records that are filtered
 *
 * Drop-downs begin anew, chips stay as they are.
 */
void
tras_filter_bar_set_store (TrasFilterBar   *self,
                           TrasStore       *store,
                           const TrasTable *table)
{
  g_set_object (&self->store, store);
  for (guint i = 0; i < self->references->len; i++)
    drop_drop_down (self->references->pdata[i]);
  for (guint i = self->references->len; store != NULL && i > 0; i--)
    {
      Reference *reference = self->references->pdata[i - 1];

      make_drop_down (self, reference, table);
      gtk_box_prepend (self->box, GTK_WIDGET (reference->drop_down));
    }
}

/**
 * tras_filter_bar_set_exclusive:
 * @self: a bar
 * @exclusive: whether a chip that is turned on turns off the one before it
 */
void
tras_filter_bar_set_exclusive (TrasFilterBar *self,
                               gboolean       exclusive)
{
  self->exclusive = exclusive;
}

/**
 * tras_filter_bar_add_chip:
 * @self: a bar
 * @label: the filter's name, translated
 * @narrow: adds its conditions
 * @user_data: data for @narrow
 */
void
tras_filter_bar_add_chip (TrasFilterBar *self,
                          const char    *label,
                          TrasNarrow     narrow,
                          gpointer       user_data)
{
  GtkWidget *chip = tras_chip_new (label, narrow, user_data);

  g_ptr_array_add (self->chips, chip);
  gtk_box_append (self->box, chip);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
}

/**
 * tras_filter_bar_add_reference:
 * @self: a bar without a store yet
 * @field: a reference of the records
 * @all_label: what stands for no filter, translated: "All areas"
 */
void
tras_filter_bar_add_reference (TrasFilterBar *self,
                               const char    *field,
                               const char    *all_label)
{
  Reference *reference = g_new0 (Reference, 1);

  g_return_if_fail (self->store == NULL);

  reference->bar = self;
  reference->field = g_strdup (field);
  reference->all_label = g_strdup (all_label);
  g_ptr_array_add (self->references, reference);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * tras_filter_bar_narrow:
 * @self: a bar
 * @query: gets the conditions of the filters that are set
 */
void
tras_filter_bar_narrow (TrasFilterBar *self,
                        TrasQuery     *query)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      if (gtk_toggle_button_get_active (self->chips->pdata[i]))
        tras_chip_narrow (self->chips->pdata[i], query);
    }
  for (guint i = 0; i < self->references->len; i++)
    {
      Reference *reference = self->references->pdata[i];

      if (reference->id != 0)
        tras_query_where_int (query, reference->field, TRAS_QUERY_EQ, reference->id);
    }
}

gboolean
tras_filter_bar_is_narrowed (TrasFilterBar *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      if (gtk_toggle_button_get_active (self->chips->pdata[i]))
        return TRUE;
    }
  for (guint i = 0; i < self->references->len; i++)
    {
      if (((Reference *) self->references->pdata[i])->id != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_filter_bar_clear:
 * @self: a bar
 *
 * Takes all filters off, and tells it once.
 */
void
tras_filter_bar_clear (TrasFilterBar *self)
{
  if (!tras_filter_bar_is_narrowed (self))
    return;

  self->quiet = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    gtk_toggle_button_set_active (self->chips->pdata[i], FALSE);
  for (guint i = 0; i < self->references->len; i++)
    {
      Reference *reference = self->references->pdata[i];

      reference->id = 0;
      if (reference->drop_down != NULL)
        select_reference (reference);
    }
  self->quiet = FALSE;
  tell_changed (self);
}

/**
 * tras_filter_bar_count:
 * @self: a bar with a store
 * @base: a query for all records of the list
 *
 * Lets every chip show how many records it finds.
 */
void
tras_filter_bar_count (TrasFilterBar *self,
                       TrasQuery     *base)
{
  for (guint i = 0; self->store != NULL && i < self->chips->len; i++)
    {
      g_autoptr (TrasQuery) query = tras_query_dup (base);

      tras_chip_count (self->chips->pdata[i], self->store, query);
    }
}
