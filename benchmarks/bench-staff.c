/* bench-staff.c: ten years of absences of 500 people, against 50
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two firms, one of 50 people and one of ten times as many, who were away twenty times a year for
 * ten years. Reads a month of absences, draws what is seen of it, counts ten years month by month
 * and area by area, and the absence rate of ten years week by week. Prints the median of the rounds
 * of each in CPU time, and how much longer the larger takes: ten times as long is in proportion, a
 * frame takes the same.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bench.h"
#include "tras-absence-board.h"
#include "tras-absence-chart.h"
#include "tras-area.h"
#include "tras-firm.h"
#include "tras-holiday.h"
#include "tras-staff-feed.h"
#include "tras-staff-figures.h"

#define N_AREAS 20
#define N_YEARS 10
#define N_ABSENCES 20
#define N_ROUNDS 5

#define WIDTH 1280
#define HEIGHT 700
#define TEXT_SIZE 14.0

/* 2026-11-20, a Friday; the month begins nineteen days before. */
#define TODAY 20777
#define MONTH (TODAY - 19)

static const guint sizes[] = { 50, 500 };

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static gint64
insert (TrasDb   *db,
        gpointer  record)
{
  g_autoptr (TrasRecord) row = record;
  g_autoptr (GError) error = NULL;

  tras_db_insert (db, row, &error);
  check (error);

  return row->id;
}

static void
add_areas (TrasDb *db)
{
  for (guint i = 0; i < N_AREAS; i++)
    {
      TrasArea *area = tras_area_new ();
      TrasRole *role = tras_role_new ();

      area->name = g_strdup_printf ("Area %u", i);
      role->name = g_strdup ("Role");
      role->area_id = insert (db, area);
      insert (db, role);
    }
  for (guint i = 0; i < N_YEARS * 10; i++)
    {
      TrasHoliday *holiday = tras_holiday_new ();

      holiday->name = g_strdup ("Holiday");
      holiday->day = TODAY - (TrasDay) i * 36;
      insert (db, holiday);
    }
}

static void
add_person (TrasDb *db,
            guint   number)
{
  TrasPerson *person = tras_person_new ();
  TrasPost *post = tras_post_new ();
  gint64 id;

  person->name = g_strdup_printf ("Person %u", number);
  person->hired_on = TODAY - N_YEARS * 365;
  id = insert (db, person);
  post->person_id = id;
  post->role_id = 1 + number % N_AREAS;
  post->from_on = TODAY - N_YEARS * 365;
  post->week_minutes = 2400;
  insert (db, post);
  for (guint i = 0; i < N_YEARS * N_ABSENCES; i++)
    {
      TrasAbsence *absence = tras_absence_new ();

      absence->person_id = id;
      absence->kind_id = 1 + (number + i) % 3;
      absence->from_on = TODAY - N_YEARS * 365 + 10 + (TrasDay) (i * 18 + number % 10);
      absence->to_on = absence->from_on + (TrasDay) (i % 5);
      absence->minutes = 480;
      insert (db, absence);
    }
}

static TrasDb *
make_firm (const char *path,
           guint       n_people)
{
  g_autoptr (GError) error = NULL;
  TrasDb *db = tras_db_create (path, &error);

  check (error);
  tras_db_begin (db, "firm", &error);
  check (error);
  tras_firm_set_up (db, "Firm", "EUR", &error);
  check (error);
  add_areas (db);
  for (guint i = 0; i < n_people; i++)
    add_person (db, i);
  tras_db_commit (db, NULL, &error);
  check (error);

  return db;
}

static TrasAbsenceBoard *
load_board (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  TrasAbsenceBoard *board = tras_absence_board_load (db, MONTH, MONTH + 29, TODAY, &error);

  check (error);

  return board;
}

static double
time_month (TrasDb *db)
{
  double start = bench_cpu_ms ();
  g_autoptr (TrasAbsenceBoard) board = load_board (db);

  return bench_cpu_ms () - start;
}

/* One frame of a month that is scrolled to its middle, texts laid out before. */
static double
time_frame (TrasDb *db)
{
  enum { N_DAYS = 30 };
  g_autoptr (TrasAbsenceBoard) board = load_board (db);
  guint n = board->rows->len;
  g_autofree TrasAbsenceLine *lines = g_new0 (TrasAbsenceLine, n);
  g_autofree TrasAbsenceBar *bars = g_new0 (TrasAbsenceBar, n * N_DAYS);
  guint8 cells[N_DAYS] = { 0 };
  const char *texts[N_DAYS];
  TrasAbsenceChart chart = { lines, n, texts, texts, N_DAYS, 19 };
  TrasAbsenceScene scene = { .line = -1 };
  TrasAbsenceLayout layout;
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (NULL, FALSE, TRUE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double start = 0;

  for (guint i = 0; i < N_DAYS; i++)
    texts[i] = "30";
  for (guint i = 0; i < n; i++)
    {
      TrasAbsenceRow *row = board->rows->pdata[i];

      lines[i] = (TrasAbsenceLine) { row->person->name, NULL, FALSE, cells, bars + i * N_DAYS,
                                     MIN (row->absences->len, N_DAYS) };
      for (guint k = 0; k < lines[i].n_bars; k++)
        {
          TrasAbsence *absence = row->absences->pdata[k];

          bars[i * N_DAYS + k] = (TrasAbsenceBar) { absence->from_on - MONTH,
                                                    absence->to_on - MONTH,
                                                    (guint) absence->kind_id, "I" };
        }
    }
  tras_absence_layout_init (&layout, TEXT_SIZE, WIDTH, N_DAYS);
  scene.scroll_y = n / 2 * layout.line_height;
  for (guint i = 0; i < 2; i++)
    {
      start = bench_cpu_ms ();
      tras_absence_chart_draw (&chart, &layout, &scene, cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                               cache, HEIGHT, FALSE);
    }
  start = bench_cpu_ms () - start;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return start;
}

static double
time_figures (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  double start = bench_cpu_ms ();

  figures = tras_staff_figures_load (db, TODAY, N_YEARS * 12, &error);
  check (error);

  return bench_cpu_ms () - start;
}

static double
time_feed (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = NULL;
  gint32 last = tras_period_index (TRAS_EVERY_WEEK, TODAY) - 1;
  double start = bench_cpu_ms ();

  points = tras_staff_feed_load (tras_feed_find ("staff.absence", NULL), db, TRAS_EVERY_WEEK,
                                 last - N_YEARS * 52 + 1, last, &error);
  check (error);

  return bench_cpu_ms () - start;
}

static void
compare (const char *what,
         TrasDb    **firms,
         double    (*time) (TrasDb *))
{
  double medians[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double times[N_ROUNDS];

      for (guint j = 0; j < N_ROUNDS; j++)
        times[j] = time (firms[i]);
      medians[i] = bench_quantile (times, N_ROUNDS, 0.5);
      g_print ("%s, %3u people: %8.2f ms\n", what, sizes[i], medians[i]);
    }
  g_print ("%s, ratio: %.1f\n", what, medians[1] / medians[0]);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  TrasDb *firms[G_N_ELEMENTS (sizes)];

  bench_print_machine ("SQLite, Cairo");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.trastienda", sizes[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      firms[i] = make_firm (path, sizes[i]);
      g_unlink (path);
    }

  compare ("A month", firms, time_month);
  compare ("A frame", firms, time_frame);
  compare ("Ten years by month and area", firms, time_figures);
  compare ("Ten years by week", firms, time_feed);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_object_unref (firms[i]);
  g_rmdir (folder);

  return 0;
}
