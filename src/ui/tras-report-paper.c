/* tras-report-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-print.h"
#include "tras-report-paper.h"
#include "tras-save-file.h"

static GBytes *
make_pdf (GFile    *file,
          gpointer  data,
          GError  **error)
{
  return tras_report_to_pdf (data, error);
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

  tras_save_file (widget, title, TRAS_FILE_PDF, file_name, make_pdf, g_object_ref (report),
                  g_object_unref);
}

static void
draw_page (cairo_t  *cr,
           double    width,
           double    height,
           guint     page,
           gpointer  data)
{
  double page_width, page_height;
  double scale;

  tras_report_get_page_size (data, &page_width, &page_height);
  scale = MIN (width / page_width, height / page_height);
  cairo_scale (cr, scale, scale);
  tras_report_draw_page (data, cr, page);
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
  double width, height;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TRAS_IS_REPORT (report));

  tras_report_get_page_size (report, &width, &height);
  tras_print (widget, tras_report_get_title (report),
              width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT,
              tras_report_get_n_pages (report), draw_page, g_object_ref (report), g_object_unref);
}
