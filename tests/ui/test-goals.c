/* test-goals.c: the tab Goals on a small firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-goal-tree.h"
#include "tras-goal-words.h"
#include "tras-goals-page.h"
#include "tras-sample.h"

#define TODAY "2026-11-21"

static TrasGoalsPage *
get_page (Fixture *fixture)
{
  return TRAS_GOALS_PAGE (tras_window_get_page (fixture->window, "goals"));
}

static gboolean
has_board (gpointer data)
{
  return tras_goal_tree_get_board (tras_goals_page_get_tree (data)) != NULL;
}

static GtkTreeListRow *
row_at (GListModel *model,
        guint       position)
{
  return g_list_model_get_item (model, position);
}

/* All rows, as “depth id” a line. */
static char *
dup_rows (TrasGoalTree *tree)
{
  GListModel *model = tras_goal_tree_get_model (tree);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = row_at (model, i);
      g_autoptr (TrasGoalNode) node = gtk_tree_list_row_get_item (row);

      g_string_append_printf (text, "%u %" G_GINT64_FORMAT "\n", gtk_tree_list_row_get_depth (row),
                              tras_goal_node_get_id (node));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  TrasGoalTree *tree = tras_goals_page_get_tree (page);
  TrasGoalBoard *board;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *rows = NULL;

  wait_until (has_board, page);
  board = tras_goal_tree_get_board (tree);
  g_assert_cmpuint (board->goals->len, >, 10);
  /* The board is in the order of the tree already; closed goals are not shown. */
  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];

      if (tras_goal_is_open (status->goal) || g_str_equal (status->goal->state, "draft"))
        g_string_append_printf (expected, "%u %" G_GINT64_FORMAT "\n", status->depth,
                                TRAS_RECORD (status->goal)->id);
    }
  rows = dup_rows (tree);
  g_assert_cmpstr (rows, ==, expected->str);
  g_assert_cmpuint (tras_page_get_attention (TRAS_PAGE (page)), ==, board->n_off_pace);
}

/* A goal that passes is there with all above it, and nothing else is. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  TrasGoalTree *tree = tras_goals_page_get_tree (page);
  GListModel *model = tras_goal_tree_get_model (tree);
  guint n_off = 0;

  wait_until (has_board, page);
  tras_goal_tree_set_filter (tree, &(TrasGoalFilter) { .off_pace = TRUE });
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = row_at (model, i);
      g_autoptr (TrasGoalNode) node = gtk_tree_list_row_get_item (row);
      gboolean off = tras_goal_status_is_off (tras_goal_node_get_status (node));

      n_off += off;
      g_assert_true (off || gtk_tree_list_row_get_expanded (row));
    }
  g_assert_cmpuint (n_off, ==, tras_goal_tree_get_board (tree)->n_off_pace);
  g_assert_cmpuint (n_off, >, 0);

  tras_goal_tree_set_filter (tree, &(TrasGoalFilter) { .search = "zzz" });
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);

  tras_goal_tree_set_filter (tree, &(TrasGoalFilter) { .closed = TRUE });
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 0);
}

/* What is collapsed stays so over sorting and reading; a filter opens it as long as it is on. */
static void
test_collapsed (Fixture       *fixture,
                gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  TrasGoalTree *tree = tras_goals_page_get_tree (page);
  GListModel *model = tras_goal_tree_get_model (tree);
  g_autoptr (GtkTreeListRow) first = NULL;
  g_autofree char *collapsed = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  wait_until (has_board, page);
  first = row_at (model, 0);
  g_assert_true (gtk_tree_list_row_is_expandable (first));
  gtk_tree_list_row_set_expanded (first, FALSE);
  collapsed = dup_rows (tree);

  tras_goal_tree_set_order (tree, "title", TRUE);
  tras_goal_tree_set_filter (tree, &(TrasGoalFilter) { .off_pace = TRUE });
  tras_goal_tree_set_filter (tree, &(TrasGoalFilter) { 0 });
  tras_goal_tree_set_order (tree, "due_on", FALSE);
  tras_goal_tree_set_board (tree, tras_goal_tree_get_board (tree));
  again = dup_rows (tree);
  g_assert_cmpstr (again, ==, collapsed);

  tras_goal_tree_reveal (tree, 0);
  row = row_at (model, 0);
  g_assert_false (gtk_tree_list_row_get_expanded (row));
}

typedef struct
{
  TrasGoalsPage *page;
  guint n_goals;
  gint64 id;
} Expected;

static guint
count_goals (TrasGoalsPage *page)
{
  TrasGoalBoard *board = tras_goal_tree_get_board (tras_goals_page_get_tree (page));

  return board != NULL ? board->goals->len : 0;
}

