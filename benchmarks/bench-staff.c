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

#include "bench-firm.h"
#include "tras-absence-board.h"
#include "tras-absence-chart.h"
#include "tras-area.h"
#include "tras-holiday.h"
#include "tras-staff-feed.h"
#include "tras-staff-figures.h"

#define N_AREAS 20
#define N_YEARS 10
#define N_ABSENCES 20

#define WIDTH 1280
#define HEIGHT 700
#define TEXT_SIZE 14.0

/* 2026-11-20, a Friday; the month begins nineteen days before. */
#define TODAY 20777
#define MONTH (TODAY - 19)

static void
add_areas (TrasDb *db)
{
  for (guint i = 0; i < N_AREAS; i++)
    {
      TrasArea *area = tras_area_new ();
      TrasRole *role = tras_role_new ();

      area->name = g_strdup_printf ("Area %u", i);
      role->name = g_strdup ("Role");
      role->area_id = bench_insert (db, area);
      bench_insert (db, role);
    }
  for (guint i = 0; i < N_YEARS * 10; i++)
    {
      TrasHoliday *holiday = tras_holiday_new ();

      holiday->name = g_strdup ("Holiday");
      holiday->day = TODAY - (TrasDay) i * 36;
      bench_insert (db, holiday);
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
  id = bench_insert (db, person);
  post->person_id = id;
  post->role_id = 1 + number % N_AREAS;
  post->from_on = TODAY - N_YEARS * 365;
  post->week_minutes = 2400;
  bench_insert (db, post);
  for (guint i = 0; i < N_YEARS * N_ABSENCES; i++)
    {
      TrasAbsence *absence = tras_absence_new ();

      absence->person_id = id;
      absence->kind_id = 1 + (number + i) % 3;
      absence->from_on = TODAY - N_YEARS * 365 + 10 + (TrasDay) (i * 18 + number % 10);
      absence->to_on = absence->from_on + (TrasDay) (i % 5);
      absence->minutes = 480;
      bench_insert (db, absence);
    }
}

static void
fill (TrasDb *db,
      guint   n_people)
{
  add_areas (db);
  for (guint i = 0; i < n_people; i++)
    add_person (db, i);
}

static TrasAbsenceBoard *
load_board (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  TrasAbsenceBoard *board = tras_absence_board_load (db, MONTH, MONTH + 29, TODAY, &error);

  bench_check (error);

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
  TrasGridScene scene = { .line = -1 };
  TrasGridLayout layout;
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
  bench_check (error);

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
  bench_check (error);

  return bench_cpu_ms () - start;
}

int
main (void)
{
  BenchFirms firms;

  bench_print_machine ("SQLite, Cairo");
  bench_firms_init (&firms, "people", 50, 500, fill);
  bench_firms_compare (&firms, "A month", time_month);
  bench_firms_compare (&firms, "A frame", time_frame);
  bench_firms_compare (&firms, "Ten years by month and area", time_figures);
  bench_firms_compare (&firms, "Ten years by week", time_feed);
  bench_firms_clear (&firms);

  return 0;
}
