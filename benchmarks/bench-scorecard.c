/* bench-scorecard.c: a scorecard of 500 indicators, scrolled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows 500 indicators with a year of weekly numbers each in the page that the window shows, and
 * scrolls it frame by frame, by some rows and by jumps. Counts the frames that take the drawing
 * thread more CPU time than a screen of 60 Hz leaves. Needs a display: run it by tests/tools/xrun.
 */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bench.h"
#include "bench-store.h"
#include "tras-application.h"
#include "tras-area.h"
#include "tras-indicator.h"
#include "tras-person.h"
#include "tras-scorecard-page.h"
#include "tras-worker.h"

#define N_INDICATORS 500
#define N_WEEKS 52
#define N_FRAMES 600
#define FRAME_MS 16.7

static void
apply (TrasDb   *db,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (!tras_edit_apply (edit, db, NULL, &error))
    g_error ("%s", error->message);
}

static void
fill (const char *path,
      TrasDay     today)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const int week = (int) tras_period_index (TRAS_EVERY_WEEK, today);
  g_autoptr (TrasArea) area = tras_area_new ();
  g_autoptr (TrasPerson) owner = tras_person_new ();
  g_autoptr (TrasEdit) areas = tras_edit_new ("Area");
  g_autoptr (TrasEdit) indicators = tras_edit_new ("Indicators");
  g_autoptr (TrasEdit) numbers = tras_edit_new ("Numbers");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_create (path, &error);

  g_assert_no_error (error);
  area->name = g_strdup ("Area");
  owner->name = g_strdup ("Owner");
  owner->hired_on = today - 1000;
  tras_edit_insert (areas, area);
  tras_edit_insert (areas, owner);
  apply (db, areas);
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      g_autoptr (TrasIndicator) indicator = tras_indicator_new ();

      indicator->name = g_strdup_printf ("Indicator %03u", i + 1);
      indicator->area_id = area->parent_instance.id;
      indicator->question = g_strdup ("How many?");
      indicator->definition = g_strdup ("What is counted");
      indicator->unit = g_strdup ("pieces");
      indicator->family = g_intern_string ("productivity");
      indicator->better = g_intern_string ("up");
      indicator->roll = g_intern_string ("sum");
      indicator->owner_id = owner->parent_instance.id;
      indicator->starts_on = today - 7 * (N_WEEKS + 1);
      indicator->every = g_intern_string ("week");
      tras_edit_insert (indicators, indicator);
    }
  apply (db, indicators);
  for (guint i = 0; i < N_INDICATORS * N_WEEKS; i++)
    {
      g_autoptr (TrasMeasurement) measurement = tras_measurement_new ();

      measurement->indicator_id = i / N_WEEKS + 1;
      measurement->period_on = tras_period_start (TRAS_EVERY_WEEK, week - (int) (i % N_WEEKS) - 1);
      measurement->value = g_rand_double_range (rand, 80, 120);
      tras_edit_insert (numbers, measurement);
    }
  apply (db, numbers);
}

static void
run_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + 1000 * milliseconds;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
scroll (TrasScorecardPage *page)
{
  GtkWidget *view = GTK_WIDGET (tras_scorecard_page_get_view (page));
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double frames[N_FRAMES];
  guint late = 0;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double end = gtk_adjustment_get_upper (adjustment) -
                   gtk_adjustment_get_page_size (adjustment);
      double to = gtk_adjustment_get_value (adjustment) + 40;
      double begun = bench_clock_ms (CLOCK_THREAD_CPUTIME_ID);

      if (i % 10 == 9 || to > end)
        to = g_rand_double_range (rand, 0, end);
      gtk_adjustment_set_value (adjustment, to);
      run_for (17);
      frames[i] = bench_clock_ms (CLOCK_THREAD_CPUTIME_ID) - begun;
      late += frames[i] > FRAME_MS;
    }
  g_print ("%u frames: median %.1f ms, 95 %% %.1f ms, longest %.1f ms; "
           "%u over %.1f ms (goal none)\n",
           N_FRAMES, bench_quantile (frames, N_FRAMES, 0.5),
           bench_quantile (frames, N_FRAMES, 0.95), bench_quantile (frames, N_FRAMES, 1), late,
           FRAME_MS);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tras-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "firm.trastienda", NULL);
  g_autoptr (TrasApplication) application = NULL;
  g_autoptr (TrasStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *libraries = NULL;
  TrasScorecardPage *page;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  fill (path, tras_day_today ());

  /* For its styles and its resources. */
  application = tras_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  store = bench_open_store (path);
  page = g_object_new (TRAS_TYPE_SCORECARD_PAGE, NULL);
  window = adw_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (page));
  tras_scorecard_page_set_store (page, store);
  gtk_window_present (GTK_WINDOW (window));
  while (tras_scorecard_page_get_scorecard (page) == NULL)
    g_main_context_iteration (NULL, TRUE);
  run_for (2000);

  libraries = g_strdup_printf ("GTK %u.%u.%u", gtk_get_major_version (), gtk_get_minor_version (),
                               gtk_get_micro_version ());
  bench_print_machine (libraries);
  g_print ("%u indicators of %u weeks\n", N_INDICATORS, N_WEEKS);
  scroll (page);

  tras_scorecard_page_set_store (page, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  tras_store_close (store);
  tras_worker_wait_all ();
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
