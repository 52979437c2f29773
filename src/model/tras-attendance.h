/* tras-attendance.h: who was in a session, and all that follows from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-hour-costs.h"
#include "tras-person.h"
#include "tras-skill.h"
#include "tras-training-cost.h"
#include "tras-training.h"

G_BEGIN_DECLS

/**
 * TrasAttendant:
 * @person: who it is
 * @seat: (nullable): the seat as it is stored, %NULL for somebody who was not invited
 * @listed: whether the person has a seat, or is given one
 * @present: whether the person was there
 * @excused: of somebody who was not there: whether they said so before
 * @minutes: for how long somebody was there
 * @passed: whether somebody who was there passed
 * @score: what they scored, %TRAS_NULL where nobody says
 *
 * A person and a session. All but @person and @seat are what shall be stored.
 */
typedef struct
{
  TrasPerson       *person;
  TrasTrainingSeat *seat;
  gboolean          listed;
  gboolean          present;
  gboolean          excused;
  gint64            minutes;
  gboolean          passed;
  gint64            score;
} TrasAttendant;

/**
 * TrasAttendance:
 * @session: the session as it is stored
 * @training: what is taught
 * @skill: (nullable): what it gives, %NULL for nothing
 * @people: (element-type TrasAttendant): those with a seat, then all others who work here, each by
 *   name
 * @action_title: (nullable): the action that is done once the session is held, %NULL where none is
 *
 * A session with everybody who was or could have been there. What it says of people may be changed;
 * nothing is stored before the edit of tras_attendance_make_edit().
 */
typedef struct
{
  TrasTrainingSession *session;
  TrasTraining *training;
  TrasSkill *skill;
  GPtrArray *people;
  char *action_title;

  /*< private >*/
  TrasHourCosts *costs;
  GPtrArray *marks;
} TrasAttendance;

TrasAttendance *tras_attendance_load        (TrasDb               *db,
                                             gint64                session_id,
                                             GError              **error);
void            tras_attendance_free        (TrasAttendance       *self);
gboolean        tras_attendance_is_held     (TrasAttendance       *self);
void            tras_attendance_get_cost    (TrasAttendance       *self,
                                             TrasTrainingSession  *draft,
                                             TrasTrainingCost     *cost);
gint64          tras_attendance_get_level   (TrasAttendance       *self,
                                             const TrasAttendant  *attendant,
                                             TrasDay               day);
guint           tras_attendance_count_marks (TrasAttendance       *self,
                                             TrasDay               day);
char           *tras_attendance_dup_refusal (TrasAttendance       *self,
                                             TrasTrainingSession  *draft,
                                             const char          **field);
TrasEdit       *tras_attendance_make_edit   (TrasAttendance       *self,
                                             TrasTrainingSession  *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasAttendance, tras_attendance_free)

G_END_DECLS
