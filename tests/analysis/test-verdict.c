/* test-verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-verdict.h"

static TrasVariation
vary (Sample     *sample,
      TrasBetter  better)
{
  g_autoptr (TrasVerdict) verdict = NULL;

  sample->series.better = better;
  verdict = tras_verdict_new (&sample->series, NULL, 0, TRAS_RULES_DEFAULT, NAN);

  return verdict->variation;
}

static TrasAssurance
assure (Sample     *sample,
        TrasBetter  better,
        double      target)
{
  g_autoptr (TrasVerdict) verdict = NULL;

  sample->series.better = better;
  verdict = tras_verdict_new (&sample->series, NULL, 0, TRAS_RULES_DEFAULT, target);

  return verdict->assurance;
}

static void
test_variation (void)
{
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 5);
  g_assert_cmpint (vary (&sample, TRAS_BETTER_UP), ==, TRAS_VARIATION_NONE);

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  g_assert_cmpint (vary (&sample, TRAS_BETTER_UP), ==, TRAS_VARIATION_COMMON);
  sample_add (&sample, 20.0);
  g_assert_cmpint (vary (&sample, TRAS_BETTER_UP), ==, TRAS_VARIATION_IMPROVING);
  g_assert_cmpint (vary (&sample, TRAS_BETTER_DOWN), ==, TRAS_VARIATION_CONCERNING);
  g_assert_cmpint (vary (&sample, TRAS_BETTER_NEITHER), ==, TRAS_VARIATION_NEUTRAL);
}

/* A falling trend that ends a run above the centre: the run wins. */
static void
test_winner (void)
{
  g_autoptr (TrasVerdict) verdict = NULL;
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  for (int i = 0; i < 8; i++)
    sample_add (&sample, 12.0 - i * 0.2);
  sample.series.better = TRAS_BETTER_UP;
  verdict = tras_verdict_new (&sample.series, NULL, 0, TRAS_RULE_RUN7 | TRAS_RULE_TREND7, NAN);

  g_assert_cmpint (verdict->firing.fired, ==, TRAS_RULE_RUN7 | TRAS_RULE_TREND7);
  g_assert_cmpint (tras_firing_get_side (verdict->firing, TRAS_RULE_TREND7), ==, -1);
  g_assert_cmpint (verdict->winner, ==, TRAS_RULE_RUN7);
  g_assert_cmpint (verdict->side, ==, 1);
  g_assert_cmpint (verdict->variation, ==, TRAS_VARIATION_IMPROVING);
}

static void
test_variation_in_band (void)
{
  const TrasFiring high = { TRAS_RULE_RUN7, TRAS_RULES_NONE };
  const TrasFiring low = { TRAS_RULE_RUN7, TRAS_RULE_RUN7 };
  const TrasFiring swing = { TRAS_RULE_SWING14, TRAS_RULES_NONE };
  const struct {
    double mean, value;
    TrasFiring firing;
    TrasVariation expected;
  } cases[] = {
    { 10.0, 10.0, { TRAS_RULES_NONE, TRAS_RULES_NONE }, TRAS_VARIATION_COMMON },
    { 10.0, 99.0, { TRAS_RULES_NONE, TRAS_RULES_NONE }, TRAS_VARIATION_COMMON },
    { 10.0, 11.0, high, TRAS_VARIATION_NEUTRAL },
    { 10.0, 9.0, low, TRAS_VARIATION_NEUTRAL },
    { 10.0, 12.0, high, TRAS_VARIATION_NEUTRAL },
    { 10.0, 12.1, high, TRAS_VARIATION_CONCERNING },
    { 10.0, 7.9, low, TRAS_VARIATION_CONCERNING },
    { 15.0, 11.0, low, TRAS_VARIATION_IMPROVING },
    { 5.0, 9.0, high, TRAS_VARIATION_IMPROVING },
    { 15.0, 13.0, low, TRAS_VARIATION_CONCERNING },
    { 15.0, 11.0, high, TRAS_VARIATION_CONCERNING },
    { 5.0, 9.0, low, TRAS_VARIATION_CONCERNING },
    { 10.0, 10.0, swing, TRAS_VARIATION_NEUTRAL },
    { 15.0, 10.0, swing, TRAS_VARIATION_IMPROVING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrasLimits limits = { .state = TRAS_LIMITS_SET, .mean = cases[i].mean };
      Sample sample;

      sample_clear (&sample);
      sample_add (&sample, cases[i].value);
      sample.series.better = TRAS_BETTER_BAND;
      sample.series.band_low = 8.0;
      sample.series.band_high = 12.0;
      g_assert_cmpint (tras_variation_of (&sample.series, &limits, 0, cases[i].firing), ==,
                       cases[i].expected);
    }
}

static void
test_assurance (void)
{
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 11);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 1.0), ==, TRAS_ASSURANCE_UNKNOWN);
  sample_add (&sample, 11.0);

  /* Limits 4.68 and 15.32. */
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, NAN), ==, TRAS_ASSURANCE_UNKNOWN);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_NEITHER, 1.0), ==, TRAS_ASSURANCE_UNKNOWN);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 4.6), ==, TRAS_ASSURANCE_MEETS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 4.68), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 10.0), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 15.32), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 15.4), ==, TRAS_ASSURANCE_MISSES);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_DOWN, 4.6), ==, TRAS_ASSURANCE_MISSES);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_DOWN, 4.68), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_DOWN, 15.32), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_DOWN, 15.4), ==, TRAS_ASSURANCE_MEETS);

  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, 10.0), ==, TRAS_ASSURANCE_UNKNOWN);
  sample.series.band_low = 4.0;
  sample.series.band_high = 16.0;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, NAN), ==, TRAS_ASSURANCE_MEETS);
  sample.series.band_high = 15.0;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, NAN), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  sample.series.band_low = 9.0;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, NAN), ==, TRAS_ASSURANCE_HIT_OR_MISS);
  sample.series.band_low = 16.0;
  sample.series.band_high = 20.0;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, NAN), ==, TRAS_ASSURANCE_MISSES);
  sample.series.band_low = 1.0;
  sample.series.band_high = 4.0;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, NAN), ==, TRAS_ASSURANCE_MISSES);
}

