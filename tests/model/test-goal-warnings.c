/* test-goal-warnings.c: what keeps a goal from being concrete, on both sides of each edge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-goal-warnings.h"
#include "tras-model-fixture.h"

#define TODAY "1998-06-15"

/* Every test looks at one warning: others fire as they please. */
static void
assert_warned (TrasGoalBoard    *board,
               gint64            goal,
               TrasGoalWarnings  warning,
               const char       *words)
{
  TrasGoalStatus *status = tras_goal_board_find (board, goal);
  g_autofree char *said = NULL;

  g_assert_cmpint (status->warnings & warning, ==, words != NULL ? warning : 0);
  if (words == NULL)
    return;
  said = tras_goal_warning_dup_words (warning, board, status);
  g_assert_cmpstr (said, ==, words);
}

static TrasGoalBoard *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) series = tras_indicator_series_load_all (fixture->db, day (TODAY), &error);
  TrasGoalBoard *board;

  g_assert_no_error (error);
  board = tras_goal_board_load (fixture->db, day (TODAY), series, &error);
  g_assert_no_error (error);

  return board;
}

static gint64
add_goal (Fixture    *fixture,
          const char *title,
          gint64      parent,
          gint64      area,
          const char *due)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup (title);
  goal->owner_id = 1;
  goal->parent_id = parent;
  goal->area_id = area;
  goal->starts_on = day ("1998-01-01");
  goal->due_on = day (due);

  return insert (fixture, goal);
}

static TrasTarget *
make_target (gint64      indicator,
             gint64      goal,
             const char *shape)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->goal_id = goal;
  target->shape = g_intern_string (shape);
  target->from_on = day ("1998-01-01");
  target->to_on = day ("1998-12-31");

  return target;
}

static gint64
reach (Fixture *fixture,
       gint64   indicator,
       gint64   goal,
       double   baseline,
       double   value)
{
  TrasTarget *target = make_target (indicator, goal, "reach");

  target->baseline = baseline;
  target->value = value;

  return insert (fixture, target);
}

static gint64
add_action (Fixture    *fixture,
            gint64      goal,
            const char *due,
            gint64      minutes)
{
  TrasAction *action = tras_action_new ();
  TrasActionNeed *need = tras_action_need_new ();

  action->goal_id = goal;
  action->owner_id = 1;
  action->title = g_strdup ("do");
  action->due_on = day (due);
  need->action_id = insert (fixture, action);
  need->what = g_strdup ("hands");
  need->kind = "labour";
  need->planned_minutes = minutes;
  insert (fixture, need);

  return need->action_id;
}

static gint64
add_area (Fixture    *fixture,
          const char *name,
          gint64      parent)
{
  TrasArea *area = tras_area_new ();

  area->name = g_strdup (name);
  area->parent_id = parent;

  return insert (fixture, area);
}

/* Somebody with a post of forty hours a week in the area. */
static void
add_post (Fixture *fixture,
          gint64   person,
          gint64   area)
{
  TrasRole *role = tras_role_new ();
  TrasPost *post = tras_post_new ();

  role->name = g_strdup_printf ("Role %d", (int) person);
  role->area_id = area;
  role->seats = 1;
  post->role_id = insert (fixture, role);
  post->person_id = person;
  post->from_on = day ("1990-01-01");
  post->week_minutes = 40 * 60;
  insert (fixture, post);
}

static gint64
add_person (Fixture    *fixture,
            const char *name,
            gint64      area)
{
  TrasPerson *person = tras_person_new ();
  gint64 id;

  person->name = g_strdup (name);
  person->hired_on = day ("1990-01-01");
  id = insert (fixture, person);
  add_post (fixture, id, area);

  return id;
}

/* Twenty weeks with a mean of 10 and moving ranges of 2: limits at 10 − 5.32 and 10 + 5.32. */
static gint64
add_stable (Fixture    *fixture,
            const char *name,
            const char *better)
{
  gint64 indicator = insert (fixture, make_indicator (name, better, "mean"));

  for (int i = 0; i < 20; i++)
    measure (fixture, indicator, i, i % 2 == 0 ? 9 : 11);

  return indicator;
}

/* ---- one rule each ---- */

