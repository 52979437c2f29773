/* test-limits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-limits.h"

static TrasLimits
limits_of (const Sample *sample)
{
  TrasLimits limits;

  g_assert_cmpuint (tras_limits_compute (&sample->series, NULL, 0, &limits), ==, 1);

  return limits;
}

static void
assert_near (double value,
             double expected,
             double within)
{
  g_assert_true (fabs (value - expected) <= within);
}

static void
test_saw (void)
{
  Sample sample;
  TrasLimits limits;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  sample.series.floor = 6.0;
  sample.series.ceiling = 15.0;
  limits = limits_of (&sample);

  g_assert_cmpint (limits.state, ==, TRAS_LIMITS_SET);
  g_assert_true (limits.locked);
  g_assert_cmpuint (limits.n_base, ==, 20);
  g_assert_cmpuint (limits.n_ranges, ==, 19);
  assert_near (limits.mean, 10.0, 1e-12);
  assert_near (limits.range, 2.0, 1e-12);
  assert_near (limits.lower, 4.68, 1e-12);
  assert_near (limits.upper, 15.32, 1e-12);
  assert_near (limits.range_limit, 6.536, 1e-12);
  assert_near (tras_limits_at (&limits, 2.0), 10.0 + 2.0 * 2.66 / 3.0 * 2.0, 1e-12);
  assert_near (tras_limits_at (&limits, -1.0), 10.0 - 2.66 / 3.0 * 2.0, 1e-12);
  assert_near (tras_limits_at (&limits, 3.0), limits.upper, 1e-12);
  g_assert_cmpfloat (limits.drawn_lower, ==, 6.0);
  g_assert_cmpfloat (limits.drawn_upper, ==, 15.0);
}

static void
test_states (void)
{
  const struct { guint n; TrasLimitsState state; gboolean locked; } expected[] = {
    { 1, TRAS_LIMITS_NONE, FALSE },
    { 5, TRAS_LIMITS_NONE, FALSE },
    { 6, TRAS_LIMITS_TRIAL, FALSE },
    { 11, TRAS_LIMITS_TRIAL, FALSE },
    { 12, TRAS_LIMITS_SET, FALSE },
    { 19, TRAS_LIMITS_SET, FALSE },
    { 20, TRAS_LIMITS_SET, TRUE },
    { 60, TRAS_LIMITS_SET, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      Sample sample;
      TrasLimits limits;

      sample_clear (&sample);
      sample_add_saw (&sample, expected[i].n);
      limits = limits_of (&sample);
      g_assert_cmpint (limits.state, ==, expected[i].state);
      g_assert_cmpint (limits.locked, ==, expected[i].locked);
      g_assert_cmpint (tras_limits_exist (&limits), ==, expected[i].state > TRAS_LIMITS_UNFIT);
      g_assert_cmpint (isnan (limits.mean), ==, expected[i].state <= TRAS_LIMITS_UNFIT);
      g_assert_cmpint (isnan (limits.drawn_upper), ==, expected[i].state <= TRAS_LIMITS_UNFIT);
    }
}

static void
test_locked (void)
{
  Sample sample;
  TrasLimits before, after;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  before = limits_of (&sample);
  for (int i = 0; i < 30; i++)
    sample_add (&sample, 1000.0 + i);
  after = limits_of (&sample);

  g_assert_cmpfloat (after.mean, ==, before.mean);
  g_assert_cmpfloat (after.upper, ==, before.upper);
  g_assert_cmpuint (after.n, ==, 50);
}

/* A moving range is one only between neighbours: the jump over the gap leaves the limits narrow. */
static void
test_gap (void)
{
  Sample sample;
  TrasLimits limits;

  sample_clear (&sample);
  for (int i = 0; i < 6; i++)
    sample_add (&sample, i % 2 == 0 ? 9.0 : 11.0);
  for (int i = 0; i < 6; i++)
    sample_add_at (&sample, 10 + i, i % 2 == 0 ? 109.0 : 111.0, 0);
  limits = limits_of (&sample);

  g_assert_cmpint (limits.state, ==, TRAS_LIMITS_SET);
  g_assert_cmpuint (limits.n_ranges, ==, 10);
  assert_near (limits.mean, 60.0, 1e-12);
  assert_near (limits.range, 2.0, 1e-12);
}

