/* test-stock-cost.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-stock-cost.h"

static TrasStockCost
replay (const TrasStockRow *rows,
        gsize               n)
{
  g_autoptr (GError) error = NULL;
  TrasStockCost cost;

  g_assert_true (tras_stock_cost_replay (rows, n, &cost, &error));
  g_assert_no_error (error);

  return cost;
}

static void
test_average (void)
{
  /* 10 at 2.00, 5 out, 10 at 3.50: (5·2.00 + 10·3.50)/15 = 3.00 */
  const TrasStockRow rows[] = {
    { 1, 10000, 20000 }, { 2, -5000, 99999 }, { 3, 10000, 35000 }, { 4, -15000, 0 },
    { 5, 4000, 12300 },
  };
  TrasStockCost cost = replay (rows, 1);

  g_assert_cmpint (cost.unit_cost, ==, 20000);
  cost = replay (rows, 2);
  g_assert_cmpint (cost.quantity, ==, 5000);
  g_assert_cmpint (cost.unit_cost, ==, 20000);
  cost = replay (rows, 3);
  g_assert_cmpint (cost.quantity, ==, 15000);
  g_assert_cmpint (cost.unit_cost, ==, 30000);
  g_assert_cmpint (tras_stock_cost_get_value (&cost), ==, 4500);
  cost = replay (rows, 4);
  g_assert_cmpint (cost.quantity, ==, 0);
  g_assert_cmpint (cost.unit_cost, ==, 30000);
  /* From an empty shelf the new price is the cost. */
  cost = replay (rows, 5);
  g_assert_cmpint (cost.unit_cost, ==, 12300);
}

/* A receipt that comes to a shelf below zero sets the cost too. */
static void
test_below_zero (void)
{
  const TrasStockRow rows[] = { { 1, 1000, 500 }, { 2, -3000, 0 }, { 3, 10000, 700 } };
  TrasStockCost cost = replay (rows, G_N_ELEMENTS (rows));

  g_assert_cmpint (cost.quantity, ==, 8000);
  g_assert_cmpint (cost.unit_cost, ==, 700);
}

static void
test_rounding (void)
{
  /* (1·1 + 1·2)/2 = 1.5 → 2; (2·1 + 1·2)/3 = 1.33 → 1; negative costs as a mirror. */
  TrasStockRow half[] = { { 1, 1, 1 }, { 1, 1, 2 } };
  TrasStockRow third[] = { { 1, 2, 1 }, { 1, 1, 2 } };
  TrasStockCost cost;

  g_assert_cmpint (replay (half, 2).unit_cost, ==, 2);
  g_assert_cmpint (replay (third, 2).unit_cost, ==, 1);
  half[0].unit_cost = -1;
  half[1].unit_cost = -2;
  g_assert_cmpint (replay (half, 2).unit_cost, ==, -2);

  cost = (TrasStockCost) { 1000, 50 };
  g_assert_cmpint (tras_stock_cost_get_value (&cost), ==, 1);
  cost.unit_cost = 49;
  g_assert_cmpint (tras_stock_cost_get_value (&cost), ==, 0);
  cost.unit_cost = -50;
  g_assert_cmpint (tras_stock_cost_get_value (&cost), ==, -1);
}

