/* test-counts.c: a count from its start to its posting, and stock-outs, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-count-page.h"
#include "tras-count-sheet.h"
#include "tras-count-view.h"
#include "tras-deviation-detail.h"
#include "tras-deviation.h"
#include "tras-indicator.h"
#include "tras-stock-page.h"
#include "tras-stockout-detail.h"
#include "tras-stockout.h"

#define TODAY "2026-11-21"

static GtkWidget *
get_page (Fixture *fixture,
          GType    type)
{
  return fixture_find (tras_window_get_page (fixture->window, "stock"), type);
}

/* The mapped button or toggle with this label. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static GtkWidget *
find_row_entry (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row_entry (child);

  return found;
}

/* The lines of the count that was begun last. */
static GPtrArray *
read_lines (Fixture *fixture)
{
  g_autoptr (TrasQuery) counts = tras_query_new (TRAS_TYPE_STOCK_COUNT);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_COUNT_LINE);
  g_autoptr (GPtrArray) all = NULL;

  tras_query_order (counts, "id", TRUE);
  all = fixture_read (fixture, counts);
  g_assert_cmpuint (all->len, >, 0);
  tras_query_where_int (query, "count_id", TRAS_QUERY_EQ, TRAS_RECORD (all->pdata[0])->id);

  return fixture_read (fixture, query);
}

static guint
count_numbers (Fixture *fixture)
{
  g_autoptr (GPtrArray) lines = read_lines (fixture);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += TRAS_COUNT_LINE (lines->pdata[i])->counted != TRAS_NULL;

  return n;
}

static gint64
count_posted (Fixture *fixture)
{
  g_autoptr (TrasQuery) counts = tras_query_new (TRAS_TYPE_STOCK_COUNT);
  g_autoptr (GPtrArray) all = NULL;

  tras_query_where_null (counts, "posted_at", FALSE);
  all = fixture_read (fixture, counts);

  return all->len;
}

