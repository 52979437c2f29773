/* bench-chart.c: charts of a million points, the cursor over them, and sparklines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws on an image of 1200 × 400. The other side is what a good program does without our columns:
 * M4 (Jugel and others 2014: the first, last, smallest and largest value of each pixel column)
 * stroked as one path. Its reduction is not counted, only its stroke. Prints the median of the
 * rounds of each, in CPU time.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "bench.h"
#include "tras-line.h"
#include "tras-palette.h"
#include "tras-sparkline.h"
#include "tras-trend-chart.h"

#define WIDTH 1200
#define HEIGHT 400
#define N_POINTS 1000000
#define N_ROUNDS 15
#define N_SPARKLINES 60
#define N_WEEKS 13

/* So many frames are timed as one where a frame is short. */
#define N_FRAMES 20

typedef void (*FrameFunc) (cairo_t  *cr,
                           gpointer  data);

static double
measure (cairo_t   *cr,
         FrameFunc  frame,
         gpointer   data,
         guint      n_frames)
{
  double times[N_ROUNDS];

  frame (cr, data);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = bench_cpu_ms ();

      for (guint k = 0; k < n_frames; k++)
        frame (cr, data);
      times[i] = (bench_cpu_ms () - start) / n_frames;
    }

  return bench_quantile (times, N_ROUNDS, 0.5);
}

/* A process that wanders and shakes, the same on every run. */
static double
next_value (guint32 *state,
            double  *level)
{
  *state = *state * 1664525 + 1013904223;
  *level += (*state / 4294967296.0 - 0.5) * 0.2;
  *level *= 0.99999;
  *state = *state * 1664525 + 1013904223;

  return *level + (*state / 4294967296.0 - 0.5) * 20;
}

static TrasTrendData *
make_data (gsize n)
{
  TrasTrendData *data = tras_trend_data_new ("Shaking", "mm", 1, TRAS_EVERY_DAY,
                                             TRAS_TREND_BETTER_NEITHER, NULL);
  guint32 state = 7;
  double level = 0;

  for (gsize i = 0; i < n; i++)
    tras_trend_data_add_point (data, (TrasDay) ((double) i / n * (TRAS_DAY_MAX - 1)),
                               next_value (&state, &level), TRAS_GLYPH_NONE, FALSE, NULL);

  return data;
}

typedef struct
{
  const TrasLine *line;
  TrasScale       x;
  TrasScale       y;
  double         *m4;
} Lines;

static void
prepare_lines (Lines         *self,
               TrasTrendData *data)
{
  g_autofree TrasColumn *columns = g_new (TrasColumn, WIDTH);
  double min, max;

  self->line = tras_trend_data_get_line (data);
  tras_line_get_range (self->line, 0, self->line->n_values, &min, &max);
  self->x = (TrasScale) { self->line->days[0], self->line->days[self->line->n_values - 1],
                          0, WIDTH };
  self->y = (TrasScale) { min, max, HEIGHT, 0 };

  self->m4 = g_new (double, WIDTH * 4);
  tras_line_get_columns (self->line, &self->x, columns, WIDTH);
  for (guint i = 0; i < WIDTH; i++)
    {
      self->m4[i * 4] = self->line->values[columns[i].from];
      self->m4[i * 4 + 1] = columns[i].min;
      self->m4[i * 4 + 2] = columns[i].max;
      self->m4[i * 4 + 3] = self->line->values[columns[i].to - 1];
    }
}

static void
stroke_m4 (cairo_t  *cr,
           gpointer  data)
{
  const Lines *self = data;

  cairo_set_line_width (cr, 1.4);
  for (guint i = 0; i < WIDTH * 4; i++)
    cairo_line_to (cr, i / 4 + (i % 4) / 4.0, tras_scale_map (&self->y, self->m4[i]));
  cairo_stroke (cr);
}

static void
draw_line (cairo_t  *cr,
           gpointer  data)
{
  const Lines *self = data;

  tras_line_draw (self->line, cr, &self->x, &self->y, 1.4);
}

/* A frame of panning: the range moves by a day, everything is laid out and drawn again. */
static void
draw_panned (cairo_t  *cr,
             gpointer  data)
{
  TrasDay from, to;

  tras_trend_chart_get_range (data, &from, &to);
  from += from % 2 == 0 ? 1 : -1;
  tras_trend_chart_set_range (data, from, to);
  tras_trend_chart_draw (data, cr, WIDTH, HEIGHT);
}

/* A frame of zooming: from everything to a hundredth of it and back, as a wheel turns. */
static void
draw_zoomed (cairo_t  *cr,
             gpointer  data)
{
  TrasDay from, to;

  tras_trend_chart_get_range (data, &from, &to);
  if (to - from < TRAS_DAY_MAX / 100)
    tras_trend_chart_set_range (data, TRAS_DAY_NONE, TRAS_DAY_NONE);
  else
    tras_trend_chart_set_range (data, from + (to - from) / 10, to - (to - from) / 10);
  tras_trend_chart_draw (data, cr, WIDTH, HEIGHT);
}

static void
draw_chart (cairo_t  *cr,
            gpointer  data)
{
  tras_trend_chart_draw (data, cr, WIDTH, HEIGHT);
}