/* At one price the average is that price, however often it is averaged; and it always lies between
 * the lowest and the highest price paid. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 200; round++)
    {
      const gint64 price = g_rand_int_range (rand, 1, 1000000);
      TrasStockCost same = { 0, 0 }, mixed = { 0, 0 };
      gint64 least = G_MAXINT64, most = 0;

      for (int i = 0; i < 50; i++)
        {
          TrasStockRow row = { i, g_rand_int_range (rand, 1, 100000), price };

          g_assert_true (tras_stock_cost_add (&same, &row, NULL));
          row.unit_cost = g_rand_int_range (rand, 1, 1000000);
          least = MIN (least, row.unit_cost);
          most = MAX (most, row.unit_cost);
          g_assert_true (tras_stock_cost_add (&mixed, &row, NULL));
          g_assert_cmpint (mixed.unit_cost, >=, least);
          g_assert_cmpint (mixed.unit_cost, <=, most);
        }
      g_assert_cmpint (same.unit_cost, ==, price);
    }
}

static void
test_large (void)
{
  const TrasStockRow rows[] = {
    { 1, TRAS_STOCK_MAX / 2, TRAS_STOCK_MAX }, { 1, TRAS_STOCK_MAX / 2, TRAS_STOCK_MAX - 2 },
  };
  const TrasStockRow one_more = { 2, 1, 1 };
  const TrasStockRow dear = { 2, 1, TRAS_STOCK_MAX + 1 };
  const TrasStockRow unsorted[] = { { 2, 1, 1 }, { 1, 1, 1 } };
  g_autoptr (GError) error = NULL;
  TrasStockCost cost = replay (rows, 2), before = cost;

  g_assert_cmpint (cost.quantity, ==, TRAS_STOCK_MAX);
  g_assert_cmpint (cost.unit_cost, ==, TRAS_STOCK_MAX - 1);
  g_assert_cmpint (tras_stock_cost_get_value (&cost), ==, G_MAXINT64);

  g_assert_false (tras_stock_cost_add (&cost, &one_more, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_assert_cmpint (cost.quantity, ==, before.quantity);
  g_assert_cmpint (cost.unit_cost, ==, before.unit_cost);
  g_clear_error (&error);

  cost = (TrasStockCost) { 0, 0 };
  g_assert_false (tras_stock_cost_add (&cost, &dear, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (tras_stock_cost_replay (unsorted, 2, &cost, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
}

static void
test_lowest (void)
{
  const TrasStockRow rows[] = {
    { 10, 5000, 0 }, { 20, -3000, 0 }, { 20, 4000, 0 }, { 30, -5000, 0 }, { 40, 9000, 0 },
  };
  const gsize n = G_N_ELEMENTS (rows);

  g_assert_cmpint (tras_stock_lowest_from (rows, n, 5), ==, 0);
  g_assert_cmpint (tras_stock_lowest_from (rows, n, 10), ==, 1000);
  g_assert_cmpint (tras_stock_lowest_from (rows, n, 39), ==, 1000);
  g_assert_cmpint (tras_stock_lowest_from (rows, n, 40), ==, 10000);
  g_assert_cmpint (tras_stock_lowest_from (NULL, 0, 40), ==, 0);

  g_assert_true (tras_stock_can_issue (rows, n, 10, 1000));
  g_assert_false (tras_stock_can_issue (rows, n, 10, 1001));
  g_assert_true (tras_stock_can_issue (rows, n, 50, 10000));
  g_assert_false (tras_stock_can_issue (rows, n, 9, 1));
}

static void
test_reorder (void)
{
  g_assert_cmpint (tras_stock_reorder (10001, 10000, 50000, 1000), ==, 0);
  g_assert_cmpint (tras_stock_reorder (10000, 10000, 50000, 1000), ==, 40000);
  g_assert_cmpint (tras_stock_reorder (10000, 10000, 50000, 12000), ==, 48000);
  g_assert_cmpint (tras_stock_reorder (9999, 10000, 50000, 1000), ==, 41000);
  g_assert_cmpint (tras_stock_reorder (-5000, 10000, 0, 1000), ==, 15000);
  g_assert_cmpint (tras_stock_reorder (10000, 10000, 10000, 1000), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock-cost/average", test_average);
  g_test_add_func ("/stock-cost/below-zero", test_below_zero);
  g_test_add_func ("/stock-cost/rounding", test_rounding);
  g_test_add_func ("/stock-cost/properties", test_properties);
  g_test_add_func ("/stock-cost/large", test_large);
  g_test_add_func ("/stock-cost/lowest", test_lowest);
  g_test_add_func ("/stock-cost/reorder", test_reorder);

  return g_test_run ();
}
