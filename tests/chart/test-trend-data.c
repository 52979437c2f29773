/* test-trend-data.c: what a trend chart shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-trend-data.h"

static void
test_points (void)
{
  g_autoptr (TrasTrendData) data = tras_trend_data_new (NULL, NULL, 0, TRAS_EVERY_WEEK,
                                                        TRAS_TREND_BETTER_UP, NULL);
  const TrasLine *line;

  g_assert_cmpuint (tras_trend_data_get_line (data)->n_values, ==, 0);
  g_assert_cmpuint (tras_trend_data_add_point (data, 7, 3, TRAS_GLYPH_WORSE_DOWN, TRUE, "why"),
                    ==, 0);
  tras_trend_data_add_point (data, 14, INFINITY, TRAS_GLYPH_USUAL, FALSE, "");
  tras_trend_data_add_point (data, 14, -INFINITY, TRAS_GLYPH_NONE, FALSE, NULL);
  tras_trend_data_add_point (data, 21, G_MAXDOUBLE, TRAS_GLYPH_NONE, FALSE, "far");

  line = tras_trend_data_get_line (data);
  g_assert_cmpuint (line->n_values, ==, 4);
  g_assert_cmpint (line->days[3], ==, 21);
  g_assert_true (isnan (line->values[1]) && isnan (line->values[2]));
  g_assert_true (isfinite (line->values[3] * 2));
  g_assert_cmpint (tras_trend_data_get_glyph (data, 0), ==, TRAS_GLYPH_WORSE_DOWN);
  g_assert_true (tras_trend_data_get_left_out (data, 0));
  g_assert_false (tras_trend_data_get_left_out (data, 1));
  g_assert_cmpstr (tras_trend_data_get_note (data, 0), ==, "why");
  g_assert_null (tras_trend_data_get_note (data, 1));
  g_assert_cmpstr (tras_trend_data_get_note (data, 3), ==, "far");
}

static void
test_walk (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (60);
  gssize n = 0;

  for (gssize i = tras_trend_data_find_measured (data, -1, 1); i >= 0;
       i = tras_trend_data_find_measured (data, i, 1))
    {
      gssize back = tras_trend_data_find_measured (data, i, -1);

      g_assert_false (isnan (tras_trend_data_get_value (data, i)));
      g_assert_cmpint (back, <, i);
      n++;
    }
  g_assert_cmpint (n, ==, 56);
  g_assert_cmpint (tras_trend_data_find_measured (data, 60, -1), ==, 59);
}

static void
test_line_is_remade (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (5000);
  double min, max;

  g_assert_nonnull (tras_trend_data_get_line (data)->pyramid);
  tras_trend_data_add_point (data, FIRST_DAY + 5000 * 7, 1000, TRAS_GLYPH_NONE, FALSE, NULL);
  tras_line_get_range (tras_trend_data_get_line (data), 0, 5001, &min, &max);
  g_assert_cmpfloat (max, ==, 1000);
}

static void
test_targets (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (0);
  const TrasTrendTarget one_sided = { 0, 7, NAN, 5, NAN };
  const TrasTrendTarget empty = { 0, 7, NAN, NAN, NAN };
  const TrasTrendTarget *targets;
  guint n;

  tras_trend_data_add_target (data, &one_sided);
  tras_trend_data_add_target (data, &empty);
  targets = tras_trend_data_get_targets (data, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (targets[0].low, ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/trend-data/points", test_points);
  g_test_add_func ("/chart/trend-data/walk", test_walk);
  g_test_add_func ("/chart/trend-data/line-is-remade", test_line_is_remade);
  g_test_add_func ("/chart/trend-data/targets", test_targets);

  return g_test_run ();
}
