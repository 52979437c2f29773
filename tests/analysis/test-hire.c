/* test-hire.c: time and cost to fill, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-hire.h"

static TrasHire
make (const char *opened_on,
      const char *filled_on)
{
  return (TrasHire) { tras_day_from_iso (opened_on), tras_day_from_iso (filled_on), 0 };
}

static void
add_all (TrasHireSum *sum,
         TrasHire    *hires,
         gsize        n)
{
  for (gsize i = 0; i < n; i++)
    tras_hire_sum_add (sum, &hires[i]);
}

/* A shop opens two seats on 2 March for 1,000.01: one is filled on the 12th, after 10 days, the
 * other on 2 April, after 31. The first pays the odd cent. A clerk is sought on 10 March and found
 * on 1 April, after 22 days, for 250.00. Together 63 days and 1,250.01 for 3 seats. */
static void
test_by_hand (void)
{
  TrasHire shop[] = { make ("2026-03-02", "2026-03-12"), make ("2026-03-02", "2026-04-02") };
  TrasHire office[] = { make ("2026-03-10", "2026-04-01") };
  TrasHireSum sum = { 0 };

  tras_hire_share_cost (shop, 2, 100001);
  tras_hire_share_cost (office, 1, 25000);
  g_assert_cmpint (shop[0].cost, ==, 50001);
  g_assert_cmpint (shop[1].cost, ==, 50000);
  g_assert_cmpint (office[0].cost, ==, 25000);
  g_assert_cmpint (tras_hire_get_days (&shop[0]), ==, 10);
  g_assert_cmpint (tras_hire_get_days (&shop[1]), ==, 31);
  g_assert_cmpint (tras_hire_get_days (&office[0]), ==, 22);

  add_all (&sum, shop, 2);
  add_all (&sum, office, 1);
  g_assert_cmpint (sum.n, ==, 3);
  g_assert_cmpint (sum.days, ==, 63);
  g_assert_cmpfloat (tras_hire_sum_get_days (&sum), ==, 21);
  g_assert_cmpint (sum.cost, ==, 125001);
  g_assert_cmpint (tras_hire_sum_get_cost (&sum), ==, 41667);
}

/* The mean is not that of the vacancies: 10 and 20 days and 60 days are 30 a seat. */
static void
test_by_seat (void)
{
  TrasHire hires[] = { make ("2026-01-01", "2026-01-11"), make ("2026-01-01", "2026-01-21"),
                       make ("2026-01-01", "2026-03-02") };
  TrasHireSum sum = { 0 };

  add_all (&sum, hires, 3);
  g_assert_cmpfloat (tras_hire_sum_get_days (&sum), ==, 30);
  g_assert_cmpint (tras_hire_sum_get_cost (&sum), ==, 0);
}

/* Halves go up: 5 for 2 seats is 3 each, 4 for 3 is 1. */
static void
test_rounding (void)
{
  const TrasHireSum two = { 2, 0, 5 };
  const TrasHireSum three = { 3, 0, 4 };

  g_assert_cmpint (tras_hire_sum_get_cost (&two), ==, 3);
  g_assert_cmpint (tras_hire_sum_get_cost (&three), ==, 1);
}

/* Whatever the cost and the seats: the parts make the whole, and differ by one at most. */
static void
test_parts (void)
{
  for (gsize n = 1; n < 12; n++)
    for (gint64 cost = 0; cost < 50; cost++)
      {
        TrasHire hires[12] = { 0 };
        gint64 sum = 0;

        tras_hire_share_cost (hires, n, cost);
        for (gsize i = 0; i < n; i++)
          {
            sum += hires[i].cost;
            g_assert_cmpint (hires[0].cost - hires[i].cost, <=, 1);
            g_assert_cmpint (hires[0].cost, >=, hires[i].cost);
          }
        g_assert_cmpint (sum, ==, cost);
      }
}

static void
test_edges (void)
{
  TrasHire early = make ("2026-03-10", "2026-03-01");
  TrasHireSum sum = { 0 };

  g_assert_true (isnan (tras_hire_sum_get_days (&sum)));
  g_assert_cmpint (tras_hire_sum_get_cost (&sum), ==, -1);

  /* Somebody was there before the vacancy was written down. */
  tras_hire_sum_add (&sum, &early);
  g_assert_cmpfloat (tras_hire_sum_get_days (&sum), ==, 0);

  early.cost = G_MAXINT64;
  tras_hire_sum_add (&sum, &early);
  tras_hire_sum_add (&sum, &early);
  g_assert_cmpint (sum.cost, ==, G_MAXINT64);
  g_assert_cmpint (tras_hire_sum_get_cost (&sum), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hire/by-hand", test_by_hand);
  g_test_add_func ("/hire/by-seat", test_by_seat);
  g_test_add_func ("/hire/rounding", test_rounding);
  g_test_add_func ("/hire/parts", test_parts);
  g_test_add_func ("/hire/edges", test_edges);

  return g_test_run ();
}
