/* test-year-ends.c: days, weeks and months over the ends of years, and what is not known of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-indicator-series.h"
#include "tras-model-fixture.h"
#include "tras-scorecard.h"
#include "tras-sentence.h"

/* 2020 and 2026 have a week 53; the week 1 of 2025 begins in December; that of 2023 in January. */
static const struct
{
  int year;
  const char *last_week;
  const char *first_week;
  const char *first_monday;
} ends[] = {
  { 2021, "W53 2020", "W01 2021", "2021-01-04" },
  { 2023, "W52 2022", "W01 2023", "2023-01-02" },
  { 2025, "W52 2024", "W01 2025", "2024-12-30" },
  { 2027, "W53 2026", "W01 2027", "2027-01-04" },
};

static const struct
{
  TrasEvery every;
  const char *word;
  gint32 before;   /* how many periods before the year's first one */
} everies[] = {
  { TRAS_EVERY_DAY, "day", 40 },
  { TRAS_EVERY_WEEK, "week", 20 },
  { TRAS_EVERY_MONTH, "month", 20 },
};

#define N 60

/* What is known of the period: nothing, that it is missing, 0, or a number. */
static TrasCellState
get_state (gint32  place,
           double *value)
{
  *value = NAN;
  if (place % 7 == 3)
    return TRAS_CELL_OPEN;
  if (place % 7 == 5)
    return TRAS_CELL_ABSENT;
  *value = place % 7 == 0 ? 0 : place;

  return TRAS_CELL_MEASURED;
}

static gint32
get_first (guint every,
           guint end)
{
  return tras_period_index (everies[every].every, tras_day_new (ends[end].year, 1, 1)) -
         everies[every].before;
}

static gint64
add (Fixture    *fixture,
     const char *name,
     guint       every,
     gint32      first,
     const char *formula)
{
  static guint n;
  g_autofree char *unique = g_strdup_printf ("%s %u", name, n++);
  TrasIndicator *indicator = make_indicator (unique, "up", "sum");

  indicator->every = g_intern_string (everies[every].word);
  indicator->starts_on = tras_period_start (everies[every].every, first);
  if (formula != NULL)
    {
      g_free (indicator->source);
      indicator->source = g_strdup (TRAS_SOURCE_FORMULA);
      indicator->formula = g_strdup (formula);
    }

  return insert (fixture, indicator);
}

static void
fill (Fixture *fixture,
      gint64   id,
      guint    every,
      gint32   first)
{
  for (gint32 place = 0; place < N; place++)
    {
      TrasMeasurement *row;
      double value;
      TrasCellState state = get_state (place, &value);

      if (state == TRAS_CELL_OPEN)
        continue;
      row = tras_measurement_new ();
      row->indicator_id = id;
      row->period_on = tras_period_start (everies[every].every, first + place);
      row->value = value;
      row->note = state == TRAS_CELL_ABSENT ? g_strdup ("closed") : NULL;
      insert (fixture, row);
    }
}

static TrasIndicatorSeries *
load (Fixture *fixture,
      gint64   id,
      TrasDay  on)
{
  g_autoptr (GError) error = NULL;
  TrasIndicatorSeries *series = tras_indicator_series_load (fixture->db, id, on, &error);

  g_assert_no_error (error);
  g_assert_null (series->problem);

  return series;
}

