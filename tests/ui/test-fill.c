/* test-fill.c: a collector's numbers, one after the other, in the window on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-fill-view.h"
#include "tras-indicator.h"
#include "tras-indicators-page.h"
#include "tras-ui-fixture.h"
#include "tras-window.h"

#define TODAY "2026-11-22"

static GtkWidget *
find (GtkWidget  *widget,
      const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
get_label (GtkWidget  *widget,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (find (widget, id)));
}

typedef struct
{
  GtkWidget *page;
  const char *id;
  const char *text;
} Expected;

static const char *
get_shown (GtkWidget *view)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (view, "stack")));
}

static gboolean
is_on (gpointer data)
{
  return g_strcmp0 (get_shown (data), "blank") != 0;
}

static gboolean
says (gpointer data)
{
  const Expected *expected = data;

  return g_strcmp0 (get_label (expected->page, expected->id), expected->text) == 0;
}

#define wait_for(page, id, text) wait_until (says, (&(Expected) { page, id, text }))

static GtkWidget *
open_round (Fixture *fixture)
{
  GtkWidget *tab = tras_window_get_page (fixture->window, "indicators");
  GtkStack *stack = GTK_STACK (find (tab, "stack"));
  GtkWidget *view;

  tras_window_show_tab (fixture->window, "indicators");
  g_assert_true (gtk_widget_activate_action (tab, "indicators.fill", NULL));
  view = gtk_stack_get_visible_child (stack);
  g_assert_true (TRAS_IS_FILL_VIEW (view));
  wait_until (is_on, view);
  fixture_settle (fixture);

  return view;
}

static void
answer (GtkWidget  *view,
        const char *text)
{
  GtkWidget *entry = find (view, "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* Who it is is asked once; what is no number is told beside it; what is far from the usual is asked
 * twice; what is typed is in the file, and the round goes on from there. */
static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *view = open_round (fixture);
  GtkListBox *people = GTK_LIST_BOX (find (view, "people"));
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *who = NULL;
  g_autofree char *name = NULL;
  guint n, n_before = 0, n_found = 0;

  records = fixture_read (fixture, query);
  for (guint i = 0; i < records->len; i++)
    n_before += ((TrasMeasurement *) records->pdata[i])->value == 4.1;
  g_clear_pointer (&records, g_ptr_array_unref);
  g_assert_cmpstr (get_shown (view), ==, "people");
  n = tras_fill_view_get_open (TRAS_FILL_VIEW (view));
  g_assert_cmpuint (n, >, 1);
  fixture_assert_named (view);
  g_signal_emit_by_name (people, "row-activated", gtk_list_box_get_row_at_index (people, 0));
  g_assert_cmpstr (get_shown (view), ==, "card");
  who = g_settings_get_string (settings, "who");
  g_assert_cmpstr (who, ==, get_label (view, "who_label"));
  g_assert_cmpstr (get_label (view, "progress_label"), ==, "2 of 4");
  name = g_strdup (get_label (view, "period"));
  fixture_assert_named (view);

  answer (view, "");
  g_assert_cmpstr (get_label (view, "message"), !=, "");
  answer (view, "four");
  g_assert_cmpstr (get_label (view, "period"), ==, name);
  g_assert_nonnull (strstr (get_label (view, "message"), "not a number"));
  answer (view, "99");
  g_assert_nonnull (strstr (get_label (view, "message"), "far from the usual"));
  answer (view, "4.1");
  g_assert_cmpstr (get_label (view, "progress_label"), ==, "3 of 4");
  g_assert_cmpstr (get_label (view, "message"), ==, "");
  g_assert_cmpstr (get_label (view, "period"), !=, name);

  /* It is left, and goes on where it was, without asking who it is. */
  g_signal_emit_by_name (view, "leave");
  fixture_settle (fixture);
  view = open_round (fixture);
  g_assert_cmpstr (get_shown (view), ==, "card");
  wait_for (view, "progress_label", "3 of 4");
  records = fixture_read (fixture, query);
  for (guint i = 0; i < records->len; i++)
    n_found += ((TrasMeasurement *) records->pdata[i])->value == 4.1;
  g_assert_cmpuint (n_found, ==, n_before + 1);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/fill/round", test_round);

  return fixture_run ();
}
