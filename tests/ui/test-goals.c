/* test-goals.c: the tab Goals on a small firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include <math.h>

#include "tras-action.h"
#include "tras-goal-checks.h"
#include "tras-goal-close-form.h"
#include "tras-goal-closing.h"
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

  return status != NULL && g_str_equal (status->goal->title, "Fewer broken cups");
}

/* At once: a button that is activated by its key does it a moment later. */
static TrasGoalBoard *
get_board (TrasGoalsPage *page)
{
  return tras_goal_tree_get_board (tras_goals_page_get_tree (page));
}

/* An open goal whose target to reach is not met, with a child below it or any. */
static TrasGoalStatus *
find_unmet (TrasGoalsPage *page)
{
  TrasGoalBoard *board = get_board (page);

  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];

      if (tras_goal_is_open (status->goal) && status->goal->open_actions > 0 &&
          tras_goal_status_find_unmet (status) != NULL)
        return status;
    }

  g_assert_not_reached ();
}

static void
set_part (gpointer draft)
{
  tras_form_dialog_set_part (fixture_get_form (), draft);
}

/* The words that stand beside the form. */
static gboolean
is_said (GtkWidget  *widget,
         const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_said (child, words))
        return TRUE;
    }

  return FALSE;
}

static void
assert_said (const char *words,
             gboolean    expected)
{
  g_test_message ("%s", words);
  g_assert_cmpint (is_said (GTK_WIDGET (fixture_get_form ()), words), ==, expected);
}

static GPtrArray *
read_of_goal (Fixture *fixture,
              GType    type,
              gint64   goal_id)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, "goal_id", TRAS_QUERY_EQ, goal_id);

  return fixture_read (fixture, query);
}

static gint64
get_mean_of_last (TrasIndicatorSeries *series)
{
  double sum = 0;

  for (gsize i = series->n - 8; i < series->n; i++)
    sum += series->values[i];

  return (gint64) round (sum / 8 * pow (10, (double) series->indicator->decimals));
}

/* A goal is asked for, says what is amiss as long as it is, and is written whole: goal, target,
 * first step and what that needs are one edit, and one undo takes them all away. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  Expected expected = { .page = page };
  g_autoptr (TrasGoal) goal = NULL;
  g_autoptr (TrasTarget) target = NULL;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasActionNeed) need = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  TrasIndicatorSeries *series;
  TrasGoalStatus *parent, *status;
  TrasFormDialog *form;
  gint64 id;

  tras_window_show_tab (fixture->window, "goals");
  wait_until (has_board, page);
  expected.n_goals = count_goals (page) + 1;
  parent = get_board (page)->goals->pdata[0];
  series = ((TrasTargetStatus *) parent->targets->pdata[0])->series;
  tras_page_activate_new (TRAS_PAGE (page));
  wait_until (fixture_has_form, NULL);
  form = fixture_get_form ();
  assert_said ("No target: nothing says when it is reached.", TRUE);
  assert_said ("No plan: nobody does anything about it.", TRUE);
  assert_said ("No owner: nobody answers for it.", TRUE);

  /* Without a name nothing is written, and what is there stays. */
  fixture_save_form ();
  g_assert_true (fixture_get_form () == form);
  goal = tras_record_dup (tras_form_dialog_get_draft (form));
  g_assert_cmpint (goal->starts_on, ==, tras_day_from_iso (TODAY));
  g_assert_cmpint (goal->due_on, ==, tras_day_from_iso ("2026-12-31"));
  goal->title = g_strdup ("Fewer broken cups");
  goal->parent_id = TRAS_RECORD (parent->goal)->id;
  goal->owner_id = parent->goal->owner_id;
  goal->customer = "external";

  /* Where it starts from is proposed. */
  target = tras_record_dup (tras_form_dialog_get_part (form, TRAS_TYPE_TARGET));
  target->indicator_id = TRAS_RECORD (series->indicator)->id;
  set_part (target);
  tras_form_dialog_set_draft (form, goal);
  g_clear_object (&target);
  target = tras_record_dup (tras_form_dialog_get_part (form, TRAS_TYPE_TARGET));
  g_assert_cmpint ((gint64) round (target->baseline *
                                   pow (10, (double) series->indicator->decimals)),
                   ==, get_mean_of_last (series));

  /* The target without its value is refused at its field. */
  fixture_save_form ();
  g_assert_true (fixture_get_form () == form);
  target->value = target->baseline / 2;
  set_part (target);
  action = tras_record_dup (tras_form_dialog_get_part (form, TRAS_TYPE_ACTION));
  action->title = g_strdup ("Softer boxes");
  set_part (action);
  need = tras_record_dup (tras_form_dialog_get_part (form, TRAS_TYPE_ACTION_NEED));
  need->planned_money = 12000;
  set_part (need);
  tras_form_dialog_set_draft (form, goal);
  assert_said ("No target: nothing says when it is reached.", FALSE);
  assert_said ("No plan: nobody does anything about it.", FALSE);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  wait_until (has_goals, &expected);
  wait_until (shows_new_goal, &expected);

  id = tras_goals_page_get_selected_id (page);
  status = tras_goal_board_find (get_board (page), id);
  g_assert_cmpstr (status->goal->customer, ==, "external");
  g_assert_cmpint (status->goal->planned_money, ==, 12000);
  targets = read_of_goal (fixture, TRAS_TYPE_TARGET, id);
  g_assert_cmpuint (targets->len, ==, 1);
  g_assert_cmpint (TRAS_TARGET (targets->pdata[0])->to_on, ==, goal->due_on);
  actions = read_of_goal (fixture, TRAS_TYPE_ACTION, id);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpstr (TRAS_ACTION (actions->pdata[0])->title, ==, "Softer boxes");
  g_assert_cmpint (TRAS_ACTION (actions->pdata[0])->owner_id, ==, goal->owner_id);

  expected.n_goals--;
  tras_window_undo (GTK_WIDGET (page), 0);
  wait_until (has_goals, &expected);
  gone = read_of_goal (fixture, TRAS_TYPE_ACTION, id);
  g_assert_cmpuint (gone->len, ==, 0);
}

