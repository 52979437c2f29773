/* tras-command-report.c: writes the review of a week, its minutes or promises, the scorecard, or
 * when actions are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-area.h"
#include "tras-calendar.h"
#include "tras-command.h"
#include "tras-error.h"
#include "tras-minutes.h"
#include "tras-review-report.h"
#include "tras-scorecard-report.h"

/* The newest week that a meeting was held in; TRAS_DAY_NONE with an error. */
static TrasDay
find_newest_meeting (TrasDb  *db,
                     gint64   area_id,
                     GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_REVIEW);
  g_autoptr (GPtrArray) reviews = NULL;

  tras_query_where_null (query, "started_at", FALSE);
  if (area_id != 0)
    tras_query_where_int (query, "area_id", TRAS_QUERY_EQ, area_id);
  else
    tras_query_where_null (query, "area_id", TRUE);
  tras_query_order (query, "week_on", TRUE);
  reviews = tras_db_select (db, query, error);
  if (reviews != NULL && reviews->len == 0)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, _("No review was held yet"));

  return reviews != NULL && reviews->len > 0 ? TRAS_REVIEW (reviews->pdata[0])->week_on
                                             : TRAS_DAY_NONE;
}

static gboolean
find_area (TrasDb      *db,
           const char  *name,
           gint64      *area_id,
           GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (GPtrArray) areas = NULL;

  *area_id = 0;
  if (name == NULL)
    return TRUE;

  tras_query_where_text (query, "name", TRAS_QUERY_EQ, name);
  areas = tras_db_select (db, query, error);
  if (areas == NULL)
    return FALSE;
  if (areas->len == 0)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, _("There is no area “%s”"), name);
      return FALSE;
    }
  *area_id = TRAS_RECORD (areas->pdata[0])->id;

  return TRUE;
}

static gboolean
write_promises (TrasDb      *db,
                TrasDay      week,
                gint64       area_id,
                const char  *path,
                GError     **error)
{
  g_autoptr (TrasMeeting) meeting = tras_meeting_load (db, week, area_id, error);
  g_autoptr (TrasCalendar) calendar = NULL;

  if (meeting == NULL)
    return FALSE;
  calendar = tras_calendar_new (meeting->data->firm->name);
  tras_calendar_add_meeting (calendar, meeting);

  return tras_calendar_write (calendar, path, error);
}

/* The days on which open actions are due. */
static gboolean
write_calendar (TrasDb      *db,
                const char  *area,
                gboolean     with_names,
                const char  *path,
                GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasCalendar) calendar = NULL;
  gint64 area_id;

  if (!find_area (db, area, &area_id, error))
    return FALSE;
  if (area_id != 0)
    tras_query_where_int (query, "area_id", TRAS_QUERY_EQ, area_id);
  tras_query_order (query, "due_on", FALSE);
  calendar = tras_calendar_new_of_plans (db, query, with_names, error);

  return calendar != NULL && tras_calendar_write (calendar, path, error);
}

/* What is written about a meeting that was held. */
static gboolean
write_of_meeting (TrasDb      *db,
                  const char  *report,
                  TrasDay      week,
                  const char  *area,
                  const char  *language,
                  const char  *path,
                  GError     **error)
{
  gint64 area_id;

  if (!find_area (db, area, &area_id, error))
    return FALSE;
  if (week == TRAS_DAY_NONE)
    week = find_newest_meeting (db, area_id, error);
  if (week == TRAS_DAY_NONE)
    return FALSE;

  return g_str_equal (report, "minutes")
           ? tras_minutes_write (db, week, area_id, language, path, error)
           : write_promises (db, week, area_id, path, error);
}

int
tras_command_run_report (const TrasCommand  *command,
                         int                 argc,
                         char              **argv)
{
  g_autofree char *company = NULL;
  g_autofree char *week = NULL;
  g_autofree char *area = NULL;
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  static const char *const reports[] = { "review", "scorecard", "minutes", "promises",
                                         "calendar", NULL };
  gboolean with_names = FALSE;
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &company, N_("The company file"), "FILE" },
    { "week", 0, 0, G_OPTION_ARG_STRING, &week,
      N_("An ISO week such as 2026-W47; by default the newest with a measurement, or a meeting"),
      "WEEK" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &area,
      N_("The area that held the meeting, or whose actions are due"), "AREA" },
    { "names", 0, 0, G_OPTION_ARG_NONE, &with_names,
      N_("Say in the calendar who does what"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_("The language of the report: en, es, it or pt_BR"), "LANG" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("The PDF or, for promises and calendar, the iCalendar file to write"), "FILE" },
    { NULL },
  };
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  TrasDay day = TRAS_DAY_NONE;
  gboolean done;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (!g_strv_contains (reports, argv[1]))
    return tras_command_wrong_usage (command->name, _("There is no report “%s”"), argv[1]);
  if (company == NULL || output == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"),
                                     company == NULL ? "--company" : "--output");
  if (week != NULL && (day = tras_day_parse_iso_week (week)) == TRAS_DAY_NONE)
    return tras_command_wrong_usage (command->name, _("“%s” is no week, as 2026-W47 is"), week);
  if (!tras_command_set_language (language))
    return tras_command_wrong_usage (command->name, _("There is no language “%s”"), language);

  db = tras_db_open (company, TRAS_DB_READ_ONLY, &error);
  if (db != NULL && g_str_equal (argv[1], "calendar"))
    return write_calendar (db, area, with_names, output, &error)
             ? TRAS_EXIT_OK : tras_command_fail (g_steal_pointer (&error));
  if (db != NULL && (g_str_equal (argv[1], "minutes") || g_str_equal (argv[1], "promises")))
    return write_of_meeting (db, argv[1], day, area, language, output, &error)
             ? TRAS_EXIT_OK : tras_command_fail (g_steal_pointer (&error));
  if (db != NULL && day == TRAS_DAY_NONE)
    day = tras_review_data_find_newest (db, tras_day_today (), &error);
  if (db == NULL || day == TRAS_DAY_NONE)
    return tras_command_fail (g_steal_pointer (&error));

  /* The numbers of a week are there when it is over. */
  done = g_str_equal (argv[1], "scorecard")
           ? tras_scorecard_report_write (db, tras_period_first_day (TRAS_EVERY_WEEK, day) + 6,
                                          language, output, &error)
           : tras_review_report_write (db, day, language, output, &error);

  return done ? TRAS_EXIT_OK : tras_command_fail (g_steal_pointer (&error));
}
