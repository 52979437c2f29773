/* tras-chart-page.h: an indicator with its chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-chart-view.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_CHART_PAGE (tras_chart_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasChartPage, tras_chart_page, TRAS, CHART_PAGE, AdwBin)

void           tras_chart_page_set_store (TrasChartPage *self,
                                          TrasStore     *store);
void           tras_chart_page_show      (TrasChartPage *self,
                                          gint64         indicator_id,
                                          TrasDay        day);
void           tras_chart_page_define    (TrasChartPage *self);
gint64         tras_chart_page_get_id    (TrasChartPage *self);
TrasChartView *tras_chart_page_get_view  (TrasChartPage *self);

G_END_DECLS
