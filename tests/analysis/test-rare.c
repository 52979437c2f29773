/* test-rare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-rare.h"

static void
test_transform (void)
{
  g_assert_cmpfloat (tras_rare_from_days (0.0), ==, 0.0);
  g_assert_cmpfloat (tras_rare_from_days (1.0), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (tras_rare_from_days (pow (2.0, 3.6)), 2.0, 1e-12);
  g_assert_cmpfloat (tras_rare_to_days (-0.5), ==, 0.0);
  g_assert_true (isnan (tras_rare_to_days (NAN)));
  for (int days = 1; days < 1000; days += 37)
    g_assert_cmpfloat_with_epsilon (tras_rare_to_days (tras_rare_from_days (days)), days, 1e-9);
}

static void
test_limits (void)
{
  const double intervals[] = { 30, 2, 15, 61, 7, 22, 40, 3, 18, 90, 11, 27 };
  TrasDay events[G_N_ELEMENTS (intervals) + 1] = { 1000 };
  gint32 ordinals[G_N_ELEMENTS (intervals)];
  double values[G_N_ELEMENTS (intervals)];
  TrasSeries series = TRAS_SERIES_INIT;
  TrasLimits limits;
  TrasRareLimits days;

  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    events[i + 1] = events[i] + (TrasDay) intervals[i];

  g_assert_cmpuint (tras_rare_series (events, 0, ordinals, values), ==, 0);
  g_assert_cmpuint (tras_rare_series (events, 1, ordinals, values), ==, 0);
  series.n = tras_rare_series (events, G_N_ELEMENTS (events), ordinals, values);
  series.periods = ordinals;
  series.values = values;
  g_assert_cmpuint (series.n, ==, G_N_ELEMENTS (intervals));
  g_assert_cmpfloat_with_epsilon (values[3], pow (61.0, 1.0 / 3.6), 1e-12);

  g_assert_cmpuint (tras_limits_compute (&series, NULL, 0, &limits), ==, 1);
  g_assert_cmpuint (limits.n_ranges, ==, 11);
  g_assert_true (tras_rare_limits (&limits, &days));
  g_assert_cmpfloat (limits.lower, <, 0.0);
  g_assert_cmpfloat (days.lower, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (days.centre, pow (limits.mean, 3.6), 1e-9);
  g_assert_cmpfloat_with_epsilon (days.upper, pow (limits.upper, 3.6), 1e-9);

  series.n = 5;
  g_assert_cmpuint (tras_limits_compute (&series, NULL, 0, &limits), ==, 1);
  g_assert_false (tras_rare_limits (&limits, &days));
  g_assert_true (isnan (days.upper));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rare/transform", test_transform);
  g_test_add_func ("/rare/limits", test_limits);

  return g_test_run ();
}