static void
test_concrete (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 bare = add_goal (fixture, "Bare", 0, 1, "1998-12-31");
  gint64 child = add_goal (fixture, "Child", bare, 1, "1998-12-31");
  gint64 indicator = insert (fixture, make_indicator ("Up", "up", "last"));
  g_autoptr (TrasGoalBoard) board = NULL;

  reach (fixture, indicator, child, 1, 2);
  add_action (fixture, child, "1998-12-01", 0);
  board = load (fixture);
  g_assert_cmpint (tras_goal_board_find (board, bare)->warnings, ==,
                   TRAS_GOAL_NO_TARGET | TRAS_GOAL_NO_PLAN | TRAS_GOAL_ORPHAN);
  g_assert_cmpint (tras_goal_board_find (board, child)->warnings, ==, TRAS_GOAL_FINE);
}

/* A goal may last exactly as long as the one it climbs to. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 parent = add_goal (fixture, "Whole", 0, 0, "1998-06-30");
  gint64 same = add_goal (fixture, "Same", parent, 0, "1998-06-30");
  gint64 late = add_goal (fixture, "Late", parent, 0, "1998-07-01");
  g_autoptr (TrasGoalBoard) board = load (fixture);

  assert_warned (board, same, TRAS_GOAL_DUE_AFTER_PARENT, NULL);
  assert_warned (board, late, TRAS_GOAL_DUE_AFTER_PARENT,
                 "Due on 1 Jul 1998, after the goal that it climbs to: “Whole” is due on "
                 "30 Jun 1998.");
}

static void
test_owner_left (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 goal = add_goal (fixture, "Left", 0, 0, "1998-12-31");
  g_autoptr (TrasPerson) person = tras_db_load (fixture->db, TRAS_TYPE_PERSON, 1, NULL);
  g_autoptr (TrasGoalBoard) before = NULL;
  g_autoptr (TrasGoalBoard) after = NULL;

  person->left_why = "resigned";
  person->left_on = day (TODAY) + 1;
  g_assert_true (tras_db_update (fixture->db, person, NULL));
  before = load (fixture);
  assert_warned (before, goal, TRAS_GOAL_OWNER_LEFT, NULL);

  person->left_on = day (TODAY);
  g_assert_true (tras_db_update (fixture->db, person, NULL));
  after = load (fixture);
  assert_warned (after, goal, TRAS_GOAL_OWNER_LEFT, "Its owner has left the firm.");
}

/* Forty hours a week for two weeks are eighty hours: not one minute more. */
static void
test_owner_busy (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 goal = add_goal (fixture, "Busy", 0, 0, "1998-12-31");
  g_autoptr (TrasGoalBoard) just = NULL;
  g_autoptr (TrasGoalBoard) over = NULL;

  add_post (fixture, 1, 1);
  add_action (fixture, goal, "1998-06-29", 80 * 60);
  just = load (fixture);
  assert_warned (just, goal, TRAS_GOAL_OWNER_BUSY, NULL);

  add_action (fixture, goal, "1998-06-20", 60);
  over = load (fixture);
  assert_warned (over, goal, TRAS_GOAL_OWNER_BUSY,
                 "Ana needs 81 h until 29 Jun 1998 and works 80 h.");
}

/* Nobody who has no post works any minute; what is due is done within a week at the soonest. */
static void
test_no_post (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 goal = add_goal (fixture, "Busy", 0, 0, "1998-12-31");
  g_autoptr (TrasGoalBoard) idle = NULL;
  g_autoptr (TrasGoalBoard) busy = NULL;

  add_action (fixture, goal, "1998-01-05", 0);
  idle = load (fixture);
  assert_warned (idle, goal, TRAS_GOAL_OWNER_BUSY, NULL);

  add_action (fixture, goal, "1998-01-05", 60);
  busy = load (fixture);
  assert_warned (busy, goal, TRAS_GOAL_OWNER_BUSY,
                 "Ana needs 1 h until 22 Jun 1998 and works 0 h.");
}

