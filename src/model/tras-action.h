/* tras-action.h: actions, what they need and what they wait for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ACTION (tras_action_get_type ())

/* The kinds of an action, for what else is to become one. */
extern const TrasChoice tras_action_kind_choices[];

TRAS_DECLARE_RECORD (TrasAction, tras_action, ACTION)

/**
 * TrasAction:
 *
 * One thing to do. It serves a goal, a deviation, an experiment or a decision.
 */
struct _TrasAction
{
  TrasRecord parent_instance;

  char *code;
  gint64 goal_id;
  gint64 deviation_id;
  gint64 experiment_id;
  gint64 decision_id;
  const char *kind;
  const char *nature;
  char *title;
  char *done_when;
  gint64 owner_id;
  TrasDay starts_on;
  TrasDay due_on;
  TrasDay first_due_on;
  gint64 moved;
  char *moved_why;
  const char *state;
  gint64 progress;
  TrasDay closed_on;
  char *result;
  double weight;

  /* of the view */
  char *owner_name;
  char *goal_title;
  char *deviation_fact;
  char *serves;
  gint64 area_id;
  char *area_name;
  gint64 waits_for;
  gint64 planned_minutes;
  gint64 spent_minutes;
  gint64 planned_money;
  gint64 committed_money;
  gint64 spent_money;
};

gboolean tras_action_is_open   (TrasAction *self);
void     tras_action_move      (TrasAction *self,
                                TrasDay     due_on,
                                const char *why);
gboolean tras_actions_get_span (GPtrArray  *actions,
                                TrasDay    *from,
                                TrasDay    *to);

#define TRAS_TYPE_ACTION_NEED (tras_action_need_get_type ())

TRAS_DECLARE_RECORD (TrasActionNeed, tras_action_need, ACTION_NEED)

/**
 * TrasActionNeed:
 *
 * What an action needs, planned and spent.
 */
struct _TrasActionNeed
{
  TrasRecord parent_instance;

  gint64 action_id;
  char *what;
  const char *kind;
  gint64 planned_minutes;
  gint64 spent_minutes;
  gint64 planned_money;
  gint64 spent_money;
  gboolean investment;
  TrasDay ready_on;
};

#define TRAS_TYPE_ACTION_AFTER (tras_action_after_get_type ())

TRAS_DECLARE_RECORD (TrasActionAfter, tras_action_after, ACTION_AFTER)

/**
 * TrasActionAfter:
 *
 * An action that waits for another.
 */
struct _TrasActionAfter
{
  TrasRecord parent_instance;

  gint64 action_id;
  gint64 after_id;
};

G_END_DECLS
