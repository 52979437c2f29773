/* tras-supplier-score.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tras-stock-cost.h"
#include "tras-supplier-score.h"

typedef __int128 Wide;

static int
compare_days (const void *a,
              const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * tras_supplier_median_days:
 * @days: (array length=n): days that deliveries took, 0 or more
 * @n: how many
 *
 * Returns: their median; where two stand in the middle their mean, half a day counted as one; −1
 *   for none
 */
int
tras_supplier_median_days (const int *days,
                           gsize      n)
{
  g_autofree int *sorted = NULL;

  g_return_val_if_fail (days != NULL || n == 0, -1);

  if (n == 0)
    return -1;

  sorted = g_memdup2 (days, n * sizeof (int));
  qsort (sorted, n, sizeof (int), compare_days);

  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2] + 1) / 2;
}

/**
 * tras_supplier_judge:
 * @quantity: what was ordered, in thousandths, above 0
 * @promised_on: the day it was promised for, or %TRAS_DAY_NONE
 * @arrivals: (array length=n): what came of it
 * @n: how many
 * @today: the present day
 *
 * On time in full: all good quantity by the promised day. Two parts in time are in time; what was
 * rejected is not there.
 *
 * Returns: how the line was delivered
 */
TrasDelivery
tras_supplier_judge (gint64             quantity,
                     TrasDay            promised_on,
                     const TrasArrival *arrivals,
                     gsize              n,
                     TrasDay            today)
{
  gint64 missing = quantity;

  g_return_val_if_fail (arrivals != NULL || n == 0, TRAS_DELIVERY_OPEN);

  if (promised_on == TRAS_DAY_NONE)
    return TRAS_DELIVERY_OPEN;

  for (gsize i = 0; i < n && missing > 0; i++)
    {
      if (arrivals[i].on <= promised_on)
        missing -= MIN (arrivals[i].good, missing);
    }
  if (missing <= 0)
    return TRAS_DELIVERY_MET;

  return today > promised_on ? TRAS_DELIVERY_MISSED : TRAS_DELIVERY_OPEN;
}

/**
 * tras_supplier_permille:
 * @part: 0 or more, at most @whole
 * @whole: 0 or more
 *
 * Returns: tenths of a percent, rounded half up; −1 of nothing
 */
gint64
tras_supplier_permille (gint64 part,
                        gint64 whole)
{
  g_return_val_if_fail (part >= 0 && part <= whole, -1);

  return whole > 0 ? (gint64) (((Wide) part * 2000 + whole) / ((Wide) whole * 2)) : -1;
}

/* The smallest number whose square is not below @square. */
static gint64
root_up (Wide square)
{
  Wide low = 0, high = (Wide) 1 << 62;

  while (low < high)
    {
      Wide middle = low + (high - low) / 2;

      if (middle * middle >= square)
        high = middle;
      else
        low = middle + 1;
    }

  return (gint64) low;
}

/* 1.65 · σ · √lead, where the variance of a day is a seventh of that of a week, in one root:
 * (165/100)² · (n·Σu² − (Σu)²) / (n·(n − 1)) · lead / 7. */
static gint64
get_safety (const gint64 *weeks,
            gsize         n,
            int           lead_days)
{
  Wide sum = 0, squares = 0, spread, over;

  if (n < TRAS_REORDER_WEEKS)
    return 0;

  for (gsize i = 0; i < n; i++)
    {
      sum += weeks[i];
      squares += (Wide) weeks[i] * weeks[i];
    }
  spread = (Wide) n * squares - sum * sum;
  over = (Wide) n * (n - 1);
  /* Divided in between so that no product leaves 128 bits; what is lost is below a thousandth. */
  spread = (spread + over - 1) / over;

  return root_up ((spread * 165 * 165 * lead_days + 70000 - 1) / 70000);
}

/**
 * tras_reorder_point:
 * @used: what was used on @days days, in thousandths, 0 or more, at most %TRAS_STOCK_MAX
 * @days: days with stock, the others say nothing
 * @weeks: (array length=n_weeks): what was used in each week that had stock every day, at most
 *   %TRAS_STOCK_MAX
 * @n_weeks: how many, at most 520
 * @lead_days: how long an order takes, at most 3650
 *
 * Use per day × lead days + safety (docs: analysis of stock); both parts are rounded up to a
 * thousandth.
 *
 * Returns: the level at which to buy, in its two parts
 */
TrasReorderPoint
tras_reorder_point (gint64        used,
                    int           days,
                    const gint64 *weeks,
                    gsize         n_weeks,
                    int           lead_days)
{
  TrasReorderPoint point = { 0, 0 };

  g_return_val_if_fail (used >= 0 && used <= TRAS_STOCK_MAX, point);
  g_return_val_if_fail (weeks != NULL || n_weeks == 0, point);

  lead_days = CLAMP (lead_days, 0, 3650);
  if (days <= 0)
    return point;

  point.use = (gint64) (((Wide) used * lead_days + days - 1) / days);
  point.safety = get_safety (weeks, MIN (n_weeks, 520), lead_days);

  return point;
}
