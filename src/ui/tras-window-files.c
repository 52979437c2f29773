/* tras-window-files.c: opening, making and saving the firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tras-application.h"
#include "tras-backup.h"
#include "tras-backups-window.h"
#include "tras-error.h"
#include "tras-file-dialog.h"
#include "tras-new-firm-dialog.h"
#include "tras-progress-dialog.h"
#include "tras-recent.h"
#include "tras-sample.h"
#include "tras-sealed-copy.h"
#include "tras-window-private.h"

/* ---- opening ---- */

static void
build_refused (TrasWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  builder = gtk_builder_new_from_resource ("/org/trastienda/Trastienda/ui/shell/refused.ui");
  self->refused = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "refused"));
  self->refused_button = GTK_BUTTON (gtk_builder_get_object (builder, "refused_button"));
  gtk_stack_add_named (self->content, GTK_WIDGET (self->refused), "refused");
}

static void
refuse (TrasWindow   *self,
        const GError *error)
{
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, self->path);

  if (self->refused == NULL)
    build_refused (self);
  adw_status_page_set_icon_name (self->refused, "dialog-warning-symbolic");
  adw_status_page_set_title (self->refused, words->title);
  adw_status_page_set_description (self->refused, words->body);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_button),
                          words->button != NULL && words->way_out != TRAS_WAY_OUT_OPEN_OTHER);
  if (words->button != NULL)
    gtk_button_set_label (self->refused_button, words->button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->refused_button), "i",
                                    (int) words->way_out);
  gtk_stack_set_visible_child_name (self->content, "refused");
  self->is_older = g_error_matches (error, TRAS_ERROR, TRAS_ERROR_OLDER);
  tras_window_update_actions (self);

  /* What is gone, or never was a company file, is not worth coming back to. */
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND) ||
      g_error_matches (error, TRAS_ERROR, TRAS_ERROR_FOREIGN))
    tras_recent_remove (self->settings, self->path);
}

/**
 * tras_window_expect:
 * @self: a window
 * @path: a file that is being opened
 *
 * Shows that a file is coming. tras_window_take() says how it went.
 */
void
tras_window_expect (TrasWindow *self,
                    const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_filename_display_basename (full);

  g_return_if_fail (TRAS_IS_WINDOW (self));

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  tras_window_set_store (self, NULL);
  self->path = g_steal_pointer (&full);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_view_switcher_title_set_title (self->switcher_title, name);
  gtk_stack_set_visible_child_name (self->content, "opening");
  tras_window_update_actions (self);
}

/**
 * tras_window_take:
 * @self: a window that expects a file
 * @store: (transfer none) (nullable): the open store
 * @error: (nullable): or why it could not be opened
 */
void
tras_window_take (TrasWindow   *self,
                  TrasStore    *store,
                  const GError *error)
{
  g_return_if_fail (TRAS_IS_WINDOW (self));
  g_return_if_fail ((store == NULL) != (error == NULL));

  if (store != NULL)
    tras_window_set_store (self, store);
  else
    refuse (self, error);
}

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStore) store = tras_store_open_finish (result, &error);

  g_application_release (g_application_get_default ());

  /* Another file was chosen in the meantime, or the window is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      if (store != NULL)
        tras_store_close (store);
      return;
    }

  g_clear_object (&self->opening);
  tras_window_take (self, store, error);
}

static void
open_file (TrasWindow  *self,
           const char  *path,
           TrasDbFlags  flags)
{
  tras_window_expect (self, path);
  self->opening = g_cancellable_new ();
  /* The store's thread ends only after its store is closed: the main loop has to wait for it. */
  g_application_hold (g_application_get_default ());
  tras_store_open_async (self->path, flags, self->opening, on_opened, g_object_ref (self));
}

/**
 * tras_window_open:
 * @self: a window
 * @path: a file
 *
 * Opens the file in this window in place of what is open in it. What goes wrong is said there.
 */
