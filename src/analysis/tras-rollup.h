/* tras-rollup.h: longer periods out of shorter ones, and comparisons between periods
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasRoll:
 * @TRAS_ROLL_SUM: add up
 * @TRAS_ROLL_MEAN: mean of the measured periods
 * @TRAS_ROLL_LAST: the last measured one
 * @TRAS_ROLL_MIN: the least
 * @TRAS_ROLL_MAX: the largest
 * @TRAS_ROLL_RATIO: numerators added up, divided by denominators added up
 *
 * How an indicator's values make the value of a longer period.
 */
typedef enum
{
  TRAS_ROLL_SUM,
  TRAS_ROLL_MEAN,
  TRAS_ROLL_LAST,
  TRAS_ROLL_MIN,
  TRAS_ROLL_MAX,
  TRAS_ROLL_RATIO,
} TrasRoll;

/**
 * TrasRollInput:
 * @every: the length of the periods
 * @n: how many
 * @periods: (array length=n): period numbers from tras_period_index(), strictly increasing
 * @values: (array length=n): measured values; not read for ratios
 * @nums: (array length=n) (nullable): numerators; read for ratios only; NAN where absent
 * @dens: (array length=n) (nullable): denominators; read for ratios only; NAN where absent
 *
 * Measured values to roll up. The arrays are borrowed.
 */
typedef struct
{
  TrasEvery     every;
  gsize         n;
  const gint32 *periods;
  const double *values;
  const double *nums;
  const double *dens;
} TrasRollInput;

gsize       tras_rollup                (const TrasRollInput *input,
                                        TrasEvery            every,
                                        TrasRoll             roll,
                                        gint32              *periods,
                                        double              *values);
gint32      tras_rollup_year_before    (TrasEvery            every,
                                        gint32               period);
double      tras_rollup_change_percent (double               before,
                                        double               now);
double      tras_rollup_change_points  (double               before,
                                        double               now);
const char *tras_roll_to_string        (TrasRoll             roll);
gboolean    tras_roll_from_string      (const char          *text,
                                        TrasRoll            *roll);

G_END_DECLS
