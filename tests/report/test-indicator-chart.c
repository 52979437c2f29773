/* test-indicator-chart.c: from an indicator to its chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-chart-format.h"
#include "tras-decision.h"
#include "tras-error.h"
#include "tras-goal-board.h"
#include "tras-indicator-chart.h"
#include "tras-model-fixture.h"
#include "tras-target-path.h"

static TrasIndicatorSeries *
load (Fixture *fixture,
      gint64   id,
      TrasDay  on)
{
  g_autoptr (GError) error = NULL;
  TrasIndicatorSeries *series = tras_indicator_series_load (fixture->db, id, on, &error);

  g_assert_no_error (error);
  g_assert_true (tras_indicator_series_load_marks (series, fixture->db, &error));
  g_assert_no_error (error);

  return series;
}

/* 4 and 6 in turn for 20 weeks, then 30, left out of the limits by nobody. */
static gint64
make_indicator_with_signal (Fixture *fixture)
{
  TrasIndicator *indicator = make_indicator ("Returns", "down", "sum");
  gint64 id;

  indicator->floor = 0;
  id = insert (fixture, indicator);
  for (int week = 0; week < 20; week++)
    measure (fixture, id, week, week % 2 == 0 ? 4 : 6);
  measure (fixture, id, 21, 30);

  return id;
}

static void
add_target (Fixture    *fixture,
            gint64      indicator,
            const char *shape,
            double      baseline,
            double      value)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->shape = g_intern_string (shape);
  target->baseline = baseline;
  target->value = value;
  target->from_on = day ("1998-01-01");
  target->to_on = day ("1998-12-31");
  insert (fixture, target);
}

