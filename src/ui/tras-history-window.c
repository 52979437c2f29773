/* tras-history-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-history-window.h"
#include "tras-history.h"
#include "tras-icon-button.h"
#include "tras-message-dialog.h"
#include "tras-when.h"

/* How many edits are read at first, and each time that more are asked for. */
#define STEP 100

/**
 * TrasHistoryWindow:
 *
 * The edits of the firm's file, newest first; what was undone is struck out. Each can be undone
 * alone, or together with all that came after it. It may show those of one record only.
 */
struct _TrasHistoryWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *more;

  GSignalGroup *store_signals;
  GType type;
  gint64 id;
  guint limit;
};

/* What is asked for: the newest edits, or those of a record. */
typedef struct
{
  GType type;
  gint64 id;
  guint limit;
} Wanted;

G_DEFINE_FINAL_TYPE (TrasHistoryWindow, tras_history_window, ADW_TYPE_WINDOW)

static TrasStore *
get_store (TrasHistoryWindow *self)
{
  TrasWindow *window = tras_window_find (GTK_WIDGET (self));

  return window != NULL ? tras_window_get_store (window) : NULL;
}

/* ---- rows ---- */

static GtkWidget *
button_new (const char *icon,
            const char *name,
            const char *action,
            gint64      edit)
{
  GtkWidget *button = tras_icon_button_new (icon, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", edit);

  return button;
}

/* An undo is taken back by redoing, and what a file starts with is never taken back. */
static gboolean
can_be_undone (TrasEditRecord *edit)
{
  return edit->active && g_strcmp0 (edit->kind, "undo") != 0 &&
         g_strcmp0 (edit->kind, "start") != 0;
}

static GtkWidget *
row_new (TrasEditRecord *edit,
         gint64          now,
         gboolean        can_write,
         gboolean        has_later)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 id = edit->parent_instance.id;
  g_autofree char *title = tras_history_dup_title (edit);
  g_autofree char *when = tras_when_dup_words (edit->at, now);
  /* Translators: who made an edit, and when */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), edit->who, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (!edit->active)
    {
      gtk_widget_add_css_class (row, "tras-undone");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Was undone"),
                                      -1);
    }
  if (!can_write || !can_be_undone (edit))
    return row;

  if (has_later)
    {
      g_autofree char *name = g_strdup_printf (_("Undo from Here: %s"), edit->label);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 button_new ("document-revert-symbolic", name,
                                             "history.undo-from", id));
    }
  {
    g_autofree char *name = g_strdup_printf (_("Undo: %s"), edit->label);

    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               button_new ("edit-undo-symbolic", name, "history.undo", id));
  }

  return row;
}

static gpointer
list_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wanted *wanted = data;

  return wanted->id != 0 ? tras_history_list (db, wanted->type, wanted->id, wanted->limit, error)
                         : tras_edit_log_list (db, wanted->limit, error);
}

static void
on_listed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = tras_store_run_finish (TRAS_STORE (object), result, &error);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GtkWidget *row;

  if (edits == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < edits->len; i++)
    gtk_list_box_append (self->list,
                         row_new (edits->pdata[i], now,
                                  !tras_store_is_read_only (TRAS_STORE (object)),
                                  i > 0 && self->id == 0));
  gtk_widget_set_visible (self->more, edits->len == self->limit);
  gtk_stack_set_visible_child_name (self->stack, edits->len > 0 ? "list" : "empty");
}

static void
load (TrasHistoryWindow *self)
{
  TrasStore *store = get_store (self);
  const Wanted wanted = { self->type, self->id, self->limit };

  if (store != NULL)
    tras_store_run_async (store, load, list_job, g_memdup2 (&wanted, sizeof wanted), g_free,
                          (GDestroyNotify) g_ptr_array_unref, NULL, on_listed,
                          g_object_ref (self));
}

/* ---- undo ---- */

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tras_window_undo (widget, g_variant_get_int64 (parameter));
}

/* Undoes what can be, newest first, down to the edit. Where one is refused, what came after it
 * stays undone: that is what undoing by hand would have come to. */
