/* test-board-csv.c: load and money as tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-action.h"
#include "tras-board-csv.h"
#include "tras-model-fixture.h"

/* A Friday; what is due on the Monday after is spread over both days. */
#define TODAY "2026-11-20"

static void
add_action (Fixture *fixture)
{
  TrasAction *action = tras_action_new ();
  TrasActionNeed *need = tras_action_need_new ();
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup ("Goal");
  goal->owner_id = 1;
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");
  action->goal_id = insert (fixture, goal);
  action->title = g_strdup ("Action");
  action->owner_id = 1;
  action->due_on = day ("2026-11-23");
  need->action_id = insert (fixture, action);
  need->what = g_strdup ("Time");
  need->kind = "labour";
  need->planned_minutes = 101;
  need->planned_money = 123450;
  need->spent_money = 100000;
  insert (fixture, need);
}

static void
assert_content (GBytes     *bytes,
                const char *content)
{
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data, size);
  /* Spreadsheets know the encoding by its mark. */
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  g_assert_cmpstr (text + 3, ==, content);
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasLoadBoard) board = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  add_action (fixture);
  board = tras_load_board_load (fixture->db, day (TODAY), 2, &error);
  g_assert_no_error (error);
  bytes = tras_board_csv_of_load (board, &error);
  g_assert_no_error (error);
  assert_content (bytes, "person,area,week,from,needed_minutes,worked_minutes\r\n"
                         "Ana,,2026-W47,2026-11-16,50,0\r\n"
                         "Ana,,2026-W48,2026-11-23,51,0\r\n");
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasMoneyBoard) board = NULL;
  g_autoptr (GBytes) goals = NULL;
  g_autoptr (GBytes) months = NULL;
  g_autoptr (GError) error = NULL;

  add_action (fixture);
  board = tras_money_board_load (fixture->db, day (TODAY), &error);
  g_assert_no_error (error);
  goals = tras_board_csv_of_money (board, TRAS_MONEY_BY_GOAL, &error);
  g_assert_no_error (error);
  assert_content (goals, "goal,investment,planned,committed,spent\r\n"
                         "Goal,0,1234.50,0.00,1000.00\r\n");
  months = tras_board_csv_of_money (board, TRAS_MONEY_BY_MONTH, &error);
  g_assert_no_error (error);
  assert_content (months, "month,investment,planned,committed,spent\r\n"
                          "2026-11,0,1234.50,0.00,1000.00\r\n");
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/board-csv/load", test_load);
  ADD ("/board-csv/money", test_money);

  return g_test_run ();
}