static void
test_without_neighbours (void)
{
  Sample sample;
  TrasLimits limits;

  sample_clear (&sample);
  for (int i = 0; i < 20; i++)
    sample_add_at (&sample, 2 * i, i, 0);
  limits = limits_of (&sample);

  g_assert_cmpint (limits.state, ==, TRAS_LIMITS_NONE);
  g_assert_true (isnan (limits.upper));

  /* Pairs: 6 ranges of the 11 that there could be. One pair torn apart: 5. */
  sample_clear (&sample);
  for (int i = 0; i < 12; i++)
    sample_add_at (&sample, i + i / 2, i % 2, 0);
  g_assert_cmpint (limits_of (&sample).state, ==, TRAS_LIMITS_SET);
  sample.periods[11]++;
  g_assert_cmpint (limits_of (&sample).state, ==, TRAS_LIMITS_NONE);
}

/* Wherever a left-out point is put in, the limits stay to the last bit. */
static void
test_left_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double values[40];
  TrasLimits before;
  Sample sample;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 50.0 + sample_normal (rand);

  sample_clear (&sample);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    sample_add_at (&sample, 2 * (i / 4) + i, values[i], 0);
  before = limits_of (&sample);
  g_assert_cmpint (before.state, ==, TRAS_LIMITS_SET);

  for (gsize at = 3; at < G_N_ELEMENTS (values); at += 4)
    {
      TrasLimits after;

      sample_clear (&sample);
      for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
        {
          sample_add_at (&sample, 2 * (i / 4) + i, values[i], 0);
          if (i == at)
            sample_add_at (&sample, 2 * (i / 4) + i + 1, 1e6, 1);
        }
      after = limits_of (&sample);
      g_assert_cmpfloat (after.mean, ==, before.mean);
      g_assert_cmpfloat (after.range, ==, before.range);
      g_assert_cmpuint (after.n_base, ==, before.n_base);
      g_assert_cmpuint (after.n, ==, before.n + 1);
    }

  /* Left-out points do not count towards the six. */
  sample_clear (&sample);
  sample_add_saw (&sample, 5);
  sample_add_at (&sample, 5, 10.0, 1);
  g_assert_cmpint (limits_of (&sample).state, ==, TRAS_LIMITS_NONE);
}

static void
test_segments (void)
{
  const TrasSegmentStart starts[] = { { 20, 12 }, { 40, 6 }, { 41, 30 }, { 100, 20 } };
  TrasLimits limits[G_N_ELEMENTS (starts) + 1];
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  for (int i = 0; i < 18; i++)
    sample_add (&sample, i % 2 == 0 ? 99.0 : 101.0);
  for (int i = 0; i < 8; i++)
    sample_add_at (&sample, 45 + i, 500.0, 0);

  g_assert_cmpuint (tras_limits_compute (&sample.series, starts, 4, limits), ==, 3);
  g_assert_cmpuint (limits[0].first, ==, 0);
  g_assert_cmpuint (limits[0].n, ==, 20);
  g_assert_cmpuint (limits[0].base_n, ==, TRAS_LIMITS_BASE_N);
  assert_near (limits[0].mean, 10.0, 1e-12);
  g_assert_cmpuint (limits[1].first, ==, 20);
  g_assert_cmpuint (limits[1].n, ==, 18);
  g_assert_cmpuint (limits[1].n_base, ==, 12);
  assert_near (limits[1].mean, 100.0, 1e-12);
  g_assert_cmpuint (limits[2].first, ==, 38);
  g_assert_cmpuint (limits[2].base_n, ==, 30);
  g_assert_cmpint (limits[2].state, ==, TRAS_LIMITS_TRIAL);

  g_assert_true (tras_limits_find (limits, 3, 0) == &limits[0]);
  g_assert_true (tras_limits_find (limits, 3, 20) == &limits[1]);
  g_assert_true (tras_limits_find (limits, 3, 45) == &limits[2]);
  g_assert_null (tras_limits_find (limits, 3, 46));

  /* A start on the first point gives the first segment its baseline. */
  g_assert_cmpuint (tras_limits_compute (&sample.series, (TrasSegmentStart[]) { { 0, 9 } }, 1,
                                         limits), ==, 1);
  g_assert_cmpuint (limits[0].n_base, ==, 9);
  g_assert_true (limits[0].locked);

  sample.series.n = 0;
  g_assert_cmpuint (tras_limits_compute (&sample.series, starts, 4, limits), ==, 0);
}

