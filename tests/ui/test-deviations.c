/* test-deviations.c: the list of deviations and their page, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-action-forms.h"
#include "tras-deviation-detail.h"
#include "tras-deviation-forms.h"
#include "tras-deviation-words.h"
#include "tras-form-dialog.h"
#include "tras-person.h"
#include "tras-similar-list.h"

#define TODAY "2026-11-21"

/* ---- words ---- */

static TrasDeviation *
make (const char *state,
      const char *origin)
{
  TrasDeviation *deviation = tras_deviation_new ();

  deviation->state = g_intern_string (state);
  deviation->origin = g_intern_string (origin);

  return deviation;
}

static void
test_words (void)
{
  TrasDay today = tras_day_from_iso (TODAY);
  const struct
  {
    const char *state;
    TrasDay check_on;
    gint64 open_actions;
    const char *words;
  } cases[] = {
    { "open", TRAS_DAY_NONE, 0, "Next: what caused it?" },
    { "acting", today + 1, 1, "Acting: 2 of 3 actions are finished" },
    { "acting", today, 1, "To be checked today: was it effective?" },
    { "checking", today - 1, 0, "To be checked since" },
    { "checking", today + 1, 0, "Everything is done. To be checked on" },
    { "checking", TRAS_DAY_NONE, 0, "Everything is done. Say when" },
    { "reopened", TRAS_DAY_NONE, 0, "Reopened" },
    { "closed", today - 1, 0, "Closed: what was done was not effective" },
  };
  g_autoptr (TrasDeviation) risk = make ("open", "risk");
  g_autofree char *next = tras_deviation_words_dup_next (risk, today);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrasDeviation) deviation = make (cases[i].state, "person");
      g_autofree char *words = NULL;

      deviation->check_on = cases[i].check_on;
      deviation->actions = 3;
      deviation->open_actions = cases[i].open_actions;
      words = tras_deviation_words_dup_next (deviation, today);
      g_assert_true (g_str_has_prefix (words, cases[i].words));
    }

  g_assert_cmpstr (next, ==, "Next: what could cause it?");
  g_assert_cmpstr (tras_deviation_words_get_title (risk, "effect"), ==, "Effect if it did");
}

/* ---- with a window ---- */

static TrasDeviation *
read_deviation (Fixture *fixture,
                gint64   id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);
  records = fixture_read (fixture, query);
  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (records->pdata[0]);
}

/* The first deviation of a state. */
static TrasDeviation *
find_deviation (Fixture    *fixture,
                const char *state)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, state);
  tras_query_order (query, "opened_on", FALSE);
  records = fixture_read (fixture, query);
  g_assert_cmpuint (records->len, >, 0);

  return g_object_ref (records->pdata[0]);
}

static TrasDetail *
get_detail (Fixture *fixture)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "indicators");

  return TRAS_DETAIL (fixture_find (page, TRAS_TYPE_DEVIATION_DETAIL));
}

typedef struct
{
  Fixture *fixture;
  gint64 id;
  const char *state;
} Wanted;

static gboolean
shows (gpointer data)
{
  Wanted *wanted = data;
  TrasDetail *detail = get_detail (wanted->fixture);
  TrasDeviation *record = detail != NULL ? tras_detail_get_record (detail) : NULL;

  return record != NULL && TRAS_RECORD (record)->id == wanted->id &&
         (wanted->state == NULL || g_str_equal (record->state, wanted->state));
}

static void
show (Fixture *fixture,
      gint64   id)
{
  Wanted wanted = { fixture, id, NULL };

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_DEVIATION, id));
  wait_until (shows, &wanted);
}

static GtkWidget *
get_child (Fixture    *fixture,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_detail (fixture)),
                                                    TRAS_TYPE_DEVIATION_DETAIL, name));
}

static void
apply (Fixture  *fixture,
       gpointer  record,
       gboolean  inserts)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("test");

  if (inserts)
    tras_edit_insert (edit, record);
  else
    tras_edit_update (edit, record);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_NO_TOAST, NULL, NULL);
  fixture_settle (fixture);
}

