/* tras-indicator-cells.h: what tables of indicators have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-report-table.h"
#include "tras-scorecard.h"

G_BEGIN_DECLS

/* In points. */
#define TRAS_SPARKLINE_WIDTH 54.0

char *tras_indicator_cells_dup_name      (TrasIndicator           *indicator);
char *tras_indicator_cells_dup_target    (TrasIndicatorSeries     *series,
                                          const TrasNumberFormat  *format);
void  tras_indicator_cells_add_verdict   (TrasReportTable         *table,
                                          TrasIndicatorSeries     *series);
void  tras_indicator_cells_add_sparkline (TrasReportTable         *table,
                                          const TrasScorecardRow  *row,
                                          guint                    first,
                                          guint                    n_cells);

G_END_DECLS