/* The assurance reads the limits as computed, not as drawn. */
static void
test_assurance_unclamped (void)
{
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  sample.series.ceiling = 12.0;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 13.0), ==, TRAS_ASSURANCE_HIT_OR_MISS);
}

static void
test_constant (void)
{
  Sample sample;

  sample_clear (&sample);
  for (int i = 0; i < 20; i++)
    sample_add (&sample, 0.1);
  g_assert_cmpint (vary (&sample, TRAS_BETTER_UP), ==, TRAS_VARIATION_COMMON);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 0.1), ==, TRAS_ASSURANCE_MEETS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 0.2), ==, TRAS_ASSURANCE_MISSES);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_UP, 0.0), ==, TRAS_ASSURANCE_MEETS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_DOWN, 0.1), ==, TRAS_ASSURANCE_MEETS);
  g_assert_cmpint (assure (&sample, TRAS_BETTER_DOWN, 0.0), ==, TRAS_ASSURANCE_MISSES);
  sample.series.band_low = 0.1;
  sample.series.band_high = 0.1;
  g_assert_cmpint (assure (&sample, TRAS_BETTER_BAND, NAN), ==, TRAS_ASSURANCE_MEETS);
}

static void
test_met (void)
{
  g_autoptr (TrasVerdict) verdict = NULL;
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  sample_add (&sample, 9.5);
  verdict = tras_verdict_new (&sample.series, NULL, 0, TRAS_RULES_DEFAULT, 9.5);
  g_assert_cmpuint (verdict->n_met, ==, 7);
  g_assert_cmpuint (verdict->n_last, ==, 13);
}

static void
test_empty (void)
{
  g_autoptr (TrasVerdict) verdict = NULL;
  Sample sample;

  sample_clear (&sample);
  verdict = tras_verdict_new (&sample.series, NULL, 0, TRAS_RULES_DEFAULT, 1.0);
  g_assert_cmpuint (verdict->n_limits, ==, 0);
  g_assert_cmpint (verdict->variation, ==, TRAS_VARIATION_NONE);
  g_assert_cmpint (verdict->assurance, ==, TRAS_ASSURANCE_UNKNOWN);
  g_assert_cmpuint (verdict->n_last, ==, 0);
}

/* The newest segment decides, the older ones keep their words. */
static void
test_segments (void)
{
  const TrasSegmentStart start = { 20, 20 };
  g_autoptr (TrasVerdict) whole = NULL, split = NULL;
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, 20);
  for (int i = 0; i < 14; i++)
    sample_add (&sample, i % 2 == 0 ? 99.0 : 101.0);
  sample.series.better = TRAS_BETTER_UP;
  whole = tras_verdict_new (&sample.series, NULL, 0, TRAS_RULES_DEFAULT, 50.0);
  g_assert_cmpint (whole->variation, ==, TRAS_VARIATION_IMPROVING);
  g_assert_cmpint (whole->assurance, ==, TRAS_ASSURANCE_MISSES);
  split = tras_verdict_new (&sample.series, &start, 1, TRAS_RULES_DEFAULT, 50.0);
  g_assert_cmpuint (split->n_limits, ==, 2);
  g_assert_cmpint (split->variation, ==, TRAS_VARIATION_COMMON);
  g_assert_cmpint (split->variations[10], ==, TRAS_VARIATION_COMMON);
  g_assert_cmpint (split->assurance, ==, TRAS_ASSURANCE_MEETS);
  g_assert_cmpuint (split->n_met, ==, 13);
}