/* The mean of equal values is that value, and a value that equals the mean on paper is on it. */
static void
test_rounding (void)
{
  Sample sample;
  TrasLimits limits;

  sample_clear (&sample);
  for (int i = 0; i < 20; i++)
    sample_add (&sample, 0.1);
  limits = limits_of (&sample);
  g_assert_cmpfloat (limits.mean, ==, 0.1);
  g_assert_cmpfloat (limits.upper, ==, 0.1);
  g_assert_cmpfloat (limits.lower, ==, 0.1);
  g_assert_cmpint (tras_limits_side (&limits, 0.1), ==, 0);

  for (int tenths = 1; tenths < 500; tenths++)
    {
      sample_clear (&sample);
      for (int i = 0; i < 18; i++)
        sample_add (&sample, (tenths + 3 * (i % 3)) / 10.0);
      limits = limits_of (&sample);
      g_assert_cmpint (tras_limits_side (&limits, (tenths + 3) / 10.0), ==, 0);
      g_assert_cmpint (tras_limits_side (&limits, (tenths + 3) / 10.0 + 0.0001), ==, 1);
      g_assert_cmpint (tras_limits_side (&limits, (tenths + 3) / 10.0 - 0.0001), ==, -1);
    }
}

static void
test_fit (void)
{
  Sample sample;
  TrasLimits limits;

  /* Mean 0.8 with as many zeros as may be. */
  sample_clear (&sample);
  for (int i = 0; i < 20; i++)
    sample_add (&sample, i % 5 < 2 ? 0.0 : i % 5 == 2 ? 2.0 : 1.0);
  limits = limits_of (&sample);
  g_assert_cmpint (limits.fit, ==, TRAS_FIT_GOOD);
  g_assert_cmpint (limits.state, ==, TRAS_LIMITS_SET);

  sample.series.counts = TRUE;
  limits = limits_of (&sample);
  g_assert_cmpint (limits.fit, ==, TRAS_FIT_RARE);
  g_assert_cmpint (limits.state, ==, TRAS_LIMITS_UNFIT);
  g_assert_true (isnan (limits.mean));

  /* A mean of exactly 1 and exactly half zeros fit. */
  sample_clear (&sample);
  sample.series.counts = TRUE;
  for (int i = 0; i < 20; i++)
    sample_add (&sample, i % 2 == 0 ? 0.0 : 2.0);
  g_assert_cmpint (limits_of (&sample).fit, ==, TRAS_FIT_GOOD);
  sample.values[1] = 0.0;
  sample.values[3] = 40.0;
  g_assert_cmpint (limits_of (&sample).fit, ==, TRAS_FIT_ZEROS);
}

/* Montgomery, Introduction to Statistical Quality Control, example 6.5. */
static void
test_montgomery (void)
{
  const char *folder = g_getenv ("TRASTIENDA_SHARED_DATA");
  g_autofree char *path = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  Sample sample;
  TrasLimits limits;

  if (folder == NULL)
    {
      g_test_skip ("TRASTIENDA_SHARED_DATA is not set: no textbook data");
      return;
    }

  path = g_build_filename (folder, "spc", "montgomery_6_5.csv", NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the textbook data is not in TRASTIENDA_SHARED_DATA");
      return;
    }

  sample_clear (&sample);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      sample_add_at (&sample, tras_period_index (TRAS_EVERY_WEEK, tras_day_from_iso (cells[1])),
                     g_ascii_strtod (cells[2], NULL), 0);
    }
  limits = limits_of (&sample);

  g_assert_cmpuint (limits.n, ==, 40);
  g_assert_cmpuint (limits.n_base, ==, 20);
  assert_near (limits.mean, 300.5, 1e-9);
  assert_near (limits.range, 7.789, 0.0005);
  assert_near (limits.lower, 279.78, 0.005);
  assert_near (limits.upper, 321.22, 0.005);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/limits/saw", test_saw);
  g_test_add_func ("/limits/states", test_states);
  g_test_add_func ("/limits/locked", test_locked);
  g_test_add_func ("/limits/gap", test_gap);
  g_test_add_func ("/limits/without-neighbours", test_without_neighbours);
  g_test_add_func ("/limits/left-out", test_left_out);
  g_test_add_func ("/limits/segments", test_segments);
  g_test_add_func ("/limits/rounding", test_rounding);
  g_test_add_func ("/limits/fit", test_fit);
  g_test_add_func ("/limits/montgomery", test_montgomery);

  return g_test_run ();
}
