/* tras-filter-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-filter-bar.h"
#include "tras-name-filter.h"

struct _TrasFilterBar
{
  AdwBin parent_instance;

  /* borrowed */
  GtkBox *box;

  /* owned */
  TrasStore *store;
  GPtrArray *chips;
  GArray *references;
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

/* A filter by what the records refer to. */
typedef struct
{
  const TrasField *field;
  TrasNameFilter *names;
} Reference;

static Reference *
get_reference (TrasFilterBar *self,
               guint          i)
{
  return &g_array_index (self->references, Reference, i);
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
tras_filter_bar_dispose (GObject *object)
{
  TrasFilterBar *self = TRAS_FILTER_BAR (object);

  g_clear_pointer (&self->references, g_array_unref);
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
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
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
 *
 * Drop-downs begin anew, chips stay as they are.
 */
void
tras_filter_bar_set_store (TrasFilterBar *self,
                           TrasStore     *store)
{
  g_set_object (&self->store, store);
  for (guint i = 0; i < self->references->len; i++)
    tras_name_filter_set_store (get_reference (self, i)->names, store);
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
 * @table: the fields of the records that are filtered
 * @field: a reference among them
 * @all_label: what stands for no filter, translated: "All areas"
 */
void
tras_filter_bar_add_reference (TrasFilterBar   *self,
                               const TrasTable *table,
                               const char      *field,
                               const char      *all_label)
{
  Reference reference = { .field = tras_table_find_field (table, field) };
  GtkWidget *names, *last = NULL;

  g_return_if_fail (self->store == NULL);
  g_return_if_fail (reference.field != NULL && reference.field->target != NULL);

  names = tras_name_filter_new (reference.field->target, all_label,
                                tras_field_get_label (reference.field));
  reference.names = TRAS_NAME_FILTER (names);
  g_signal_connect_swapped (names, "changed", G_CALLBACK (tell_changed), self);
  if (self->references->len > 0)
    last = GTK_WIDGET (get_reference (self, self->references->len - 1)->names);
  gtk_box_insert_child_after (self->box, names, last);
  g_array_append_val (self->references, reference);
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
      const Reference *reference = get_reference (self, i);
      gint64 id = tras_name_filter_get_id (reference->names);

      if (id != 0)
        tras_query_where_int (query, reference->field->name, TRAS_QUERY_EQ, id);
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
      if (tras_name_filter_get_id (get_reference (self, i)->names) != 0)
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
    tras_name_filter_clear (get_reference (self, i)->names);
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
