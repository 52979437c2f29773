/* tras-chart-block.h: a chart and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-block.h"
#include "tras-trend-chart.h"

G_BEGIN_DECLS

TrasBlock *tras_chart_block_new (TrasReportStyle *style,
                                 TrasTrendChart  *chart,
                                 TrasGlyph        glyph,
                                 const char      *sentence,
                                 const char      *definition,
                                 double           height,
                                 double           stretch);

G_END_DECLS
