/* tras-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "tras-calendar.h"

/**
 * TrasCalendar:
 *
 * Days on which something is due, as an iCalendar object (RFC 5545) of all-day events: every
 * calendar shows these, while many take no to-dos.
 */
struct _TrasCalendar
{
  icalcomponent *object;
};

/**
 * tras_calendar_new:
 * @name: what the calendar is called where it is shown
 *
 * Returns: (transfer full): a calendar without a date
 */
TrasCalendar *
tras_calendar_new (const char *name)
{
  TrasCalendar *self = g_new0 (TrasCalendar, 1);
  icalproperty *shown = icalproperty_new_x (name);

  icalproperty_set_x_name (shown, "X-WR-CALNAME");
  self->object = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT,
                                      icalproperty_new_version ("2.0"),
                                      icalproperty_new_prodid ("-//Trastienda//" PACKAGE_VERSION
                                                               "//"),
                                      shown, NULL);

  return self;
}

/**
 * tras_calendar_free:
 * @self: (transfer full): a calendar
 */
void
tras_calendar_free (TrasCalendar *self)
{
  icalcomponent_free (self->object);
  g_free (self);
}

static struct icaltimetype
get_time (TrasDay day)
{
  struct icaltimetype time = icaltime_null_date ();
  g_autofree char *iso = tras_day_to_iso (day);

  sscanf (iso, "%d-%d-%d", &time.year, &time.month, &time.day);

  return time;
}

/**
 * tras_calendar_add:
 * @self: a calendar
 * @uid: by which a calendar knows the date again; the same in every file
 * @day: the day
 * @summary: what is due, in one line
 * @description: (nullable): more about it
 *
 * Adds a date that takes no time of the day.
 */
void
tras_calendar_add (TrasCalendar *self,
                   const char   *uid,
                   TrasDay       day,
                   const char   *summary,
                   const char   *description)
{
  icalcomponent *event;

  g_return_if_fail (self != NULL);
  g_return_if_fail (uid != NULL && summary != NULL);
  g_return_if_fail (day >= TRAS_DAY_MIN && day < TRAS_DAY_MAX);

  event = icalcomponent_vanew (ICAL_VEVENT_COMPONENT,
                               icalproperty_new_uid (uid),
                               icalproperty_new_dtstamp (icaltime_current_time_with_zone (
                                 icaltimezone_get_utc_timezone ())),
                               icalproperty_new_dtstart (get_time (day)),
                               icalproperty_new_dtend (get_time (day + 1)),
                               icalproperty_new_summary (summary),
                               icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT), NULL);
  if (description != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (description));
  icalcomponent_add_component (self->object, event);
}

/* The same for a record of a firm in every file, and another for those of other firms. */
static char *
dup_uid (const char *firm,
         const char *code)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, firm, -1);

  sum[16] = '\0';

  return g_strdup_printf ("%s-%s@trastienda", code, sum);
}

static void
add_promise (TrasCalendar *self,
             const char   *firm,
             const char   *code,
             TrasDay       day,
             const char   *what,
             const char   *owner)
{
  g_autofree char *uid = NULL;
  g_autofree char *summary = NULL;

  if (code == NULL || day == TRAS_DAY_NONE)
    return;

  uid = dup_uid (firm, code);
  /* Translators: what is due, and who promised it */
  summary = owner != NULL ? g_strdup_printf (_("%s (%s)"), what, owner) : g_strdup (what);
  tras_calendar_add (self, uid, day, summary, code);
}

/**
 * tras_calendar_add_meeting:
 * @self: a calendar
 * @meeting: a meeting
 *
 * Adds what was promised in the meeting: when its actions are due, its deviations checked, its
 * decisions looked at again, its experiments stopped; and promises that got another day.
 */
void
tras_calendar_add_meeting (TrasCalendar *self,
                           TrasMeeting  *meeting)
{
  const char *firm;

  g_return_if_fail (self != NULL);
  g_return_if_fail (meeting != NULL);

  firm = meeting->data->firm->name;

  for (guint i = 0; i < meeting->results->len; i++)
    {
      TrasReviewResult *result = meeting->results->pdata[i];

      add_promise (self, firm, result->code, result->due_on, result->what, result->owner_name);
    }
  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];
      TrasReviewItem *item = point->item;
      g_autofree char *subject = tras_point_dup_subject (point);
      const char *owner = TRAS_IS_ACTION (point->record)
                            ? TRAS_ACTION (point->record)->owner_name : NULL;

      if (g_strcmp0 (item->outcome, "later") == 0 && item->left_on != item->seen_on)
        add_promise (self, firm, item->subject_code, item->left_on, subject, owner);
    }
}

