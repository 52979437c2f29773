/* tras-effect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-effect.h"

/* The distance, in standard errors, beyond which a difference of means is no chance. */
#define SIGMAS 3

/* The newest points before a period, back to the start of their segment. */
static void
take_before (const TrasSeries *series,
             const TrasLimits *limits,
             gsize             n_limits,
             gint32            from,
             TrasEffect       *effect)
{
  double sum = 0;
  gsize i = series->n;

  while (i > 0 && series->periods[i - 1] >= from)
    i--;
  if (i == 0)
    return;

  effect->limits = tras_limits_find (limits, n_limits, i - 1);
  for (; i > 0 && effect->n_before < TRAS_EFFECT_MOST_N; i--)
    {
      if (effect->limits != NULL && i - 1 < effect->limits->first)
        break;
      if (tras_series_leaves_out (series, i - 1))
        continue;
      if (effect->n_before == 0)
        effect->last_before = i - 1;
      effect->first_before = i - 1;
      effect->n_before++;
      sum += series->values[i - 1];
    }
  if (effect->n_before > 0)
    effect->mean_before = sum / effect->n_before;
}

static void
take_after (const TrasSeries *series,
            gint32            to,
            TrasEffect       *effect)
{
  double sum = 0;

  for (gsize i = 0; i < series->n && effect->n_after < TRAS_EFFECT_MOST_N; i++)
    {
      if (series->periods[i] <= to || tras_series_leaves_out (series, i))
        continue;
      if (effect->n_after == 0)
        effect->first_after = i;
      effect->last_after = i;
      effect->n_after++;
      sum += series->values[i];
    }
  if (effect->n_after > 0)
    effect->mean_after = sum / effect->n_after;
}

static double
get_distance_to_band (const TrasSeries *series,
                      double            value)
{
  if (series->band_low > value)
    return series->band_low - value;
  if (series->band_high < value)
    return value - series->band_high;

  return 0;
}

static TrasVariation
judge (const TrasSeries *series,
       double            before,
       double            after)
{
  double gain = 0;

  switch (series->better)
    {
    case TRAS_BETTER_UP:
      gain = after - before;
      break;
    case TRAS_BETTER_DOWN:
      gain = before - after;
      break;
    case TRAS_BETTER_BAND:
      gain = get_distance_to_band (series, before) - get_distance_to_band (series, after);
      break;
    case TRAS_BETTER_NEITHER:
      break;
    default:
      g_assert_not_reached ();
    }

  return gain > 0   ? TRAS_VARIATION_IMPROVING
         : gain < 0 ? TRAS_VARIATION_CONCERNING
                    : TRAS_VARIATION_NEUTRAL;
}

/**
 * tras_effect_compute:
 * @series: a valid series
 * @limits: (array length=n_limits): its segments from tras_limits_compute()
 * @n_limits: how many
 * @from: the period in which something began to be done
 * @to: the period in which it was finished, @from or later; %G_MAXINT32 while it is not
 * @effect: (out): the comparison; it borrows from @limits
 *
 * Compares the mean of the last twelve points before @from, of one segment, with the mean of the
 * first twelve after @to; what lies between is neither. Points that are left out of the limits do
 * not count. On either side six points are the least.
 *
 * The means differ by chance by up to 3·σ·√(1/n + 1/k), with σ of the process limits before and n
 * and k points: the limits of a difference of two means, as a chart of averages has them. The
 * process is taken to have kept its spread.
 */
void
tras_effect_compute (const TrasSeries *series,
                     const TrasLimits *limits,
                     gsize             n_limits,
                     gint32            from,
                     gint32            to,
                     TrasEffect       *effect)
{
  double difference;

  g_return_if_fail (series != NULL);
  g_return_if_fail (limits != NULL || n_limits == 0);
  g_return_if_fail (from <= to);
  g_return_if_fail (effect != NULL);

  *effect = (TrasEffect) { .mean_before = NAN, .mean_after = NAN, .reach = NAN };
  take_before (series, limits, n_limits, from, effect);
  take_after (series, to, effect);

  if (effect->n_before < TRAS_EFFECT_LEAST_N || effect->limits == NULL ||
      !tras_limits_exist (effect->limits))
    return;
  if (effect->n_after < TRAS_EFFECT_LEAST_N)
    {
      effect->word = TRAS_EFFECT_TOO_EARLY;
      return;
    }

  difference = fabs (effect->mean_after - effect->mean_before);
  effect->reach = SIGMAS * effect->limits->sigma *
                  sqrt (1.0 / effect->n_before + 1.0 / effect->n_after);
  if (difference > effect->reach + effect->limits->tolerance)
    {
      effect->word = TRAS_EFFECT_MOVED;
      effect->variation = judge (series, effect->mean_before, effect->mean_after);
    }
  else
    {
      effect->word = TRAS_EFFECT_NOT_MOVED;
      effect->variation = TRAS_VARIATION_COMMON;
    }
}
