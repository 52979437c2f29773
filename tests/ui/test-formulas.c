/* test-formulas.c: formulas written in the window, and what is computed seen there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-a11y.h"
#include "tras-feed.h"
#include "tras-formula-dialog.h"
#include "tras-indicator-detail.h"
#include "tras-indicator-series.h"
#include "tras-indicators-page.h"
#include "tras-scorecard-page.h"
#include "tras-scorecard-view-private.h"
#include "tras-source-row.h"
#include "tras-ui-fixture.h"

#define TODAY "2026-11-21"

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

static TrasIndicator *
dup_indicator (Fixture    *fixture,
               const char *name)
{
  TrasQuery *query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_text (query, "name", TRAS_QUERY_EQ, name);
  records = fixture_read (fixture, query);
  tras_query_unref (query);

  return records->len > 0 ? tras_record_dup (records->pdata[0]) : NULL;
}

/* A new indicator like one of the sample's. */
static TrasIndicator *
make_like (Fixture    *fixture,
           const char *like,
           const char *name)
{
  TrasIndicator *indicator = dup_indicator (fixture, like);

  TRAS_RECORD (indicator)->id = 0;
  g_free (indicator->name);
  indicator->name = g_strdup (name);
  indicator->roll = g_intern_string ("mean");

  return indicator;
}

static gboolean
is_ready (gpointer data)
{
  return gtk_widget_get_sensitive (find (data, "entry"));
}

static const char *
get_result (GtkWidget *dialog)
{
  return gtk_label_get_label (GTK_LABEL (find (dialog, "result")));
}

static gboolean
has_value (gpointer data)
{
  return g_strrstr (get_result (data), " 2026: ") != NULL;
}

static void
type (GtkWidget  *dialog,
      const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (find (dialog, "entry"));

  gtk_editable_set_text (entry, text);
  gtk_editable_set_position (entry, -1);
}

/* The bytes that are underlined, "from-to"; NULL for none. */
static char *
dup_underlined (GtkWidget *dialog)
{
  PangoAttrList *list = gtk_entry_get_attributes (GTK_ENTRY (find (dialog, "entry")));
  GSList *attributes = pango_attr_list_get_attributes (list);
  char *place = NULL;

  if (attributes != NULL)
    {
      PangoAttribute *first = attributes->data;

      place = g_strdup_printf ("%u-%u", first->start_index, first->end_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  return place;
}

static void
on_saved (TrasFormulaDialog *dialog,
          TrasIndicator     *changed,
          TrasIndicator    **saved)
{
  *saved = g_object_ref (changed);
}

static gboolean
is_true (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What is wrong is underlined and said; what is right shows what it comes to. */
static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *underlined;
    const char *words;
  } wrong[] = {
    { "[Online orders] / [Online return]", "18-33", "Is it “Online returns”?" },
    { "2 * ([Online orders]", "4-5", "not closed" },
    { "[Online orders] +", "16-17", "missing" },
    { "[Training per person]", "0-21", "every month" },
    { "orders", "0-6", "brackets" },
  };
  g_autoptr (TrasIndicator) draft = make_like (fixture, "Online orders", "Ours");
  g_autoptr (TrasIndicator) orders = dup_indicator (fixture, "Online orders");
  g_autoptr (TrasIndicator) saved = NULL;
  g_autofree char *stored = NULL;
  GtkWidget *dialog = GTK_WIDGET (tras_formula_dialog_new (
    GTK_WIDGET (fixture->window), tras_window_get_store (fixture->window), draft));
  GtkListBox *offers;
  g_autoptr (GPtrArray) unnamed = NULL;

  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved), &saved);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_until (is_ready, dialog);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *underlined = NULL;

      type (dialog, wrong[i].text);
      underlined = dup_underlined (dialog);
      g_test_message ("%s: %s", wrong[i].text, get_result (dialog));
      g_assert_cmpstr (underlined, ==, wrong[i].underlined);
      g_assert_nonnull (strstr (get_result (dialog), wrong[i].words));
      g_assert_false (gtk_widget_get_sensitive (find (dialog, "save_button")));
    }

  /* What begins like the name under the cursor is offered, and put there. */
  offers = GTK_LIST_BOX (find (dialog, "offers"));
  type (dialog, "2 * [onl");
  g_assert_nonnull (gtk_list_box_get_row_at_index (offers, 1));
  type (dialog, "2 * [online o");
  g_assert_null (gtk_list_box_get_row_at_index (offers, 1));
  g_signal_emit_by_name (offers, "row-activated", gtk_list_box_get_row_at_index (offers, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (dialog, "entry"))), ==,
                   "2 * [Online orders]");
  g_assert_null (dup_underlined (dialog));
  g_assert_true (gtk_widget_get_sensitive (find (dialog, "save_button")));
  wait_until (has_value, dialog);

  unnamed = tras_a11y_dup_unnamed (dialog);
  g_assert_cmpuint (unnamed->len, ==, 0);

  g_signal_emit_by_name (find (dialog, "entry"), "activate");
  wait_until (is_true, &saved);
  stored = g_strdup_printf ("2 * [#%" G_GINT64_FORMAT "]", TRAS_RECORD (orders)->id);
  g_assert_cmpstr (saved->formula, ==, stored);
  g_assert_cmpstr (saved->source, ==, TRAS_SOURCE_FORMULA);
  fixture_settle (fixture);
}

