/* tras-goal-check.h: how a goal stood on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-goal-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOAL_CHECK (tras_goal_check_get_type ())

TRAS_DECLARE_RECORD (TrasGoalCheck, tras_goal_check, GOAL_CHECK)

/**
 * TrasGoalCheck:
 *
 * What was said about a goal on a day. @progress, @elapsed (both NAN for unknown) and @state are
 * what the program saw on that day; they are never computed again.
 */
struct _TrasGoalCheck
{
  TrasRecord parent_instance;

  gint64 goal_id;
  TrasDay checked_on;
  gint64 by_id;
  char *note;
  double progress;
  double elapsed;
  char *state;

  /* of the view */
  char *goal_title;
  char *by_name;
};

#define TRAS_TYPE_GOAL_CHECK_VALUE (tras_goal_check_value_get_type ())

TRAS_DECLARE_RECORD (TrasGoalCheckValue, tras_goal_check_value, GOAL_CHECK_VALUE)

/**
 * TrasGoalCheckValue:
 *
 * One number of a check: where an indicator was, and what was wanted of it. @aim is the value to
 * reach, keep or add up to; a band to keep has @low and @high. @current is the newest value, the
 * share of periods met, or the sum, by shape. NAN for what there was not.
 */
struct _TrasGoalCheckValue
{
  TrasRecord parent_instance;

  gint64 goal_check_id;
  gint64 indicator_id;
  const char *shape;
  double aim;
  double low;
  double high;
  double current;
  double expected;

  /* of the view */
  char *indicator_name;
  char *unit;
  gint64 decimals;
};

TrasGoalCheck      *tras_goal_check_freeze       (TrasGoalStatus      *status,
                                                  TrasDay              day,
                                                  gint64               by_id,
                                                  const char          *note);
TrasEdit           *tras_goal_check_make         (TrasGoalStatus      *status,
                                                  TrasDay              day,
                                                  gint64               by_id,
                                                  const char          *note);
TrasPaceState       tras_goal_check_get_pace     (TrasGoalCheck       *self);
TrasOutlook         tras_goal_check_get_outlook  (TrasGoalCheck       *self);
TrasGoalCheckValue *tras_goal_check_value_freeze (TrasTargetStatus    *status);
TrasTargetStatus   *tras_goal_check_value_find   (TrasGoalCheckValue  *self,
                                                  TrasGoalStatus      *status);

G_END_DECLS
