/* test-indicators.c: the tab Indicators on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-a11y.h"
#include "tras-cell-writer.h"
#include "tras-chart-page.h"
#include "tras-chart-paper.h"
#include "tras-deviation-draft.h"
#include "tras-deviations-page.h"
#include "tras-error.h"
#include "tras-indicators-page.h"
#include "tras-note-popover.h"
#include "tras-scorecard-columns.h"
#include "tras-scorecard-page.h"
#include "tras-scorecard-view-private.h"
#include "tras-ui-fixture.h"
#include "tras-verdict-matrix.h"

#define TODAY "2026-11-21"

/* ---- without a window ---- */

static TrasMeasurement *
make_measurement (gint64      indicator_id,
                  TrasDay     period_on,
                  double      value,
                  const char *note)
{
  TrasMeasurement *measurement = tras_measurement_new ();

  measurement->indicator_id = indicator_id;
  measurement->period_on = period_on;
  measurement->value = value;
  measurement->note = g_strdup (note);

  return measurement;
}

static gboolean
changes_nothing (TrasCellChange  *change,
                 TrasMeasurement *measurement)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (TrasEdit) edit = NULL;

  g_ptr_array_add (changes, change);
  if (measurement != NULL)
    g_ptr_array_add (records, measurement);
  edit = tras_cell_changes_to_edit (changes, records, "Test");

  return tras_edit_is_empty (edit);
}

/* What is so already is no edit; a note needs a measurement to stand on. */
static void
test_changes (void)
{
  g_autoptr (TrasMeasurement) measured = make_measurement (1, 7, 5, "why");
  g_autoptr (TrasMeasurement) absent = make_measurement (1, 7, NAN, "no data");
  g_autoptr (TrasCellChange) same = tras_cell_change_new (1, 7, TRAS_CELL_ACT_VALUE, 5, NULL);
  g_autoptr (TrasCellChange) other = tras_cell_change_new (1, 7, TRAS_CELL_ACT_VALUE, 6, NULL);
  g_autoptr (TrasCellChange) noted = tras_cell_change_new (1, 7, TRAS_CELL_ACT_NOTE, NAN, "why");
  g_autoptr (TrasCellChange) gone = tras_cell_change_new (1, 7, TRAS_CELL_ACT_ABSENT, NAN,
                                                          "no data");
  g_autoptr (TrasCellChange) count = tras_cell_change_new (1, 7, TRAS_CELL_ACT_COUNT, NAN, NULL);

  g_assert_true (changes_nothing (same, measured));
  g_assert_false (changes_nothing (other, measured));
  g_assert_false (changes_nothing (other, NULL));
  g_assert_true (changes_nothing (noted, measured));
  g_assert_true (changes_nothing (noted, NULL));
  /* A computed value is there without one. */
  noted->computed = TRUE;
  g_assert_false (changes_nothing (noted, NULL));
  g_assert_true (changes_nothing (noted, measured));
  g_assert_false (changes_nothing (gone, measured));
  g_assert_true (changes_nothing (gone, absent));
  g_assert_true (changes_nothing (count, measured));
  /* Another period is another measurement. */
  other->period_on = 14;
  g_assert_false (changes_nothing (other, measured));
}

/* At every width everything lies in order and beside one another, within the paper. */
static void
test_columns (void)
{
  for (int width = 320; width < 2600; width += 7)
    {
      for (int n_cells = 13; n_cells <= 52; n_cells *= 2)
        {
          TrasScorecardColumns columns;

          tras_scorecard_columns_compute (&columns, width, n_cells, 8.5, 6, 9, 5);
          g_assert_cmpint (columns.name_width, >, 80);
          /* Twenty letters can be read on a narrow window, too. */
          if (width >= 350)
            g_assert_cmpint (columns.name_width, >=, 140);
          g_assert_cmpint (columns.name_x + columns.name_width, <, columns.variation_x);
          g_assert_cmpint (columns.variation_x, <, columns.assurance_x);
          g_assert_cmpint (columns.assurance_x, <, columns.now_x);
          g_assert_cmpint (columns.now_x + columns.now_width, <, columns.trend_x);
          g_assert_cmpint (columns.cells_x + columns.cells_width, <=, columns.trend_x);
          g_assert_cmpint (columns.cells_width % columns.cell_width, ==, 0);
          g_assert_cmpint (columns.cells_width, <=, n_cells * columns.cell_width);
          g_assert_cmpint (columns.trend_x + columns.trend_width, <=, width);
          if (columns.cells_width > 0)
            g_assert_cmpint (tras_scorecard_columns_scroll (&columns), ==,
                             n_cells * columns.cell_width - columns.cells_width);
        }
    }
}

