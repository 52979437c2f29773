/* test-pace.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-pace.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-9)

static void
test_progress (void)
{
  NEAR (tras_pace_reach (200.0, 0.0, 100.0), 0.5);
  NEAR (tras_pace_reach (60.0, 90.0, 50.0), -1.0 / 3.0);
  NEAR (tras_pace_reach (8.0, 0.0, 10.0), -0.25);
  NEAR (tras_pace_reach (0.0, 100.0, 140.0), 1.4);
  g_assert_true (isnan (tras_pace_reach (0.0, 100.0, NAN)));
  g_assert_true (isnan (tras_pace_reach (5.0, 5.0, 5.0)));

  NEAR (tras_pace_keep (11, 13), 11.0 / 13.0);
  NEAR (tras_pace_keep (0, 4), 0.0);
  g_assert_true (isnan (tras_pace_keep (0, 0)));

  NEAR (tras_pace_total (30.0, 3, 120.0), 0.25);
  NEAR (tras_pace_total (0.0, 1, 120.0), 0.0);
  g_assert_true (isnan (tras_pace_total (0.0, 0, 120.0)));
}

static void
test_elapsed (void)
{
  const TrasDay from = tras_day_new (2026, 1, 1);
  const TrasDay to = tras_day_new (2026, 4, 11); /* 100 days */

  NEAR (tras_pace_elapsed (from, to, from - 5), 0.0);
  NEAR (tras_pace_elapsed (from, to, from), 0.0);
  NEAR (tras_pace_elapsed (from, to, from + 25), 0.25);
  NEAR (tras_pace_elapsed (from, to, to), 1.0);
  NEAR (tras_pace_elapsed (from, to, to + 400), 1.0);
  NEAR (tras_pace_expected (200.0, 0.0, 0.25), 150.0);
}

