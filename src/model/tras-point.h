/* tras-point.h: a point of a weekly meeting, and the parts it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-review.h"
#include "tras-review-data.h"

G_BEGIN_DECLS

/**
 * TrasPart:
 * @TRAS_PART_PRESENT: who is here, which numbers are missing
 * @TRAS_PART_CUSTOMERS: a story of an external customer and one of an internal one
 * @TRAS_PART_INDICATORS: levers first, then results by area, people, money last
 * @TRAS_PART_PROMISES: actions due or late, checks, decisions and effects of trainings whose day
 *   has come, and what the last meeting left open
 * @TRAS_PART_GOALS: goals off pace, plans over money or hours, experiments at their stop date
 * @TRAS_PART_SOLVE: deviations without a cause, promises that were moved twice
 * @TRAS_PART_READ_BACK: names and dates
 *
 * The parts of a meeting, in their order.
 */
typedef enum
{
  TRAS_PART_PRESENT,
  TRAS_PART_CUSTOMERS,
  TRAS_PART_INDICATORS,
  TRAS_PART_PROMISES,
  TRAS_PART_GOALS,
  TRAS_PART_SOLVE,
  TRAS_PART_READ_BACK,
} TrasPart;

#define TRAS_N_PARTS (TRAS_PART_READ_BACK + 1)

/**
 * TrasReason:
 * @TRAS_REASON_STORY: somebody tells it
 * @TRAS_REASON_SIGNAL: the indicator's newest value is unusual
 * @TRAS_REASON_MISSING: the indicator's newest period that is over was not measured
 * @TRAS_REASON_USUAL: nothing unusual; passed with one key
 * @TRAS_REASON_LATE: the action was due on the day of the agenda or before
 * @TRAS_REASON_DUE: the action is due within the week after
 * @TRAS_REASON_CHECK: the day to check the deviation has come
 * @TRAS_REASON_REVISIT: the day to look at the decision again has come
 * @TRAS_REASON_EFFECT: the day has come by which the training should have moved its indicator
 * @TRAS_REASON_LEFT_OPEN: the last meeting said that somebody looks into it, or later
 * @TRAS_REASON_OFF_PACE: the goal is behind, or to be looked at now
 * @TRAS_REASON_GOAL_DUE: the day by which the goal was to be reached is over
 * @TRAS_REASON_OVER_MONEY: the action has spent more than was planned
 * @TRAS_REASON_OVER_HOURS: the action has taken more hours than were planned
 * @TRAS_REASON_STOP_DATE: the experiment has come to its stop date, or is about to
 * @TRAS_REASON_NO_CAUSE: nobody knows yet why the deviation came about
 * @TRAS_REASON_MOVED_TWICE: the promise has been moved twice or more
 *
 * Why something is on the agenda.
 */
typedef enum
{
  TRAS_REASON_STORY,
  TRAS_REASON_SIGNAL,
  TRAS_REASON_MISSING,
  TRAS_REASON_USUAL,
  TRAS_REASON_LATE,
  TRAS_REASON_DUE,
  TRAS_REASON_CHECK,
  TRAS_REASON_REVISIT,
  TRAS_REASON_EFFECT,
  TRAS_REASON_LEFT_OPEN,
  TRAS_REASON_OFF_PACE,
  TRAS_REASON_GOAL_DUE,
  TRAS_REASON_OVER_MONEY,
  TRAS_REASON_OVER_HOURS,
  TRAS_REASON_STOP_DATE,
  TRAS_REASON_NO_CAUSE,
  TRAS_REASON_MOVED_TWICE,
} TrasReason;

/**
 * TrasPoint:
 * @part: in which part it is talked about
 * @reason: why
 * @item: its row: the subject, what was seen of it, what was said. Without an id until the meeting
 *   has begun; a story that nobody has told yet has no topic, and its position says whose: 1 for an
 *   external customer, 2 for an internal one
 * @row: (nullable): the indicator as it is now, borrowed from the review's data
 * @goal: (nullable): the goal as it is now, likewise
 * @record: (nullable): the action, deviation, experiment, decision or training as it is now
 * @effect: (nullable): of a training, when it was held, borrowed from the review's data
 * @moves: (nullable): of a training, the indicator that it should move, likewise
 *
 * A point of the agenda. Its item names the subject; at most one of @row, @goal and @record is set:
 * none for a story, or where the subject has been deleted.
 */
typedef struct
{
  TrasPart part;
  TrasReason reason;
  TrasReviewItem *item;
  TrasScorecardRow *row;
  TrasGoalStatus *goal;
  TrasRecord *record;
  const TrasTrainingFacts *effect;
  TrasScorecardRow *moves;
} TrasPoint;

const char *tras_part_to_string    (TrasPart         part);
gboolean    tras_part_from_string  (const char      *string,
                                    TrasPart        *part);
const char *tras_part_get_label    (TrasPart         part);
guint       tras_part_get_seconds  (TrasPart         part,
                                    guint            planned_minutes);
char       *tras_reason_dup_words  (const TrasPoint *point,
                                    TrasDay          day);

void        tras_point_free        (TrasPoint       *point);
char       *tras_point_dup_subject (const TrasPoint *point);
gboolean    tras_point_is_done     (const TrasPoint *point);
gboolean    tras_point_get_effect  (const TrasPoint *point,
                                    TrasEffect      *effect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasPoint, tras_point_free)

G_END_DECLS
