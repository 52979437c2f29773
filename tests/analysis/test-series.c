/* test-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-series.h"

static void
test_valid (void)
{
  Sample sample;

  sample_clear (&sample);
  g_assert_true (tras_series_is_valid (&sample.series));
  sample_add_at (&sample, -5, 1.0, 0);
  sample_add_at (&sample, 0, 2.0, 0);
  g_assert_true (tras_series_is_valid (&sample.series));

  sample.periods[1] = -5;
  g_assert_false (tras_series_is_valid (&sample.series));
  sample.periods[1] = 0;
  sample.values[1] = NAN;
  g_assert_false (tras_series_is_valid (&sample.series));
  sample.values[1] = INFINITY;
  g_assert_false (tras_series_is_valid (&sample.series));
}

static void
test_counts (void)
{
  Sample sample;

  sample_clear (&sample);
  g_assert_false (tras_series_holds_counts (&sample.series));
  sample_add (&sample, 0.0);
  sample_add (&sample, 7.0);
  g_assert_true (tras_series_holds_counts (&sample.series));
  sample_add (&sample, 0.5);
  g_assert_false (tras_series_holds_counts (&sample.series));
  sample.values[2] = -1.0;
  g_assert_false (tras_series_holds_counts (&sample.series));
}

static void
test_clamp (void)
{
  TrasSeries series = TRAS_SERIES_INIT;

  g_assert_cmpfloat (tras_series_clamp (&series, -3.0), ==, -3.0);
  g_assert_cmpfloat (tras_series_clamp (&series, 300.0), ==, 300.0);
  g_assert_true (isnan (tras_series_clamp (&series, NAN)));

  series.floor = 0.0;
  series.ceiling = 100.0;
  g_assert_cmpfloat (tras_series_clamp (&series, -3.0), ==, 0.0);
  g_assert_cmpfloat (tras_series_clamp (&series, 300.0), ==, 100.0);
  g_assert_cmpfloat (tras_series_clamp (&series, 55.0), ==, 55.0);
}

static void
test_met (void)
{
  Sample sample;
  guint n_last;

  sample_clear (&sample);
  for (int i = 1; i <= 20; i++)
    sample_add (&sample, i);

  sample.series.better = TRAS_BETTER_UP;
  g_assert_true (tras_series_is_met (&sample.series, 10.0, 10.0));
  g_assert_false (tras_series_is_met (&sample.series, 9.9, 10.0));
  g_assert_false (tras_series_is_met (&sample.series, 9.9, NAN));
  g_assert_cmpuint (tras_series_count_met (&sample.series, 10.0, 13, &n_last), ==, 11);
  g_assert_cmpuint (n_last, ==, 13);
  g_assert_cmpuint (tras_series_count_met (&sample.series, 10.0, 50, &n_last), ==, 11);
  g_assert_cmpuint (n_last, ==, 20);
  g_assert_cmpuint (tras_series_count_met (&sample.series, NAN, 13, &n_last), ==, 0);
  g_assert_cmpuint (n_last, ==, 0);

  sample.series.better = TRAS_BETTER_DOWN;
  g_assert_true (tras_series_is_met (&sample.series, 10.0, 10.0));
  g_assert_cmpuint (tras_series_count_met (&sample.series, 10.0, 13, &n_last), ==, 3);

  sample.series.better = TRAS_BETTER_BAND;
  g_assert_false (tras_series_has_target (&sample.series, 10.0));
  sample.series.band_low = 10.0;
  sample.series.band_high = 12.0;
  g_assert_cmpuint (tras_series_count_met (&sample.series, NAN, 13, &n_last), ==, 3);
  g_assert_cmpuint (n_last, ==, 13);

  sample.series.better = TRAS_BETTER_NEITHER;
  g_assert_cmpuint (tras_series_count_met (&sample.series, 10.0, 13, &n_last), ==, 0);
  g_assert_cmpuint (n_last, ==, 0);
}

static void
test_words (void)
{
  TrasBetter better = TRAS_BETTER_NEITHER;

  for (int i = TRAS_BETTER_UP; i <= TRAS_BETTER_NEITHER; i++)
    {
      g_assert_true (tras_better_from_string (tras_better_to_string (i), &better));
      g_assert_cmpint (better, ==, i);
    }
  g_assert_cmpstr (tras_better_to_string (TRAS_BETTER_DOWN), ==, "down");
  g_assert_false (tras_better_from_string ("sideways", &better));
  g_assert_false (tras_better_from_string (NULL, &better));
  g_assert_cmpint (better, ==, TRAS_BETTER_NEITHER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/valid", test_valid);
  g_test_add_func ("/series/counts", test_counts);
  g_test_add_func ("/series/clamp", test_clamp);
  g_test_add_func ("/series/met", test_met);
  g_test_add_func ("/series/words", test_words);

  return g_test_run ();
}
