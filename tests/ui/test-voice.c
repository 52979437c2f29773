/* test-voice.c: suggestions, thanks and surveys in the tab Staff, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-deviation-detail.h"
#include "tras-deviation.h"
#include "tras-form-dialog.h"
#include "tras-person-voice.h"
#include "tras-person.h"
#include "tras-suggestion-detail.h"
#include "tras-suggestion-forms.h"
#include "tras-suggestion-page.h"
#include "tras-survey-bars.h"
#include "tras-survey-detail.h"
#include "tras-survey-forms.h"
#include "tras-survey-page.h"
#include "tras-survey-sheet.h"
#include "tras-survey-steps.h"
#include "tras-thanks.h"

#define TODAY "2026-11-21"

static TrasStore *
get_store (Fixture *fixture)
{
  return tras_window_get_store (fixture->window);
}

static gpointer
find_where (Fixture    *fixture,
            GType       type,
            const char *field,
            const char *value)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_text (query, field, TRAS_QUERY_EQ, value);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, >=, 1);

  return g_object_ref (found->pdata[0]);
}

static gpointer
read_again (Fixture *fixture,
            gpointer record)
{
  g_autoptr (TrasQuery) query = tras_query_new (G_OBJECT_TYPE (record));
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, TRAS_RECORD (record)->id);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (found->pdata[0]);
}

static guint
count_thanks (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_RECOGNITION);
  g_autoptr (GPtrArray) found = fixture_read (fixture, query);

  return found->len;
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

static GtkWidget *
show (Fixture    *fixture,
      TrasRecord *record,
      GType       pane_type)
{
  GtkWidget *pane;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), G_OBJECT_TYPE (record),
                                          record->id));
  fixture_settle (fixture);
  pane = fixture_find (GTK_WIDGET (fixture->window), pane_type);
  g_assert_nonnull (pane);

  return pane;
}

/* ---- suggestions ---- */

/* A no has a reason. */
static void
test_decline (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasSuggestion) suggestion = find_where (fixture, TRAS_TYPE_SUGGESTION, "state",
                                                      "new");
  g_autoptr (TrasSuggestion) declined = NULL;
  g_autoptr (TrasSuggestion) again = NULL;
  GtkWidget *pane = show (fixture, TRAS_RECORD (suggestion), TRAS_TYPE_SUGGESTION_DETAIL);

  g_assert_nonnull (fixture_find (GTK_WIDGET (fixture->window), TRAS_TYPE_SUGGESTION_PAGE));
  tras_suggestion_forms_decline (pane, get_store (fixture), suggestion);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("answer", "It would not pay");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  declined = read_again (fixture, suggestion);
  g_assert_cmpstr (declined->state, ==, "declined");
  g_assert_cmpstr (declined->answer, ==, "It would not pay");
  undo (fixture);
  again = read_again (fixture, suggestion);
  g_assert_cmpstr (again->state, ==, "new");
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrasSuggestion) said = NULL;

  g_assert_true (tras_window_get_page (fixture->window, "staff") != NULL);
  tras_suggestion_forms_new (GTK_WIDGET (fixture->window), get_store (fixture), 3);
  wait_until (fixture_has_form, NULL);
  fixture_set_text ("what", "A clock in the workshop");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  said = find_where (fixture, TRAS_TYPE_SUGGESTION, "what", "A clock in the workshop");
  g_assert_cmpint (said->person_id, ==, 3);
  g_assert_cmpstr (said->stands, ==, "new");
  undo (fixture);
}

/* ---- thanks ---- */

static void
thank (Fixture   *fixture,
       GtkWidget *section)
{
  guint before = count_thanks (fixture);

  TRAS_DETAIL_SECTION_GET_CLASS (section)->add (TRAS_DETAIL_SECTION (section));
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("words", "Well seen");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  g_assert_cmpuint (count_thanks (fixture), ==, before + 1);
  g_assert_cmpuint (tras_detail_section_get_n_rows (TRAS_DETAIL_SECTION (section)), >=, 1);
  undo (fixture);
  g_assert_cmpuint (count_thanks (fixture), ==, before);
}

static void
test_thank (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasSuggestion) suggestion = find_where (fixture, TRAS_TYPE_SUGGESTION, "state",
                                                      "done");
  g_autoptr (TrasDeviation) deviation = find_where (fixture, TRAS_TYPE_DEVIATION, "state",
                                                    "closed");
  g_autoptr (TrasDeviation) open = find_where (fixture, TRAS_TYPE_DEVIATION, "state", "acting");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;
  GtkWidget *pane, *section;

  pane = show (fixture, TRAS_RECORD (suggestion), TRAS_TYPE_SUGGESTION_DETAIL);
  section = fixture_find (pane, TRAS_TYPE_SUGGESTION_THANKS);
  thank (fixture, section);

  pane = show (fixture, TRAS_RECORD (deviation), TRAS_TYPE_DEVIATION_DETAIL);
  section = fixture_find (pane, TRAS_TYPE_DEVIATION_THANKS);
  g_assert_true (gtk_widget_get_visible (section));
  thank (fixture, section);

  /* What is not solved yet is thanked for later. */
  pane = show (fixture, TRAS_RECORD (open), TRAS_TYPE_DEVIATION_DETAIL);
  section = fixture_find (pane, TRAS_TYPE_DEVIATION_THANKS);
  g_assert_false (gtk_widget_get_visible (section));

  /* It stands on the person's page. */
  tras_query_where_int (query, "id", TRAS_QUERY_EQ, suggestion->person_id);
  people = fixture_read (fixture, query);
  show (fixture, people->pdata[0], TRAS_TYPE_PERSON_VOICE);
  section = fixture_find (tras_window_get_page (fixture->window, "staff"), TRAS_TYPE_PERSON_VOICE);
  g_assert_cmpuint (tras_detail_section_get_n_rows (TRAS_DETAIL_SECTION (section)), >=, 2);
}