/* From open to closed and open again; each step follows from what is there. */
static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  TrasStore *store = tras_window_get_store (fixture->window);
  g_autoptr (TrasDeviation) deviation = tras_deviation_new ();
  g_autoptr (TrasDeviation) checking = NULL;
  g_autoptr (TrasDeviation) closed = NULL;
  g_autoptr (TrasDeviation) reopened = NULL;
  g_autoptr (TrasDeviation) draft = NULL;
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) persons = fixture_read (fixture, people);
  Wanted wanted = { fixture, 0, "acting" };
  GtkWidget *button, *lacks;

  deviation->fact = g_strdup ("A door does not shut");
  deviation->origin = g_intern_string ("person");
  deviation->area_id = 1;
  deviation->owner_id = TRAS_RECORD (persons->pdata[0])->id;
  deviation->opened_on = tras_day_today ();
  apply (fixture, deviation, TRUE);
  wanted.id = TRAS_RECORD (deviation)->id;
  show (fixture, wanted.id);
  button = get_child (fixture, "close_button");
  lacks = get_child (fixture, "lacks");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_mapped (get_child (fixture, "lacks_group")));
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (lacks), 2));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (lacks), 3));

  /* What is missing leads to where it is filled in. */
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (lacks), 0)));
  g_assert_true (gtk_widget_is_ancestor (
    gtk_root_get_focus (GTK_ROOT (fixture->window)), get_child (fixture, "cause")));

  action->title = g_strdup ("Mend it");
  action->deviation_id = wanted.id;
  action->owner_id = deviation->owner_id;
  action->due_on = tras_day_today ();
  apply (fixture, action, TRUE);
  wait_until (shows, &wanted);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (lacks), 3));

  action->state = g_intern_string ("done");
  action->closed_on = tras_day_today ();
  apply (fixture, action, FALSE);
  wanted.state = "checking";
  wait_until (shows, &wanted);
  checking = read_deviation (fixture, wanted.id);
  g_assert_cmpint (checking->check_on, >, tras_day_today ());

  checking->cause = g_strdup ("The hinge was worn");
  checking->effective = g_intern_string ("yes");
  checking->evidence = g_strdup ("It shuts");
  apply (fixture, checking, FALSE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_get_mapped (get_child (fixture, "lacks_group")));
  g_signal_emit_by_name (button, "clicked");
  wanted.state = "closed";
  wait_until (shows, &wanted);
  g_assert_false (gtk_widget_get_mapped (button));

  /* It opens with a reason, which stays. */
  closed = read_deviation (fixture, wanted.id);
  tras_deviation_forms_reopen (GTK_WIDGET (get_detail (fixture)), store, closed);
  wait_until (fixture_has_form, NULL);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture_get_form ())));
  g_assert_nonnull (fixture_get_form ());
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  g_free (draft->evidence);
  draft->evidence = g_strdup ("It sticks again");
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture_get_form ())));
  wait_until (fixture_has_no_form, NULL);
  wanted.state = "reopened";
  wait_until (shows, &wanted);
  reopened = read_deviation (fixture, wanted.id);
  g_assert_nonnull (strstr (reopened->evidence, "It shuts\nReopened on"));
  g_assert_nonnull (strstr (reopened->evidence, "It sticks again"));
  g_assert_null (reopened->effective);
  g_assert_false (gtk_widget_get_sensitive (button));
}

static gboolean
has_similar (gpointer data)
{
  return gtk_widget_get_mapped (data) && fixture_find (data, ADW_TYPE_ACTION_ROW) != NULL;
}

static gboolean
has_no_similar (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

/* While the fact is typed, what was like it is shown with its cause. */
static void
test_similar (Fixture       *fixture,
              gconstpointer  data)
{
  TrasStore *store = tras_window_get_store (fixture->window);
  GtkWidget *page = tras_window_get_page (fixture->window, "indicators");
  g_autoptr (TrasDeviation) known = find_deviation (fixture, "closed");
  GtkWidget *fact, *similar, *row;
  GtkTextView *view;

  tras_window_show_tab (fixture->window, "indicators");
  tras_deviation_forms_new (page, store);
  wait_until (fixture_has_form, NULL);
  fact = tras_form_dialog_get_field (fixture_get_form (), "fact");
  similar = fixture_find (GTK_WIDGET (fixture_get_form ()), TRAS_TYPE_SIMILAR_LIST);
  view = GTK_TEXT_VIEW (fixture_find (fact, GTK_TYPE_TEXT_VIEW));
  wait_until (has_no_similar, similar);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), known->fact, -1);
  wait_until (has_similar, similar);
  row = fixture_find (similar, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, known->fact);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), known->cause));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "xyzzy", -1);
  wait_until (has_no_similar, similar);
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
}

static gboolean
has_chart (gpointer data)
{
  return gtk_widget_get_mapped (get_child (data, "effect_group"));
}

/* Before and after stand on the chart of what has an indicator. */
static void
test_effect (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GPtrArray) records = NULL;
  GtkWidget *label;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "closed");
  tras_query_where_null (query, "indicator_id", FALSE);
  records = fixture_read (fixture, query);
  show (fixture, TRAS_RECORD (records->pdata[0])->id);
  wait_until (has_chart, fixture);
  fixture_settle (fixture);
  label = get_child (fixture, "effect_label");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), !=, "");
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "caus"));
  fixture_assert_named (GTK_WIDGET (get_detail (fixture)));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  g_test_add_func ("/deviations/words", test_words);
  fixture_add ("/deviations/life", test_life);
  fixture_add ("/deviations/similar", test_similar);
  fixture_add ("/deviations/effect", test_effect);

  return fixture_run ();
}
