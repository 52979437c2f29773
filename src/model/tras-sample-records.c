/* tras-sample-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sample-records.h"

#define FIELD(Type, member, VALUE, ...) \
  TRAS_FIELD (Type, member, VALUE, TRAS_FIELD_INTERNAL, NULL, __VA_ARGS__)

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
