/* tras-window-edits.c: what is written, what is taken back, and what is said about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-message-dialog.h"
#include "tras-progress-dialog.h"
#include "tras-refusal.h"
#include "tras-window-private.h"

/* ---- toasts ---- */

/* A toast that is followed by another has been seen: what is said must not lag behind what is
 * done. */
static void
show_toast (TrasWindow *self,
            AdwToast   *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static AdwToast *
toast_new (const char *message)
{
  /* The title of a toast is markup. */
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  return adw_toast_new (escaped);
}

/**
 * tras_window_toast:
 * @widget: any widget of the window
 * @message: a few words
 */
void
tras_window_toast (GtkWidget  *widget,
                   const char *message)
{
  TrasWindow *self = tras_window_find (widget);

  g_return_if_fail (message != NULL);

  if (self != NULL)
    show_toast (self, toast_new (message));
}

/**
 * tras_window_toast_edit:
 * @widget: any widget of the window
 * @message: what was done, in a few words
 * @edit: its id in the log
 *
 * Says what was done, with a button that takes it back.
 */
void
tras_window_toast_edit (GtkWidget  *widget,
                        const char *message,
                        gint64      edit)
{
  TrasWindow *self = tras_window_find (widget);
  AdwToast *toast;

  g_return_if_fail (message != NULL);

  if (self == NULL)
    return;

  toast = toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-edit");
  adw_toast_set_action_target (toast, "x", edit);
  show_toast (self, toast);
}

/* ---- errors ---- */

/* Says in the bar what stays wrong with the file. */
void
tras_window_on_trouble (TrasWindow   *self,
                        const GError *error)
{
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, self->path);

  tras_trouble_bar_say (self->trouble_bar, words);
}

static void
copy_details (GtkWidget    *widget,
              const GError *error)
{
  g_autofree char *details = g_strdup_printf ("Trastienda %s\n%s %d\n%s\n", PACKAGE_VERSION,
                                              g_quark_to_string (error->domain), error->code,
                                              error->message);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), details);
}

static void
on_asked_for_way_out (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = user_data;
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);
  TrasWindow *self = tras_window_find (GTK_WIDGET (object));

  if (!tras_message_dialog_finish (result))
    return;

  if (words->way_out == TRAS_WAY_OUT_COPY_DETAILS)
    copy_details (GTK_WIDGET (object), error);
  else if (self != NULL)
    tras_window_take_way_out (self, words->way_out);
}

/**
 * tras_window_report_error:
 * @widget: any widget of the window, or of one that stands over it
 * @error: what went wrong
 *
 * Says it in words, with the way out: in the window's bar where it stays so, else in a dialog.
 * Says nothing of what was cancelled.
 */
void
tras_window_report_error (GtkWidget    *widget,
                          const GError *error)
{
  TrasWindow *self = tras_window_find (widget);
  g_autoptr (TrasErrorWords) words = NULL;

  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = tras_error_words_new (error, self != NULL ? self->path : NULL);
  if (words->lasting && self != NULL && self->store != NULL)
    tras_trouble_bar_say (self->trouble_bar, words);
  else if (words->button == NULL || words->way_out == TRAS_WAY_OUT_TRY_AGAIN)
    tras_message_dialog_tell (widget, words->title, words->body);
  else
    tras_message_dialog_ask (widget, words->title, words->body, words->button, TRAS_ANSWER_PLAIN,
                             on_asked_for_way_out, g_error_copy (error));
}

/* ---- refusals ---- */

/* Of an edit that is not in the log, or of one of the log that could not be taken back. */
typedef struct
{
  TrasEdit *edit;
  gint64 id;
  gboolean redo;
  GError *error;
} Refusal;

static void
refusal_free (gpointer data)
{
  Refusal *refusal = data;

  g_clear_object (&refusal->edit);
  g_clear_error (&refusal->error);
  g_free (refusal);
}

