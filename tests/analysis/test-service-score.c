/* test-service-score.c: what scores come to, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-service-score.h"

#define MONTH(number) tras_day_new (2026, (number), 1)

static const struct
{
  int month;
  int score;
} given[] = { { 1, 5 }, { 2, 4 }, { 3, 4 }, { 5, 2 }, { 6, 3 }, { 8, 1 } };

enum { N = G_N_ELEMENTS (given) };

static void
get_scores (TrasServiceScore *scores)
{
  for (guint i = 0; i < N; i++)
    scores[i] = (TrasServiceScore) { MONTH (given[i].month), given[i].score };
}

static void
assert_real (double value,
             double wanted)
{
  g_assert_cmpint (isnan (value), ==, isnan (wanted));
  if (!isnan (wanted))
    g_assert_cmpfloat_with_epsilon (value, wanted, 1e-12);
}

/* Three months with as many of them as were rated, and those less the three before. */
static void
test_recent (void)
{
  static const struct
  {
    int month;
    double recent;
    double change;
  } vectors[] = {
    { 1, 5, NAN },
    { 2, (5 + 4) / 2.0, NAN },
    { 3, (5 + 4 + 4) / 3.0, NAN },
    { 4, (4 + 4) / 2.0, -1 },
    { 5, (4 + 2) / 2.0, 3 - 4.5 },
    { 6, (2 + 3) / 2.0, 2.5 - 13 / 3.0 },
    { 7, (2 + 3) / 2.0, 2.5 - 4 },
    { 8, (3 + 1) / 2.0, 2 - 3 },
    { 9, 1, 1 - 2.5 },
    { 10, 1, 1 - 2.5 },
    { 11, NAN, NAN },
  };
  TrasServiceScore scores[N];

  get_scores (scores);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_test_message ("month %d", vectors[i].month);
      assert_real (tras_service_score_get_recent (scores, N, MONTH (vectors[i].month)),
                   vectors[i].recent);
      assert_real (tras_service_score_get_change (scores, N, MONTH (vectors[i].month)),
                   vectors[i].change);
    }
  assert_real (tras_service_score_get_recent (NULL, 0, MONTH (5)), NAN);
}

/* Over services each rating counts once: 4, 4, 2 and a single 1 are 11 / 4. */
static void
test_mean (void)
{
  const TrasServiceScore other = { MONTH (4), 1 };
  TrasServiceScore scores[N];
  TrasServiceMean mean = { 0 };

  get_scores (scores);
  assert_real (tras_service_mean_get_value (&mean), NAN);
  tras_service_mean_add (&mean, scores, N, MONTH (2), MONTH (5));
  tras_service_mean_add (&mean, &other, 1, MONTH (2), MONTH (5));
  g_assert_cmpuint (mean.n, ==, 4);
  assert_real (tras_service_mean_get_value (&mean), 11 / 4.0);

  /* A period may begin and end within months: those count that begin in it. */
  mean = (TrasServiceMean) { 0 };
  tras_service_mean_add (&mean, scores, N, MONTH (2) + 1, MONTH (3));
  assert_real (tras_service_mean_get_value (&mean), 4);
}

static void
test_grade (void)
{
  static const struct
  {
    double mean;
    double target;
    TrasServiceGrade grade;
  } vectors[] = {
    { NAN, 4, TRAS_SERVICE_UNRATED },
    { 4, 4, TRAS_SERVICE_AS_PROMISED },
    { 4, NAN, TRAS_SERVICE_AS_PROMISED },
    /* Shown as 4.0. */
    { 3.96, NAN, TRAS_SERVICE_AS_PROMISED },
    { 3.94, NAN, TRAS_SERVICE_BELOW },
    { 3.1, NAN, TRAS_SERVICE_BELOW },
    { 3, NAN, TRAS_SERVICE_FAR_BELOW },
    { 10 / 3.0, 4.3, TRAS_SERVICE_FAR_BELOW },
    { 3.4, 4.3, TRAS_SERVICE_BELOW },
    { 1, 1, TRAS_SERVICE_AS_PROMISED },
    { 5, 5, TRAS_SERVICE_AS_PROMISED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmpint (tras_service_score_get_grade (vectors[i].mean, vectors[i].target), ==,
                     vectors[i].grade);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/service-score/recent", test_recent);
  g_test_add_func ("/analysis/service-score/mean", test_mean);
  g_test_add_func ("/analysis/service-score/grade", test_grade);

  return g_test_run ();
}
