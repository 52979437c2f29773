/* test-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-rules.h"

/* Twelve points of baseline: centre 10, limits 4.68 and 15.32, 1 sigma 1.7733. */
#define N_BASE 12

/* What fired, point by point: `.` for nothing, else each rule's name with + - = for its side. */
static char *
describe (const Sample *sample,
          gsize         from,
          TrasRules     rules)
{
  const TrasSegmentStart start = { G_MININT32, N_BASE };
  g_autofree TrasFiring *firings = g_new (TrasFiring, sample->series.n);
  GString *text = g_string_new (NULL);
  TrasLimits limits[2];
  gsize n_limits = tras_limits_compute (&sample->series, &start, 1, limits);

  tras_rules_apply (&sample->series, limits, n_limits, rules, firings);
  for (gsize i = from; i < sample->series.n; i++)
    {
      if (i > from)
        g_string_append_c (text, ' ');
      if (firings[i].fired == TRAS_RULES_NONE)
        g_string_append_c (text, '.');
      for (guint r = 0; r < TRAS_N_RULES; r++)
        {
          const TrasRules rule = 1 << r;

          if (firings[i].fired & rule)
            g_string_append_printf (text, "%s%c", tras_rule_to_id (rule),
                                    "-=+"[tras_firing_get_side (firings[i], rule) + 1]);
        }
    }

  return g_string_free (text, FALSE);
}

/* Runs the rules on the baseline followed by a tail, and on the mirror image of both. */
static void
assert_tail (TrasRules     rules,
             const double *tail,
             gsize         n,
             const char   *expected)
{
  g_autofree char *found = NULL, *mirrored = NULL;
  g_autofree char *expected_mirrored = g_strdup (expected);
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, N_BASE);
  for (gsize i = 0; i < n; i++)
    sample_add (&sample, tail[i]);
  found = describe (&sample, N_BASE, rules);
  g_assert_cmpstr (found, ==, expected);

  for (gsize i = 0; i < sample.series.n; i++)
    sample.values[i] = -sample.values[i];
  for (char *c = expected_mirrored; *c != '\0'; c++)
    {
      /* The hyphen of a rule's name is not a sign. */
      if (*c == '+')
        *c = '-';
      else if (*c == '-' && c[1] != 'A')
        *c = '+';
    }
  mirrored = describe (&sample, N_BASE, rules);
  g_assert_cmpstr (mirrored, ==, expected_mirrored);
}

#define TAIL(rules, expected, ...) \
  assert_tail ((rules), (const double[]) { __VA_ARGS__ }, \
               sizeof ((const double[]) { __VA_ARGS__ }) / sizeof (double), (expected))

static void
test_limit (void)
{
  TAIL (TRAS_RULE_LIMIT, ". LIMIT+ .", 15.32, 15.33, 10.0);
  TAIL (TRAS_RULE_LIMIT, ". LIMIT-", 4.68, 4.67);
}

static void
test_2of3 (void)
{
  const double line = 10.0 + 2.0 * 2.66 / 3.0 * 2.0; /* 13.5467 */

  TAIL (TRAS_RULE_2OF3, "2OF3+ 2OF3+ .", 14.0, 14.0, 9.0);
  /* The third lies on the side, not beyond the line: it is no signal itself. */
  TAIL (TRAS_RULE_2OF3, ". 2OF3+ . 2OF3+ .", 9.0, 14.0, 11.0, 14.0, 9.0);
  /* The third lies on the centre or across it. */
  TAIL (TRAS_RULE_2OF3, ". . . .", 9.0, 14.0, 10.0, 14.0);
  TAIL (TRAS_RULE_2OF3, ". . . .", 9.0, 14.0, 9.0, 14.0);
  TAIL (TRAS_RULE_2OF3_ANY, ". 2OF3-ANY+ . 2OF3-ANY+", 9.0, 14.0, 9.0, 14.0);
  /* On the line is not beyond it. */
  TAIL (TRAS_RULE_2OF3, ". . .", line, 14.0, line);
  /* One on each side. */
  TAIL (TRAS_RULE_2OF3_ANY, ". . . .", 9.0, 14.0, 6.0, 9.0);
  /* Two of four are not two of three. */
  TAIL (TRAS_RULE_2OF3, ". . . . .", 9.0, 14.0, 11.0, 11.0, 14.0);
}

