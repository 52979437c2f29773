/* tras-service-score.h: what the scores of a service come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* Scores go from 1 to 5. */
#define TRAS_SERVICE_SCORE_LEAST 1
#define TRAS_SERVICE_SCORE_MOST 5

/* A service without a target of its own should be good. */
#define TRAS_SERVICE_USUAL_TARGET 4.0

/* How many months together say how a service is. */
#define TRAS_SERVICE_MONTHS 3

/**
 * TrasServiceScore:
 * @month: the first day of the month that was rated
 * @score: 1 to 5
 */
typedef struct
{
  TrasDay month;
  int score;
} TrasServiceScore;

/**
 * TrasServiceMean:
 * @sum: the sum of all scores
 * @n: how many there are
 *
 * A mean in the making, of one service or of many. Begins with zeros.
 */
typedef struct
{
  gint64 sum;
  guint n;
} TrasServiceMean;

/**
 * TrasServiceGrade:
 * @TRAS_SERVICE_UNRATED: nobody has rated it
 * @TRAS_SERVICE_FAR_BELOW: a whole point or more below the target
 * @TRAS_SERVICE_BELOW: less than a point below the target
 * @TRAS_SERVICE_AS_PROMISED: at the target or above
 *
 * How a mean score stands to what was promised.
 */
typedef enum
{
  TRAS_SERVICE_UNRATED,
  TRAS_SERVICE_FAR_BELOW,
  TRAS_SERVICE_BELOW,
  TRAS_SERVICE_AS_PROMISED,
} TrasServiceGrade;

#define TRAS_N_SERVICE_GRADES (TRAS_SERVICE_AS_PROMISED + 1)

void             tras_service_mean_add       (TrasServiceMean        *self,
                                              const TrasServiceScore *scores,
                                              guint                   n,
                                              TrasDay                 from,
                                              TrasDay                 to);
double           tras_service_mean_get_value (const TrasServiceMean  *self);
double           tras_service_score_get_recent
                                             (const TrasServiceScore *scores,
                                              guint                   n,
                                              TrasDay                 month);
double           tras_service_score_get_change
                                             (const TrasServiceScore *scores,
                                              guint                   n,
                                              TrasDay                 month);
TrasServiceGrade tras_service_score_get_grade
                                             (double                  mean,
                                              double                  target);

G_END_DECLS
