/* test-run-out.c: when an item will run out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-run-out.h"
#include "tras-stock-cost.h"

#define TODAY 20000

static TrasRunOut
find (gint64                 on_hand,
      const TrasPromiseStep *steps,
      gsize                  n,
      gint64                 used,
      int                    days,
      int                    lead)
{
  TrasRunOut run_out = { TRAS_DAY_NONE, 0, 0, 0 };

  if (!tras_run_out_find (on_hand, steps, n, used, days, TODAY, lead, &run_out))
    g_assert_cmpint (run_out.on, ==, TRAS_DAY_NONE);

  return run_out;
}

/* 18 there, 30 promised for the 12th day, 5 days to deliver: 12 are missing then; an order of the
 * 7th day comes in time. */
static void
test_promised (void)
{
  const TrasPromiseStep steps[] = { { TODAY + 12, -30000 } };
  TrasRunOut run_out = find (18000, steps, 1, 0, 0, 5);

  g_assert_cmpint (run_out.on, ==, TODAY + 12);
  g_assert_cmpint (run_out.by, ==, TODAY + 12);
  g_assert_cmpint (run_out.missing, ==, 12000);
  g_assert_cmpint (run_out.order_on, ==, TODAY + 7);
  /* There is time to look again before it has to be ordered. */
  g_assert_cmpint (find (18000, steps, 1, 0, 0, 4).on, ==, TRAS_DAY_NONE);
}

/* 2 a day of 20: the tenth evening has none, and until the 17th 14 more are wanted. */
static void
test_used (void)
{
  TrasRunOut run_out = find (20000, NULL, 0, 182000, 91, 10);

  g_assert_cmpint (run_out.on, ==, TODAY + 10);
  g_assert_cmpint (run_out.missing, ==, 14000);
  g_assert_cmpint (run_out.order_on, ==, TODAY);
  g_assert_cmpint (find (34001, NULL, 0, 182000, 91, 10).on, ==, TRAS_DAY_NONE);
  g_assert_cmpint (find (34000, NULL, 0, 182000, 91, 10).on, ==, TODAY + 17);
  g_assert_cmpint (find (34000, NULL, 0, 182000, 91, 10).missing, ==, 0);
}

/* Orders are part of what is used, and what comes helps from its day on. */
static void
test_both (void)
{
  const TrasPromiseStep steps[] = { { TODAY + 4, -6000 }, { TODAY + 8, 50000 } };

  g_assert_cmpint (find (20000, steps, 2, 182000, 91, 10).on, ==, TRAS_DAY_NONE);
  /* 6 are promised for the fourth day, on which 8 would be used by then. */
  g_assert_cmpint (find (8000, steps, 2, 182000, 91, 10).on, ==, TODAY + 4);
  g_assert_cmpint (find (8000, steps, 1, 182000, 91, 0).on, ==, TODAY + 4);
  /* It was out from the fourth day to the eighth; 6 were missing at the most. */
  g_assert_cmpint (find (8000, steps, 2, 182000, 91, 10).missing, ==, 6000);
}

static void
test_edges (void)
{
  const TrasPromiseStep now[] = { { TODAY, -5000 } };
  const TrasPromiseStep huge[] = { { TODAY, -TRAS_STOCK_MAX }, { TODAY, -TRAS_STOCK_MAX } };

  /* What nobody wants does not run out. */
  g_assert_cmpint (find (0, NULL, 0, 0, 0, 10).on, ==, TRAS_DAY_NONE);
  g_assert_cmpint (find (-3000, NULL, 0, 0, 91, 10).on, ==, TRAS_DAY_NONE);
  g_assert_cmpint (find (5000, now, 1, 0, 0, 0).on, ==, TODAY);
  g_assert_cmpint (find (5000, now, 1, 0, 0, 3).order_on, ==, TODAY - 3);
  g_assert_cmpint (find (5001, now, 1, 0, 0, 0).on, ==, TRAS_DAY_NONE);
  g_assert_cmpint (find (0, huge, 2, TRAS_STOCK_MAX, 1, G_MAXINT).missing, ==, TRAS_STOCK_MAX);
  g_assert_cmpint (find (1, NULL, 0, 1, 1, -4).by, ==, TODAY + TRAS_RUN_OUT_DAYS);
}

static void
test_order (void)
{
  g_assert_cmpint (tras_run_out_order (0, 1000), ==, 1000);
  g_assert_cmpint (tras_run_out_order (12000, 20000), ==, 20000);
  g_assert_cmpint (tras_run_out_order (20000, 20000), ==, 40000);
  g_assert_cmpint (tras_run_out_order (1500, 1000), ==, 2000);
}

/* One evening after the other, added up anew each time. */
static TrasDay
count (gint64                 on_hand,
       const TrasPromiseStep *steps,
       gsize                  n,
       gint64                 used,
       int                    days,
       int                    lead)
{
  for (int i = 0; i <= lead + TRAS_RUN_OUT_DAYS; i++)
    {
      gint64 there = on_hand, promised = 0, use = used * i / days;

      for (gsize j = 0; j < n; j++)
        {
          if (steps[j].on > TODAY + i)
            continue;
          there += MAX (steps[j].quantity, 0);
          promised -= MIN (steps[j].quantity, 0);
        }
      if (MAX (use, promised) > 0 && there <= MAX (use, promised))
        return TODAY + i;
    }

  return TRAS_DAY_NONE;
}

/* As by hand; more on hand never makes it sooner, and what is ordered at once helps. */
static void
test_properties (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TrasPromiseStep steps[8];
      gsize n = (gsize) g_test_rand_int_range (0, 8);
      gint64 on_hand = g_test_rand_int_range (0, 40) * 1000;
      gint64 used = g_test_rand_int_range (0, 200) * 1000;
      int days = g_test_rand_int_range (1, 92), lead = g_test_rand_int_range (0, 20);
      TrasRunOut run_out, more;

      for (gsize j = 0; j < n; j++)
        steps[j] = (TrasPromiseStep) { TODAY + g_test_rand_int_range (0, 25),
                                       g_test_rand_int_range (-9, 9) * 1000 };
      tras_promise_sort (steps, n);
      run_out = find (on_hand, steps, n, used, days, lead);
      g_assert_cmpint (run_out.on, ==, count (on_hand, steps, n, used, days, lead));
      more = find (on_hand + 3000, steps, n, used, days, lead);
      if (run_out.on == TRAS_DAY_NONE)
        g_assert_cmpint (more.on, ==, TRAS_DAY_NONE);
      else
        {
          g_assert_true (more.on == TRAS_DAY_NONE || more.on >= run_out.on);
          g_assert_cmpint (
            find (on_hand + tras_run_out_order (run_out.missing, 1000), steps, n, used, days,
                  lead).on, ==, TRAS_DAY_NONE);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-out/promised", test_promised);
  g_test_add_func ("/run-out/used", test_used);
  g_test_add_func ("/run-out/both", test_both);
  g_test_add_func ("/run-out/edges", test_edges);
  g_test_add_func ("/run-out/order", test_order);
  g_test_add_func ("/run-out/properties", test_properties);

  return g_test_run ();
}
