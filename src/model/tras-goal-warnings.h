/* tras-goal-warnings.h: what keeps goals from being concrete and from fitting one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-goal-board.h"

G_BEGIN_DECLS

TrasGoalFacts   *tras_goal_facts_load        (TrasDb               *db,
                                              TrasDay               day,
                                              GError              **error);
void             tras_goal_facts_add_action  (TrasGoalFacts        *self,
                                              TrasAction           *action);
void             tras_goal_facts_add_goals   (TrasGoalFacts        *self,
                                              GPtrArray            *goals);
void             tras_goal_facts_free        (TrasGoalFacts        *self);

TrasGoalWarnings tras_goal_warnings_find     (TrasGoalBoard        *board,
                                              TrasGoalStatus       *status);
char            *tras_goal_warning_dup_words (TrasGoalWarnings      warning,
                                              TrasGoalBoard        *board,
                                              TrasGoalStatus       *status);
const char      *tras_goal_warning_get_label (TrasGoalWarnings      warning);
TrasGoalStatus  *tras_goal_board_find_opposed (TrasGoalBoard       *self,
                                              TrasGoalStatus       *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasGoalFacts, tras_goal_facts_free)

G_END_DECLS
