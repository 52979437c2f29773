/* tras-goal-detail.h: the pane that shows one goal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"
#include "tras-goal-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOAL_DETAIL (tras_goal_detail_get_type ())

/**
 * TrasGoalDetail:
 *
 * How a goal is going, what is amiss, its targets, its plan and the goals that climb to it, and its
 * fields to be changed in place.
 */
G_DECLARE_FINAL_TYPE (TrasGoalDetail, tras_goal_detail, TRAS, GOAL_DETAIL, TrasDetail)

void tras_goal_detail_set_board   (TrasGoalDetail *self,
                                   TrasGoalBoard  *board,
                                   gint64          my_id);

G_END_DECLS
