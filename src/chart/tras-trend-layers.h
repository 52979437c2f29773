/* tras-trend-layers.h: the trend chart, layer upon layer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-trend-layout.h"

G_BEGIN_DECLS

void tras_trend_layers_draw       (const TrasTrendLayout *layout,
                                   const TrasTrendView   *view,
                                   const TrasPalette     *palette,
                                   cairo_t               *cr);
void tras_trend_layers_draw_hover (const TrasTrendLayout *layout,
                                   const TrasTrendView   *view,
                                   const TrasPalette     *palette,
                                   cairo_t               *cr,
                                   gsize                  index,
                                   gboolean               focused);

G_END_DECLS
