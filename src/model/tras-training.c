/* tras-training.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-training.h"

static const TrasChoice verdicts[] = {
  { "moved", N_("It moved") },
  { "not-moved", N_("It did not move") },
  { "too-early", N_("Too early") },
  { NULL, NULL },
};

static const TrasChoice session_states[] = {
  { "planned", N_("Planned") },
  { "held", N_("Held") },
  { "cancelled", N_("Cancelled") },
  { NULL, NULL },
};

static const TrasChoice seat_states[] = {
  { "invited", N_("Invited") },
  { "present", N_("Present") },
  { "absent", N_("Absent") },
  { "excused", N_("Excused") },
  { NULL, NULL },
};

static const TrasField training_fields[] = {
  TRAS_FIELD (TrasTraining, title, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Training")),
  TRAS_FIELD (TrasTraining, skill_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Skill"), .target = "skill"),
  TRAS_FIELD (TrasTraining, level_given, INTEGER, TRAS_FIELD_PLAIN, N_("Level given")),
  TRAS_FIELD (TrasTraining, supplier_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Supplier"),
              .target = "supplier"),
  TRAS_FIELD (TrasTraining, action_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasTraining, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasTraining, expect, REAL, TRAS_FIELD_PLAIN, N_("Expected change")),
  TRAS_FIELD (TrasTraining, expect_by, DATE, TRAS_FIELD_PLAIN, N_("Expected by")),
  TRAS_FIELD (TrasTraining, verdict, CHOICE, TRAS_FIELD_PLAIN, N_("Verdict"), .choices = verdicts),
  TRAS_FIELD (TrasTraining, skill_name, TEXT, TRAS_FIELD_COMPUTED, N_("Skill")),
  TRAS_FIELD (TrasTraining, supplier_name, TEXT, TRAS_FIELD_COMPUTED, N_("Supplier")),
  TRAS_FIELD (TrasTraining, action_title, TEXT, TRAS_FIELD_COMPUTED, N_("Action")),
  TRAS_FIELD (TrasTraining, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasTraining, sessions_planned, INTEGER, TRAS_FIELD_COMPUTED, N_("Sessions planned")),
  TRAS_FIELD (TrasTraining, sessions_held, INTEGER, TRAS_FIELD_COMPUTED, N_("Sessions held")),
};

static const TrasTable training_table = {
  .name = "training",
  .view = "training_view",
  .kind = "trainings",
  .singular = N_("Training"),
  .plural = N_("Trainings"),
  .fields = training_fields,
  .n_fields = G_N_ELEMENTS (training_fields),
};

TRAS_DEFINE_RECORD (TrasTraining, tras_training, &training_table)

static const TrasField training_session_fields[] = {
  TRAS_FIELD (TrasTrainingSession, training_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Training"),
              .target = "training"),
  TRAS_FIELD (TrasTrainingSession, starts_at, INSTANT, TRAS_FIELD_REQUIRED, N_("Starts")),
  TRAS_FIELD (TrasTrainingSession, minutes, INTEGER,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_HOURS | TRAS_FIELD_UNSIGNED,
              N_("Hours")),
  TRAS_FIELD (TrasTrainingSession, place, TEXT, TRAS_FIELD_PLAIN, N_("Room or place")),
  TRAS_FIELD (TrasTrainingSession, cost, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Cost"), .initial = "0"),
  TRAS_FIELD (TrasTrainingSession, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"),
              .choices = session_states, .initial = "planned"),
  TRAS_FIELD (TrasTrainingSession, training_title, TEXT, TRAS_FIELD_COMPUTED, N_("Training")),
  TRAS_FIELD (TrasTrainingSession, action_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasTrainingSession, seats, INTEGER, TRAS_FIELD_COMPUTED, N_("Seats")),
  TRAS_FIELD (TrasTrainingSession, present, INTEGER, TRAS_FIELD_COMPUTED, N_("Present")),
};

static const TrasTable training_session_table = {
  .name = "training_session",
  .view = "training_session_view",
  .kind = "sessions",
  .singular = N_("Training session"),
  .plural = N_("Training sessions"),
  .fields = training_session_fields,
  .n_fields = G_N_ELEMENTS (training_session_fields),
};

TRAS_DEFINE_RECORD (TrasTrainingSession, tras_training_session, &training_session_table)

static const TrasField training_seat_fields[] = {
  TRAS_FIELD (TrasTrainingSeat, session_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Training session"), .target = "training_session"),
  TRAS_FIELD (TrasTrainingSeat, person_id, REFERENCE,
              TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Person"), .target = "person"),
  TRAS_FIELD (TrasTrainingSeat, state, CHOICE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("State"), .choices = seat_states, .initial = "invited"),
  TRAS_FIELD (TrasTrainingSeat, minutes, INTEGER,
              TRAS_FIELD_PERSONAL | TRAS_FIELD_UNSIGNED, N_("Minutes")),
  TRAS_FIELD (TrasTrainingSeat, passed, INTEGER, TRAS_FIELD_PERSONAL, N_("Passed")),
  TRAS_FIELD (TrasTrainingSeat, score, INTEGER,
              TRAS_FIELD_PERSONAL | TRAS_FIELD_UNSIGNED, N_("Score")),
  TRAS_FIELD (TrasTrainingSeat, liked, INTEGER, TRAS_FIELD_PERSONAL, N_("Liked, 1 to 5")),
  TRAS_FIELD (TrasTrainingSeat, applied, INTEGER, TRAS_FIELD_PERSONAL, N_("Applied, 1 to 5")),
  TRAS_FIELD (TrasTrainingSeat, applied_on, DATE, TRAS_FIELD_PERSONAL, N_("Asked on")),
  TRAS_FIELD (TrasTrainingSeat, person_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Person")),
  TRAS_FIELD (TrasTrainingSeat, training_title, TEXT, TRAS_FIELD_COMPUTED, N_("Training")),
};

static const TrasTable training_seat_table = {
  .name = "training_seat",
  .view = "training_seat_view",
  .kind = "seats",
  .singular = N_("Training seat"),
  .plural = N_("Training seats"),
  .fields = training_seat_fields,
  .n_fields = G_N_ELEMENTS (training_seat_fields),
};

TRAS_DEFINE_RECORD (TrasTrainingSeat, tras_training_seat, &training_seat_table)
