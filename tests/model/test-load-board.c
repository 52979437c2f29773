/* test-load-board.c: hours needed against hours worked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-absence.h"
#include "tras-load-board.h"
#include "tras-model-fixture.h"

#define N_WEEKS 13
#define N_ACTIONS 200

/* A Wednesday. */
#define TODAY "2026-11-18"

static gint64
make_person (Fixture    *fixture,
             const char *name,
             const char *left)
{
  TrasPerson *person = tras_person_new ();

  person->name = g_strdup (name);
  person->hired_on = day ("2020-01-01");
  if (left != NULL)
    person->left_on = day (left);

  return insert (fixture, person);
}

static void
make_post (Fixture    *fixture,
           gint64      person,
           gint64      minutes,
           const char *from,
           const char *to)
{
  TrasPost *post = tras_post_new ();
  TrasRole *role = tras_role_new ();

  role->area_id = 1;
  role->name = g_strdup ("Role");
  post->role_id = insert (fixture, role);
  post->person_id = person;
  post->from_on = day (from);
  post->to_on = to != NULL ? day (to) : TRAS_DAY_NONE;
  post->week_minutes = minutes;
  insert (fixture, post);
}

static gint64
make_goal (Fixture *fixture)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup ("Goal");
  goal->owner_id = 1;
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");

  return insert (fixture, goal);
}

static gint64
make_action (Fixture    *fixture,
             gint64      owner,
             TrasDay     starts_on,
             TrasDay     due_on,
             const char *state,
             gint64      planned,
             gint64      spent)
{
  TrasAction *action = tras_action_new ();
  TrasActionNeed *need = tras_action_need_new ();

  action->title = g_strdup ("Action");
  action->goal_id = 1;
  action->owner_id = owner;
  action->starts_on = starts_on;
  action->due_on = due_on;
  action->state = g_intern_string (state);
  if (g_str_equal (state, "done"))
    action->closed_on = due_on;
  need->action_id = insert (fixture, action);
  need->what = g_strdup ("Time");
  need->kind = "labour";
  need->planned_minutes = planned;
  need->spent_minutes = spent;
  insert (fixture, need);

  return need->action_id;
}

static TrasLoadBoard *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasLoadBoard *board = tras_load_board_load (fixture->db, day (TODAY), N_WEEKS, &error);

  g_assert_no_error (error);

  return board;
}

static char *
dup_words (TrasLoadBoard *board,
           guint          row,
           guint          week)
{
  return tras_load_board_dup_words (board, board->rows->pdata[row], week,
                                    tras_number_format_for_language ("en"));
}

static void
test_over (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasLoadBoard) board = NULL;
  g_autoptr (GArray) parts = NULL;
  g_autofree char *week = NULL;
  g_autofree char *free_week = NULL;
  g_autofree char *all = NULL;
  TrasLoadRow *row;

  make_goal (fixture);
  make_post (fixture, 1, 1440, "2020-01-01", NULL);
  make_action (fixture, 1, day ("2026-11-23"), day ("2026-11-27"), "open", 1920, 60);
  make_action (fixture, 1, day ("2026-11-23"), day ("2026-12-04"), "blocked", 600, 600);
  make_action (fixture, 1, TRAS_DAY_NONE, day ("2026-11-10"), "open", 120, 0);
  make_action (fixture, 1, TRAS_DAY_NONE, day ("2026-11-27"), "done", 6000, 0);

  board = load (fixture);
  g_assert_cmpuint (board->rows->len, ==, 1);
  g_assert_cmpuint (board->n_over, ==, 1);
  row = board->rows->pdata[0];
  /* From Wednesday on; what is late falls on this week. */
  g_assert_cmpint (row->worked[0], ==, 864);
  g_assert_cmpint (row->needed[0], ==, 120);
  g_assert_cmpint (row->worked[1], ==, 1440);
  g_assert_cmpint (row->needed[1], ==, 1860);
  g_assert_cmpint (row->needed[2], ==, 0);
  g_assert_cmpuint (row->n_over, ==, 1);

  week = dup_words (board, 0, 1);
  g_assert_cmpstr (week, ==, "Ana, W48: 31 h of 24 h, over-booked by 7 h");
  free_week = dup_words (board, 0, 0);
  g_assert_cmpstr (free_week, ==, "Ana, W47: 2 h of 14.4 h");
  all = dup_words (board, 0, TRAS_LOAD_ALL_WEEKS);
  g_assert_cmpstr (all, ==, "Ana: 33 h left to do, over-booked in 1 week");

  parts = tras_load_board_list_parts (board, row, 1);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (g_array_index (parts, TrasLoadPart, 0).minutes, ==, 1860);
}

