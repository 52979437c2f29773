/* tras-skill.h: what people can do, what roles need, and who says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-edit.h"

G_BEGIN_DECLS

/* Levels go from 0, cannot do it, to 4, teaches it. */
#define TRAS_SKILL_LEVEL_MAX 4

#define TRAS_TYPE_SKILL (tras_skill_get_type ())

TRAS_DECLARE_RECORD (TrasSkill, tras_skill, SKILL)

/**
 * TrasSkill:
 * @valid_months: how long a mark holds, %TRAS_NULL for ever
 * @warn_days: how long before a mark expires somebody should know
 *
 * What somebody can do. A certificate is a skill that is valid for some months.
 */
struct _TrasSkill
{
  TrasRecord parent_instance;

  char *name;
  gint64 valid_months;
  gint64 warn_days;
};

#define TRAS_TYPE_ROLE_SKILL (tras_role_skill_get_type ())

TRAS_DECLARE_RECORD (TrasRoleSkill, tras_role_skill, ROLE_SKILL)

/**
 * TrasRoleSkill:
 * @level: 1 to 4
 * @must: whether nobody may work in the role without it
 *
 * The level of a skill that a role needs.
 */
struct _TrasRoleSkill
{
  TrasRecord parent_instance;

  gint64 role_id;
  gint64 skill_id;
  gint64 level;
  gboolean must;
};

#define TRAS_TYPE_SKILL_MARK (tras_skill_mark_get_type ())

TRAS_DECLARE_RECORD (TrasSkillMark, tras_skill_mark, SKILL_MARK)

/**
 * TrasSkillMark:
 * @level: 0 to 4
 * @expires_on: the last day on which it counts, %TRAS_DAY_NONE for ever
 * @how: self, manager, test, training or certificate
 * @session_id: the training session that gave it, 0 for none
 * @reverses_id: the mark that this one takes back, 0 for none
 *
 * A level that somebody was found to have on a day. Never changed nor deleted: the newest one
 * counts, and to delete one adds the mark that reverses it. Queries give the marks that stand.
 */
struct _TrasSkillMark
{
  TrasRecord parent_instance;

  gint64 person_id;
  gint64 skill_id;
  gint64 level;
  TrasDay marked_on;
  TrasDay expires_on;
  const char *how;
  gint64 session_id;
  char *document;
  gint64 reverses_id;
};

const char *tras_skill_get_level_name (gint64          level);

TrasDay     tras_skill_get_expiry     (TrasSkill      *self,
                                       TrasDay         marked_on);

gboolean    tras_skill_mark_check     (TrasSkillMark  *self,
                                       const char    **field,
                                       GError        **error);
gboolean    tras_skill_check_edit     (TrasEdit       *edit,
                                       GError        **error);

G_END_DECLS
