/* test-hour-costs.c: what an hour of work costs, at the desk of somebody to whom it is not shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-attendance-form.h"
#include "tras-field-editor.h"
#include "tras-firm-window.h"
#include "tras-firm.h"
#include "tras-person.h"
#include "tras-post-form.h"
#include "tras-text-row.h"
#include "tras-training-figures.h"
#include "tras-training.h"

#define NOTHING "–"

static TrasStore *
get_store (Fixture *fixture)
{
  return tras_window_get_store (fixture->window);
}

static TrasFirm *
read_firm (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_FIRM);
  g_autoptr (GPtrArray) firms = fixture_read (fixture, query);

  g_assert_cmpuint (firms->len, ==, 1);

  return g_object_ref (firms->pdata[0]);
}

static void
show_to (Fixture    *fixture,
         const char *readers)
{
  g_autoptr (TrasFirm) firm = read_firm (fixture);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Readers");

  firm->hour_cost_readers = g_strdup (readers);
  tras_edit_update (edit, firm);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
  fixture_settle (fixture);
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

/* The oldest post whose cost is known. */
static TrasPost *
read_post (Fixture *fixture,
           gint64   id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_POST);
  g_autoptr (GPtrArray) posts = NULL;

  if (id != 0)
    tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);
  else
    tras_query_where_int (query, "hour_cost", TRAS_QUERY_GT, 0);
  posts = fixture_read (fixture, query);
  g_assert_cmpuint (posts->len, >, 0);

  return g_object_ref (posts->pdata[0]);
}

static void
open_post (Fixture  *fixture,
           TrasPost *post)
{
  tras_post_form_change (GTK_WIDGET (fixture->window), get_store (fixture), post);
  wait_until (fixture_has_form, NULL);
  fixture_settle (fixture);
}

static void
close_form (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
}

/* Who does not see the cost changes a post, and the cost stays. */
static void
test_post (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasPost) post = read_post (fixture, 0);
  g_autoptr (TrasPost) changed = NULL;
  g_autoptr (TrasPost) draft = NULL;

  open_post (fixture, post);
  g_assert_nonnull (tras_form_dialog_get_field (fixture_get_form (), "hour_cost"));
  close_form (fixture);

  show_to (fixture, "Somebody else");
  open_post (fixture, post);
  g_assert_null (tras_form_dialog_get_field (fixture_get_form (), "hour_cost"));
  draft = TRAS_POST (tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ())));
  draft->week_minutes -= 60;
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  changed = read_post (fixture, TRAS_RECORD (post)->id);
  g_assert_cmpint (changed->week_minutes, ==, post->week_minutes - 60);
  g_assert_cmpint (changed->hour_cost, ==, post->hour_cost);
  undo (fixture);

  /* It is the same file at the desk of another. */
  tras_store_set_author (get_store (fixture), "somebody ELSE");
  open_post (fixture, post);
  g_assert_nonnull (tras_form_dialog_get_field (fixture_get_form (), "hour_cost"));
  close_form (fixture);
  tras_store_set_author (get_store (fixture), NULL);
  undo (fixture);
}

static char *
dup_figure (int row)
{
  GtkWidget *figures = fixture_find (GTK_WIDGET (fixture_get_form ()), TRAS_TYPE_TRAINING_FIGURES);
  GtkGrid *grid = GTK_GRID (gtk_widget_get_first_child (figures));

  return g_strdup (gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (grid, 1, row))));
}

/* Hours, fee, paid time, cost, cost a head, and what empty seats cost of the fee. */
static void
assert_figures (Fixture    *fixture,
                gint64      session,
                const char *expected)
{
  tras_attendance_form_present (GTK_WIDGET (fixture->window), get_store (fixture), session);
  wait_until (fixture_has_form, NULL);
  fixture_settle (fixture);
  for (int row = 0; expected[row] != '\0'; row++)
    {
      g_autofree char *text = dup_figure (row);

      g_assert_cmpint (!g_str_equal (text, NOTHING), ==, expected[row] == 'x');
    }
  close_form (fixture);
}

/* What would tell the cost of an hour goes with it, and the fee stays. */
static void
test_training (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (GPtrArray) sessions = NULL;
  gint64 id;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "held");
  sessions = fixture_read (fixture, query);
  g_assert_cmpuint (sessions->len, >, 0);
  id = TRAS_RECORD (sessions->pdata[0])->id;

  assert_figures (fixture, id, "xxxxxx");
  show_to (fixture, "Somebody else");
  assert_figures (fixture, id, "xx---x");
  undo (fixture);
}

/* Who names others and not themselves is told so, and nothing is stored. */
static void
test_oneself (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (tras_firm_window_new (fixture->window));
  GtkWidget *row, *view;
  GtkTextBuffer *buffer;
  g_autoptr (TrasFirm) before = NULL;
  g_autoptr (TrasFirm) after = NULL;
  g_autofree char *both = g_strdup_printf ("Somebody else\n%s",
                                           tras_store_get_author (get_store (fixture)));

  gtk_window_present (GTK_WINDOW (window));
  fixture_settle (fixture);
  row = fixture_find (window, TRAS_TYPE_TEXT_ROW);
  view = fixture_find (row, GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, "Somebody else", -1);
  tras_field_editor_commit (TRAS_FIELD_EDITOR (row));
  fixture_settle (fixture);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  before = read_firm (fixture);
  g_assert_null (before->hour_cost_readers);

  gtk_text_buffer_set_text (buffer, both, -1);
  tras_field_editor_commit (TRAS_FIELD_EDITOR (row));
  fixture_settle (fixture);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  after = read_firm (fixture);
  g_assert_cmpstr (after->hour_cost_readers, ==, both);
  gtk_window_close (GTK_WINDOW (window));
  undo (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/hour-costs/post", test_post);
  fixture_add ("/hour-costs/training", test_training);
  fixture_add ("/hour-costs/oneself", test_oneself);

  return fixture_run ();
}