/* A deviation can be closed once nothing is missing, and says what is. */
static void
test_obstacles (void)
{
  g_autoptr (TrasDeviation) deviation = tras_deviation_new ();
  g_autofree char *all = NULL;
  g_autofree char *actions = NULL;

  deviation->open_actions = 2;
  all = tras_deviation_dup_obstacles (deviation);
  g_assert_nonnull (strstr (all, "2 actions are not finished."));
  g_assert_nonnull (strstr (all, "cause"));
  g_assert_nonnull (strstr (all, "evidence"));

  deviation->cause = g_strdup ("A wrong label");
  deviation->effective = g_intern_string ("yes");
  deviation->evidence = g_strdup ("None since");
  actions = tras_deviation_dup_obstacles (deviation);
  g_assert_cmpstr (actions, ==, "• 2 actions are not finished.");

  deviation->open_actions = 0;
  g_assert_null (tras_deviation_dup_obstacles (deviation));
}

/* ---- with one ---- */

static TrasIndicatorsPage *
get_page (Fixture *fixture)
{
  return TRAS_INDICATORS_PAGE (tras_window_get_page (fixture->window, "indicators"));
}

static gboolean
has_scorecard (gpointer data)
{
  return tras_scorecard_page_get_scorecard (data) != NULL;
}

static TrasScorecardPage *
get_scorecard_page (Fixture *fixture)
{
  GtkWidget *page = fixture_find (GTK_WIDGET (get_page (fixture)), TRAS_TYPE_SCORECARD_PAGE);

  tras_window_show_tab (fixture->window, "indicators");
  wait_until (has_scorecard, page);
  fixture_settle (fixture);

  return TRAS_SCORECARD_PAGE (page);
}

/* The numbers of all measurements in the file, as another connection sees them. */
static char *
dup_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_open (fixture->path, TRAS_DB_READ_ONLY, &error);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (GPtrArray) records = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  records = tras_db_select (db, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      TrasMeasurement *record = records->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %d %.9g %d %s\n", record->indicator_id,
                              record->period_on, record->value, record->left_out,
                              record->note != NULL ? record->note : "");
    }

  return g_string_free (text, FALSE);
}

/* Puts the cursor on the newest cell of the first row that takes any number. */
static gint64
go_to_cell (TrasScorecardView *view)
{
  for (int line = 0; line < (int) view->lines->len; line++)
    {
      const TrasScorecardRow *row = tras_scorecard_view_get_line (view, line)->row;

      if (row == NULL || row->series->every != TRAS_EVERY_WEEK)
        continue;
      tras_scorecard_view_move (view, line, (int) view->scorecard->n_cells - 1);
      return tras_scorecard_view_get_cursor (view, NULL);
    }

  g_assert_not_reached ();
}

typedef struct
{
  TrasScorecardPage *page;
  gint64 id;
  int column;
  double value;
  TrasCellState state;
} Expected;

static gboolean
shows_value (gpointer data)
{
  Expected *expected = data;
  TrasScorecard *scorecard = tras_scorecard_page_get_scorecard (expected->page);

  for (guint i = 0; i < scorecard->rows->len; i++)
    {
      const TrasScorecardRow *row = scorecard->rows->pdata[i];
      const TrasCell *cell = &row->cells[expected->column];

      if (TRAS_RECORD (row->series->indicator)->id == expected->id)
        return cell->state == expected->state &&
               (cell->state != TRAS_CELL_MEASURED || fabs (cell->value - expected->value) < 1e-9);
    }

  return FALSE;
}

