/* bench-report.c: the review's PDF against loading and computing what it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A firm of 60 indicators with 104 weeks each, of which a tenth have something to say, with
 * deviations and actions. One side opens the file, reads the week's agenda and computes all limits,
 * verdicts and goals; the other lays out the pages and makes the PDF of them. Prints the median of
 * the rounds of each, in CPU time.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-firm.h"
#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-goal.h"
#include "tras-person.h"
#include "tras-review-report.h"

#define N_INDICATORS 60
#define N_WEEKS 104
#define N_DEVIATIONS 12
#define N_ROUNDS 9

/* A Monday, and the last week's. */
#define FIRST_DAY 19723
#define LAST_DAY (FIRST_DAY + 7 * (N_WEEKS - 1))

static gint64
add_indicator (TrasDb *db,
               GRand  *rand,
               int     n)
{
  TrasIndicator *indicator = tras_indicator_new ();
  TrasTarget *target = tras_target_new ();
  gint64 id;

  indicator->area_id = 1;
  indicator->owner_id = 1;
  indicator->name = g_strdup_printf ("Indicator number %d", n);
  indicator->question = g_strdup ("");
  indicator->definition = g_strdup ("");
  indicator->unit = g_strdup (n % 2 == 0 ? "%" : "orders");
  indicator->decimals = n % 2 == 0;
  indicator->family = "quality";
  indicator->better = n % 3 == 0 ? "up" : "down";
  indicator->roll = "mean";
  indicator->starts_on = FIRST_DAY;
  indicator->lever = n % 5 == 0;
  id = bench_insert (db, indicator);

  target->indicator_id = id;
  target->shape = "keep";
  target->value = 55;
  target->from_on = FIRST_DAY;
  target->to_on = LAST_DAY + 365;
  bench_insert (db, target);

  for (int week = 0; week < N_WEEKS; week++)
    {
      TrasMeasurement *row = tras_measurement_new ();
      gboolean is_signal = week == N_WEEKS - 1 && n % 10 == 0;

      row->indicator_id = id;
      row->period_on = FIRST_DAY + 7 * week;
      row->value = 50 + (is_signal ? 40 : 0);
      for (int k = 0; k < 12; k++)
        row->value += g_rand_double (rand) - 0.5;
      bench_insert (db, row);
    }

  return id;
}

static void
add_deviation (TrasDb *db,
               gint64  indicator,
               int     n)
{
  TrasDeviation *deviation = tras_deviation_new ();
  TrasAction *action = tras_action_new ();

  deviation->code = g_strdup_printf ("D-%d", n);
  deviation->origin = "signal";
  deviation->indicator_id = indicator;
  deviation->area_id = 1;
  deviation->owner_id = 1;
  deviation->fact = g_strdup ("Parcels of the afternoon stood at the gate until the next morning.");
  deviation->opened_on = LAST_DAY - 20;

  action->deviation_id = bench_insert (db, deviation);
  action->code = g_strdup_printf ("A-%d", n);
  action->kind = "todo";
  action->nature = "correct";
  action->title = g_strdup ("Ask the carrier to come an hour later, and try it for two weeks");
  action->owner_id = 1;
  action->starts_on = LAST_DAY - 20;
  action->due_on = action->first_due_on = LAST_DAY - 10 + n;
  bench_insert (db, action);
}

static void
fill (TrasDb *db,
      guint   n_indicators)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  TrasPerson *person = tras_person_new ();
  gint64 indicator = 0;

  person->name = g_strdup ("Ana");
  person->hired_on = FIRST_DAY - 1000;
  bench_insert (db, person);
  for (guint i = 0; i < n_indicators; i++)
    indicator = add_indicator (db, rand, (int) i);
  for (int i = 0; i < N_DEVIATIONS; i++)
    add_deviation (db, indicator, i);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tras-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "firm.trastienda", NULL);
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  double load_times[N_ROUNDS], page_times[N_ROUNDS], load_ms, page_ms;
  guint n_pages = 0, n_charts = 0;
  gsize n_bytes = 0;

  bench_check (error);
  g_object_unref (bench_make_firm (path, fill, N_INDICATORS));

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (TrasReviewData) data = NULL;
      g_autoptr (TrasReport) report = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (TrasDb) db = NULL;
      double start = bench_cpu_ms ();

      db = tras_db_open (path, TRAS_DB_READ_ONLY, &error);
      bench_check (error);
      data = tras_review_data_load (db, LAST_DAY, &error);
      bench_check (error);
      load_times[round] = bench_cpu_ms () - start;

      start = bench_cpu_ms ();
      report = tras_review_report_new (data, format, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
      pdf = tras_report_to_pdf (report, &error);
      bench_check (error);
      page_times[round] = bench_cpu_ms () - start;

      n_pages = tras_report_get_n_pages (report);
      n_charts = data->signals->len;
      n_bytes = g_bytes_get_size (pdf);
    }
  g_unlink (path);
  g_rmdir (folder);

  load_ms = bench_quantile (load_times, N_ROUNDS, 0.5);
  page_ms = bench_quantile (page_times, N_ROUNDS, 0.5);
  bench_print_machine ("Cairo " CAIRO_VERSION_STRING ", Pango " PANGO_VERSION_STRING);
  g_print ("reading and judging %d indicators of %d weeks: %.1f ms\n", N_INDICATORS, N_WEEKS,
           load_ms);
  g_print ("%u pages with %u charts as a PDF of %.0f KB: %.1f ms\n", n_pages, n_charts,
           n_bytes / 1e3, page_ms);
  g_print ("ratio: %.2f (goal: 1.5 or less)\n", page_ms / load_ms);

  return page_ms / load_ms <= 1.5 ? EXIT_SUCCESS : EXIT_FAILURE;
}
