/* test-supplier-score.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stock-cost.h"
#include "tras-supplier-score.h"

#define WALKS 300

static void
test_median (void)
{
  const int days[] = { 9, 3, 30, 4, 8 };
  const int days_even[] = { 7, 2, 4, 9 };

  g_assert_cmpint (tras_supplier_median_days (NULL, 0), ==, -1);
  g_assert_cmpint (tras_supplier_median_days (days, 1), ==, 9);
  /* 3 and 9: 6; 3, 4, 8, 9, 30: 8; 4 and 7: 5.5, which is 6 days. */
  g_assert_cmpint (tras_supplier_median_days (days, 2), ==, 6);
  g_assert_cmpint (tras_supplier_median_days (days, 5), ==, 8);
  g_assert_cmpint (tras_supplier_median_days (days_even, 4), ==, 6);
}

/* 10 were promised for day 20. */
static void
test_judge (void)
{
  static const struct
  {
    TrasArrival arrivals[3];
    gsize n;
    TrasDay today;
    TrasDelivery delivery;
  } lines[] = {
    { { { 20, 10000 } }, 1, 30, TRAS_DELIVERY_MET },
    { { { 21, 10000 } }, 1, 30, TRAS_DELIVERY_MISSED },
    { { { 15, 4000 }, { 20, 6000 } }, 2, 30, TRAS_DELIVERY_MET },
    { { { 15, 4000 }, { 21, 6000 } }, 2, 30, TRAS_DELIVERY_MISSED },
    { { { 15, 9999 } }, 1, 21, TRAS_DELIVERY_MISSED },
    { { { 15, 9999 } }, 1, 20, TRAS_DELIVERY_OPEN },
    { { { 15, 12000 } }, 1, 16, TRAS_DELIVERY_MET },
    { { { 0, 0 } }, 0, 20, TRAS_DELIVERY_OPEN },
    { { { 0, 0 } }, 0, 21, TRAS_DELIVERY_MISSED },
    /* 2 of 10 were rejected: what is not good is not there. */
    { { { 15, 8000 }, { 22, 2000 } }, 2, 30, TRAS_DELIVERY_MISSED },
    { { { 30, G_MAXINT64 }, { 1, G_MAXINT64 }, { 2, G_MAXINT64 } }, 3, 30, TRAS_DELIVERY_MET },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%zu", i);
      g_assert_cmpint (tras_supplier_judge (10000, 20, lines[i].arrivals, lines[i].n,
                                            lines[i].today), ==, lines[i].delivery);
      g_assert_cmpint (tras_supplier_judge (10000, TRAS_DAY_NONE, lines[i].arrivals, lines[i].n,
                                            lines[i].today), ==, TRAS_DELIVERY_OPEN);
    }
}

/* The order in which parts are written down does not matter, and a part more never does harm. */
static void
test_judge_properties (void)
{
  for (int walk = 0; walk < WALKS; walk++)
    {
      TrasArrival arrivals[6], backwards[6];
      gsize n = (gsize) g_test_rand_int_range (1, 7);
      gint64 in_time = 0;
      TrasDelivery delivery;

      for (gsize i = 0; i < n; i++)
        {
          arrivals[i].on = g_test_rand_int_range (1, 40);
          arrivals[i].good = g_test_rand_int_range (0, 6) * 1000;
          backwards[n - 1 - i] = arrivals[i];
          in_time += arrivals[i].on <= 20 ? arrivals[i].good : 0;
        }
      delivery = tras_supplier_judge (10000, 20, arrivals, n, 41);
      g_assert_cmpint (delivery, ==, in_time >= 10000 ? TRAS_DELIVERY_MET : TRAS_DELIVERY_MISSED);
      g_assert_cmpint (tras_supplier_judge (10000, 20, backwards, n, 41), ==, delivery);
      g_assert_cmpint (tras_supplier_judge (10000, 20, arrivals, n - 1, 41), <=, delivery);
    }
}

