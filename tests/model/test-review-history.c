/* test-review-history.c: what was decided when, found again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-meeting-fixture.h"
#include "tras-review-history.h"

static GPtrArray *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *history = tras_review_history_load (fixture->db, &error);

  g_assert_no_error (error);

  return history;
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = hold_meeting (fixture);
  g_autoptr (TrasMeeting) next = load_meeting (fixture, "1998-04-13");
  g_autoptr (GPtrArray) history = NULL;
  TrasPastReview *past;

  /* One that is only looked at is none. */
  history = load (fixture);
  g_assert_cmpuint (history->len, ==, 1);
  past = history->pdata[0];
  g_assert_cmpint (past->review->week_on, ==, day (MEETING_WEEK));
  g_assert_cmpuint (past->n_present, ==, 1);
  g_assert_cmpuint (past->usefulness, ==, 90);
  /* The explained number, the moved promise, the deviation; what was passed does not count. */
  g_assert_cmpuint (past->n_points, ==, 3);
  g_assert_cmpuint (past->results->len, ==, 1);

  begin (fixture, &next);
  g_clear_pointer (&history, g_ptr_array_unref);
  history = load (fixture);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpint (((TrasPastReview *) history->pdata[0])->review->week_on, ==,
                   day ("1998-04-13"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *words;
    const char *where;
    gboolean found;
  } cases[] = {
    { "", NULL, TRUE },
    { "carrier", "The carrier changed", TRUE },
    { "CÁRRIER  chang", "The carrier changed", TRUE },
    { "van ana", "Buy another van; a small one, red", TRUE },
    { "a-2", "A-2", TRUE },
    { "short", "Short and good", TRUE },
    { "van bicycle", NULL, FALSE },
  };
  g_autoptr (TrasMeeting) meeting = hold_meeting (fixture);
  g_autoptr (GPtrArray) history = load (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *where = NULL;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (tras_past_review_matches (history->pdata[0], cases[i].words, &where), ==,
                       cases[i].found);
      g_assert_cmpstr (where, ==, cases[i].where);
    }
}

static void
test_mean (void)
{
  const gint64 answers[] = { 8, 9, 7, 8, 8, 9 };

  g_assert_cmpuint (tras_review_mean_usefulness (answers, G_N_ELEMENTS (answers)), ==, 82);
  g_assert_cmpuint (tras_review_mean_usefulness (answers, 2), ==, 85);
  g_assert_cmpuint (tras_review_mean_usefulness (answers, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/review-history/held", Fixture, NULL, fixture_set_up, test_held,
              fixture_tear_down);
  g_test_add ("/model/review-history/search", Fixture, NULL, fixture_set_up, test_search,
              fixture_tear_down);
  g_test_add_func ("/model/review-history/mean", test_mean);

  return g_test_run ();
}