/* What is seen is what the model says. */
static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GPtrArray) checks = NULL;
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  TrasScorecard *seen = tras_scorecard_page_get_scorecard (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_open (fixture->path, TRAS_DB_READ_ONLY, &error);
  g_autoptr (TrasScorecard) scorecard = NULL;
  guint n_concerning = 0, n_rows = 0;
  gboolean lever = TRUE;

  g_assert_no_error (error);
  scorecard = tras_scorecard_load (db, tras_day_today (), 13, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->rows->len, ==, scorecard->rows->len);
  g_assert_cmpuint (seen->n_signals, ==, scorecard->n_signals);
  g_assert_cmpuint (seen->n_missing, ==, scorecard->n_missing);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, scorecard->rows->len);

  for (guint i = 0; i < view->lines->len; i++)
    {
      const TrasScorecardLine *line = tras_scorecard_view_get_line (view, (int) i);

      if (line->row == NULL)
        {
          g_assert_cmpuint (line->n_rows, >, 0);
          n_rows += line->n_rows;
          lever = TRUE;
          continue;
        }
      /* Under its heading, levers first. */
      g_assert_cmpstr (line->group, ==, line->row->series->indicator->area_name);
      g_assert_true (lever || !line->row->series->indicator->lever);
      lever = line->row->series->indicator->lever;
      n_concerning += line->row->series->verdict->variation == TRAS_VARIATION_CONCERNING;
    }
  g_assert_cmpuint (n_rows, ==, scorecard->rows->len);
  tras_deviations_narrow_to_due (query, NULL);
  checks = fixture_read (fixture, query);
  g_assert_cmpuint (checks->len, >, 0);
  g_assert_cmpuint (tras_page_get_attention (TRAS_PAGE (get_page (fixture))), ==,
                    n_concerning + checks->len);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  TrasScorecard *scorecard = tras_scorecard_page_get_scorecard (page);
  TrasScorecardFilter filter = { .signals = TRUE };
  GtkWidget *matrix = fixture_find (GTK_WIDGET (page), TRAS_TYPE_VERDICT_MATRIX);
  TrasVariation variation;
  TrasAssurance assurance;
  guint sum = 0;

  tras_scorecard_view_set_filter (view, &filter);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, scorecard->n_signals);
  filter = (TrasScorecardFilter) { .missing = TRUE };
  tras_scorecard_view_set_filter (view, &filter);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, scorecard->n_missing);
  filter = (TrasScorecardFilter) { .search = (char *) "ONLÍNE ret" };
  tras_scorecard_view_set_filter (view, &filter);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, 1);
  filter = (TrasScorecardFilter) { .search = (char *) "no such words" };
  tras_scorecard_view_set_filter (view, &filter);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, 0);

  /* The fields of the matrix part the indicators that have both verdicts. */
  g_assert_false (tras_verdict_matrix_get_chosen (TRAS_VERDICT_MATRIX (matrix), &variation,
                                                  &assurance));
  for (variation = TRAS_VARIATION_NONE; variation < TRAS_N_VARIATIONS; variation++)
    {
      for (assurance = TRAS_ASSURANCE_UNKNOWN; assurance < TRAS_N_ASSURANCES; assurance++)
        {
          filter = (TrasScorecardFilter) { .verdict = TRUE, .variation = variation,
                                           .assurance = assurance };
          tras_scorecard_view_set_filter (view, &filter);
          g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==,
                            scorecard->counts[variation][assurance]);
          sum += tras_scorecard_view_get_n_rows (view);
        }
    }
  g_assert_cmpuint (sum, ==, scorecard->rows->len);
}

/* What is typed is stored, shown and taken back; what is wrong stays and says why. */
static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  g_autofree char *before = dup_file (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  Expected expected = { .page = page, .state = TRAS_CELL_MEASURED, .value = 3 };
  const TrasCell *cell;
  Expected old;

  expected.id = go_to_cell (view);
  expected.column = view->cursor_column;
  cell = tras_scorecard_view_get_cell (view, view->cursor_line, view->cursor_column);
  old = expected;
  old.state = cell->state;
  old.value = cell->value;

  tras_scorecard_entry_begin (view, "3x");
  g_assert_true (tras_scorecard_view_is_editing (view));
  g_assert_false (tras_scorecard_entry_commit (view));
  g_assert_nonnull (strstr (tras_scorecard_view_get_words (view), "is not a number"));
  g_assert_true (tras_scorecard_view_is_editing (view));
  gtk_editable_set_text (GTK_EDITABLE (view->entry), "-3");
  g_assert_null (view->entry_error);
  g_assert_false (tras_scorecard_entry_commit (view));
  g_assert_nonnull (strstr (tras_scorecard_view_get_words (view), "below"));
  tras_scorecard_entry_cancel (view);
  g_assert_false (tras_scorecard_view_is_editing (view));

  /* What is the same already is nothing to store. */
  tras_scorecard_entry_begin (view, NULL);
  g_assert_true (tras_scorecard_entry_commit (view));
  g_assert_cmpuint (g_hash_table_size (view->drafts), ==, 0);

  tras_scorecard_entry_begin (view, "3");
  g_assert_true (tras_scorecard_entry_commit (view));
  /* It stands in the cell at once. */
  g_assert_nonnull (tras_scorecard_entry_find_draft (view, view->cursor_line,
                                                     view->cursor_column));
  wait_until (shows_value, &expected);
  g_assert_cmpuint (g_hash_table_size (view->drafts), ==, 0);
  g_assert_cmpint (tras_scorecard_view_get_cursor (view, NULL), ==, expected.id);
  after = dup_file (fixture);
  g_assert_cmpstr (after, !=, before);

  tras_window_undo (GTK_WIDGET (view), 0);
  wait_until (shows_value, &old);
  undone = dup_file (fixture);
  g_assert_cmpstr (undone, ==, before);
}

