/* tras-stock-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-counted.h"
#include "tras-firm.h"
#include "tras-number.h"
#include "tras-stock-abc.h"
#include "tras-stock-feed.h"
#include "tras-stock-loader.h"

#define YEAR 365

/* Sums of money may be larger than 64 bits. */
typedef __int128 Wide;

/* Where an item stands behind an entry. */
typedef struct
{
  TrasDay on;
  TrasStockCost cost;
  gint64 used;   /* all that was ever used of it, in thousandths */
} State;

typedef struct
{
  GArray *ids;          /* of the items */
  GPtrArray *states;    /* of each of them a GArray of State, by day */
  GHashTable *places;   /* where in @ids an item is, one behind it */
} History;

static void
history_clear (History *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static GArray *
replay (GArray  *entries,
        GError **error)
{
  g_autoptr (GArray) states = g_array_sized_new (FALSE, FALSE, sizeof (State), entries->len);
  State state = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      const TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, i);

      if (!tras_stock_entry_replay (entry, &state.cost, error))
        return NULL;
      state.on = entry->on;
      if (entry->is_use)
        state.used = MIN (state.used, G_MAXINT64 - TRAS_STOCK_MAX) - entry->change;
      g_array_append_val (states, state);
    }

  return g_steal_pointer (&states);
}

static gboolean
history_init (History  *self,
              TrasDb   *db,
              GError  **error)
{
  g_auto (TrasStockLoader) loader = { NULL, NULL };
  GHashTableIter iter;
  gpointer id, entries;

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!tras_stock_loader_init (&loader, db, error) ||
      !tras_stock_loader_read (&loader, db, 0, error))
    return FALSE;

  g_hash_table_iter_init (&iter, loader.entries);
  while (g_hash_table_iter_next (&iter, &id, &entries))
    {
      GArray *states = replay (entries, error);

      if (states == NULL)
        return FALSE;
      g_array_append_vals (self->ids, id, 1);
      g_ptr_array_add (self->states, states);
      g_hash_table_insert (self->places, g_memdup2 (id, sizeof (gint64)),
                           GUINT_TO_POINTER (self->ids->len));
    }

  return TRUE;
}

/* Where the item stands on the evening of the day. */
static State
get_state (GArray  *states,
           TrasDay  day)
{
  guint low = 0, high = states->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (states, State, middle).on <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (states, State, low - 1) : (State) { 0 };
}

/* ---- value ---- */

static double
get_value (History *history,
           TrasDay  day)
{
  Wide sum = 0;

  for (guint i = 0; i < history->states->len; i++)
    {
      State state = get_state (history->states->pdata[i], day);

      sum += tras_stock_cost_get_value (&state.cost);
    }

  return (double) sum;
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
  g_auto (History) history = { NULL, NULL, NULL };
  double minor;

  if (firm == NULL || !history_init (&history, db, error))
    return NULL;

  minor = pow (10, tras_currency_get_decimals (firm->currency));
  for (gint32 period = first; period <= last; period++)
    {
      TrasDay evening = tras_period_start (every, period + 1) - 1;
      TrasComputedPoint point = { period, get_value (&history, evening) / minor, NAN, NAN, FALSE };

      g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}

/* ---- accuracy ---- */

/* The class of each item on the day, by what was used of it in the year before. */
static void
classify (History        *history,
          TrasDay         day,
          TrasStockClass *classes)
{
  g_autofree gint64 *used = g_new0 (gint64, history->ids->len);

  for (guint i = 0; i < history->ids->len; i++)
    {
      State now = get_state (history->states->pdata[i], day);
      State before = get_state (history->states->pdata[i], day - YEAR);
      const TrasStockCost cost = { MIN (now.used - before.used, TRAS_STOCK_MAX),
                                   now.cost.unit_cost };

      used[i] = tras_stock_cost_get_value (&cost);
    }
  tras_stock_classify (used, history->ids->len, classes);
}

static GArray *
load_accuracy (TrasDb     *db,
               TrasEvery   every,
               gint32      first,
               gint32      last,
               GError    **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (GArray) counted = tras_counted_load (db, error);
  g_auto (History) history = { NULL, NULL, NULL };
  g_autofree TrasStockClass *classes = NULL;
  TrasDay classified = TRAS_DAY_NONE;

  if (counted == NULL || !history_init (&history, db, error))
    return NULL;

  classes = g_new0 (TrasStockClass, history.ids->len);
  for (guint i = 0; i < counted->len; i++)
    {
      const TrasCounted *line = &g_array_index (counted, TrasCounted, i);
      gint32 period = tras_period_index (every, line->on);
      TrasComputedPoint fresh = { period, NAN, 0, 0, FALSE };
      TrasComputedPoint *point;
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (history.places, &line->item_id));

      if (period < first || period > last)
        continue;
      if (line->on != classified)
        classify (&history, line->on, classes);
      classified = line->on;
      if (points->len == 0 ||
          g_array_index (points, TrasComputedPoint, points->len - 1).period != period)
        g_array_append_val (points, fresh);

      point = &g_array_index (points, TrasComputedPoint, points->len - 1);
      point->den++;
      point->num += 100 * tras_stock_is_accurate (place > 0 ? classes[place - 1]
                                                            : TRAS_STOCK_CLASS_C,
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

  return g_str_equal (feed->id, "stock.value") ? load_value (db, every, first, last, error)
                                               : load_accuracy (db, every, first, last, error);
}
