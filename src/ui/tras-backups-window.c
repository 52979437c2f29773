/* tras-backups-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-application.h"
#include "tras-backup.h"
#include "tras-backups-window.h"
#include "tras-help.h"
#include "tras-message-dialog.h"
#include "tras-when.h"

/**
 * TrasBackupsWindow:
 *
 * The backups that made themselves, newest first, each with a way to restore it.
 */
struct _TrasBackupsWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  char *path;
};

G_DEFINE_FINAL_TYPE (TrasBackupsWindow, tras_backups_window, ADW_TYPE_WINDOW)

/* ---- restoring ---- */

typedef struct
{
  char *backup;
  char *path;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->backup);
  g_free (restore->path);
  g_free (restore);
}

static void
restored (TrasBackupsWindow *self,
          char              *aside,
          const GError      *error)
{
  TrasWindow *window = tras_window_find (GTK_WIDGET (self));
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  name = g_filename_display_basename (aside);
  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("Restored. The file as it was is kept as “%s”."), name);
  else
    message = g_strdup (_("Restored"));
  tras_application_reopen (TRAS_APPLICATION (g_application_get_default ()), self->path);
  if (window != NULL)
    tras_window_toast (GTK_WIDGET (window), message);
  gtk_window_close (GTK_WINDOW (self));
}

/* On the store's thread nobody writes while the files change places. */
static gpointer
restore_job (TrasDb        *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Restore *restore = data;

  return tras_backup_restore (restore->backup, restore->path, error);
}

static void
on_job_done (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasBackupsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = tras_store_run_finish (TRAS_STORE (object), result, &error);

  restored (self, aside, error);
}

/* For a file that could not be opened: there is no store then. */
static void
restore_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Restore *restore = task_data;
  GError *error = NULL;
  char *aside = tras_backup_restore (restore->backup, restore->path, &error);

  if (aside != NULL)
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_thread_done (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = g_task_propagate_pointer (G_TASK (result), &error);

  restored (TRAS_BACKUPS_WINDOW (object), aside, error);
}

static void
on_asked (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  TrasBackupsWindow *self = TRAS_BACKUPS_WINDOW (object);
  TrasWindow *window = tras_window_find (GTK_WIDGET (self));
  TrasStore *store = window != NULL ? tras_window_get_store (window) : NULL;
  Restore *restore = user_data;

  if (!tras_message_dialog_finish (result))
    restore_free (restore);
  else if (store != NULL)
    tras_store_run_async (store, restore_job, restore_job, restore, restore_free, g_free, NULL,
                          on_job_done, g_object_ref (self));
  else
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_thread_done, NULL);

      g_task_set_task_data (task, restore, restore_free);
      g_task_run_in_thread (task, restore_in_thread);
    }
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrasBackupsWindow *self = TRAS_BACKUPS_WINDOW (widget);
  Restore *restore = g_new0 (Restore, 1);
  const char *backup, *when;
  g_autofree char *heading = NULL;

  g_variant_get (parameter, "(&s&s)", &backup, &when);
  restore->backup = g_strdup (backup);
  restore->path = g_strdup (self->path);
  /* Translators: %s is a moment: “Today, 14:05” */
  heading = g_strdup_printf (_("Restore the Backup of %s?"), when);
  tras_message_dialog_ask (widget, heading,
                           _("The firm will be as it was then. What was done since is kept in a "
                             "file beside it, and in no other place."),
                           _("_Restore"), TRAS_ANSWER_DESTRUCTIVE, on_asked, restore);
}

/* ---- the list ---- */

static GtkWidget *
row_new (TrasBackup *backup,
         gint64      now)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore…"));
  g_autofree char *when = tras_when_dup_words (backup->made_at, now);
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *name = g_strdup_printf (_("Restore the Backup of %s"), when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", backup->path, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* Those newer than the newest that is sound are not offered; the older ones are looked at when one
 * is restored. */
static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) backups = tras_backup_list (task_data);

  while (backups->len > 0 && !tras_backup_verify (((TrasBackup *) backups->pdata[0])->path, NULL))
    g_ptr_array_remove_index (backups, 0);

  g_task_return_pointer (task, g_steal_pointer (&backups), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TrasBackupsWindow *self = TRAS_BACKUPS_WINDOW (object);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, row_new (backups->pdata[i], now));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.open-folder", backups->len > 0);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
on_folder_shown (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasBackupsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    tras_window_report_error (GTK_WIDGET (self), error);
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TrasBackupsWindow *self = TRAS_BACKUPS_WINDOW (widget);
  g_autofree char *folder = tras_backup_dup_folder (self->path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, on_folder_shown,
                     g_object_ref (self));
}

G_GNUC_END_IGNORE_DEPRECATIONS

/* ---- the class ---- */

static void
tras_backups_window_finalize (GObject *object)
{
  g_free (TRAS_BACKUPS_WINDOW (object)->path);

  G_OBJECT_CLASS (tras_backups_window_parent_class)->finalize (object);
}

static void
tras_backups_window_class_init (TrasBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_backups_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasBackupsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasBackupsWindow, list);
  gtk_widget_class_install_action (widget_class, "backups.restore", "(ss)", restore_action);
  gtk_widget_class_install_action (widget_class, "backups.open-folder", NULL, open_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_backups_window_init (TrasBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "undo-and-backups");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.open-folder", FALSE);
}

/**
 * tras_backups_window_new:
 * @window: a window that has a file, open or refused
 *
 * Returns: (transfer none): the backups of its file
 */
TrasBackupsWindow *
tras_backups_window_new (TrasWindow *window)
{
  TrasBackupsWindow *self = g_object_new (TRAS_TYPE_BACKUPS_WINDOW,
                                          "transient-for", window,
                                          "destroy-with-parent", TRUE,
                                          "modal", TRUE,
                                          NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_listed, NULL);

  self->path = g_strdup (tras_window_get_path (window));
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, list_in_thread);

  return self;
}
