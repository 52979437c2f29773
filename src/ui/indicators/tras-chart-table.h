/* tras-chart-table.h: the numbers of a chart as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-indicator-series.h"

G_BEGIN_DECLS

#define TRAS_TYPE_CHART_TABLE (tras_chart_table_get_type ())

/**
 * TrasChartTable:
 *
 * What a chart shows, newest first: period, value, the usual range, verdict, note. For whoever
 * cannot see the chart, and for whoever wants the numbers.
 */
G_DECLARE_FINAL_TYPE (TrasChartTable, tras_chart_table, TRAS, CHART_TABLE, AdwBin)

void tras_chart_table_set_series (TrasChartTable      *self,
                                  TrasIndicatorSeries *series);

G_END_DECLS
