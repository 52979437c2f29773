/* test-survey-score.c: what many answers say together, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-survey-score.h"

static const struct
{
  guint counts[TRAS_ENPS_POINTS];
  guint promoters, passives, detractors;
  double score;
} vectors[] = {
  { { 0 }, 0, 0, 0, NAN },
  { { [10] = 7 }, 7, 0, 0, 100 },
  { { [0] = 1, [6] = 2 }, 0, 0, 3, -100 },
  { { [7] = 4, [8] = 1 }, 0, 5, 0, 0 },
  /* 2 − 3 of 8. */
  { { [0] = 1, [5] = 1, [6] = 1, [7] = 1, [8] = 2, [9] = 1, [10] = 1 }, 2, 3, 3, -12.5 },
  /* 12 − 5 of 25. */
  { { [2] = 1, [4] = 1, [6] = 3, [7] = 3, [8] = 5, [9] = 8, [10] = 4 }, 12, 8, 5, 28 },
};

static void
test_enps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      TrasEnps enps;

      tras_enps_compute (vectors[i].counts, &enps);
      g_assert_cmpuint (enps.promoters, ==, vectors[i].promoters);
      g_assert_cmpuint (enps.passives, ==, vectors[i].passives);
      g_assert_cmpuint (enps.detractors, ==, vectors[i].detractors);
      g_assert_cmpuint (enps.n, ==, enps.promoters + enps.passives + enps.detractors);
      g_assert_cmpint (isnan (enps.score), ==, isnan (vectors[i].score));
      if (enps.n > 0)
        g_assert_cmpfloat_with_epsilon (enps.score, vectors[i].score, 1e-12);
    }
}

/* One answer moves the score by at most 200 of n, and what is in the middle pulls it to zero. */
static void
test_enps_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 500; round++)
    {
      guint counts[TRAS_ENPS_POINTS];
      TrasEnps before, after;

      for (guint i = 0; i < TRAS_ENPS_POINTS; i++)
        counts[i] = (guint) g_rand_int_range (rand, 0, 9);
      counts[8]++;
      tras_enps_compute (counts, &before);
      g_assert_cmpfloat (fabs (before.score), <=, 100);
      counts[g_rand_int_range (rand, 0, TRAS_ENPS_POINTS)]++;
      tras_enps_compute (counts, &after);
      g_assert_cmpuint (after.n, ==, before.n + 1);
      g_assert_cmpfloat (fabs (after.score - before.score), <=, 200.0 / after.n + 1e-9);
      counts[7] += 100;
      tras_enps_compute (counts, &before);
      g_assert_cmpfloat (fabs (before.score), <=, fabs (after.score));
    }
}

static void
test_scales (void)
{
  const guint none[5] = { 0 };
  const guint counts[5] = { 1, 0, 2, 4, 3 };

  g_assert_true (isnan (tras_survey_mean (none, 5, 1)));
  g_assert_true (isnan (tras_survey_share (none, 5, 3)));
  /* 1 + 6 + 16 + 15 of 10; 7 of 10. */
  g_assert_cmpfloat_with_epsilon (tras_survey_mean (counts, 5, 1), 3.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (tras_survey_mean (counts, 5, 0), 2.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (tras_survey_share (counts, 5, 3), 70, 1e-12);
  g_assert_cmpfloat_with_epsilon (tras_survey_share (counts, 5, 0), 100, 1e-12);
  g_assert_cmpfloat_with_epsilon (tras_survey_share (counts, 5, 5), 0, 1e-12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/survey-score/enps", test_enps);
  g_test_add_func ("/analysis/survey-score/enps-properties", test_enps_properties);
  g_test_add_func ("/analysis/survey-score/scales", test_scales);

  return g_test_run ();
}
