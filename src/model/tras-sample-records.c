/* tras-sample-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sample-records.h"

#define FIELD(Type, member, VALUE, ...) \
  TRAS_FIELD (Type, member, VALUE, TRAS_FIELD_INTERNAL, NULL, __VA_ARGS__)

static const TrasField skill_fields[] = {
  TRAS_FIELD (TrasSkill, name, TEXT, TRAS_FIELD_INTERNAL | TRAS_FIELD_FOLDED, NULL),
  FIELD (TrasSkill, valid_months, INTEGER),
};

static const TrasTable skill_table = {
  .name = "skill",
  .fields = skill_fields,
  .n_fields = G_N_ELEMENTS (skill_fields),
};

TRAS_DEFINE_RECORD (TrasSkill, tras_skill, &skill_table)

static const TrasField role_skill_fields[] = {
  TRAS_FIELD (TrasRoleSkill, role_id, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_KEY, NULL,
              .target = "role"),
  TRAS_FIELD (TrasRoleSkill, skill_id, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_KEY, NULL,
              .target = "skill"),
  FIELD (TrasRoleSkill, level, INTEGER),
};

static const TrasTable role_skill_table = {
  .name = "role_skill",
  .fields = role_skill_fields,
  .n_fields = G_N_ELEMENTS (role_skill_fields),
};

TRAS_DEFINE_RECORD (TrasRoleSkill, tras_role_skill, &role_skill_table)

static const TrasField skill_mark_fields[] = {
  FIELD (TrasSkillMark, person_id, REFERENCE, .target = "person"),
  FIELD (TrasSkillMark, skill_id, REFERENCE, .target = "skill"),
  FIELD (TrasSkillMark, level, INTEGER),
  FIELD (TrasSkillMark, marked_on, DATE),
  FIELD (TrasSkillMark, expires_on, DATE),
  FIELD (TrasSkillMark, how, TEXT),
  FIELD (TrasSkillMark, session_id, REFERENCE, .target = "training_session"),
};

static const TrasTable skill_mark_table = {
  .name = "skill_mark",
  .fields = skill_mark_fields,
  .n_fields = G_N_ELEMENTS (skill_mark_fields),
  .flags = TRAS_TABLE_APPEND_ONLY,
};

TRAS_DEFINE_RECORD (TrasSkillMark, tras_skill_mark, &skill_mark_table)

static const TrasField training_fields[] = {
  TRAS_FIELD (TrasTraining, title, TEXT, TRAS_FIELD_INTERNAL | TRAS_FIELD_FOLDED, NULL),
  FIELD (TrasTraining, skill_id, REFERENCE, .target = "skill"),
  FIELD (TrasTraining, level_given, INTEGER),
  FIELD (TrasTraining, action_id, REFERENCE, .target = "action"),
  FIELD (TrasTraining, indicator_id, REFERENCE, .target = "indicator"),
};

static const TrasTable training_table = {
  .name = "training",
  .fields = training_fields,
  .n_fields = G_N_ELEMENTS (training_fields),
};

TRAS_DEFINE_RECORD (TrasTraining, tras_training, &training_table)

static const TrasField training_session_fields[] = {
  FIELD (TrasTrainingSession, training_id, REFERENCE, .target = "training"),
  FIELD (TrasTrainingSession, starts_at, INSTANT),
  FIELD (TrasTrainingSession, minutes, INTEGER),
  FIELD (TrasTrainingSession, place, TEXT),
  FIELD (TrasTrainingSession, cost, MONEY),
  FIELD (TrasTrainingSession, state, TEXT),
};

static const TrasTable training_session_table = {
  .name = "training_session",
  .fields = training_session_fields,
  .n_fields = G_N_ELEMENTS (training_session_fields),
};

TRAS_DEFINE_RECORD (TrasTrainingSession, tras_training_session, &training_session_table)

static const TrasField training_seat_fields[] = {
  TRAS_FIELD (TrasTrainingSeat, session_id, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_KEY, NULL,
              .target = "training_session"),
  TRAS_FIELD (TrasTrainingSeat, person_id, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_KEY, NULL,
              .target = "person"),
  FIELD (TrasTrainingSeat, state, TEXT),
  FIELD (TrasTrainingSeat, minutes, INTEGER),
  FIELD (TrasTrainingSeat, passed, INTEGER),
};

static const TrasTable training_seat_table = {
  .name = "training_seat",
  .fields = training_seat_fields,
  .n_fields = G_N_ELEMENTS (training_seat_fields),
};

TRAS_DEFINE_RECORD (TrasTrainingSeat, tras_training_seat, &training_seat_table)

static const TrasField purchase_fields[] = {
  FIELD (TrasPurchase, supplier_id, REFERENCE, .target = "supplier"),
  FIELD (TrasPurchase, state, TEXT),
  FIELD (TrasPurchase, made_on, DATE),
  FIELD (TrasPurchase, sent_on, DATE),
};

static const TrasTable purchase_table = {
  .name = "purchase",
  .fields = purchase_fields,
  .n_fields = G_N_ELEMENTS (purchase_fields),
};

TRAS_DEFINE_RECORD (TrasPurchase, tras_purchase, &purchase_table)

static const TrasField purchase_line_fields[] = {
  FIELD (TrasPurchaseLine, purchase_id, REFERENCE, .target = "purchase"),
  FIELD (TrasPurchaseLine, item_id, REFERENCE, .target = "item"),
  FIELD (TrasPurchaseLine, quantity, QUANTITY),
  FIELD (TrasPurchaseLine, unit_price, MONEY),
  FIELD (TrasPurchaseLine, promised_on, DATE),
  FIELD (TrasPurchaseLine, why, TEXT),
};

static const TrasTable purchase_line_table = {
  .name = "purchase_line",
  .fields = purchase_line_fields,
  .n_fields = G_N_ELEMENTS (purchase_line_fields),
};

TRAS_DEFINE_RECORD (TrasPurchaseLine, tras_purchase_line, &purchase_line_table)

static const TrasField receipt_fields[] = {
  FIELD (TrasReceipt, line_id, REFERENCE, .target = "purchase_line"),
  FIELD (TrasReceipt, received_on, DATE),
  FIELD (TrasReceipt, good, QUANTITY),
  FIELD (TrasReceipt, movement_id, REFERENCE, .target = "movement"),
};

static const TrasTable receipt_table = {
  .name = "receipt",
  .fields = receipt_fields,
  .n_fields = G_N_ELEMENTS (receipt_fields),
};

TRAS_DEFINE_RECORD (TrasReceipt, tras_receipt, &receipt_table)

static const TrasField reservation_fields[] = {
  FIELD (TrasReservation, item_id, REFERENCE, .target = "item"),
  FIELD (TrasReservation, quantity, QUANTITY),
  FIELD (TrasReservation, cause, TEXT),
  FIELD (TrasReservation, cause_id, INTEGER),
  FIELD (TrasReservation, made_at, INSTANT),
};

static const TrasTable reservation_table = {
  .name = "reservation",
  .fields = reservation_fields,
  .n_fields = G_N_ELEMENTS (reservation_fields),
};

TRAS_DEFINE_RECORD (TrasReservation, tras_reservation, &reservation_table)
