/* test-goal-board.c: pace, outlook and warnings of goals, from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-action.h"
#include "tras-goal-board.h"
#include "tras-model-fixture.h"

static gint64
make_goal (Fixture    *fixture,
           const char *title,
           gint64      parent,
           const char *from,
           const char *due)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup (title);
  goal->owner_id = 1;
  goal->parent_id = parent;
  goal->starts_on = day (from);
  goal->due_on = day (due);

  return insert (fixture, goal);
}

static TrasTarget *
make_target (gint64      indicator,
             gint64      goal,
             const char *shape,
             const char *from,
             const char *to)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->goal_id = goal;
  target->shape = g_intern_string (shape);
  target->from_on = day (from);
  target->to_on = day (to);

  return target;
}

static void
reach (Fixture    *fixture,
       gint64      indicator,
       gint64      goal,
       double      baseline,
       double      value,
       const char *from,
       const char *to)
{
  TrasTarget *target = make_target (indicator, goal, "reach", from, to);

  target->baseline = baseline;
  target->value = value;
  insert (fixture, target);
}

static TrasGoalBoard *
load (Fixture    *fixture,
      const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) series = tras_indicator_series_load_all (fixture->db, day (on), &error);
  TrasGoalBoard *board;

  g_assert_no_error (error);
  board = tras_goal_board_load (fixture->db, day (on), series, &error);
  g_assert_no_error (error);

  return board;
}

/* The vectors of progress, half way through the time. */
static void
test_reach (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    double baseline, value, current, progress;
    TrasPaceState state;
  } vectors[] = {
    { 200, 0, 100, 0.5, TRAS_PACE_ON_PACE },
    { 60, 90, 50, -1.0 / 3.0, TRAS_PACE_WORSE },
    { 8, 0, 10, -0.25, TRAS_PACE_WORSE },
    { 0, 100, 140, 1.4, TRAS_PACE_ON_PACE },
    { 0, 100, 30, 0.3, TRAS_PACE_BEHIND },
    { 0, 100, 20, 0.2, TRAS_PACE_FAR_BEHIND },
  };
  g_autoptr (TrasGoalBoard) board = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      gint64 goal = make_goal (fixture, name, 0, "1998-01-01", "1998-01-21");
      gint64 indicator = insert (fixture, make_indicator (name, "up", "last"));

      measure (fixture, indicator, 1, vectors[i].current);
      reach (fixture, indicator, goal, vectors[i].baseline, vectors[i].value, "1998-01-01",
             "1998-01-21");
    }

  board = load (fixture, "1998-01-11");
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      TrasGoalStatus *goal = board->goals->pdata[i];

      g_assert_cmpfloat_with_epsilon (goal->pace.progress, vectors[i].progress, 1e-9);
      g_assert_cmpfloat_with_epsilon (goal->pace.elapsed, 0.5, 1e-9);
      g_assert_cmpint (goal->pace.state, ==, vectors[i].state);
    }
  g_assert_cmpuint (board->n_off_pace, ==, 4);
}

