/* tras-skill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-skill.h"

static const TrasChoice hows[] = {
  { "self", N_("Own judgement") },
  { "manager", N_("Manager") },
  { "test", N_("Test") },
  { "training", N_("Training") },
  { "certificate", N_("Certificate") },
  { NULL, NULL },
};

static const TrasField skill_fields[] = {
  TRAS_FIELD (TrasSkill, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasSkill, valid_months, INTEGER, TRAS_FIELD_UNSIGNED, N_("Valid, months")),
  TRAS_FIELD (TrasSkill, warn_days, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Warn days before"), .initial = "60"),
};

static const TrasTable skill_table = {
  .name = "skill",
  .kind = "skills",
  .singular = N_("Skill"),
  .plural = N_("Skills"),
  .fields = skill_fields,
  .n_fields = G_N_ELEMENTS (skill_fields),
};

TRAS_DEFINE_RECORD (TrasSkill, tras_skill, &skill_table)

static const TrasField role_skill_fields[] = {
  TRAS_FIELD (TrasRoleSkill, role_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED, N_("Role"),
              .target = "role"),
  TRAS_FIELD (TrasRoleSkill, skill_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Skill"), .target = "skill"),
  TRAS_FIELD (TrasRoleSkill, level, INTEGER, TRAS_FIELD_REQUIRED, N_("Level needed")),
  TRAS_FIELD (TrasRoleSkill, must, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Nobody works without it"),
              .initial = "0"),
};

static const TrasTable role_skill_table = {
  .name = "role_skill",
  .kind = "role-skills",
  .singular = N_("Skill of a role"),
  .plural = N_("Skills of roles"),
  .fields = role_skill_fields,
  .n_fields = G_N_ELEMENTS (role_skill_fields),
};

TRAS_DEFINE_RECORD (TrasRoleSkill, tras_role_skill, &role_skill_table)

static const TrasField skill_mark_fields[] = {
  TRAS_FIELD (TrasSkillMark, person_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Person"), .target = "person"),
  TRAS_FIELD (TrasSkillMark, skill_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Skill"), .target = "skill"),
  TRAS_FIELD (TrasSkillMark, level, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Level")),
  TRAS_FIELD (TrasSkillMark, marked_on, DATE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Marked on")),
  TRAS_FIELD (TrasSkillMark, expires_on, DATE, TRAS_FIELD_PERSONAL, N_("Expires on")),
  TRAS_FIELD (TrasSkillMark, how, CHOICE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("How it is known"), .choices = hows),
  TRAS_FIELD (TrasSkillMark, session_id, REFERENCE, TRAS_FIELD_PERSONAL | TRAS_FIELD_INTERNAL,
              NULL, .target = "training_session"),
  TRAS_FIELD (TrasSkillMark, document, TEXT, TRAS_FIELD_PERSONAL, N_("Document")),
  TRAS_FIELD (TrasSkillMark, reverses_id, REFERENCE, TRAS_FIELD_PERSONAL | TRAS_FIELD_INTERNAL,
              NULL, .target = "skill_mark"),
};

/* The view has the columns of the table and only the marks that stand. */
static const TrasTable skill_mark_table = {
  .name = "skill_mark",
  .view = "skill_mark_view",
  .kind = "skill-marks",
  .singular = N_("Skill mark"),
  .plural = N_("Skill marks"),
  .fields = skill_mark_fields,
  .n_fields = G_N_ELEMENTS (skill_mark_fields),
  .flags = TRAS_TABLE_APPEND_ONLY,
};

TRAS_DEFINE_RECORD (TrasSkillMark, tras_skill_mark, &skill_mark_table)

/**
 * tras_skill_get_level_name:
 * @level: 0 to 4
 *
 * Returns: what somebody of that level can do, in a few words
 */
const char *
tras_skill_get_level_name (gint64 level)
{
  static const char *const names[] = {
    NC_("skill level", "Cannot do it"),
    NC_("skill level", "Is learning"),
    NC_("skill level", "With help"),
    NC_("skill level", "Alone"),
    NC_("skill level", "Teaches it"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == TRAS_SKILL_LEVEL_MAX + 1);
  g_return_val_if_fail (level >= 0 && level <= TRAS_SKILL_LEVEL_MAX, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "skill level", names[level]);
}

/**
 * tras_skill_get_expiry:
 * @self: a skill
 * @marked_on: the day from which on a mark counts
 *
 * Returns: the last day on which the mark counts: the same day of the month @valid_months later;
 *   %TRAS_DAY_NONE where the skill never expires
 */
TrasDay
tras_skill_get_expiry (TrasSkill *self,
                       TrasDay    marked_on)
{
  g_return_val_if_fail (TRAS_IS_SKILL (self), TRAS_DAY_NONE);

  if (self->valid_months == TRAS_NULL || self->valid_months <= 0)
    return TRAS_DAY_NONE;

  return tras_day_add_months (marked_on, (int) self->valid_months);
}

/**
 * tras_skill_mark_check:
 * @self: a mark that is to be written
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether the mark can be written: it is not over before it begins, and its level is one
 */
gboolean
tras_skill_mark_check (TrasSkillMark  *self,
                       const char    **field,
                       GError        **error)
{
  g_autofree char *begins = NULL;
  g_autofree char *why = NULL;

  g_return_val_if_fail (TRAS_IS_SKILL_MARK (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (self->level != TRAS_NULL && (self->level < 0 || self->level > TRAS_SKILL_LEVEL_MAX))
    return tras_refuse (field, "level", error, _("A level is a number from 0 to 4"));
  if (self->expires_on == TRAS_DAY_NONE || self->marked_on == TRAS_DAY_NONE ||
      self->expires_on >= self->marked_on)
    return TRUE;

  begins = tras_number_format_date_medium (tras_number_format_get_default (), self->marked_on);
  /* Translators: a date */
  why = g_strdup_printf (_("It begins on %s and cannot expire before"), begins);

  return tras_refuse (field, "expires_on", error, "%s", why);
}

/**
 * tras_skill_check_edit:
 * @edit: an edit whose records are not written yet
 * @error: as of tras_skill_mark_check()
 *
 * Returns: whether its marks can be written; the edit knows the field that will not do
 */
gboolean
tras_skill_check_edit (TrasEdit  *edit,
                       GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);
      const char *field = NULL;

      if (deletes || !TRAS_IS_SKILL_MARK (record))
        continue;
      if (!tras_skill_mark_check (record, &field, error))
        {
          tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}
