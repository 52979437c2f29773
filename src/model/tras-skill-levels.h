/* tras-skill-levels.h: what people can do and what their posts need, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-person.h"
#include "tras-skill-cover.h"
#include "tras-skill.h"

G_BEGIN_DECLS

/* In place of a person: all. */
#define TRAS_SKILL_EVERYBODY 0

/**
 * TrasSkillStand:
 * @mark_id: the mark
 * @person: whose it is, their place in the levels
 * @skill: of what, its place in the levels
 *
 * A mark that stands, as plain values: there may be a million of them.
 */
typedef struct
{
  gint64 mark_id;
  guint person;
  guint skill;
  gint64 level;
  TrasDay marked_on;
  TrasDay expires_on;
  const char *how;
  gint64 session_id;
} TrasSkillStand;

/**
 * TrasSkillNeed:
 * @skill: its place in the levels
 * @level: 1 to 4
 * @must: whether nobody may work without it
 */
typedef struct
{
  guint skill;
  gint64 level;
  gboolean must;
} TrasSkillNeed;

typedef struct _TrasSkillLevels TrasSkillLevels;

TrasSkillLevels      *tras_skill_levels_load       (TrasDb           *db,
                                                    gint64            person_id,
                                                    GError          **error);
void                  tras_skill_levels_free       (TrasSkillLevels  *self);
void                  tras_skill_levels_advance    (TrasSkillLevels  *self,
                                                    TrasDay           day);

GPtrArray            *tras_skill_levels_get_people (TrasSkillLevels  *self);
GPtrArray            *tras_skill_levels_get_skills (TrasSkillLevels  *self);
gboolean              tras_skill_levels_is_here    (TrasSkillLevels  *self,
                                                    guint             person);
TrasPost             *tras_skill_levels_get_post   (TrasSkillLevels  *self,
                                                    guint             person);
const TrasSkillNeed  *tras_skill_levels_get_needs  (TrasSkillLevels  *self,
                                                    gint64            role_id,
                                                    guint            *n);
gint64                tras_skill_levels_get_area   (TrasSkillLevels  *self,
                                                    gint64            role_id);
const TrasSkillStand *tras_skill_levels_get_stand  (TrasSkillLevels  *self,
                                                    guint             person,
                                                    guint             skill);
gint64                tras_skill_levels_get_held   (TrasSkillLevels  *self,
                                                    guint             person,
                                                    guint             skill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSkillLevels, tras_skill_levels_free)

G_END_DECLS