static void
add_attendee (icalcomponent *event,
              TrasPerson    *person)
{
  g_autofree char *address = NULL;
  icalproperty *attendee;

  if (person->email == NULL || *person->email == '\0')
    return;

  address = g_strconcat ("mailto:", person->email, NULL);
  attendee = icalproperty_new_attendee (address);
  icalproperty_add_parameter (attendee, icalparameter_new_cn (person->name));
  icalproperty_add_parameter (attendee, icalparameter_new_role (ICAL_ROLE_REQPARTICIPANT));
  icalcomponent_add_property (event, attendee);
}

/**
 * tras_calendar_add_session:
 * @self: a calendar
 * @firm: the firm's name
 * @attendance: a session with those who have a seat
 *
 * Adds the session at its time and place. Those who have a seat and an address are invited. A
 * session that is saved again is the same event, also where it has moved or was cancelled.
 */
void
tras_calendar_add_session (TrasCalendar   *self,
                           const char     *firm,
                           TrasAttendance *attendance)
{
  TrasTrainingSession *session;
  g_autofree char *code = NULL;
  g_autofree char *uid = NULL;
  icaltimezone *utc = icaltimezone_get_utc_timezone ();
  icalcomponent *event;
  gint64 ends_at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (firm != NULL && attendance != NULL);

  session = attendance->session;
  ends_at = session->starts_at + session->minutes * 60;
  code = g_strdup_printf ("session-%" G_GINT64_FORMAT, TRAS_RECORD (session)->id);
  uid = dup_uid (firm, code);
  event = icalcomponent_vanew (
    ICAL_VEVENT_COMPONENT, icalproperty_new_uid (uid),
    icalproperty_new_dtstamp (icaltime_current_time_with_zone (utc)),
    icalproperty_new_dtstart (icaltime_from_timet_with_zone (session->starts_at, 0, utc)),
    icalproperty_new_dtend (icaltime_from_timet_with_zone (ends_at, 0, utc)),
    icalproperty_new_summary (attendance->training->title),
    icalproperty_new_status (g_strcmp0 (session->state, "cancelled") == 0 ? ICAL_STATUS_CANCELLED
                                                                          : ICAL_STATUS_CONFIRMED),
    NULL);
  if (session->place != NULL)
    icalcomponent_add_property (event, icalproperty_new_location (session->place));
  for (guint i = 0; i < attendance->people->len; i++)
    {
      const TrasAttendant *attendant = attendance->people->pdata[i];

      if (attendant->listed)
        add_attendee (event, attendant->person);
    }
  icalcomponent_add_component (self->object, event);
}

/**
 * tras_calendar_new_of_plans:
 * @db: a connection
 * @query: which actions
 * @with_names: whether it is said who does them
 * @error: where to put the error
 *
 * Of an action that is promised in a meeting too it is the same date.
 *
 * Returns: (transfer full) (nullable): a calendar of the days on which those of the actions that
 *   are open are due
 */
TrasCalendar *
tras_calendar_new_of_plans (TrasDb     *db,
                            TrasQuery  *query,
                            gboolean    with_names,
                            GError    **error)
{
  g_autoptr (TrasCalendar) self = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (GPtrArray) actions = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return NULL;
  actions = tras_db_select (db, query, error);
  if (actions == NULL)
    return NULL;

  self = tras_calendar_new (firm->name);
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      if (tras_action_is_open (action))
        add_promise (self, firm->name, action->code, action->due_on, action->title,
                     with_names ? action->owner_name : NULL);
    }

  return g_steal_pointer (&self);
}

/**
 * tras_calendar_get_n:
 * @self: a calendar
 *
 * Returns: how many dates it has
 */
guint
tras_calendar_get_n (TrasCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) icalcomponent_count_components (self->object, ICAL_VEVENT_COMPONENT);
}

/**
 * tras_calendar_dup_text:
 * @self: a calendar
 *
 * Returns: (transfer full): its file's content
 */
char *
tras_calendar_dup_text (TrasCalendar *self)
{
  char *text;
  char *owned;

  g_return_val_if_fail (self != NULL, NULL);

  text = icalcomponent_as_ical_string_r (self->object);
  owned = g_strdup (text);
  icalmemory_free_buffer (text);

  return owned;
}

/**
 * tras_calendar_write:
 * @self: a calendar
 * @path: where; a file of that name is replaced in one step
 * @error: where to put the error
 *
 * Returns: whether it stands in the file
 */
gboolean
tras_calendar_write (TrasCalendar  *self,
                     const char    *path,
                     GError       **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  text = tras_calendar_dup_text (self);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
