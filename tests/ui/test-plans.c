/* test-plans.c: the tab Plans on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-action-forms.h"
#include "tras-action-words.h"
#include "tras-decision.h"
#include "tras-experiment.h"
#include "tras-form-dialog.h"
#include "tras-plans-page.h"

#define TODAY "2026-11-21"

static TrasAction *
read_action (Fixture *fixture,
             gint64   id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);
  records = fixture_read (fixture, query);

  return records->len > 0 ? g_object_ref (records->pdata[0]) : NULL;
}

/* An open action that was never moved. */
static TrasAction *
find_action (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
  tras_query_where_int (query, "moved", TRAS_QUERY_EQ, 0);
  records = fixture_read (fixture, query);
  g_assert_cmpuint (records->len, >, 0);

  return g_object_ref (records->pdata[0]);
}

static gboolean
is_late (gpointer data)
{
  return tras_page_get_attention (data) > 0;
}

/* The number on the tab is that of the late actions, of the decisions to look at again and of the
 * experiments past their stop date. */
static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) decisions = tras_query_new (TRAS_TYPE_DECISION);
  g_autoptr (TrasQuery) experiments = tras_query_new (TRAS_TYPE_EXPERIMENT);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) revisits = NULL;
  g_autoptr (GPtrArray) stopped = NULL;
  TrasDay today = tras_day_today ();
  guint n_late = 0;

  wait_until (is_late, page);
  records = fixture_read (fixture, query);
  for (guint i = 0; i < records->len; i++)
    n_late += tras_action_words_is_late (records->pdata[i], today);
  tras_query_where_null (decisions, "replaced_by", TRUE);
  tras_query_where_date (decisions, "revisit_on", TRAS_QUERY_LE, today);
  revisits = fixture_read (fixture, decisions);
  tras_query_where_null (experiments, "closed_on", TRUE);
  tras_query_where_date (experiments, "stop_on", TRAS_QUERY_LT, today);
  stopped = fixture_read (fixture, experiments);
  g_assert_cmpuint (revisits->len, >, 0);
  g_assert_cmpuint (stopped->len, >, 0);
  g_assert_cmpuint (tras_page_get_attention (TRAS_PAGE (page)), ==,
                    n_late + revisits->len + stopped->len);
}

/* A date moves with a reason, is counted, and undo gives back both. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  TrasStore *store = tras_window_get_store (fixture->window);
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (TrasAction) draft = NULL;
  g_autoptr (TrasAction) moved = NULL;
  g_autoptr (TrasAction) undone = NULL;
  gint64 id = TRAS_RECORD (action)->id;

  tras_window_show_tab (fixture->window, "plans");
  tras_action_forms_move (page, store, action);
  wait_until (fixture_has_form, NULL);
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  draft->due_on += 7;
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());

  g_free (draft->moved_why);
  draft->moved_why = g_strdup ("The carrier is on strike");
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);

  moved = read_action (fixture, id);
  g_assert_cmpint (moved->due_on, ==, action->due_on + 7);
  g_assert_cmpint (moved->first_due_on, ==, action->due_on);
  g_assert_cmpint (moved->moved, ==, 1);
  g_assert_cmpstr (moved->moved_why, ==, "The carrier is on strike");

  tras_window_undo (page, 0);
  fixture_settle (fixture);
  undone = read_action (fixture, id);
  g_assert_cmpint (undone->due_on, ==, action->due_on);
  g_assert_cmpint (undone->moved, ==, 0);
}

/* Nothing is dropped without a reason; what is done is done wholly and today. */
static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  TrasStore *store = tras_window_get_store (fixture->window);
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (TrasAction) done = NULL;

  tras_window_show_tab (fixture->window, "plans");
  tras_action_forms_end (page, store, action, TRAS_ACTION_DROPPED);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);

  tras_action_forms_end (page, store, action, TRAS_ACTION_DONE);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  done = read_action (fixture, TRAS_RECORD (action)->id);
  g_assert_cmpstr (done->state, ==, "done");
  g_assert_cmpint (done->progress, ==, 100);
  g_assert_cmpint (done->closed_on, ==, tras_day_from_iso (TODAY));
}

static void
save_after (Fixture    *fixture,
            TrasAction *action,
            gint64      after_id)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  g_autoptr (TrasActionAfter) draft = NULL;

  tras_action_forms_add_after (page, tras_window_get_store (fixture->window), action);
  wait_until (fixture_has_form, NULL);
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  draft->after_id = after_id;
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  fixture_save_form ();
}

static gboolean
says_why (gpointer data)
{
  GtkWidget *trouble = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture_get_form ()),
                                                                  TRAS_TYPE_FORM_DIALOG,
                                                                  "trouble"));

  return gtk_widget_get_visible (trouble) && *gtk_label_get_label (GTK_LABEL (trouble)) != '\0';
}

/* Actions that wait for each other would never begin. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasAction) a = find_action (fixture);
  g_autoptr (TrasAction) b = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) records = NULL;

  tras_window_show_tab (fixture->window, "plans");
  tras_query_where_int (query, "id", TRAS_QUERY_NE, TRAS_RECORD (a)->id);
  tras_query_where_int (query, "waits_for", TRAS_QUERY_EQ, 0);
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
  records = fixture_read (fixture, query);
  b = g_object_ref (records->pdata[records->len - 1]);

  save_after (fixture, a, TRAS_RECORD (b)->id);
  wait_until (fixture_has_no_form, NULL);
  save_after (fixture, b, TRAS_RECORD (a)->id);
  wait_until (says_why, NULL);
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  g_autoptr (TrasAction) action = find_action (fixture);

  tras_window_show_tab (fixture->window, "plans");
  tras_window_show_record (page, TRAS_TYPE_ACTION, TRAS_RECORD (action)->id);
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_words (void)
{
  TrasDay today = tras_day_from_iso (TODAY);
  static const struct
  {
    int days;
    const char *state;
    const char *words;
  } cases[] = {
    { -3, "open", "3 days late" },
    { -1, "open", "1 day late" },
    { 0, "open", "Due today" },
    { 1, "open", "Due tomorrow" },
    { 5, "open", "Due in 5 days" },
    { -2, "blocked", "Blocked, 2 days late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrasAction) action = tras_action_new ();
      g_autofree char *words = NULL;

      action->due_on = today + cases[i].days;
      action->state = g_intern_string (cases[i].state);
      words = tras_action_words_dup_state (action, today);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (tras_action_words_is_late (action, today), ==, cases[i].days < 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  g_test_add_func ("/plans/words", test_words);
  fixture_add ("/plans/attention", test_attention);
  fixture_add ("/plans/move", test_move);
  fixture_add ("/plans/end", test_end);
  fixture_add ("/plans/circle", test_circle);
  fixture_add ("/plans/names", test_names);

  return fixture_run ();
}
