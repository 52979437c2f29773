/* tras-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-print.h"
#include "tras-window.h"

typedef struct
{
  TrasPrintPage draw;
  gpointer data;
  GDestroyNotify data_free;
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *print = data;

  if (print->data_free != NULL)
    print->data_free (print->data);
  g_free (print);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *print)
{
  print->draw (gtk_print_context_get_cairo_context (context),
               gtk_print_context_get_width (context), gtk_print_context_get_height (context),
               (guint) page, print->data);
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
 * tras_print:
 * @widget: any widget of the window
 * @name: what the printer's queue calls it
 * @orientation: how the paper lies, unless the user turns it
 * @n_pages: how many pages there are
 * @draw: draws a page
 * @data: data for @draw
 * @data_free: (nullable): frees @data
 *
 * Asks for a printer and prints.
 */
void
tras_print (GtkWidget          *widget,
            const char         *name,
            GtkPageOrientation  orientation,
            guint               n_pages,
            TrasPrintPage       draw,
            gpointer            data,
            GDestroyNotify      data_free)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  Print *print;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (draw != NULL);

  print = g_new0 (Print, 1);
  print->draw = draw;
  print->data = data;
  print->data_free = data_free;
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, orientation);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), print, print_free, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
