/* tras-review.h: weekly reviews
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW (tras_review_get_type ())

TRAS_DECLARE_RECORD (TrasReview, tras_review, REVIEW)

/**
 * TrasReview:
 *
 * A weekly meeting, of the firm or of an area; week_on is the week's Monday. While it goes on, part
 * is where it stands and seconds how long it has sat, as of the last thing that was written.
 */
struct _TrasReview
{
  TrasRecord parent_instance;

  char *code;
  gint64 area_id;
  TrasDay week_on;
  gint64 planned_minutes;
  gint64 started_at;
  gint64 ended_at;
  gint64 chair_id;
  gint64 keeper_id;
  char *closing_note;
  const char *part;
  gint64 seconds;

  /* of the view */
  char *area_name;
  char *chair_name;
  char *keeper_name;
};

#define TRAS_TYPE_REVIEW_PERSON (tras_review_person_get_type ())

TRAS_DECLARE_RECORD (TrasReviewPerson, tras_review_person, REVIEW_PERSON)

/**
 * TrasReviewPerson:
 *
 * Who was at a review, and how useful it was to them, 1 to 10.
 */
struct _TrasReviewPerson
{
  TrasRecord parent_instance;

  gint64 review_id;
  gint64 person_id;
  gboolean present;
  gint64 usefulness;
};

guint tras_review_mean_usefulness (const gint64 *answers,
                                   guint         n_answers);

#define TRAS_TYPE_REVIEW_ITEM (tras_review_item_get_type ())

TRAS_DECLARE_RECORD (TrasReviewItem, tras_review_item, REVIEW_ITEM)

/**
 * TrasReviewItem:
 *
 * A subject of a review: what was seen then, what was said. It names exactly one record, or a
 * topic; of a training it also names the indicator that this should move. seen_on is the period
 * whose value was seen, or the day on which the subject was due;
 * left_state and left_on are its state and its day as it left the meeting, where that changed them.
 */
struct _TrasReviewItem
{
  TrasRecord parent_instance;

  gint64 review_id;
  gint64 position;
  gint64 indicator_id;
  gint64 action_id;
  gint64 deviation_id;
  gint64 goal_id;
  gint64 experiment_id;
  gint64 decision_id;
  char *topic;
  double seen_value;
  char *seen_variation;
  char *seen_assurance;
  char *seen_state;
  const char *outcome;
  char *said;
  gint64 seconds;
  const char *part;
  TrasDay seen_on;
  char *left_state;
  TrasDay left_on;
  gint64 training_id;

  /* of the view */
  char *subject;
  char *subject_code;
  TrasDay week_on;
};

#define TRAS_TYPE_REVIEW_RESULT (tras_review_result_get_type ())

TRAS_DECLARE_RECORD (TrasReviewResult, tras_review_result, REVIEW_RESULT)

/**
 * TrasReviewResult:
 *
 * An action, a deviation, a decision or an experiment that was made while a subject was talked
 * about. due_on is when the meeting sees it again: due, check, revisit or stop date.
 */
struct _TrasReviewResult
{
  TrasRecord parent_instance;

  gint64 review_item_id;
  gint64 action_id;
  gint64 deviation_id;
  gint64 decision_id;
  gint64 experiment_id;

  /* of the view */
  gint64 review_id;
  gint64 position;
  char *what;
  char *code;
  gint64 owner_id;
  char *owner_name;
  TrasDay due_on;
};

G_END_DECLS
