/* tras-stock-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stock-history.h"
#include "tras-stock-loader.h"

/* Sums of money may be larger than 64 bits. */
typedef __int128 Wide;

/* Where an item stands behind an entry. */
typedef struct
{
  TrasDay on;
  TrasStockCost cost;
  gint64 used;   /* all that was ever used of it, in thousandths */
} State;

struct _TrasStockHistory
{
  GArray *ids;              /* of the items */
  GPtrArray *states;        /* of each of them a GArray of State, by day */
  GHashTable *places;       /* where in @ids an item is, one behind it */
  TrasStockClass *classes;  /* of each of them, on the day that was asked for last */
  TrasDay classified;
};

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

/**
 * tras_stock_history_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Movements that were reversed do not count.
 *
 * Returns: (transfer full): the history of all items that have moved
 */
TrasStockHistory *
tras_stock_history_load (TrasDb   *db,
                         GError  **error)
{
  g_autoptr (TrasStockHistory) self = g_new0 (TrasStockHistory, 1);
  g_auto (TrasStockLoader) loader = { NULL, NULL };
  GHashTableIter iter;
  gpointer id, entries;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->classified = TRAS_DAY_NONE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!tras_stock_loader_init (&loader, db, error) ||
      !tras_stock_loader_read (&loader, db, 0, error))
    return NULL;

  g_hash_table_iter_init (&iter, loader.entries);
  while (g_hash_table_iter_next (&iter, &id, &entries))
    {
      GArray *states = replay (entries, error);

      if (states == NULL)
        return NULL;
      g_array_append_vals (self->ids, id, 1);
      g_ptr_array_add (self->states, states);
      g_hash_table_insert (self->places, g_memdup2 (id, sizeof (gint64)),
                           GUINT_TO_POINTER (self->ids->len));
    }

  return g_steal_pointer (&self);
}

/**
 * tras_stock_history_free:
 * @self: (transfer full): a history
 */
void
tras_stock_history_free (TrasStockHistory *self)
{
  g_clear_pointer (&self->classes, g_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

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

static gint64
clamp (Wide sum)
{
  return (gint64) CLAMP (sum, G_MININT64, G_MAXINT64);
}

/* What was used of an item in so many days, at the average cost of the last of them. */
static gint64
get_used (GArray  *states,
          TrasDay  day,
          int      days)
{
  State now = get_state (states, day);
  State before = get_state (states, day - days);
  const TrasStockCost used = { MIN (now.used - before.used, TRAS_STOCK_MAX), now.cost.unit_cost };

  return tras_stock_cost_get_value (&used);
}

/**
 * tras_stock_history_get:
 * @self: a history
 * @item_id: an item
 * @day: a day
 *
 * Returns: how much of it is inside on the evening of the day, and its average cost
 */
TrasStockCost
tras_stock_history_get (const TrasStockHistory *self,
                        gint64                  item_id,
                        TrasDay                 day)
{
  guint place;

  g_return_val_if_fail (self != NULL, ((TrasStockCost) { 0, 0 }));

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &item_id));

  return place > 0 ? get_state (self->states->pdata[place - 1], day).cost
                   : (TrasStockCost) { 0, 0 };
}

/**
 * tras_stock_history_get_value:
 * @self: a history
 * @day: a day
 *
 * Returns: what all stock is worth on the evening of the day, in minor units, each item rounded by
 *   itself as in its own row
 */
gint64
tras_stock_history_get_value (const TrasStockHistory *self,
                              TrasDay                 day)
{
  Wide sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->states->len; i++)
    {
      State state = get_state (self->states->pdata[i], day);

      sum += tras_stock_cost_get_value (&state.cost);
    }

  return clamp (sum);
}

/**
 * tras_stock_history_get_used:
 * @self: a history
 * @day: the last day
 * @days: how many days
 *
 * Returns: what went to customers and own use in those days, in minor units, at the average costs
 *   of the last day
 */
gint64
tras_stock_history_get_used (const TrasStockHistory *self,
                             TrasDay                 day,
                             int                     days)
{
  Wide sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->states->len; i++)
    sum += get_used (self->states->pdata[i], day, days);

  return clamp (sum);
}

/**
 * tras_stock_history_classify:
 * @self: a history
 * @day: a day
 *
 * Finds the class of each item by what was used of it in the year that ends with the day.
 */
void
tras_stock_history_classify (TrasStockHistory *self,
                             TrasDay           day)
{
  g_autofree gint64 *used = NULL;

  g_return_if_fail (self != NULL);

  if (self->classes != NULL && day == self->classified)
    return;

  used = g_new0 (gint64, self->ids->len);
  for (guint i = 0; i < self->ids->len; i++)
    used[i] = get_used (self->states->pdata[i], day, TRAS_STOCK_CLASS_DAYS);
  g_free (self->classes);
  self->classes = g_new0 (TrasStockClass, self->ids->len);
  self->classified = day;
  if (self->ids->len > 0)
    tras_stock_classify (used, self->ids->len, self->classes);
}

/**
 * tras_stock_history_get_class:
 * @self: a history that has classified
 * @item_id: an item
 *
 * Returns: its class; the last one where it has never moved
 */
TrasStockClass
tras_stock_history_get_class (const TrasStockHistory *self,
                              gint64                  item_id)
{
  guint place;

  g_return_val_if_fail (self != NULL, TRAS_STOCK_CLASS_C);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &item_id));

  return place > 0 && self->classes != NULL ? self->classes[place - 1] : TRAS_STOCK_CLASS_C;
}
