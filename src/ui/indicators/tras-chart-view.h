/* tras-chart-view.h: a trend chart that is walked with pointer and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-indicator-series.h"
#include "tras-trend-chart.h"

G_BEGIN_DECLS

#define TRAS_TYPE_CHART_VIEW (tras_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasChartView, tras_chart_view, TRAS, CHART_VIEW, GtkWidget)

void                 tras_chart_view_set_series   (TrasChartView       *self,
                                                   TrasIndicatorSeries *series);
TrasIndicatorSeries *tras_chart_view_get_series   (TrasChartView       *self);
TrasTrendChart      *tras_chart_view_get_chart    (TrasChartView       *self);
void                 tras_chart_view_set_menu     (TrasChartView       *self,
                                                   GMenuModel          *menu);
void                 tras_chart_view_set_periods  (TrasChartView       *self,
                                                   guint                n_periods);
guint                tras_chart_view_get_periods  (TrasChartView       *self);
TrasDay              tras_chart_view_get_selected (TrasChartView       *self);
gboolean             tras_chart_view_select       (TrasChartView       *self,
                                                   TrasDay              day);
gboolean             tras_chart_view_get_place    (TrasChartView       *self,
                                                   GdkRectangle        *place);
char                *tras_chart_view_dup_words    (TrasChartView       *self);

G_END_DECLS
