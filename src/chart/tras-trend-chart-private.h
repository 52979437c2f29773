/* tras-trend-chart-private.h: the layers of the trend chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-trend-chart.h"
#include "tras-trend-layout.h"

G_BEGIN_DECLS

const TrasTrendLayout *tras_trend_chart_get_layout  (TrasTrendChart        *self,
                                                     double                 width,
                                                     double                 height);

void                   tras_trend_layers_draw       (const TrasTrendLayout *layout,
                                                     const TrasTrendView   *view,
                                                     const TrasPalette     *palette,
                                                     cairo_t               *cr);
void                   tras_trend_layers_draw_hover (const TrasTrendLayout *layout,
                                                     const TrasTrendView   *view,
                                                     const TrasPalette     *palette,
                                                     cairo_t               *cr,
                                                     gsize                  index,
                                                     gboolean               focused);
char                  *tras_trend_words_describe    (const TrasTrendView   *view);
char                  *tras_trend_words_describe_point
                                                    (const TrasTrendView   *view,
                                                     gsize                  index);
char                  *tras_trend_words_dup_value   (const TrasTrendView   *view,
                                                     gsize                  index);

G_END_DECLS