/* A block is one edit; what is no number is marked where it stands, and the rest is stored. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  g_autofree char *before = dup_file (fixture);
  g_autofree char *undone = NULL;
  Expected expected = { .page = page, .state = TRAS_CELL_MEASURED, .value = 2 };
  Expected old;
  TrasCellDraft *draft;
  int first, second, column;

  expected.id = go_to_cell (view);
  column = view->cursor_column - 1;
  first = view->cursor_line;
  second = tras_scorecard_view_find_row (view, first + 1, 1);
  tras_scorecard_view_move (view, first, column);
  expected.column = column + 1;
  old = expected;
  old.value = tras_scorecard_view_get_cell (view, first, column + 1)->value;

  tras_scorecard_view_paste (view, "1\t2\t3\r\nfour\t5\n");
  /* The cursor is on what is wrong. */
  g_assert_cmpint (view->cursor_line, ==, second);
  g_assert_cmpint (view->cursor_column, ==, column);
  draft = tras_scorecard_entry_find_draft (view, second, column);
  g_assert_cmpstr (draft->text, ==, "four");
  g_assert_nonnull (draft->error);
  g_assert_nonnull (strstr (tras_scorecard_view_get_words (view), "not a number"));

  wait_until (shows_value, &expected);
  expected.column = column;
  expected.value = 1;
  g_assert_true (shows_value (&expected));
  /* The rest was stored, what is wrong is still there. */
  g_assert_cmpuint (g_hash_table_size (view->drafts), ==, 1);
  g_assert_true (tras_scorecard_entry_forget (view));
  g_assert_cmpuint (g_hash_table_size (view->drafts), ==, 0);

  tras_window_undo (GTK_WIDGET (view), 0);
  wait_until (shows_value, &old);
  undone = dup_file (fixture);
  g_assert_cmpstr (undone, ==, before);
}

static gboolean
has_series (gpointer data)
{
  return tras_chart_view_get_series (data) != NULL;
}

static gboolean
has_deviation (gpointer data)
{
  GtkWidget *entry = fixture_find (data, GTK_TYPE_TEXT_VIEW);

  return entry != NULL && gtk_widget_get_mapped (entry);
}

