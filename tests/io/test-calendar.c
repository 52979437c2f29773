/* test-calendar.c: dates for the calendars of other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "tras-calendar.h"
#include "tras-meeting-fixture.h"

/* Read by the rules of RFC 5545: nothing is wrong with it. */
static icalcomponent *
parse (TrasCalendar *calendar)
{
  g_autofree char *text = tras_calendar_dup_text (calendar);
  icalcomponent *object = icalparser_parse_string (text);

  g_assert_nonnull (object);
  g_assert_cmpint (icalcomponent_count_errors (object), ==, 0);
  g_assert_cmpint (icalrestriction_check (object), !=, 0);
  for (const char *line = text; line != NULL && *line != '\0';)
    {
      const char *end = strstr (line, "\r\n");

      g_assert_nonnull (end);
      g_assert_cmpint (end - line, <=, 75);
      line = end + 2;
    }

  return object;
}

static icalcomponent *
find (icalcomponent *object,
      const char    *summary)
{
  for (icalcomponent *event = icalcomponent_get_first_component (object, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (object, ICAL_VEVENT_COMPONENT))
    {
      if (g_str_equal (icalcomponent_get_summary (event), summary))
        return event;
    }

  return NULL;
}

/* Whatever the words hold, they come back, and the day is the whole day. */
static void
test_identity (void)
{
  static const char *const words[] = {
    "Plain", "Semicolon; comma, back\\slash", "Líneas\ny acentos: ñ", "BEGIN:VEVENT",
    "Very long indeed, so that the line has to be folded somewhere in the middle of a word: áéíóúñ",
  };
  g_autoptr (TrasCalendar) calendar = tras_calendar_new ("Hob & Kettle; Galway");
  icalcomponent *object;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *uid = g_strdup_printf ("A-%u", i);

      tras_calendar_add (calendar, uid, tras_day_from_iso ("2024-02-28") + (TrasDay) i, words[i],
                         "more");
    }
  g_assert_cmpuint (tras_calendar_get_n (calendar), ==, G_N_ELEMENTS (words));

  object = parse (calendar);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      icalcomponent *event = find (object, words[i]);
      struct icaltimetype start, end;

      g_assert_nonnull (event);
      start = icalcomponent_get_dtstart (event);
      end = icalcomponent_get_dtend (event);
      g_assert_true (start.is_date && end.is_date);
      icaltime_adjust (&start, 1, 0, 0, 0);
      g_assert_cmpint (icaltime_compare (start, end), ==, 0);
    }
  icalcomponent_free (object);
}

static void
test_meeting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = hold_meeting (fixture);
  g_autoptr (TrasCalendar) calendar = tras_calendar_new ("Firm");
  icalcomponent *object, *event;
  struct icaltimetype start;

  tras_calendar_add_meeting (calendar, meeting);
  object = parse (calendar);
  g_assert_cmpuint (tras_calendar_get_n (calendar), ==, 2);
  g_assert_nonnull (find (object, "Buy another van; a small one, red (Ana)"));
  /* The promise that got another day, on that day. */
  event = find (object, "Mend the van (Ana)");
  g_assert_nonnull (event);
  start = icalcomponent_get_dtstart (event);
  g_assert_cmpstr (icaltime_as_ical_string (start), ==, "19980501");
  icalcomponent_free (object);
}

/* Those that are open, and nobody's name unless it is wanted; the same date for a calendar as when
 * it is promised in a meeting. */
static void
test_plans (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = hold_meeting (fixture);
  g_autoptr (TrasCalendar) promised = tras_calendar_new ("Firm");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasCalendar) calendar = NULL;
  g_autoptr (TrasCalendar) named = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;
  icalcomponent *object, *of_meeting, *of_plans;
  guint n_open = 0;

  actions = tras_db_select (fixture->db, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < actions->len; i++)
    n_open += tras_action_is_open (actions->pdata[i]);
  calendar = tras_calendar_new_of_plans (fixture->db, query, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tras_calendar_get_n (calendar), ==, n_open);
  object = parse (calendar);
  g_assert_nonnull (find (object, "Buy another van; a small one, red"));
  icalcomponent_free (object);

  tras_calendar_add_meeting (promised, meeting);
  named = tras_calendar_new_of_plans (fixture->db, query, TRUE, &error);
  g_assert_no_error (error);
  of_meeting = parse (promised);
  of_plans = parse (named);
  g_assert_cmpstr (icalcomponent_get_uid (find (of_meeting,
                                                "Buy another van; a small one, red (Ana)")), ==,
                   icalcomponent_get_uid (find (of_plans,
                                                "Buy another van; a small one, red (Ana)")));
  icalcomponent_free (of_meeting);
  icalcomponent_free (of_plans);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/calendar/identity", test_identity);
  g_test_add ("/io/calendar/meeting", Fixture, NULL, fixture_set_up, test_meeting,
              fixture_tear_down);
  g_test_add ("/io/calendar/plans", Fixture, NULL, fixture_set_up, test_plans, fixture_tear_down);

  return g_test_run ();
}
