/* test-goal-check.c: what was seen of a goal stays as it was, and how one ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tras-goal-check.c and tras-goal-closing.c.
 */

#include "config.h"

#include <math.h>

#include "tras-edit-log.h"
#include "tras-goal-check.h"
#include "tras-goal-closing.h"
#include "tras-model-fixture.h"

#define TODAY "1998-01-11"

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
          const char *title)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup (title);
  goal->owner_id = 1;
  goal->starts_on = day ("1998-01-01");
  goal->due_on = day ("1998-01-21");

  return insert (fixture, goal);
}

static gint64
add_target (Fixture    *fixture,
            gint64      goal,
            gint64      indicator,
            const char *shape,
            double      baseline,
            double      value)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->goal_id = goal;
  target->shape = g_intern_string (shape);
  target->baseline = baseline;
  target->value = value;
  target->from_on = day ("1998-01-01");
  target->to_on = day ("1998-01-21");

  return insert (fixture, target);
}

static gint64
count (Fixture *fixture,
       GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = tras_db_select (fixture->db, query, &error);

  g_assert_no_error (error);

  return rows->len;
}

/* ---- checks ---- */

static void
assert_frozen (Fixture *fixture)
{
  g_autoptr (TrasQuery) checks = tras_query_new (TRAS_TYPE_GOAL_CHECK);
  g_autoptr (TrasQuery) values = tras_query_new (TRAS_TYPE_GOAL_CHECK_VALUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tras_db_select (fixture->db, checks, &error);
  g_autoptr (GPtrArray) numbers = tras_db_select (fixture->db, values, &error);
  TrasGoalCheck *check;
  TrasGoalCheckValue *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (numbers->len, ==, 2);
  check = found->pdata[0];
  first = numbers->pdata[0];
  second = numbers->pdata[1];
  g_assert_cmpint (check->checked_on, ==, day (TODAY));
  g_assert_cmpstr (check->note, ==, "the van came late");
  g_assert_cmpstr (check->by_name, ==, "Ana");
  g_assert_cmpfloat_with_epsilon (check->progress, (0.25 + 0.5) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (check->elapsed, 0.5, 1e-9);
  g_assert_cmpint (tras_goal_check_get_outlook (check), ==, TRAS_OUTLOOK_BEHIND);
  g_assert_cmpint (tras_goal_check_get_pace (check), ==, TRAS_PACE_BEHIND);
  g_assert_cmpstr (first->shape, ==, "reach");
  g_assert_cmpfloat (first->aim, ==, 4);
  g_assert_cmpfloat (first->current, ==, 7);
  g_assert_cmpfloat_with_epsilon (first->expected, 6, 1e-9);
  g_assert_cmpstr (second->shape, ==, "total");
  g_assert_cmpfloat (second->aim, ==, 20);
  g_assert_cmpfloat (second->current, ==, 10);
  g_assert_true (isnan (second->low) && isnan (second->high));
}

/* Whatever is measured, moved or deleted later: what was written down says what was seen. */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 goal = add_goal (fixture, "Fewer");
  gint64 late = insert (fixture, make_indicator ("Late", "down", "last"));
  gint64 sold = insert (fixture, make_indicator ("Sold", "up", "sum"));
  gint64 target = add_target (fixture, goal, late, "reach", 8, 4);
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasGoalBoard) after = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (TrasTarget) moved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasQuery) values = tras_query_new (TRAS_TYPE_GOAL_CHECK_VALUE);
  g_autoptr (GPtrArray) numbers = NULL;

  add_target (fixture, goal, sold, "total", NAN, 20);
  measure (fixture, late, 0, 7);
  measure (fixture, sold, 1, 10);
  board = load (fixture);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  edit = tras_goal_check_make (tras_goal_board_find (board, goal), day (TODAY), 1,
                               "the van came late");
  g_assert_cmpuint (tras_edit_get_n_records (edit), ==, 3);
  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error));
  assert_frozen (fixture);

  g_assert_true (tras_db_begin (fixture->db, "later", &error));
  measure (fixture, late, 1, 5);
  moved = tras_db_load (fixture->db, TRAS_TYPE_TARGET, target, &error);
  moved->value = 6;
  g_assert_true (tras_db_update (fixture->db, moved, &error));
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  assert_frozen (fixture);

  /* What it is now stands beside it, as long as there is such a target. */
  after = load (fixture);
  numbers = tras_db_select (fixture->db, values, &error);
  g_assert_cmpfloat (tras_goal_check_value_find (numbers->pdata[0],
                                                 tras_goal_board_find (after, goal))->current,
                     ==, 5);
  g_assert_true (tras_db_begin (fixture->db, "gone", &error));
  g_assert_true (tras_db_delete (fixture->db, moved, &error));
  g_clear_pointer (&after, tras_goal_board_unref);
  after = load (fixture);
  g_assert_null (tras_goal_check_value_find (numbers->pdata[0],
                                             tras_goal_board_find (after, goal)));
  assert_frozen (fixture);
}

