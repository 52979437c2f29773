/* test-effect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-effect.h"

/* Twelve points about 10 in periods 0 to 11, one in period 12, then @n at @value. The limits before
 * are 10 ± 5.32, sigma is 5.32/3. */
static void
fill (Sample *sample,
      guint   n,
      double  value)
{
  sample_clear (sample);
  sample_add_saw (sample, 12);
  sample_add (sample, 30.0);
  for (guint i = 0; i < n; i++)
    sample_add (sample, value);
}

static void
compute (const Sample *sample,
         gint32        from,
         gint32        to,
         TrasEffect   *effect)
{
  /* The comparison borrows them. */
  static TrasLimits limits[2];
  const TrasSegmentStart start = { 0, 12 };
  gsize n_limits = tras_limits_compute (&sample->series, &start, 1, limits);

  tras_effect_compute (&sample->series, limits, n_limits, from, to, effect);
}

/* 3·(5.32/3)·√(1/12 + 1/6) = 2.66, and with twelve values since 5.32·√(1/6) = 2.1719. */
static void
test_vectors (void)
{
  const struct
  {
    guint n;
    double value;
    TrasEffectWord word;
    double reach;
  } cases[] = {
    { 0, 10, TRAS_EFFECT_TOO_EARLY, NAN },
    { 5, 30, TRAS_EFFECT_TOO_EARLY, NAN },
    { 6, 12.66, TRAS_EFFECT_NOT_MOVED, 2.66 },
    { 6, 12.67, TRAS_EFFECT_MOVED, 2.66 },
    { 6, 7.34, TRAS_EFFECT_NOT_MOVED, 2.66 },
    { 6, 7.33, TRAS_EFFECT_MOVED, 2.66 },
    { 12, 12.17, TRAS_EFFECT_NOT_MOVED, 2.1719 },
    { 12, 12.18, TRAS_EFFECT_MOVED, 2.1719 },
    /* What comes after the twelfth is not looked at. */
    { 20, 12.17, TRAS_EFFECT_NOT_MOVED, 2.1719 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sample sample;
      TrasEffect effect;

      fill (&sample, cases[i].n, cases[i].value);
      compute (&sample, 12, 12, &effect);
      g_assert_cmpint (effect.word, ==, cases[i].word);
      g_assert_cmpuint (effect.n_before, ==, 12);
      g_assert_cmpuint (effect.n_after, ==, MIN (cases[i].n, 12));
      g_assert_cmpfloat_with_epsilon (effect.mean_before, 10, 1e-9);
      if (cases[i].n > 0)
        {
          g_assert_cmpfloat_with_epsilon (effect.mean_after, cases[i].value, 1e-9);
          g_assert_cmpuint (effect.first_after, ==, 13);
        }
      else
        g_assert_true (isnan (effect.mean_after));
      if (isnan (cases[i].reach))
        g_assert_true (isnan (effect.reach));
      else
        g_assert_cmpfloat_with_epsilon (effect.reach, cases[i].reach, 1e-4);
    }
}

/* What was measured while it was being done is neither before nor since. */
static void
test_between (void)
{
  Sample sample;
  TrasEffect effect;

  fill (&sample, 12, 14);
  compute (&sample, 12, 15, &effect);
  g_assert_cmpuint (effect.last_before, ==, 11);
  g_assert_cmpuint (effect.first_after, ==, 16);
  g_assert_cmpuint (effect.n_after, ==, 9);

  /* Not finished yet. */
  compute (&sample, 12, G_MAXINT32, &effect);
  g_assert_cmpuint (effect.n_after, ==, 0);
  g_assert_cmpint (effect.word, ==, TRAS_EFFECT_TOO_EARLY);

  /* Before the first value there is nothing. */
  compute (&sample, 0, 0, &effect);
  g_assert_cmpuint (effect.n_before, ==, 0);
  g_assert_true (isnan (effect.mean_before));
  g_assert_cmpint (effect.word, ==, TRAS_EFFECT_UNKNOWN);
  g_assert_cmpint (effect.variation, ==, TRAS_VARIATION_NONE);
}

static void
test_left_out (void)
{
  Sample sample;
  TrasEffect effect;

  fill (&sample, 6, 10);
  sample.values[8] = 1000;
  sample.left_out[8] = 1;
  sample.values[15] = 1000;
  sample.left_out[15] = 1;
  compute (&sample, 12, 12, &effect);
  g_assert_cmpuint (effect.n_before, ==, 11);
  g_assert_cmpuint (effect.n_after, ==, 5);
  g_assert_cmpfloat_with_epsilon (effect.mean_after, 10, 1e-9);
}

/* A step change cuts off what was before it, and only that. */
static void
test_segment (void)
{
  const TrasSegmentStart starts[] = { { 0, 12 }, { 6, 12 }, { 14, 12 } };
  TrasLimits limits[4];
  Sample sample;
  TrasEffect effect;
  gsize n;

  fill (&sample, 12, 14);
  n = tras_limits_compute (&sample.series, starts, 3, limits);
  g_assert_cmpuint (n, ==, 3);
  tras_effect_compute (&sample.series, limits, n, 12, 12, &effect);
  g_assert_cmpuint (effect.n_before, ==, 6);
  g_assert_cmpuint (effect.first_before, ==, 6);
  g_assert_cmpuint (effect.n_after, ==, 12);
}

static void
test_better (void)
{
  const struct
  {
    TrasBetter better;
    double value;
    TrasVariation variation;
  } cases[] = {
    { TRAS_BETTER_UP, 20, TRAS_VARIATION_IMPROVING },
    { TRAS_BETTER_UP, 1, TRAS_VARIATION_CONCERNING },
    { TRAS_BETTER_DOWN, 20, TRAS_VARIATION_CONCERNING },
    { TRAS_BETTER_DOWN, 1, TRAS_VARIATION_IMPROVING },
    { TRAS_BETTER_NEITHER, 20, TRAS_VARIATION_NEUTRAL },
    { TRAS_BETTER_BAND, 20, TRAS_VARIATION_CONCERNING },
    { TRAS_BETTER_BAND, 14, TRAS_VARIATION_IMPROVING },
    { TRAS_BETTER_UP, 10, TRAS_VARIATION_COMMON },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sample sample;
      TrasEffect effect;

      fill (&sample, 6, cases[i].value);
      sample.series.better = cases[i].better;
      sample.series.band_low = 13;
      sample.series.band_high = 16;
      compute (&sample, 12, 12, &effect);
      g_assert_cmpint (effect.variation, ==, cases[i].variation);
    }
}

/* A constant that changes has moved, and by whatever. */
static void
test_constant (void)
{
  Sample sample;
  TrasEffect effect;

  sample_clear (&sample);
  for (guint i = 0; i < 20; i++)
    sample_add (&sample, i < 12 ? 0.1 + 0.2 : 0.3);
  compute (&sample, 12, 12, &effect);
  g_assert_cmpint (effect.word, ==, TRAS_EFFECT_NOT_MOVED);
  for (guint i = 12; i < 20; i++)
    sample.values[i] = 0.31;
  compute (&sample, 12, 12, &effect);
  g_assert_cmpint (effect.word, ==, TRAS_EFFECT_MOVED);
}

/* On stable data hardly ever; the mirror image says the same; a shift of two sigma is seen. */
static void
test_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_false = 0, n_found = 0, n_all = 2000;

  for (guint i = 0; i < n_all; i++)
    {
      Sample sample, mirror;
      TrasEffect effect, mirrored;

      sample_clear (&sample);
      sample_clear (&mirror);
      for (guint j = 0; j < 25; j++)
        {
          sample_add (&sample, 50 + 4 * sample_normal (rand));
          sample_add (&mirror, -sample.values[j]);
        }
      sample.series.better = TRAS_BETTER_UP;
      mirror.series.better = TRAS_BETTER_DOWN;
      compute (&sample, 12, 12, &effect);
      compute (&mirror, 12, 12, &mirrored);
      g_assert_cmpint (effect.word, ==, mirrored.word);
      g_assert_cmpint (effect.variation, ==, mirrored.variation);
      n_false += effect.word == TRAS_EFFECT_MOVED;

      for (guint j = 13; j < 25; j++)
        sample.values[j] += 8;
      compute (&sample, 12, 12, &effect);
      n_found += effect.word == TRAS_EFFECT_MOVED && effect.variation == TRAS_VARIATION_IMPROVING;
    }

  g_assert_cmpuint (n_false, <, n_all / 50);
  g_assert_cmpuint (n_found, >, n_all * 85 / 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/effect/vectors", test_vectors);
  g_test_add_func ("/effect/between", test_between);
  g_test_add_func ("/effect/left-out", test_left_out);
  g_test_add_func ("/effect/segment", test_segment);
  g_test_add_func ("/effect/better", test_better);
  g_test_add_func ("/effect/constant", test_constant);
  g_test_add_func ("/effect/stable", test_stable);

  return g_test_run ();
}
