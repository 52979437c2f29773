/* tras-new-firm-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-error-words.h"
#include "tras-file-dialog.h"
#include "tras-firm.h"
#include "tras-new-firm-dialog.h"

#define SUFFIX ".trastienda"

/**
 * TrasNewFirmDialog:
 *
 * Asks for the name of the firm, its currency and the place of its file, and makes that file.
 */
struct _TrasNewFirmDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name;
  AdwEntryRow *currency;
  AdwActionRow *place;
  GtkLabel *trouble;
  GtkWidget *form;

  GTask *task;
  char *path;
  gboolean path_was_chosen;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (TrasNewFirmDialog, tras_new_firm_dialog, ADW_TYPE_WINDOW)

/* ---- what was entered ---- */

static char *
dup_entered (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* Three letters, as ISO 4217 has them. */
static gboolean
is_currency (const char *text)
{
  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_isalpha (text[i]))
        return FALSE;
    }

  return text[3] == '\0';
}

static char *
dup_local_currency (void)
{
  g_autofree char *code = g_strstrip (g_strdup (localeconv ()->int_curr_symbol));

  return g_strdup (is_currency (code) ? code : "EUR");
}

static char *
dup_proposed_path (const char *name)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *file = g_strconcat (*name != '\0' ? name : _("My firm"), SUFFIX, NULL);

  g_strdelimit (file, "/\\:", '-');

  return g_build_filename (folder != NULL ? folder : g_get_home_dir (), file, NULL);
}

static void
show_path (TrasNewFirmDialog *self)
{
  g_autofree char *display = g_filename_display_name (self->path);

  adw_action_row_set_subtitle (self->place, display);
}

static void
on_changed (TrasNewFirmDialog *self)
{
  g_autofree char *name = dup_entered (self->name);
  g_autofree char *currency = dup_entered (self->currency);

  if (!self->path_was_chosen)
    {
      g_free (self->path);
      self->path = dup_proposed_path (name);
      show_path (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_widget_set_sensitive (self->form, !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "firm.create",
                                 !self->busy && *name != '\0' && is_currency (currency));
}

static void
on_place_chosen (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TrasNewFirmDialog *self = TRAS_NEW_FIRM_DIALOG (object);
  g_autoptr (GFile) file = tras_file_dialog_finish (result);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;

  g_free (self->path);
  self->path = path;
  self->path_was_chosen = TRUE;
  show_path (self);
  on_changed (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasNewFirmDialog *self = TRAS_NEW_FIRM_DIALOG (widget);

  tras_file_dialog_save (widget, _("Where to Keep the Firm"), TRAS_FILE_COMPANY, self->path,
                         on_place_chosen, NULL);
}

/* ---- making the file ---- */

static void
end_work (TrasNewFirmDialog *self,
          const GError      *error)
{
  g_autoptr (TrasErrorWords) words = NULL;
  g_autofree char *text = NULL;

  self->busy = FALSE;
  on_changed (self);
  if (error == NULL)
    {
      g_task_return_pointer (self->task, g_strdup (self->path), g_free);
      g_clear_object (&self->task);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  words = tras_error_words_new (error, self->path);
  text = g_strdup_printf ("%s. %s", words->title, words->body);
  gtk_label_set_label (self->trouble, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
on_set_up (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasNewFirmDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (tras_store_get_path (TRAS_STORE (object)));

  tras_store_run_finish (TRAS_STORE (object), result, &error);
  tras_store_close (TRAS_STORE (object));
  g_application_release (g_application_get_default ());
  if (error != NULL)
    g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  if (self->task != NULL)
    end_work (self, error);
}

static gpointer
set_up_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  char **words = data;

  tras_firm_set_up (db, words[0], words[1], error);

  return NULL;
}

static void
on_file_made (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrasNewFirmDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStore) store = tras_store_open_finish (result, &error);
  char **words;

  if (store == NULL)
    {
      g_application_release (g_application_get_default ());
      if (self->task != NULL)
        end_work (self, error);
      return;
    }

  words = g_new0 (char *, 3);
  words[0] = dup_entered (self->name);
  words[1] = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency)), 3);
  tras_store_run_async (store, on_file_made, set_up_job, words, (GDestroyNotify) g_strfreev, NULL,
                        NULL, on_set_up, g_steal_pointer (&self));
}

static void
create_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasNewFirmDialog *self = TRAS_NEW_FIRM_DIALOG (widget);

  self->busy = TRUE;
  on_changed (self);
  g_application_hold (g_application_get_default ());
  tras_store_create_async (self->path, NULL, on_file_made, g_object_ref (self));
}

static void
on_entry_activated (TrasNewFirmDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "firm.create", NULL);
}

/* ---- the class ---- */

static void
tras_new_firm_dialog_dispose (GObject *object)
{
  TrasNewFirmDialog *self = TRAS_NEW_FIRM_DIALOG (object);

  if (self->task != NULL)
    g_task_return_pointer (self->task, NULL, NULL);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (tras_new_firm_dialog_parent_class)->dispose (object);
}

static void
tras_new_firm_dialog_finalize (GObject *object)
{
  g_free (TRAS_NEW_FIRM_DIALOG (object)->path);

  G_OBJECT_CLASS (tras_new_firm_dialog_parent_class)->finalize (object);
}

static void
tras_new_firm_dialog_class_init (TrasNewFirmDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_new_firm_dialog_dispose;
  object_class->finalize = tras_new_firm_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-new-firm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasNewFirmDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TrasNewFirmDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, TrasNewFirmDialog, place);
  gtk_widget_class_bind_template_child (widget_class, TrasNewFirmDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, TrasNewFirmDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "firm.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "firm.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_new_firm_dialog_init (TrasNewFirmDialog *self)
{
  g_autofree char *currency = dup_local_currency ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->currency), currency);
  on_changed (self);
}

/**
 * tras_new_firm_dialog_ask:
 * @window: the window that it stands over
 * @callback: called when the firm is made, or when nobody wants it, with @window as source
 * @user_data: data for @callback
 */
void
tras_new_firm_dialog_ask (TrasWindow          *window,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TrasNewFirmDialog *self = g_object_new (TRAS_TYPE_NEW_FIRM_DIALOG,
                                          "transient-for", window,
                                          NULL);

  self->task = g_task_new (window, NULL, callback, user_data);
  g_task_set_source_tag (self->task, tras_new_firm_dialog_ask);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * tras_new_firm_dialog_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the new file, or %NULL where there is none
 */
char *
tras_new_firm_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tras_new_firm_dialog_ask), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