/* One edit, so that one undo takes it all away. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 goal = add_goal (fixture, "Fewer");
  gint64 late = insert (fixture, make_indicator ("Late", "down", "last"));
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  gint64 id = 0;

  add_target (fixture, goal, late, "reach", 8, 4);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  board = load (fixture);
  edit = tras_goal_check_make (tras_goal_board_find (board, goal), day (TODAY), 0, "so it is");
  g_assert_true (tras_edit_apply (edit, fixture->db, &id, &error));
  g_assert_cmpint (count (fixture, TRAS_TYPE_GOAL_CHECK), ==, 1);
  undone = tras_edit_log_undo (fixture->db, id, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, TRAS_TYPE_GOAL_CHECK), ==, 0);
  g_assert_cmpint (count (fixture, TRAS_TYPE_GOAL_CHECK_VALUE), ==, 0);
}

/* ---- closing ---- */

/* Where a target stands when its goal shall be called reached; NAN for not measured. */
typedef struct
{
  const char *shape;
  double baseline;
  double value;
  double current;
  const char *unmet;
} Ending;

static const Ending endings[] = {
  { "reach", 8, 4, 4, NULL },
  { "reach", 8, 4, 3, NULL },
  { "reach", 8, 4, 5,
    "Not reached: Late is at 5 and should be 4, which is 1 away. Choose Missed, or change the "
    "target by a decision." },
  { "reach", 4, 8, 8, NULL },
  { "reach", 4, 8, 7,
    "Not reached: Late is at 7 and should be 8, which is 1 away. Choose Missed, or change the "
    "target by a decision." },
  { "reach", 4, 8, NAN,
    "Not reached: Late should be 8 and has not been measured. Choose Missed, or change the target "
    "by a decision." },
  { "total", NAN, 8, 8, NULL },
  { "total", NAN, 8, 6,
    "Not reached: Late is at 6 and should be 8, which is 2 away. Choose Missed, or change the "
    "target by a decision." },
  { "keep", NAN, 8, 3, NULL },
};

static void
test_reached (Fixture       *fixture,
              gconstpointer  data)
{
  const Ending *ending = data;
  gint64 goal = add_goal (fixture, "Fewer");
  gint64 late = insert (fixture, make_indicator ("Late", "up", g_str_equal (ending->shape, "total")
                                                                 ? "sum" : "last"));
  g_autoptr (TrasGoalBoard) board = NULL;
  TrasTargetStatus *unmet;
  g_autofree char *words = NULL;

  add_target (fixture, goal, late, ending->shape, ending->baseline, ending->value);
  if (!isnan (ending->current))
    measure (fixture, late, 1, ending->current);
  board = load (fixture);
  unmet = tras_goal_status_find_unmet (tras_goal_board_find (board, goal));
  g_assert_cmpint (unmet != NULL, ==, ending->unmet != NULL);
  if (unmet != NULL)
    words = tras_target_dup_unmet (unmet);
  g_assert_cmpstr (words, ==, ending->unmet);
}

/* A goal without targets is reached when its people say so; its open actions may go with it. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = add_goal (fixture, "Fewer");
  TrasAction *open = tras_action_new ();
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasGoal) goal = NULL;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("Close");
  g_autoptr (GError) error = NULL;
  gint64 action_id;

  open->goal_id = id;
  open->title = g_strdup ("do");
  open->due_on = day ("1998-01-20");
  action_id = insert (fixture, open);
  board = load (fixture);
  g_assert_null (tras_goal_status_find_unmet (tras_goal_board_find (board, id)));
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));

  goal = tras_db_load (fixture->db, TRAS_TYPE_GOAL, id, &error);
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, action_id, &error);
  tras_goal_close (goal, "dropped", "we wanted too much", day (TODAY));
  tras_edit_update (edit, goal);
  tras_goal_drop_action (edit, action, goal);
  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&action);
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, action_id, &error);
  g_assert_cmpstr (action->state, ==, "dropped");
  g_assert_cmpstr (action->result, ==, "Dropped when “Fewer” was closed");
  g_assert_cmpint (action->closed_on, ==, day (TODAY));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/goal-check/frozen", Fixture, NULL, fixture_set_up, test_frozen,
              fixture_tear_down);
  g_test_add ("/model/goal-check/undo", Fixture, NULL, fixture_set_up, test_undo,
              fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/goal-closing/%s-%u", endings[i].shape, i);

      g_test_add (path, Fixture, &endings[i], fixture_set_up, test_reached, fixture_tear_down);
    }
  g_test_add ("/model/goal-closing/close", Fixture, NULL, fixture_set_up, test_close,
              fixture_tear_down);

  return g_test_run ();
}
