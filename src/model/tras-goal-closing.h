/* tras-goal-closing.h: how a goal ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-goal-board.h"

G_BEGIN_DECLS

TrasTargetStatus *tras_goal_status_find_unmet (TrasGoalStatus   *self);
char             *tras_target_dup_unmet       (TrasTargetStatus *self);
void              tras_goal_close             (TrasGoal         *self,
                                               const char       *state,
                                               const char       *lesson,
                                               TrasDay           day);
void              tras_goal_drop_action       (TrasEdit         *edit,
                                               TrasAction       *action,
                                               TrasGoal         *goal);

G_END_DECLS
