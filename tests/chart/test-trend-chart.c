/* test-trend-chart.c: drawing, pointing at and telling of the trend chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "tras-trend-chart.h"
#include "tras-trend-layers.h"
#include "tras-trend-words.h"

static TrasTrendChart *
make_chart (TrasTrendData *data)
{
  TrasTrendChart *chart = tras_trend_chart_new ();

  tras_trend_chart_set_data (chart, data);

  return chart;
}

static void
draw_everywhere (TrasTrendChart *chart)
{
  static const double sizes[][2] = {
    { 1, 1 }, { 2, 300 }, { 300, 2 }, { 20, 20 }, { 360, 300 }, { 1200, 420 }, { 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      for (guint pass = 0; pass < 2; pass++)
        {
          cairo_surface_t *surface;
          cairo_t *cr;

          surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cr = cairo_create (surface);
          tras_trend_chart_set_mirrored (chart, pass == 1);
          tras_trend_chart_draw (chart, cr, sizes[i][0], sizes[i][1]);
          for (gssize k = -1; k < 3; k++)
            tras_trend_chart_draw_hover (chart, cr, sizes[i][0], sizes[i][1], k, k == 1);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_destroy (cr);
          g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_counts (void)
{
  static const guint counts[] = { 0, 1, 2, 13, 104, 9000 };
  g_autoptr (TrasTrendChart) empty = tras_trend_chart_new ();

  draw_everywhere (empty);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (TrasTrendData) data = make_weeks (counts[i]);
      g_autoptr (TrasTrendChart) chart = make_chart (data);

      draw_everywhere (chart);
      if (counts[i] > 20)
        {
          tras_trend_chart_set_range (chart, FIRST_DAY + 3, FIRST_DAY + 5);
          draw_everywhere (chart);
          tras_trend_chart_set_range (chart, FIRST_DAY - 3000, FIRST_DAY + 100);
          draw_everywhere (chart);
        }
    }
}

static void
test_values (void)
{
  static const double values[][4] = {
    { NAN, NAN, NAN, NAN }, { 5, 5, 5, 5 }, { 0, 0, 0, 0 }, { -3, -5, -4, -9 },
    { INFINITY, 1, -INFINITY, 2 }, { 1e300, -1e300, G_MAXDOUBLE, 3 }, { 1e-300, 2e-300, 0, 0 },
    { 1e15, 1e15 + 1, 1e15 + 2, 1e15 }, { NAN, 7, NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (TrasTrendData) data = tras_trend_data_new ("Values", NULL, 1, TRAS_EVERY_MONTH,
                                                            TRAS_TREND_BETTER_BAND, NULL);
      const TrasTrendSegment segment = { 0, 100, values[i][0], values[i][1], values[i][2] };
      const TrasTrendTarget target = { 0, 100, values[i][3], values[i][1], values[i][2] };
      g_autoptr (TrasTrendChart) chart = NULL;
      g_autofree char *description = NULL;

      for (guint k = 0; k < 4; k++)
        tras_trend_data_add_point (data, k * 30, values[i][k], TRAS_GLYPH_UNUSUAL, k == 2, "note");
      tras_trend_data_add_segment (data, &segment);
      tras_trend_data_add_target (data, &target);
      tras_trend_data_set_months (data, 0, (double[12]) { 1e300, -1e300, NAN, INFINITY },
                                  (double[12]) { 0 });
      chart = make_chart (data);
      draw_everywhere (chart);
      description = tras_trend_chart_dup_description (chart);
      g_assert_true (g_str_has_prefix (description, "Values."));
    }
}

static void
test_hit (void)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (TrasTrendData) data = make_weeks (104);
      g_autoptr (TrasTrendChart) chart = make_chart (data);
      double x, y;

      tras_trend_chart_set_mirrored (chart, pass == 1);
      for (gssize i = 0; i < 104; i++)
        {
          g_assert_true (tras_trend_chart_get_point (chart, 1200, 420, i, &x, &y));
          g_assert_cmpint (tras_trend_chart_hit (chart, 1200, 420, x, y), ==, i);
          g_assert_cmpint (tras_trend_chart_hit (chart, 1200, 420, x + 1, 200), ==, i);
          g_assert_cmpint (tras_trend_chart_get_day (chart, 1200, 420, x), ==, FIRST_DAY + i * 7);
        }
      g_assert_cmpint (tras_trend_chart_hit (chart, 1200, 420, 1, 200), ==, -1);
      g_assert_cmpint (tras_trend_chart_hit (chart, 1200, 420, x, 1), ==, -1);

      tras_trend_chart_set_range (chart, FIRST_DAY + 70, FIRST_DAY + 140);
      g_assert_false (tras_trend_chart_get_point (chart, 1200, 420, 9, &x, &y));
      g_assert_true (tras_trend_chart_get_point (chart, 1200, 420, 10, &x, &y));
      g_assert_cmpint (tras_trend_chart_hit (chart, 1200, 420, x, y), ==, 10);
    }
}

static void
test_step (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (13);
  g_autoptr (TrasTrendChart) chart = make_chart (data);

  g_assert_cmpint (tras_trend_chart_step (chart, -1, -1), ==, 12);
  g_assert_cmpint (tras_trend_chart_step (chart, 12, 1), ==, 12);
  /* Point 5 is missing. */
  g_assert_cmpint (tras_trend_chart_step (chart, 6, -1), ==, 4);
  g_assert_cmpint (tras_trend_chart_step (chart, 4, 1), ==, 6);
  g_assert_cmpint (tras_trend_chart_step (chart, 0, -1), ==, 0);
}