/* Windows begin with a segment's first point and do not reach before it. */
static void
test_2of3_ends (void)
{
  const TrasSegmentStart start = { 23, N_BASE };
  g_autofree char *found = NULL;
  TrasFiring firings[64];
  TrasLimits limits[2];
  Sample sample;

  sample_clear (&sample);
  sample_add_at (&sample, 0, 14.0, 1);
  sample_add_at (&sample, 1, 14.0, 1);
  sample_add_at (&sample, 2, 11.0, 1);
  sample_add_saw (&sample, 19);
  sample_add (&sample, 14.0);
  sample_add_at (&sample, 23, 14.0, 1);
  sample_add_at (&sample, 24, 11.0, 1);
  sample_add_saw (&sample, N_BASE);
  found = describe (&sample, 0, TRAS_RULE_2OF3);
  g_assert_true (g_str_has_prefix (found, "2OF3+ 2OF3+ . ."));

  g_assert_cmpuint (tras_limits_compute (&sample.series, &start, 1, limits), ==, 2);
  tras_rules_apply (&sample.series, limits, 2, TRAS_RULE_2OF3, firings);
  g_assert_cmpint (firings[1].fired, ==, TRAS_RULE_2OF3);
  g_assert_cmpint (firings[22].fired, ==, TRAS_RULES_NONE);
  g_assert_cmpint (firings[23].fired, ==, TRAS_RULES_NONE);
}

static void
test_run (void)
{
  TAIL (TRAS_RULE_RUN7, ". . . . . . .", 10.0, 11.0, 11.0, 12.0, 11.0, 11.0, 11.0);
  TAIL (TRAS_RULE_RUN7, ". RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+",
        10.0, 11.0, 11.0, 12.0, 11.0, 11.0, 11.0, 11.0);
  /* The centre in the middle ends the run. */
  TAIL (TRAS_RULE_RUN7, ". . . . . . . . .",
        10.0, 11.0, 11.0, 11.0, 10.0, 11.0, 11.0, 11.0, 11.0);
  /* Seven and one on the other side. */
  TAIL (TRAS_RULE_RUN7, ". RUN7- RUN7- RUN7- RUN7- RUN7- RUN7- RUN7- .",
        10.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 11.0);
  TAIL (TRAS_RULE_RUN8, ". . . . . . . .", 10.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0);
}

static void
test_trend (void)
{
  TAIL (TRAS_RULE_TREND7, ". . . . . . .", 10.0, 9.5, 9.6, 9.7, 9.8, 10.2, 10.3);
  TAIL (TRAS_RULE_TREND7, ". TREND7+ TREND7+ TREND7+ TREND7+ TREND7+ TREND7+ TREND7+",
        10.0, 9.5, 9.6, 9.7, 9.8, 10.2, 10.3, 10.4);
  /* Equal neighbours end a trend. */
  TAIL (TRAS_RULE_TREND7, ". . . . . . . . .",
        10.0, 9.5, 9.6, 9.7, 9.7, 9.8, 9.9, 10.2, 10.3);
  /* A peak between two trends belongs to the later one. */
  TAIL (TRAS_RULE_TREND6,
        ". TREND6+ TREND6+ TREND6+ TREND6+ TREND6+ TREND6- TREND6- TREND6- TREND6- TREND6- TREND6-",
        10.0, 9.1, 9.2, 9.3, 9.4, 9.5, 9.6, 9.5, 9.4, 9.3, 9.2, 9.1);
}

