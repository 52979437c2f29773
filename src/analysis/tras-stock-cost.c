/* tras-stock-cost.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-stock-cost.h"

/* Products of two numbers up to TRAS_STOCK_MAX need 100 bits. */
typedef __int128 Wide;

static gboolean
in_range (gint64 number)
{
  return number >= -TRAS_STOCK_MAX && number <= TRAS_STOCK_MAX;
}

/* Half away from zero, as people round by hand; the divisor is above 0. */
static Wide
divide_rounded (Wide number,
                Wide divisor)
{
  Wide half = divisor / 2;

  return (number < 0 ? number - half : number + half) / divisor;
}

/**
 * tras_stock_cost_add:
 * @cost: where the item stands before the row; unchanged on error
 * @row: a receipt or an issue
 * @error: %TRAS_ERROR_INVALID where a number goes beyond %TRAS_STOCK_MAX
 *
 * On a receipt of q at p: C = (Q·C + q·p)/(Q + q) with stock on hand, else C = p. An issue changes
 * the quantity alone. The average is exact up to its own unit, a hundredth of a minor unit, and
 * rounded half away from zero.
 *
 * Returns: whether the row was taken
 */
gboolean
tras_stock_cost_add (TrasStockCost       *cost,
                     const TrasStockRow  *row,
                     GError             **error)
{
  gint64 quantity;

  g_return_val_if_fail (cost != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (!in_range (row->quantity) || !in_range (cost->quantity) ||
      !in_range (cost->quantity + row->quantity) ||
      (row->quantity > 0 && !in_range (row->unit_cost)))
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   "A quantity or a cost is too large to be computed exactly");
      return FALSE;
    }

  quantity = cost->quantity + row->quantity;
  if (row->quantity > 0 && cost->quantity > 0)
    cost->unit_cost = (gint64) divide_rounded ((Wide) cost->quantity * cost->unit_cost +
                                               (Wide) row->quantity * row->unit_cost,
                                               quantity);
  else if (row->quantity > 0)
    cost->unit_cost = row->unit_cost;
  cost->quantity = quantity;

  return TRUE;
}

/**
 * tras_stock_cost_replay:
 * @rows: (array length=n): all rows of one item in the order of day and booking
 * @n: how many
 * @cost: (out): the quantity on hand and the average cost after the last row
 * @error: %TRAS_ERROR_INVALID where a number is too large or a row is out of order
 *
 * A receipt and the row that reverses it are both to be left out by the caller.
 *
 * Returns: whether all rows were taken
 */
gboolean
tras_stock_cost_replay (const TrasStockRow  *rows,
                        gsize                n,
                        TrasStockCost       *cost,
                        GError             **error)
{
  g_return_val_if_fail (rows != NULL || n == 0, FALSE);
  g_return_val_if_fail (cost != NULL, FALSE);

  *cost = (TrasStockCost) { 0, 0 };
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && rows[i].on < rows[i - 1].on)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                       "The rows of an item do not stand in the order of time");
          return FALSE;
        }
      if (!tras_stock_cost_add (cost, &rows[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_stock_cost_get_value:
 * @cost: an item's quantity and average cost, within ±%TRAS_STOCK_MAX
 *
 * Returns: what the stock is worth, in whole minor units, rounded half away from zero; held at the
 *   ends of the 64-bit range
 */
gint64
tras_stock_cost_get_value (const TrasStockCost *cost)
{
  Wide value;

  g_return_val_if_fail (cost != NULL, 0);
  g_return_val_if_fail (in_range (cost->quantity) && in_range (cost->unit_cost), 0);

  value = divide_rounded ((Wide) cost->quantity * cost->unit_cost, 1000 * 100);

  return (gint64) CLAMP (value, G_MININT64, G_MAXINT64);
}

/**
 * tras_stock_lowest_from:
 * @rows: (array length=n): rows of one item in the order of day and booking
 * @n: how many
 * @day: a day
 *
 * Returns: the lowest running balance, in thousandths, from the end of @day on: what a back-dated
 *   issue on @day, booked last of that day, must leave at 0 or above
 */
gint64
tras_stock_lowest_from (const TrasStockRow *rows,
                        gsize               n,
                        TrasDay             day)
{
  gint64 balance = 0, lowest;
  gsize i = 0;

  g_return_val_if_fail (rows != NULL || n == 0, 0);

  for (; i < n && rows[i].on <= day; i++)
    balance += rows[i].quantity;

  lowest = balance;
  for (; i < n; i++)
    {
      balance += rows[i].quantity;
      lowest = MIN (lowest, balance);
    }

  return lowest;
}

/**
 * tras_stock_can_issue:
 * @rows: (array length=n): rows of one item in the order of day and booking
 * @n: how many
 * @day: the day of the issue, past or present
 * @quantity: how much, thousandths of the unit, above 0
 *
 * Returns: whether the balance stays at 0 or above on that day and on all later ones
 */
gboolean
tras_stock_can_issue (const TrasStockRow *rows,
                      gsize               n,
                      TrasDay             day,
                      gint64              quantity)
{
  g_return_val_if_fail (quantity > 0, FALSE);

  return tras_stock_lowest_from (rows, n, day) >= quantity;
}

/**
 * tras_stock_reorder:
 * @projected: on hand and due in, less reserved
 * @reorder_at: the level at which to buy
 * @reorder_to: the level to fill up to
 * @pack: what the supplier sells in one piece, above 0
 *
 * All are thousandths of the unit, within ±%TRAS_STOCK_MAX.
 *
 * Returns: max(reorder_to, reorder_at) − projected, rounded up to whole packs; 0 while @projected
 *   is above @reorder_at
 */
gint64
tras_stock_reorder (gint64 projected,
                    gint64 reorder_at,
                    gint64 reorder_to,
                    gint64 pack)
{
  gint64 missing;

  g_return_val_if_fail (in_range (projected) && in_range (reorder_at) && in_range (reorder_to), 0);
  g_return_val_if_fail (pack > 0 && in_range (pack), 0);

  if (projected > reorder_at)
    return 0;

  missing = MAX (reorder_to, reorder_at) - projected;

  return (missing + pack - 1) / pack * pack;
}
