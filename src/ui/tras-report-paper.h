/* tras-report-paper.h: a report as a file and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-report.h"

G_BEGIN_DECLS

void tras_report_paper_save  (GtkWidget   *widget,
                              TrasReport  *report,
                              const char  *title,
                              const char  *file_name);
void tras_report_paper_print (GtkWidget   *widget,
                              TrasReport  *report);

G_END_DECLS
