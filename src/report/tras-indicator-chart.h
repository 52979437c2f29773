/* tras-indicator-chart.h: an indicator as a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that turns what the model knows of an indicator into what a chart shows, for the
 * window, for files and for the review's pages.
 */

#pragma once

#include "tras-indicator-series.h"
#include "tras-number.h"
#include "tras-scorecard.h"
#include "tras-sparkline.h"
#include "tras-trend-chart.h"

G_BEGIN_DECLS

const TrasChartFormat *tras_indicator_chart_get_format      (const TrasNumberFormat  *format);
TrasGlyph              tras_indicator_chart_variation_glyph (TrasVariation            variation,
                                                             int                      side);
TrasGlyph              tras_indicator_chart_assurance_glyph (TrasAssurance            assurance);
TrasGlyph              tras_indicator_chart_newest_glyph    (TrasIndicatorSeries     *series);
TrasTrendData         *tras_indicator_chart_dup_data        (TrasIndicatorSeries     *series);
TrasTrendChart        *tras_indicator_chart_new             (TrasIndicatorSeries     *series,
                                                             const TrasNumberFormat  *format);
TrasTrendChart        *tras_indicator_chart_new_effect      (TrasIndicatorSeries     *series,
                                                             const TrasEffect        *effect,
                                                             const TrasNumberFormat  *format);
void                   tras_indicator_chart_fill_sparkline  (TrasIndicatorSeries     *series,
                                                             const TrasCell          *cells,
                                                             guint                    n_cells,
                                                             double                  *values,
                                                             TrasSparkline           *sparkline);
gboolean               tras_indicator_chart_write           (TrasDb                  *db,
                                                             const char              *indicator,
                                                             TrasDay                  from,
                                                             TrasDay                  to,
                                                             const char              *language,
                                                             const char              *path,
                                                             GError                 **error);

G_END_DECLS