/* Every period is one cell: empty, missing with its note, 0 or a number, and none of them twice. */
static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint every = 0; every < G_N_ELEMENTS (everies); every++)
    for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
      {
        gint32 first = get_first (every, end);
        TrasDay last_day = tras_period_start (everies[every].every, first + N) - 1;
        gint64 id = add (fixture, "Typed", every, first, NULL);
        g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                              NULL);
        g_autoptr (TrasIndicatorSeries) series = NULL;
        g_autoptr (GArray) missing = NULL;
        guint n_open = 0, n_absent = 0, n_measured = 0;

        fill (fixture, id, every, first);
        series = load (fixture, id, last_day);
        g_assert_cmpint (series->first_due, ==, first);
        g_assert_cmpint (series->last_due, ==, first + N - 1);
        g_assert_true (tras_series_is_valid (&series->series));
        for (gint32 place = 0; place < N; place++)
          {
            double value;
            TrasCellState state = get_state (place, &value);
            TrasCell cell;

            tras_indicator_series_get_cell (series, first + place, &cell);
            g_assert_cmpint (cell.state, ==, state);
            g_assert_cmpstr (cell.note, ==, state == TRAS_CELL_ABSENT ? "closed" : NULL);
            if (state == TRAS_CELL_MEASURED)
              g_assert_cmpfloat (cell.value, ==, value);
            else
              g_assert_true (isnan (cell.value));
            n_open += state == TRAS_CELL_OPEN;
            n_absent += state == TRAS_CELL_ABSENT;
            n_measured += state == TRAS_CELL_MEASURED;
            g_assert_true (g_hash_table_add (names,
                                             tras_sentence_period (series->every, first + place,
                                               tras_number_format_for_language ("en"))));
          }
        g_assert_cmpuint (series->n_absent, ==, n_absent);
        g_assert_cmpuint (series->n, ==, n_measured);
        missing = tras_indicator_series_dup_missing (series, N);
        g_assert_cmpuint (missing->len, ==, n_open);
      }
}

/* The names of the weeks on both sides, each seven days behind the one before. */
static void
test_weeks (void)
{
  const TrasNumberFormat *format = tras_number_format_for_language ("en");

  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      TrasDay monday = day (ends[end].first_monday);
      gint32 week = tras_period_index (TRAS_EVERY_WEEK, monday);
      g_autofree char *first = tras_sentence_period (TRAS_EVERY_WEEK, week, format);
      g_autofree char *last = tras_sentence_period (TRAS_EVERY_WEEK, week - 1, format);

      g_assert_cmpstr (first, ==, ends[end].first_week);
      g_assert_cmpstr (last, ==, ends[end].last_week);
      g_assert_cmpint (tras_period_start (TRAS_EVERY_WEEK, week), ==, monday);
      g_assert_cmpint (tras_period_start (TRAS_EVERY_WEEK, week - 1), ==, monday - 7);
    }
}

/* On the scorecard, seen from every day about the end of the year: thirteen periods without a hole,
 * the last one the present one, which is not asked for before it is over. */
static void
test_scorecard (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      TrasDay new_year = tras_day_new (ends[end].year, 1, 1);

      for (guint every = 0; every < G_N_ELEMENTS (everies); every++)
        {
          gint32 first = get_first (every, end);

          fill (fixture, add (fixture, everies[every].word, every, first, NULL), every, first);
        }

      for (TrasDay on = new_year - 10; on <= new_year + 10; on++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (TrasScorecard) card = tras_scorecard_load (fixture->db, on, 13, &error);

          g_assert_no_error (error);
          for (guint i = 0; i < card->rows->len; i++)
            {
              TrasScorecardRow *row = card->rows->pdata[i];
              TrasEvery every = row->series->every;

              g_assert_cmpint (row->cells[12].period, ==, tras_period_index (every, on));
              for (guint k = 0; k < 13; k++)
                {
                  const TrasCell *cell = &row->cells[k];
                  TrasDay start = tras_period_start (every, cell->period);
                  TrasDay after = tras_period_start (every, cell->period + 1);

                  g_assert_cmpint (cell->period, ==, row->cells[12].period - 12 + (gint32) k);
                  if (cell->state == TRAS_CELL_OPEN)
                    g_assert_cmpint (after, <=, on + 1);
                  else if (cell->state != TRAS_CELL_OUTSIDE)
                    g_assert_cmpint (start, <=, on);
                }
            }
        }
    }
}

/* A formula has a number where all its inputs have one, zeros among them, and nothing elsewhere; a
 * sum of the last periods goes over the end of the year, and over no hole. */