static void
test_keep_and_total (Fixture       *fixture,
                     gconstpointer  data)
{
  gint64 goal = make_goal (fixture, "Keep", 0, "1998-01-01", "1998-12-31");
  gint64 sold = insert (fixture, make_indicator ("Sold", "up", "sum"));
  g_autoptr (TrasGoalBoard) board = NULL;
  TrasTarget *keep = make_target (sold, goal, "keep", "1998-01-05", "1998-02-01");
  TrasTarget *total = make_target (sold, goal, "total", "1998-01-05", "1998-02-02");
  TrasGoalStatus *status;
  TrasTargetStatus *first, *second;

  keep->value = 10;
  total->value = 100;
  total->weight = 3;
  insert (fixture, keep);
  insert (fixture, total);
  measure (fixture, sold, 0, 99);
  measure (fixture, sold, 1, 10);
  measure (fixture, sold, 2, 9);
  measure (fixture, sold, 3, 21);
  measure (fixture, sold, 4, 10);

  /* The week before the targets begin is not theirs; 14 of 28 days have gone. */
  board = load (fixture, "1998-01-19");
  status = board->goals->pdata[0];
  g_assert_cmpuint (status->targets->len, ==, 2);
  first = status->targets->pdata[0];
  second = status->targets->pdata[1];
  g_assert_cmpfloat_with_epsilon (first->pace.progress, 2.0 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->pace.gap, -1.0 / 3.0, 1e-9);
  g_assert_cmpfloat (second->current, ==, 40);
  g_assert_cmpfloat_with_epsilon (second->pace.progress, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (second->pace.elapsed, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (second->expected, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (status->pace.progress, (2.0 / 3.0 + 3 * 0.4) / 4, 1e-9);
}

/* 100 to 80 in the first ten days, to 40 in the next: at day 15, 60 is expected, two thirds. */
static void
test_path (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 goal = make_goal (fixture, "Path", 0, "1998-01-01", "1998-12-31");
  gint64 waste = insert (fixture, make_indicator ("Waste", "down", "last"));
  g_autoptr (TrasGoalBoard) board = NULL;
  TrasTargetStatus *target;

  reach (fixture, waste, goal, 100, 80, "1998-01-05", "1998-01-15");
  reach (fixture, waste, goal, 80, 40, "1998-01-15", "1998-01-25");
  measure (fixture, waste, 2, 70);

  board = load (fixture, "1998-01-20");
  g_assert_cmpuint (TRAS_GOAL (((TrasGoalStatus *) board->goals->pdata[0])->goal)->targets, ==, 2);
  g_assert_cmpuint (((TrasGoalStatus *) board->goals->pdata[0])->targets->len, ==, 1);
  target = ((TrasGoalStatus *) board->goals->pdata[0])->targets->pdata[0];
  g_assert_cmpfloat_with_epsilon (target->expected, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (target->pace.elapsed, 2.0 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (target->pace.progress, 0.5, 1e-9);
}

typedef struct
{
  const char *name;
  struct
  {
    double baseline, value;
    const char *from, *to;
  } steps[3];
  struct
  {
    const char *on;
    double expected, elapsed;
    double held;   /* the value of the step in force */
  } days[9];
} Stepped;

/* Right at, before and after each step, however the steps were typed: one behind the other, all
 * from the first day on and in any order, and with a pause between them. */
static const Stepped stepped[] = {
  { "touching",
    { { 80, 40, "1998-01-15", "1998-01-25" }, { 100, 80, "1998-01-05", "1998-01-15" } },
    { { "1998-01-04", 100, 0, NAN }, { "1998-01-05", 100, 0, 80 },
      { "1998-01-14", 82, 0.3, 80 }, { "1998-01-15", 80, 1 / 3.0, 80 },
      { "1998-01-16", 76, 0.4, 40 }, { "1998-01-24", 44, 56 / 60.0, 40 },
      { "1998-01-25", 40, 1, 40 }, { "1998-01-26", 40, 1, NAN } } },
  { "from-the-start",
    { { 100, 40, "1998-01-05", "1998-01-25" }, { 100, 80, "1998-01-05", "1998-01-15" } },
    { { "1998-01-05", 100, 0, 80 }, { "1998-01-14", 82, 0.3, 80 },
      { "1998-01-15", 80, 1 / 3.0, 80 }, { "1998-01-16", 76, 0.4, 40 },
      { "1998-01-25", 40, 1, 40 }, { "1998-01-26", 40, 1, NAN } } },
  { "pause",
    { { 100, 80, "1998-01-05", "1998-01-15" }, { 80, 40, "1998-01-19", "1998-01-29" } },
    { { "1998-01-15", 80, 1 / 3.0, 80 }, { "1998-01-17", 80, 1 / 3.0, NAN },
      { "1998-01-19", 80, 1 / 3.0, 40 }, { "1998-01-20", 76, 0.4, 40 } } },
  { "upwards",
    { { 0, 1, "1998-01-05", "1998-01-15" }, { 0, 2, "1998-01-05", "1998-01-25" },
      { 2, 4, "1998-01-25", "1998-02-04" } },
    { { "1998-01-15", 1, 0.25, 1 }, { "1998-01-16", 1.1, 0.275, 2 }, { "1998-01-25", 2, 0.5, 2 },
      { "1998-01-26", 2.2, 0.55, 4 }, { "1998-02-04", 4, 1, 4 }, { "1998-02-05", 4, 1, NAN } } },
};

static void
test_stepped (Fixture       *fixture,
              gconstpointer  data)
{
  const Stepped *test = data;
  gint64 goal = make_goal (fixture, "Path", 0, "1998-01-01", "1998-12-31");
  gint64 waste = insert (fixture, make_indicator ("Waste", "down", "last"));

  for (guint i = 0; i < G_N_ELEMENTS (test->steps) && test->steps[i].from != NULL; i++)
    reach (fixture, waste, goal, test->steps[i].baseline, test->steps[i].value, test->steps[i].from,
           test->steps[i].to);

  for (guint i = 0; i < G_N_ELEMENTS (test->days) && test->days[i].on != NULL; i++)
    {
      g_autoptr (TrasGoalBoard) board = load (fixture, test->days[i].on);
      TrasGoalStatus *status = board->goals->pdata[0];
      TrasTargetStatus *target;

      g_test_message ("%s", test->days[i].on);
      g_assert_cmpuint (status->targets->len, ==, 1);
      target = status->targets->pdata[0];
      g_assert_cmpfloat_with_epsilon (target->expected, test->days[i].expected, 1e-9);
      g_assert_cmpfloat_with_epsilon (target->pace.elapsed, test->days[i].elapsed, 1e-9);
      g_assert_cmpint (isnan (target->series->target_value), ==, isnan (test->days[i].held));
      if (!isnan (test->days[i].held))
        g_assert_cmpfloat (target->series->target_value, ==, test->days[i].held);
    }
}

static gint64
make_action (Fixture    *fixture,
             gint64      goal,
             const char *state,
             int         progress,
             double      weight)
{
  TrasAction *action = tras_action_new ();

  action->goal_id = goal;
  action->owner_id = 1;
  action->title = g_strdup ("do");
  action->state = g_intern_string (state);
  action->progress = progress;
  action->weight = weight;
  action->due_on = day ("1998-01-31");
  if (!tras_action_is_open (action))
    {
      action->closed_on = day ("1998-01-10");
      action->result = g_strdup ("so");
    }

  return insert (fixture, action);
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 goal = make_goal (fixture, "Plan", 0, "1998-01-01", "1998-01-21");
  g_autoptr (TrasGoalBoard) board = NULL;
  TrasGoalStatus *status;

  make_action (fixture, goal, "done", 0, 1);
  make_action (fixture, goal, "open", 20, 1);
  make_action (fixture, goal, "dropped", 0, 50);

  board = load (fixture, "1998-01-11");
  status = board->goals->pdata[0];
  g_assert_cmpfloat_with_epsilon (status->pace.progress, 0.6, 1e-9);
  g_assert_cmpint (status->warnings, ==, TRAS_GOAL_NO_TARGET);
}

/* A tree: children behind their parent, counted and never averaged. */
static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 company = make_goal (fixture, "Company", 0, "1998-01-01", "1998-06-30");
  gint64 good = make_goal (fixture, "Good", company, "1998-01-01", "1998-01-21");
  gint64 bad = make_goal (fixture, "Bad", company, "1998-01-01", "1998-12-31");
  gint64 other = make_goal (fixture, "First due", 0, "1998-01-01", "1998-01-05");
  gint64 up = insert (fixture, make_indicator ("Up", "up", "last"));
  const gint64 order[] = { other, company, good, bad };
  g_autoptr (TrasGoalBoard) board = NULL;
  TrasGoalStatus *status;

  measure (fixture, up, 1, 60);
  reach (fixture, up, good, 0, 100, "1998-01-01", "1998-01-21");
  reach (fixture, up, bad, 100, 10, "1998-01-01", "1998-01-21");

  board = load (fixture, "1998-01-11");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (TRAS_RECORD (((TrasGoalStatus *) board->goals->pdata[i])->goal)->id, ==,
                     order[i]);

  status = tras_goal_board_find (board, company);
  g_assert_cmpuint (status->n_children, ==, 2);
  g_assert_true (status->worst == tras_goal_board_find (board, bad));
  g_assert_cmpint (status->pace.state, ==, TRAS_PACE_UNKNOWN);
  g_assert_cmpint (status->outlook, ==, TRAS_OUTLOOK_UNKNOWN);
  g_assert_cmpuint (tras_goal_board_find (board, bad)->depth, ==, 1);
  g_assert_cmpint (tras_goal_board_find (board, bad)->warnings, ==,
                   TRAS_GOAL_NO_PLAN | TRAS_GOAL_DUE_AFTER_PARENT | TRAS_GOAL_OPPOSED);
  g_assert_cmpint (tras_goal_board_find (board, good)->warnings, ==,
                   TRAS_GOAL_NO_PLAN | TRAS_GOAL_OPPOSED);
  g_assert_null (tras_goal_board_find (board, 999));
}

static void
test_move (void)
{
  g_autoptr (TrasAction) action = tras_action_new ();

  action->due_on = day ("1998-01-10");
  tras_action_move (action, day ("1998-01-10"), "no");
  g_assert_cmpint (action->moved, ==, 0);
  tras_action_move (action, day ("1998-01-20"), "late parts");
  tras_action_move (action, day ("1998-01-30"), "again");
  g_assert_cmpint (action->moved, ==, 2);
  g_assert_cmpint (action->first_due_on, ==, day ("1998-01-10"));
  g_assert_cmpint (action->due_on, ==, day ("1998-01-30"));
  g_assert_cmpstr (action->moved_why, ==, "again");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/goals/reach", test_reach },
    { "/model/goals/keep-and-total", test_keep_and_total },
    { "/model/goals/path", test_path },
    { "/model/goals/plan", test_plan },
    { "/model/goals/tree", test_tree },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (stepped); i++)
    {
      g_autofree char *path = g_strconcat ("/model/goals/stepped/", stepped[i].name, NULL);

      g_test_add (path, Fixture, &stepped[i], fixture_set_up, test_stepped, fixture_tear_down);
    }
  g_test_add_func ("/model/actions/move", test_move);

  return g_test_run ();
}
