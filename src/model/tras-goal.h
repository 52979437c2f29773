/* tras-goal.h: goals and targets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOAL (tras_goal_get_type ())

TRAS_DECLARE_RECORD (TrasGoal, tras_goal, GOAL)

/**
 * TrasGoal:
 *
 * A concrete result with an owner and a due date. Without parent and area it is a company goal.
 * Without @customer it serves whom its indicators serve.
 */
struct _TrasGoal
{
  TrasRecord parent_instance;

  char *code;
  gint64 parent_id;
  gint64 area_id;
  gint64 owner_id;
  char *title;
  char *why;
  TrasDay starts_on;
  TrasDay due_on;
  double weight;
  const char *state;
  TrasDay closed_on;
  char *lesson;
  const char *customer;
  gint64 copied_from;

  /* of the view */
  char *parent_title;
  char *area_name;
  char *owner_name;
  gint64 children;
  gint64 targets;
  gint64 actions;
  gint64 open_actions;
  gint64 planned_money;
  gint64 committed_money;
  gint64 spent_money;
};

#define TRAS_TYPE_TARGET (tras_target_get_type ())

TRAS_DECLARE_RECORD (TrasTarget, tras_target, TARGET)

/**
 * TrasTarget:
 *
 * A number to reach, keep or add up to on an indicator. Without a goal it is a standing standard.
 */
struct _TrasTarget
{
  TrasRecord parent_instance;

  gint64 indicator_id;
  gint64 goal_id;
  const char *shape;
  double baseline;
  double value;
  double low;
  double high;
  TrasDay from_on;
  TrasDay to_on;
  double weight;

  /* of the view */
  char *indicator_name;
  char *unit;
  gint64 decimals;
  char *goal_title;
};

G_END_DECLS