/* The count as the file has it now. */
static TrasCountSheet *
read_sheet (Fixture *fixture,
            gint64   count_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_open (fixture->path, TRAS_DB_READ_ONLY, &error);
  TrasCountSheet *sheet = tras_count_sheet_load (db, count_id, NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

/* Types a number as fast as nobody can: the one before is not stored yet. */
static void
type_number (GtkWidget  *field,
             const char *number)
{
  gtk_editable_set_text (GTK_EDITABLE (field), number);
  g_signal_emit_by_name (field, "activate");
}

/* A reading that was asked for before a number was typed does not take it away; one that was asked
 * for afterwards is right, whatever it says. */
static void
check_older_reading (Fixture   *fixture,
                     GtkWidget *widget,
                     GtkWidget *field,
                     gint64     count_id)
{
  TrasCountView *view = TRAS_COUNT_VIEW (widget);
  TrasStore *store = tras_window_get_store (fixture->window);
  TrasCountSheet *older = read_sheet (fixture, count_id);
  TrasCountSheet *newer = read_sheet (fixture, count_id);
  guint before = tras_count_view_get_n_written (view);

  type_number (field, "12");
  tras_count_view_show (view, store, older, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "12");
  tras_count_view_show (view, store, newer, tras_count_view_get_n_written (view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "");
  fixture_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "12");

  type_number (field, "7");
  type_number (field, "8");
  type_number (field, "9999");
  fixture_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "9,999");
}

/* A number is typed, Enter goes on; differences are shown before anything can be posted; posting is
 * one undo. */
static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page, *view, *first;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 posted;
  guint n_windows;

  tras_window_show_tab (fixture->window, "stock");
  page = get_page (fixture, TRAS_TYPE_COUNT_PAGE);
  g_assert_nonnull (page);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_ancestor (page, GTK_TYPE_STACK)), page);
  fixture_settle (fixture);
  posted = count_posted (fixture);
  fixture_assert_named (page);
  fixture_click (find_button (page, "_Start Count…"));
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);

  view = get_page (fixture, TRAS_TYPE_COUNT_VIEW);
  g_assert_true (gtk_widget_get_mapped (view));
  fixture_assert_named (view);
  lines = read_lines (fixture);
  g_assert_cmpuint (lines->len, >, 10);
  g_assert_cmpuint (count_numbers (fixture), ==, 0);
  g_assert_null (find_button (view, "_Post Differences"));

  n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  first = find_row_entry (view);
  gtk_widget_grab_focus (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "-1");
  g_signal_emit_by_name (first, "activate");
  g_assert_true (gtk_widget_has_css_class (first, "error"));
  check_older_reading (fixture, view, first, TRAS_COUNT_LINE (lines->pdata[0])->count_id);
  g_assert_cmpuint (count_numbers (fixture), ==, 1);
  g_assert_null (gtk_widget_get_focus_child (first));
  /* It was written once: nothing is said to have changed since. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);

  fixture_click (find_button (view, "_Differences"));
  fixture_settle (fixture);
  fixture_assert_named (view);
  g_assert_null (find_row_entry (view));
  fixture_click (find_button (view, "_Post Differences"));
  fixture_settle (fixture);
  g_assert_cmpint (count_posted (fixture), ==, posted + 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  fixture_settle (fixture);
  g_assert_cmpint (count_posted (fixture), ==, posted);
  g_assert_cmpuint (count_numbers (fixture), ==, 1);
}

/* What somebody writes about a stock-out stands in its pane at once. */
static void
test_lesson (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *detail;
  gint64 id;

  tras_query_where_null (query, "to_at", TRUE);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, >, 0);
  id = TRAS_RECORD (found->pdata[0])->id;
  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_STOCKOUT, id));
  fixture_settle (fixture);
  detail = get_page (fixture, TRAS_TYPE_STOCKOUT_DETAIL);
  fixture_assert_named (detail);
  fixture_click (find_button (detail, "_Cause and Lesson…"));
  wait_until (fixture_has_form, NULL);
  fixture_set_text ("lesson", "Order at 12");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  after = fixture_read (fixture, query);
  for (guint i = 0; i < after->len; i++)
    {
      if (TRAS_RECORD (after->pdata[i])->id == id)
        g_assert_cmpstr (TRAS_STOCKOUT (after->pdata[i])->lesson, ==, "Order at 12");
    }
  g_assert_cmpstr (((TrasStockout *) tras_detail_get_record (TRAS_DETAIL (detail)))->lesson, ==,
                   "Order at 12");
}

/* ---- the deviation of a stock-out ---- */

/* The newest stock-out that is not over. */
static TrasStockout *
find_stockout (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_null (query, "to_at", TRUE);
  tras_query_order (query, "from_at", TRUE);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, >, 0);

  return g_object_ref (found->pdata[0]);
}

/* The sample does not count stock-outs: one of its indicators does from now on. */
static TrasIndicator *
count_stockouts (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (TrasIndicator) indicator = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("Stock-outs");

  tras_query_where_text (query, "source", TRAS_QUERY_EQ, TRAS_SOURCE_HAND);
  tras_query_where_null (query, "retired_on", TRUE);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, >, 0);
  indicator = tras_record_dup (found->pdata[0]);
  g_free (indicator->source);
  indicator->source = g_strdup ("stock.stockout");
  tras_edit_update (edit, indicator);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_NO_TOAST, NULL, NULL);
  fixture_settle (fixture);

  return g_steal_pointer (&indicator);
}

/* The deviations made of a stock-out. */
static GPtrArray *
read_deviations (Fixture      *fixture,
                 TrasStockout *stockout)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);

  tras_query_where_int (query, "movement_id", TRAS_QUERY_EQ, stockout->begun_by);

  return fixture_read (fixture, query);
}

/* Shows the stock-out and does what the key does on its page. */
static void
press_deviation (Fixture      *fixture,
                 TrasStockout *stockout)
{
  GtkWidget *page;
  g_autofree char *action = NULL;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_STOCKOUT,
                                          TRAS_RECORD (stockout)->id));
  fixture_settle (fixture);
  page = get_page (fixture, TRAS_TYPE_STOCK_PAGE);
  action = fixture_dup_key_action (page, "<Shift><Control>d");
  g_assert_cmpstr (action, ==, "stock.deviation");
  gtk_widget_activate_action (page, action, NULL);
}