static gboolean
has_goals (gpointer data)
{
  Expected *expected = data;

  return count_goals (expected->page) == expected->n_goals;
}

static gboolean
shows_new_goal (gpointer data)
{
  Expected *expected = data;
  TrasGoalStatus *status;
  gint64 id = tras_goals_page_get_selected_id (expected->page);

  status = id != 0 ? tras_goal_board_find (
                       tras_goal_tree_get_board (tras_goals_page_get_tree (expected->page)), id)
                   : NULL;

  return status != NULL && g_str_equal (status->goal->title, "New goal") &&
         GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (expected->page))));
}

/* A new goal is complete, selected, and can be named at once; undo takes it away again. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  Expected expected = { .page = page };
  TrasGoalStatus *status;

  tras_window_show_tab (fixture->window, "goals");
  wait_until (has_board, page);
  expected.n_goals = count_goals (page) + 1;
  tras_page_activate_new (TRAS_PAGE (page));
  wait_until (has_goals, &expected);
  wait_until (shows_new_goal, &expected);

  status = tras_goal_board_find (tras_goal_tree_get_board (tras_goals_page_get_tree (page)),
                                 tras_goals_page_get_selected_id (page));
  g_assert_cmpint (status->goal->starts_on, ==, tras_day_from_iso (TODAY));
  g_assert_cmpint (status->goal->due_on, ==, tras_day_from_iso ("2026-12-31"));
  g_assert_cmpint (status->warnings, ==, TRAS_GOAL_NO_TARGET | TRAS_GOAL_NO_PLAN);

  expected.n_goals--;
  tras_window_undo (GTK_WIDGET (page), 0);
  wait_until (has_goals, &expected);
}

static gboolean
has_selected (gpointer data)
{
  Expected *expected = data;

  return tras_goals_page_get_selected_id (expected->page) == expected->id;
}

/* Every goal can be put in front, whatever filter is on and wherever it stands. */
static void
test_show_record (Fixture       *fixture,
                  gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  TrasGoalTree *tree = tras_goals_page_get_tree (page);
  guint position;

  wait_until (has_board, page);
  for (guint i = 0; i < count_goals (page); i++)
    {
      TrasGoalStatus *status = tras_goal_tree_get_board (tree)->goals->pdata[i];
      Expected expected = { .page = page, .id = TRAS_RECORD (status->goal)->id };

      g_assert_true (tras_window_show_record (GTK_WIDGET (page), TRAS_TYPE_GOAL, expected.id));
      wait_until (has_selected, &expected);
      g_assert_true (tras_goal_tree_find (tree, expected.id, &position));
    }
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  TrasGoalStatus *status;

  tras_window_show_tab (fixture->window, "goals");
  wait_until (has_board, page);
  status = tras_goal_tree_get_board (tras_goals_page_get_tree (page))->goals->pdata[0];
  tras_window_show_record (GTK_WIDGET (page), TRAS_TYPE_GOAL, TRAS_RECORD (status->goal)->id);
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_words (void)
{
  TrasGoal *goal = tras_goal_new ();
  TrasGoalStatus status = {
    .goal = goal,
    .pace = { .progress = 0.42, .elapsed = 0.6, .gap = -0.18, .state = TRAS_PACE_BEHIND },
    .outlook = TRAS_OUTLOOK_CHANGE_PROCESS,
  };
  g_autofree char *behind = tras_goal_words_dup_state (&status);
  g_autofree char *progress = tras_goal_words_dup_progress (0.42, 0.6);
  g_autofree char *children = NULL;
  g_autofree char *far = NULL;

  g_assert_cmpstr (behind, ==, "Behind, and the process cannot reach it as it is");
  g_assert_cmpstr (progress, ==, "42% of the way; it should be 60% by today");
  g_assert_null (tras_goal_words_dup_children (&status));

  status.pace.state = TRAS_PACE_FAR_BEHIND;
  far = tras_goal_words_dup_state (&status);
  g_assert_cmpstr (far, ==, "Far behind, and the process cannot reach it as it is");

  status.n_children = 4;
  status.children[TRAS_PACE_ON_PACE] = 3;
  status.children[TRAS_PACE_FAR_BEHIND] = 1;
  children = tras_goal_words_dup_children (&status);
  g_assert_cmpstr (children, ==, "3 on pace, 1 far behind");
  g_object_unref (goal);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  g_test_add_func ("/goals/words", test_words);
  fixture_add ("/goals/board", test_board);
  fixture_add ("/goals/filter", test_filter);
  fixture_add ("/goals/collapsed", test_collapsed);
  fixture_add ("/goals/new", test_new);
  fixture_add ("/goals/show-record", test_show_record);
  fixture_add ("/goals/names", test_names);

  return fixture_run ();
}
