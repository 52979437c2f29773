/* tras-file-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only user of GtkFileChooserNative, which GTK 4.10 deprecates.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-file-dialog.h"
#include "tras-message-dialog.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

typedef struct
{
  const char *label;
  const char *endings[4];
} Kind;

static const Kind kinds[] = {
  [TRAS_FILE_COMPANY] = { N_("Company files"), { "trastienda" } },
  [TRAS_FILE_TABLE] = { N_("Tables"), { "csv", "tsv", "txt" } },
  [TRAS_FILE_CSV] = { N_("CSV tables"), { "csv" } },
  [TRAS_FILE_PDF] = { N_("PDF documents"), { "pdf" } },
  [TRAS_FILE_CALENDAR] = { N_("Calendars"), { "ics" } },
  [TRAS_FILE_JSON] = { N_("JSON files"), { "json" } },
  [TRAS_FILE_PICTURE] = { N_("Pictures"), { "png", "svg", "pdf" } },
};

static void
add_filters (GtkFileChooser *chooser,
             TrasFileKind    kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kinds[kind].label));
  for (guint i = 0; kinds[kind].endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, kinds[kind].endings[i]);
  gtk_file_chooser_add_filter (chooser, filter);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static gboolean
has_ending (const char *name,
            const Kind *kind)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && kind->endings[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (dot + 1, kind->endings[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The file that was named, with the ending that its kind has. */
static GFile *
dup_named_file (GtkFileChooser *chooser,
                TrasFileKind    kind)
{
  GFile *file = gtk_file_chooser_get_file (chooser);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *full = NULL;
  g_autoptr (GFile) folder = NULL;

  if (file == NULL || has_ending (name, &kinds[kind]))
    return file;

  folder = g_file_get_parent (file);
  full = g_strconcat (name, ".", kinds[kind].endings[0], NULL);
  g_object_unref (file);

  return g_file_get_child (folder, full);
}

static gboolean
is_chosen (GtkFileChooser *chooser,
           GFile          *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return g_file_equal (chosen, file);
}

typedef struct
{
  GTask *task;
  GFile *file;
} Replace;

static void
on_asked_to_replace (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autofree Replace *replace = user_data;
  g_autoptr (GTask) task = replace->task;
  g_autoptr (GFile) file = replace->file;

  g_task_return_pointer (task,
                         tras_message_dialog_finish (result) ? g_steal_pointer (&file) : NULL,
                         g_object_unref);
}

static void
ask_to_replace (GTask *task,
                GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), shown);
  Replace *replace = g_new0 (Replace, 1);

  replace->task = task;
  replace->file = file;
  tras_message_dialog_ask (g_task_get_source_object (task), heading,
                           _("There is a file of this name already. What is in it will be lost."),
                           _("_Replace"), TRAS_ANSWER_DESTRUCTIVE, on_asked_to_replace, replace);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  GTask *task = user_data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  TrasFileKind kind = GPOINTER_TO_INT (g_task_get_task_data (task));
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE
             ? dup_named_file (chooser, kind)
             : gtk_file_chooser_get_file (chooser);

  /* The dialog asked about the name as it was typed. */
  if (file != NULL && gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE &&
      !is_chosen (chooser, file) && g_file_query_exists (file, NULL))
    ask_to_replace (task, file);
  else
    {
      g_task_return_pointer (task, file, g_object_unref);
      g_object_unref (task);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
propose (GtkFileChooser *chooser,
         const char     *name)
{
  g_autofree char *base = g_filename_display_basename (name);

  if (g_path_is_absolute (name))
    {
      g_autofree char *path = g_path_get_dirname (name);
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
  gtk_file_chooser_set_current_name (chooser, base);
}

static void
ask (GtkWidget            *widget,
     const char           *title,
     TrasFileKind          kind,
     const char           *name,
     GAsyncReadyCallback   callback,
     gpointer              user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GTask *task = g_task_new (widget, NULL, callback, user_data);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE
                                              : GTK_FILE_CHOOSER_ACTION_OPEN,
                                 NULL, NULL);

  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, GINT_TO_POINTER (kind), NULL);
  add_filters (GTK_FILE_CHOOSER (dialog), kind);
  if (name != NULL)
    propose (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * tras_file_dialog_open:
 * @widget: who asks; the dialog stands over its window
 * @title: the title of the dialog
 * @kind: which files are offered
 * @callback: called when the user has answered, with @widget as source
 * @user_data: data for @callback
 *
 * Asks for a file that is there.
 */
void
tras_file_dialog_open (GtkWidget           *widget,
                       const char          *title,
                       TrasFileKind         kind,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  ask (widget, title, kind, NULL, callback, user_data);
}

/**
 * tras_file_dialog_save:
 * @widget: who asks; the dialog stands over its window
 * @title: the title of the dialog
 * @kind: what is going to be written; a name without a fitting ending gets one
 * @name: the name that is proposed; an absolute path proposes its folder, too
 * @callback: called when the user has answered, with @widget as source
 * @user_data: data for @callback
 *
 * Asks where to write. Whether a file there may be replaced has been asked for by then.
 */
void
tras_file_dialog_save (GtkWidget           *widget,
                       const char          *title,
                       TrasFileKind         kind,
                       const char          *name,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  ask (widget, title, kind, name, callback, user_data);
}

/**
 * tras_file_dialog_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the file, or %NULL where the user has chosen none
 */
GFile *
tras_file_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ask), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
