/* tras-strategy.h: whom the goals serve, and what is tied to none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-goal-board.h"

G_BEGIN_DECLS

/**
 * TrasServes:
 * @TRAS_SERVES_EXTERNAL: customers of the firm
 * @TRAS_SERVES_INTERNAL: another area
 * @TRAS_SERVES_NOBODY: nobody in particular
 *
 * Whom a goal or an indicator serves. What serves several serves the first of them.
 */
typedef enum
{
  TRAS_SERVES_EXTERNAL,
  TRAS_SERVES_INTERNAL,
  TRAS_SERVES_NOBODY,
} TrasServes;

#define TRAS_N_SERVES (TRAS_SERVES_NOBODY + 1)

/**
 * TrasStrategyGoal:
 * @status: the goal, with how it is going
 * @parent: (nullable): the open goal that it climbs to
 * @serves: whom it serves
 * @customer_area: (nullable): the area that it serves, where an indicator of its names one
 * @is_orphan: whether it is an area's goal and climbs to no open one
 * @n_actions: how many actions its plan has, without those that were dropped
 * @n_late: how many of them are open and past their due date
 * @action_id: the open action that is due first; without one, the last that was due; 0 for no plan
 *
 * An open goal in the strategy.
 */
typedef struct _TrasStrategyGoal TrasStrategyGoal;
struct _TrasStrategyGoal
{
  TrasGoalStatus *status;
  TrasStrategyGoal *parent;
  TrasServes serves;
  const char *customer_area;
  gboolean is_orphan;
  guint n_actions;
  guint n_late;
  gint64 action_id;
};

#define TRAS_TYPE_STRATEGY (tras_strategy_get_type ())

/**
 * TrasStrategy:
 * @board: how all goals are going
 * @series: (element-type TrasIndicatorSeries): the indicators, without those that are retired
 * @goals: (element-type TrasStrategyGoal): the open goals, each followed by those that climb to it
 * @orphan_goals: (element-type TrasStrategyGoal): those of an area that climb to no open goal
 * @orphan_indicators: (element-type TrasIndicatorSeries): those that no open goal has a target on
 * @n_serving: how many of @goals serve whom
 *
 * What the firm wants, for whom, and what hangs loose. Drafts and closed goals are no part of it.
 */
typedef struct
{
  TrasGoalBoard *board;
  GPtrArray *series;
  GPtrArray *goals;
  GPtrArray *orphan_goals;
  GPtrArray *orphan_indicators;
  guint n_serving[TRAS_N_SERVES];

  /*< private >*/
  GHashTable *by_id;
} TrasStrategy;

GType             tras_strategy_get_type (void) G_GNUC_CONST;
TrasStrategy     *tras_strategy_load     (TrasDb         *db,
                                          TrasGoalBoard  *board,
                                          GPtrArray      *series,
                                          GError        **error);
TrasStrategy     *tras_strategy_ref      (TrasStrategy   *self);
void              tras_strategy_unref    (TrasStrategy   *self);
TrasStrategyGoal *tras_strategy_find     (TrasStrategy   *self,
                                          gint64          goal_id);
TrasServes        tras_serves_of         (const char     *customer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasStrategy, tras_strategy_unref)

G_END_DECLS
