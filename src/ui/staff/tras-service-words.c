/* tras-service-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-number.h"
#include "tras-service-words.h"

/* ---- months, scores, means ---- */

/**
 * tras_service_words_dup_month:
 * @month: the first day of a month
 *
 * Returns: (transfer full): “Nov 2026”
 */
char *
tras_service_words_dup_month (TrasDay month)
{
  int year, number;

  tras_day_split (month, &year, &number, NULL);

  /* Translators: a month and its year: “Nov 2026” */
  return g_strdup_printf (C_("month", "%s %d"),
                          tras_number_format_get_default ()->months[number - 1], year);
}

/**
 * tras_service_words_dup_score:
 * @score: 1 to 5
 *
 * Returns: (transfer full): the score, and what it means
 */
char *
tras_service_words_dup_score (gint64 score)
{
  /* Translators: a score from 1 to 5, and what it means: “4, good” */
  return g_strdup_printf (C_("score of a service", "%d · %s"), (int) score,
                          tras_service_get_score_words (score));
}

/**
 * tras_service_words_dup_mean:
 * @mean: a mean score, NAN for none
 *
 * Returns: (transfer full): it with one decimal
 */
char *
tras_service_words_dup_mean (double mean)
{
  return isnan (mean) ? g_strdup ("–")
                      : tras_number_format_real (tras_number_format_get_default (), mean, 1);
}

/**
 * tras_service_words_dup_change:
 * @change: how much more a mean is than before, NAN for not known
 *
 * Returns: (transfer full) (nullable): that in words; %NULL where there is nothing to say
 */
char *
tras_service_words_dup_change (double change)
{
  g_autofree char *much = NULL;

  if (isnan (change) || round (fabs (change) * 10) < 1)
    return NULL;

  much = tras_service_words_dup_mean (fabs (change));
  if (change > 0)
    /* Translators: of a mean score: how much more it is than in the three months before */
    return g_strdup_printf (_("%s more than before"), much);

  return g_strdup_printf (_("%s less than before"), much);
}

TrasGlyph
tras_service_words_get_glyph (TrasServiceGrade grade)
{
  static const TrasGlyph glyphs[TRAS_N_SERVICE_GRADES] = {
    [TRAS_SERVICE_UNRATED] = TRAS_GLYPH_MISSING,
    [TRAS_SERVICE_FAR_BELOW] = TRAS_GLYPH_MISSES,
    [TRAS_SERVICE_BELOW] = TRAS_GLYPH_HIT_OR_MISS,
    [TRAS_SERVICE_AS_PROMISED] = TRAS_GLYPH_MEETS,
  };

  return glyphs[grade];
}

const char *
tras_service_words_get_grade (TrasServiceGrade grade)
{
  static const char *const words[TRAS_N_SERVICE_GRADES] = {
    [TRAS_SERVICE_UNRATED] = NC_("service", "Not rated"),
    [TRAS_SERVICE_FAR_BELOW] = NC_("service", "Far below its target"),
    [TRAS_SERVICE_BELOW] = NC_("service", "Below its target"),
    [TRAS_SERVICE_AS_PROMISED] = NC_("service", "As promised"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "service", words[grade]);
}

/* ---- services ---- */

/**
 * tras_service_words_dup_way:
 * @service: a service
 *
 * Returns: (transfer full): who gives it to whom
 */
char *
tras_service_words_dup_way (TrasService *service)
{
  g_return_val_if_fail (TRAS_IS_SERVICE (service), NULL);

  /* Translators: the area that gives a service, and the one that takes it */
  return g_strdup_printf (C_("service", "%s → %s"), service->giver_name, service->taker_name);
}

/**
 * tras_service_words_dup_marks:
 * @facts: a service
 * @month: the first day of the last month that is wanted
 *
 * Returns: (transfer full): its scores for #TrasScoreMarks, a digit a month
 */
char *
tras_service_words_dup_marks (const TrasServiceFacts *facts,
                              TrasDay                 month)
{
  GString *scores = g_string_new (NULL);

  for (int i = TRAS_SERVICE_SHOWN_MONTHS - 1; i >= 0; i--)
    {
      TrasServiceRating *rating =
        tras_service_facts_get_rating (facts, tras_day_add_months (month, -i));

      g_string_append_c (scores, rating != NULL ? (char) ('0' + rating->score) : '0');
    }

  return g_string_free (scores, FALSE);
}

/**
 * tras_service_words_dup_rated:
 * @facts: a service
 *
 * Returns: (transfer full): how it was rated in the last months, as a sentence
 */
char *
tras_service_words_dup_rated (const TrasServiceFacts *facts)
{
  g_autofree char *mean = NULL;
  g_autofree char *change = NULL;
  const char *grade = tras_service_words_get_grade (facts->grade);

  if (isnan (facts->mean))
    return g_strdup (_("Not rated in the last three months."));

  mean = tras_service_words_dup_mean (facts->mean);
  change = tras_service_words_dup_change (facts->change);
  if (change == NULL)
    /* Translators: a mean score of three months, and what it means */
    return g_strdup_printf (_("Rated %s of 5. %s."), mean, grade);

  /* Translators: a mean score of three months, what it means, and “0.5 more than before” */
  return g_strdup_printf (_("Rated %s of 5. %s, %s."), mean, grade, change);
}

/**
 * tras_service_words_dup_area:
 * @area: an area
 *
 * Returns: (transfer full): how many services it gives and takes
 */
char *
tras_service_words_dup_area (const TrasServiceArea *area)
{
  /* Translators: how many services an area gives to others, and how many it takes from them */
  return g_strdup_printf (C_("services of an area", "gives %u, takes %u"), area->n_given,
                          area->n_taken);
}

/* ---- the first cell of a list ---- */

static gboolean
is_to_rate (TrasService *service,
            TrasDay      day)
{
  TrasDay month = tras_period_first_day (TRAS_EVERY_MONTH, day);

  return tras_service_is_running (service, month) &&
         (service->rated_on == TRAS_DAY_NONE || service->rated_on < month);
}

static const char *
headline_icon (TrasRecord *record,
               TrasDay     day)
{
  return is_to_rate (TRAS_SERVICE (record), day) ? "tras-open-symbolic" : "tras-meets-symbolic";
}

static const char *
headline_class (TrasRecord *record,
                TrasDay     day)
{
  return "tras-usual";
}

static char *
headline_below (TrasRecord *record,
                TrasDay     day)
{
  TrasService *service = TRAS_SERVICE (record);
  g_autofree char *way = tras_service_words_dup_way (service);

  if (service->to_on != TRAS_DAY_NONE && service->to_on < day)
    /* Translators: %s is who gives a service to whom */
    return g_strdup_printf (_("%s · ended"), way);
  if (is_to_rate (service, day))
    return g_strdup_printf (_("%s · to be rated this month"), way);

  return g_steal_pointer (&way);
}

static gboolean
headline_is_open (TrasRecord *record)
{
  TrasService *service = TRAS_SERVICE (record);

  return service->to_on == TRAS_DAY_NONE || service->to_on >= tras_day_today ();
}

/**
 * tras_service_words_get_headline:
 *
 * Returns: (transfer none): what a list says first of each service
 */
const TrasHeadline *
tras_service_words_get_headline (void)
{
  static const TrasHeadline headline = {
    headline_icon, headline_class, headline_below, headline_is_open,
  };

  return &headline;
}