static void
assert_shown (Fixture    *fixture,
              TrasRecord *deviation)
{
  GtkWidget *detail = fixture_find (GTK_WIDGET (fixture->window), TRAS_TYPE_DEVIATION_DETAIL);

  g_assert_nonnull (detail);
  g_assert_true (gtk_widget_get_mapped (detail));
  g_assert_cmpint (TRAS_RECORD (tras_detail_get_record (TRAS_DETAIL (detail)))->id, ==,
                   deviation->id);
}

/* One key asks for it with all that is known, so that it is saved as it stands; the second time it
 * is shown, and another one is refused. Undo takes it back, from the stock-out's pane as well. */
static void
test_deviation (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrasIndicator) indicator = count_stockouts (fixture);
  g_autoptr (TrasStockout) stockout = find_stockout (fixture);
  g_autofree char *fact = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("Another one");
  g_autoptr (TrasDeviation) another = NULL;
  TrasDeviation *draft;

  press_deviation (fixture, stockout);
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  draft = tras_form_dialog_get_draft (fixture_get_form ());
  fact = g_strdup (draft->fact);
  another = tras_record_dup (draft);
  g_assert_nonnull (strstr (fact, stockout->item_name));
  g_assert_cmpint (draft->indicator_id, ==, TRAS_RECORD (indicator)->id);
  g_assert_cmpint (draft->area_id, ==, indicator->area_id);
  g_assert_cmpint (draft->owner_id, ==, indicator->owner_id);
  g_assert_cmpint (draft->opened_on, ==, tras_day_from_iso (TODAY));
  g_assert_null (fixture_find_row (get_page (fixture, TRAS_TYPE_STOCKOUT_DETAIL), fact));
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  stored = read_deviations (fixture, stockout);
  g_assert_cmpuint (stored->len, ==, 1);
  g_assert_cmpint (TRAS_DEVIATION (stored->pdata[0])->stockout_id, ==, TRAS_RECORD (stockout)->id);

  press_deviation (fixture, stockout);
  fixture_settle (fixture);
  g_assert_false (fixture_has_form (NULL));
  assert_shown (fixture, stored->pdata[0]);
  tras_edit_insert (edit, another);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_OWN_ERRORS, NULL, NULL);
  fixture_settle (fixture);
  g_assert_cmpstr (tras_edit_get_refused (edit), ==, "fact");
  again = read_deviations (fixture, stockout);
  g_assert_cmpuint (again->len, ==, 1);

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_STOCKOUT,
                                          TRAS_RECORD (stockout)->id));
  fixture_settle (fixture);
  g_assert_nonnull (fixture_find_row (get_page (fixture, TRAS_TYPE_STOCKOUT_DETAIL), fact));
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
  undone = read_deviations (fixture, stockout);
  g_assert_cmpuint (undone->len, ==, 0);
  g_assert_null (fixture_find_row (get_page (fixture, TRAS_TYPE_STOCKOUT_DETAIL), fact));
}

/* A window other than the firm's: the question, once it is asked. */
static gboolean
has_question (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (windows, i);

      if (widget != window && gtk_widget_get_mapped (widget) &&
          find_button (widget, "C_lose Books") != NULL)
        return TRUE;
    }

  return FALSE;
}

static gint64
count_closings (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CLOSING);
  g_autoptr (GPtrArray) all = fixture_read (fixture, query);

  return all->len;
}

/* From any tab: the menu asks first, and then the month is closed. */
static void
test_close_books (Fixture       *fixture,
                  gconstpointer  data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gint64 closed = count_closings (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-books", NULL);
  wait_until (has_question, fixture->window);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (windows, i);
      GtkWidget *button = find_button (widget, "C_lose Books");

      if (button != NULL)
        {
          fixture_click (button);
          break;
        }
    }
  fixture_settle (fixture);
  g_assert_cmpint (count_closings (fixture), ==, closed + 1);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/counts/count", test_count);
  fixture_add ("/counts/lesson", test_lesson);
  fixture_add ("/counts/deviation", test_deviation);
  fixture_add ("/counts/close-books", test_close_books);

  return fixture_run ();
}