static void
assert_same_words (const Sample *one,
                   double        target,
                   const Sample *other,
                   double        other_target)
{
  const TrasSegmentStart start = { 45, 15 };
  const TrasRules all = (1 << TRAS_N_RULES) - 1;
  g_autoptr (TrasVerdict) a = tras_verdict_new (&one->series, &start, 1, all, target);
  g_autoptr (TrasVerdict) b = tras_verdict_new (&other->series, &start, 1, all, other_target);

  for (gsize i = 0; i < a->n; i++)
    g_assert_cmpint (a->variations[i], ==, b->variations[i]);
  g_assert_cmpint (a->winner, ==, b->winner);
  g_assert_cmpint (a->assurance, ==, b->assurance);
  g_assert_cmpuint (a->n_met, ==, b->n_met);
}

/* f(x, up) = f(−x, down), the band mirrored with it; and the unit does not matter. */
static void
test_invariance (void)
{
  static const TrasBetter mirror[] = {
    [TRAS_BETTER_UP] = TRAS_BETTER_DOWN,
    [TRAS_BETTER_DOWN] = TRAS_BETTER_UP,
    [TRAS_BETTER_BAND] = TRAS_BETTER_BAND,
    [TRAS_BETTER_NEITHER] = TRAS_BETTER_NEITHER,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1984);
  g_autofree Sample *sample = g_new (Sample, 1);
  g_autofree Sample *other = g_new (Sample, 1);

  for (int round = 0; round < 400; round++)
    {
      const double target = g_rand_double_range (rand, -4.0, 4.0);
      double level = 0.0;

      sample_clear (sample);
      sample->series.better = (TrasBetter) (round % 4);
      sample->series.band_low = target;
      sample->series.band_high = target + g_rand_double_range (rand, 0.0, 4.0);
      for (int i = 0; i < 90; i++)
        {
          level += (g_rand_int_range (rand, 0, 25) == 0) * sample_normal (rand);
          sample_add (sample, rint ((level + sample_normal (rand)) * 16.0) / 16.0);
        }

      sample_clear (other);
      for (gsize i = 0; i < sample->series.n; i++)
        sample_add (other, -sample->values[i]);
      other->series.better = mirror[sample->series.better];
      other->series.band_low = -sample->series.band_high;
      other->series.band_high = -sample->series.band_low;
      assert_same_words (sample, target, other, -target);

      sample_clear (other);
      for (gsize i = 0; i < sample->series.n; i++)
        sample_add (other, sample->values[i] * 4.0 + 256.0);
      other->series.better = sample->series.better;
      other->series.band_low = sample->series.band_low * 4.0 + 256.0;
      other->series.band_high = sample->series.band_high * 4.0 + 256.0;
      assert_same_words (sample, target, other, target * 4.0 + 256.0);
    }
}

static void
test_words (void)
{
  TrasVariation variation = TRAS_VARIATION_NONE;
  TrasAssurance assurance = TRAS_ASSURANCE_UNKNOWN;

  for (int i = TRAS_VARIATION_NONE; i <= TRAS_VARIATION_NEUTRAL; i++)
    {
      g_assert_true (tras_variation_from_string (tras_variation_to_string (i), &variation));
      g_assert_cmpint (variation, ==, i);
    }
  for (int i = TRAS_ASSURANCE_UNKNOWN; i <= TRAS_ASSURANCE_HIT_OR_MISS; i++)
    {
      g_assert_true (tras_assurance_from_string (tras_assurance_to_string (i), &assurance));
      g_assert_cmpint (assurance, ==, i);
    }
  g_assert_cmpstr (tras_variation_to_string (TRAS_VARIATION_NONE), ==, "");
  g_assert_cmpstr (tras_variation_to_string (TRAS_VARIATION_COMMON), ==, "common");
  g_assert_cmpstr (tras_assurance_to_string (TRAS_ASSURANCE_HIT_OR_MISS), ==, "hit-or-miss");
  g_assert_cmpstr (tras_assurance_to_string (TRAS_ASSURANCE_UNKNOWN), ==, "");
  g_assert_false (tras_variation_from_string ("meets", &variation));
  g_assert_false (tras_assurance_from_string (NULL, &assurance));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/variation", test_variation);
  g_test_add_func ("/verdict/winner", test_winner);
  g_test_add_func ("/verdict/variation-in-band", test_variation_in_band);
  g_test_add_func ("/verdict/assurance", test_assurance);
  g_test_add_func ("/verdict/assurance-unclamped", test_assurance_unclamped);
  g_test_add_func ("/verdict/constant", test_constant);
  g_test_add_func ("/verdict/met", test_met);
  g_test_add_func ("/verdict/empty", test_empty);
  g_test_add_func ("/verdict/segments", test_segments);
  g_test_add_func ("/verdict/invariance", test_invariance);
  g_test_add_func ("/verdict/words", test_words);

  return g_test_run ();
}
