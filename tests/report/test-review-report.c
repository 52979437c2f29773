/* test-review-report.c: the week's review, from a file to its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through tras-report-writer.c, tras-review-indicators.c and tras-review-records.c too, which
 * have no way in of their own.
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "report-text.h"
#include "tras-action.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-error.h"
#include "tras-model-fixture.h"
#include "tras-review-report.h"
#include "tras-review-sections.h"

/* The Sunday of W22 of 1998, 22 weeks after the fixture's first. */
#define WEEK "1998-05-31"
#define N_WEEKS 22

static TrasReviewData *
load_data (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasReviewData *data = tras_review_data_load (fixture->db, day (WEEK), &error);

  g_assert_no_error (error);

  return data;
}

static TrasReport *
load (Fixture *fixture)
{
  g_autoptr (TrasReviewData) data = load_data (fixture);

  return tras_review_report_new (data, tras_number_format_for_language ("en"), TRAS_A4_WIDTH,
                                 TRAS_A4_HEIGHT);
}

static char *
dup_text (Fixture    *fixture,
          const char *language)
{
  g_autofree char *path = g_build_filename (fixture->folder, "review.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_review_report_write (fixture->db, day (WEEK), language, path, &error));
  g_assert_no_error (error);

  return take_pdf_text (path);
}

static void
assert_proper (TrasReport *report)
{
  const TrasPlace *places;
  TrasRect content = { 0 };
  double width, height;
  guint n;

  /* The margins are the layout's; at least the paper is wide enough for them. */
  tras_report_get_page_size (report, &width, &height);
  content.x = width * 0.05;
  content.y = height * 0.05;
  content.width = width * 0.9;
  content.height = height * 0.9;
  places = tras_report_get_places (report, &n);
  assert_pages (places, n, &content);
  for (guint i = 0; i < n; i++)
    {
      if (places[i].block->keep_with_next)
        g_assert_true (i + 1 < n && places[i + 1].page == places[i].page);
    }
}

static gint64
add_indicator (Fixture    *fixture,
               const char *name,
               gboolean    lever,
               int         n_weeks,
               double      newest)
{
  TrasIndicator *indicator = make_indicator (name, "down", "mean");
  gint64 id;

  indicator->lever = lever;
  id = insert (fixture, indicator);
  for (int week = 0; week < n_weeks; week++)
    measure (fixture, id, week, week + 1 == n_weeks ? newest : 4 + 2 * (week % 2));

  return id;
}

static void
add_action (Fixture    *fixture,
            gint64      deviation,
            const char *title,
            const char *due,
            int         moved)
{
  TrasAction *action = tras_action_new ();

  action->code = g_strdup_printf ("A-%s", title);
  action->deviation_id = deviation;
  action->kind = "todo";
  action->nature = "correct";
  action->title = g_strdup (title);
  action->owner_id = 1;
  action->starts_on = day ("1998-05-01");
  action->due_on = day (due);
  action->first_due_on = day ("1998-05-04");
  action->moved = moved;
  action->moved_why = moved > 0 ? g_strdup ("holiday") : NULL;
  insert (fixture, action);
}

static gint64
add_deviation (Fixture    *fixture,
               gint64      indicator,
               const char *code,
               const char *fact,
               const char *check_on)
{
  TrasDeviation *deviation = tras_deviation_new ();

  deviation->code = g_strdup (code);
  deviation->indicator_id = indicator;
  deviation->period_on = day ("1998-05-25");
  deviation->area_id = 1;
  deviation->origin = "signal";
  deviation->owner_id = 1;
  deviation->reported_by = 1;
  deviation->fact = g_strdup (fact);
  deviation->opened_on = day ("1998-05-26");
  deviation->check_on = day (check_on);

  return insert (fixture, deviation);
}

/* A firm of which nothing is known yet gets one page that says so. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (TrasReport) report = load (fixture);
  const char *title = tras_report_get_title (report);
  g_autofree char *text = NULL;

  g_assert_cmpuint (tras_report_get_n_pages (report), ==, 1);
  g_assert_nonnull (strstr (title, "Firm"));
  assert_proper (report);

  text = dup_text (fixture, "en");
  if (text == NULL)
    return;
  assert_says (text, "Firm");
  assert_says (text, "W22 1998");
  assert_says (text, "Nothing is measured yet. No action is late.");
  assert_says (text, "There are no indicators yet.");
  assert_says (text, "No number is missing.");
  assert_says (text, "No deviation is open.");
  assert_says (text, "No deviation has come to the day of its check.");
  assert_says (text, "There are no goals yet.");
  assert_says (text, "1 of 1");
}

/* Indicators without a number are listed, and their numbers are missing. */
static void
test_unmeasured (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (TrasReport) report = NULL;
  g_autofree char *text = NULL;

  add_indicator (fixture, "Returns", FALSE, 0, 0);
  add_indicator (fixture, "Absence", FALSE, 0, 0);
  report = load (fixture);
  assert_proper (report);

  text = dup_text (fixture, "en");
  if (text == NULL)
    return;
  assert_says (text, "None of the 2 indicators says anything unusual. 2 numbers are missing.");
  assert_says (text, "Too early");
  assert_says (text, "Ana Absence 13 numbers, since W10 1998");
}

static void
fill (Fixture *fixture)
{
  gint64 late = add_indicator (fixture, "Orders late", FALSE, N_WEEKS, 30);
  gint64 deviation;
  TrasDecision *decision = tras_decision_new ();
  TrasGoal *goal = tras_goal_new ();
  TrasTarget *target = tras_target_new ();

  add_indicator (fixture, "Returns", FALSE, N_WEEKS, 5);
  add_indicator (fixture, "Days to ship", TRUE, N_WEEKS, 5);
  add_indicator (fixture, "Absence", FALSE, N_WEEKS - 1, 5);

  deviation = add_deviation (fixture, late, "D-31", "Parcels stood at the gate", "1998-06-10");
  add_deviation (fixture, late, "D-30", "A wrong label", "1998-05-30");
  add_action (fixture, deviation, "Another gate", "1998-05-20", 2);
  add_action (fixture, deviation, "Talk to the carrier", "1998-06-04", 0);
  add_action (fixture, deviation, "Much later", "1998-12-01", 0);

  decision->code = g_strdup ("X-1");
  decision->decided_on = day ("1998-03-03");
  decision->by_id = 1;
  decision->what = g_strdup ("Two shifts");
  decision->why = g_strdup ("Afternoons are full");
  decision->revisit_on = day ("1998-05-28");
  decision->indicator_id = late;
  insert (fixture, decision);

  goal->code = g_strdup ("G-1");
  goal->owner_id = 1;
  goal->title = g_strdup ("Half the late orders");
  goal->starts_on = day ("1998-01-05");
  goal->due_on = day ("1998-07-05");
  target->goal_id = insert (fixture, goal);
  target->indicator_id = late;
  target->shape = "reach";
  target->baseline = 6;
  target->value = 3;
  target->from_on = day ("1998-01-05");
  target->to_on = day ("1998-07-05");
  insert (fixture, target);
}

static void
test_week (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (TrasReport) report = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spanish = NULL;
  const char *levers, *results;

  fill (fixture);
  report = load (fixture);
  assert_proper (report);

  text = dup_text (fixture, "en");
  if (text == NULL)
    return;
  assert_says (text, "1 of 4 indicators says something. 1 number is missing. 1 action is late.");
  assert_says (text, "Worse than usual: 30 this week, above the normal");
  assert_says (text, "Ana Absence W22 1998");
  assert_says (text, "D-31 Parcels stood at the gate Ana");
  assert_says (text, "Deviations to check");
  assert_says (text, "30 May 1998 D-30 A wrong label Ana");
  g_assert_null (strstr (text, "10 Jun 1998 D-31"));
  assert_says (text, "20 May 1998 Another gate");
  assert_says (text, "11 days late");
  assert_says (text, "moved 2 times");
  assert_says (text, "Talk to the carrier");
  assert_says (text, "28 May 1998 Two shifts Ana");
  assert_says (text, "Half the late orders");
  g_assert_null (strstr (text, "Much later"));

  /* Levers come first. */
  levers = strstr (text, "Levers");
  results = strstr (text, "Orders late");
  g_assert_true (levers != NULL && results != NULL && levers < results);

  spanish = dup_text (fixture, "es");
  assert_says (spanish, "S22 1998");
  assert_says (spanish, "20 may 1998");
}

static void
test_many (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (TrasReport) report = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint n_pages;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Indicator %02d", i);

      add_indicator (fixture, name, i % 7 == 0, N_WEEKS - (i % 5 == 0), i % 3 == 0 ? 30 : 5);
    }
  report = load (fixture);
  assert_proper (report);
  n_pages = tras_report_get_n_pages (report);
  g_assert_cmpuint (n_pages, >=, 10);

  text = dup_text (fixture, "en");
  if (text == NULL)
    return;
  assert_says (text, "20 of 60 indicators say something. 12 numbers are missing.");
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Indicator %02d", i);

      assert_says (text, name);
    }
  last = g_strdup_printf ("%u of %u", n_pages, n_pages);
  assert_says (text, last);
}

