/* test-plan-boards.c: load and money in the tab Plans, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-action.h"
#include "tras-load-view.h"
#include "tras-money-board.h"
#include "tras-money-page.h"
#include "tras-money-strip.h"
#include "tras-plan-template-forms.h"
#include "tras-plan-templates.h"
#include "tras-plans-page.h"

#define TODAY "2026-11-20"

/* ---- load ---- */

static gboolean
has_rows (gpointer data)
{
  return data != NULL && tras_load_view_get_cursor (data, NULL) != NULL;
}

/* The list of a name, in front. */
static GtkWidget *
show_list (Fixture    *fixture,
           const char *name)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");

  tras_window_show_tab (fixture->window, "plans");
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_template_child (page, TRAS_TYPE_PLANS_PAGE, "lists")), name);

  return page;
}

static TrasLoadView *
show_load (Fixture *fixture)
{
  GtkWidget *page = show_list (fixture, "load");
  TrasLoadView *view = TRAS_LOAD_VIEW (fixture_find (page, TRAS_TYPE_LOAD_VIEW));

  wait_until (has_rows, view);
  fixture_settle (fixture);

  return view;
}

static void
press (gpointer view,
       guint    key)
{
  fixture_press (view, key, 0);
}

/* The first person and week with too much, by keys alone; the actions below make up the cell. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  TrasLoadView *view = show_load (fixture);
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  TrasLoadRow *row;
  const char *words;
  guint week, before;

  press (view, GDK_KEY_Home);
  row = tras_load_view_get_cursor (view, &week);
  g_assert_cmpuint (week, ==, TRAS_LOAD_ALL_WEEKS);
  while (row->n_over == 0)
    {
      TrasLoadRow *last = row;

      press (view, GDK_KEY_Down);
      row = tras_load_view_get_cursor (view, NULL);
      g_assert_true (row != last);
    }
  for (before = week; before == TRAS_LOAD_ALL_WEEKS || !tras_load_row_is_over (row, before);
       before = week)
    {
      press (view, GDK_KEY_Right);
      g_assert_true (tras_load_view_get_cursor (view, &week) == row);
      g_assert_cmpuint (week, !=, before);
    }
  words = tras_grid_view_get_words (TRAS_GRID_VIEW (view));
  g_assert_nonnull (strstr (words, "over-booked by"));
  g_assert_true (g_str_has_prefix (words, row->person->name));
  fixture_assert_named (page);

  /* Nothing lies beyond the first line and the name. */
  press (view, GDK_KEY_Home);
  press (view, GDK_KEY_Left);
  tras_load_view_get_cursor (view, &week);
  g_assert_cmpuint (week, ==, TRAS_LOAD_ALL_WEEKS);
}

static gboolean
is_other (gpointer data)
{
  gpointer *pair = data;

  return g_strcmp0 (tras_grid_view_get_words (TRAS_GRID_VIEW (pair[0])), pair[1]) != 0;
}

/* An action that is done leaves the load at once. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  TrasLoadView *view = show_load (fixture);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Done");
  g_autoptr (TrasAction) action = NULL;
  g_autofree char *words = NULL;
  TrasLoadRow *row;

  press (view, GDK_KEY_Home);
  row = tras_load_view_get_cursor (view, NULL);
  g_assert_cmpuint (row->actions->len, >, 0);
  action = tras_record_dup (row->actions->pdata[0]);
  words = g_strdup (tras_grid_view_get_words (TRAS_GRID_VIEW (view)));
  action->state = "done";
  action->closed_on = tras_day_today ();
  tras_edit_update (edit, action);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
  wait_until (is_other, ((gpointer[]) { view, words }));
}

/* ---- templates ---- */

static guint
count_actions (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) actions = fixture_read (fixture, query);

  return actions->len;
}

