/* tras-run-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders that were promised are part of what is used: until an evening there leaves what was
 * promised until then, or what is used in as many days, whichever is more (ours).
 */

#include "config.h"

#include "tras-run-out.h"
#include "tras-stock-cost.h"

/* Sums of quantities may be larger than 64 bits. */
typedef __int128 Wide;

#define LEAD_MAX 3650

static gint64
narrow (Wide quantity)
{
  return (gint64) CLAMP (quantity, -(Wide) TRAS_STOCK_MAX, (Wide) TRAS_STOCK_MAX);
}

/**
 * tras_run_out_find:
 * @on_hand: what is there, in thousandths of the unit
 * @steps: (array length=n): what comes, above 0, and what was promised, below 0, by day
 * @n: how many steps
 * @used: what was used on @days days with stock, 0 or more
 * @days: how many days that were; 0 where nothing is known
 * @today: the present day
 * @lead_days: how long an order takes, 0 or more
 * @run_out: (out): when it runs out
 *
 * The stock is followed to the evening on which an order of today in %TRAS_RUN_OUT_DAYS days would
 * come. It runs out where nothing is left and something is wanted (docs: analysis of stock,
 * reorder: projected ≤ level, with a level of 0).
 *
 * Returns: whether it runs out until then
 */
gboolean
tras_run_out_find (gint64                 on_hand,
                   const TrasPromiseStep *steps,
                   gsize                  n,
                   gint64                 used,
                   int                    days,
                   TrasDay                today,
                   int                    lead_days,
                   TrasRunOut            *run_out)
{
  TrasDay last = today + CLAMP (lead_days, 0, LEAD_MAX) + TRAS_RUN_OUT_DAYS;
  Wide there = on_hand, promised = 0, most = 0;
  gboolean found = FALSE;
  gsize next = 0;

  g_return_val_if_fail (steps != NULL || n == 0, FALSE);
  g_return_val_if_fail (used >= 0 && days >= 0, FALSE);
  g_return_val_if_fail (run_out != NULL, FALSE);

  for (TrasDay day = today; day <= last; day++)
    {
      Wide wanted = days > 0 ? (Wide) used * (day - today) / days : 0;
      Wide left;

      for (; next < n && steps[next].on <= day; next++)
        *(steps[next].quantity > 0 ? &there : &promised) += ABS ((Wide) steps[next].quantity);
      wanted = MAX (wanted, promised);
      left = there - wanted;
      if (left > 0 || wanted == 0)
        continue;

      if (!found)
        run_out->on = day;
      found = TRUE;
      most = MAX (most, -left);
    }
  if (!found)
    return FALSE;

  run_out->by = last;
  run_out->missing = narrow (most);
  run_out->order_on = run_out->on - CLAMP (lead_days, 0, LEAD_MAX);

  return TRUE;
}

/**
 * tras_run_out_order:
 * @missing: what is missing, 0 or more
 * @pack: what the supplier sells in one piece, above 0
 *
 * Returns: as many whole packs as are more than that, so that something is left
 */
gint64
tras_run_out_order (gint64 missing,
                    gint64 pack)
{
  g_return_val_if_fail (missing >= 0 && missing <= TRAS_STOCK_MAX, 0);
  g_return_val_if_fail (pack > 0 && pack <= TRAS_STOCK_MAX, 0);

  return (missing / pack + 1) * pack;
}