/* However long the texts are, none runs over another or off the page. */
static void
test_long (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (TrasReport) report = NULL;
  gint64 id = add_indicator (fixture, LONG_TEXT, TRUE, N_WEEKS, 1e9);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *code = g_strdup_printf ("D-%d %s", i, LONG_TEXT);
      gint64 deviation = add_deviation (fixture, id, code, LONG_TEXT, "1998-05-31");

      g_free (g_steal_pointer (&code));
      code = g_strdup_printf ("%d %s", i, LONG_TEXT);
      add_action (fixture, deviation, code, "1998-05-20", 2);
    }
  report = load (fixture);
  assert_proper (report);
  g_assert_cmpuint (tras_report_get_n_pages (report), >, 2);
}

/* Other paper, and a page of a window: the same blocks, nothing outside. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  unused)
{
  static const double sizes[][2] = { { 612, 792 }, { 420, 595 }, { 842, 595 } };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TrasReviewData) data = load_data (fixture);
      g_autoptr (TrasReport) report = NULL;
      double width, height;

      report = tras_review_report_new (data, tras_number_format_for_language ("it"), sizes[i][0],
                                       sizes[i][1]);
      tras_report_get_page_size (report, &width, &height);
      g_assert_cmpfloat (width, ==, sizes[i][0]);
      g_assert_cmpfloat (height, ==, sizes[i][1]);
      assert_proper (report);
      for (guint page = 0; page < tras_report_get_n_pages (report); page++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
          cairo_t *cr = cairo_create (surface);

          tras_report_draw_page (report, cr, page);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

/* The pages in the other direction hold the same, and nothing runs over anything. */
static void
test_mirrored (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (PANGO_DIRECTION_RTL);
  g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  g_autoptr (TrasReviewData) data = NULL;
  g_autoptr (TrasReport) report = NULL;
  const TrasPlace *places;
  TrasRect content;
  guint n, n_ltr;

  fill (fixture);
  data = load_data (fixture);
  report = load (fixture);
  tras_review_sections_add (pages, style, data, tras_number_format_for_language ("en"));
  tras_page_layout_get_content (pages, &content);
  places = tras_page_layout_get_places (pages, &n);
  assert_pages (places, n, &content);
  tras_report_get_places (report, &n_ltr);
  g_assert_cmpuint (n, ==, n_ltr);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "review.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tras_review_report_write (fixture->db, day (WEEK), NULL, path, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A folder is no file. */
  g_assert_false (tras_review_report_write (fixture->db, day (WEEK), NULL, fixture->folder,
                                            &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TRAS_ERROR);
}

/* A firm of real numbers: 388 of them, in four indicators. */
static void
test_northwind (Fixture       *fixture,
                gconstpointer  unused)
{
  const char *folder = g_getenv ("TRASTIENDA_SHARED_DATA");
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasReviewData) data = NULL;
  g_autoptr (TrasReport) report = NULL;

  path = g_build_filename (folder != NULL ? folder : "", "northwind",
                           "weekly_indicators_1996.csv", NULL);
  if (folder == NULL || !g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_skip ("no real data: TRASTIENDA_SHARED_DATA names no folder with northwind in it");
      return;
    }

  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 3);
      gint64 id = GPOINTER_TO_INT (g_hash_table_lookup (ids, cells[0]));
      TrasMeasurement *row = tras_measurement_new ();

      if (id == 0)
        {
          TrasIndicator *indicator = make_indicator (cells[0], "up", "sum");

          indicator->starts_on = day ("1996-07-01");
          id = insert (fixture, indicator);
          g_hash_table_insert (ids, g_strdup (cells[0]), GINT_TO_POINTER ((int) id));
        }
      row->indicator_id = id;
      row->period_on = day (cells[1]);
      row->value = g_ascii_strtod (cells[2], NULL);
      insert (fixture, row);
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, 4);

  data = tras_review_data_load (fixture->db, tras_day_from_iso_week (1998, 15), &error);
  g_assert_no_error (error);
  report = tras_review_report_new (data, tras_number_format_for_language ("en"), TRAS_A4_WIDTH,
                                   TRAS_A4_HEIGHT);
  assert_proper (report);
  g_assert_cmpuint (data->agenda->len, ==, 4);
  g_assert_cmpuint (data->missing->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/review-report/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("empty", test_empty);
  ADD ("unmeasured", test_unmeasured);
  ADD ("week", test_week);
  ADD ("many", test_many);
  ADD ("long", test_long);
  ADD ("paper", test_paper);
  ADD ("mirrored", test_mirrored);
  ADD ("refused", test_refused);
  ADD ("northwind", test_northwind);

  return g_test_run ();
}