/* On A4 with its margins, in points: lying it is filled, standing it is used to its width. */
static void
assert_fills_paper (TrasIndicatorSeries *series,
                    double               width,
                    double               height,
                    double               least)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, drawn_width, drawn_height;

  tras_chart_paper_draw (cr, width, height, series, TRAS_DAY_NONE, TRAS_DAY_NONE);
  cairo_recording_surface_ink_extents (surface, &x, &y, &drawn_width, &drawn_height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (x + drawn_width, <=, width + 1);
  g_assert_cmpfloat (y + drawn_height, <=, height + 1);
  g_assert_cmpfloat (drawn_width, >=, 0.95 * width);
  g_assert_cmpfloat (drawn_height, >=, least);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The chart is walked point by point, and says each in words. */
static void
test_chart (Fixture       *fixture,
            gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  TrasIndicatorsPage *tab = get_page (fixture);
  TrasChartPage *chart_page;
  TrasChartView *chart;
  TrasIndicatorSeries *series;
  g_autoptr (GPtrArray) unnamed = NULL;
  g_autofree char *words = NULL;
  TrasDay from, to, day;

  g_signal_emit_by_name (view, "open", go_to_cell (view));
  chart_page = TRAS_CHART_PAGE (fixture_find (GTK_WIDGET (tab), TRAS_TYPE_CHART_PAGE));
  chart = tras_chart_page_get_view (chart_page);
  wait_until (has_series, chart);
  fixture_settle (fixture);
  series = tras_chart_view_get_series (chart);
  g_assert_cmpint (tras_chart_view_get_selected (chart), ==, TRAS_DAY_NONE);
  assert_fills_paper (series, 770, 523, 0.95 * 523);
  assert_fills_paper (series, 523, 770, 523);

  day = tras_period_start (series->every, series->periods[series->n - 3]);
  g_assert_true (tras_chart_view_select (chart, day + 2));
  g_assert_cmpint (tras_chart_view_get_selected (chart), ==, day);
  words = tras_chart_view_dup_words (chart);
  g_assert_nonnull (words);
  g_assert_false (tras_chart_view_select (chart, TRAS_DAY_MIN));

  /* A point outside of what is seen comes into sight. */
  tras_chart_view_set_periods (chart, 13);
  day = tras_period_start (series->every, series->periods[0]);
  g_assert_true (tras_chart_view_select (chart, day));
  tras_trend_chart_get_range (tras_chart_view_get_chart (chart), &from, &to);
  g_assert_cmpint (from, <=, day);
  g_assert_cmpint (to, >=, day);
  tras_chart_view_set_periods (chart, 0);
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (fixture->window));

  /* A deviation is filled in as far as is known, and shown. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.deviation", NULL));
  wait_until (has_deviation, tab);
  fixture_settle (fixture);
  unnamed = tras_a11y_dup_unnamed (GTK_WIDGET (tab));
  for (guint i = 0; i < unnamed->len; i++)
    g_test_message ("%s has no name", (char *) unnamed->pdata[i]);
  g_assert_cmpuint (unnamed->len, ==, 0);
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  TrasScorecard *scorecard = tras_scorecard_page_get_scorecard (get_scorecard_page (fixture));

  for (guint i = 0; i < scorecard->rows->len; i++)
    {
      TrasIndicatorSeries *series = ((TrasScorecardRow *) scorecard->rows->pdata[i])->series;
      g_autoptr (TrasDeviation) deviation =
        tras_deviation_draft_from_point (series, series->periods[series->n - 1]);
      g_autoptr (TrasAction) action = tras_deviation_draft_action (deviation, "Ask", series->day);

      g_assert_cmpint (deviation->owner_id, ==, series->indicator->owner_id);
      g_assert_cmpint (deviation->area_id, ==, series->indicator->area_id);
      g_assert_true (g_str_has_prefix (deviation->fact, series->indicator->name));
      g_assert_cmpstr (deviation->state, ==, "open");
      if (tras_indicator_series_is_signal (series))
        g_assert_cmpstr (deviation->origin, ==, "signal");
      else
        g_assert_cmpstr (deviation->origin, !=, "signal");
      g_assert_cmpint (action->owner_id, ==, deviation->owner_id);
      g_assert_cmpint (action->due_on, >, series->day);
    }
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  TrasScorecardView *view = tras_scorecard_page_get_view (get_scorecard_page (fixture));
  int line;

  fixture_assert_named (GTK_WIDGET (fixture->window));
  /* Whoever hears the scorecard hears each cell. */
  go_to_cell (view);
  line = view->cursor_line;
  for (int column = TRAS_SCORECARD_NAME; column < (int) view->scorecard->n_cells; column++)
    {
      g_autofree char *title = tras_scorecard_view_dup_title (view, line, column);

      tras_scorecard_view_move (view, line, column);
      g_assert_true (g_str_has_prefix (tras_scorecard_view_get_words (view), title));
    }
}

static guint
count_headings (TrasScorecardView *view)
{
  guint n = 0;

  for (guint i = 0; i < view->lines->len; i++)
    n += tras_scorecard_view_get_line (view, (int) i)->row == NULL;

  return n;
}

