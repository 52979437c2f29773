/* tras-action-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-list.h"
#include "tras-action-words.h"
#include "tras-window.h"

/**
 * TrasActionList:
 *
 * The actions that hang from a deviation, an experiment or a decision, by their due date; each
 * opens in Plans.
 */
struct _TrasActionList
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListBox *rows;

  /* owned */
  GPtrArray *actions;
  TrasStore *store;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrasActionList, tras_action_list, ADW_TYPE_BIN)

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_activated (TrasActionList *self,
              GtkListBoxRow  *row)
{
  TrasRecord *action = self->actions->pdata[gtk_list_box_row_get_index (row)];

  tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, action->id);
}

static GtkWidget *
make_row (TrasAction *action)
{
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_action_words_dup_state (action, today);
  g_autofree char *subtitle = NULL;
  GtkWidget *icon = gtk_image_new_from_icon_name (tras_action_words_get_icon (action, today));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *row;

  if (action->owner_name != NULL)
    /* Translators: who does something, and when it is due or how it stands: “Ana · 3 days late” */
    subtitle = g_strdup_printf (_("%s · %s"), action->owner_name, state);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", action->title, "subtitle",
                      subtitle != NULL ? subtitle : state, "title-lines", 2, "activatable", TRUE,
                      NULL);
  gtk_widget_add_css_class (icon, tras_action_words_get_class (action, today));
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);

  return row;
}

static void
show_rows (TrasActionList *self)
{
  GtkListBoxRow *row;
  int focused = -1;

  /* The keyboard stays where it was, though the rows are others. */
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    {
      if (gtk_widget_is_focus (GTK_WIDGET (row)))
        focused = i;
    }
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < self->actions->len; i++)
    gtk_list_box_append (self->rows, make_row (self->actions->pdata[i]));
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->rows, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasActionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = tras_store_select_finish (TRAS_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->store != TRAS_STORE (object))
    return;
  if (actions == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  g_ptr_array_unref (self->actions);
  self->actions = g_steal_pointer (&actions);
  show_rows (self);
  g_signal_emit (self, signals[READ], 0);
}

static void
tras_action_list_dispose (GObject *object)
{
  TrasActionList *self = TRAS_ACTION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_action_list_parent_class)->dispose (object);
}

static void
tras_action_list_finalize (GObject *object)
{
  g_ptr_array_unref (TRAS_ACTION_LIST (object)->actions);

  G_OBJECT_CLASS (tras_action_list_parent_class)->finalize (object);
}

static void
tras_action_list_class_init (TrasActionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_action_list_dispose;
  object_class->finalize = tras_action_list_finalize;

  /**
   * TrasActionList::read:
   *
   * The actions were read; tras_action_list_get_actions() has them.
   */
  signals[READ] = g_signal_new ("read", TRAS_TYPE_ACTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
tras_action_list_init (TrasActionList *self)
{
  GtkWidget *nothing = gtk_label_new (_("Nothing is done about it yet."));

  self->actions = g_ptr_array_new ();
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->rows, nothing);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Actions"), -1);
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (on_activated), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/**
 * tras_action_list_show:
 * @self: a list
 * @store: where the actions are
 * @field: what an action hangs by: "deviation_id", "experiment_id" …
 * @id: from which record
 */
void
tras_action_list_show (TrasActionList *self,
                       TrasStore      *store,
                       const char     *field,
                       gint64          id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);

  g_return_if_fail (TRAS_IS_ACTION_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->store, store);
  tras_query_where_int (query, field, TRAS_QUERY_EQ, id);
  tras_query_order (query, "due_on", FALSE);
  tras_store_select_async (store, query, self->cancellable, on_read, g_object_ref (self));
}

/**
 * tras_action_list_get_actions:
 * @self: a list
 *
 * Returns: (transfer none) (element-type TrasAction): what was read last
 */
GPtrArray *
tras_action_list_get_actions (TrasActionList *self)
{
  g_return_val_if_fail (TRAS_IS_ACTION_LIST (self), NULL);

  return self->actions;
}
