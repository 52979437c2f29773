/* tras-chart-export.h: pictures as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "tras-trend-chart.h"

G_BEGIN_DECLS

/**
 * TrasChartFileKind:
 *
 * The kinds of files that pictures are written as.
 */
typedef enum
{
  TRAS_CHART_FILE_PNG,
  TRAS_CHART_FILE_SVG,
  TRAS_CHART_FILE_PDF,
} TrasChartFileKind;

/**
 * TrasChartDrawFunc:
 * @cr: where to draw, from (0, 0)
 * @width: of the paper, in points
 * @height: likewise
 * @user_data: the caller's
 *
 * Draws one picture.
 */
typedef void (*TrasChartDrawFunc) (cairo_t  *cr,
                                   double    width,
                                   double    height,
                                   gpointer  user_data);

GBytes   *tras_chart_export_to_bytes    (TrasChartFileKind   kind,
                                         const char         *title,
                                         double              width,
                                         double              height,
                                         double              resolution,
                                         TrasChartDrawFunc   draw,
                                         gpointer            user_data,
                                         GError            **error);
gboolean  tras_chart_export_to_file     (TrasChartFileKind   kind,
                                         const char         *path,
                                         const char         *title,
                                         double              width,
                                         double              height,
                                         double              resolution,
                                         TrasChartDrawFunc   draw,
                                         gpointer            user_data,
                                         GError            **error);
gboolean  tras_chart_export_write_bytes (const char         *path,
                                         GBytes             *bytes,
                                         GError            **error);
void      tras_chart_export_trend_chart (cairo_t            *cr,
                                         double              width,
                                         double              height,
                                         gpointer            chart);

G_END_DECLS