/* Whom a goal is opposed to is named; drafts, closed goals and other indicators oppose nobody. */
static void
test_opposed (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 a = add_goal (fixture, "More", 0, 0, "1998-12-31");
  gint64 b = add_goal (fixture, "Less", 0, 0, "1998-12-31");
  gint64 c = add_goal (fixture, "Same way", 0, 0, "1998-12-31");
  gint64 stock = insert (fixture, make_indicator ("Stock", "up", "last"));
  gint64 other = insert (fixture, make_indicator ("Other", "up", "last"));
  g_autoptr (TrasGoal) less = NULL;
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasGoalBoard) drafted = NULL;
  TrasTarget *keep = make_target (stock, c, "keep");

  keep->value = 5;
  insert (fixture, keep);
  reach (fixture, stock, a, 10, 20);
  reach (fixture, other, b, 20, 10);
  reach (fixture, stock, b, 10, 5);
  board = load (fixture);
  assert_warned (board, a, TRAS_GOAL_OPPOSED, "“Less” pulls the same indicator the other way.");
  assert_warned (board, c, TRAS_GOAL_OPPOSED, "“Less” pulls the same indicator the other way.");
  assert_warned (board, b, TRAS_GOAL_OPPOSED, "“More” pulls the same indicator the other way.");
  g_assert_true (tras_goal_board_find_opposed (board, tras_goal_board_find (board, a)) ==
                 tras_goal_board_find (board, b));

  less = tras_db_load (fixture->db, TRAS_TYPE_GOAL, b, NULL);
  less->state = "draft";
  g_assert_true (tras_db_update (fixture->db, less, NULL));
  drafted = load (fixture);
  assert_warned (drafted, a, TRAS_GOAL_OPPOSED, NULL);
  g_assert_cmpint (tras_goal_board_find (drafted, b)->warnings, ==, TRAS_GOAL_FINE);
}

/* The same numbers, better upwards and better downwards: mirrored targets, the same warning. */
static void
test_beyond (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *better;
    double value;
    const char *words;
  } cases[] = {
    { "up", 15, NULL },
    { "up", 16, "up 16 gives 4.7 to 15: the process as it is will keep missing 16." },
    { "down", 5, NULL },
    { "down", 4, "down 4 gives 4.7 to 15: the process as it is will keep missing 4." },
  };
  g_autoptr (TrasGoalBoard) board = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %g", cases[i].better, cases[i].value);
      gint64 goal = add_goal (fixture, name, 0, 0, "1998-12-31");

      reach (fixture, add_stable (fixture, name, cases[i].better), goal, 10, cases[i].value);
    }
  board = load (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_warned (board, i + 1, TRAS_GOAL_BEYOND_REACH, cases[i].words);
}

/* Nothing is said of a process that is changing, of one with few points, and of a sum. */
static void
test_not_beyond (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 changing = add_goal (fixture, "Changing", 0, 0, "1998-12-31");
  gint64 young = add_goal (fixture, "Young", 0, 0, "1998-12-31");
  gint64 sum = add_goal (fixture, "Sum", 0, 0, "1998-12-31");
  gint64 kept = add_goal (fixture, "Kept", 0, 0, "1998-12-31");
  gint64 jumped = add_stable (fixture, "Jumped", "up");
  gint64 few = insert (fixture, make_indicator ("Few", "up", "mean"));
  gint64 stable = add_stable (fixture, "Stable", "up");
  TrasTarget *total = make_target (stable, sum, "total");
  TrasTarget *keep = make_target (stable, kept, "keep");
  g_autoptr (TrasGoalBoard) board = NULL;

  measure (fixture, jumped, 20, 30);
  for (int i = 0; i < 11; i++)
    measure (fixture, few, i, i % 2 == 0 ? 9 : 11);
  reach (fixture, jumped, changing, 10, 40);
  reach (fixture, few, young, 10, 40);
  total->value = 40;
  insert (fixture, total);
  keep->value = 40;
  insert (fixture, keep);

  board = load (fixture);
  assert_warned (board, changing, TRAS_GOAL_BEYOND_REACH, NULL);
  assert_warned (board, young, TRAS_GOAL_BEYOND_REACH, NULL);
  assert_warned (board, sum, TRAS_GOAL_BEYOND_REACH, NULL);
  assert_warned (board, kept, TRAS_GOAL_BEYOND_REACH,
                 "Stable gives 4.7 to 15: the process as it is will keep missing 40.");
}

/* Three people carry three goals; whoever came fourth is one too many, and not those before. */
static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 sales = add_area (fixture, "Sales", 1);
  gint64 shop = add_area (fixture, "Shop", sales);
  gint64 goals[4];
  g_autoptr (TrasGoal) draft = tras_goal_new ();
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasGoalBoard) full = NULL;

  add_person (fixture, "Bea", sales);
  add_person (fixture, "Caio", shop);
  add_person (fixture, "Dino", shop);
  for (guint i = 0; i < 3; i++)
    goals[i] = add_goal (fixture, "Goal", 0, sales, "1998-12-31");
  board = load (fixture);
  for (guint i = 0; i < 3; i++)
    assert_warned (board, goals[i], TRAS_GOAL_TOO_MANY, NULL);

  goals[3] = add_goal (fixture, "Goal", 0, sales, "1998-12-31");
  full = load (fixture);
  for (guint i = 0; i < 3; i++)
    assert_warned (full, goals[i], TRAS_GOAL_TOO_MANY, NULL);
  assert_warned (full, goals[3], TRAS_GOAL_TOO_MANY,
                 "Sales has 4 open goals, and people: 3. What can wait?");
}

