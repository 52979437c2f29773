/* tras-chart-paper.h: a chart as a file, on the clipboard and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-indicator-series.h"

G_BEGIN_DECLS

void tras_chart_paper_save  (GtkWidget           *widget,
                             TrasIndicatorSeries *series,
                             TrasDay              from,
                             TrasDay              to);
void tras_chart_paper_copy  (GtkWidget           *widget,
                             TrasIndicatorSeries *series,
                             TrasDay              from,
                             TrasDay              to);
void tras_chart_paper_print (GtkWidget           *widget,
                             TrasIndicatorSeries *series,
                             TrasDay              from,
                             TrasDay              to);
void tras_chart_paper_draw  (cairo_t             *cr,
                             double               width,
                             double               height,
                             TrasIndicatorSeries *series,
                             TrasDay              from,
                             TrasDay              to);

G_END_DECLS