/* 100 down to 90 in 10 days, then to 50 in 20 more: a slow start is no delay. */
static void
test_path (void)
{
  const TrasWaypoint path[] = { { 0, 100.0 }, { 10, 90.0 }, { 30, 50.0 } };
  const TrasWaypoint jump[] = { { 0, 0.0 }, { 10, 10.0 }, { 10, 20.0 }, { 20, 30.0 } };
  const struct { TrasDay today; double expected, elapsed; } cases[] = {
    { -1, 100.0, 0.0 }, { 0, 100.0, 0.0 }, { 5, 95.0, 0.1 },   { 10, 90.0, 0.2 },
    { 20, 70.0, 0.6 },  { 30, 50.0, 1.0 }, { 31, 50.0, 1.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NEAR (tras_pace_path_expected (path, 3, cases[i].today), cases[i].expected);
      NEAR (tras_pace_path_elapsed (path, 3, cases[i].today), cases[i].elapsed);
      NEAR (tras_pace_path_elapsed ((TrasWaypoint[]) { { 0, 7.0 }, { 40, 3.0 } }, 2,
                                    cases[i].today),
            tras_pace_elapsed (0, 40, cases[i].today));
    }
  NEAR (tras_pace_path_expected (path, 1, 4), 100.0);
  NEAR (tras_pace_path_expected (jump, 4, 9), 9.0);
  NEAR (tras_pace_path_expected (jump, 4, 10), 20.0);
}

static void
test_state (void)
{
  const struct { double progress, elapsed; TrasPaceState state; } cases[] = {
    { NAN, 0.5, TRAS_PACE_UNKNOWN },     { 0.5, 0.5, TRAS_PACE_ON_PACE },
    { 1.4, 1.0, TRAS_PACE_ON_PACE },     { 0.4, 0.5, TRAS_PACE_ON_PACE },
    { 0.3, 0.4, TRAS_PACE_ON_PACE },     { 0.39, 0.5, TRAS_PACE_BEHIND },
    { 0.25, 0.5, TRAS_PACE_BEHIND },     { 0.05, 0.3, TRAS_PACE_BEHIND },
    { 0.24, 0.5, TRAS_PACE_FAR_BEHIND }, { 0.0, 1.0, TRAS_PACE_FAR_BEHIND },
    { 0.0, 0.0, TRAS_PACE_ON_PACE },     { -0.01, 0.0, TRAS_PACE_WORSE },
    { -0.333, 0.9, TRAS_PACE_WORSE },    { 0.5, NAN, TRAS_PACE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tras_pace_of (cases[i].progress, cases[i].elapsed).state, ==, cases[i].state);

  NEAR (tras_pace_of (0.2, 0.5).gap, -0.3);
  g_assert_true (isnan (tras_pace_of (NAN, 0.5).gap));
}

static void
test_combine (void)
{
  const TrasPace paces[] = {
    tras_pace_of (0.8, 0.5), tras_pace_of (NAN, 0.9), tras_pace_of (0.2, 0.5),
  };
  const double weights[] = { 1.0, 5.0, 3.0 };
  TrasPace pace = tras_pace_combine (paces, weights, 3);

  /* (1·0.8 + 3·0.2)/4: what was not measured is not a zero. */
  NEAR (pace.progress, 0.35);
  NEAR (pace.elapsed, 0.5);
  g_assert_cmpint (pace.state, ==, TRAS_PACE_BEHIND);
  g_assert_cmpint (tras_pace_combine (&paces[1], weights, 1).state, ==, TRAS_PACE_UNKNOWN);
  g_assert_cmpint (tras_pace_combine (NULL, NULL, 0).state, ==, TRAS_PACE_UNKNOWN);
  g_assert_true (isnan (tras_pace_weighted_mean (NULL, NULL, 0)));
}

static void
test_outlook (void)
{
  const struct {
    TrasPaceState pace;
    TrasVariation variation;
    TrasAssurance assurance;
    TrasOutlook expected;
  } cases[] = {
    { TRAS_PACE_BEHIND, TRAS_VARIATION_CONCERNING, TRAS_ASSURANCE_HIT_OR_MISS, TRAS_OUTLOOK_ACT },
    { TRAS_PACE_FAR_BEHIND, TRAS_VARIATION_CONCERNING, TRAS_ASSURANCE_MEETS, TRAS_OUTLOOK_ACT },
    { TRAS_PACE_WORSE, TRAS_VARIATION_CONCERNING, TRAS_ASSURANCE_UNKNOWN, TRAS_OUTLOOK_ACT },
    { TRAS_PACE_BEHIND, TRAS_VARIATION_COMMON, TRAS_ASSURANCE_HIT_OR_MISS,
      TRAS_OUTLOOK_CHANGE_PROCESS },
    { TRAS_PACE_FAR_BEHIND, TRAS_VARIATION_NONE, TRAS_ASSURANCE_MISSES,
      TRAS_OUTLOOK_CHANGE_PROCESS },
    { TRAS_PACE_ON_PACE, TRAS_VARIATION_CONCERNING, TRAS_ASSURANCE_MEETS, TRAS_OUTLOOK_LOOK_NOW },
    { TRAS_PACE_ON_PACE, TRAS_VARIATION_COMMON, TRAS_ASSURANCE_HIT_OR_MISS, TRAS_OUTLOOK_ON_PACE },
    { TRAS_PACE_BEHIND, TRAS_VARIATION_IMPROVING, TRAS_ASSURANCE_MEETS, TRAS_OUTLOOK_BEHIND },
    { TRAS_PACE_FAR_BEHIND, TRAS_VARIATION_COMMON, TRAS_ASSURANCE_UNKNOWN,
      TRAS_OUTLOOK_FAR_BEHIND },
    { TRAS_PACE_WORSE, TRAS_VARIATION_COMMON, TRAS_ASSURANCE_UNKNOWN, TRAS_OUTLOOK_WORSE },
    { TRAS_PACE_UNKNOWN, TRAS_VARIATION_CONCERNING, TRAS_ASSURANCE_MISSES, TRAS_OUTLOOK_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tras_outlook_of (cases[i].pace, cases[i].variation, cases[i].assurance), ==,
                     cases[i].expected);
}

static void
test_words (void)
{
  TrasOutlook outlook = TRAS_OUTLOOK_UNKNOWN;

  for (int i = TRAS_OUTLOOK_UNKNOWN; i <= TRAS_OUTLOOK_ACT; i++)
    {
      g_assert_true (tras_outlook_from_string (tras_outlook_to_string (i), &outlook));
      g_assert_cmpint (outlook, ==, i);
    }
  g_assert_false (tras_outlook_from_string ("", &outlook));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/progress", test_progress);
  g_test_add_func ("/pace/elapsed", test_elapsed);
  g_test_add_func ("/pace/path", test_path);
  g_test_add_func ("/pace/state", test_state);
  g_test_add_func ("/pace/combine", test_combine);
  g_test_add_func ("/pace/outlook", test_outlook);
  g_test_add_func ("/pace/words", test_words);

  return g_test_run ();
}
