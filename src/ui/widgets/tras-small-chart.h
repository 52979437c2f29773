/* tras-small-chart.h: a chart to look at, among other things of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-trend-chart.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SMALL_CHART (tras_small_chart_get_type ())

G_DECLARE_FINAL_TYPE (TrasSmallChart, tras_small_chart, TRAS, SMALL_CHART, GtkWidget)

void tras_small_chart_show (TrasSmallChart *self,
                            TrasTrendChart *chart,
                            const char     *sentence);

G_END_DECLS