static void
test_description (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (14);
  g_autoptr (TrasTrendData) none = make_weeks (0);
  g_autoptr (TrasTrendChart) chart = make_chart (data);
  g_autoptr (TrasTrendChart) empty = make_chart (none);
  g_autofree char *text = tras_trend_chart_dup_description (chart);
  g_autofree char *empty_text = tras_trend_chart_dup_description (empty);
  g_autofree char *point = tras_trend_chart_dup_point_text (chart, 8);
  g_autofree char *missing = tras_trend_chart_dup_point_text (chart, 5);

  g_assert_cmpstr (text, ==,
                   "Orders late: fewer is better. "
                   "13 values from W2 · 6 Jan 2025 to W15 · 7 Apr 2025. 1 value is missing. "
                   "The newest value is 4.6\302\240%: worse than usual. "
                   "The average is 4.5\302\240%, the usual range 1.2\302\240% to 8.4\302\240%. "
                   "The target is 4.0\302\240%.");
  g_assert_cmpstr (empty_text, ==, "Orders late: fewer is better. There are no values yet.");
  g_assert_cmpstr (point, ==, "W10 · 3 Mar 2025, 8.4\302\240%, a carrier on strike");
  g_assert_cmpstr (missing, ==, "W7 · 10 Feb 2025, known to be missing");
}

/* The cursor is a layer of its own: the picture beneath depends on nothing that it does. */
static void
test_hover_is_apart (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (52);
  g_autoptr (TrasTrendChart) chart = make_chart (data);
  Paper plain = paper_new (800, 300);
  Paper again = paper_new (800, 300);
  Paper hover = paper_new (800, 300);
  gsize length = (gsize) cairo_image_surface_get_stride (plain.surface) * 300;

  tras_trend_chart_draw (chart, plain.cr, 800, 300);
  tras_trend_chart_draw_hover (chart, hover.cr, 800, 300, 20, TRUE);
  tras_trend_chart_draw (chart, again.cr, 800, 300);
  cairo_surface_flush (plain.surface);
  cairo_surface_flush (again.surface);
  g_assert_cmpmem (cairo_image_surface_get_data (plain.surface), length,
                   cairo_image_surface_get_data (again.surface), length);
  g_assert_cmpuint (paper_count_ink (&hover), >, 500);

  paper_clear (&plain);
  paper_clear (&again);
  paper_clear (&hover);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/trend-chart/counts", test_counts);
  g_test_add_func ("/chart/trend-chart/values", test_values);
  g_test_add_func ("/chart/trend-chart/hit", test_hit);
  g_test_add_func ("/chart/trend-chart/step", test_step);
  g_test_add_func ("/chart/trend-chart/description", test_description);
  g_test_add_func ("/chart/trend-chart/hover-is-apart", test_hover_is_apart);

  return g_test_run ();
}
