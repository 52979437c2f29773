/* test-stock-abc.c: classes of items by what is used of them, and counts within their tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stock-abc.h"

#define N 6

static void
test_vectors (void)
{
  static const struct
  {
    gint64 used[N];
    const char *classes;
  } cases[] = {
    /* 80 of 100 are made by the first two; the third begins the next 15. */
    { { 60, 20, 10, 5, 4, 1 }, "AABBCC" },
    { { 1, 4, 5, 10, 20, 60 }, "CCBBAA" },
    { { 100, 0, 0, 0, 0, 0 }, "ACCCCC" },
    { { 0, 0, 0, 0, 0, 0 }, "CCCCCC" },
    { { 1, 1, 1, 1, 1, 1 }, "AAAAAB" },
    { { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, -3 }, "AAAABC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrasStockClass classes[N];

      tras_stock_classify (cases[i].used, N, classes);
      for (guint k = 0; k < N; k++)
        g_assert_cmpint ("ABC"[classes[k]], ==, cases[i].classes[k]);
    }
  tras_stock_classify (NULL, 0, NULL);
}

/* More use never makes a lower class, and the order of the items says nothing. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint run = 0; run < 200; run++)
    {
      gint64 used[40], mirrored[40];
      TrasStockClass classes[40], mirrored_classes[40];

      for (guint i = 0; i < 40; i++)
        used[i] = g_rand_int_range (rand, 0, 1000) * g_rand_int_range (rand, 0, 1000);
      for (guint i = 0; i < 40; i++)
        mirrored[i] = used[39 - i];
      tras_stock_classify (used, 40, classes);
      tras_stock_classify (mirrored, 40, mirrored_classes);
      for (guint i = 0; i < 40; i++)
        {
          for (guint k = 0; k < 40; k++)
            g_assert_true (used[i] <= used[k] || classes[i] <= classes[k]);
        }
      for (guint i = 0; i < 40; i++)
        {
          gboolean alone = TRUE;

          for (guint k = 0; k < 40; k++)
            alone = alone && (k == i || used[k] != used[i]);
          if (alone)
            g_assert_cmpint (classes[i], ==, mirrored_classes[39 - i]);
        }
    }
}

static void
test_accurate (void)
{
  static const struct
  {
    gint64 expected;
    gint64 off;
    TrasStockClass worst;
  } cases[] = {
    { 100000, 0, TRAS_STOCK_CLASS_A }, { 100000, 1000, TRAS_STOCK_CLASS_A },
    { 100000, 1001, TRAS_STOCK_CLASS_B }, { 100000, 3000, TRAS_STOCK_CLASS_B },
    { 100000, 3001, TRAS_STOCK_CLASS_C }, { 100000, 5000, TRAS_STOCK_CLASS_C },
    { 100000, 5001, TRAS_STOCK_CLASS_C + 1 }, { 0, 0, TRAS_STOCK_CLASS_A },
    { 0, 1, TRAS_STOCK_CLASS_C + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (TrasStockClass c = TRAS_STOCK_CLASS_A; c <= TRAS_STOCK_CLASS_C; c++)
        {
          g_assert_true (tras_stock_is_accurate (c, cases[i].expected,
                                                 cases[i].expected + cases[i].off) ==
                         (c >= cases[i].worst));
          g_assert_true (tras_stock_is_accurate (c, cases[i].expected,
                                                 cases[i].expected - cases[i].off) ==
                         (c >= cases[i].worst));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/stock-abc/vectors", test_vectors);
  g_test_add_func ("/analysis/stock-abc/order", test_order);
  g_test_add_func ("/analysis/stock-abc/accurate", test_accurate);

  return g_test_run ();
}
