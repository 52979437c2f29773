/* tras-meeting.h: the weekly meeting, before, while and after it is held
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-agenda.h"
#include "tras-edit.h"
#include "tras-person.h"

G_BEGIN_DECLS

#define TRAS_TYPE_MEETING (tras_meeting_get_type ())

/**
 * TrasMeeting:
 * @week_on: the Monday of the week under review
 * @area_id: the area that holds it, 0 for the firm
 * @review: its record; without an id until the meeting has begun, and then with the minutes, the
 *   chair and the keeper of the last one
 * @points: (element-type TrasPoint): the agenda, in the order of the parts: built from the data
 *   until the meeting has begun, and then the points that were frozen when it did and those that
 *   came up since
 * @people: (element-type TrasPerson): who may be there: everybody who works here on that day and
 *   those who were there, by name
 * @attendance: (element-type TrasReviewPerson): of each of @people, in their order; until the
 *   meeting has begun, as it was in the last one
 * @results: (element-type TrasReviewResult): what was made in the meeting, in the order in which it
 *   was
 * @missing: (element-type TrasScorecardRow): whose newest number is not there yet, by who is to
 *   bring it; borrowed from @data
 * @data: how things are now
 *
 * Nothing in it changes once it is loaded; each step of the meeting is an edit, and after it the
 * meeting is loaded anew. So it goes on where it was after a restart, on this desk or another.
 */
typedef struct
{
  TrasDay week_on;
  gint64 area_id;
  TrasReview *review;
  GPtrArray *points;
  GPtrArray *people;
  GPtrArray *attendance;
  GPtrArray *results;
  GPtrArray *missing;
  TrasReviewData *data;
} TrasMeeting;

/**
 * TrasMoment:
 * @part: the part that the meeting is in
 * @seconds: how long it has sat, all parts together
 * @point_seconds: how long the point has been on show this time; added to what it took before
 * @now: seconds since 1970, UTC
 *
 * When a step of the meeting is made. It is written with the step, so that the clocks go on.
 */
typedef struct
{
  TrasPart part;
  gint64 seconds;
  gint64 point_seconds;
  gint64 now;
} TrasMoment;

GType        tras_meeting_get_type        (void) G_GNUC_CONST;
TrasMeeting *tras_meeting_load            (TrasDb           *db,
                                           TrasDay           day,
                                           gint64            area_id,
                                           GError          **error);
TrasMeeting *tras_meeting_ref             (TrasMeeting      *self);
void         tras_meeting_unref           (TrasMeeting      *self);
gboolean     tras_meeting_has_begun       (TrasMeeting      *self);
gboolean     tras_meeting_has_ended       (TrasMeeting      *self);
TrasPart     tras_meeting_get_part        (TrasMeeting      *self);
guint        tras_meeting_count           (TrasMeeting      *self,
                                           TrasPart          part,
                                           guint            *n_done);
TrasPoint   *tras_meeting_find            (TrasMeeting      *self,
                                           gint64            item_id);

/* Steps. Each returns the one edit that the step is; TrasMoment as above. */
TrasEdit    *tras_meeting_make_begin      (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           TrasReview       *draft,
                                           const gint64     *present,
                                           guint             n_present);
TrasEdit    *tras_meeting_make_attendance (TrasMeeting      *self,
                                           gint64            person_id,
                                           gboolean          present);
TrasEdit    *tras_meeting_make_usefulness (TrasMeeting      *self,
                                           gint64            person_id,
                                           gint64            usefulness);
TrasEdit    *tras_meeting_make_part       (TrasMeeting      *self,
                                           const TrasMoment *moment);
TrasEdit    *tras_meeting_make_story      (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           const char       *topic);
TrasEdit    *tras_meeting_make_outcome    (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           TrasPoint        *point,
                                           const char       *outcome,
                                           const char       *said);
TrasEdit    *tras_meeting_make_pass       (TrasMeeting      *self,
                                           const TrasMoment *moment);
void         tras_meeting_fill            (TrasMeeting      *self,
                                           TrasPoint        *point,
                                           TrasRecord       *record);
TrasEdit    *tras_meeting_make_record     (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           TrasPoint        *point,
                                           TrasRecord       *record,
                                           const char       *said);
TrasEdit    *tras_meeting_make_change     (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           TrasPoint        *point,
                                           TrasRecord       *record,
                                           const char       *said);
TrasEdit    *tras_meeting_make_verdict    (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           TrasPoint        *point,
                                           const char       *verdict);
TrasEdit    *tras_meeting_make_end        (TrasMeeting      *self,
                                           const TrasMoment *moment,
                                           const char       *closing_note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasMeeting, tras_meeting_unref)

G_END_DECLS
