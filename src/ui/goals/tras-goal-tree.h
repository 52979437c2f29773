/* tras-goal-tree.h: the goals of a firm as a tree, for a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-node.h"

G_BEGIN_DECLS

/**
 * TrasGoalFilter:
 * @search: (nullable): words that all must be in title, area, owner or code
 * @area_id: an area, 0 for all
 * @owner_id: a person, 0 for everybody
 * @off_pace: only goals that somebody should look at
 * @orphans: only goals of areas that climb to none
 * @closed: closed goals instead of open ones
 *
 * Which goals to show. A goal that is shown brings those that it climbs to.
 */
typedef struct
{
  const char *search;
  gint64 area_id;
  gint64 owner_id;
  gboolean off_pace;
  gboolean orphans;
  gboolean closed;
} TrasGoalFilter;

#define TRAS_TYPE_GOAL_TREE (tras_goal_tree_get_type ())

/**
 * TrasGoalTree:
 *
 * Keeps a #GtkTreeListModel of #TrasGoalNode like the newest board. What stays the same keeps its
 * row; what was collapsed stays collapsed. While a filter is on, everything is expanded.
 */
G_DECLARE_FINAL_TYPE (TrasGoalTree, tras_goal_tree, TRAS, GOAL_TREE, GObject)

TrasGoalTree  *tras_goal_tree_new        (void);
GListModel    *tras_goal_tree_get_model  (TrasGoalTree         *self);
TrasGoalBoard *tras_goal_tree_get_board  (TrasGoalTree         *self);
void           tras_goal_tree_set_board  (TrasGoalTree         *self,
                                          TrasGoalBoard        *board);
void           tras_goal_tree_set_filter (TrasGoalTree         *self,
                                          const TrasGoalFilter *filter);
void           tras_goal_tree_set_order  (TrasGoalTree         *self,
                                          const char           *field,
                                          gboolean              descending);
gboolean       tras_goal_tree_find       (TrasGoalTree         *self,
                                          gint64                goal_id,
                                          guint                *position);
void           tras_goal_tree_reveal     (TrasGoalTree         *self,
                                          gint64                goal_id);

G_END_DECLS
