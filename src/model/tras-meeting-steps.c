/* tras-meeting-steps.c: the steps of a meeting, each an edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-meeting.h"
#include "tras-training-steps.h"

/* When a training is looked at again whose indicator is not kept any more. */
#define AGAIN_DAYS 7

/* How a record that comes out of a meeting is told. */
typedef struct
{
  GType (*get_type) (void);
  const char *reference;
  const char *outcome;
  const char *label;
} Result;

static const Result results[] = {
  { tras_action_get_type, "action_id", "action", N_("New action from the review") },
  { tras_deviation_get_type, "deviation_id", "deviation", N_("New deviation from the review") },
  { tras_decision_get_type, "decision_id", "decision", N_("New decision from the review") },
  { tras_experiment_get_type, "experiment_id", "action", N_("New experiment from the review") },
};

static const Result *
get_result (gpointer record)
{
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      if (G_OBJECT_TYPE (record) == results[i].get_type ())
        return &results[i];
    }

  return NULL;
}

static void
take_text (char **to,
           char  *text)
{
  g_free (*to);
  *to = text;
}

/* Where the meeting stands is written with each of its steps. */
static void
write_moment (TrasMeeting      *self,
              TrasEdit         *edit,
              const TrasMoment *moment)
{
  g_autoptr (TrasReview) review = tras_record_dup (self->review);

  review->part = tras_part_to_string (moment->part);
  review->seconds = MAX (moment->seconds, 0);
  tras_edit_update (edit, review);
}

static gint64
get_next_position (TrasMeeting *self)
{
  gint64 position = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      TrasReviewItem *item = ((TrasPoint *) self->points->pdata[i])->item;

      if (TRAS_RECORD (item)->id != 0)
        position = MAX (position, item->position);
    }

  return position + 1;
}

static void
write_item (TrasMeeting    *self,
            TrasEdit       *edit,
            TrasReviewItem *item)
{
  if (TRAS_RECORD (item)->id != 0)
    {
      tras_edit_update (edit, item);
      return;
    }

  item->review_id = TRAS_RECORD (self->review)->id;
  item->position = get_next_position (self);
  tras_edit_insert (edit, item);
}

static TrasReviewItem *
dup_item (TrasPoint        *point,
          const TrasMoment *moment,
          const char       *outcome,
          const char       *said)
{
  TrasReviewItem *item = tras_record_dup (point->item);

  item->outcome = g_intern_string (outcome);
  if (said != NULL)
    take_text (&item->said, *said != '\0' ? g_strdup (said) : NULL);
  if (item->seconds == TRAS_NULL)
    item->seconds = 0;
  item->seconds += MAX (moment->point_seconds, 0);

  return item;
}