static void
test_absences (Fixture       *fixture,
               gconstpointer  data)
{
  TrasAbsence *holiday = tras_absence_new ();
  g_autoptr (TrasLoadBoard) board = NULL;
  TrasLoadRow *row;

  make_post (fixture, 1, 2400, "2020-01-01", NULL);
  /* From the Friday before, through a week, to the Tuesday behind: eight days of eight hours. */
  holiday->person_id = 1;
  holiday->kind_id = 1;
  holiday->from_on = day ("2026-11-20");
  holiday->to_on = day ("2026-12-01");
  holiday->minutes = 8 * 480;
  insert (fixture, holiday);

  board = load (fixture);
  row = board->rows->pdata[0];
  g_assert_cmpint (row->worked[0], ==, 960);
  g_assert_cmpint (row->worked[1], ==, 0);
  g_assert_cmpint (row->worked[2], ==, 1440);
  g_assert_cmpint (row->worked[3], ==, 2400);
}

/* Who begins or leaves within a week works a part of it; who has left, or has no post, is told. */
static void
test_posts (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 bruno = make_person (fixture, "Bruno", "2026-11-24");
  gint64 carla = make_person (fixture, "Carla", "2026-01-31");
  g_autoptr (TrasLoadBoard) board = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *left = NULL;
  g_autofree char *unknown = NULL;
  TrasLoadRow *row;

  make_goal (fixture);
  make_person (fixture, "Dora", "2026-01-31");
  make_post (fixture, bruno, 2400, "2020-01-01", NULL);
  make_post (fixture, carla, 2400, "2020-01-01", NULL);
  make_action (fixture, 1, TRAS_DAY_NONE, day ("2026-11-20"), "open", 60, 0);
  make_action (fixture, carla, TRAS_DAY_NONE, day ("2026-11-20"), "open", 90, 0);
  make_action (fixture, 0, TRAS_DAY_NONE, day ("2026-11-20"), "open", 30, 0);

  board = load (fixture);
  g_assert_cmpuint (board->rows->len, ==, 4);
  g_assert_cmpuint (board->n_over, ==, 0);
  unknown = dup_words (board, 0, 0);
  g_assert_cmpstr (unknown, ==, "Ana, W47: 1 h, no working hours known");
  left = dup_words (board, 1, TRAS_LOAD_ALL_WEEKS);
  g_assert_cmpstr (left, ==, "Carla: 1.5 h left to do, by somebody who has left");
  nobody = dup_words (board, 2, 0);
  g_assert_cmpstr (nobody, ==, "Nobody yet, W47: 0.5 h");
  /* Whoever has nothing to do comes last. */
  row = board->rows->pdata[3];
  g_assert_cmpstr (tras_load_row_get_name (row), ==, "Bruno");
  g_assert_cmpint (row->worked[0], ==, 1440);
  g_assert_cmpint (row->worked[1], ==, 960);
  g_assert_cmpint (row->worked[2], ==, 0);
}

/* All minutes that are left are somewhere, once; the parts of a cell make up the cell. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasLoadBoard) board = NULL;
  gint64 people[] = { 0, 1, make_person (fixture, "Bruno", NULL) };
  gint64 left = 0, found = 0;

  make_goal (fixture);
  make_post (fixture, 1, 2400, "2020-01-01", "2026-12-10");
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      gint64 planned = g_test_rand_int_range (0, 3000), spent = g_test_rand_int_range (0, 3000);
      TrasDay due = day ("2026-10-01") + g_test_rand_int_range (0, 200);

      make_action (fixture, people[i % G_N_ELEMENTS (people)],
                   i % 4 == 0 ? TRAS_DAY_NONE : due - g_test_rand_int_range (-5, 90), due, "open",
                   planned, spent);
      left += MAX (planned - spent, 0);
    }

  board = load (fixture);
  for (guint i = 0; i < board->rows->len; i++)
    {
      TrasLoadRow *row = board->rows->pdata[i];

      g_assert_cmpint (row->later, >=, 0);
      found += row->later;
      for (guint j = 0; j < N_WEEKS; j++)
        {
          g_autoptr (GArray) parts = tras_load_board_list_parts (board, row, j);
          gint64 sum = 0;

          for (guint k = 0; k < parts->len; k++)
            sum += g_array_index (parts, TrasLoadPart, k).minutes;
          g_assert_cmpint (sum, ==, row->needed[j]);
          g_assert_cmpint (row->needed[j], >=, 0);
          g_assert_cmpint (row->worked[j], >=, 0);
          found += sum;
        }
    }
  g_assert_cmpint (found, ==, left);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/load-board/over", test_over);
  ADD ("/load-board/absences", test_absences);
  ADD ("/load-board/posts", test_posts);
  ADD ("/load-board/sums", test_sums);

  return g_test_run ();
}