static void
test_permille (void)
{
  g_assert_cmpint (tras_supplier_permille (0, 0), ==, -1);
  g_assert_cmpint (tras_supplier_permille (0, 7), ==, 0);
  g_assert_cmpint (tras_supplier_permille (7, 7), ==, 1000);
  /* 1/3 = 33.3 %, 2/3 = 66.7 %, 1/2000 = 0.05 %, which is 0.1 % */
  g_assert_cmpint (tras_supplier_permille (1, 3), ==, 333);
  g_assert_cmpint (tras_supplier_permille (2, 3), ==, 667);
  g_assert_cmpint (tras_supplier_permille (1, 2000), ==, 1);
  g_assert_cmpint (tras_supplier_permille (G_MAXINT64, G_MAXINT64), ==, 1000);
}

/* 182 used on 91 days, 7 days to come: 2 · 7 = 14. Twelve weeks, six of 10 and six of 18: mean 14,
 * Σ(u − 14)² = 12 · 16 = 192, variance 192/11 = 17.4545, of a day 2.4935; for 7 days σ·√7 = 4.1779,
 * · 1.65 = 6.8935, rounded up to a thousandth 6.894. */
static void
test_reorder_point (void)
{
  gint64 weeks[12];
  TrasReorderPoint point;

  for (gsize i = 0; i < 12; i++)
    weeks[i] = i % 2 == 0 ? 10000 : 18000;
  point = tras_reorder_point (182000, 91, weeks, 12, 7);
  g_assert_cmpint (point.use, ==, 14000);
  g_assert_cmpint (point.safety, ==, 6894);

  /* Eleven weeks are not enough for safety. */
  point = tras_reorder_point (182000, 91, weeks, 11, 7);
  g_assert_cmpint (point.use, ==, 14000);
  g_assert_cmpint (point.safety, ==, 0);

  /* Nothing was in stock: nobody knows. */
  point = tras_reorder_point (0, 0, weeks, 12, 7);
  g_assert_cmpint (point.use + point.safety, ==, 0);

  /* 10 in 3 days, for 1 day: 3.334 */
  point = tras_reorder_point (10000, 3, NULL, 0, 1);
  g_assert_cmpint (point.use, ==, 3334);
}

/* What is used evenly needs no safety; no part shrinks when goods take longer; the order of weeks
 * does not matter; nothing leaves the range. */
static void
test_reorder_properties (void)
{
  gint64 large[520];

  for (int walk = 0; walk < WALKS; walk++)
    {
      gint64 weeks[26], backwards[26], even[26];
      gsize n = (gsize) g_test_rand_int_range (12, 27);
      int days = g_test_rand_int_range (1, 92);
      int lead = g_test_rand_int_range (0, 60);
      gint64 used = g_test_rand_int_range (0, 1000000);
      TrasReorderPoint point, longer, other;

      for (gsize i = 0; i < n; i++)
        {
          weeks[i] = backwards[n - 1 - i] = g_test_rand_int_range (0, 100000);
          even[i] = 7000;
        }
      point = tras_reorder_point (used, days, weeks, n, lead);
      longer = tras_reorder_point (used, days, weeks, n, lead + 1);
      other = tras_reorder_point (used, days, backwards, n, lead);
      g_assert_cmpint (longer.use, >=, point.use);
      g_assert_cmpint (longer.safety, >=, point.safety);
      g_assert_cmpint (other.safety, ==, point.safety);
      g_assert_cmpint (point.use * days, >=, used * lead);
      g_assert_cmpint ((point.use - 1) * days, <, MAX (used * lead, 1));
      g_assert_cmpint (tras_reorder_point (used, days, even, n, lead).safety, ==, 0);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (large); i++)
    large[i] = i % 2 == 0 ? 0 : TRAS_STOCK_MAX;
  g_assert_cmpint (tras_reorder_point (TRAS_STOCK_MAX, 1, large, 520, 3650).safety, >,
                   TRAS_STOCK_MAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supplier-score/median", test_median);
  g_test_add_func ("/supplier-score/judge", test_judge);
  g_test_add_func ("/supplier-score/judge-properties", test_judge_properties);
  g_test_add_func ("/supplier-score/permille", test_permille);
  g_test_add_func ("/supplier-score/reorder-point", test_reorder_point);
  g_test_add_func ("/supplier-score/reorder-properties", test_reorder_properties);

  return g_test_run ();
}
