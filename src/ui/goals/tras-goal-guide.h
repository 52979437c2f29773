/* tras-goal-guide.h: a new goal, made concrete while it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-board.h"
#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasGoalMade:
 * @owner: who asked
 * @goal_id: the new goal
 */
typedef void (*TrasGoalMade) (GtkWidget *owner,
                              gint64     goal_id);

void tras_goal_guide_open (GtkWidget      *owner,
                           TrasStore      *store,
                           TrasGoalBoard  *board,
                           TrasGoalStatus *parent,
                           gint64          my_id,
                           TrasGoalMade    made);

G_END_DECLS
