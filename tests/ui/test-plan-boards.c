/* test-plan-boards.c: load and money in the tab Plans, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-action.h"
#include "tras-load-view.h"
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
  g_assert_nonnull (strstr (tras_load_view_get_words (view), "over-booked by"));
  g_assert_true (g_str_has_prefix (tras_load_view_get_words (view), row->person->name));
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

  return g_strcmp0 (tras_load_view_get_words (pair[0]), pair[1]) != 0;
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
  words = g_strdup (tras_load_view_get_words (view));
  action->state = "done";
  action->closed_on = tras_day_today ();
  tras_edit_update (edit, action);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
  wait_until (is_other, ((gpointer[]) { view, words }));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/plan-boards/load/walk", test_walk);
  fixture_add ("/plan-boards/load/change", test_change);

  return fixture_run ();
}