/* What stands together is chosen, and kept. */
static void
test_grouping (Fixture       *fixture,
               gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  guint n_rows = tras_scorecard_view_get_n_rows (view);
  g_autofree char *word = NULL;
  guint place = 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page),
                                             "scorecard-page.scorecard-grouping", "s", "lever"));
  word = g_settings_get_string (settings, "scorecard-grouping");
  g_assert_cmpstr (word, ==, "lever");
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, n_rows);
  for (guint i = 0; i < view->lines->len; i++)
    {
      const TrasScorecardLine *line = tras_scorecard_view_get_line (view, (int) i);
      guint now;

      if (line->row == NULL)
        continue;
      now = line->row->series->indicator->lever ? 0 : 1;
      g_assert_cmpuint (now, >=, place);
      place = now;
    }
  g_assert_cmpuint (place, ==, 1);

  g_settings_set_string (settings, "scorecard-grouping", "family");
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, n_rows);
  g_assert_cmpuint (count_headings (view), >, 3);
  for (guint i = 0; i + 1 < view->lines->len; i++)
    {
      const TrasScorecardLine *line = tras_scorecard_view_get_line (view, (int) i);
      const TrasScorecardLine *next = tras_scorecard_view_get_line (view, (int) i + 1);

      if (line->row != NULL && next->row != NULL)
        g_assert_cmpstr (line->row->series->indicator->family, ==,
                         next->row->series->indicator->family);
    }
  g_settings_reset (settings, "scorecard-grouping");
}

static gboolean
has_retired (gpointer data)
{
  return tras_scorecard_page_get_scorecard (data)->retired->len == 1;
}

static gboolean
has_none_retired (gpointer data)
{
  return tras_scorecard_page_get_scorecard (data)->retired->len == 0;
}

static gboolean
is_shown_as_retired (gpointer data)
{
  TrasIndicatorSeries *series = tras_chart_view_get_series (data);

  return series != NULL && series->indicator->retired_on != TRAS_DAY_NONE;
}

/* What is measured no more leaves the scorecard, is found again, and comes back. */
static void
test_retire (Fixture       *fixture,
             gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  TrasScorecardFilter filter = { .retired = TRUE };
  guint n = tras_scorecard_view_get_n_rows (view);
  gint64 id = go_to_cell (view);
  TrasChartPage *chart_page;
  GtkWidget *popover, *entry;

  g_signal_emit_by_name (view, "open", id);
  chart_page = TRAS_CHART_PAGE (fixture_find (GTK_WIDGET (get_page (fixture)),
                                           TRAS_TYPE_CHART_PAGE));
  wait_until (has_series, tras_chart_page_get_view (chart_page));
  fixture_settle (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart_page), "chart.retire", NULL));
  popover = fixture_find (GTK_WIDGET (chart_page), TRAS_TYPE_NOTE_POPOVER);
  g_assert_nonnull (popover);
  entry = fixture_find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nobody asks for it");
  g_signal_emit_by_name (entry, "activate");
  wait_until (has_retired, page);
  wait_until (is_shown_as_retired, tras_chart_page_get_view (chart_page));
  fixture_settle (fixture);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, n - 1);

  tras_scorecard_view_set_filter (view, &filter);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, 1);
  g_assert_cmpint (tras_scorecard_view_get_cursor (view, NULL), ==, id);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart_page), "chart.bring-back", NULL));
  wait_until (has_none_retired, page);
  fixture_settle (fixture);
  filter.retired = FALSE;
  tras_scorecard_view_set_filter (view, &filter);
  g_assert_cmpuint (tras_scorecard_view_get_n_rows (view), ==, n);
}

static gboolean
is_written (gpointer data)
{
  return g_hash_table_size (((TrasScorecardView *) data)->drafts) == 0;
}

/* Nothing that is pasted goes without a word, and one undo takes back what was stored. */
static void
test_paste_beside (Fixture       *fixture,
                   gconstpointer  data)
{
  TrasScorecardPage *page = get_scorecard_page (fixture);
  TrasScorecardView *view = tras_scorecard_page_get_view (page);
  g_autofree char *before = dup_file (fixture);
  g_autofree char *undone = NULL;
  Expected expected = { .page = page, .state = TRAS_CELL_MEASURED, .value = 2 };
  Expected old;
  int last;

  expected.id = go_to_cell (view);
  expected.column = view->cursor_column;
  tras_scorecard_view_move (view, view->cursor_line, (int) view->scorecard->n_cells - 1);
  expected.column = view->cursor_column;
  old = expected;
  old.state = tras_scorecard_view_get_cell (view, view->cursor_line, view->cursor_column)->state;
  old.value = tras_scorecard_view_get_cell (view, view->cursor_line, view->cursor_column)->value;

  tras_scorecard_view_paste (view, "2\t3\t\t4\n");
  g_assert_nonnull (strstr (tras_scorecard_view_get_words (view), "2 values lie beyond"));
  wait_until (shows_value, &expected);
  wait_until (is_written, view);

  last = view->cursor_line;
  for (int line = last; line >= 0; line = tras_scorecard_view_find_row (view, line + 1, 1))
    last = line;
  tras_scorecard_view_move (view, last, 0);
  g_assert_null (strstr (tras_scorecard_view_get_words (view), "beyond"));
  tras_scorecard_view_paste (view, "\n5\n\n6\n");
  g_assert_nonnull (strstr (tras_scorecard_view_get_words (view), "2 values lie below"));
  g_assert_cmpuint (g_hash_table_size (view->drafts), ==, 0);

  tras_window_undo (GTK_WIDGET (view), 0);
  wait_until (shows_value, &old);
  undone = dup_file (fixture);
  g_assert_cmpstr (undone, ==, before);
}

