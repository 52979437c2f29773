/* test-ticks.c: round numbers and calendar days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-ticks.h"

static void
check_ticks (double from,
             double to,
             guint  most)
{
  const TrasChartFormat *format = tras_chart_format_get_default ();
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TrasTicks ticks;
  double step, slack;
  int decimals;

  tras_ticks_init (&ticks, from, to, most);
  decimals = tras_ticks_get_decimals (&ticks);
  step = ticks.mantissa * pow (10, ticks.exponent);
  slack = step * 1e-6;

  g_assert_true (ticks.mantissa == 1 || ticks.mantissa == 2 || ticks.mantissa == 5);
  g_assert_cmpuint (ticks.n_ticks, >=, 2);
  g_assert_cmpuint (ticks.n_ticks, <=, most);
  g_assert_cmpfloat (tras_ticks_get_value (&ticks, 0), <=, from + slack);
  g_assert_cmpfloat (tras_ticks_get_value (&ticks, ticks.n_ticks - 1), >=, to - slack);

  for (guint i = 0; i < ticks.n_ticks; i++)
    {
      double value = tras_ticks_get_value (&ticks, i);

      g_assert_true (isfinite (value));
      if (i > 0)
        g_assert_cmpfloat (value, >, tras_ticks_get_value (&ticks, i - 1));
      if (decimals < 20)
        g_assert_true (g_hash_table_add (labels,
                                         tras_chart_format_number (format, value, decimals)));
    }
}

static void
test_cover (void)
{
  static const double domains[][2] = {
    { 0, 1 }, { 0, 10 }, { 0.3, 0.9 }, { -0.3, 0.7 }, { -1, 1 }, { 1e-12, 3e-12 }, { -5, -3 },
    { 99.9, 100.1 }, { 1e6, 1e6 + 1 }, { 0, 0 }, { 7, 7 }, { -7, -7 }, { 1e-300, 1e-300 },
    { -1e300, 1e300 }, { -G_MAXDOUBLE, G_MAXDOUBLE }, { 1e15, 1e15 + 1 }, { 0, 26.3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      for (guint most = 3; most < 12; most++)
        {
          if (fabs (domains[i][0]) <= 1e300)
            check_ticks (domains[i][0], domains[i][1], most);
        }
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-9, 9));
      double from = g_test_rand_double_range (-1, 1) * size;
      double to = from + g_test_rand_double_range (0.001, 1) * size;

      check_ticks (from, to, g_test_rand_int_range (3, 15));
    }
}

static void
test_rounded_once (void)
{
  TrasTicks ticks;

  tras_ticks_init (&ticks, 0, 1, 11);
  g_assert_cmpuint (ticks.n_ticks, ==, 11);
  g_assert_cmpfloat (tras_ticks_get_value (&ticks, 3), ==, 0.3);
  g_assert_cmpfloat (tras_ticks_get_value (&ticks, 7), ==, 0.7);
}

static void
check_row (GArray *row)
{
  for (guint i = 1; i < row->len; i++)
    {
      const TrasDayTick *before = &g_array_index (row, TrasDayTick, i - 1);
      const TrasDayTick *tick = &g_array_index (row, TrasDayTick, i);

      g_assert_cmpint (tick->day, >, before->day);
      g_assert_cmpstr (tick->label, !=, before->label);
    }
}

static void
test_days (void)
{
  static const int spans[] = { 0, 1, 6, 13, 40, 90, 200, 400, 800, 3000, 20000, 109000 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      for (double places = 1; places < 3000; places *= 3)
        {
          TrasDay from = spans[i] > 50000 ? TRAS_DAY_MIN : 20000;
          g_autoptr (TrasDayTicks) ticks = NULL;

          ticks = tras_day_ticks_new (from, from + spans[i], places, 35, i % 3,
                                      tras_chart_format_get_default ());
          check_row (ticks->minor);
          check_row (ticks->major);
          for (guint k = 0; k < ticks->minor->len; k++)
            {
              TrasDay day = g_array_index (ticks->minor, TrasDayTick, k).day;

              g_assert_cmpint (day, >=, from);
              g_assert_cmpint (day, <=, from + spans[i]);
            }
          /* Labels have the room that they need, whatever the unit. */
          if (ticks->minor->len > 1)
            g_assert_cmpfloat (places / MAX (spans[i], 1) * 31 / 28 *
                               (g_array_index (ticks->minor, TrasDayTick, 1).day -
                                g_array_index (ticks->minor, TrasDayTick, 0).day), >=, 35);
        }
    }
}

static void
test_weeks_on_mondays (void)
{
  g_autoptr (TrasDayTicks) ticks = NULL;

  ticks = tras_day_ticks_new (tras_day_new (2026, 10, 1), tras_day_new (2026, 11, 30), 800, 35,
                              TRAS_EVERY_WEEK, tras_chart_format_get_default ());
  g_assert_cmpuint (ticks->minor->len, ==, 9);
  for (guint i = 0; i < ticks->minor->len; i++)
    g_assert_cmpint (tras_day_weekday (g_array_index (ticks->minor, TrasDayTick, i).day), ==, 1);
  g_assert_cmpstr (g_array_index (ticks->minor, TrasDayTick, 0).label, ==, "W41");
  /* October began before the domain's first Monday, but is what the domain begins in. */
  g_assert_cmpuint (ticks->major->len, ==, 2);
  g_assert_cmpstr (g_array_index (ticks->major, TrasDayTick, 1).label, ==, "Nov 2026");
}

/* Of what is counted there are no halves. */
static void
test_whole (void)
{
  for (guint i = 0; i < 500; i++)
    {
      double from = g_test_rand_double_range (-3, 3);
      double to = from + g_test_rand_double_range (0, i % 2 == 0 ? 1 : 40);
      guint most = 3 + i % 7;
      TrasTicks ticks;

      tras_ticks_init_whole (&ticks, from, to, most);
      g_assert_cmpint (tras_ticks_get_decimals (&ticks), ==, 0);
      g_assert_cmpuint (ticks.n_ticks, >=, 2);
      g_assert_cmpuint (ticks.n_ticks, <=, most);
      g_assert_cmpfloat (tras_ticks_get_value (&ticks, 0), <=, from + 1e-6);
      g_assert_cmpfloat (tras_ticks_get_value (&ticks, ticks.n_ticks - 1), >=, to - 1e-6);
      for (guint k = 0; k < ticks.n_ticks; k++)
        g_assert_cmpfloat (tras_ticks_get_value (&ticks, k), ==,
                           round (tras_ticks_get_value (&ticks, k)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/ticks/cover", test_cover);
  g_test_add_func ("/chart/ticks/random", test_random);
  g_test_add_func ("/chart/ticks/rounded-once", test_rounded_once);
  g_test_add_func ("/chart/ticks/days", test_days);
  g_test_add_func ("/chart/ticks/weeks-on-mondays", test_weeks_on_mondays);
  g_test_add_func ("/chart/ticks/whole", test_whole);

  return g_test_run ();
}
