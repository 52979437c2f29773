/* test-goal-year.c: the goals of a year, and drafts of the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-goal-year.h"
#include "tras-model-fixture.h"

static TrasGoal *
make_goal (const char *from,
           const char *due)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup ("Goal");
  goal->owner_id = 1;
  goal->starts_on = day (from);
  goal->due_on = day (due);

  return goal;
}

static TrasTarget *
make_target (gint64      indicator,
             gint64      goal,
             const char *shape,
             double      baseline,
             double      value)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->goal_id = goal;
  target->shape = shape;
  target->baseline = baseline;
  target->value = value;
  target->from_on = day ("1998-01-01");
  target->to_on = day ("1998-12-31");

  return target;
}

static TrasGoalBoard *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasDay today = day ("1998-11-20");
  g_autoptr (GPtrArray) series = tras_indicator_series_load_all (fixture->db, today, &error);
  TrasGoalBoard *board;

  g_assert_no_error (error);
  board = tras_goal_board_load (fixture->db, today, series, &error);
  g_assert_no_error (error);

  return board;
}

static guint
copy (Fixture *fixture,
      gint64  *ids,
      guint    n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasGoalBoard) board = load (fixture);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasEdit) edit = NULL;
  guint n_records;

  g_array_append_vals (wanted, ids, n);
  edit = tras_goal_year_copy (board, wanted, "Copy");
  n_records = tras_edit_get_n_records (edit);
  if (n_records == 0)
    return 0;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_no_error (error);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
  g_assert_no_error (error);

  return n_records;
}

static TrasGoalStatus *
find_copy (TrasGoalBoard *board,
           gint64         id)
{
  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];

      if (status->goal->copied_from == id)
        return status;
    }

  return NULL;
}

/* The year of a firm begins in any month, and a goal is of the year with most of its days. */
static void
test_year (void)
{
  static const struct
  {
    const char *from, *due;
    int month, year;
  } vectors[] = {
    { "2026-01-01", "2026-12-31", 1, 2026 },
    { "2026-01-01", "2027-01-31", 1, 2026 },
    { "2026-12-01", "2027-09-30", 1, 2027 },
    { "2026-07-01", "2027-06-30", 1, 2026 },
    { "2026-07-01", "2027-06-30", 7, 2026 },
    { "2026-01-01", "2026-06-30", 7, 2025 },
    { "2026-03-31", "2026-04-02", 4, 2026 },
    { "2026-03-31", "2026-04-01", 4, 2025 },
    { "2025-06-01", "2027-12-31", 1, 2026 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (TrasGoal) goal = make_goal (vectors[i].from, vectors[i].due);

      g_assert_cmpint (tras_goal_get_year (goal, vectors[i].month), ==, vectors[i].year);
    }
  for (int month = 1; month <= 12; month++)
    for (TrasDay at = day ("1999-01-01"); at < day ("2001-12-31"); at++)
      {
        int year = tras_goal_year_of (at, month);
        TrasDay from, to, next, unused;

        tras_goal_year_get_span (year, month, &from, &to);
        tras_goal_year_get_span (year + 1, month, &next, &unused);
        g_assert_cmpint (from, <=, at);
        g_assert_cmpint (at, <=, to);
        g_assert_cmpint (next, ==, to + 1);
      }
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 top = insert (fixture, make_goal ("1998-01-01", "1998-12-31"));
  TrasGoal *child = make_goal ("1998-02-01", "1998-11-30");
  gint64 ids[2];
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (GArray) list = NULL;
  TrasGoalStatus *top_copy, *child_copy;

  child->parent_id = top;
  child->area_id = 1;
  g_free (child->why);
  child->why = g_strdup ("Because");
  child->customer = "internal";
  child->weight = 3;
  ids[1] = top;
  ids[0] = insert (fixture, child);

  /* Whatever order they are asked for in, the parent is there first. */
  g_assert_cmpuint (copy (fixture, ids, 2), ==, 2);
  board = load (fixture);
  top_copy = find_copy (board, top);
  child_copy = find_copy (board, ids[0]);
  g_assert_cmpstr (top_copy->goal->state, ==, "draft");
  g_assert_cmpint (top_copy->goal->starts_on, ==, day ("1999-01-01"));
  g_assert_cmpint (top_copy->goal->due_on, ==, day ("1999-12-31"));
  g_assert_nonnull (top_copy->goal->code);
  g_assert_cmpint (child_copy->goal->parent_id, ==, TRAS_RECORD (top_copy->goal)->id);
  g_assert_cmpint (child_copy->goal->area_id, ==, 1);
  g_assert_cmpstr (child_copy->goal->why, ==, "Because");
  g_assert_cmpstr (child_copy->goal->customer, ==, "internal");
  g_assert_cmpfloat (child_copy->goal->weight, ==, 3);
  g_assert_cmpuint (board->n_off_pace, ==, 0);
  g_assert_cmpuint (tras_goal_board_find (board, top)->n_children, ==, 1);

  /* Drafts are beside what they were copied from, and none is copied twice. */
  list = tras_goal_year_list (board, 1998, 1);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (g_array_index (list, TrasYearGoal, 0).copy == top_copy);
  g_assert_true (g_array_index (list, TrasYearGoal, 1).copy == child_copy);
  g_assert_cmpuint (copy (fixture, ids, 2), ==, 0);
  g_clear_pointer (&list, g_array_unref);
  list = tras_goal_year_list (board, 1999, 1);
  g_assert_cmpuint (list->len, ==, 0);
}

/* Copied alone it climbs to what its origin climbs to while that is open; copied after its parent,
 * to the parent's copy. */
static void
test_parent (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 open = insert (fixture, make_goal ("1998-01-01", "1998-12-31"));
  TrasGoal *reached = make_goal ("1998-01-01", "1998-12-31");
  TrasGoal *first = make_goal ("1998-01-01", "1998-12-31");
  TrasGoal *second = make_goal ("1998-01-01", "1998-12-31");
  TrasGoal *third = make_goal ("1998-01-01", "1998-12-31");
  gint64 closed, of_open, of_closed, later;
  g_autoptr (TrasGoalBoard) board = NULL;

  reached->state = "reached";
  reached->closed_on = day ("1998-11-01");
  reached->lesson = g_strdup ("Start earlier");
  closed = insert (fixture, reached);
  first->parent_id = open;
  of_open = insert (fixture, first);
  second->parent_id = closed;
  of_closed = insert (fixture, second);
  third->parent_id = open;
  later = insert (fixture, third);

  copy (fixture, (gint64[]) { of_open, of_closed }, 2);
  copy (fixture, &open, 1);
  copy (fixture, &later, 1);
  board = load (fixture);
  g_assert_cmpint (find_copy (board, of_open)->goal->parent_id, ==, open);
  g_assert_cmpint (find_copy (board, of_closed)->goal->parent_id, ==, 0);
  g_assert_cmpint (find_copy (board, later)->goal->parent_id, ==,
                   TRAS_RECORD (find_copy (board, open)->goal)->id);
  g_assert_null (find_copy (board, of_open)->goal->lesson);
}

/* What is still ahead goes on from where it is; what was reached asks for a value. */
static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *shape;
    double baseline, value, now, copied;
  } vectors[] = {
    { "reach", 10, 2, 6, 6 },
    { "reach", 10, 2, 12, 12 },
    { "reach", 10, 2, 2, NAN },
    { "reach", 10, 2, 1, NAN },
    { "reach", 0, 50, 30, 30 },
    { "reach", 0, 50, 60, NAN },
    { "reach", 0, 50, NAN, 0 },
    { "keep", NAN, 5, 9, NAN },
    { "total", NAN, 120, 200, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *name = g_strdup_printf ("Indicator %u", i);
      gint64 indicator = insert (fixture, make_indicator (name, "up", "last"));
      gint64 goal = insert (fixture, make_goal ("1998-01-01", "1998-12-31"));
      gboolean is_reach = g_str_equal (vectors[i].shape, "reach");
      gboolean has_copy = !is_reach || !isnan (vectors[i].copied);
      g_autoptr (TrasGoalBoard) board = NULL;
      g_autoptr (GArray) list = NULL;
      TrasGoalStatus *draft;
      TrasTargetStatus *target;

      insert (fixture, make_target (indicator, goal, vectors[i].shape, vectors[i].baseline,
                                    vectors[i].value));
      if (!isnan (vectors[i].now))
        measure (fixture, indicator, 3, vectors[i].now);
      copy (fixture, &goal, 1);

      board = load (fixture);
      draft = find_copy (board, goal);
      g_assert_cmpuint (draft->targets->len, ==, has_copy);
      list = tras_goal_year_list (board, 1998, 1);
      for (guint k = 0; k < list->len; k++)
        {
          TrasYearGoal *one = &g_array_index (list, TrasYearGoal, k);

          if (one->copy == draft)
            g_assert_cmpuint (one->n_unset, ==, !has_copy);
        }
      if (!has_copy)
        continue;
      target = draft->targets->pdata[0];
      g_assert_cmpfloat (target->target->value, ==, vectors[i].value);
      if (is_reach)
        g_assert_cmpfloat (target->target->baseline, ==, vectors[i].copied);
      g_assert_cmpint (target->target->from_on, ==, day ("1999-01-01"));
      g_assert_cmpint (target->target->to_on, ==, day ("1999-12-31"));
    }
}

