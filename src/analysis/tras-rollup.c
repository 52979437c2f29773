/* tras-rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rollup.h"
#include "tras-words.h"

static const char * const roll_words[] = {
  [TRAS_ROLL_SUM] = "sum",
  [TRAS_ROLL_MEAN] = "mean",
  [TRAS_ROLL_LAST] = "last",
  [TRAS_ROLL_MIN] = "min",
  [TRAS_ROLL_MAX] = "max",
  [TRAS_ROLL_RATIO] = "ratio",
};

/* A week belongs to the month of its Thursday, as it belongs to the year of its Thursday. */
static gint32
longer_period (TrasEvery from,
               TrasEvery to,
               gint32    period)
{
  TrasDay day = tras_period_start (from, period);

  return tras_period_index (to, from == TRAS_EVERY_WEEK ? day + 3 : day);
}

/* A ratio typed without its parts cannot be added up and is passed over. */
static double
roll_ratio (const TrasRollInput *input,
            gsize                first,
            gsize                end)
{
  double num = 0.0, den = 0.0;

  if (input->nums == NULL || input->dens == NULL)
    return NAN;

  for (gsize i = first; i < end; i++)
    {
      if (isnan (input->nums[i]) || isnan (input->dens[i]))
        continue;
      num += input->nums[i];
      den += input->dens[i];
    }

  return den != 0.0 ? num / den : NAN;
}

static double
roll_values (const double *values,
             gsize         first,
             gsize         end,
             TrasRoll      roll)
{
  double sum = 0.0, least = INFINITY, largest = -INFINITY;

  for (gsize i = first; i < end; i++)
    {
      sum += values[i];
      least = MIN (least, values[i]);
      largest = MAX (largest, values[i]);
    }

  switch (roll)
    {
    case TRAS_ROLL_SUM:
      return sum;
    case TRAS_ROLL_MEAN:
      return sum / (end - first);
    case TRAS_ROLL_LAST:
      return values[end - 1];
    case TRAS_ROLL_MIN:
      return least;
    case TRAS_ROLL_MAX:
      return largest;
    case TRAS_ROLL_RATIO:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tras_rollup:
 * @input: n measured values
 * @every: the length of the periods to make, no shorter than the input's
 * @roll: how to
 * @periods: (out caller-allocates) (array): room for n period numbers of the longer kind
 * @values: (out caller-allocates) (array): room for n values; NAN for a ratio without a denominator
 *
 * Weeks go to the month of their Thursday (ours), so that every week counts in exactly one month.
 * A longer period that was measured only in part holds the part.
 *
 * Returns: how many longer periods were written, strictly increasing; those without any measured
 *   value are absent
 */
gsize
tras_rollup (const TrasRollInput *input,
             TrasEvery            every,
             TrasRoll             roll,
             gint32              *periods,
             double              *values)
{
  gsize n = 0;

  g_return_val_if_fail (input != NULL && input->every <= every, 0);
  g_return_val_if_fail (input->n == 0 || input->periods != NULL, 0);
  g_return_val_if_fail (input->n == 0 || roll == TRAS_ROLL_RATIO || input->values != NULL, 0);
  g_return_val_if_fail (input->n == 0 || (periods != NULL && values != NULL), 0);

  for (gsize first = 0, end; first < input->n; first = end)
    {
      const gint32 period = longer_period (input->every, every, input->periods[first]);

      for (end = first + 1; end < input->n; end++)
        {
          if (longer_period (input->every, every, input->periods[end]) != period)
            break;
        }

      periods[n] = period;
      values[n++] = roll == TRAS_ROLL_RATIO ? roll_ratio (input, first, end)
                                            : roll_values (input->values, first, end, roll);
    }

  return n;
}

/**
 * tras_rollup_year_before:
 * @every: the length of a period
 * @period: a period's number
 *
 * Returns: the period to compare with: days and weeks 364 days before, so that the weekdays are the
 *   same; months twelve before
 */
gint32
tras_rollup_year_before (TrasEvery every,
                         gint32    period)
{
  switch (every)
    {
    case TRAS_EVERY_DAY:
      return period - 364;
    case TRAS_EVERY_WEEK:
      return period - 52;
    case TRAS_EVERY_MONTH:
      return period - 12;
    default:
      g_return_val_if_reached (period);
    }
}

/**
 * tras_rollup_change_percent:
 * @before: the earlier value of a volume
 * @now: the later value
 *
 * Returns: the change in percent of the earlier value; positive where the value rose; NAN where the
 *   earlier value is 0 or one is unknown
 */
double
tras_rollup_change_percent (double before,
                            double now)
{
  return before != 0.0 ? (now - before) / fabs (before) * 100.0 : NAN;
}

/**
 * tras_rollup_change_points:
 * @before: the earlier value of a rate, in percent
 * @now: the later value, in percent
 *
 * Returns: the change in percentage points; NAN where one is unknown
 */
double
tras_rollup_change_points (double before,
                           double now)
{
  return now - before;
}

/**
 * tras_roll_to_string:
 * @roll: a way to roll up
 *
 * Returns: (transfer none): the word in the file: sum, mean, last, min, max or ratio
 */
const char *
tras_roll_to_string (TrasRoll roll)
{
  g_return_val_if_fail ((guint) roll < G_N_ELEMENTS (roll_words), NULL);

  return roll_words[roll];
}

/**
 * tras_roll_from_string:
 * @text: (nullable): a word of tras_roll_to_string()
 * @roll: (out): the way; untouched where @text is none
 *
 * Returns: whether @text is a way to roll up
 */
gboolean
tras_roll_from_string (const char *text,
                       TrasRoll   *roll)
{
  int found = tras_words_find (roll_words, G_N_ELEMENTS (roll_words), text);

  g_return_val_if_fail (roll != NULL, FALSE);

  if (found < 0)
    return FALSE;
  *roll = (TrasRoll) found;

  return TRUE;
}
