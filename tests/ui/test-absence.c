/* test-absence.c: absences of a month, by keyboard, and who leads what, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include <string.h>

#include "tras-absence-view.h"
#include "tras-leave-form.h"
#include "tras-org-view.h"
#include "tras-staff-page.h"

#define TODAY "2026-11-20"

static GtkWidget *
show_page (Fixture    *fixture,
           const char *name)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "staff");
  GtkWidget *inner;

  tras_window_show_tab (fixture->window, "staff");
  inner = fixture_find (page, g_str_equal (name, "absence") ? TRAS_TYPE_ABSENCE_VIEW
                                                            : TRAS_TYPE_ORG_VIEW);
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_ancestor (gtk_widget_get_ancestor (inner, ADW_TYPE_BIN),
                                        GTK_TYPE_STACK)), name);

  return inner;
}

static gboolean
has_days (gpointer view)
{
  TrasDay from, to;

  return tras_absence_view_get_row (view) != NULL &&
         tras_absence_view_get_days (view, &from, &to);
}

static TrasAbsenceView *
show_absences (Fixture *fixture)
{
  TrasAbsenceView *view = TRAS_ABSENCE_VIEW (show_page (fixture, "absence"));

  wait_until (has_days, view);
  fixture_settle (fixture);

  return view;
}

static gint64
count_absences (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ABSENCE);
  g_autoptr (GPtrArray) absences = fixture_read (fixture, query);

  return absences->len;
}

static void
press_save (void)
{
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture_get_form ())));
}

/* Today is a Friday: four days are marked, two of them are worked. One edit writes them, Delete
 * takes them away, and undo gives them back. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  TrasAbsenceView *view = show_absences (fixture);
  gint64 n = count_absences (fixture);
  g_autoptr (TrasQuery) kinds = tras_query_new (TRAS_TYPE_ABSENCE_KIND);
  g_autoptr (GPtrArray) all_kinds = fixture_read (fixture, kinds);
  g_autoptr (TrasAbsence) draft = NULL;
  TrasAbsenceRow *row = tras_absence_view_get_row (view);
  TrasAbsence *written;
  TrasDay from, to;

  g_assert_true (tras_absence_view_get_days (view, &from, &to));
  g_assert_cmpint (from, ==, tras_day_from_iso (TODAY));
  g_assert_null (tras_absence_row_find (row, from, from + 3));
  for (guint i = 0; i < 3; i++)
    fixture_press (view, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (tras_absence_view_get_days (view, &from, &to));
  g_assert_cmpint (to, ==, from + 3);
  g_assert_nonnull (strstr (tras_grid_view_get_words (TRAS_GRID_VIEW (view)), "16 working hours"));

  fixture_press (view, GDK_KEY_Return, 0);
  wait_until (fixture_has_form, NULL);
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  g_assert_cmpint (draft->person_id, ==, TRAS_RECORD (row->person)->id);
  g_assert_cmpint (draft->from_on, ==, from);
  g_assert_cmpint (draft->to_on, ==, to);
  g_assert_cmpint (draft->minutes, ==, 2 * 480);

  /* Without a kind nothing is written. */
  press_save ();
  g_assert_nonnull (fixture_get_form ());
  draft->kind_id = TRAS_RECORD (all_kinds->pdata[0])->id;
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  press_save ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  g_assert_cmpint (count_absences (fixture), ==, n + 1);
  written = tras_absence_row_find (tras_absence_view_get_row (view), from, to);
  g_assert_nonnull (written);
  g_assert_cmpint (written->minutes, ==, 2 * 480);

  fixture_press (view, GDK_KEY_Delete, 0);
  fixture_settle (fixture);
  g_assert_cmpint (count_absences (fixture), ==, n);
  tras_window_undo (GTK_WIDGET (view), 0);
  fixture_settle (fixture);
  g_assert_cmpint (count_absences (fixture), ==, n + 1);
}

