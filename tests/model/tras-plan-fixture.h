/* tras-plan-fixture.h: a goal with something to do for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-goal.h"
#include "tras-model-fixture.h"

/* An open goal of the year 2026. */
static inline gint64
make_goal (Fixture *fixture)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup ("Fewer complaints");
  goal->owner_id = 1;
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");
  goal->state = g_intern_string ("open");

  return insert (fixture, goal);
}

static inline TrasAction *
make_action (gint64      goal_id,
             const char *title)
{
  TrasAction *action = tras_action_new ();

  action->goal_id = goal_id;
  action->title = g_strdup (title);
  action->owner_id = 1;
  action->due_on = day ("2026-04-30");

  return action;
}

/* Ends the edit that the fixture, or begin_again(), has begun. */
static inline void
commit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_no_error (error);
}

static inline void
begin_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}