static void
test_points (Fixture       *fixture,
             gconstpointer  unused)
{
  gint64 id = make_indicator_with_signal (fixture);
  TrasMeasurement *absent = tras_measurement_new ();
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (TrasTrendData) data = NULL;
  const TrasTrendSegment *segments;
  guint n;

  absent->indicator_id = id;
  absent->period_on = day ("1997-12-29") + 7 * 20;
  absent->note = g_strdup ("stocktaking");
  insert (fixture, absent);

  series = load (fixture, id, day ("1998-05-31"));
  data = tras_indicator_chart_dup_data (series);

  g_assert_cmpstr (tras_trend_data_get_title (data), ==, "Returns");
  g_assert_cmpint (tras_trend_data_get_better (data), ==, TRAS_TREND_BETTER_DOWN);
  g_assert_cmpuint (tras_trend_data_get_line (data)->n_values, ==, 22);
  for (gsize i = 0; i < 22; i++)
    {
      TrasCell cell;

      tras_indicator_series_get_cell (series, tras_period_index (TRAS_EVERY_WEEK,
                                                tras_trend_data_get_day (data, i)), &cell);
      if (cell.state == TRAS_CELL_ABSENT)
        g_assert_true (isnan (tras_trend_data_get_value (data, i)));
      else
        g_assert_cmpfloat (tras_trend_data_get_value (data, i), ==, cell.value);
    }
  g_assert_cmpstr (tras_trend_data_get_note (data, 20), ==, "stocktaking");
  g_assert_cmpint (tras_trend_data_get_glyph (data, 19), ==, TRAS_GLYPH_USUAL);
  g_assert_cmpint (tras_trend_data_get_glyph (data, 21), ==, TRAS_GLYPH_WORSE_UP);
  g_assert_cmpint (tras_indicator_chart_newest_glyph (series), ==, TRAS_GLYPH_WORSE_UP);

  /* 5 ± 2.66·2 goes below the floor, which is no limit. */
  segments = tras_trend_data_get_segments (data, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat_with_epsilon (segments[0].mean, 5, 1e-9);
  g_assert_cmpfloat (segments[0].lower, ==, 0);
  g_assert_true (segments[0].lower_clamped);
  g_assert_false (segments[0].upper_clamped);
  g_assert_cmpint (segments[0].from, ==, day ("1997-12-29"));
  g_assert_cmpint (segments[0].to, ==, day ("1997-12-29") + 7 * 21);
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 id = make_indicator_with_signal (fixture);
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (TrasTrendData) data = NULL;
  const TrasTrendTarget *targets;
  guint n;

  add_target (fixture, id, "keep", NAN, 5);
  add_target (fixture, id, "total", NAN, 200);
  add_target (fixture, id, "reach", 6, 3);
  series = load (fixture, id, day ("1998-05-31"));
  data = tras_indicator_chart_dup_data (series);

  targets = tras_trend_data_get_targets (data, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (targets[0].low, ==, 5);
  g_assert_cmpfloat (targets[0].high, ==, 5);
  g_assert_true (isnan (targets[0].baseline));
  g_assert_cmpfloat (targets[1].baseline, ==, 6);
  g_assert_cmpfloat (targets[1].low, ==, 3);
}

/* The height of the thin line on a day; NAN where there is none. */
static double
get_line (TrasTrendData *data,
          TrasDay        on)
{
  const TrasTrendTarget *steps;
  double height = NAN;
  guint n;

  steps = tras_trend_data_get_targets (data, &n);
  for (guint i = 0; i < n; i++)
    {
      if (on >= steps[i].from && on <= steps[i].to)
        height = tras_pace_expected (steps[i].baseline, steps[i].low,
                                     tras_pace_elapsed (steps[i].from, steps[i].to, on));
    }

  return height;
}

/* The line on the chart is what the goal's pace is held against, on every day of the path, in
 * whichever order and with whichever first days its steps were typed. */
static void
test_path (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct
  {
    double baseline, value;
    const char *from, *to;
  } steps[] = {
    { 6, 1, "1998-01-05", "1998-12-31" },
    { 6, 5, "1998-01-05", "1998-03-31" },
    { 5, 3, "1998-04-01", "1998-07-31" },
  };
  gint64 id = make_indicator_with_signal (fixture);
  TrasGoal *goal = tras_goal_new ();
  gint64 goal_id;

  goal->owner_id = 1;
  goal->title = g_strdup ("Fewer returns");
  goal->starts_on = day ("1998-01-05");
  goal->due_on = day ("1998-12-31");
  goal_id = insert (fixture, goal);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      TrasTarget *target = tras_target_new ();

      target->indicator_id = id;
      target->goal_id = goal_id;
      target->shape = "reach";
      target->baseline = steps[i].baseline;
      target->value = steps[i].value;
      target->from_on = day (steps[i].from);
      target->to_on = day (steps[i].to);
      insert (fixture, target);
    }

  for (TrasDay on = day ("1998-01-05"); on <= day ("1998-12-31"); on += 5)
    {
      g_autoptr (TrasIndicatorSeries) series = load (fixture, id, on);
      g_autoptr (TrasTrendData) data = tras_indicator_chart_dup_data (series);
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      g_autoptr (TrasGoalBoard) board = NULL;
      g_autoptr (GError) error = NULL;
      TrasTargetStatus *status;

      g_ptr_array_add (all, series);
      board = tras_goal_board_load (fixture->db, on, all, &error);
      g_assert_no_error (error);
      status = ((TrasGoalStatus *) board->goals->pdata[0])->targets->pdata[0];
      g_assert_cmpfloat_with_epsilon (get_line (data, on), status->expected, 1e-9);
    }
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 id = make_indicator_with_signal (fixture);
  TrasDecision *decision = tras_decision_new ();
  TrasSegment *step = tras_segment_new ();
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (TrasTrendData) data = NULL;
  const TrasTrendMark *marks;
  guint n;

  decision->code = g_strdup ("X-1");
  decision->decided_on = day ("1998-02-03");
  decision->by_id = 1;
  decision->what = g_strdup ("two shifts");
  decision->why = g_strdup ("-");
  decision->indicator_id = id;
  insert (fixture, decision);
  step->indicator_id = id;
  step->from_on = day ("1998-03-02");
  step->base_n = 20;
  step->why = g_strdup ("new carrier");
  insert (fixture, step);

  series = load (fixture, id, day ("1998-05-31"));
  data = tras_indicator_chart_dup_data (series);
  marks = tras_trend_data_get_marks (data, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (marks[0].kind, ==, TRAS_TREND_MARK_DECISION);
  g_assert_cmpint (marks[0].day, ==, day ("1998-02-03"));
  g_assert_cmpstr (marks[0].label, ==, "two shifts");
  g_assert_cmpint (marks[1].kind, ==, TRAS_TREND_MARK_STEP);
  tras_trend_data_get_segments (data, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* A month holds what its weeks add up to, and nothing where one of them was not measured. The weeks
 * of February 1998 begin on the 2nd, 9th, 16th and 23rd. */
static void
test_months (Fixture       *fixture,
             gconstpointer  unused)
{
  gint64 id = insert (fixture, make_indicator ("Orders", "up", "sum"));
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (TrasTrendData) data = NULL;
  const double *this_year, *last_year;
  TrasDay first;

  for (int week = 0; week < 60; week++)
    {
      if (week != 10)
        measure (fixture, id, week, 1 + week);
    }
  series = load (fixture, id, day ("1999-02-21"));
  data = tras_indicator_chart_dup_data (series);

  g_assert_true (tras_trend_data_get_months (data, &first, &this_year, &last_year));
  g_assert_cmpint (first, ==, day ("1998-02-01"));
  g_assert_cmpfloat (this_year[0], ==, 6 + 7 + 8 + 9);
  g_assert_true (isnan (this_year[1]));
  g_assert_cmpfloat (this_year[2], ==, 14 + 15 + 16 + 17 + 18);
  g_assert_cmpfloat (last_year[11], ==, 1 + 2 + 3 + 4 + 5);
  g_assert_true (isnan (last_year[10]));
}

static void
test_sparkline (Fixture       *fixture,
                gconstpointer  unused)
{
  gint64 id = make_indicator_with_signal (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasScorecard) scorecard = NULL;
  TrasScorecardRow *row;
  TrasSparkline sparkline;
  double values[13];

  g_assert_cmpint (id, >, 0);
  scorecard = tras_scorecard_load (fixture->db, day ("1998-05-31"), 13, &error);
  g_assert_no_error (error);
  row = scorecard->rows->pdata[0];
  tras_indicator_chart_fill_sparkline (row->series, row->cells, 13, values, &sparkline);

  g_assert_cmpuint (sparkline.n_values, ==, 13);
  g_assert_cmpfloat (values[12], ==, 30);
  g_assert_true (isnan (values[11]));
  g_assert_cmpfloat (values[10], ==, 6);
  g_assert_cmpint (sparkline.glyph, ==, TRAS_GLYPH_WORSE_UP);
  g_assert_cmpfloat_with_epsilon (sparkline.upper, 10.32, 1e-9);
}

/* Numbers and dates are those of the language, whatever the process speaks. */
static void
test_format (void)
{
  const TrasChartFormat *es, *en;
  g_autofree char *number = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *full = NULL;
  g_autofree char *month = NULL;

  es = tras_indicator_chart_get_format (tras_number_format_for_language ("es"));
  en = tras_indicator_chart_get_format (tras_number_format_for_language ("en"));
  g_assert_true (es != en);
  g_assert_true (es == tras_indicator_chart_get_format (tras_number_format_for_language ("es")));

  number = tras_chart_format_number (es, -12345.5, 1);
  g_assert_cmpstr (number, ==, "\342\210\22212.345,5");
  letter = tras_chart_format_date (es, day ("1998-01-05"), TRAS_DATE_FORM_MONTH_LETTER);
  g_assert_cmpstr (letter, ==, "E");
  full = tras_chart_format_date (es, day ("1998-01-05"), TRAS_DATE_FORM_FULL);
  g_assert_cmpstr (full, ==, "5 ene 1998");
  month = tras_chart_format_date (en, day ("1998-01-05"), TRAS_DATE_FORM_MONTH_YEAR);
  g_assert_cmpstr (month, ==, "Jan 1998");
}

static void
test_write (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *name;
    const char *magic;
  } files[] = {
    { "chart.png", "\211PNG" }, { "chart.svg", "<?xml" }, { "chart.PDF", "%PDF" },
  };

  make_indicator_with_signal (fixture);
  insert (fixture, make_indicator ("Not measured", "up", "mean"));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 2; k++)
        {
          tras_indicator_chart_write (fixture->db, k == 0 ? "Not measured" : "Returns",
                                      TRAS_DAY_NONE, k == 0 ? TRAS_DAY_NONE : day ("1998-05-31"),
                                      "es", path, &error);
          g_assert_no_error (error);
          g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
          g_assert_true (g_str_has_prefix (content, files[i].magic));
          g_clear_pointer (&content, g_free);
        }
      g_unlink (path);
    }
}

static void
assert_refused (Fixture    *fixture,
                const char *indicator,
                const char *name,
                int         code)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tras_indicator_chart_write (fixture->db, indicator, TRAS_DAY_NONE,
                                              TRAS_DAY_NONE, NULL, path, &error));
  g_assert_error (error, TRAS_ERROR, code);
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "chart.svg", NULL);

  make_indicator_with_signal (fixture);
  assert_refused (fixture, "Nothing", "chart.svg", TRAS_ERROR_NOT_FOUND);
  assert_refused (fixture, "Returns", "chart.gif", TRAS_ERROR_INVALID);
  assert_refused (fixture, "Returns", "no-folder/chart.svg", TRAS_ERROR_NOT_FOUND);
  g_assert_false (tras_indicator_chart_write (fixture->db, "Returns", day ("1998-02-02"),
                                              day ("1998-02-01"), NULL, path, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/indicator-chart/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("points", test_points);
  ADD ("targets", test_targets);
  ADD ("path", test_path);
  ADD ("marks", test_marks);
  ADD ("months", test_months);
  ADD ("sparkline", test_sparkline);
  ADD ("write", test_write);
  ADD ("refused", test_refused);
  g_test_add_func ("/indicator-chart/format", test_format);

  return g_test_run ();
}