static void
test_others (void)
{
  /* 1.5 sigma: 12.66; 1 sigma: 11.7733 */
  TAIL (TRAS_RULE_3OF4, ". 3OF4+ 3OF4+ . 3OF4+", 9.0, 13.0, 13.0, 9.0, 13.0);
  TAIL (TRAS_RULE_3OF4, ". . . . .", 9.0, 13.0, 12.66, 9.0, 13.0);
  TAIL (TRAS_RULE_4OF5, ". 4OF5+ 4OF5+ . 4OF5+ 4OF5+", 9.0, 12.0, 12.0, 9.0, 12.0, 12.0);
  TAIL (TRAS_RULE_4OF5, ". . . . . .", 9.0, 12.0, 12.0, 9.0, 9.0, 12.0);
  TAIL (TRAS_RULE_OUTER8,
        ". OUTER8= OUTER8= OUTER8= OUTER8= OUTER8= OUTER8= OUTER8= OUTER8=",
        10.0, 12.0, 8.0, 12.0, 8.0, 12.0, 8.0, 12.0, 8.0);
  TAIL (TRAS_RULE_OUTER8, ". . . . . . . .", 10.0, 12.0, 8.0, 12.0, 8.0, 12.0, 8.0, 12.0);
  /* The baseline swings too: break it first, then thirteen and fourteen in turn. */
  TAIL (TRAS_RULE_SWING14, ". . . . . . . . . . . . . .",
        11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 11.0);
  TAIL (TRAS_RULE_SWING14,
        "SWING14= SWING14= SWING14= SWING14= SWING14= SWING14= SWING14= SWING14= SWING14= SWING14= "
        "SWING14= SWING14= SWING14= SWING14=",
        11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0);
  TAIL (TRAS_RULE_INNER15, "INNER15= INNER15= INNER15= .", 10.0, 9.0, 11.0, 13.0);
  TAIL (TRAS_RULE_INNER15, ". . .", 10.0, 9.0, 13.0);
}

/* A missing period does not break a run of measured values; a new segment does. */
static void
test_gap_and_segment (void)
{
  const TrasSegmentStart starts[] = { { 12, 12 }, { 16, 12 } };
  g_autofree char *found = NULL;
  TrasFiring firings[64];
  TrasLimits limits[3];
  Sample sample;

  sample_clear (&sample);
  sample_add_saw (&sample, N_BASE);
  sample_add (&sample, 10.0);
  for (int i = 0; i < 7; i++)
    sample_add_at (&sample, 20 + i + (i > 3), 11.0, 0);
  found = describe (&sample, N_BASE, TRAS_RULE_RUN7);
  g_assert_cmpstr (found, ==, ". RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+");

  /* Four high points end a segment and four high ones begin the next. */
  sample_clear (&sample);
  sample_add_saw (&sample, N_BASE);
  for (int i = 0; i < 4; i++)
    sample_add (&sample, 11.0);
  for (int i = 0; i < 4; i++)
    sample_add (&sample, 11.0);
  sample_add_saw (&sample, 20);
  g_assert_cmpuint (tras_limits_compute (&sample.series, &starts[1], 1, limits), ==, 2);
  tras_rules_apply (&sample.series, limits, 2, TRAS_RULE_RUN7, firings);
  for (gsize i = 0; i < sample.series.n; i++)
    g_assert_cmpint (firings[i].fired, ==, TRAS_RULES_NONE);
  g_assert_cmpuint (tras_limits_compute (&sample.series, NULL, 0, limits), ==, 1);
  tras_rules_apply (&sample.series, limits, 1, TRAS_RULE_RUN7, firings);
  g_assert_cmpint (firings[16].fired, ==, TRAS_RULE_RUN7);
}

static void
test_no_limits (void)
{
  g_autofree char *found = NULL;
  Sample sample;

  sample_clear (&sample);
  for (int i = 0; i < 5; i++)
    sample_add (&sample, i == 3 ? 1000.0 : 1.0);
  found = describe (&sample, 0, (1 << TRAS_N_RULES) - 1);
  g_assert_cmpstr (found, ==, ". . . . .");
}

/* Nothing varies: nothing fires, whatever the rounding. The first change is beyond the limit. */
static void
test_constant (void)
{
  g_autofree char *found = NULL, *changed = NULL;
  Sample sample;

  sample_clear (&sample);
  for (int i = 0; i < 30; i++)
    sample_add (&sample, 0.1);
  found = describe (&sample, 28, (1 << TRAS_N_RULES) - 1);
  g_assert_cmpstr (found, ==, ". .");
  sample.values[29] = 0.2;
  changed = describe (&sample, 28, TRAS_RULES_DEFAULT);
  g_assert_cmpstr (changed, ==, ". LIMIT+");
}

