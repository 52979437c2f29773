/* tras-service-score.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-service-score.h"

/* Means are compared as they are shown, with one decimal: 3.96 is a 4.0. */
#define TENTHS 10.0

/**
 * tras_service_mean_add:
 * @self: a mean
 * @scores: (array length=n): scores, of any months in any order
 * @n: their count
 * @from: the first day that counts
 * @to: the last day that counts
 *
 * Adds the scores of the months that begin in these days. Each rating has the same weight, whatever
 * its service.
 */
void
tras_service_mean_add (TrasServiceMean        *self,
                       const TrasServiceScore *scores,
                       guint                   n,
                       TrasDay                 from,
                       TrasDay                 to)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scores != NULL || n == 0);

  for (guint i = 0; i < n; i++)
    {
      if (scores[i].month < from || scores[i].month > to)
        continue;
      self->sum += scores[i].score;
      self->n++;
    }
}

/**
 * tras_service_mean_get_value:
 * @self: a mean
 *
 * Returns: Σ scores / their count; NAN where there is none
 */
double
tras_service_mean_get_value (const TrasServiceMean *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->n > 0 ? (double) self->sum / self->n : NAN;
}

/**
 * tras_service_score_get_recent:
 * @scores: (array length=n): the scores of a service
 * @n: their count
 * @month: the first day of a month
 *
 * Returns: the mean of the %TRAS_SERVICE_MONTHS months up to and including @month, of as many of
 *   them as were rated; NAN where none was
 */
double
tras_service_score_get_recent (const TrasServiceScore *scores,
                               guint                   n,
                               TrasDay                 month)
{
  TrasServiceMean mean = { 0 };

  tras_service_mean_add (&mean, scores, n, tras_day_add_months (month, 1 - TRAS_SERVICE_MONTHS),
                         month);

  return tras_service_mean_get_value (&mean);
}

/**
 * tras_service_score_get_change:
 * @scores: (array length=n): the scores of a service
 * @n: their count
 * @month: the first day of a month
 *
 * Returns: tras_service_score_get_recent() less that of the %TRAS_SERVICE_MONTHS months before; NAN
 *   where one of the two is missing
 */
double
tras_service_score_get_change (const TrasServiceScore *scores,
                               guint                   n,
                               TrasDay                 month)
{
  TrasDay before = tras_day_add_months (month, -TRAS_SERVICE_MONTHS);

  return tras_service_score_get_recent (scores, n, month) -
         tras_service_score_get_recent (scores, n, before);
}

/**
 * tras_service_score_get_grade:
 * @mean: a mean score, NAN for none
 * @target: the score that was promised, NAN for %TRAS_SERVICE_USUAL_TARGET
 *
 * Both count with one decimal, as they are shown: nobody reads “4.0, below 4.0”.
 *
 * Returns: how the one stands to the other
 */
TrasServiceGrade
tras_service_score_get_grade (double mean,
                              double target)
{
  double below;

  if (isnan (mean))
    return TRAS_SERVICE_UNRATED;
  if (isnan (target))
    target = TRAS_SERVICE_USUAL_TARGET;

  below = round (target * TENTHS) - round (mean * TENTHS);
  if (below <= 0)
    return TRAS_SERVICE_AS_PROMISED;

  return below < TENTHS ? TRAS_SERVICE_BELOW : TRAS_SERVICE_FAR_BELOW;
}
