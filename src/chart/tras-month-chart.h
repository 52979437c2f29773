/* tras-month-chart.h: twelve months against last year's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-chart-format.h"
#include "tras-label-layout.h"
#include "tras-palette.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasMonthChart:
 * @first: the first day of the first month
 * @this_year: (array fixed-size=12): finite values, NAN for none
 * @last_year: (array fixed-size=12): those of the months one year before
 * @decimals: decimals of a value
 *
 * What is shown; all the caller's.
 */
typedef struct
{
  TrasDay       first;
  const double *this_year;
  const double *last_year;
  int           decimals;
} TrasMonthChart;

void tras_month_chart_draw (const TrasMonthChart  *self,
                            cairo_t               *cr,
                            const TrasPalette     *palette,
                            const TrasChartFormat *format,
                            TrasTextCache         *texts,
                            const TrasRect        *rect,
                            double                 text_size,
                            gboolean               mirrored);

G_END_DECLS