static gboolean
fires_equally (const Sample *one,
               const Sample *other,
               gboolean      mirrored)
{
  const TrasSegmentStart start = { 40, 20 };
  g_autofree TrasFiring *a = g_new (TrasFiring, one->series.n);
  g_autofree TrasFiring *b = g_new (TrasFiring, one->series.n);
  TrasLimits limits[2];
  const TrasRules all = (1 << TRAS_N_RULES) - 1;

  tras_rules_apply (&one->series, limits,
                    tras_limits_compute (&one->series, &start, 1, limits), all, a);
  tras_rules_apply (&other->series, limits,
                    tras_limits_compute (&other->series, &start, 1, limits), all, b);
  for (gsize i = 0; i < one->series.n; i++)
    {
      for (guint r = 0; r < TRAS_N_RULES; r++)
        {
          int side = tras_firing_get_side (b[i], 1 << r);

          if (tras_firing_get_side (a[i], 1 << r) != (mirrored ? -side : side))
            return FALSE;
        }
      if (a[i].fired != b[i].fired)
        return FALSE;
    }

  return TRUE;
}

/* f(x) = f(−x) with the sides exchanged; and neither the unit nor its zero matters. Values on a
 * coarse grid meet the lines and each other often. */
static void
test_invariance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260105);
  g_autofree Sample *sample = g_new (Sample, 1);
  g_autofree Sample *other = g_new (Sample, 1);
  guint n_fired = 0;

  for (int round = 0; round < 300; round++)
    {
      const double grid = round % 3 == 0 ? 2.0 : 64.0;
      double level = 0.0;

      sample_clear (sample);
      for (int i = 0, period = 0; i < 120; i++)
        {
          level += (g_rand_int_range (rand, 0, 25) == 0) * sample_normal (rand);
          period += 1 + (g_rand_int_range (rand, 0, 15) == 0);
          sample_add_at (sample, period, rint ((level + sample_normal (rand)) * grid) / grid,
                         g_rand_int_range (rand, 0, 30) == 0);
        }

      *other = *sample;
      other->series.periods = other->periods;
      other->series.values = other->values;
      other->series.left_out = other->left_out;
      for (gsize i = 0; i < sample->series.n; i++)
        other->values[i] = -sample->values[i];
      g_assert_true (fires_equally (sample, other, TRUE));
      for (gsize i = 0; i < sample->series.n; i++)
        other->values[i] = sample->values[i] * 8.0 + 1024.0;
      g_assert_true (fires_equally (sample, other, FALSE));
      for (gsize i = 0; i < sample->series.n; i++)
        other->values[i] = sample->values[i] * 0.1 - 7.3;
      g_assert_true (fires_equally (sample, other, FALSE));

      n_fired += !fires_equally (sample, other, TRUE);
    }

  /* Or nothing was compared. */
  g_assert_cmpuint (n_fired, >, 250);
}

/* What each set says of one and the same tail, and of its mirror image. */
static void
test_sets (void)
{
  const double tail[] = {
    12.0, 12.0, 11.0, 12.0, 12.0, 11.0, 12.0, 12.0, /* 8 above, 4 of 5 beyond 1 sigma */
    14.0, 9.0, 14.0,                                /* 2 of 3 beyond 2 sigma, one across */
    4.0,                                            /* beyond the limit */
    13.0, 13.0, 12.7,                               /* with the 14, 4 beyond 1.5 sigma */
  };
  const char *const expected[] = {
    [0] = "RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ RUN7+ . . LIMIT- . . .",
    [1] = "RUN8+ RUN8+ RUN8+ RUN8+ RUN8+ RUN8+ RUN8+ RUN8+ RUN8+ . 3OF4+ LIMIT- 3OF4+ "
          "3OF4+ 3OF4+",
    [2] = "4OF5+RUN8+ 4OF5+RUN8+ RUN8+ 4OF5+RUN8+ 4OF5+RUN8+ RUN8+ 4OF5+RUN8+ 4OF5+RUN8+ "
          "2OF3-ANY+4OF5+RUN8+ . 2OF3-ANY+4OF5+ LIMIT- 4OF5+ 4OF5+ 4OF5+",
    [3] = "4OF5+RUN9+ 4OF5+RUN9+ RUN9+ 4OF5+RUN9+ 4OF5+RUN9+ RUN9+ 4OF5+RUN9+ 4OF5+RUN9+ "
          "2OF3-ANY+4OF5+RUN9+ . 2OF3-ANY+4OF5+ LIMIT- 4OF5+ 4OF5+ 4OF5+",
  };
  const TrasRuleSet *sets;
  gsize n_sets;

  sets = tras_rule_sets_get (&n_sets);
  g_assert_cmpuint (n_sets, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n_sets; i++)
    assert_tail (sets[i].rules, tail, G_N_ELEMENTS (tail), expected[i]);
}

