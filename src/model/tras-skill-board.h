/* tras-skill-board.h: who can do what, what is missing, and whose certificates run out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-skill-levels.h"

G_BEGIN_DECLS

/**
 * TrasSkillCell:
 * @mark_id: the newest mark, 0 for none
 * @level: what it says, -1 for no mark
 * @held: what of it counts: 0 without a mark and once it has expired
 * @needed: the level that the person's role needs, 0 for none
 * @must: whether nobody may work in the role without it
 * @certificate: what has become of a mark that expires
 *
 * A person in a skill.
 */
typedef struct
{
  gint64 mark_id;
  gint8 level;
  gint8 held;
  gint8 needed;
  gboolean must;
  TrasCertificate certificate;
  TrasDay marked_on;
  TrasDay expires_on;
  const char *how;
} TrasSkillCell;

/**
 * TrasSkillRow:
 * @person: who
 * @post: (nullable): what they do on the day
 * @area_id: where, 0 for nowhere
 * @cells: (array): one for each skill of the board
 * @n_gaps: in how many skills less is held than needed
 */
typedef struct
{
  TrasPerson *person;
  TrasPost *post;
  gint64 area_id;
  TrasSkillCell *cells;
  guint n_gaps;
} TrasSkillRow;

/**
 * TrasSkillArea:
 * @area_id: an area
 * @area_name: what it is called
 * @skill: a place in the board
 * @level: the highest level that a role of it needs
 * @cover: of those in it whose role needs the skill; @n_reach counts others of the area, too, who
 *   reach @level
 * @only: (nullable): who alone reaches what is needed, where it is one
 *
 * How an area stands in a skill that it needs.
 */
typedef struct
{
  gint64 area_id;
  const char *area_name;
  guint skill;
  gint64 level;
  TrasSkillCover cover;
  const TrasSkillRow *only;
} TrasSkillArea;

/**
 * TrasSkillSpot:
 * @row: a person
 * @skill: a place in the board
 *
 * A cell of the board by where it is.
 */
typedef struct
{
  const TrasSkillRow *row;
  guint skill;
} TrasSkillSpot;

#define TRAS_TYPE_SKILL_BOARD (tras_skill_board_get_type ())

/**
 * TrasSkillBoard:
 * @firm: the firm's name
 * @day: the day that it is seen from
 * @skills: (element-type TrasSkill): all skills, by name
 * @rows: (element-type TrasSkillRow): whoever is here on the day, by name
 * @areas: (element-type TrasSkillArea): by area and skill, those without enough people first
 * @gaps: (element-type TrasSkillSpot): what nobody may work without first, then the widest
 * @certificates: (element-type TrasSkillSpot): all that expire, the first to expire first
 * @cover: of all of them
 * @n_expired: how many certificates have expired
 * @n_expiring: how many are about to
 *
 * Skills as they stand on a day. It is not changed once it is loaded.
 */
typedef struct
{
  char *firm;
  TrasDay day;
  GPtrArray *skills;
  GPtrArray *rows;
  GArray *areas;
  GArray *gaps;
  GArray *certificates;
  TrasSkillCover cover;
  guint n_expired;
  guint n_expiring;
} TrasSkillBoard;

GType                tras_skill_board_get_type (void) G_GNUC_CONST;
TrasSkillBoard      *tras_skill_board_load     (TrasDb               *db,
                                                TrasDay               day,
                                                gint64                person_id,
                                                GError              **error);
TrasSkillBoard      *tras_skill_board_ref      (TrasSkillBoard       *self);
void                 tras_skill_board_unref    (TrasSkillBoard       *self);

const TrasSkillCell *tras_skill_spot_get_cell  (const TrasSkillSpot  *self);
gint64               tras_skill_cell_get_gap   (const TrasSkillCell  *self);
TrasSkillMark       *tras_skill_board_new_mark (TrasSkillBoard       *self,
                                                const TrasSkillRow   *row,
                                                guint                 skill,
                                                gint64                level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSkillBoard, tras_skill_board_unref)

G_END_DECLS