void
tras_window_open (TrasWindow *self,
                  const char *path)
{
  g_return_if_fail (TRAS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  open_file (self, path, TRAS_DB_DEFAULT);
}

/* A window that has a firm keeps it; the other file gets a window of its own. */
static void
open_here_or_beside (TrasWindow *self,
                     const char *path)
{
  if (self->store != NULL)
    {
      GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

      self = tras_window_new (application);
      gtk_window_present (GTK_WINDOW (self));
    }

  tras_window_open (self, path);
}

static void
on_file_chosen (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GFile) file = tras_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    open_here_or_beside (TRAS_WINDOW (object), path);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tras_file_dialog_open (widget, _("Open a Company"), TRAS_FILE_COMPANY, on_file_chosen, NULL);
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  open_here_or_beside (TRAS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tras_window_set_store (TRAS_WINDOW (widget), NULL);
}

/* ---- making ---- */

static void
on_firm_made (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree char *path = tras_new_firm_dialog_finish (result);

  if (path != NULL)
    open_here_or_beside (TRAS_WINDOW (object), path);
}

static void
new_company_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  tras_new_firm_dialog_ask (TRAS_WINDOW (widget), on_firm_made, NULL);
}

typedef struct
{
  char *path;
  TrasProgressMeter *meter;
  TrasProgressDialog *dialog;
} Sample;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->path);
  tras_progress_meter_unref (sample->meter);
  g_free (sample);
}

static gboolean
fill_sample (const char         *part,
             TrasProgressMeter  *meter,
             GCancellable       *cancellable,
             GError            **error)
{
  const char *language = tras_sample_get_language (g_get_language_names ()[0]);
  g_autoptr (TrasDb) db = tras_db_create (part, error);

  if (db == NULL)
    return FALSE;

  tras_db_set_cancellable (db, cancellable);

  return tras_sample_fill (db, language, tras_day_today (), tras_progress_meter_report, meter,
                           error);
}

/* Made beside its place, so that half a sample is never found there. */
static void
make_sample (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Sample *sample = task_data;
  g_autofree char *folder = g_path_get_dirname (sample->path);
  g_autofree char *part = g_strconcat (sample->path, ".part", NULL);
  GError *error = NULL;

  if (g_file_test (sample->path, G_FILE_TEST_EXISTS))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_mkdir_with_parents (folder, 0700);
  g_unlink (part);
  if (!fill_sample (part, sample->meter, cancellable, &error))
    {
      g_unlink (part);
      g_task_return_error (task, error);
    }
  else if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      g_unlink (part);
      g_task_return_error (task, error);
    }
  else if (g_rename (part, sample->path) != 0)
    {
      g_unlink (part);
      g_task_return_new_error (task, TRAS_ERROR, TRAS_ERROR_DENIED, "%s could not be made",
                               sample->path);
    }
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_sample_made (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  TrasWindow *self = TRAS_WINDOW (object);
  Sample *sample = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  tras_progress_dialog_end (sample->dialog);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    open_here_or_beside (self, sample->path);
  else
    tras_window_report_error (GTK_WIDGET (self), error);
}

static void
sample_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, on_sample_made, NULL);
  Sample *sample = g_new0 (Sample, 1);
  /* Translators: the name of a file */
  g_autofree char *file = g_strconcat (_("Sample company"), ".trastienda", NULL);

  sample->path = g_build_filename (g_get_user_data_dir (), "trastienda", file, NULL);
  sample->meter = tras_progress_meter_new ();
  sample->dialog = tras_progress_dialog_begin (widget, _("Making the Sample Company"),
                                               sample->meter, cancellable);
  g_task_set_task_data (task, sample, sample_free);
  g_task_run_in_thread (task, make_sample);
}

/* ---- saving elsewhere ---- */

typedef struct
{
  TrasWindow *window;
  char *source;
  char *target;
  TrasProgressDialog *dialog;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->window);
  g_free (copy->source);
  g_free (copy->target);
  g_free (copy);
}

/* Goes on in the copy, unless the window has gone on elsewhere in the meantime. */
static void
on_reports_settled (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Copy *copy = user_data;
  TrasWindow *self = copy->window;

  tras_sealed_copy_finish (result);
  if (g_strcmp0 (self->path, copy->source) == 0)
    {
      tras_application_reopen (TRAS_APPLICATION (g_application_get_default ()), copy->target);
      if (g_strcmp0 (self->path, copy->target) != 0)
        tras_window_open (self, copy->target);
    }
  copy_free (copy);
}

