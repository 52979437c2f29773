/* test-rare-events.c: days between what happens rarely
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-indicator-series.h"
#include "tras-model-fixture.h"
#include "tras-rare-events.h"
#include "tras-sentence.h"

#define N_WEEKS 100

/* One event every ten weeks, and then @n_more weeks with one each. */
static TrasIndicatorSeries *
load (Fixture    *fixture,
      const char *better,
      int         n_more)
{
  g_autoptr (GError) error = NULL;
  gint64 id = insert (fixture, make_indicator ("Accidents", better, "sum"));
  TrasIndicatorSeries *series;

  for (int week = 0; week < N_WEEKS; week++)
    measure (fixture, id, week, week % 10 == 0 ? 1 : 0);
  for (int week = N_WEEKS; week < N_WEEKS + n_more; week++)
    measure (fixture, id, week, 1);
  series = tras_indicator_series_load (fixture->db, id,
                                       day ("1997-12-29") + 7 * (N_WEEKS + n_more) - 1, &error);
  g_assert_no_error (error);

  return series;
}

static void
test_intervals (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrasIndicatorSeries) series = load (fixture, "down", 0);
  g_autoptr (TrasRareEvents) rare = tras_rare_events_new (series);
  g_autofree char *sentence = NULL;

  g_assert_nonnull (rare);
  g_assert_cmpuint (rare->n, ==, 9);
  for (gsize i = 0; i < rare->n; i++)
    {
      g_assert_cmpint (tras_rare_events_get_days (rare, i), ==, 70);
      g_assert_cmpint (tras_rare_events_find (rare, rare->points[i + 1]), ==, (gssize) i);
    }
  g_assert_cmpint (tras_rare_events_find (rare, 1), ==, -1);
  g_assert_true (rare->limited);
  g_assert_cmpfloat_with_epsilon (rare->limits.centre, 70, 1e-6);
  g_assert_cmpfloat_with_epsilon (rare->limits.upper, 70, 1e-6);
  sentence = tras_sentence_variation (series, tras_number_format_for_language ("en"));
  g_assert_nonnull (strstr (sentence, "70 days between the last two"));
  /* Thursday of week 91 to the Sunday of week 100. */
  g_assert_nonnull (strstr (sentence, "None for 66 days since."));
}

/* More often is worse where fewer are better, and better where more are. */
static void
test_mirror (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *better;
    TrasVariation variation;
    const char *words;
  } cases[] = {
    { "down", TRAS_VARIATION_CONCERNING, "Worse than usual: 7 days" },
    { "up", TRAS_VARIATION_IMPROVING, "Better than usual: 7 days" },
    { "neither", TRAS_VARIATION_NEUTRAL, "Unusual: 7 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrasIndicatorSeries) series = NULL;
      g_autoptr (TrasRareEvents) rare = NULL;
      g_autofree char *sentence = NULL;
      g_autofree char *name = g_strdup_printf ("Accidents %u", i);
      g_autoptr (TrasIndicator) found = NULL;

      series = load (fixture, cases[i].better, 3);
      rare = tras_rare_events_new (series);
      g_assert_nonnull (rare);
      g_assert_cmpint (rare->verdict->variation, ==, cases[i].variation);
      sentence = tras_sentence_variation (series, tras_number_format_for_language ("en"));
      g_assert_true (g_str_has_prefix (sentence, cases[i].words));

      /* The name is free again for the next. */
      found = g_object_ref (series->indicator);
      g_free (found->name);
      found->name = g_steal_pointer (&name);
      g_assert_true (tras_db_update (fixture->db, found, NULL));
    }
}

/* What happens in every period is not rare, and what happened once has nothing between. */
static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 often = insert (fixture, make_indicator ("Often", "down", "sum"));
  gint64 once = insert (fixture, make_indicator ("Once", "down", "sum"));
  g_autoptr (TrasIndicatorSeries) often_series = NULL;
  g_autoptr (TrasIndicatorSeries) once_series = NULL;

  for (int week = 0; week < 30; week++)
    {
      measure (fixture, often, week, 3 + week % 3);
      measure (fixture, once, week, week == 4);
    }
  often_series = tras_indicator_series_load (fixture->db, often, day ("1998-12-31"), &error);
  once_series = tras_indicator_series_load (fixture->db, once, day ("1998-12-31"), &error);
  g_assert_no_error (error);
  g_assert_null (tras_rare_events_new (often_series));
  g_assert_null (tras_rare_events_new (once_series));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/rare-events/intervals", Fixture, NULL, fixture_set_up, test_intervals,
              fixture_tear_down);
  g_test_add ("/rare-events/mirror", Fixture, NULL, fixture_set_up, test_mirror,
              fixture_tear_down);
  g_test_add ("/rare-events/none", Fixture, NULL, fixture_set_up, test_none, fixture_tear_down);

  return g_test_run ();
}
