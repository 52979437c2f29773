/* tras-goal-node.h: a goal in the tree of goals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tras-goal-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOAL_NODE (tras_goal_node_get_type ())

/**
 * TrasGoalNode:
 *
 * Stands for one goal as long as it is in the tree, and notifies when it is going otherwise.
 */
G_DECLARE_FINAL_TYPE (TrasGoalNode, tras_goal_node, TRAS, GOAL_NODE, GObject)

TrasGoalNode   *tras_goal_node_new          (TrasGoalBoard  *board,
                                             TrasGoalStatus *status,
                                             gboolean        has_children);
gint64          tras_goal_node_get_id       (TrasGoalNode   *self);
TrasGoalStatus *tras_goal_node_get_status   (TrasGoalNode   *self);
void            tras_goal_node_set_status   (TrasGoalNode   *self,
                                             TrasGoalBoard  *board,
                                             TrasGoalStatus *status);
GListStore     *tras_goal_node_get_children (TrasGoalNode   *self);
gboolean        tras_goal_node_looks_same   (TrasGoalNode   *a,
                                             TrasGoalNode   *b);

G_END_DECLS