typedef struct
{
  TrasScorecardPage *page;
  const char *name;
  const TrasScorecardRow *row;
} Expected;

static gboolean
has_row (gpointer data)
{
  Expected *expected = data;
  TrasScorecard *scorecard = tras_scorecard_page_get_scorecard (expected->page);

  expected->row = NULL;
  for (guint i = 0; scorecard != NULL && i < scorecard->rows->len; i++)
    {
      const TrasScorecardRow *row = scorecard->rows->pdata[i];

      if (g_str_equal (row->series->indicator->name, expected->name))
        expected->row = row;
    }

  return expected->row != NULL;
}

static void
insert (Fixture       *fixture,
        TrasIndicator *indicator)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New indicator");

  tras_edit_insert (edit, indicator);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static gboolean
has_cell_at_zero (gpointer data)
{
  Expected *expected = data;

  return has_row (expected) && expected->row->newest != NULL && expected->row->newest->value == 0;
}

/* What is computed is seen and not typed, and follows what it is computed from. */
static void
test_scorecard (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *tab = tras_window_get_page (fixture->window, "indicators");
  TrasScorecardPage *page = TRAS_SCORECARD_PAGE (fixture_find (tab, TRAS_TYPE_SCORECARD_PAGE));
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  g_autoptr (TrasIndicator) orders = dup_indicator (fixture, "Online orders");
  g_autoptr (TrasIndicator) twice = make_like (fixture, "Online orders", "Twice");
  Expected expected = { page, "Twice", NULL };
  TrasCellDraft *draft;
  int line = 0, column;

  g_free (twice->source);
  twice->source = g_strdup (TRAS_SOURCE_FORMULA);
  twice->formula = g_strdup_printf ("2 * [#%" G_GINT64_FORMAT "]", TRAS_RECORD (orders)->id);
  tras_window_show_tab (fixture->window, "indicators");
  insert (fixture, twice);
  wait_until (has_row, &expected);
  fixture_settle (fixture);
  has_row (&expected);
  g_assert_nonnull (expected.row->newest);
  g_assert_cmpuint (expected.row->missing->len, ==, 0);

  while (tras_scorecard_view_get_line (view, line)->row != expected.row)
    line++;
  column = (int) view->scorecard->n_cells - 2;
  tras_scorecard_view_move (view, line, column);
  g_assert_nonnull (strstr (tras_scorecard_view_get_words (view), "computed"));
  tras_scorecard_entry_begin (view, "3");
  g_assert_false (tras_scorecard_view_is_editing (view));
  tras_scorecard_view_paste (view, "3");
  draft = tras_scorecard_entry_find_draft (view, line, column);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft->error, "computed from other indicators"));
  g_assert_true (tras_scorecard_entry_forget (view));

  /* It is no other once its input is. */
  {
    g_autoptr (TrasEdit) edit = tras_edit_new ("Orders are none");
    g_autoptr (GPtrArray) records = NULL;
    TrasQuery *query = tras_query_new (TRAS_TYPE_MEASUREMENT);

    tras_query_where_int (query, "indicator_id", TRAS_QUERY_EQ, TRAS_RECORD (orders)->id);
    records = fixture_read (fixture, query);
    tras_query_unref (query);
    for (guint i = 0; i < records->len; i++)
      {
        g_autoptr (TrasMeasurement) zero = tras_record_dup (records->pdata[i]);

        zero->value = 0;
        tras_edit_update (edit, zero);
      }
    tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
    wait_until (has_cell_at_zero, &expected);
  }
}

static gboolean
shows_record (gpointer data)
{
  return tras_detail_get_record (data) != NULL;
}