static void
test_formulas (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint every = 0; every < G_N_ELEMENTS (everies); every++)
    for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
      {
        gint32 first = get_first (every, end);
        TrasDay last_day = tras_period_start (everies[every].every, first + N) - 1;
        gint64 id = add (fixture, "Input", every, first, NULL);
        g_autofree char *twice = g_strdup_printf ("2 * [#%" G_GINT64_FORMAT "]", id);
        g_autofree char *moving = g_strdup_printf ("sum ([#%" G_GINT64_FORMAT "], 3)", id);
        g_autoptr (TrasIndicatorSeries) doubled = NULL;
        g_autoptr (TrasIndicatorSeries) summed = NULL;

        fill (fixture, id, every, first);
        doubled = load (fixture, add (fixture, "Twice", every, first, twice), last_day);
        summed = load (fixture, add (fixture, "Moving", every, first, moving), last_day);
        for (gint32 place = 0; place < N; place++)
          {
            double value, sum = 0;
            TrasCell cell;

            get_state (place, &value);
            tras_indicator_series_get_cell (doubled, first + place, &cell);
            g_assert_cmpint (cell.state, ==, isnan (value) ? TRAS_CELL_OUTSIDE
                                                           : TRAS_CELL_MEASURED);
            if (!isnan (value))
              g_assert_cmpfloat (cell.value, ==, 2 * value);

            for (gint32 back = 0; back < 3; back++)
              {
                get_state (place - back, &value);
                sum += place >= back ? value : NAN;
              }
            tras_indicator_series_get_cell (summed, first + place, &cell);
            g_assert_cmpint (cell.state, ==, isnan (sum) ? TRAS_CELL_OUTSIDE : TRAS_CELL_MEASURED);
            if (!isnan (sum))
              g_assert_cmpfloat (cell.value, ==, sum);
          }
      }
}

/* Rows of a time when the indicator was measured more often: a period is one cell all the same, and
 * the first thing said of it stands. */
static void
test_shared_periods (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *on;
    double value;
    const char *note;
  } rows[] = {
    { "2026-12-28", NAN, "closed" }, { "2026-12-29", 4, NULL }, { "2026-12-30", NAN, "ill" },
    { "2027-01-04", 5, NULL }, { "2027-01-05", NAN, "ill" }, { "2027-01-06", 6, NULL },
    { "2027-01-12", NAN, "ill" }, { "2027-01-13", NAN, "closed" },
  };
  gint64 id = add (fixture, "Days", 1, tras_period_index (TRAS_EVERY_WEEK, day ("2026-12-21")),
                   NULL);
  gint32 week = tras_period_index (TRAS_EVERY_WEEK, day ("2026-12-28"));
  g_autoptr (TrasIndicatorSeries) series = NULL;
  TrasCell cell;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TrasMeasurement *row = tras_measurement_new ();

      row->indicator_id = id;
      row->period_on = day (rows[i].on);
      row->value = rows[i].value;
      row->note = g_strdup (rows[i].note);
      insert (fixture, row);
    }

  series = load (fixture, id, day ("2027-01-17"));
  g_assert_cmpuint (series->n, ==, 1);
  g_assert_cmpuint (series->n_absent, ==, 2);
  tras_indicator_series_get_cell (series, week, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_ABSENT);
  g_assert_cmpstr (cell.note, ==, "closed");
  tras_indicator_series_get_cell (series, week + 1, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_MEASURED);
  g_assert_cmpfloat (cell.value, ==, 5);
  tras_indicator_series_get_cell (series, week + 2, &cell);
  g_assert_cmpstr (cell.note, ==, "ill");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/model/year-ends/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("cells", test_cells);
  ADD ("scorecard", test_scorecard);
  ADD ("formulas", test_formulas);
  ADD ("shared-periods", test_shared_periods);
  g_test_add_func ("/model/year-ends/weeks", test_weeks);

  return g_test_run ();
}
