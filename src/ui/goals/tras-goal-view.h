/* tras-goal-view.h: the goals of a firm as a table that is a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-goal-tree.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOAL_VIEW (tras_goal_view_get_type ())

/**
 * TrasGoalView:
 *
 * Shows a #TrasGoalTree. What is selected is a goal and not a row: it stays selected when rows come
 * and go. Left and right close and open a goal; columns without room are left away.
 */
G_DECLARE_FINAL_TYPE (TrasGoalView, tras_goal_view, TRAS, GOAL_VIEW, AdwBin)

TrasGoalTree *tras_goal_view_get_tree        (TrasGoalView         *self);
void          tras_goal_view_set_store       (TrasGoalView         *self,
                                              TrasStore            *store);
void          tras_goal_view_set_board       (TrasGoalView         *self,
                                              TrasGoalBoard        *board);
void          tras_goal_view_set_filter      (TrasGoalView         *self,
                                              const TrasGoalFilter *filter);
gint64        tras_goal_view_get_selected_id (TrasGoalView         *self);
gboolean      tras_goal_view_select          (TrasGoalView         *self,
                                              gint64                goal_id);
GMenuModel   *tras_goal_view_get_order_menu  (TrasGoalView         *self);
GActionGroup *tras_goal_view_get_actions     (TrasGoalView         *self);

G_END_DECLS