/* Gives the error in the words that are known now. */
static gpointer
explain_job (TrasDb        *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Refusal *refusal = data;
  g_autofree char *words = NULL;
  gint64 newest = 0, undone = 0;

  if (refusal->edit != NULL)
    {
      words = tras_refusal_dup_words (db, refusal->edit, refusal->error);
    }
  else
    {
      if (refusal->id == 0)
        tras_edit_log_peek (db, &newest, NULL, &undone, NULL, NULL);
      if (refusal->id != 0)
        newest = refusal->id;
      words = tras_refusal_dup_undo_words (db, refusal->redo ? undone : newest, refusal->error);
    }

  if (words != NULL)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED, words);
  else
    g_propagate_error (error, g_steal_pointer (&refusal->error));

  return NULL;
}

static void
explain (TrasStore           *store,
         TrasEdit            *edit,
         gint64               id,
         gboolean             redo,
         GError              *error,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  Refusal *refusal = g_new0 (Refusal, 1);

  g_set_object (&refusal->edit, edit);
  refusal->id = id;
  refusal->redo = redo;
  refusal->error = error;
  tras_store_run_async (store, explain, explain_job, refusal, refusal_free, g_free, NULL, callback,
                        user_data);
}

/* ---- edits ---- */

typedef struct
{
  TrasEdit *edit;
  TrasApplyFlags flags;
  gint64 id;
} Apply;

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  g_object_unref (apply->edit);
  g_free (apply);
}

static void try_to_apply (GTask *task);

typedef struct
{
  GTask *task;
  GError *error;
} Again;

static void
on_asked_to_try_again (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autofree Again *again = user_data;

  if (tras_message_dialog_finish (result))
    {
      g_clear_error (&again->error);
      try_to_apply (again->task);
      return;
    }

  g_task_return_error (again->task, again->error);
  g_object_unref (again->task);
}

static void
ask_to_try_again (GTask  *task,
                  GError *error)
{
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);
  Again *again = g_new0 (Again, 1);

  again->task = task;
  again->error = error;
  tras_message_dialog_ask (g_task_get_source_object (task), words->title, words->body,
                           words->button, TRAS_ANSWER_SUGGESTED, on_asked_to_try_again, again);
}

/* Whoever waits three seconds for another window, or for room on the disk, has not typed for
 * nothing. */
static gboolean
can_try_again (GtkWidget    *widget,
               const GError *error)
{
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);

  return words->way_out == TRAS_WAY_OUT_TRY_AGAIN && tras_window_find (widget) != NULL;
}

static void
fail (GTask  *task,
      GError *error)
{
  Apply *apply = g_task_get_task_data (task);

  if (!(apply->flags & TRAS_APPLY_OWN_ERRORS))
    tras_window_report_error (g_task_get_source_object (task), error);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_explained (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  GError *error = NULL;

  tras_store_run_finish (TRAS_STORE (object), result, &error);
  fail (user_data, error);
}

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  GtkWidget *widget = g_task_get_source_object (task);
  Apply *apply = g_task_get_task_data (task);
  GError *error = NULL;

  if (tras_store_apply_finish (TRAS_STORE (object), result, &apply->id, &error))
    {
      if (!(apply->flags & TRAS_APPLY_NO_TOAST) && apply->id != 0)
        tras_window_toast_edit (widget, tras_edit_get_label (apply->edit), apply->id);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  if (can_try_again (widget, error))
    {
      ask_to_try_again (task, error);
      return;
    }

  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    explain (TRAS_STORE (object), apply->edit, 0, FALSE, error, on_explained, task);
  else
    fail (task, error);
}

static void
try_to_apply (GTask *task)
{
  TrasWindow *self = tras_window_find (g_task_get_source_object (task));
  Apply *apply = g_task_get_task_data (task);

  if (self == NULL || self->store == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The file was closed");
      g_object_unref (task);
      return;
    }

  tras_store_apply_async (self->store, apply->edit, NULL, on_applied, task);
}

/**
 * tras_window_apply:
 * @widget: who writes: any widget of the window, or of one that stands over it
 * @edit: (transfer none): what to write; its label, in the user's language, is what the toast, the
 *   undo button and the edit history say: “Add goal “Sales up”” . Nobody else touches it afterwards
 * @flags: what to leave unsaid
 * @callback: (nullable): called when it is done or has failed, with @widget as source
 * @user_data: data for @callback
 *
 * The one way in which pages write. Says what was done in a toast with Undo, and what went wrong in
 * words.
 */
void
tras_window_apply (GtkWidget           *widget,
                   TrasEdit            *edit,
                   TrasApplyFlags       flags,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Apply *apply;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TRAS_IS_EDIT (edit));

  apply = g_new0 (Apply, 1);
  apply->edit = g_object_ref (edit);
  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  apply->flags = flags;
  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_source_tag (task, tras_window_apply);
  g_task_set_task_data (task, apply, apply_free);
  try_to_apply (task);
}

