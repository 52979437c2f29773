/* tras-balance-chart.h: how much of something was there, and how long it lasts
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
 * TrasBalanceChart:
 * @days: (array length=n_steps): days on which the balance changed, never decreasing
 * @balances: (array length=n_steps): the balance behind each of them; finite
 * @n_steps: their count
 * @before: the balance before the first of them; NAN where it is not known, and nothing is drawn
 * @from: the first day that is drawn
 * @today: where what is known ends and what is expected begins
 * @to: the last day that is drawn, after @today
 * @available: what may still be used, where the expected line begins; NAN for no such line
 * @use_per_day: how fast it goes, 0 for not at all
 * @reorder_at: the level at which more is bought, NAN for none
 *
 * What is shown; all the caller's.
 */
typedef struct
{
  const TrasDay *days;
  const double  *balances;
  gsize          n_steps;
  double         before;
  TrasDay        from;
  TrasDay        today;
  TrasDay        to;
  double         available;
  double         use_per_day;
  double         reorder_at;
} TrasBalanceChart;

double  tras_balance_chart_get_balance (const TrasBalanceChart *self,
                                        TrasDay                 day);
TrasDay tras_balance_chart_get_end     (const TrasBalanceChart *self);
TrasDay tras_balance_chart_hit         (const TrasBalanceChart *self,
                                        const TrasRect         *rect,
                                        double                  text_size,
                                        double                  x,
                                        gboolean                mirrored);
void    tras_balance_chart_draw        (const TrasBalanceChart *self,
                                        cairo_t                *cr,
                                        const TrasPalette      *palette,
                                        const TrasChartFormat  *format,
                                        TrasTextCache          *texts,
                                        const TrasRect         *rect,
                                        double                  text_size,
                                        gboolean                mirrored);
void    tras_balance_chart_draw_day    (const TrasBalanceChart *self,
                                        cairo_t                *cr,
                                        const TrasPalette      *palette,
                                        const TrasRect         *rect,
                                        double                  text_size,
                                        gboolean                mirrored,
                                        TrasDay                 day);

G_END_DECLS