#define ALL_RULES ((TrasRules) ((1 << TRAS_N_RULES) - 1))

/* What fires on the newest point when it comes. */
static TrasRules
judge_newest (Sample *sample,
              gsize   n)
{
  g_autofree TrasFiring *firings = g_new (TrasFiring, n);
  TrasLimits limits;

  sample->series.n = n;
  g_assert_cmpuint (tras_limits_compute (&sample->series, NULL, 0, &limits), ==, 1);
  tras_rules_apply (&sample->series, &limits, 1, ALL_RULES, firings);

  return firings[n - 1].fired;
}

/* Flags on the newest point of a stable process, limits locked on 20 points: what is written beside
 * the rules is so. */
static void
test_false_flags (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  const TrasRuleSet *sets;
  guint n_by_rule[TRAS_N_RULES] = { 0 }, n_by_set[8] = { 0 }, n_points = 0;
  gsize n_sets;

  sets = tras_rule_sets_get (&n_sets);
  g_assert_cmpuint (n_sets, <=, G_N_ELEMENTS (n_by_set));
  for (int round = 0; round < 6000; round++)
    {
      Sample sample;

      sample_clear (&sample);
      for (int i = 0; i < 72; i++)
        sample_add (&sample, sample_normal (rand));
      for (gsize n = 21; n <= 72; n++)
        {
          const TrasRules fired = judge_newest (&sample, n);

          for (guint r = 0; r < TRAS_N_RULES; r++)
            n_by_rule[r] += (fired >> r) & 1;
          for (gsize s = 0; s < n_sets; s++)
            n_by_set[s] += (fired & sets[s].rules) != 0;
          n_points++;
        }
    }

  for (guint r = 0; r < TRAS_N_RULES; r++)
    {
      const double written = tras_rule_get_false_flags (1 << r);
      const double rate = (double) n_by_rule[r] / n_points;

      g_test_message ("%s: %.2f %%", tras_rule_to_id (1 << r), 100.0 * rate);
      g_assert_cmpfloat_with_epsilon (rate, written, 0.1 * written + 0.0003);
    }
  for (gsize s = 0; s < n_sets; s++)
    {
      const double rate = (double) n_by_set[s] / n_points;

      g_test_message ("%s: %.2f %%", sets[s].id, 100.0 * rate);
      g_assert_cmpfloat_with_epsilon (rate, sets[s].false_flags, 0.002);
    }
}

/* A lasting shift of one sigma is found within 13 points in as many cases as is written. */
static void
test_shift_is_found (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  const TrasRuleSet *sets;
  guint n_found[8] = { 0 };
  const guint n_rounds = 4000;
  gsize n_sets;

  sets = tras_rule_sets_get (&n_sets);
  g_assert_cmpuint (n_sets, <=, G_N_ELEMENTS (n_found));
  for (guint round = 0; round < n_rounds; round++)
    {
      TrasRules fired = TRAS_RULES_NONE;
      Sample sample;

      sample_clear (&sample);
      for (int i = 0; i < 20 + TRAS_RULES_FOUND_WITHIN; i++)
        sample_add (&sample, sample_normal (rand) + (i < 20 ? 0.0 : 1.0));
      for (gsize n = 21; n <= 20 + TRAS_RULES_FOUND_WITHIN; n++)
        fired |= judge_newest (&sample, n);
      for (gsize s = 0; s < n_sets; s++)
        n_found[s] += (fired & sets[s].rules) != 0;
    }

  for (gsize s = 0; s < n_sets; s++)
    {
      const double found = (double) n_found[s] / n_rounds;

      g_test_message ("%s: %.1f %% of shifts found", sets[s].id, 100.0 * found);
      g_assert_cmpfloat_with_epsilon (found, sets[s].found, 0.02);
    }
}