/* Nobody is held to a draft's target, though its days may have come. */
static void
test_draft_target (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 indicator = insert (fixture, make_indicator ("Sold", "up", "last"));
  TrasGoal *draft = make_goal ("1998-01-01", "1998-12-31");
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  TrasIndicatorSeries *one;
  TrasGoalStatus *status;
  gint64 goal;

  draft->state = "draft";
  goal = insert (fixture, draft);
  insert (fixture, make_target (indicator, goal, "reach", 0, 10));
  series = tras_indicator_series_load_all (fixture->db, day ("1998-11-20"), &error);
  g_assert_no_error (error);
  one = series->pdata[0];
  g_assert_null (one->target);
  g_assert_cmpuint (one->targets->len, ==, 0);

  /* Its own page shows it. */
  board = load (fixture);
  status = tras_goal_board_find (board, goal);
  g_assert_cmpuint (status->targets->len, ==, 1);
  g_assert_cmpuint (board->n_off_pace, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/goal-year/year", test_year);
  g_test_add ("/model/goal-year/copy", Fixture, NULL, fixture_set_up, test_copy,
              fixture_tear_down);
  g_test_add ("/model/goal-year/parent", Fixture, NULL, fixture_set_up, test_parent,
              fixture_tear_down);
  g_test_add ("/model/goal-year/targets", Fixture, NULL, fixture_set_up, test_targets,
              fixture_tear_down);

  g_test_add ("/model/goal-year/draft-target", Fixture, NULL, fixture_set_up, test_draft_target,
              fixture_tear_down);

  return g_test_run ();
}
