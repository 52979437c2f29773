/* tras-limits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-limits.h"

/* 3/d2 and D4 of ranges of two: the scaling factors of Wheeler's XmR charts. */
#define LIMIT_FACTOR 2.66
#define RANGE_FACTOR 3.268

/* Values are typed with few decimals, but their mean is rounded in binary. Without this, a value
 * that equals the mean on paper may count as above it. */
#define RELATIVE_TOLERANCE 1e-12

static TrasFit
judge_fit (const TrasSeries *series,
           guint             n,
           guint             n_zeros,
           double            mean)
{
  if (!series->counts || n == 0)
    return TRAS_FIT_GOOD;
  if (n_zeros * 2 > n)
    return TRAS_FIT_ZEROS;

  return mean < 1.0 ? TRAS_FIT_RARE : TRAS_FIT_GOOD;
}

static TrasLimitsState
judge_state (const TrasLimits *limits,
             guint             n_counted)
{
  if (n_counted < TRAS_LIMITS_TRIAL_N)
    return TRAS_LIMITS_NONE;
  if (limits->fit != TRAS_FIT_GOOD)
    return TRAS_LIMITS_UNFIT;
  /* A series with more holes than neighbours says nothing of how one period differs from the
   * next. */
  if (limits->n_ranges * 2 < limits->n_base - 1)
    return TRAS_LIMITS_NONE;

  return n_counted < TRAS_LIMITS_SET_N ? TRAS_LIMITS_TRIAL : TRAS_LIMITS_SET;
}

static void
compute_segment (const TrasSeries *series,
                 gsize             first,
                 gsize             end,
                 guint             base_n,
                 TrasLimits       *limits)
{
  const double *x = series->values;
  const guint enough = MAX (base_n, TRAS_LIMITS_SET_N);
  double anchor = 0.0, offsets = 0.0, ranges = 0.0, largest = 0.0;
  guint n_counted = 0, n_zeros = 0;
  gsize previous = 0;

  *limits = (TrasLimits) { .first = first, .n = end - first, .base_n = base_n };

  for (gsize i = first; i < end && n_counted < enough; i++)
    {
      if (tras_series_leaves_out (series, i))
        continue;
      if (n_counted++ >= base_n)
        continue;

      if (limits->n_base == 0)
        anchor = x[i];
      else if (series->periods[i] - 1 == series->periods[previous])
        {
          ranges += fabs (x[i] - x[previous]);
          limits->n_ranges++;
        }
      /* Adding up distances from the first value makes the mean of a constant series exact. */
      offsets += x[i] - anchor;
      largest = MAX (largest, fabs (x[i]));
      n_zeros += x[i] == 0.0;
      limits->n_base++;
      previous = i;
    }

  limits->locked = n_counted >= base_n;
  limits->mean = anchor + offsets / MAX (limits->n_base, 1);
  limits->fit = judge_fit (series, limits->n_base, n_zeros, limits->mean);
  limits->state = judge_state (limits, n_counted);
  limits->range = limits->n_ranges > 0 ? ranges / limits->n_ranges : NAN;
  if (!tras_limits_exist (limits))
    limits->mean = limits->range = NAN;

  limits->sigma = LIMIT_FACTOR / 3.0 * limits->range;
  limits->lower = limits->mean - LIMIT_FACTOR * limits->range;
  limits->upper = limits->mean + LIMIT_FACTOR * limits->range;
  limits->drawn_lower = tras_series_clamp (series, limits->lower);
  limits->drawn_upper = tras_series_clamp (series, limits->upper);
  limits->range_limit = RANGE_FACTOR * limits->range;
  limits->tolerance = RELATIVE_TOLERANCE * largest;
}

