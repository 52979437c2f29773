/* tras-stock-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-counted.h"
#include "tras-firm.h"
#include "tras-number.h"
#include "tras-stock-feed.h"
#include "tras-stock-history.h"

/* What is used is taken from a quarter of a year, as the days that are left of an item. */
#define USE_DAYS 91

/* ---- value and days ---- */

static TrasDay
get_evening (TrasEvery every,
             gint32    period)
{
  return tras_period_start (every, period + 1) - 1;
}

static GArray *
load_value (TrasDb     *db,
            TrasEvery   every,
            gint32      first,
            gint32      last,
            GError    **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (TrasFirm) firm = tras_firm_load (db, error);
  g_autoptr (TrasStockHistory) history = NULL;
  double minor;

  if (firm != NULL)
    history = tras_stock_history_load (db, get_evening (every, first), get_evening (every, last),
                                       error);

  if (history == NULL)
    return NULL;

  minor = pow (10, tras_currency_get_decimals (firm->currency));
  for (gint32 period = first; period <= last; period++)
    {
      TrasDay evening = get_evening (every, period);
      TrasComputedPoint point = {
        period, (double) tras_stock_history_get_value (history, evening) / minor, NAN, NAN, FALSE,
      };

      g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}

/* The value of the stock over that of what is used a day. */
static GArray *
load_days (TrasDb     *db,
           TrasEvery   every,
           gint32      first,
           gint32      last,
           GError    **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (TrasStockHistory) history =
    tras_stock_history_load (db, get_evening (every, first) - USE_DAYS, get_evening (every, last),
                             error);

  if (history == NULL)
    return NULL;

  for (gint32 period = first; period <= last; period++)
    {
      TrasDay evening = get_evening (every, period);
      double used = (double) tras_stock_history_get_used (history, evening, USE_DAYS) / USE_DAYS;
      double value = (double) tras_stock_history_get_value (history, evening);
      TrasComputedPoint point = { period, value / used, NAN, NAN, FALSE };

      if (used > 0)
        g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}

/* ---- accuracy ---- */

static GArray *
load_accuracy (TrasDb     *db,
               TrasEvery   every,
               gint32      first,
               gint32      last,
               GError    **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (GArray) counted = tras_counted_load (db, error);
  g_autoptr (TrasStockHistory) history = NULL;

  if (counted != NULL)
    history = tras_stock_history_load (db, tras_period_start (every, first) - TRAS_STOCK_CLASS_DAYS,
                                       get_evening (every, last), error);
  if (history == NULL)
    return NULL;

  for (guint i = 0; i < counted->len; i++)
    {
      const TrasCounted *line = &g_array_index (counted, TrasCounted, i);
      gint32 period = tras_period_index (every, line->on);
      TrasComputedPoint fresh = { period, NAN, 0, 0, FALSE };
      TrasComputedPoint *point;

      if (period < first || period > last)
        continue;
      tras_stock_history_classify (history, line->on);
      if (points->len == 0 ||
          g_array_index (points, TrasComputedPoint, points->len - 1).period != period)
        g_array_append_val (points, fresh);

      point = &g_array_index (points, TrasComputedPoint, points->len - 1);
      point->den++;
      point->num +=
        100 * tras_stock_is_accurate (tras_stock_history_get_class (history, line->item_id),
                                      line->expected, line->counted);
      point->value = point->num / point->den;
    }

  return g_steal_pointer (&points);
}

/**
 * tras_stock_feed_load:
 * @feed: a feed that is replayed
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * As tras_feed_load(), for what only a replay of the whole ledger knows.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_stock_feed_load (const TrasFeed  *feed,
                      TrasDb          *db,
                      TrasEvery        every,
                      gint32           first,
                      gint32           last,
                      GError         **error)
{
  g_return_val_if_fail (feed != NULL && feed->replayed, NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (g_str_equal (feed->id, "stock.value"))
    return load_value (db, every, first, last, error);
  if (g_str_equal (feed->id, "stock.days"))
    return load_days (db, every, first, last, error);

  return load_accuracy (db, every, first, last, error);
}
