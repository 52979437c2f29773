/* tras-sale-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-firm.h"
#include "tras-number.h"
#include "tras-sale-feed.h"
#include "tras-sold.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const int *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (GArray *days)
{
  guint middle = days->len / 2;

  g_array_sort (days, compare_days);

  return days->len % 2 == 1
           ? g_array_index (days, int, middle)
           : (g_array_index (days, int, middle - 1) + g_array_index (days, int, middle)) / 2.0;
}

/* Orders come by the day they were taken, so that those of a period are neighbours. */
static GArray *
load_days_to_ship (GArray    *orders,
                   TrasEvery  every,
                   gint32     first,
                   gint32     last)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  guint i = 0;

  for (gint32 period = first; period <= last; period++)
    {
      g_array_set_size (days, 0);
      for (; i < orders->len; i++)
        {
          const TrasSold *order = &g_array_index (orders, TrasSold, i);
          gint32 taken = tras_period_index (every, order->taken_on);

          if (taken > period)
            break;
          if (taken == period && order->shipped_on != TRAS_DAY_NONE)
            {
              int waited = order->shipped_on - order->taken_on;

              g_array_append_val (days, waited);
            }
        }
      if (days->len > 0)
        {
          TrasComputedPoint point = { period, get_median (days), NAN, NAN, FALSE };

          g_array_append_val (points, point);
        }
    }

  return points;
}

/* Whoever did not pick an order says so by shipping it. */
static gboolean
is_picked_late (const TrasSold *order)
{
  TrasDay picked = order->picked_on != TRAS_DAY_NONE ? order->picked_on : order->shipped_on;

  return picked == TRAS_DAY_NONE || picked > order->promised_on;
}

static GArray *
load_late_picking (GArray    *orders,
                   TrasEvery  every,
                   gint32     first,
                   gint32     last)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  guint n = (guint) (last - first) + 1;
  g_autofree TrasComputedPoint *sums = g_new0 (TrasComputedPoint, n);

  for (guint i = 0; i < orders->len; i++)
    {
      const TrasSold *order = &g_array_index (orders, TrasSold, i);
      gint32 period;

      if (order->promised_on == TRAS_DAY_NONE)
        continue;
      period = tras_period_index (every, order->promised_on);
      if (period < first || period > last)
        continue;
      sums[period - first].num += is_picked_late (order) ? 100 : 0;
      sums[period - first].den++;
    }

  for (guint i = 0; i < n; i++)
    {
      sums[i].period = first + (gint32) i;
      sums[i].value = sums[i].num / sums[i].den;
      if (sums[i].den > 0)
        g_array_append_val (points, sums[i]);
    }

  return points;
}

/* The money of one day more from its first entry on, of one less from its second. */
typedef struct
{
  TrasDay on;
  gint64 money;
} Change;

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *x = a, *y = b;

  return (x->on > y->on) - (x->on < y->on);
}

static GArray *
list_changes (GArray *orders)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < orders->len; i++)
    {
      const TrasSold *order = &g_array_index (orders, TrasSold, i);
      Change begins = { order->due_on + 1, order->total };
      Change ends = { order->paid_on, -order->total };

      if (order->due_on == TRAS_DAY_NONE ||
          (order->paid_on != TRAS_DAY_NONE && order->paid_on <= order->due_on))
        continue;
      g_array_append_val (changes, begins);
      if (order->paid_on != TRAS_DAY_NONE)
        g_array_append_val (changes, ends);
    }
  g_array_sort (changes, compare_changes);

  return changes;
}

static GArray *
load_overdue (GArray    *orders,
              TrasDb    *db,
              TrasEvery  every,
              gint32     first,
              gint32     last,
              GError   **error)
{
  g_autoptr (TrasFirm) firm = tras_firm_load (db, error);
  g_autoptr (GArray) changes = list_changes (orders);
  GArray *points;
  gint64 owed = 0;
  double minor;
  guint i = 0;

  if (firm == NULL)
    return NULL;

  minor = pow (10, tras_currency_get_decimals (firm->currency));
  points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  for (gint32 period = first; period <= last; period++)
    {
      TrasDay evening = tras_period_start (every, period + 1) - 1;
      TrasComputedPoint point = { period, 0, NAN, NAN, FALSE };

      for (; i < changes->len && g_array_index (changes, Change, i).on <= evening; i++)
        owed += g_array_index (changes, Change, i).money;
      point.value = (double) owed / minor;
      g_array_append_val (points, point);
    }

  return points;
}

/**
 * tras_sale_feed_load:
 * @feed: a feed of orders that is replayed
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * As tras_feed_load(), for what no sum says: a median, days that are kept as instants, and money.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_sale_feed_load (const TrasFeed  *feed,
                     TrasDb          *db,
                     TrasEvery        every,
                     gint32           first,
                     gint32           last,
                     GError         **error)
{
  g_autoptr (GArray) orders = NULL;

  g_return_val_if_fail (feed != NULL && feed->replayed, NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (last < first)
    return g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  orders = tras_sold_load (db, error);
  if (orders == NULL)
    return NULL;

  if (g_str_equal (feed->id, "sales.days-to-ship"))
    return load_days_to_ship (orders, every, first, last);
  if (g_str_equal (feed->id, "sales.picked-late"))
    return load_late_picking (orders, every, first, last);

  return load_overdue (orders, db, every, first, last, error);
}
