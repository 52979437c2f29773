/* tras-report-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-file-dialog.h"
#include "tras-report-paper.h"
#include "tras-window.h"

/* ---- files ---- */

typedef struct
{
  TrasReport *report;
  GFile *file;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->report);
  g_object_unref (save->file);
  g_free (save);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = tras_report_to_pdf (save->report, &error);

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
  g_autoptr (GError) error = NULL;
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_("Saved as “%s”"), shown);

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
  g_autoptr (TrasReport) report = user_data;
  g_autoptr (GFile) file = tras_file_dialog_finish (result);
  g_autoptr (GTask) task = NULL;
  Save *save;

  if (file == NULL)
    return;

  save = g_new0 (Save, 1);
  save->report = g_steal_pointer (&report);
  save->file = g_steal_pointer (&file);
  task = g_task_new (object, NULL, on_saved, NULL);
  g_task_set_source_tag (task, on_chosen);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * tras_report_paper_save:
 * @widget: any widget of the window
 * @report: what is saved; not to be added to any more
 * @title: what the dialog is called
 * @file_name: the name that is offered
 *
 * Asks for a file and writes the report into it as a PDF.
 */
void
tras_report_paper_save (GtkWidget  *widget,
                        TrasReport *report,
                        const char *title,
                        const char *file_name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TRAS_IS_REPORT (report));

  tras_file_dialog_save (widget, title, TRAS_FILE_PDF, file_name, on_chosen,
                         g_object_ref (report));
}

/* ---- paper ---- */

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              TrasReport        *report)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;
  double scale;

  tras_report_get_page_size (report, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  tras_report_draw_page (report, cr, (guint) page);
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWidget               *widget)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    tras_window_report_error (widget, error);
}

/**
 * tras_report_paper_print:
 * @widget: any widget of the window
 * @report: what is printed
 *
 * Asks for a printer and prints the report; a broad one on a page that lies on its side.
 */
void
tras_report_paper_print (GtkWidget  *widget,
                         TrasReport *report)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  double width, height;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TRAS_IS_REPORT (report));

  tras_report_get_page_size (report, &width, &height);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, tras_report_get_title (report));
  gtk_print_operation_set_n_pages (operation, (int) tras_report_get_n_pages (report));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_object_ref (report),
                         (GClosureNotify) (void *) g_object_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
