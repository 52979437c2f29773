/* tras-trend-chart-private.h: the trend chart from within
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-trend-chart.h"
#include "tras-trend-layout.h"

G_BEGIN_DECLS

const TrasTrendLayout *tras_trend_chart_get_layout (TrasTrendChart *self,
                                                    double          width,
                                                    double          height);

G_END_DECLS
