/* tras-meeting-fixture.h: a small firm that holds a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-meeting.h"
#include "tras-model-fixture.h"

/* The week of 6 April 1998; its Sunday is the 12th. */
#define MEETING_WEEK "1998-04-06"

static inline TrasMeeting *
load_meeting (Fixture    *fixture,
              const char *on)
{
  g_autoptr (GError) error = NULL;
  TrasMeeting *meeting = tras_meeting_load (fixture->db, day (on), 0, &error);

  g_assert_no_error (error);

  return meeting;
}

/* Applies a step, and says what is there afterwards. */
static inline void
step (Fixture      *fixture,
      TrasMeeting **meeting,
      TrasEdit     *edit)
{
  g_autoptr (TrasEdit) owned = edit;
  g_autoptr (GError) error = NULL;
  TrasDay week = (*meeting)->week_on;

  g_assert_nonnull (edit);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
  tras_meeting_unref (*meeting);
  *meeting = tras_meeting_load (fixture->db, week, 0, &error);
  g_assert_no_error (error);
}

/* Somebody is there, who is the only one. */
static inline void
begin (Fixture      *fixture,
       TrasMeeting **meeting)
{
  const TrasMoment at_start = { TRAS_PART_PRESENT, 0, 0, 892000000 };
  const gint64 present[] = { 1 };

  step (fixture, meeting, tras_meeting_make_begin (*meeting, &at_start, (*meeting)->review,
                                                   present, 1));
}

static inline TrasPoint *
find_point (TrasMeeting *meeting,
            const char  *subject)
{
  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];
      g_autofree char *words = tras_point_dup_subject (point);

      if (g_str_equal (words, subject))
        return point;
    }

  return NULL;
}

/* An indicator with 14 steady weeks before that of the meeting, and a value in that. */
static inline gint64
make_steady (Fixture    *fixture,
             const char *name,
             gint64      area,
             double      last)
{
  TrasIndicator *indicator = make_indicator (name, "down", "sum");
  gint64 id;

  indicator->area_id = area;
  id = insert (fixture, indicator);
  for (int week = 0; week < 14; week++)
    measure (fixture, id, week, week % 2 == 0 ? 4 : 6);
  if (last >= 0)
    measure (fixture, id, 14, last);

  return id;
}

static inline gint64
make_deviation (Fixture    *fixture,
                const char *fact,
                const char *cause,
                const char *check)
{
  TrasDeviation *deviation = tras_deviation_new ();

  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = "person";
  deviation->fact = g_strdup (fact);
  deviation->cause = g_strdup (cause);
  deviation->opened_on = day ("1998-03-01");
  if (check != NULL)
    deviation->check_on = day (check);

  return insert (fixture, deviation);
}

static inline gint64
make_action (Fixture    *fixture,
             const char *title,
             gint64      deviation,
             const char *due,
             gint64      moved)
{
  TrasAction *action = tras_action_new ();

  action->title = g_strdup (title);
  action->owner_id = 1;
  action->due_on = day (due);
  action->deviation_id = deviation;
  action->moved = moved;
  if (moved > 0)
    action->first_due_on = day ("1998-03-01");

  return insert (fixture, action);
}

/* A meeting in which a promise is moved, a deviation gets an action, and one thing is not reached;
 * Ana found it useful: 9. */
static inline TrasMeeting *
hold_meeting (Fixture *fixture)
{
  const TrasMoment moment = { TRAS_PART_PROMISES, 1230, 20, 892001230 };
  g_autoptr (TrasAction) promise = NULL;
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autoptr (GError) error = NULL;
  TrasMeeting *meeting;
  gint64 known;

  make_steady (fixture, "Returns", 1, 6);
  make_steady (fixture, "Orders late", 1, 30);
  known = make_deviation (fixture, "The van stood still", "the van", "1998-04-10");
  make_action (fixture, "Mend the van", known, "1998-04-15", 0);
  make_deviation (fixture, "Nobody knows why", NULL, NULL);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));

  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  step (fixture, &meeting, tras_meeting_make_pass (meeting, &moment));
  step (fixture, &meeting,
        tras_meeting_make_outcome (meeting, &moment, find_point (meeting, "Orders late"),
                                   "explained", "The carrier changed"));
  promise = tras_record_dup (find_point (meeting, "Mend the van")->record);
  tras_action_move (promise, day ("1998-05-01"), "No part");
  step (fixture, &meeting,
        tras_meeting_make_change (meeting, &moment, find_point (meeting, "Mend the van"),
                                  TRAS_RECORD (promise), "No part"));
  action->title = g_strdup ("Buy another van; a small one, red");
  action->owner_id = 1;
  action->due_on = day ("1998-06-02");
  step (fixture, &meeting,
        tras_meeting_make_record (meeting, &moment, find_point (meeting, "The van stood still"),
                                  TRAS_RECORD (action), "It is old"));
  step (fixture, &meeting, tras_meeting_make_usefulness (meeting, 1, 9));
  step (fixture, &meeting, tras_meeting_make_end (meeting, &moment, "Short and good"));

  return meeting;
}