/* The choice between the first day and the last: the only one of two. */
static GtkDropDown *
find_counted (GtkWidget *widget)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

      return GTK_IS_STRING_LIST (model) && g_list_model_get_n_items (model) == 2
               ? GTK_DROP_DOWN (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_counted (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A plan comes and goes as one edit; without a goal it does not come. */
static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  TrasStore *store = tras_window_get_store (fixture->window);
  g_autoptr (TrasAction) draft = NULL;
  GtkWidget *page = show_list (fixture, "actions");
  GtkDropDown *counted;
  guint n_before;

  fixture_settle (fixture);
  n_before = count_actions (fixture);
  tras_plan_template_forms_new (page, store, 0);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));

  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  draft->goal_id = 1;
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  /* By today it cannot be done; from today on it can. */
  counted = find_counted (GTK_WIDGET (fixture_get_form ()));
  gtk_drop_down_set_selected (counted, 1);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  gtk_drop_down_set_selected (counted, 0);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  g_assert_cmpuint (count_actions (fixture), ==,
                    n_before + tras_plan_templates_get (0)->n_steps);

  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
  g_assert_cmpuint (count_actions (fixture), ==, n_before);
}

/* ---- money ---- */

static GtkSelectionModel *
get_rows (GtkWidget *page)
{
  GtkWidget *table = fixture_find (page, GTK_TYPE_COLUMN_VIEW);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (table));
}

static gboolean
has_money (gpointer data)
{
  GtkWidget *page = fixture_find (data, TRAS_TYPE_MONEY_PAGE);

  return page != NULL && g_list_model_get_n_items (G_LIST_MODEL (get_rows (page))) > 0;
}

static const char *
get_total (GtkWidget *page)
{
  GtkWidget *strip = fixture_find (page, TRAS_TYPE_MONEY_STRIP);

  return gtk_label_get_label (GTK_LABEL (fixture_find (strip, GTK_TYPE_LABEL)));
}

static GtkDropDown *
get_choice (GtkWidget  *page,
            const char *name)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (page, TRAS_TYPE_MONEY_PAGE, name));
}

/* The total says what the actions say, however they are put together; investment is less. */
static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) actions = fixture_read (fixture, query);
  TrasStore *store = tras_window_get_store (fixture->window);
  g_autofree char *words = NULL;
  TrasMoney whole = { 0 };
  GtkWidget *plans = show_list (fixture, "money");
  GtkWidget *page;

  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      whole.planned += action->planned_money;
      whole.committed += action->committed_money;
      whole.spent += action->spent_money;
    }
  words = tras_money_dup_words (&whole, tras_store_get_currency (store),
                                tras_number_format_get_default ());
  wait_until (has_money, plans);
  fixture_settle (fixture);
  page = fixture_find (plans, TRAS_TYPE_MONEY_PAGE);
  fixture_assert_named (page);
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    {
      gtk_drop_down_set_selected (get_choice (page, "grouping"), i);
      g_assert_true (g_str_has_prefix (words, get_total (page)));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (page))), >, 1);
    }
  gtk_drop_down_set_selected (get_choice (page, "sort"), 2);
  g_assert_false (g_str_has_prefix (words, get_total (page)));
}

static gboolean
is_goal_shown (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* Return on a goal's money leads to the goal. */
static void
test_open_goal (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *plans = show_list (fixture, "money");
  GtkWidget *page;

  wait_until (has_money, plans);
  page = fixture_find (plans, TRAS_TYPE_MONEY_PAGE);
  g_signal_emit_by_name (fixture_find (page, GTK_TYPE_COLUMN_VIEW), "activate", 0);
  wait_until (is_goal_shown, tras_window_get_page (fixture->window, "goals"));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/plan-boards/load/walk", test_walk);
  fixture_add ("/plan-boards/load/change", test_change);
  fixture_add ("/plan-boards/money/totals", test_money);
  fixture_add ("/plan-boards/money/goal", test_open_goal);
  fixture_add ("/plan-boards/template", test_template);

  return fixture_run ();
}
