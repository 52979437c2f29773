/* tras-stock-loader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-closing-costs.h"
#include "tras-ledger.h"
#include "tras-stock-loader.h"

static gboolean
take_place (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  TrasStockLoader *self = user_data;
  TrasLocation *place = record;

  g_hash_table_insert (self->places, g_memdup2 (&TRAS_RECORD (record)->id, sizeof (gint64)),
                       (gpointer) place->kind);

  return TRUE;
}

static const char *
get_kind (TrasStockLoader *self,
          gint64           place)
{
  return g_hash_table_lookup (self->places, &place);
}

static gint64
get_change (const char *from,
            const char *to,
            gint64      quantity)
{
  return ((g_strcmp0 (to, "inside") == 0) - (g_strcmp0 (from, "inside") == 0)) * quantity;
}

/**
 * tras_stock_loader_get_change:
 * @self: a loader
 * @movement: a movement
 *
 * Returns: what it adds to what is inside, in thousandths
 */
gint64
tras_stock_loader_get_change (TrasStockLoader *self,
                              TrasMovement    *movement)
{
  return get_change (get_kind (self, movement->from_id), get_kind (self, movement->to_id),
                     movement->quantity);
}

/**
 * tras_stock_loader_get_entries:
 * @self: a loader that has read
 * @item_id: an item
 *
 * Returns: (transfer none) (element-type TrasStockEntry) (nullable): its entries by day
 */
GArray *
tras_stock_loader_get_entries (TrasStockLoader *self,
                               gint64           item_id)
{
  return g_hash_table_lookup (self->entries, &item_id);
}

/**
 * tras_stock_loader_get_opening:
 * @self: a loader that has read
 * @item_id: an item
 *
 * Returns: how it stood before its first entry
 */
TrasStockCost
tras_stock_loader_get_opening (TrasStockLoader *self,
                               gint64           item_id)
{
  const TrasStockCost *opening = g_hash_table_lookup (self->openings, &item_id);

  return opening != NULL ? *opening : (TrasStockCost) { 0, 0 };
}

static void
take_movement (const TrasLedgerEntry *row,
               gpointer               user_data)
{
  TrasStockLoader *self = user_data;
  const char *to = get_kind (self, row->to_id);
  GArray *entries = tras_stock_loader_get_entries (self, row->item_id);
  const TrasStockEntry entry = {
    row->id, row->reverses_id, row->on,
    get_change (get_kind (self, row->from_id), to, row->quantity), row->unit_cost,
    g_strcmp0 (to, "customer") == 0 || g_strcmp0 (to, "use") == 0,
  };

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (TrasStockEntry));
      g_hash_table_insert (self->entries, g_memdup2 (&row->item_id, sizeof (gint64)), entries);
    }
  g_array_append_val (entries, entry);
}

static gboolean
has_reversals (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      if (g_array_index (entries, TrasStockEntry, i).reverses != 0)
        return TRUE;
    }

  return FALSE;
}

/* Leaves out every row that was reversed on its own day, with the row that reversed it: another day
 * may belong to another period of the books, and then both rows stand where they are. A reversal
 * may itself be reversed, when an undo is redone; the newest rows go first, so that each pair falls
 * out once. */
static void
drop_reversed (GArray *entries)
{
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  guint n = 0;

  if (!has_reversals (entries))
    return;

  gone = g_hash_table_new (NULL, NULL);
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < entries->len; i++)
    {
      TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, i);

      g_hash_table_insert (by_id, &entry->id, entry);
    }
  for (guint i = entries->len; i > 0; i--)
    {
      TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, i - 1);
      TrasStockEntry *other = g_hash_table_lookup (by_id, &entry->reverses);

      if (other == NULL || other->on != entry->on || g_hash_table_contains (gone, entry))
        continue;
      g_hash_table_add (gone, entry);
      g_hash_table_add (gone, other);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, i);

      if (!g_hash_table_contains (gone, entry))
        g_array_index (entries, TrasStockEntry, n++) = *entry;
    }
  g_array_set_size (entries, n);
}

/**
 * tras_stock_loader_init:
 * @self: a loader, all zeros
 * @db: a connection
 * @error: where to put the error
 *
 * Reads the places.
 *
 * Returns: whether that could be read
 */
gboolean
tras_stock_loader_init (TrasStockLoader  *self,
                        TrasDb           *db,
                        GError          **error)
{
  g_autoptr (TrasQuery) places = tras_query_new (TRAS_TYPE_LOCATION);

  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  self->openings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->closed_to = TRAS_DAY_NONE;

  return tras_db_foreach (db, places, take_place, self, error);
}

void
tras_stock_loader_clear (TrasStockLoader *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->openings, g_hash_table_unref);
}

static gboolean
read_openings (TrasStockLoader  *self,
               TrasDb           *db,
               gint64            item_id,
               TrasDay           since,
               GError          **error)
{
  gint64 closing_id = tras_closing_costs_find (db, since, &self->closed_to, error);
  g_autoptr (GArray) costs = NULL;

  if (closing_id <= 0)
    return closing_id == 0;
  costs = tras_closing_costs_load (db, closing_id, item_id, error);
  if (costs == NULL)
    return FALSE;

  for (guint i = 0; i < costs->len; i++)
    {
      const TrasClosingCost *cost = &g_array_index (costs, TrasClosingCost, i);
      const TrasStockCost opening = { cost->quantity, cost->unit_cost };

      g_hash_table_insert (self->openings, g_memdup2 (&cost->item_id, sizeof (gint64)),
                           g_memdup2 (&opening, sizeof opening));
    }

  return TRUE;
}

/**
 * tras_stock_loader_read:
 * @self: a loader that has the places
 * @db: a connection
 * @item_id: an item, 0 for all
 * @since: the first evening that is asked about, %TRAS_DAY_NONE for all days
 * @to: the last one, %TRAS_DAY_MAX for all to come
 * @error: where to put the error
 *
 * Reads the ledger from the newest closing up to @since on: nothing behind a closing changes any
 * more, so that this is the same as reading all. Movements that were reversed are left out.
 *
 * Returns: whether that could be read
 */
gboolean
tras_stock_loader_read (TrasStockLoader  *self,
                        TrasDb           *db,
                        gint64            item_id,
                        TrasDay           since,
                        TrasDay           to,
                        GError          **error)
{
  GHashTableIter iter;
  gpointer entries;

  if (!read_openings (self, db, item_id, since, error) ||
      !tras_ledger_read (db, item_id, self->closed_to, to, take_movement, self, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    drop_reversed (entries);

  return TRUE;
}

/**
 * tras_stock_entry_replay:
 * @entry: the next entry of an item
 * @cost: where the item stands before it, and behind it
 * @error: %TRAS_ERROR_INVALID where a number is too large
 *
 * A receipt without a cost comes in at the average that there is.
 *
 * Returns: whether the entry was taken
 */
gboolean
tras_stock_entry_replay (const TrasStockEntry  *entry,
                         TrasStockCost         *cost,
                         GError               **error)
{
  const TrasStockRow row = { entry->on, entry->change,
                             entry->unit_cost != TRAS_NULL ? entry->unit_cost : cost->unit_cost };

  return row.quantity == 0 || tras_stock_cost_add (cost, &row, error);
}
