/* tras-training.h: trainings, their sessions and who sits in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TRAINING (tras_training_get_type ())

TRAS_DECLARE_RECORD (TrasTraining, tras_training, TRAINING)

/**
 * TrasTraining:
 *
 * What is taught, and what it should move.
 */
struct _TrasTraining
{
  TrasRecord parent_instance;

  char *title;
  gint64 skill_id;
  gint64 level_given;
  gint64 supplier_id;
  gint64 action_id;
  gint64 indicator_id;
  double expect;
  TrasDay expect_by;
  const char *verdict;

  /* of the view */
  char *skill_name;
  char *supplier_name;
  char *action_title;
  char *indicator_name;
  gint64 sessions_planned;
  gint64 sessions_held;
};

#define TRAS_TYPE_TRAINING_SESSION (tras_training_session_get_type ())

TRAS_DECLARE_RECORD (TrasTrainingSession, tras_training_session, TRAINING_SESSION)

/**
 * TrasTrainingSession:
 *
 * One time at which a training is held. @starts_at is in seconds since 1970, UTC; @cost is what it
 * costs as a whole.
 */
struct _TrasTrainingSession
{
  TrasRecord parent_instance;

  gint64 training_id;
  gint64 starts_at;
  gint64 minutes;
  char *place;
  gint64 cost;
  const char *state;

  /* of the view */
  char *training_title;
  gint64 action_id;
  gint64 seats;
  gint64 present;
};

#define TRAS_TYPE_TRAINING_SEAT (tras_training_seat_get_type ())

TRAS_DECLARE_RECORD (TrasTrainingSeat, tras_training_seat, TRAINING_SEAT)

/**
 * TrasTrainingSeat:
 *
 * A person in a session. @passed is 0 or 1; it and the numbers are %TRAS_NULL until somebody says.
 */
struct _TrasTrainingSeat
{
  TrasRecord parent_instance;

  gint64 session_id;
  gint64 person_id;
  const char *state;
  gint64 minutes;
  gint64 passed;
  gint64 score;
  gint64 liked;
  gint64 applied;
  TrasDay applied_on;

  /* of the view */
  char *person_name;
  char *training_title;
};

G_END_DECLS