static gboolean
contains (const gint64 *ids,
          guint         n_ids,
          gint64        id)
{
  for (guint i = 0; i < n_ids; i++)
    {
      if (ids[i] == id)
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_meeting_make_begin:
 * @self: a meeting that has not begun
 * @moment: when
 * @draft: its review, with minutes, chair and keeper as they are to be
 * @present: (array length=n_present): the ids of who is there
 * @n_present: how many are
 *
 * Freezes the agenda and what is seen of it. Who was there last time and is not now is absent.
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_begin (TrasMeeting      *self,
                         const TrasMoment *moment,
                         TrasReview       *draft,
                         const gint64     *present,
                         guint             n_present)
{
  TrasEdit *edit = tras_edit_new (_("Begin the review"));
  g_autoptr (TrasReview) review = NULL;
  gint64 position = 1;

  g_return_val_if_fail (self != NULL && !tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (TRAS_IS_REVIEW (draft), NULL);

  review = tras_record_dup (draft);
  review->started_at = moment->now;
  review->part = tras_part_to_string (moment->part);
  review->seconds = moment->seconds;
  if (TRAS_RECORD (review)->id == 0)
    tras_edit_insert (edit, review);
  else
    tras_edit_update (edit, review);

  for (guint i = 0; i < self->attendance->len; i++)
    {
      g_autoptr (TrasReviewPerson) person = tras_record_dup (self->attendance->pdata[i]);
      gboolean is_here = contains (present, n_present, person->person_id);

      if (!is_here && !person->present)
        continue;
      person->present = is_here;
      if (TRAS_RECORD (person)->version > 0)
        {
          tras_edit_update (edit, person);
          continue;
        }
      tras_edit_insert (edit, person);
      tras_edit_link (edit, person, "review_id", review);
    }

  for (guint i = 0; i < self->points->len; i++)
    {
      TrasPoint *point = self->points->pdata[i];
      g_autoptr (TrasReviewItem) item = tras_record_dup (point->item);

      if (point->reason == TRAS_REASON_STORY)
        continue;
      item->position = position++;
      tras_edit_insert (edit, item);
      tras_edit_link (edit, item, "review_id", review);
    }

  return edit;
}

static TrasReviewPerson *
dup_attendance (TrasMeeting *self,
                gint64       person_id)
{
  for (guint i = 0; i < self->attendance->len; i++)
    {
      TrasReviewPerson *row = self->attendance->pdata[i];

      if (row->person_id == person_id)
        return tras_record_dup (row);
    }

  g_return_val_if_reached (NULL);
}

static TrasEdit *
make_person (const char       *label,
             TrasReviewPerson *person)
{
  TrasEdit *edit = tras_edit_new (label);

  if (TRAS_RECORD (person)->version > 0)
    tras_edit_update (edit, person);
  else
    tras_edit_insert (edit, person);

  return edit;
}

/**
 * tras_meeting_make_attendance:
 * @self: a meeting that has begun
 * @person_id: somebody of its people
 * @present: whether they are there
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_attendance (TrasMeeting *self,
                              gint64       person_id,
                              gboolean     present)
{
  g_autoptr (TrasReviewPerson) person = NULL;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);

  person = dup_attendance (self, person_id);
  person->present = present;
  if (!present)
    person->usefulness = TRAS_NULL;

  return make_person (_("Attendance of the review"), person);
}

/**
 * tras_meeting_make_usefulness:
 * @self: a meeting that has begun
 * @person_id: somebody who is there
 * @usefulness: how useful it was to them, 1 to 10; %TRAS_NULL for no answer
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_usefulness (TrasMeeting *self,
                              gint64       person_id,
                              gint64       usefulness)
{
  g_autoptr (TrasReviewPerson) person = NULL;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (usefulness == TRAS_NULL || (usefulness >= 1 && usefulness <= 10), NULL);

  person = dup_attendance (self, person_id);
  person->usefulness = usefulness;

  return make_person (_("Usefulness of the review"), person);
}

/**
 * tras_meeting_make_part:
 * @self: a meeting that has begun
 * @moment: where it stands now
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_part (TrasMeeting      *self,
                        const TrasMoment *moment)
{
  TrasEdit *edit = tras_edit_new (_("Next part of the review"));

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);

  write_moment (self, edit, moment);

  return edit;
}

/**
 * tras_meeting_make_story:
 * @self: a meeting that has begun
 * @moment: when
 * @topic: the story, not empty
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_story (TrasMeeting      *self,
                         const TrasMoment *moment,
                         const char       *topic)
{
  TrasEdit *edit = tras_edit_new (_("Story in the review"));
  g_autoptr (TrasReviewItem) item = tras_review_item_new ();

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (topic != NULL && *topic != '\0', NULL);

  item->part = tras_part_to_string (TRAS_PART_CUSTOMERS);
  take_text (&item->topic, g_strdup (topic));
  item->outcome = "explained";
  item->seconds = MAX (moment->point_seconds, 0);
  write_item (self, edit, item);
  write_moment (self, edit, moment);

  return edit;
}

/**
 * tras_meeting_make_outcome:
 * @self: a meeting that has begun
 * @moment: when
 * @point: one of its points
 * @outcome: a word of the outcomes of review items
 * @said: (nullable): what was said, empty for nothing; %NULL to leave it
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_outcome (TrasMeeting      *self,
                           const TrasMoment *moment,
                           TrasPoint        *point,
                           const char       *outcome,
                           const char       *said)
{
  TrasEdit *edit = tras_edit_new (_("Outcome in the review"));
  g_autoptr (TrasReviewItem) item = NULL;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (point != NULL, NULL);

  item = dup_item (point, moment, outcome, said);
  write_item (self, edit, item);
  write_moment (self, edit, moment);

  return edit;
}

/**
 * tras_meeting_make_pass:
 * @self: a meeting that has begun
 * @moment: when
 *
 * Passes all indicators with nothing unusual that nobody has said anything about.
 *
 * Returns: (transfer full) (nullable): the edit, %NULL where there are none
 */
TrasEdit *
tras_meeting_make_pass (TrasMeeting      *self,
                        const TrasMoment *moment)
{
  TrasMoment at_once = *moment;
  g_autoptr (TrasEdit) edit = tras_edit_new (_("Nothing unusual in the review"));

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);

  at_once.point_seconds = 0;
  for (guint i = 0; i < self->points->len; i++)
    {
      TrasPoint *point = self->points->pdata[i];
      g_autoptr (TrasReviewItem) item = NULL;

      if (point->reason != TRAS_REASON_USUAL || tras_point_is_done (point))
        continue;
      item = dup_item (point, &at_once, "nothing", NULL);
      write_item (self, edit, item);
    }
  if (tras_edit_is_empty (edit))
    return NULL;
  write_moment (self, edit, moment);

  return g_steal_pointer (&edit);
}

/* ---- what a meeting makes ---- */

static void
fill_reference (TrasRecord *record,
                const char *reference,
                gint64      id)
{
  const TrasField *field = tras_table_find_field (tras_record_get_table (record), reference);

  if (field != NULL && id != 0 && tras_record_get_int (record, field) == 0)
    tras_record_set_int (record, field, id);
}

/* The goal that an indicator's target belongs to; 0 for none. */
static gint64
get_goal (TrasPoint *point)
{
  TrasTarget *target = point->row != NULL ? point->row->series->target : NULL;

  return target != NULL ? target->goal_id : 0;
}

/* A deviation that came out of the point before. */
static gint64
get_deviation (TrasMeeting *self,
               TrasPoint   *point)
{
  for (guint i = 0; i < self->results->len; i++)
    {
      TrasReviewResult *result = self->results->pdata[i];

      if (result->review_item_id == TRAS_RECORD (point->item)->id && result->deviation_id != 0)
        return result->deviation_id;
    }

  return 0;
}

static gboolean
serves (TrasAction *action)
{
  return action->goal_id != 0 || action->deviation_id != 0 || action->experiment_id != 0 ||
         action->decision_id != 0;
}

static void
fill_action (TrasMeeting *self,
             TrasPoint   *point,
             TrasAction  *action)
{
  TrasReviewItem *item = point->item;

  if (serves (action))
    return;
  action->goal_id = item->goal_id;
  action->deviation_id = item->deviation_id;
  action->experiment_id = item->experiment_id;
  action->decision_id = item->decision_id;
  if (TRAS_IS_ACTION (point->record))
    {
      action->goal_id = TRAS_ACTION (point->record)->goal_id;
      action->deviation_id = TRAS_ACTION (point->record)->deviation_id;
      action->experiment_id = TRAS_ACTION (point->record)->experiment_id;
      action->decision_id = TRAS_ACTION (point->record)->decision_id;
    }
  if (!serves (action))
    action->deviation_id = get_deviation (self, point);
  if (!serves (action))
    action->goal_id = get_goal (point);
}

/**
 * tras_meeting_fill:
 * @self: a meeting that has begun
 * @point: one of its points
 * @record: a new action, deviation, decision or experiment
 *
 * Ties the record to what is on show, where it is not tied to anything yet. An action may still
 * serve nothing afterwards: about an indicator without a goal and without a deviation.
 */
void
tras_meeting_fill (TrasMeeting *self,
                   TrasPoint   *point,
                   TrasRecord  *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (point != NULL);
  g_return_if_fail (get_result (record) != NULL);

  if (TRAS_IS_ACTION (record))
    {
      fill_action (self, point, TRAS_ACTION (record));
      return;
    }

  fill_reference (record, "indicator_id", point->item->indicator_id);
  fill_reference (record, "deviation_id", point->item->deviation_id);
  fill_reference (record, "goal_id", point->item->goal_id);
  fill_reference (record, "experiment_id", point->item->experiment_id);
  fill_reference (record, "goal_id", get_goal (point));
  fill_reference (record, "deviation_id", get_deviation (self, point));
  fill_reference (record, "review_id", TRAS_RECORD (self->review)->id);
  fill_reference (record, "area_id", self->area_id);
  if (TRAS_IS_DEVIATION (record) && point->row != NULL)
    {
      TrasDeviation *deviation = TRAS_DEVIATION (record);

      if (deviation->period_on == TRAS_DAY_NONE)
        deviation->period_on = point->item->seen_on;
      fill_reference (record, "area_id", point->row->series->indicator->area_id);
    }
}

/**
 * tras_meeting_make_record:
 * @self: a meeting that has begun
 * @moment: when
 * @point: what is talked about
 * @record: a new action, deviation, decision or experiment, complete
 * @said: (nullable): what was said, as for tras_meeting_make_outcome()
 *
 * Returns: (transfer full): the edit; @record has its id once it is applied
 */
TrasEdit *
tras_meeting_make_record (TrasMeeting      *self,
                          const TrasMoment *moment,
                          TrasPoint        *point,
                          TrasRecord       *record,
                          const char       *said)
{
  const Result *kind = get_result (record);
  g_autoptr (TrasReviewResult) result = tras_review_result_new ();
  g_autoptr (TrasReviewItem) item = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (point != NULL, NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  tras_meeting_fill (self, point, record);
  edit = tras_edit_new (_(kind->label));
  item = dup_item (point, moment, kind->outcome, said);
  write_item (self, edit, item);
  tras_edit_insert (edit, record);
  tras_edit_insert (edit, result);
  tras_edit_link (edit, result, kind->reference, record);
  if (TRAS_RECORD (item)->id != 0)
    result->review_item_id = TRAS_RECORD (item)->id;
  else
    tras_edit_link (edit, result, "review_item_id", item);
  write_moment (self, edit, moment);

  return edit;
}

/* ---- what a meeting changes ---- */

static const char *
leave_open (TrasDay on,
            TrasDay seen_on)
{
  return on != seen_on && on != TRAS_DAY_NONE ? "later" : "looking";
}

/* How a subject leaves the meeting: its state, its day, and the outcome. */
static const char *
leave (TrasReviewItem *item,
       TrasRecord     *record)
{
  gboolean is_over;

  if (TRAS_IS_ACTION (record))
    {
      TrasAction *action = TRAS_ACTION (record);

      is_over = !tras_action_is_open (action);
      take_text (&item->left_state, g_strdup (action->state));
      item->left_on = is_over ? action->closed_on : action->due_on;
    }
  else if (TRAS_IS_DEVIATION (record))
    {
      TrasDeviation *deviation = TRAS_DEVIATION (record);

      is_over = g_strcmp0 (deviation->state, "closed") == 0;
      take_text (&item->left_state, g_strdup (deviation->state));
      item->left_on = is_over ? deviation->closed_on : deviation->check_on;
    }
  else if (TRAS_IS_EXPERIMENT (record))
    {
      TrasExperiment *experiment = TRAS_EXPERIMENT (record);

      is_over = experiment->closed_on != TRAS_DAY_NONE;
      take_text (&item->left_state, g_strdup (is_over ? "closed" : "open"));
      item->left_on = is_over ? experiment->closed_on : experiment->stop_on;
    }
  else if (TRAS_IS_DECISION (record))
    {
      TrasDecision *decision = TRAS_DECISION (record);

      is_over = decision->revisit_on == TRAS_DAY_NONE;
      item->left_on = decision->revisit_on;
    }
  else if (TRAS_IS_TRAINING (record))
    {
      TrasTraining *training = TRAS_TRAINING (record);

      is_over = g_strcmp0 (training->verdict, "too-early") != 0;
      take_text (&item->left_state, g_strdup (training->verdict));
      item->left_on = is_over ? TRAS_DAY_NONE : training->expect_by;
    }
  else
    {
      TrasGoal *goal = TRAS_GOAL (record);

      is_over = !tras_goal_is_open (goal);
      take_text (&item->left_state, g_strdup (goal->state));
      item->left_on = is_over ? goal->closed_on : goal->due_on;
    }

  return is_over ? "explained" : leave_open (item->left_on, item->seen_on);
}

/**
 * tras_meeting_make_change:
 * @self: a meeting that has begun
 * @moment: when
 * @point: what is talked about
 * @record: the changed copy of its action, deviation, decision, experiment, training or goal
 * @said: (nullable): what was said, as for tras_meeting_make_outcome()
 *
 * Done, dropped, closed: explained. Another day: later. Otherwise somebody looks into it.
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_change (TrasMeeting      *self,
                          const TrasMoment *moment,
                          TrasPoint        *point,
                          TrasRecord       *record,
                          const char       *said)
{
  TrasEdit *edit = tras_edit_new (_("Change from the review"));
  g_autoptr (TrasReviewItem) item = NULL;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (point != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_RECORD (record), NULL);

  item = dup_item (point, moment, "looking", said);
  item->outcome = leave (item, record);
  write_item (self, edit, item);
  tras_edit_update (edit, record);
  write_moment (self, edit, moment);

  return edit;
}

/**
 * tras_meeting_make_verdict:
 * @self: a meeting that has begun
 * @moment: when
 * @point: a training whose effect is due
 * @verdict: a word of the file: moved, not-moved, too-early
 *
 * Where it is too early, the training comes back once there are numbers enough.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL where the training is not there any more
 */
TrasEdit *
tras_meeting_make_verdict (TrasMeeting      *self,
                           const TrasMoment *moment,
                           TrasPoint        *point,
                           const char       *verdict)
{
  g_autoptr (TrasTraining) said = NULL;
  TrasDay day = tras_day_from_instant (moment->now);
  TrasDay next;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);
  g_return_val_if_fail (point != NULL && verdict != NULL, NULL);

  if (!TRAS_IS_TRAINING (point->record))
    return NULL;

  next = day + AGAIN_DAYS;
  if (point->moves != NULL && point->effect != NULL && point->effect->last_held != TRAS_DAY_NONE)
    next = tras_training_get_next_look (point->moves->series->every, point->effect->last_held,
                                        day);
  said = tras_training_dup_said (TRAS_TRAINING (point->record), verdict, next);

  return tras_meeting_make_change (self, moment, point, TRAS_RECORD (said), NULL);
}

/**
 * tras_meeting_make_end:
 * @self: a meeting that has begun
 * @moment: when
 * @closing_note: (nullable): what is to be remembered of it
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_meeting_make_end (TrasMeeting      *self,
                       const TrasMoment *moment,
                       const char       *closing_note)
{
  TrasEdit *edit = tras_edit_new (_("End the review"));
  g_autoptr (TrasReview) review = NULL;

  g_return_val_if_fail (self != NULL && tras_meeting_has_begun (self), NULL);

  review = tras_record_dup (self->review);
  review->ended_at = MAX (moment->now, review->started_at);
  review->part = tras_part_to_string (TRAS_PART_READ_BACK);
  review->seconds = MAX (moment->seconds, 0);
  take_text (&review->closing_note,
             closing_note != NULL && *closing_note != '\0' ? g_strdup (closing_note) : NULL);
  tras_edit_update (edit, review);

  return edit;
}
