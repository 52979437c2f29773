/* test-strategy.c: whom goals serve, and what is tied to none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-model-fixture.h"
#include "tras-strategy.h"

static gint64
make_goal (Fixture    *fixture,
           gint64      parent,
           gint64      area,
           const char *customer,
           const char *state)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup ("Goal");
  goal->owner_id = 1;
  goal->parent_id = parent;
  goal->area_id = area;
  goal->customer = customer;
  goal->state = state;
  goal->starts_on = day ("1998-01-01");
  goal->due_on = day ("1998-12-31");
  if (!g_str_equal (state, "open") && !g_str_equal (state, "draft"))
    {
      goal->closed_on = day ("1998-01-02");
      goal->lesson = g_strdup ("");
    }

  return insert (fixture, goal);
}

static gint64
make_measure (Fixture    *fixture,
              const char *name,
              const char *customer)
{
  TrasIndicator *indicator = make_indicator (name, "up", "last");

  indicator->customer = customer;
  if (g_str_equal (customer, "internal"))
    indicator->customer_area_id = 1;

  return insert (fixture, indicator);
}

static void
aim (Fixture *fixture,
     gint64   goal,
     gint64   indicator)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->goal_id = goal;
  target->shape = "total";
  target->value = 10;
  target->from_on = day ("1998-01-01");
  target->to_on = day ("1998-12-31");
  insert (fixture, target);
}

static gint64
plan (Fixture    *fixture,
      gint64      goal,
      const char *state,
      const char *due)
{
  TrasAction *action = tras_action_new ();

  action->title = g_strdup ("Action");
  action->goal_id = goal;
  action->state = state;
  action->owner_id = 1;
  action->due_on = day (due);
  if (g_str_equal (state, "done") || g_str_equal (state, "dropped"))
    {
      action->closed_on = day (due);
      action->result = g_strdup ("");
    }

  return insert (fixture, action);
}

static TrasStrategy *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasDay today = day ("1998-06-01");
  g_autoptr (GPtrArray) series = tras_indicator_series_load_all (fixture->db, today, &error);
  g_autoptr (TrasGoalBoard) board = NULL;
  TrasStrategy *strategy;

  g_assert_no_error (error);
  board = tras_goal_board_load (fixture->db, today, series, &error);
  g_assert_no_error (error);
  strategy = tras_strategy_load (fixture->db, board, series, &error);
  g_assert_no_error (error);

  return strategy;
}

static void
assert_serves (TrasStrategy *strategy,
               gint64        goal,
               TrasServes    serves)
{
  g_assert_cmpint (tras_strategy_find (strategy, goal)->serves, ==, serves);
}

/* What it says, else the foremost of its indicators' customers, else that of its children. */
static void
test_serves (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 external = make_measure (fixture, "External", "external");
  gint64 internal = make_measure (fixture, "Internal", "internal");
  gint64 nobody = make_measure (fixture, "Nobody", "none");
  gint64 says = make_goal (fixture, 0, 0, "none", "open");
  gint64 both = make_goal (fixture, 0, 0, NULL, "open");
  gint64 inward = make_goal (fixture, 0, 0, NULL, "open");
  gint64 own = make_goal (fixture, 0, 0, NULL, "open");
  gint64 top = make_goal (fixture, 0, 0, NULL, "open");
  gint64 middle = make_goal (fixture, top, 1, NULL, "open");
  gint64 leaf = make_goal (fixture, middle, 1, NULL, "open");
  gint64 closed = make_goal (fixture, top, 1, NULL, "missed");
  gint64 draft = make_goal (fixture, top, 1, "external", "draft");
  gint64 bare = make_goal (fixture, 0, 0, NULL, "open");
  g_autoptr (TrasStrategy) strategy = NULL;

  aim (fixture, says, external);
  aim (fixture, both, internal);
  aim (fixture, both, external);
  aim (fixture, inward, nobody);
  aim (fixture, inward, internal);
  aim (fixture, own, nobody);
  aim (fixture, make_goal (fixture, own, 1, "external", "open"), nobody);
  aim (fixture, leaf, internal);
  aim (fixture, closed, external);

  strategy = load (fixture);
  assert_serves (strategy, says, TRAS_SERVES_NOBODY);
  assert_serves (strategy, both, TRAS_SERVES_EXTERNAL);
  assert_serves (strategy, inward, TRAS_SERVES_INTERNAL);
  g_assert_cmpstr (tras_strategy_find (strategy, inward)->customer_area, ==, "Firm");
  g_assert_null (tras_strategy_find (strategy, both)->customer_area);
  /* Its own targets speak for it, whoever its children serve. */
  assert_serves (strategy, own, TRAS_SERVES_NOBODY);
  assert_serves (strategy, leaf, TRAS_SERVES_INTERNAL);
  assert_serves (strategy, middle, TRAS_SERVES_INTERNAL);
  assert_serves (strategy, top, TRAS_SERVES_INTERNAL);
  g_assert_cmpstr (tras_strategy_find (strategy, top)->customer_area, ==, "Firm");
  assert_serves (strategy, bare, TRAS_SERVES_NOBODY);
  g_assert_null (tras_strategy_find (strategy, closed));
  g_assert_null (tras_strategy_find (strategy, draft));

  g_assert_cmpuint (strategy->goals->len, ==, 9);
  g_assert_cmpuint (strategy->n_serving[TRAS_SERVES_EXTERNAL], ==, 2);
  g_assert_cmpuint (strategy->n_serving[TRAS_SERVES_INTERNAL], ==, 4);
  g_assert_cmpuint (strategy->n_serving[TRAS_SERVES_NOBODY], ==, 3);
}

