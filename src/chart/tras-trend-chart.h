/* tras-trend-chart.h: a quantity over time with its limits, its target and what happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "tras-chart-format.h"
#include "tras-palette.h"
#include "tras-trend-data.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TREND_CHART (tras_trend_chart_get_type ())

G_DECLARE_FINAL_TYPE (TrasTrendChart, tras_trend_chart, TRAS, TREND_CHART, GObject)

TrasTrendChart *tras_trend_chart_new              (void);
void            tras_trend_chart_set_data         (TrasTrendChart             *self,
                                                   TrasTrendData              *data);
TrasTrendData  *tras_trend_chart_get_data         (TrasTrendChart             *self);
void            tras_trend_chart_set_format       (TrasTrendChart             *self,
                                                   const TrasChartFormat      *format);
void            tras_trend_chart_set_palette      (TrasTrendChart             *self,
                                                   TrasPaletteKind             kind);
const TrasPalette *
                tras_trend_chart_get_palette      (TrasTrendChart             *self);
void            tras_trend_chart_set_font         (TrasTrendChart             *self,
                                                   const PangoFontDescription *font);
void            tras_trend_chart_set_text_scale   (TrasTrendChart             *self,
                                                   double                      text_scale);
void            tras_trend_chart_set_mirrored     (TrasTrendChart             *self,
                                                   gboolean                    mirrored);
void            tras_trend_chart_set_show_title   (TrasTrendChart             *self,
                                                   gboolean                    show_title);
void            tras_trend_chart_set_range        (TrasTrendChart             *self,
                                                   TrasDay                     from,
                                                   TrasDay                     to);
void            tras_trend_chart_get_range        (TrasTrendChart             *self,
                                                   TrasDay                    *from,
                                                   TrasDay                    *to);

void            tras_trend_chart_draw             (TrasTrendChart             *self,
                                                   cairo_t                    *cr,
                                                   double                      width,
                                                   double                      height);
void            tras_trend_chart_draw_hover       (TrasTrendChart             *self,
                                                   cairo_t                    *cr,
                                                   double                      width,
                                                   double                      height,
                                                   gssize                      index,
                                                   gboolean                    focused);
gssize          tras_trend_chart_hit              (TrasTrendChart             *self,
                                                   double                      width,
                                                   double                      height,
                                                   double                      x,
                                                   double                      y);
gboolean        tras_trend_chart_get_point        (TrasTrendChart             *self,
                                                   double                      width,
                                                   double                      height,
                                                   gsize                       index,
                                                   double                     *x,
                                                   double                     *y);
gssize          tras_trend_chart_step             (TrasTrendChart             *self,
                                                   gssize                      index,
                                                   int                         step);
TrasDay         tras_trend_chart_get_day          (TrasTrendChart             *self,
                                                   double                      width,
                                                   double                      height,
                                                   double                      x);
char           *tras_trend_chart_dup_description  (TrasTrendChart             *self);
char           *tras_trend_chart_dup_point_text   (TrasTrendChart             *self,
                                                   gsize                       index);

G_END_DECLS