/* Two goals are never too many; two areas with people carry two goals of the firm. */
static void
test_too_many_of_the_firm (Fixture       *fixture,
                           gconstpointer  data)
{
  gint64 first = add_goal (fixture, "One", 0, 0, "1998-12-31");
  gint64 second = add_goal (fixture, "Two", 0, 0, "1998-12-31");
  gint64 third = add_goal (fixture, "Three", 0, 0, "1998-12-31");
  gint64 part = add_goal (fixture, "Part", first, 0, "1998-12-31");
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasGoalBoard) carried = NULL;

  add_person (fixture, "Bea", add_area (fixture, "Sales", 1));
  add_person (fixture, "Caio", add_area (fixture, "Stock", 1));
  board = load (fixture);
  assert_warned (board, second, TRAS_GOAL_TOO_MANY, NULL);
  assert_warned (board, part, TRAS_GOAL_TOO_MANY, NULL);
  assert_warned (board, third, TRAS_GOAL_TOO_MANY,
                 "The firm has 3 open goals of its own, and areas to carry them: 2. "
                 "What can wait?");

  add_person (fixture, "Dino", add_area (fixture, "Law", 1));
  carried = load (fixture);
  assert_warned (carried, third, TRAS_GOAL_TOO_MANY, NULL);
}

/* ---- goals that are not written down yet ---- */

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 whole = add_goal (fixture, "Whole", 0, 0, "1998-12-31");
  gint64 waste = add_stable (fixture, "Waste", "down");
  g_autoptr (TrasGoal) goal = tras_goal_new ();
  g_autoptr (TrasTarget) target = make_target (waste, 0, "reach");
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasGoalStatus) bare = NULL;
  g_autoptr (TrasGoalStatus) hasty = NULL;
  g_autoptr (TrasGoalStatus) fine = NULL;
  g_autofree char *busy = NULL;

  add_post (fixture, 1, 1);
  board = load (fixture);
  goal->title = g_strdup ("Less waste");
  goal->starts_on = day (TODAY);
  goal->due_on = day ("1998-06-29");
  goal->area_id = 1;

  /* A target without its value is none yet. */
  bare = tras_goal_board_judge_draft (board, goal, target, 0, FALSE);
  g_assert_cmpint (bare->warnings, ==,
                   TRAS_GOAL_NO_OWNER | TRAS_GOAL_NO_TARGET | TRAS_GOAL_NO_PLAN |
                     TRAS_GOAL_ORPHAN);

  goal->owner_id = 1;
  goal->parent_id = whole;
  target->baseline = 10;
  target->value = 2;
  hasty = tras_goal_board_judge_draft (board, goal, target, 81 * 60, TRUE);
  g_assert_cmpint (hasty->warnings, ==, TRAS_GOAL_OWNER_BUSY | TRAS_GOAL_BEYOND_REACH);
  busy = tras_goal_warning_dup_words (TRAS_GOAL_OWNER_BUSY, board, hasty);
  g_assert_cmpstr (busy, ==, "Ana needs 81 h until 29 Jun 1998 and works 80 h.");

  target->value = 8;
  fine = tras_goal_board_judge_draft (board, goal, target, 80 * 60, TRUE);
  g_assert_cmpint (fine->warnings, ==, TRAS_GOAL_FINE);
  g_assert_cmpuint (fine->targets->len, ==, 1);

  /* The board has not changed by it. */
  g_assert_cmpuint (board->goals->len, ==, 1);
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
    { "/model/goal-warnings/concrete", test_concrete },
    { "/model/goal-warnings/late", test_late },
    { "/model/goal-warnings/owner-left", test_owner_left },
    { "/model/goal-warnings/owner-busy", test_owner_busy },
    { "/model/goal-warnings/no-post", test_no_post },
    { "/model/goal-warnings/opposed", test_opposed },
    { "/model/goal-warnings/beyond", test_beyond },
    { "/model/goal-warnings/not-beyond", test_not_beyond },
    { "/model/goal-warnings/too-many", test_too_many },
    { "/model/goal-warnings/too-many-of-the-firm", test_too_many_of_the_firm },
    { "/model/goal-warnings/draft", test_draft },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
