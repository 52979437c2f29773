/* tras-goal-checks.h: what was said about a goal, with the numbers of that day beside today's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-goal-board.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOAL_CHECKS (tras_goal_checks_get_type ())

/**
 * TrasGoalChecks:
 *
 * The checks of one goal, newest first, and the way to a new one. A check is never changed.
 */
G_DECLARE_FINAL_TYPE (TrasGoalChecks, tras_goal_checks, TRAS, GOAL_CHECKS, AdwBin)

void tras_goal_checks_show   (TrasGoalChecks *self,
                              TrasStore      *store,
                              TrasGoalBoard  *board,
                              gint64          goal_id);
void tras_goal_checks_set_me (TrasGoalChecks *self,
                              gint64          person_id);
void tras_goal_checks_add    (TrasGoalChecks *self);

G_END_DECLS