static gboolean
has_question (gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        {
          if (data != NULL)
            adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), data);
          return TRUE;
        }
    }

  return FALSE;
}

/* Whoever has typed nothing leaves at once; what was typed is not thrown away unasked. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  g_autoptr (TrasGoal) goal = NULL;

  tras_window_show_tab (fixture->window, "goals");
  wait_until (has_board, page);
  tras_page_activate_new (TRAS_PAGE (page));
  wait_until (fixture_has_form, NULL);
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
  g_assert_false (has_question (NULL));

  tras_page_activate_new (TRAS_PAGE (page));
  wait_until (fixture_has_form, NULL);
  goal = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  goal->title = g_strdup ("Half a thought");
  tras_form_dialog_set_draft (fixture_get_form (), goal);
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (has_question, NULL);
  g_assert_nonnull (fixture_get_form ());
  g_assert_true (has_question ((gpointer) "do"));
  wait_until (fixture_has_no_form, NULL);
}

static void
open_goal (Fixture *fixture,
           gint64   id)
{
  tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_GOAL, id);
  fixture_settle (fixture);
}

static gboolean
has_check_in (gpointer data)
{
  return is_said (data, "The second van is there");
}

/* What is said of a goal stands in its pane with the numbers of the day, as one edit. */
static void
test_check_in (Fixture       *fixture,
               gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  g_autoptr (TrasGoalCheck) draft = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autofree char *progress = NULL;
  TrasGoalStatus *status;
  GtkWidget *checks;
  gint64 id;

  tras_window_show_tab (fixture->window, "goals");
  wait_until (has_board, page);
  status = find_unmet (page);
  id = TRAS_RECORD (status->goal)->id;
  progress = tras_goal_words_dup_then (status->pace.progress, status->pace.progress);
  before = read_of_goal (fixture, TRAS_TYPE_GOAL_CHECK, id);
  open_goal (fixture, id);
  checks = fixture_find (GTK_WIDGET (page), TRAS_TYPE_GOAL_CHECKS);
  tras_goal_checks_add (TRAS_GOAL_CHECKS (checks));
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());

  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  draft->note = g_strdup ("The second van is there");
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  wait_until (has_check_in, checks);
  g_assert_true (is_said (checks, progress));
  found = read_of_goal (fixture, TRAS_TYPE_GOAL_CHECK, id);
  g_assert_cmpuint (found->len, ==, before->len + 1);

  tras_window_undo (GTK_WIDGET (page), 0);
  fixture_settle (fixture);
  undone = read_of_goal (fixture, TRAS_TYPE_GOAL_CHECK, id);
  g_assert_cmpuint (undone->len, ==, before->len);
}

/* The first choice of the form is how it ended. */
static void
choose_ending (guint ending)
{
  GtkWidget *choice = fixture_find (GTK_WIDGET (fixture_get_form ()), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), ending);
}

static void
type_lesson (const char *lesson)
{
  g_autoptr (TrasGoal) draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));

  g_free (draft->lesson);
  draft->lesson = g_strdup (lesson);
  tras_form_dialog_set_draft (fixture_get_form (), draft);
}

/* What is not reached cannot be called so, and nothing closes without a lesson. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  TrasGoalsPage *page = get_page (fixture);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *why = NULL;
  TrasGoalStatus *status;
  gint64 id;

  tras_window_show_tab (fixture->window, "goals");
  wait_until (has_board, page);
  status = find_unmet (page);
  id = TRAS_RECORD (status->goal)->id;
  why = tras_target_dup_unmet (tras_goal_status_find_unmet (status));
  tras_goal_close_form_open (GTK_WIDGET (page), tras_window_get_store (fixture->window),
                             get_board (page), id, NULL);
  wait_until (fixture_has_form, NULL);
  /* Its open actions are named. */
  assert_said ("Actions Still Open", TRUE);

  type_lesson ("we know now");
  choose_ending (0);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  assert_said (why, TRUE);

  choose_ending (1);
  type_lesson ("");
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());

  type_lesson ("we know now");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);
  rows = fixture_read (fixture, query);
  g_assert_cmpstr (TRAS_GOAL (rows->pdata[0])->state, ==, "missed");
  g_assert_cmpint (TRAS_GOAL (rows->pdata[0])->closed_on, ==, tras_day_from_iso (TODAY));
  g_assert_cmpint (TRAS_GOAL (rows->pdata[0])->open_actions, >, 0);
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
  fixture_add ("/goals/leave", test_leave);
  fixture_add ("/goals/check-in", test_check_in);
  fixture_add ("/goals/close", test_close);
  fixture_add ("/goals/show-record", test_show_record);
  fixture_add ("/goals/names", test_names);

  return fixture_run ();
}