/* ---- surveys ---- */

static gboolean
has_sheet (gpointer unused)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TRAS_IS_SURVEY_SHEET_WINDOW (window))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_no_sheet (gpointer unused)
{
  return !has_sheet (NULL);
}

static GtkWidget *
get_sheet (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TRAS_IS_SURVEY_SHEET_WINDOW (window))
        return GTK_WIDGET (window);
    }

  g_assert_not_reached ();
}

static GtkWidget *
sheet_part (const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (get_sheet (), TRAS_TYPE_SURVEY_SHEET, name));
}

static gboolean
has_names (gpointer unused)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (sheet_part ("names")), 0) != NULL;
}

/* Chooses the last point of each question below. */
static void
choose_all (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TOGGLE_BUTTON (child))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
      else
        choose_all (child);
    }
}

/* Somebody picks their name, answers, and is ticked off; the name is gone from the list then. */
static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasSurvey) survey = find_where (fixture, TRAS_TYPE_SURVEY, "kind", "satisfaction");
  g_autoptr (TrasSurvey) answered = NULL;
  GtkWidget *pane = show (fixture, TRAS_RECORD (survey), TRAS_TYPE_SURVEY_DETAIL);
  g_autofree char *name = NULL;
  GtkListBoxRow *row;

  g_assert_nonnull (fixture_find (GTK_WIDGET (fixture->window), TRAS_TYPE_SURVEY_PAGE));
  tras_survey_sheet_present (pane, get_store (fixture), survey);
  wait_until (has_sheet, NULL);
  wait_until (has_names, NULL);
  g_assert_false (gtk_widget_get_visible (sheet_part ("send_button")));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (sheet_part ("names")), 0);
  name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  g_signal_emit_by_name (sheet_part ("names"), "row-activated", row);
  g_assert_false (gtk_widget_get_sensitive (sheet_part ("send_button")));
  choose_all (sheet_part ("questions"));
  g_assert_true (gtk_widget_get_sensitive (sheet_part ("send_button")));
  g_signal_emit_by_name (sheet_part ("send_button"), "clicked");
  wait_until (has_no_sheet, NULL);
  fixture_settle (fixture);
  answered = read_again (fixture, survey);
  g_assert_cmpint (answered->answered, ==, survey->answered + 1);

  tras_survey_sheet_present (pane, get_store (fixture), answered);
  wait_until (has_sheet, NULL);
  wait_until (has_names, NULL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (sheet_part ("names")), i))
                  != NULL; i++)
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), !=, name);
  gtk_window_close (GTK_WINDOW (get_sheet ()));
  wait_until (has_no_sheet, NULL);
}

static GtkWidget *
get_part (GtkWidget  *pane,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (pane, TRAS_TYPE_SURVEY_DETAIL, name));
}

/* An open survey shows nothing; a closed one its figure, its bars, and areas where there are
 * enough. */
static void
test_result (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasSurvey) open = find_where (fixture, TRAS_TYPE_SURVEY, "kind", "satisfaction");
  g_autoptr (TrasSurvey) closed = find_where (fixture, TRAS_TYPE_SURVEY, "kind", "enps");
  GtkWidget *pane = show (fixture, TRAS_RECORD (open), TRAS_TYPE_SURVEY_DETAIL);

  g_assert_false (gtk_widget_get_visible (get_part (pane, "figure")));
  g_assert_true (gtk_widget_get_visible (get_part (pane, "buttons")));
  pane = show (fixture, TRAS_RECORD (closed), TRAS_TYPE_SURVEY_DETAIL);
  g_assert_true (gtk_widget_get_visible (get_part (pane, "figure")));
  g_assert_false (gtk_widget_get_visible (get_part (pane, "buttons")));
  g_assert_nonnull (fixture_find (get_part (pane, "bars"), GTK_TYPE_PROGRESS_BAR));
  g_assert_true (gtk_widget_get_visible (get_part (pane, "areas_group")));
  g_assert_true (gtk_widget_get_visible (get_part (pane, "words_group")));
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasSurvey) survey = NULL;

  g_assert_nonnull (tras_window_get_page (fixture->window, "staff"));
  tras_survey_forms_new (GTK_WIDGET (fixture->window), get_store (fixture));
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("title", "Winter");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  survey = find_where (fixture, TRAS_TYPE_SURVEY, "title", "Winter");
  g_assert_cmpint (survey->invited, >, 20);
  g_assert_cmpint (survey->answered, ==, 0);
  undo (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/voice/new", test_new);
  fixture_add ("/voice/decline", test_decline);
  fixture_add ("/voice/thank", test_thank);
  fixture_add ("/voice/answer", test_answer);
  fixture_add ("/voice/result", test_result);
  fixture_add ("/voice/open", test_open);

  return fixture_run ();
}