static TrasIndicatorSeries *
find_unit (TrasScorecardPage *page,
           const char        *unit)
{
  TrasScorecard *scorecard = tras_scorecard_page_get_scorecard (page);

  for (guint i = 0; i < scorecard->rows->len; i++)
    {
      TrasIndicatorSeries *series = ((TrasScorecardRow *) scorecard->rows->pdata[i])->series;

      if (g_str_equal (series->indicator->unit, unit))
        return series;
    }

  g_assert_not_reached ();
}

/* Numbers are read as spreadsheets write them, with their units; another unit is refused. */
static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *unit;
    const char *text;
    double value; /* NAN: refused */
  } cases[] = {
    { "%", "12", 12 },
    { "%", " 12.5 % ", 12.5 },
    { "%", "12\302\240%", 12 },
    { "%", "1,5", NAN },
    { "%", "12 orders", NAN },
    { "orders", "2.5 orders", 2.5 },
    { "orders", "2.5 ORDERS", 2.5 },
    { "orders", "orders 2.5", 2.5 },
    { "orders", "1,234.5", 1234.5 },
    { "orders", "1 234", 1234 },
    { "orders", "2.5 %", NAN },
    { "orders", "orders", NAN },
    { "orders", "2.5 hours", NAN },
    { "orders", "#N/A", NAN },
    { "orders", "1.2.3", NAN },
    { "€", "€1,234.50", 1234.5 },
    { "€", "1,234.50\302\240€", 1234.5 },
    { "€", "3 €", 3 },
    { "€", "$5", NAN },
  };
  TrasScorecardPage *page = get_scorecard_page (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrasIndicatorSeries *series = find_unit (page, cases[i].unit);
      g_autoptr (GError) error = NULL;
      double value = NAN;
      gboolean taken = tras_cell_parse_value (series, cases[i].text, &value, &error);

      g_test_message ("%s: %s", cases[i].unit, cases[i].text);
      g_assert_cmpint (taken, ==, !isnan (cases[i].value));
      if (taken)
        g_assert_cmpfloat (value, ==, cases[i].value);
      else
        g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
    }
}

/* What is closed stands back behind what is not. */

static gboolean
has_class (GtkWidget  *widget,
           const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_class (child, css_class))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_closed (gpointer data)
{
  return has_class (data, "tras-deviation-closed");
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GPtrArray) deviations = NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "closed");
  deviations = fixture_read (fixture, query);
  g_assert_cmpuint (deviations->len, >, 0);
  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_DEVIATION,
                                          ((TrasRecord *) deviations->pdata[0])->id));
  wait_until (has_closed, get_page (fixture));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  g_test_add_func ("/indicators/changes", test_changes);
  g_test_add_func ("/indicators/columns", test_columns);
  g_test_add_func ("/indicators/obstacles", test_obstacles);
  fixture_add ("/indicators/content", test_content);
  fixture_add ("/indicators/filter", test_filter);
  fixture_add ("/indicators/type", test_type);
  fixture_add ("/indicators/paste", test_paste);
  fixture_add ("/indicators/paste-beside", test_paste_beside);
  fixture_add ("/indicators/units", test_units);
  fixture_add ("/indicators/chart", test_chart);
  fixture_add ("/indicators/draft", test_draft);
  fixture_add ("/indicators/grouping", test_grouping);
  fixture_add ("/indicators/retire", test_retire);
  fixture_add ("/indicators/names", test_names);
  fixture_add ("/indicators/closed", test_closed);

  return fixture_run ();
}
