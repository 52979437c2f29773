/* tras-survey-score.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-survey-score.h"

#define FIRST_PASSIVE 7
#define FIRST_PROMOTER 9

static guint
count (const guint *counts,
       guint        from,
       guint        end)
{
  guint n = 0;

  for (guint i = from; i < end; i++)
    n += counts[i];

  return n;
}

/**
 * tras_enps_compute:
 * @counts: (array fixed-size=11): how many answered 0, 1, … 10
 * @enps: (out caller-allocates): what they say together
 *
 * The Net Promoter Score (Reichheld, *The One Number You Need to Grow*, Harvard Business Review,
 * December 2003) asked of the people who work here.
 */
void
tras_enps_compute (const guint *counts,
                   TrasEnps    *enps)
{
  g_return_if_fail (counts != NULL && enps != NULL);

  enps->detractors = count (counts, 0, FIRST_PASSIVE);
  enps->passives = count (counts, FIRST_PASSIVE, FIRST_PROMOTER);
  enps->promoters = count (counts, FIRST_PROMOTER, TRAS_ENPS_POINTS);
  enps->n = enps->detractors + enps->passives + enps->promoters;
  enps->score = enps->n > 0
                  ? 100.0 * ((double) enps->promoters - (double) enps->detractors) / enps->n : NAN;
}

/**
 * tras_survey_mean:
 * @counts: (array length=n_points): how often each point of a scale was chosen
 * @n_points: how many points the scale has
 * @first: the number of the first point
 *
 * Returns: the mean of all answers, NAN without any
 */
double
tras_survey_mean (const guint *counts,
                  guint        n_points,
                  int          first)
{
  guint n = 0;
  double sum = 0;

  g_return_val_if_fail (counts != NULL, NAN);

  for (guint i = 0; i < n_points; i++)
    {
      n += counts[i];
      sum += (double) counts[i] * (first + (int) i);
    }

  return n > 0 ? sum / n : NAN;
}

/**
 * tras_survey_share:
 * @counts: (array length=n_points): how often each point of a scale was chosen
 * @n_points: how many points the scale has
 * @from: the position of the lowest point that counts
 *
 * Returns: how many percent of all answers are that point or a higher one, NAN without any
 */
double
tras_survey_share (const guint *counts,
                   guint        n_points,
                   guint        from)
{
  guint n;

  g_return_val_if_fail (counts != NULL && from <= n_points, NAN);

  n = count (counts, 0, n_points);

  return n > 0 ? 100.0 * count (counts, from, n_points) / n : NAN;
}
