/* tras-ticks.h: round numbers and calendar days for an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-chart-format.h"

G_BEGIN_DECLS

/**
 * TrasTicks:
 * @first: the first tick in steps: its value is tras_ticks_get_value() of 0
 * @mantissa: 1, 2 or 5
 * @exponent: the step is @mantissa × 10^@exponent
 * @n_ticks: at least 2
 *
 * Evenly spaced round numbers.
 */
typedef struct
{
  double first;
  int    mantissa;
  int    exponent;
  guint  n_ticks;
} TrasTicks;

/**
 * TrasDayTick:
 * @day: the first day of what the label names
 * @label: (owned): its name
 */
typedef struct
{
  TrasDay  day;
  char    *label;
} TrasDayTick;

/**
 * TrasDayTicks:
 * @minor: (element-type TrasDayTick): days, weeks or months; empty where only years have room
 * @major: (element-type TrasDayTick): the months or years above them. The first may lie before the
 *   domain: it names what the domain begins in
 *
 * Two rows of labels under a time axis.
 */
typedef struct
{
  GArray *minor;
  GArray *major;
} TrasDayTicks;

void          tras_ticks_init         (TrasTicks             *self,
                                       double                 from,
                                       double                 to,
                                       guint                  most);
void          tras_ticks_init_whole   (TrasTicks             *self,
                                       double                 from,
                                       double                 to,
                                       guint                  most);
double        tras_ticks_get_value    (const TrasTicks       *self,
                                       guint                  index);
int           tras_ticks_get_decimals (const TrasTicks       *self);

TrasDayTicks *tras_day_ticks_new      (TrasDay                from,
                                       TrasDay                to,
                                       double                 places,
                                       double                 label_width,
                                       TrasEvery              every,
                                       const TrasChartFormat *format);
void          tras_day_ticks_free     (TrasDayTicks          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasDayTicks, tras_day_ticks_free)

G_END_DECLS