static void
draw_hover (cairo_t  *cr,
            gpointer  data)
{
  tras_trend_chart_draw_hover (data, cr, WIDTH, HEIGHT, 700, FALSE);
}

static void
draw_sparklines (cairo_t  *cr,
                 gpointer  data)
{
  const double *values = data;

  for (guint i = 0; i < N_SPARKLINES; i++)
    {
      TrasSparkline sparkline = { values + i * N_WEEKS, N_WEEKS, NULL,
                                  i % 5 == 0 ? TRAS_GLYPH_WORSE_UP : TRAS_GLYPH_USUAL,
                                  -5, 5, N_WEEKS };
      TrasRect rect = { (i % 6) * 120, (i / 6) * 30, 100, 24 };

      tras_sparkline_draw (&sparkline, cr, tras_palette_get (TRAS_PALETTE_LIGHT), &rect, FALSE);
    }
}

static TrasTrendChart *
make_chart (TrasTrendData *data)
{
  TrasTrendChart *chart = tras_trend_chart_new ();

  tras_trend_chart_set_data (chart, data);

  return chart;
}

/* Two years of weeks as a page shows them: every kind of layer, seen whole. */
static TrasTrendData *
make_page (void)
{
  TrasTrendData *data = tras_trend_data_new ("Orders late", "%", 1, TRAS_EVERY_WEEK,
                                             TRAS_TREND_BETTER_DOWN, "fewer is better");
  TrasTrendSegment segment = { 0, 1040 * 7, 0, -12, 12, FALSE, FALSE, FALSE };
  TrasTrendTarget target = { 0, 1040 * 7, 2, 2, NAN };
  guint32 state = 11;
  double level = 0;

  for (guint i = 0; i < 1040; i++)
    tras_trend_data_add_point (data, i * 7, next_value (&state, &level),
                               i % 9 == 0 ? TRAS_GLYPH_WORSE_UP : TRAS_GLYPH_USUAL, FALSE,
                               i == 700 ? "Strike" : NULL);
  tras_trend_data_add_segment (data, &segment);
  tras_trend_data_add_target (data, &target);

  return data;
}

int
main (void)
{
  g_autoptr (TrasTrendData) million = make_data (N_POINTS);
  g_autoptr (TrasTrendData) ten_million = make_data (10 * N_POINTS);
  g_autoptr (TrasTrendData) page = make_page ();
  g_autoptr (TrasTrendChart) chart = make_chart (million);
  g_autoptr (TrasTrendChart) large_chart = make_chart (ten_million);
  g_autoptr (TrasTrendChart) page_chart = make_chart (page);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double weeks[N_SPARKLINES * N_WEEKS];
  Lines lines, large_lines;
  guint32 state = 3;
  double level = 0;
  double m4, one, ten, whole, whole_ten, zoomed, redraw, hover, sparklines;

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    weeks[i] = next_value (&state, &level);

  prepare_lines (&lines, million);
  prepare_lines (&large_lines, ten_million);
  tras_palette_set_source (tras_palette_get (TRAS_PALETTE_LIGHT), TRAS_COLOR_SERIES, cr);
  m4 = measure (cr, stroke_m4, &lines, 1);
  one = measure (cr, draw_line, &lines, N_FRAMES);
  ten = measure (cr, draw_line, &large_lines, N_FRAMES);
  whole = measure (cr, draw_panned, chart, N_FRAMES);
  whole_ten = measure (cr, draw_panned, large_chart, N_FRAMES);
  zoomed = measure (cr, draw_zoomed, chart, N_FRAMES);
  redraw = measure (cr, draw_chart, page_chart, 1);
  hover = measure (cr, draw_hover, page_chart, N_FRAMES);
  sparklines = measure (cr, draw_sparklines, weeks, 1);

  bench_print_machine ("Cairo " CAIRO_VERSION_STRING);
  g_print ("%u × %u pixels\n", WIDTH, HEIGHT);
  g_print ("%u points, M4 stroked as one path   %8.3f ms\n", N_POINTS, m4);
  g_print ("%u points, our columns              %8.3f ms  %5.1f × faster (goal 40)\n",
           N_POINTS, one, m4 / one);
  g_print ("%u points, our columns             %8.3f ms  %5.2f × of the million (goal 1.5)\n",
           10 * N_POINTS, ten, ten / one);
  g_print ("%u points, the whole chart panned   %8.3f ms  %5.1f × faster than M4's line alone\n",
           N_POINTS, whole, m4 / whole);
  g_print ("%u points, the whole chart panned  %8.3f ms  %5.2f × of the million (goal 1.5)\n",
           10 * N_POINTS, whole_ten, whole_ten / whole);
  g_print ("%u points, the whole chart zoomed   %8.3f ms  (a frame is 16.7)\n", N_POINTS, zoomed);
  g_print ("20 years of weeks, the chart redrawn    %8.3f ms\n", redraw);
  g_print ("20 years of weeks, the cursor alone     %8.3f ms  %5.1f × faster (goal 20)\n",
           hover, redraw / hover);
  g_print ("%u sparklines of %u weeks               %8.3f ms\n", N_SPARKLINES, N_WEEKS, sparklines);

  g_free (lines.m4);
  g_free (large_lines.m4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return 0;
}
