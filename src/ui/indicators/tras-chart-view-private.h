/* tras-chart-view-private.h: the parts of a trend chart with the cursor on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-chart-view.h"

G_BEGIN_DECLS

struct _TrasChartView
{
  GtkWidget parent_instance;

  /* owned */
  TrasTrendChart *chart;
  TrasIndicatorSeries *series;
  GskRenderNode *node;
  GMenuModel *menu;

  TrasDay from;
  TrasDay to;
  TrasDay drag_from;
  TrasDay drag_to;
  guint n_periods;
  double pointer_x;
  double pointer_y;
  gssize selected;
  gssize hovered;
  gboolean walking;
};

/* tras-chart-view.c */
gssize tras_chart_view_count_points (TrasChartView *self);
void   tras_chart_view_get_whole    (TrasChartView *self,
                                     TrasDay       *from,
                                     TrasDay       *to);
void   tras_chart_view_set_range    (TrasChartView *self,
                                     double         from,
                                     double         to);
void   tras_chart_view_take_periods (TrasChartView *self,
                                     guint          n_periods);
void   tras_chart_view_set_selected (TrasChartView *self,
                                     gssize         selected);
void   tras_chart_view_walk_to      (TrasChartView *self,
                                     gssize         point);
void   tras_chart_view_zoom         (TrasChartView *self,
                                     double         factor,
                                     double         x);
void   tras_chart_view_pan          (TrasChartView *self,
                                     double         part);
void   tras_chart_view_activate     (TrasChartView *self);

/* tras-chart-input.c */
void   tras_chart_input_init        (TrasChartView *self);

G_END_DECLS
