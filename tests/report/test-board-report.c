/* test-board-report.c: what plans take, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "report-text.h"
#include "tras-action.h"
#include "tras-board-report.h"
#include "tras-model-fixture.h"

/* A Monday. */
#define TODAY "2026-11-16"

static void
add_actions (Fixture *fixture,
             guint    n)
{
  TrasGoal *goal = tras_goal_new ();
  TrasRole *role = tras_role_new ();
  TrasPost *post = tras_post_new ();
  gint64 goal_id;

  goal->title = g_strdup ("Goal");
  goal->owner_id = 1;
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");
  goal_id = insert (fixture, goal);
  role->area_id = 1;
  role->name = g_strdup ("Role");
  post->role_id = insert (fixture, role);
  post->person_id = 1;
  post->from_on = day ("2020-01-01");
  post->week_minutes = 1440;
  insert (fixture, post);
  for (guint i = 0; i < n; i++)
    {
      TrasAction *action = tras_action_new ();
      TrasActionNeed *need = tras_action_need_new ();
      TrasPerson *person = tras_person_new ();

      person->name = g_strdup_printf ("Person number %02u", i);
      person->hired_on = day ("2020-01-01");
      action->owner_id = i == 0 ? 1 : insert (fixture, g_object_ref (person));
      g_object_unref (person);
      action->goal_id = goal_id;
      action->title = g_strdup ("Action");
      action->due_on = day ("2026-11-20");
      need->action_id = insert (fixture, action);
      need->what = g_strdup ("Time");
      need->kind = "labour";
      need->planned_minutes = 1860;
      need->planned_money = 10000;
      need->spent_money = 10000 + 50 * i;
      insert (fixture, need);
    }
}

static void
assert_proper (TrasReport *report)
{
  const TrasPlace *places;
  TrasRect content;
  guint n;

  tras_page_layout_get_content (tras_report_get_pages (report), &content);
  places = tras_report_get_places (report, &n);
  assert_pages (places, n, &content);
}

static char *
dup_text (TrasReport *report,
          Fixture    *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_report_write (report, path, &error));
  g_assert_no_error (error);

  return take_pdf_text (path);
}

/* Twenty-six weeks stand in two tables, many people on several pages; the sign stands where there
 * is too much. */
static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasLoadBoard) board = NULL;
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_actions (fixture, 40);
  board = tras_load_board_load (fixture->db, day (TODAY), 26, &error);
  g_assert_no_error (error);
  report = tras_board_report_of_load (board, board->rows, tras_number_format_for_language ("en"));
  g_assert_cmpuint (tras_report_get_n_pages (report), >, 1);
  assert_proper (report);

  text = dup_text (report, fixture);
  if (text == NULL)
    return;
  assert_says (text, "Firm · Load");
  assert_says (text, "W47");
  assert_says (text, "W19");
  assert_says (text, "▲ 31");
  assert_says (text, "of 24");
  assert_says (text, "Person number 39");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasLoadBoard) board = NULL;
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (GError) error = NULL;

  board = tras_load_board_load (fixture->db, day (TODAY), 13, &error);
  g_assert_no_error (error);
  report = tras_board_report_of_load (board, board->rows, tras_number_format_for_language ("es"));
  g_assert_cmpuint (tras_report_get_n_pages (report), ==, 1);
  assert_proper (report);
}

/* The sum stands below the rows; what is too much is said in words. */
static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasMoneyBoard) board = NULL;
  g_autoptr (GError) error = NULL;

  add_actions (fixture, 3);
  board = tras_money_board_load (fixture->db, day (TODAY), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    for (guint j = 0; j < TRAS_MONEY_N_SORTS; j++)
      {
        g_autoptr (TrasReport) report =
          tras_board_report_of_money (board, i, j, tras_number_format_for_language ("en"));
        g_autofree char *text = NULL;

        assert_proper (report);
        text = dup_text (report, fixture);
        if (text == NULL)
          return;
        assert_says (text, "Firm · Money");
        if (j == TRAS_MONEY_INVESTMENT)
          continue;
        assert_says (text, "Together");
        assert_says (text, "€300.00");
        assert_says (text, "▲ €1.50 too much");
      }
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/board-report/load", test_load);
  ADD ("/board-report/nothing", test_nothing);
  ADD ("/board-report/money", test_money);

  return g_test_run ();
}
