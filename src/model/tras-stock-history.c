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
  gatomicrefcount refs;
  TrasDay from;             /* the first evening that is known, the one of the opening */
  GArray *ids;              /* of the items */
  GArray *openings;         /* TrasStockCost, of each of them */
  GPtrArray *states;        /* of each of them a GArray of State, by day; NULL if it never moved */
  GHashTable *places;       /* where in @ids an item is, one behind it */
  TrasStockClass *classes;  /* of each of them, on the day that was asked for last */
  TrasDay classified;
};

static GArray *
replay (GArray         *entries,
        TrasStockCost   opening,
        GError        **error)
{
  g_autoptr (GArray) states = g_array_sized_new (FALSE, FALSE, sizeof (State), entries->len);
  State state = { .cost = opening };

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

static void
add_item (TrasStockHistory *self,
          gint64            id,
          TrasStockCost     opening,
          GArray           *states)
{
  g_array_append_val (self->ids, id);
  g_array_append_val (self->openings, opening);
  g_ptr_array_add (self->states, states);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->ids->len));
}

static gboolean
add_items (TrasStockHistory  *self,
           TrasStockLoader   *loader,
           GError           **error)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, loader->entries);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      TrasStockCost opening = tras_stock_loader_get_opening (loader, *(gint64 *) id);
      GArray *states = replay (value, opening, error);

      if (states == NULL)
        return FALSE;
      add_item (self, *(gint64 *) id, opening, states);
    }

  g_hash_table_iter_init (&iter, loader->openings);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      if (!g_hash_table_contains (loader->entries, id))
        add_item (self, *(gint64 *) id, *(TrasStockCost *) value, NULL);
    }

  return TRUE;
}

/* The array of an item that has not moved is NULL. */
static void
unref_states (gpointer states)
{
  g_clear_pointer ((GArray **) &states, g_array_unref);
}

/**
 * tras_stock_history_load:
 * @db: a connection
 * @since: the first day whose evening is asked about, or how many days before it whose use is;
 *   %TRAS_DAY_NONE for all
 * @to: the last day, %TRAS_DAY_MAX for all
 * @error: where to put the error
 *
 * Begins with the newest closing of the books up to @since and replays what came behind it. As
 * nothing can be booked in a period that is closed, that is exactly what a replay from the first
 * movement on says. Movements that were reversed do not count.
 *
 * Returns: (transfer full): the history of all items that have moved
 */
TrasStockHistory *
tras_stock_history_load (TrasDb   *db,
                         TrasDay   since,
                         TrasDay   to,
                         GError  **error)
{
  g_autoptr (TrasStockHistory) self = g_new0 (TrasStockHistory, 1);
  g_auto (TrasStockLoader) loader = { NULL };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  g_atomic_ref_count_init (&self->refs);
  self->classified = TRAS_DAY_NONE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->openings = g_array_new (FALSE, FALSE, sizeof (TrasStockCost));
  self->states = g_ptr_array_new_with_free_func (unref_states);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!tras_stock_loader_init (&loader, db, error) ||
      !tras_stock_loader_read (&loader, db, 0, since, to, error) ||
      !add_items (self, &loader, error))
    return NULL;
  self->from = loader.closed_to;

  return g_steal_pointer (&self);
}

/**
 * tras_stock_history_ref:
 * @self: a history
 *
 * Returns: (transfer full): @self
 */
TrasStockHistory *
tras_stock_history_ref (TrasStockHistory *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * tras_stock_history_unref:
 * @self: (transfer full): a history
 */
void
tras_stock_history_unref (TrasStockHistory *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->classes, g_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->openings, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static State
get_state (const TrasStockHistory *self,
           guint                   place,
           TrasDay                 day)
{
  GArray *states = self->states->pdata[place];
  guint low = 0, high = states != NULL ? states->len : 0;

  /* What was before the closing is not known. */
  g_assert (day >= self->from);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (states, State, middle).on <= day)
        low = middle + 1;
      else
        high = middle;
    }

  if (low > 0)
    return g_array_index (states, State, low - 1);

  return (State) { .cost = g_array_index (self->openings, TrasStockCost, place) };
}

static gint64
clamp (Wide sum)
{
  return (gint64) CLAMP (sum, G_MININT64, G_MAXINT64);
}

/* What was used of an item in so many days, at the average cost of the last of them. */
static gint64
get_used (const TrasStockHistory *self,
          guint                   place,
          TrasDay                 day,
          int                     days)
{
  State now = get_state (self, place, day);
  State before = get_state (self, place, day - days);
  const TrasStockCost used = { MIN (now.used - before.used, TRAS_STOCK_MAX), now.cost.unit_cost };

  return tras_stock_cost_get_value (&used);
}

/**
 * tras_stock_history_get_items:
 * @self: a history
 *
 * Returns: (transfer none) (element-type gint64): the ids of all items that have moved until its
 *   last day
 */
GArray *
tras_stock_history_get_items (TrasStockHistory *self)
{
  return self->ids;
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

  return place > 0 ? get_state (self, place - 1, day).cost
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
      State state = get_state (self, i, day);

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
    sum += get_used (self, i, day, days);

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
    used[i] = get_used (self, i, day, TRAS_STOCK_CLASS_DAYS);
  g_free (self->classes);
  self->classes = g_new0 (TrasStockClass, self->ids->len);
  self->classified = day;
  if (self->ids->len > 0)
    tras_stock_classify (used, self->ids->len, self->classes);
}

/**
 * tras_stock_history_load_classified:
 * @db: a connection
 * @day: a day
 * @error: where to put the error
 *
 * Returns: (transfer full): the history of the year that ends with @day, with the classes of then
 */
TrasStockHistory *
tras_stock_history_load_classified (TrasDb   *db,
                                    TrasDay   day,
                                    GError  **error)
{
  TrasStockHistory *self = tras_stock_history_load (db, day - TRAS_STOCK_CLASS_DAYS, day, error);

  if (self != NULL)
    tras_stock_history_classify (self, day);

  return self;
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