static gpointer
undo_from_job (TrasDb        *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  gint64 from = *(gint64 *) data;
  gboolean more = TRUE;

  while (more)
    {
      g_autofree char *undo_label = NULL;
      g_autofree char *redo_label = NULL;
      g_autofree char *undone = NULL;
      gint64 undo, redo;

      if (!tras_edit_log_peek (db, &undo, &undo_label, &redo, &redo_label, error))
        return NULL;
      if (undo >= from)
        undone = tras_edit_log_undo (db, undo, NULL, NULL, NULL, error);
      more = undone != NULL;
    }

  return NULL;
}

static void
on_undone_from (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrasHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  tras_store_run_finish (TRAS_STORE (object), result, &error);
  if (error != NULL)
    tras_window_report_error (GTK_WIDGET (self), error);
}

static void
on_asked (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  TrasHistoryWindow *self = TRAS_HISTORY_WINDOW (object);
  TrasStore *store = get_store (self);

  if (!tras_message_dialog_finish (result) || store == NULL)
    {
      g_free (user_data);
      return;
    }

  tras_store_run_async (store, on_asked, undo_from_job, user_data, g_free, NULL, NULL,
                        on_undone_from, g_object_ref (self));
}

static void
undo_from_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gint64 edit = g_variant_get_int64 (parameter);

  tras_message_dialog_ask (widget, _("Undo From Here?"),
                           _("This edit and everything that was done after it will be undone, one "
                             "by one. Each stays in the history and can be done again."),
                           _("_Undo From Here"), TRAS_ANSWER_SUGGESTED, on_asked,
                           g_memdup2 (&edit, sizeof edit));
}

static void
more_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasHistoryWindow *self = TRAS_HISTORY_WINDOW (widget);

  self->limit += STEP;
  load (self);
}

/* ---- the class ---- */

static void
tras_history_window_dispose (GObject *object)
{
  g_clear_object (&TRAS_HISTORY_WINDOW (object)->store_signals);

  G_OBJECT_CLASS (tras_history_window_parent_class)->dispose (object);
}

static void
tras_history_window_class_init (TrasHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_history_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasHistoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TrasHistoryWindow, more);
  gtk_widget_class_install_action (widget_class, "history.undo", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "history.undo-from", "x", undo_from_action);
  gtk_widget_class_install_action (widget_class, "history.more", NULL, more_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_history_window_init (TrasHistoryWindow *self)
{
  self->limit = STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "undo-and-backups");
  self->store_signals = g_signal_group_new (TRAS_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (load), self);
}

static TrasHistoryWindow *
window_new (TrasWindow *window,
            GType       type,
            gint64      id)
{
  TrasHistoryWindow *self = g_object_new (TRAS_TYPE_HISTORY_WINDOW,
                                          "transient-for", window,
                                          "destroy-with-parent", TRUE,
                                          NULL);

  self->type = type;
  self->id = id;
  g_signal_group_set_target (self->store_signals, tras_window_get_store (window));
  load (self);

  return self;
}

/**
 * tras_history_window_new:
 * @window: a window with a store
 *
 * Returns: (transfer none): the history of its file
 */
TrasHistoryWindow *
tras_history_window_new (TrasWindow *window)
{
  return window_new (window, G_TYPE_INVALID, 0);
}

/**
 * tras_history_window_show_about:
 * @widget: any widget of a window
 * @record: a record of its file
 * @title: what the record is called
 *
 * Shows the edits that touched the record and what belongs to it.
 */
void
tras_history_window_show_about (GtkWidget  *widget,
                                TrasRecord *record,
                                const char *title)
{
  TrasHistoryWindow *self;
  g_autofree char *words = NULL;

  g_return_if_fail (TRAS_IS_RECORD (record));

  self = window_new (tras_window_find (widget), G_OBJECT_TYPE (record), record->id);
  /* Translators: %s is what a record is called */
  words = g_strdup_printf (_("History of “%s”"), title);
  gtk_window_set_title (GTK_WINDOW (self), words);
  gtk_window_present (GTK_WINDOW (self));
}