/**
 * tras_window_apply_finish:
 * @widget: who wrote
 * @result: what the callback got
 * @edit: (out) (optional): the edit's id in the log, 0 where it changed nothing
 * @error: where to put the error; it was told already, unless %TRAS_APPLY_OWN_ERRORS
 *
 * Returns: whether everything is stored
 */
gboolean
tras_window_apply_finish (GtkWidget     *widget,
                          GAsyncResult  *result,
                          gint64        *edit,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tras_window_apply), FALSE);

  if (edit != NULL)
    *edit = ((Apply *) g_task_get_task_data (G_TASK (result)))->id;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- undo ---- */

typedef struct
{
  GtkWidget *widget;
  gint64 edit;
  gboolean redo;
  TrasProgressMeter *meter;
  TrasProgressDialog *dialog;
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->widget);
  tras_progress_meter_unref (step->meter);
  g_free (step);
}

static void try_to_step (Step *step);

static void
on_asked_to_step_again (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  if (tras_message_dialog_finish (result))
    try_to_step (user_data);
  else
    step_free (user_data);
}

static void
on_step_explained (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Step *step = user_data;
  g_autoptr (GError) error = NULL;

  tras_store_run_finish (TRAS_STORE (object), result, &error);
  tras_window_report_error (step->widget, error);
  step_free (step);
}

static void
on_stepped (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Step *step = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_store_undo_finish (TRAS_STORE (object), result, &error);

  g_clear_pointer (&step->dialog, tras_progress_dialog_end);
  if (label == NULL && can_try_again (step->widget, error))
    {
      g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);

      tras_message_dialog_ask (step->widget, words->title, words->body, words->button,
                               TRAS_ANSWER_SUGGESTED, on_asked_to_step_again, step);
      return;
    }
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    {
      explain (TRAS_STORE (object), NULL, step->edit, step->redo, g_steal_pointer (&error),
               on_step_explained, step);
      return;
    }

  if (label != NULL)
    {
      /* Translators: %s is what was done: “Add goal” */
      g_autofree char *message = g_strdup_printf (step->redo ? _("Done again: %s")
                                                             : _("Undone: %s"),
                                                  label);

      tras_window_toast (step->widget, message);
    }
  /* A key that was pressed once more than there was something to take back, before the buttons
   * could say so. */
  else if (step->edit != 0 || !g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    tras_window_report_error (step->widget, error);
  step_free (step);
}

static void
try_to_step (Step *step)
{
  TrasWindow *self = tras_window_find (step->widget);
  g_autoptr (GCancellable) cancellable = NULL;

  if (self == NULL || self->store == NULL)
    {
      step_free (step);
      return;
    }

  cancellable = g_cancellable_new ();
  step->dialog = tras_progress_dialog_begin (step->widget, step->redo ? _("Doing It Again")
                                                                      : _("Undoing"),
                                             step->meter, cancellable);
  if (step->redo)
    tras_store_redo_async (self->store, tras_progress_meter_report, step->meter, cancellable,
                           on_stepped, step);
  else
    tras_store_undo_async (self->store, step->edit, tras_progress_meter_report, step->meter,
                           cancellable, on_stepped, step);
}

static void
begin_step (GtkWidget *widget,
            gint64     edit,
            gboolean   redo)
{
  Step *step = g_new0 (Step, 1);

  step->widget = g_object_ref (widget);
  step->edit = edit;
  step->redo = redo;
  step->meter = tras_progress_meter_new ();
  try_to_step (step);
}

/**
 * tras_window_undo:
 * @widget: any widget of the window, or of one that stands over it
 * @edit: an edit of the log, 0 for the newest that can be taken back
 *
 * Takes an edit back and says so, or says why not.
 */
void
tras_window_undo (GtkWidget *widget,
                  gint64     edit)
{
  begin_step (widget, edit, FALSE);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tras_window_undo (widget, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  begin_step (widget, 0, TRUE);
}

void
tras_window_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-edit", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}
