/* tras-skill-view.h: the matrix of people and skills, with a cursor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-grid-view.h"
#include "tras-skill-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SKILL_VIEW (tras_skill_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasSkillView, tras_skill_view, TRAS, SKILL_VIEW, TrasGridView)

void                tras_skill_view_show       (TrasSkillView   *self,
                                                TrasSkillBoard  *board,
                                                GPtrArray       *rows,
                                                GArray          *skills);
const TrasSkillRow *tras_skill_view_get_cursor (TrasSkillView   *self,
                                                int             *skill);
void                tras_skill_view_go_to      (TrasSkillView   *self,
                                                gint64           person_id,
                                                gint64           skill_id);

G_END_DECLS
