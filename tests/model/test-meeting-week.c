/* test-meeting-week.c: which week's meeting is held now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-meeting-week.h"
#include "tras-model-fixture.h"

static void
test_choose (void)
{
  TrasDay monday = day ("1998-03-02");

  /* Until Wednesday the week before, where nobody has looked at it. */
  for (int i = 0; i < 7; i++)
    {
      g_assert_cmpint (tras_meeting_choose_week (monday + i, TRAS_DAY_NONE), ==,
                       i < 3 ? monday - 7 : monday);
      g_assert_cmpint (tras_meeting_choose_week (monday + i, monday - 14), ==,
                       i < 3 ? monday - 7 : monday);
      g_assert_cmpint (tras_meeting_choose_week (monday + i, monday - 7), ==, monday);
      g_assert_cmpint (tras_meeting_choose_week (monday + i, monday), ==, monday);
    }
}

static gint64
add_review (Fixture    *fixture,
            const char *week_on,
            gint64      started_at,
            gint64      ended_at)
{
  TrasReview *review = tras_review_new ();

  review->week_on = day (week_on);
  review->started_at = started_at;
  review->ended_at = ended_at;

  return insert (fixture, review);
}

static gint64
find_going_on (Fixture    *fixture,
               const char *today)
{
  g_autoptr (TrasReview) review = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_meeting_find_going_on (fixture->db, day (today), &review, &error));
  g_assert_no_error (error);

  return review != NULL ? TRAS_RECORD (review)->id : 0;
}

/* One that nobody has ended goes on, but not for ever. */
static void
test_going_on (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 id;

  add_review (fixture, "1998-02-16", 100, 200);
  add_review (fixture, "1998-03-02", TRAS_NULL, TRAS_NULL);
  g_assert_cmpint (find_going_on (fixture, "1998-03-01"), ==, 0);
  id = add_review (fixture, "1998-02-23", 300, TRAS_NULL);
  g_assert_cmpint (find_going_on (fixture, "1998-03-01"), ==, id);
  g_assert_cmpint (find_going_on (fixture, "1998-03-09"), ==, id);
  g_assert_cmpint (find_going_on (fixture, "1998-03-10"), ==, 0);
}

/* The firm's reviews say nothing of an area's. */
static void
test_week (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TrasDay week_on;

  add_review (fixture, "1998-02-23", 100, 200);
  g_assert_true (tras_meeting_find_week (fixture->db, day ("1998-03-03"), 0, &week_on, &error));
  g_assert_cmpint (week_on, ==, day ("1998-03-02"));
  g_assert_true (tras_meeting_find_week (fixture->db, day ("1998-03-03"), 1, &week_on, &error));
  g_assert_cmpint (week_on, ==, day ("1998-02-23"));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-week/choose", test_choose);
  g_test_add ("/meeting-week/going-on", Fixture, NULL, fixture_set_up, test_going_on,
              fixture_tear_down);
  g_test_add ("/meeting-week/week", Fixture, NULL, fixture_set_up, test_week, fixture_tear_down);

  return g_test_run ();
}