/* Takes @copy. */
static void
end_copy (Copy         *copy,
          const GError *error)
{
  GtkWidget *widget = GTK_WIDGET (copy->window);

  tras_progress_dialog_end (copy->dialog);
  if (error == NULL)
    {
      tras_sealed_copy_offer (widget, copy->source, copy->target, on_reports_settled, copy);
      return;
    }

  if (g_strcmp0 (copy->window->path, copy->source) == 0)
    tras_window_report_error (widget, error);
  copy_free (copy);
}

static gpointer
copy_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  tras_backup_write (db, data, error);

  return NULL;
}

static void
on_job_copied (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Copy *copy = user_data;
  g_autoptr (GError) error = NULL;

  tras_store_run_finish (TRAS_STORE (object), result, &error);
  end_copy (copy, error);
}

/* For a file that was refused: there is no store then. */
static void
copy_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Copy *copy = task_data;
  GError *error = NULL;

  if (tras_backup_copy (copy->source, copy->target, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_thread_copied (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end_copy (user_data, error);
}

static void
on_target_chosen (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TrasWindow *self = TRAS_WINDOW (object);
  g_autoptr (GFile) file = tras_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  TrasProgressMeter *meter;
  Copy *copy;

  if (path == NULL || self->path == NULL)
    return;

  cancellable = g_cancellable_new ();
  meter = tras_progress_meter_new ();
  copy = g_new0 (Copy, 1);
  copy->window = g_object_ref (self);
  copy->source = g_strdup (self->path);
  copy->target = g_canonicalize_filename (path, NULL);
  copy->dialog = tras_progress_dialog_begin (GTK_WIDGET (self), _("Saving a Copy"), meter,
                                             cancellable);
  tras_progress_meter_unref (meter);

  if (self->store != NULL)
    tras_store_run_async (self->store, on_target_chosen, copy_job, g_strdup (copy->target), g_free,
                          NULL, cancellable, on_job_copied, copy);
  else
    {
      g_autoptr (GTask) task = g_task_new (self, cancellable, on_thread_copied, copy);

      g_task_set_task_data (task, copy, NULL);
      g_task_run_in_thread (task, copy_in_thread);
    }
}

static void
save_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrasWindow *self = TRAS_WINDOW (widget);

  tras_file_dialog_save (widget, _("Save As"), TRAS_FILE_COMPANY, self->path, on_target_chosen,
                         NULL);
}

/* ---- ways out ---- */

void
tras_window_take_way_out (TrasWindow *self,
                          TrasWayOut  way_out)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (way_out)
    {
    case TRAS_WAY_OUT_TRY_AGAIN:
    case TRAS_WAY_OUT_READ_ONLY:
      if (self->store == NULL && self->path != NULL)
        {
          g_autofree char *path = g_strdup (self->path);

          open_file (self, path,
                     way_out == TRAS_WAY_OUT_READ_ONLY ? TRAS_DB_READ_ONLY | TRAS_DB_NEWER
                                                       : TRAS_DB_DEFAULT);
        }
      break;
    case TRAS_WAY_OUT_SAVE_AS:
      gtk_widget_activate_action (widget, "win.save-as", NULL);
      break;
    case TRAS_WAY_OUT_BACKUPS:
      gtk_widget_activate_action (widget, "win.backups", NULL);
      break;
    case TRAS_WAY_OUT_OPEN_OTHER:
      gtk_widget_activate_action (widget, "win.open", NULL);
      break;
    case TRAS_WAY_OUT_NONE:
    case TRAS_WAY_OUT_COPY_DETAILS:
      break;
    }
}

static void
way_out_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tras_window_take_way_out (TRAS_WINDOW (widget), (TrasWayOut) g_variant_get_int32 (parameter));
}

void
tras_window_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.new-company", NULL, new_company_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.way-out", "i", way_out_action);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
}
