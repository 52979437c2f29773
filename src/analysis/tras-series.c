/* tras-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-series.h"
#include "tras-words.h"

static const char * const better_words[] = {
  [TRAS_BETTER_UP] = "up",
  [TRAS_BETTER_DOWN] = "down",
  [TRAS_BETTER_BAND] = "band",
  [TRAS_BETTER_NEITHER] = "neither",
};

/**
 * tras_better_to_string:
 * @better: a direction
 *
 * Returns: (transfer none): the word in the file: up, down, band or neither
 */
const char *
tras_better_to_string (TrasBetter better)
{
  g_return_val_if_fail ((guint) better < G_N_ELEMENTS (better_words), NULL);

  return better_words[better];
}

/**
 * tras_better_from_string:
 * @text: (nullable): up, down, band or neither
 * @better: (out): the direction; untouched where @text is none of them
 *
 * Returns: whether @text is a direction
 */
gboolean
tras_better_from_string (const char *text,
                         TrasBetter *better)
{
  int found = tras_words_find (better_words, G_N_ELEMENTS (better_words), text);

  g_return_val_if_fail (better != NULL, FALSE);

  if (found < 0)
    return FALSE;
  *better = (TrasBetter) found;

  return TRUE;
}

/**
 * tras_series_is_valid:
 * @series: a series
 *
 * Returns: whether the periods increase strictly and every value is finite, which all functions of
 *   this layer build on
 */
gboolean
tras_series_is_valid (const TrasSeries *series)
{
  g_return_val_if_fail (series != NULL, FALSE);

  if (series->n > 0 && (series->periods == NULL || series->values == NULL))
    return FALSE;

  for (gsize i = 0; i < series->n; i++)
    {
      if (!isfinite (series->values[i]) ||
          (i > 0 && series->periods[i] <= series->periods[i - 1]))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_series_holds_counts:
 * @series: a series
 *
 * Returns: whether every value is a whole number of 0 or more, so that the values may be counts;
 *   %FALSE for an empty series
 */
gboolean
tras_series_holds_counts (const TrasSeries *series)
{
  g_return_val_if_fail (series != NULL, FALSE);

  for (gsize i = 0; i < series->n; i++)
    {
      if (series->values[i] < 0.0 || series->values[i] != floor (series->values[i]))
        return FALSE;
    }

  return series->n > 0;
}

/**
 * tras_series_clamp:
 * @series: a series
 * @value: a line's height in the indicator's unit
 *
 * Returns: @value, no lower than the natural floor and no higher than the ceiling; for drawing only
 */
double
tras_series_clamp (const TrasSeries *series,
                   double            value)
{
  g_return_val_if_fail (series != NULL, NAN);

  /* A comparison with NAN is false, so an absent floor or ceiling changes nothing. */
  if (value < series->floor)
    value = series->floor;
  if (value > series->ceiling)
    value = series->ceiling;

  return value;
}

/**
 * tras_series_side_of_band:
 * @series: a series
 * @value: a value in the indicator's unit
 *
 * Returns: 1 above the band, -1 below, 0 inside, on an edge or without a band
 */
int
tras_series_side_of_band (const TrasSeries *series,
                          double            value)
{
  g_return_val_if_fail (series != NULL, 0);

  return (value > series->band_high) - (value < series->band_low);
}

/**
 * tras_series_has_target:
 * @series: a series, of which the direction and the band are used
 * @target: the target's value; not used where a band is better
 *
 * Returns: whether there is something to meet: a value where up or down is better, a band where a
 *   band is; never where neither is
 */
gboolean
tras_series_has_target (const TrasSeries *series,
                        double            target)
{
  g_return_val_if_fail (series != NULL, FALSE);

  switch (series->better)
    {
    case TRAS_BETTER_UP:
    case TRAS_BETTER_DOWN:
      return !isnan (target);
    case TRAS_BETTER_BAND:
      return !isnan (series->band_low) && !isnan (series->band_high);
    case TRAS_BETTER_NEITHER:
    default:
      return FALSE;
    }
}

/**
 * tras_series_is_met:
 * @series: a series, of which the direction and the band are used
 * @value: a measured value
 * @target: the target's value; not used where a band is better
 *
 * Returns: whether the value meets the target; one that equals it does. %FALSE without a target
 */
gboolean
tras_series_is_met (const TrasSeries *series,
                    double            value,
                    double            target)
{
  if (!tras_series_has_target (series, target))
    return FALSE;
  if (series->better == TRAS_BETTER_BAND)
    return tras_series_side_of_band (series, value) == 0;

  return series->better == TRAS_BETTER_UP ? value >= target : value <= target;
}

/**
 * tras_series_count_met:
 * @series: a series
 * @target: the target's value; not used where a band is better
 * @last: how many of the newest points to look at; 13 for a quarter of weeks
 * @n_last: (out): how many were looked at: @last, or fewer where the series is shorter; 0 without
 *   a target
 *
 * Returns: how many of those meet the target
 */
guint
tras_series_count_met (const TrasSeries *series,
                       double            target,
                       guint             last,
                       guint            *n_last)
{
  guint n_met = 0;

  g_return_val_if_fail (series != NULL, 0);
  g_return_val_if_fail (n_last != NULL, 0);

  *n_last = tras_series_has_target (series, target) ? MIN (series->n, last) : 0;
  for (gsize i = series->n - *n_last; i < series->n; i++)
    n_met += tras_series_is_met (series, series->values[i], target);

  return n_met;
}