static gsize
find_period (const TrasSeries *series,
             gsize             first,
             gint32            period)
{
  gsize end = series->n;

  while (first < end)
    {
      gsize middle = first + (end - first) / 2;

      if (series->periods[middle] < period)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/**
 * tras_limits_compute:
 * @series: a valid series of n points
 * @starts: (array length=n_starts) (nullable): where new segments begin, in rising order
 * @n_starts: how many
 * @limits: (out caller-allocates) (array): room for @n_starts + 1 segments
 *
 * Splits the series at the starts and gives each segment its own limits. The points before the
 * first start are a segment too, with a baseline of %TRAS_LIMITS_BASE_N. A segment without points
 * is passed over.
 *
 * The baseline is the first `base_n` points of the segment that are not left out; m is their mean
 * and R the mean of the moving ranges |xᵢ − xᵢ₋₁| between those of neighbouring periods. Limits are
 * m ± 2.66·R, the range's limit is 3.268·R (D. J. Wheeler, Understanding Variation). Fewer than 6
 * points, or fewer ranges than half of those that the baseline would have without gaps (ours): no
 * limits.
 *
 * Returns: how many segments were written to @limits, in the order of time; 0 for an empty series
 */
gsize
tras_limits_compute (const TrasSeries       *series,
                     const TrasSegmentStart *starts,
                     gsize                   n_starts,
                     TrasLimits             *limits)
{
  guint base_n = TRAS_LIMITS_BASE_N;
  gsize n_limits = 0, first = 0;

  g_return_val_if_fail (series != NULL, 0);
  g_return_val_if_fail (n_starts == 0 || starts != NULL, 0);
  g_return_val_if_fail (limits != NULL, 0);
  g_return_val_if_fail (tras_series_is_valid (series), 0);

  for (gsize next = 0; next <= n_starts; next++)
    {
      gsize end = series->n;

      if (next < n_starts)
        {
          g_return_val_if_fail (starts[next].base_n >= TRAS_LIMITS_TRIAL_N, 0);
          g_return_val_if_fail (next == 0 || starts[next].period > starts[next - 1].period, 0);
          end = find_period (series, first, starts[next].period);
        }

      if (end > first)
        compute_segment (series, first, end, base_n, &limits[n_limits++]);

      first = end;
      if (next < n_starts)
        base_n = starts[next].base_n;
    }

  return n_limits;
}

/**
 * tras_limits_find:
 * @limits: (array length=n_limits): the segments from tras_limits_compute()
 * @n_limits: how many
 * @point: index of a point
 *
 * Returns: (transfer none) (nullable): the limits of the segment that the point lies in
 */
const TrasLimits *
tras_limits_find (const TrasLimits *limits,
                  gsize             n_limits,
                  gsize             point)
{
  for (gsize s = 0; s < n_limits; s++)
    {
      if (point - limits[s].first < limits[s].n)
        return &limits[s];
    }

  return NULL;
}

/**
 * tras_limits_exist:
 * @limits: a segment's limits
 *
 * Returns: whether the segment has limits, if only for a trial
 */
gboolean
tras_limits_exist (const TrasLimits *limits)
{
  g_return_val_if_fail (limits != NULL, FALSE);

  return limits->state >= TRAS_LIMITS_TRIAL;
}

/**
 * tras_limits_at:
 * @limits: a segment's limits
 * @sigmas: a distance from the centre, negative for below it; ±3 are the process limits
 *
 * Returns: the height of that line in the indicator's unit, not clamped; NAN without limits
 */
double
tras_limits_at (const TrasLimits *limits,
                double            sigmas)
{
  g_return_val_if_fail (limits != NULL, NAN);

  return limits->mean + sigmas * limits->sigma;
}

/**
 * tras_limits_side:
 * @limits: a segment's limits
 * @value: a value of the segment
 *
 * Returns: 1 above the centre, -1 below, 0 on it or without limits
 */
int
tras_limits_side (const TrasLimits *limits,
                  double            value)
{
  g_return_val_if_fail (limits != NULL, 0);

  return (value > limits->mean + limits->tolerance) - (value < limits->mean - limits->tolerance);
}
