/* tras-goal-board.h: how all goals are going
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-goal.h"
#include "tras-indicator-series.h"
#include "tras-pace.h"

G_BEGIN_DECLS

#define TRAS_N_PACE_STATES (TRAS_PACE_WORSE + 1)

/**
 * TrasGoalWarnings:
 * @TRAS_GOAL_NO_TARGET: nothing says when it is reached
 * @TRAS_GOAL_NO_PLAN: nobody does anything about it
 * @TRAS_GOAL_ORPHAN: a goal of an area that climbs to none
 * @TRAS_GOAL_DUE_AFTER_PARENT: it comes too late for the goal that it serves
 * @TRAS_GOAL_OWNER_LEFT: its owner has left the firm
 * @TRAS_GOAL_OWNER_BUSY: its owner's open actions need more hours than they work until the last is
 *   due
 * @TRAS_GOAL_OPPOSED: another open goal pulls one of its indicators the other way
 * @TRAS_GOAL_BEYOND_REACH: one of its indicators, which gives nothing unusual, will keep missing
 *   the target as long as the process stays as it is
 * @TRAS_GOAL_TOO_MANY: it came when its area, or the firm, had as many open goals as it can carry
 * @TRAS_GOAL_NO_OWNER: nobody answers for it; only a draft can be like that
 *
 * What keeps an open goal from being concrete and fitting the others.
 */
typedef enum
{
  TRAS_GOAL_FINE = 0,
  TRAS_GOAL_NO_TARGET = 1 << 0,
  TRAS_GOAL_NO_PLAN = 1 << 1,
  TRAS_GOAL_ORPHAN = 1 << 2,
  TRAS_GOAL_DUE_AFTER_PARENT = 1 << 3,
  TRAS_GOAL_OWNER_LEFT = 1 << 4,
  TRAS_GOAL_OWNER_BUSY = 1 << 5,
  TRAS_GOAL_OPPOSED = 1 << 6,
  TRAS_GOAL_BEYOND_REACH = 1 << 7,
  TRAS_GOAL_TOO_MANY = 1 << 8,
  TRAS_GOAL_NO_OWNER = 1 << 9,
} TrasGoalWarnings;

#define TRAS_GOAL_LAST_WARNING TRAS_GOAL_NO_OWNER

typedef struct _TrasGoalFacts TrasGoalFacts;

/**
 * TrasTargetStatus:
 * @target: the target; of several that make a path, the last
 * @series: (nullable): its indicator
 * @current: the newest value, the share of periods met, or the sum, by shape; NAN for unknown
 * @expected: what @current should be by now; NAN for a target to keep
 * @pace: how far it is
 * @path: (element-type TrasWaypoint) (nullable): for a target to reach, the way from the first day
 *   to the last, in one step or several
 *
 * How one target of a goal is going.
 */
typedef struct
{
  TrasTarget *target;
  TrasIndicatorSeries *series;
  double current;
  double expected;
  TrasPace pace;
  GArray *path;
} TrasTargetStatus;

/**
 * TrasGoalStatus:
 * @goal: the goal
 * @targets: (element-type TrasTargetStatus): its targets
 * @pace: the weighted mean of its own targets or, with none, of its actions
 * @outlook: its state in words
 * @warnings: what is amiss, for an open goal
 * @depth: 0 for a goal without a parent, 1 for its children, and so on
 * @children: how many of its open children are in which state of pace
 * @n_children: how many open children it has
 * @worst: (nullable): the open child with the largest gap; %NULL where none is measured
 * @draft_minutes: for a goal that is not in the file yet, what its owner would have to do for it
 *
 * How one goal is going. Child goals are counted and never averaged.
 */
typedef struct _TrasGoalStatus TrasGoalStatus;
struct _TrasGoalStatus
{
  TrasGoal *goal;
  GPtrArray *targets;
  TrasPace pace;
  TrasOutlook outlook;
  TrasGoalWarnings warnings;
  guint depth;
  guint children[TRAS_N_PACE_STATES];
  guint n_children;
  TrasGoalStatus *worst;
  gint64 draft_minutes;
};

#define TRAS_TYPE_GOAL_BOARD (tras_goal_board_get_type ())

/**
 * TrasGoalBoard:
 * @day: the day that it is seen from
 * @goals: (element-type TrasGoalStatus): all goals, each followed by its children, by due date
 * @n_off_pace: how many open goals are not on pace, or are to be looked at now
 * @series: (element-type TrasIndicatorSeries): the indicators that they are judged by
 * @facts: what their warnings follow from
 * @by_id: the goals by their ids
 *
 * All goals of a firm. Not changed once it is loaded.
 */
typedef struct
{
  TrasDay day;
  GPtrArray *goals;
  guint n_off_pace;
  GPtrArray *series;
  TrasGoalFacts *facts;
  GHashTable *by_id;
} TrasGoalBoard;

GType                tras_goal_board_get_type    (void) G_GNUC_CONST;
TrasGoalBoard       *tras_goal_board_load        (TrasDb               *db,
                                                  TrasDay               day,
                                                  GPtrArray            *series,
                                                  GError              **error);
TrasGoalBoard       *tras_goal_board_ref         (TrasGoalBoard        *self);
void                 tras_goal_board_unref       (TrasGoalBoard        *self);
TrasGoalStatus      *tras_goal_board_find        (TrasGoalBoard        *self,
                                                  gint64                goal_id);
TrasIndicatorSeries *tras_goal_board_find_series (TrasGoalBoard        *self,
                                                  gint64                indicator_id);
TrasGoalStatus      *tras_goal_board_judge_draft (TrasGoalBoard        *self,
                                                  TrasGoal             *goal,
                                                  TrasTarget           *target,
                                                  gint64                minutes,
                                                  gboolean              planned);

gboolean             tras_goal_is_open           (TrasGoal             *self);
gboolean             tras_goal_status_is_off     (TrasGoalStatus       *self);
void                 tras_goal_status_free       (TrasGoalStatus       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasGoalStatus, tras_goal_status_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasGoalBoard, tras_goal_board_unref)

G_END_DECLS