/* Only an open goal ties an indicator, and only to an open goal does one climb. */
static void
test_orphans (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 tied = make_measure (fixture, "Tied", "none");
  gint64 of_draft = make_measure (fixture, "Of a draft", "none");
  gint64 of_closed = make_measure (fixture, "Of a closed goal", "none");
  gint64 company = make_goal (fixture, 0, 0, NULL, "open");
  gint64 closed = make_goal (fixture, 0, 0, NULL, "reached");
  gint64 alone = make_goal (fixture, 0, 1, NULL, "open");
  gint64 left = make_goal (fixture, closed, 1, NULL, "open");
  gint64 draft = make_goal (fixture, 0, 1, NULL, "draft");
  TrasIndicator *retired = make_indicator ("Retired", "up", "last");
  g_autoptr (TrasStrategy) strategy = NULL;
  TrasIndicatorSeries *series;

  make_goal (fixture, company, 1, NULL, "open");
  make_goal (fixture, alone, 1, NULL, "open");
  make_measure (fixture, "Of nobody", "external");
  retired->retired_on = day ("1998-02-01");
  retired->retired_why = g_strdup ("Not used");
  insert (fixture, retired);
  aim (fixture, company, tied);
  aim (fixture, draft, of_draft);
  aim (fixture, closed, of_closed);

  strategy = load (fixture);
  g_assert_cmpuint (strategy->orphan_goals->len, ==, 2);
  g_assert_true (tras_strategy_find (strategy, alone)->is_orphan);
  g_assert_true (tras_strategy_find (strategy, left)->is_orphan);
  g_assert_false (tras_strategy_find (strategy, company)->is_orphan);
  g_assert_cmpuint (strategy->orphan_indicators->len, ==, 3);
  for (guint i = 0; i < strategy->orphan_indicators->len; i++)
    {
      series = strategy->orphan_indicators->pdata[i];
      g_assert_cmpint (TRAS_RECORD (series->indicator)->id, !=, tied);
    }
}

/* What is late, and which action is looked at first. */
static void
test_plans (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 goal = make_goal (fixture, 0, 0, NULL, "open");
  gint64 finished = make_goal (fixture, 0, 0, NULL, "open");
  gint64 late, last;
  g_autoptr (TrasStrategy) strategy = NULL;

  plan (fixture, goal, "done", "1998-01-10");
  plan (fixture, goal, "open", "1998-07-01");
  late = plan (fixture, goal, "open", "1998-05-31");
  plan (fixture, goal, "blocked", "1998-06-01");
  plan (fixture, goal, "dropped", "1998-02-01");
  plan (fixture, finished, "done", "1998-02-01");
  last = plan (fixture, finished, "done", "1998-03-01");

  strategy = load (fixture);
  g_assert_cmpuint (tras_strategy_find (strategy, goal)->n_actions, ==, 4);
  g_assert_cmpuint (tras_strategy_find (strategy, goal)->n_late, ==, 1);
  g_assert_cmpint (tras_strategy_find (strategy, goal)->action_id, ==, late);
  g_assert_cmpuint (tras_strategy_find (strategy, finished)->n_late, ==, 0);
  g_assert_cmpint (tras_strategy_find (strategy, finished)->action_id, ==, last);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/strategy/serves", Fixture, NULL, fixture_set_up, test_serves,
              fixture_tear_down);
  g_test_add ("/model/strategy/orphans", Fixture, NULL, fixture_set_up, test_orphans,
              fixture_tear_down);
  g_test_add ("/model/strategy/plans", Fixture, NULL, fixture_set_up, test_plans,
              fixture_tear_down);

  return g_test_run ();
}
