/* tras-save-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-save-file.h"
#include "tras-window.h"

typedef struct
{
  TrasMakeFile make;
  gpointer data;
  GDestroyNotify data_free;
  GFile *file;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  if (save->data_free != NULL)
    save->data_free (save->data);
  g_clear_object (&save->file);
  g_free (save);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = save->make (save->file, save->data, &error);

  if (bytes == NULL ||
      !g_file_replace_contents (save->file, g_bytes_get_data (bytes, NULL),
                                g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_saved (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_("Saved as “%s”"), shown);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tras_window_toast (GTK_WIDGET (object), message);
  else
    tras_window_report_error (GTK_WIDGET (object), error);
}

static void
on_chosen (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Save *save = user_data;
  g_autoptr (GTask) task = NULL;

  save->file = tras_file_dialog_finish (result);
  if (save->file == NULL)
    {
      save_free (save);
      return;
    }

  task = g_task_new (object, NULL, on_saved, NULL);
  g_task_set_source_tag (task, tras_save_file);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * tras_save_file:
 * @widget: any widget of the window
 * @title: what the dialog is called
 * @kind: what is written
 * @name: the name that is offered
 * @make: makes the content once there is a name; a file of that name is replaced in one step, and
 *   only when its content is complete. Only its owner can read it
 * @data: data for @make, which nobody else changes any more
 * @data_free: (nullable): frees @data
 *
 * Asks for a file, writes it, and says that it did or why it could not.
 */
void
tras_save_file (GtkWidget      *widget,
                const char     *title,
                TrasFileKind    kind,
                const char     *name,
                TrasMakeFile    make,
                gpointer        data,
                GDestroyNotify  data_free)
{
  Save *save;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (make != NULL);

  save = g_new0 (Save, 1);
  save->make = make;
  save->data = data;
  save->data_free = data_free;
  tras_file_dialog_save (widget, title, kind, name, on_chosen, save);
}