/* The message that stands over a window; NULL for none. */
static AdwMessageDialog *
get_message (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_message (gpointer unused)
{
  return get_message () != NULL;
}

static gboolean
is_fed (gpointer data)
{
  TrasIndicator *indicator = tras_detail_get_record (data);

  return indicator != NULL && g_str_equal (indicator->source, "plans.late");
}

/* The pane of an indicator, in a window over the main one. */
static TrasDetail *
show_detail (Fixture       *fixture,
             TrasIndicator *indicator)
{
  TrasDetail *detail = g_object_new (TRAS_TYPE_INDICATOR_DETAIL, NULL);
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  gtk_window_set_transient_for (window, GTK_WINDOW (fixture->window));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (detail));
  gtk_window_present (window);
  tras_detail_set_store (detail, tras_window_get_store (fixture->window));
  tras_detail_show (detail, TRAS_TYPE_INDICATOR, TRAS_RECORD (indicator)->id);
  wait_until (shows_record, detail);

  return detail;
}

/* The pane's row turns an indicator over to a feed, and says what that counts. */
static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasIndicator) orders = dup_indicator (fixture, "Online orders");
  TrasDetail *detail = show_detail (fixture, orders);
  GtkWidget *row = fixture_find (GTK_WIDGET (detail), TRAS_TYPE_SOURCE_ROW);
  GtkWidget *drop_down = fixture_find (row, GTK_TYPE_DROP_DOWN);
  guint position;
  const TrasFeed *feed = tras_feed_find ("plans.late", &position);
  TrasIndicator *now;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 3 + position);
  wait_until (is_fed, detail);
  now = tras_detail_get_record (detail);
  g_assert_cmpstr (now->roll, ==, feed->roll);
  g_assert_cmpstr (now->definition, ==, orders->definition);
  g_assert_cmpstr (tras_source_row_get_words (TRAS_SOURCE_ROW (row)), ==, feed->definition);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (row)));
}

static GtkWidget *
find_editor (GtkWidget  *widget,
             const char *field)
{
  g_autofree char *name = NULL;

  if (TRAS_IS_FIELD_EDITOR (widget))
    g_object_get (widget, "field", &name, NULL);
  if (g_strcmp0 (name, field) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_editor (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The editor of how often an indicator is measured. */
static GtkDropDown *
find_every (TrasDetail *detail)
{
  GtkWidget *row = find_editor (GTK_WIDGET (detail), "every");

  return GTK_DROP_DOWN (fixture_find (row, GTK_TYPE_DROP_DOWN));
}

static guint
find_choice (const char *every)
{
  const TrasField *field =
    tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_INDICATOR), "every");
  guint position = 0;

  while (!g_str_equal (field->choices[position].word, every))
    position++;

  return position;
}

typedef struct
{
  TrasDetail *detail;
  gint64 id;
  const char *every;
} Periods;

static gboolean
shows_periods (gpointer data)
{
  Periods *expected = data;
  TrasIndicator *indicator = tras_detail_get_record (expected->detail);

  return indicator != NULL && TRAS_RECORD (indicator)->id == expected->id &&
         g_str_equal (indicator->every, expected->every) &&
         gtk_drop_down_get_selected (find_every (expected->detail)) ==
           find_choice (expected->every);
}

/* What a formula takes keeps its periods: the window says whose formula it is, and shows again what
 * holds. What no formula takes gets others. */
static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasIndicator) taken = dup_indicator (fixture, "Online orders");
  g_autoptr (TrasIndicator) loose = dup_indicator (fixture, "Late actions");
  TrasDetail *detail = show_detail (fixture, taken);
  Periods expected = { detail, TRAS_RECORD (taken)->id, "week" };
  AdwMessageDialog *message;

  wait_until (shows_periods, &expected);
  gtk_drop_down_set_selected (find_every (detail), find_choice ("month"));
  wait_until (has_message, NULL);
  message = get_message ();
  g_assert_cmpstr (adw_message_dialog_get_body (message), ==,
                   "The formula of “Parcels coming back” takes it, and a formula takes what has "
                   "the same periods. Change the formula of “Parcels coming back” first.");
  gtk_window_close (GTK_WINDOW (message));
  wait_until (shows_periods, &expected);

  expected = (Periods) { detail, TRAS_RECORD (loose)->id, "week" };
  tras_detail_show (detail, TRAS_TYPE_INDICATOR, expected.id);
  wait_until (shows_periods, &expected);
  gtk_drop_down_set_selected (find_every (detail), find_choice ("month"));
  expected.every = "month";
  wait_until (shows_periods, &expected);
  g_assert_null (get_message ());
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (detail))));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/formulas/dialog", test_dialog);
  fixture_add ("/formulas/scorecard", test_scorecard);
  fixture_add ("/formulas/source", test_source);
  fixture_add ("/formulas/periods", test_periods);

  return fixture_run ();
}
