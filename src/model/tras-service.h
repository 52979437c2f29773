/* tras-service.h: what areas promise each other, and how those who get it rate it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SERVICE (tras_service_get_type ())

TRAS_DECLARE_RECORD (TrasService, tras_service, SERVICE)

/**
 * TrasService:
 * @promise: what those who get it can rely on
 * @target: the score that it should have, NAN for none of its own
 * @indicator_id: the indicator that measures it, besides being rated; 0 for none
 * @from_on: the first day
 * @to_on: the last day, %TRAS_DAY_NONE while it goes on
 *
 * What one area does for another: its supplier inside the firm, and its customer.
 */
struct _TrasService
{
  TrasRecord parent_instance;

  gint64 giver_id;
  gint64 taker_id;
  char *what;
  char *promise;
  double target;
  gint64 indicator_id;
  TrasDay from_on;
  TrasDay to_on;

  /* of the view; the newest rating */
  char *giver_name;
  char *taker_name;
  char *indicator_name;
  TrasDay rated_on;
  gint64 score;
  char *words;
};

#define TRAS_TYPE_SERVICE_RATING (tras_service_rating_get_type ())

TRAS_DECLARE_RECORD (TrasServiceRating, tras_service_rating, SERVICE_RATING)

/**
 * TrasServiceRating:
 * @period_on: the first day of the month that is rated
 * @score: 1 to 5
 *
 * What the area that gets a service says of a month of it.
 */
struct _TrasServiceRating
{
  TrasRecord parent_instance;

  gint64 service_id;
  TrasDay period_on;
  gint64 score;
  char *words;
};

gboolean    tras_service_is_running      (TrasService        *self,
                                          TrasDay             month);
gboolean    tras_service_check           (TrasService        *self,
                                          TrasDb             *db,
                                          const char        **field,
                                          GError            **error);
gboolean    tras_service_rating_check    (TrasServiceRating  *self,
                                          TrasDb             *db,
                                          const char        **field,
                                          GError            **error);
gboolean    tras_service_check_edit      (TrasEdit           *edit,
                                          TrasDb             *db,
                                          GError            **error);
TrasEdit   *tras_service_step_rate       (TrasService        *self,
                                          TrasServiceRating  *before,
                                          TrasDay             month,
                                          gint64              score,
                                          const char         *words);
const char *tras_service_get_score_words (gint64              score);

G_END_DECLS
