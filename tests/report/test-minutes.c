/* test-minutes.c: the minutes of a meeting as a reader has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-text.h"
#include "tras-error.h"
#include "tras-meeting-fixture.h"
#include "tras-minutes.h"

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const said[] = {
    "Firm", "Minutes of the weekly review · W15 1998", "Present Ana", "21 minutes of 45 planned",
    "9.0 of 10, 1 answer", "Short and good",
    "Decided and promised", "2 Jun 1998 Buy another van; a small one, red Ana Action",
    "Talked about", "The carrier changed Explained", "No part New date: 1 May 1998",
    "It is old Action", "Nothing unusual: 1 point.", "Not reached: Nobody knows why",
  };
  g_autofree char *path = g_build_filename (fixture->folder, "minutes.pdf", NULL);
  g_autoptr (TrasMeeting) meeting = hold_meeting (fixture);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  tras_minutes_write (fixture->db, day (MEETING_WEEK), 0, "en", path, &error);
  g_assert_no_error (error);
  text = take_pdf_text (path);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (said); i++)
    assert_says (text, said[i]);
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "minutes.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tras_minutes_write (fixture->db, day (MEETING_WEEK), 0, "en", path, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A meeting that said nothing yet has minutes that say so. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "minutes.pdf", NULL);
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  tras_minutes_write (fixture->db, day (MEETING_WEEK), 0, "en", path, &error);
  g_assert_no_error (error);
  text = take_pdf_text (path);
  if (text == NULL)
    return;
  assert_says (text, "Nothing was decided or promised.");
  assert_says (text, "Nothing was talked about.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/minutes/text", Fixture, NULL, fixture_set_up, test_text, fixture_tear_down);
  g_test_add ("/report/minutes/none", Fixture, NULL, fixture_set_up, test_none, fixture_tear_down);
  g_test_add ("/report/minutes/empty", Fixture, NULL, fixture_set_up, test_empty,
              fixture_tear_down);

  return g_test_run ();
}