/* The hours follow the days until somebody types others. */
static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  TrasAbsenceView *view = show_absences (fixture);
  TrasAbsence *draft;
  g_autoptr (TrasAbsence) longer = NULL;
  g_autoptr (TrasAbsence) half = NULL;

  fixture_press (view, GDK_KEY_Return, 0);
  wait_until (fixture_has_form, NULL);
  longer = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  g_assert_cmpint (longer->minutes, ==, 480);
  longer->to_on += 3;
  tras_form_dialog_set_draft (fixture_get_form (), longer);
  draft = tras_form_dialog_get_draft (fixture_get_form ());
  g_assert_cmpint (draft->minutes, ==, 2 * 480);

  half = tras_record_dup (draft);
  half->minutes = 240;
  tras_form_dialog_set_draft (fixture_get_form (), half);
  half->to_on += 1;
  tras_form_dialog_set_draft (fixture_get_form (), half);
  draft = tras_form_dialog_get_draft (fixture_get_form ());
  g_assert_cmpint (draft->minutes, ==, 240);
  gtk_window_destroy (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
}

static gboolean
is_october (gpointer view)
{
  TrasDay from, to;

  return tras_absence_view_get_days (view, &from, &to) && from < tras_day_from_iso ("2026-11-01");
}

static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  TrasAbsenceView *view = show_absences (fixture);
  TrasDay from, to;

  gtk_widget_activate_action (GTK_WIDGET (view), "absence.before", NULL);
  wait_until (is_october, view);
  g_assert_true (tras_absence_view_get_days (view, &from, &to));
  g_assert_cmpint (from, >=, tras_day_from_iso ("2026-10-01"));
  /* Home and End stay within the month. */
  fixture_press (view, GDK_KEY_End, 0);
  g_assert_true (tras_absence_view_get_days (view, &from, &to));
  g_assert_cmpint (to, ==, tras_day_from_iso ("2026-10-31"));
  fixture_press (view, GDK_KEY_Home, GDK_SHIFT_MASK);
  g_assert_true (tras_absence_view_get_days (view, &from, &to));
  g_assert_cmpint (from, ==, tras_day_from_iso ("2026-10-01"));
  g_assert_cmpint (to, ==, tras_day_from_iso ("2026-10-31"));
}

/* ---- leaving ---- */

static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  TrasAbsenceView *view = show_absences (fixture);
  gint64 id = TRAS_RECORD (tras_absence_view_get_row (view)->person)->id;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_POST);
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (TrasPerson) draft = NULL;

  tras_leave_form_present (GTK_WIDGET (view), tras_window_get_store (fixture->window), id);
  wait_until (fixture_has_form, NULL);

  /* Not without a reason. */
  press_save ();
  g_assert_nonnull (fixture_get_form ());
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  g_assert_cmpint (draft->left_on, ==, tras_day_from_iso (TODAY));
  draft->left_why = g_intern_static_string ("retired");
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  press_save ();
  wait_until (fixture_has_no_form, NULL);

  tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, id);
  posts = fixture_read (fixture, query);
  g_assert_cmpuint (posts->len, >, 0);
  for (guint i = 0; i < posts->len; i++)
    {
      g_assert_cmpint (TRAS_POST (posts->pdata[i])->to_on, !=, TRAS_DAY_NONE);
      g_assert_cmpint (TRAS_POST (posts->pdata[i])->to_on, <=, tras_day_from_iso (TODAY));
    }
}

/* ---- the organization ---- */

static gboolean
has_areas (gpointer view)
{
  return tras_org_view_get_selected (view) != 0;
}

static void
test_organization (Fixture       *fixture,
                   gconstpointer  data)
{
  TrasOrgView *view = TRAS_ORG_VIEW (show_page (fixture, "organization"));
  g_autoptr (TrasOrgChart) chart = NULL;
  guint n_led = 0;
  gint64 first;

  wait_until (has_areas, view);
  fixture_settle (fixture);
  chart = tras_org_view_new_chart (view, 900);
  for (guint i = 0; i < tras_org_chart_get_n (chart); i++)
    n_led += tras_org_chart_get (chart, i)->has_head;
  g_assert_cmpuint (tras_org_chart_get_n (chart), ==, 8);
  g_assert_cmpuint (n_led, ==, 8);

  first = tras_org_view_get_selected (view);
  fixture_press (view, GDK_KEY_Down, 0);
  g_assert_cmpint (tras_org_view_get_selected (view), !=, first);
  fixture_press (view, GDK_KEY_plus, 0);
  fixture_press (view, GDK_KEY_Up, 0);
  g_assert_cmpint (tras_org_view_get_selected (view), ==, first);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/absence/write", test_write);
  fixture_add ("/absence/hours", test_hours);
  fixture_add ("/absence/months", test_months);
  fixture_add ("/absence/leave", test_leave);
  fixture_add ("/absence/organization", test_organization);

  return fixture_run ();
}
