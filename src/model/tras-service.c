/* tras-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-error.h"
#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-service-score.h"
#include "tras-service.h"

static const TrasField service_fields[] = {
  TRAS_FIELD (TrasService, giver_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Given by"),
              .target = "area"),
  TRAS_FIELD (TrasService, taker_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Taken by"),
              .target = "area"),
  TRAS_FIELD (TrasService, what, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Service")),
  TRAS_FIELD (TrasService, promise, TEXT, TRAS_FIELD_MULTILINE, N_("Promise"),
              .help = N_("What those who get it can rely on, for example: every order that is in "
                         "by 14:00 is packed the same day")),
  TRAS_FIELD (TrasService, target, REAL, TRAS_FIELD_PLAIN, N_("Target score"),
              .help = N_("The mean score from 1 to 5 that it should have; 4 where none is given")),
  TRAS_FIELD (TrasService, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasService, from_on, DATE, TRAS_FIELD_REQUIRED, N_("From")),
  TRAS_FIELD (TrasService, to_on, DATE, TRAS_FIELD_PLAIN, N_("To")),
  TRAS_FIELD (TrasService, giver_name, TEXT, TRAS_FIELD_COMPUTED, N_("Given by")),
  TRAS_FIELD (TrasService, taker_name, TEXT, TRAS_FIELD_COMPUTED, N_("Taken by")),
  TRAS_FIELD (TrasService, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasService, rated_on, DATE, TRAS_FIELD_COMPUTED, N_("Rated")),
  TRAS_FIELD (TrasService, score, INTEGER, TRAS_FIELD_COMPUTED, N_("Score")),
  TRAS_FIELD (TrasService, words, TEXT, TRAS_FIELD_COMPUTED, N_("Words")),
};

static const TrasTable service_table = {
  .name = "service",
  .view = "service_view",
  .kind = "services",
  .singular = N_("Service"),
  .plural = N_("Services"),
  .fields = service_fields,
  .n_fields = G_N_ELEMENTS (service_fields),
};

TRAS_DEFINE_RECORD (TrasService, tras_service, &service_table)

static const TrasField service_rating_fields[] = {
  TRAS_FIELD (TrasServiceRating, service_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Service"), .target = "service"),
  TRAS_FIELD (TrasServiceRating, period_on, DATE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Month")),
  TRAS_FIELD (TrasServiceRating, score, INTEGER, TRAS_FIELD_REQUIRED, N_("Score")),
  TRAS_FIELD (TrasServiceRating, words, TEXT, TRAS_FIELD_PLAIN, N_("Words")),
};

static const TrasTable service_rating_table = {
  .name = "service_rating",
  .kind = "service-ratings",
  .singular = N_("Rating of a service"),
  .plural = N_("Ratings of services"),
  .fields = service_rating_fields,
  .n_fields = G_N_ELEMENTS (service_rating_fields),
};

TRAS_DEFINE_RECORD (TrasServiceRating, tras_service_rating, &service_rating_table)

/**
 * tras_service_get_score_words:
 * @score: 1 to 5
 *
 * Returns: what the score means, in a word or two
 */
const char *
tras_service_get_score_words (gint64 score)
{
  static const char *const words[] = {
    NC_("score of a service", "Very bad"),  NC_("score of a service", "Bad"),
    NC_("score of a service", "So-so"),     NC_("score of a service", "Good"),
    NC_("score of a service", "Very good"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == TRAS_SERVICE_SCORE_MOST);
  g_return_val_if_fail (score >= TRAS_SERVICE_SCORE_LEAST && score <= TRAS_SERVICE_SCORE_MOST, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "score of a service", words[score - 1]);
}

/**
 * tras_service_is_running:
 * @self: a service
 * @month: the first day of a month
 *
 * Returns: whether it is given on any day of that month, which can then be rated
 */
gboolean
tras_service_is_running (TrasService *self,
                         TrasDay      month)
{
  g_return_val_if_fail (TRAS_IS_SERVICE (self), FALSE);

  return tras_day_add_months (month, 1) > self->from_on &&
         (self->to_on == TRAS_DAY_NONE || month <= self->to_on);
}

/* ---- what cannot be ---- */

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* What was rated stays within the time of its service. */
static gboolean
check_ratings (TrasService  *self,
               TrasDb       *db,
               const char  **field,
               GError      **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SERVICE_RATING);
  g_autoptr (GPtrArray) ratings = NULL;

  if (TRAS_RECORD (self)->id == 0)
    return TRUE;

  tras_query_where_int (query, "service_id", TRAS_QUERY_EQ, TRAS_RECORD (self)->id);
  ratings = tras_db_select (db, query, error);
  if (ratings == NULL)
    return FALSE;
  for (guint i = 0; i < ratings->len; i++)
    {
      TrasServiceRating *rating = ratings->pdata[i];
      g_autofree char *month = NULL;

      if (tras_service_is_running (self, rating->period_on))
        continue;
      month = dup_day (rating->period_on);
      /* Translators: %s is the first day of a month */
      return tras_refuse (field, rating->period_on < self->from_on ? "from_on" : "to_on", error,
                          _("The month from %s was rated: the service cannot lie outside of it"),
                          month);
    }

  return TRUE;
}

