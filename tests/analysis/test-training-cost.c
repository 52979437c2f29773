/* test-training-cost.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-training-cost.h"

/* By hand: 90 min at 20.00 are 30.00; 7 min at 17.00 are 1.98 and a third of a cent; 50 min at
 * 24.99 are 20.825, up to 20.83; 1 min at 0.30 is half a cent, up to 0.01. */
static void
test_paid (void)
{
  g_assert_cmpint (tras_training_cost_get_paid (90, 2000), ==, 3000);
  g_assert_cmpint (tras_training_cost_get_paid (7, 1700), ==, 198);
  g_assert_cmpint (tras_training_cost_get_paid (50, 2499), ==, 2083);
  g_assert_cmpint (tras_training_cost_get_paid (1, 30), ==, 1);
  g_assert_cmpint (tras_training_cost_get_paid (1, 29), ==, 0);
  g_assert_cmpint (tras_training_cost_get_paid (0, 2000), ==, 0);
  g_assert_cmpint (tras_training_cost_get_paid (480, 0), ==, 0);
}

/* A course of 600.00 with five seats. There were three: 4 h at 20.00, 4 h at 25.50 and 3 h 30 at
 * 18.20, which is 80.00 + 102.00 + 63.70 = 245.70 of paid time and 11 h 30 attended. In all 845.70,
 * 281.90 a head; two empty seats of five are 240.00. */
static void
test_session (void)
{
  const TrasTrainingPart parts[] = {
    { TRUE, 240, 2000 },  { TRUE, 240, 2550 }, { TRUE, 210, 1820 },
    { FALSE, 240, 2000 }, { FALSE, 0, 3000 },
  };
  TrasTrainingCost cost = { 0 };

  tras_training_cost_add_session (&cost, 60000, parts, G_N_ELEMENTS (parts));
  g_assert_cmpint (cost.seats, ==, 5);
  g_assert_cmpint (cost.present, ==, 3);
  g_assert_cmpint (cost.minutes, ==, 690);
  g_assert_cmpint (cost.fee, ==, 60000);
  g_assert_cmpint (cost.paid, ==, 24570);
  g_assert_cmpint (cost.empty, ==, 24000);
  g_assert_cmpint (tras_training_cost_get_total (&cost), ==, 84570);
  g_assert_cmpint (tras_training_cost_get_per_head (&cost), ==, 28190);
}

/* 100.00 for three seats, one empty: 33.33. Then 50.00 for two, both taken, 1 h at 10.01 each:
 * 150.00 + 40.04 over four heads are 47.51. */
static void
test_several (void)
{
  const TrasTrainingPart first[] = { { TRUE, 60, 1001 }, { FALSE, 60, 1001 }, { TRUE, 60, 1001 } };
  const TrasTrainingPart second[] = { { TRUE, 60, 1001 }, { TRUE, 60, 1001 } };
  TrasTrainingCost cost = { 0 };

  tras_training_cost_add_session (&cost, 10000, first, 3);
  tras_training_cost_add_session (&cost, 5000, second, 2);
  g_assert_cmpint (cost.empty, ==, 3333);
  g_assert_cmpint (cost.minutes, ==, 240);
  g_assert_cmpint (tras_training_cost_get_total (&cost), ==, 19004);
  g_assert_cmpint (tras_training_cost_get_per_head (&cost), ==, 4751);
}

static void
test_nobody (void)
{
  const TrasTrainingPart parts[] = { { FALSE, 60, 2000 }, { FALSE, 60, 2000 } };
  TrasTrainingCost cost = { 0 };

  tras_training_cost_add_session (&cost, 9001, NULL, 0);
  g_assert_cmpint (cost.empty, ==, 0);
  g_assert_cmpint (tras_training_cost_get_total (&cost), ==, 9001);
  g_assert_cmpint (tras_training_cost_get_per_head (&cost), ==, -1);

  tras_training_cost_add_session (&cost, 9001, parts, 2);
  g_assert_cmpint (cost.empty, ==, 9001);
  g_assert_cmpint (cost.paid, ==, 0);
}

/* What is absurd is the most there is, and never a debt. */
static void
test_huge (void)
{
  const TrasTrainingPart parts[] = { { TRUE, TRAS_TRAINING_MOST_MINUTES, G_MAXINT64 },
                                     { TRUE, TRAS_TRAINING_MOST_MINUTES, G_MAXINT64 } };
  TrasTrainingCost cost = { 0 };

  tras_training_cost_add_session (&cost, G_MAXINT64, parts, 2);
  tras_training_cost_add_session (&cost, G_MAXINT64, parts, 2);
  g_assert_cmpint (cost.paid, ==, G_MAXINT64);
  g_assert_cmpint (tras_training_cost_get_total (&cost), ==, G_MAXINT64);
  g_assert_cmpint (tras_training_cost_get_per_head (&cost), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/training-cost/paid", test_paid);
  g_test_add_func ("/training-cost/session", test_session);
  g_test_add_func ("/training-cost/several", test_several);
  g_test_add_func ("/training-cost/nobody", test_nobody);
  g_test_add_func ("/training-cost/huge", test_huge);

  return g_test_run ();
}
