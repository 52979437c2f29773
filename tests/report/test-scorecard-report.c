/* test-scorecard-report.c: the scorecard, from a file to its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through tras-indicator-cells.c too, which has no way in of its own.
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "report-text.h"
#include "tras-error.h"
#include "tras-model-fixture.h"
#include "tras-scorecard-report.h"

/* The Sunday of W22 of 1998, 22 weeks after the fixture's first. */
#define DAY "1998-05-31"
#define N_WEEKS 22

static void
add_indicators (Fixture *fixture,
                guint    first,
                guint    n)
{
  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Indicator number %02u", i);
      TrasIndicator *indicator = make_indicator (name, "down", "mean");
      gint64 id;

      indicator->lever = i % 2;
      g_free (indicator->unit);
      indicator->unit = g_strdup (i % 3 == 0 ? "%" : "orders");
      id = insert (fixture, indicator);
      for (int week = 0; week < N_WEEKS; week++)
        measure (fixture, id, week, i == 0 && week == N_WEEKS - 1 ? 987 : 40 + 2 * (week % 2));
    }
}

static TrasReport *
load (Fixture                   *fixture,
      const TrasScorecardFilter *filter,
      guint                      n_cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasScorecard) scorecard = tras_scorecard_load (fixture->db, day (DAY), n_cells,
                                                             &error);

  g_assert_no_error (error);

  return tras_scorecard_report_new (scorecard, filter, "Firm",
                                    tras_number_format_for_language ("en"), TRAS_A4_HEIGHT,
                                    TRAS_A4_WIDTH);
}

static void
assert_proper (TrasReport *report)
{
  const TrasPlace *places;
  TrasRect content;
  double width, height;
  guint n;

  tras_report_get_page_size (report, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, TRAS_A4_HEIGHT, 1e-6);
  g_assert_cmpfloat_with_epsilon (height, TRAS_A4_WIDTH, 1e-6);
  tras_page_layout_get_content (tras_report_get_pages (report), &content);
  places = tras_report_get_places (report, &n);
  assert_pages (places, n, &content);
}

static char *
dup_text (TrasReport *report,
          Fixture    *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "scorecard.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_report_write (report, path, &error));
  g_assert_no_error (error);

  return take_pdf_text (path);
}

/* Some forty fit a page, more go on with their head; nothing leaves the paper. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const TrasScorecardFilter all = { 0 };
  g_autoptr (TrasReport) few = NULL;
  g_autoptr (TrasReport) many = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) heads = NULL;

  add_indicators (fixture, 0, 40);
  few = load (fixture, &all, 13);
  g_assert_cmpuint (tras_report_get_n_pages (few), ==, 1);
  assert_proper (few);

  add_indicators (fixture, 40, 60);
  many = load (fixture, &all, 13);
  g_assert_cmpuint (tras_report_get_n_pages (many), >, 1);
  assert_proper (many);
  text = dup_text (many, fixture);
  if (text == NULL)
    return;
  heads = g_strsplit (text, "Against usual", -1);
  g_assert_cmpuint (g_strv_length (heads), >, 2);
  assert_says (text, "Indicator number 59");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  TrasScorecardFilter filter = { 0 };
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (TrasReport) part = NULL;
  g_autofree char *text = NULL;
  g_autofree char *part_text = NULL;

  add_indicators (fixture, 0, 4);
  report = load (fixture, &filter, 26);
  text = dup_text (report, fixture);
  if (text == NULL)
    return;
  assert_says (text, "Firm · Scorecard W22 1998");
  assert_says (text, "1 of 4 indicators says something.");
  assert_says (text, "W10");
  assert_says (text, "W22");
  assert_says (text, "Worse");
  assert_says (text, "987%");
  assert_says (text, "Indicator number 01 (orders)");
  /* Of more weeks the newest thirteen are printed. */
  g_assert_null (strstr (text, "W09"));

  filter.levers = TRUE;
  part = load (fixture, &filter, 13);
  part_text = dup_text (part, fixture);
  assert_says (part_text, "2 of 4 indicators are shown.");
  g_assert_null (strstr (part_text, "Indicator number 02"));
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "es.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "es.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (tras_scorecard_report_write (fixture->db, day (DAY), "en", path, &error));
  g_assert_no_error (error);
  text = take_pdf_text (path);
  if (text != NULL)
    assert_says (text, "There are no indicators yet.");

  add_indicators (fixture, 0, 3);
  g_assert_true (tras_scorecard_report_write (fixture->db, day (DAY), "es", path, &error));
  g_assert_no_error (error);
  g_clear_pointer (&text, g_free);
  text = take_pdf_text (path);
  if (text != NULL)
    assert_says (text, "31 may 1998");
  g_assert_false (tras_scorecard_report_write (fixture->db, day (DAY), "es", nowhere, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

/* Headings stand above what they name, whatever stands together. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasScorecard) scorecard = NULL;

  add_indicators (fixture, 0, 5);
  scorecard = tras_scorecard_load (fixture->db, day (DAY), 13, &error);
  for (guint grouping = TRAS_SCORECARD_BY_AREA; grouping <= TRAS_SCORECARD_BY_LEVER; grouping++)
    {
      const TrasScorecardFilter filter = { .grouping = grouping };
      g_autoptr (GArray) lines = tras_scorecard_lines_new (scorecard, &filter);
      guint left = 0;

      for (guint i = 0; i < lines->len; i++)
        {
          const TrasScorecardLine *line = &g_array_index (lines, TrasScorecardLine, i);

          if (line->row != NULL)
            {
              g_assert_cmpuint (left, >, 0);
              left--;
              continue;
            }
          g_assert_cmpuint (left, ==, 0);
          left = line->n_rows;
        }
      g_assert_cmpuint (left, ==, 0);
      g_assert_cmpuint (lines->len, ==, grouping == TRAS_SCORECARD_BY_LEVER ? 7 : 6);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/scorecard-report/pages", test_pages },
    { "/scorecard-report/words", test_words },
    { "/scorecard-report/write", test_write },
    { "/scorecard-report/lines", test_lines },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