/**
 * tras_service_check:
 * @self: a service that is to be written
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether it can be written: two areas, a target that is a score, and days in order with
 *   all its ratings in them
 */
gboolean
tras_service_check (TrasService  *self,
                    TrasDb       *db,
                    const char  **field,
                    GError      **error)
{
  g_return_val_if_fail (TRAS_IS_SERVICE (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (self->giver_id != 0 && self->giver_id == self->taker_id)
    return tras_refuse (field, "taker_id", error,
                        _("An area promises nothing to itself: choose another one"));
  if (!isnan (self->target) && (self->target < TRAS_SERVICE_SCORE_LEAST ||
                                self->target > TRAS_SERVICE_SCORE_MOST))
    return tras_refuse (field, "target", error, _("A target score is a number from 1 to 5"));
  if (self->to_on != TRAS_DAY_NONE && self->from_on != TRAS_DAY_NONE &&
      self->to_on < self->from_on)
    {
      g_autofree char *begins = dup_day (self->from_on);

      return tras_refuse (field, "to_on", error,
                          _("It begins on %s and cannot end before"), begins);
    }

  return self->from_on == TRAS_DAY_NONE || check_ratings (self, db, field, error);
}

/**
 * tras_service_rating_check:
 * @self: a rating that is to be written
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether it can be written: a score from 1 to 5, for a month that has begun and in which
 *   the service is given
 */
gboolean
tras_service_rating_check (TrasServiceRating  *self,
                           TrasDb             *db,
                           const char        **field,
                           GError            **error)
{
  g_autoptr (TrasService) service = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (TRAS_IS_SERVICE_RATING (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (self->score != TRAS_NULL && (self->score < TRAS_SERVICE_SCORE_LEAST ||
                                   self->score > TRAS_SERVICE_SCORE_MOST))
    return tras_refuse (field, "score", error, _("A score is a number from 1 to 5"));
  if (self->service_id == 0 || self->period_on == TRAS_DAY_NONE)
    return TRUE;
  if (self->period_on > tras_day_today ())
    return tras_refuse (field, "period_on", error, _("A month that has not begun cannot be rated"));

  service = tras_db_load (db, TRAS_TYPE_SERVICE, self->service_id, error);
  if (service == NULL)
    return FALSE;
  if (tras_service_is_running (service, self->period_on))
    return TRUE;

  if (self->period_on < service->from_on)
    {
      day = dup_day (service->from_on);
      return tras_refuse (field, "period_on", error,
                          _("The service begins on %s: no month before can be rated"), day);
    }
  day = dup_day (service->to_on);

  return tras_refuse (field, "period_on", error,
                      _("The service ended on %s: no month after that can be rated"), day);
}

/**
 * tras_service_check_edit:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: as of tras_service_check() and tras_service_rating_check()
 *
 * Returns: whether its services and ratings can be written; the edit knows the field that will not
 *   do
 */
gboolean
tras_service_check_edit (TrasEdit  *edit,
                         TrasDb    *db,
                         GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes, ok = TRUE;
      gpointer record = tras_edit_get_record (edit, i, &deletes);
      const char *field = NULL;

      if (deletes)
        continue;
      if (TRAS_IS_SERVICE (record))
        ok = tras_service_check (record, db, &field, error);
      else if (TRAS_IS_SERVICE_RATING (record))
        ok = tras_service_rating_check (record, db, &field, error);
      if (!ok)
        {
          if (field != NULL)
            tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}

/* ---- rating ---- */

/**
 * tras_service_step_rate:
 * @self: a service
 * @before: (nullable): what was said of the month before
 * @month: the first day of the month
 * @score: 1 to 5
 * @words: (nullable): why, %NULL for what was said before
 *
 * Returns: (transfer full): the edit that rates the month, over what was said of it before
 */
TrasEdit *
tras_service_step_rate (TrasService       *self,
                        TrasServiceRating *before,
                        TrasDay            month,
                        gint64             score,
                        const char        *words)
{
  g_autofree char *label = NULL;
  g_autoptr (TrasServiceRating) rating = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_SERVICE (self), NULL);
  g_return_val_if_fail (before == NULL || before->period_on == month, NULL);

  /* Translators: the history's word for rating; %s is a service */
  label = g_strdup_printf (_("Rate “%s”"), self->what);
  edit = tras_edit_new (label);
  rating = before != NULL ? tras_record_dup (before) : tras_service_rating_new ();
  rating->service_id = TRAS_RECORD (self)->id;
  rating->period_on = month;
  rating->score = score;
  if (words != NULL)
    {
      g_free (rating->words);
      rating->words = *words != '\0' ? g_strdup (words) : NULL;
    }
  if (before != NULL)
    tras_edit_update (edit, rating);
  else
    tras_edit_insert (edit, rating);

  return edit;
}