static void
test_precedence (void)
{
  const TrasFiring firing = {
    TRAS_RULE_TREND7 | TRAS_RULE_RUN7 | TRAS_RULE_2OF3, TRAS_RULE_TREND7 | TRAS_RULE_2OF3,
  };
  const TrasFiring nothing = { TRAS_RULES_NONE, TRAS_RULES_NONE };

  g_assert_cmpint (tras_firing_get_winner (firing), ==, TRAS_RULE_2OF3);
  g_assert_cmpint (tras_firing_get_side (firing, TRAS_RULE_2OF3), ==, -1);
  g_assert_cmpint (tras_firing_get_side (firing, TRAS_RULE_RUN7), ==, 1);
  g_assert_cmpint (tras_firing_get_side (firing, TRAS_RULE_LIMIT), ==, 0);
  g_assert_cmpint (tras_firing_get_winner (nothing), ==, TRAS_RULES_NONE);
  g_assert_cmpint (tras_firing_get_side (nothing, TRAS_RULES_NONE), ==, 0);
  g_assert_cmpint (TRAS_RULE_LIMIT, <, TRAS_RULE_2OF3);
  g_assert_cmpint (TRAS_RULE_2OF3, <, TRAS_RULE_RUN7);
  g_assert_cmpint (TRAS_RULE_RUN7, <, TRAS_RULE_TREND7);
}

static void
test_names (void)
{
  const struct { const char *id; const char *rules; } expected[] = {
    { "default", "LIMIT 2OF3 RUN7" },
    { "wheeler", "LIMIT 3OF4 RUN8" },
    { "western-electric", "LIMIT 2OF3-ANY 4OF5 RUN8" },
    { "nelson", "LIMIT 2OF3-ANY 4OF5 RUN9 TREND6 SWING14 OUTER8 INNER15" },
  };
  TrasRules rules = TRAS_RULE_LIMIT;
  const TrasRuleSet *sets;
  gsize n_sets;

  for (guint r = 0; r < TRAS_N_RULES; r++)
    g_assert_cmpint (tras_rule_from_id (tras_rule_to_id (1 << r)), ==, 1 << r);
  g_assert_cmpstr (tras_rule_to_id (TRAS_RULE_TREND7), ==, "TREND7");
  g_assert_cmpint (tras_rule_from_id ("RUN"), ==, TRAS_RULES_NONE);
  g_assert_cmpint (tras_rule_from_id (NULL), ==, TRAS_RULES_NONE);

  sets = tras_rule_sets_get (&n_sets);
  g_assert_cmpuint (n_sets, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n_sets; i++)
    {
      g_autofree char *text = tras_rules_to_string (sets[i].rules);

      g_assert_cmpstr (sets[i].id, ==, expected[i].id);
      g_assert_cmpstr (text, ==, expected[i].rules);
      g_assert_true (tras_rules_from_string (text, &rules));
      g_assert_cmpint (rules, ==, sets[i].rules);
      g_assert_true (tras_rule_set_of (rules) == &sets[i]);
    }
  g_assert_null (tras_rule_set_of (TRAS_RULE_LIMIT));

  g_assert_true (tras_rule_set_find ("nelson") == &sets[3]);
  g_assert_true (tras_rule_set_find ("default") == &sets[0]);
  g_assert_true (tras_rule_set_find (NULL) == &sets[0]);
  g_assert_true (tras_rule_set_find ("of-a-later-version") == &sets[0]);

  g_assert_false (tras_rules_from_string ("LIMIT NONSENSE", &rules));
  g_assert_true (tras_rules_from_string ("", &rules));
  g_assert_cmpint (rules, ==, TRAS_RULES_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/limit", test_limit);
  g_test_add_func ("/rules/2of3", test_2of3);
  g_test_add_func ("/rules/2of3-ends", test_2of3_ends);
  g_test_add_func ("/rules/run", test_run);
  g_test_add_func ("/rules/trend", test_trend);
  g_test_add_func ("/rules/others", test_others);
  g_test_add_func ("/rules/gap-and-segment", test_gap_and_segment);
  g_test_add_func ("/rules/no-limits", test_no_limits);
  g_test_add_func ("/rules/constant", test_constant);
  g_test_add_func ("/rules/invariance", test_invariance);
  g_test_add_func ("/rules/sets", test_sets);
  g_test_add_func ("/rules/false-flags", test_false_flags);
  g_test_add_func ("/rules/shift-is-found", test_shift_is_found);
  g_test_add_func ("/rules/precedence", test_precedence);
  g_test_add_func ("/rules/names", test_names);

  return g_test_run ();
}
