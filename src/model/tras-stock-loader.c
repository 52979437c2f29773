/* tras-stock-loader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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
  gboolean from = g_strcmp0 (get_kind (self, movement->from_id), "inside") == 0;
  gboolean to = g_strcmp0 (get_kind (self, movement->to_id), "inside") == 0;

  return (to - from) * movement->quantity;
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

static gboolean
take_movement (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  TrasStockLoader *self = user_data;
  TrasMovement *movement = record;
  const char *to = get_kind (self, movement->to_id);
  GArray *entries = tras_stock_loader_get_entries (self, movement->item_id);
  TrasStockEntry entry = { TRAS_RECORD (record)->id, movement->reverses_id, movement->moved_on,
                           tras_stock_loader_get_change (self, movement), movement->unit_cost,
                           g_strcmp0 (to, "customer") == 0 || g_strcmp0 (to, "use") == 0 };

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (TrasStockEntry));
      g_hash_table_insert (self->entries, g_memdup2 (&movement->item_id, sizeof (gint64)), entries);
    }
  g_array_append_val (entries, entry);

  return TRUE;
}

/* Leaves out every row that was reversed, with the row that reversed it. A reversal may itself be
 * reversed, when an undo is redone; the newest rows go first, so that each pair falls out once. */
static void
drop_reversed (GArray *entries)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) kept = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, i);

      g_hash_table_insert (by_id, &entry->id, entry);
    }
  for (guint i = entries->len; i > 0; i--)
    {
      TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, i - 1);

      if (entry->reverses == 0 || g_hash_table_contains (gone, &entry->id) ||
          !g_hash_table_contains (by_id, &entry->reverses))
        continue;
      g_hash_table_add (gone, &entry->id);
      g_hash_table_add (gone, &entry->reverses);
    }
  if (g_hash_table_size (gone) == 0)
    return;

  kept = g_array_new (FALSE, FALSE, sizeof (TrasStockEntry));
  for (guint i = 0; i < entries->len; i++)
    {
      if (!g_hash_table_contains (gone, &g_array_index (entries, TrasStockEntry, i).id))
        g_array_append_val (kept, g_array_index (entries, TrasStockEntry, i));
    }
  g_array_set_size (entries, 0);
  g_array_append_vals (entries, kept->data, kept->len);
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

  return tras_db_foreach (db, places, take_place, self, error);
}

void
tras_stock_loader_clear (TrasStockLoader *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
}

/**
 * tras_stock_loader_read:
 * @self: a loader that has the places
 * @db: a connection
 * @item_id: an item, 0 for all
 * @error: where to put the error
 *
 * Reads the ledger. Movements that were reversed are left out.
 *
 * Returns: whether that could be read
 */
gboolean
tras_stock_loader_read (TrasStockLoader  *self,
                        TrasDb           *db,
                        gint64            item_id,
                        GError          **error)
{
  g_autoptr (TrasQuery) movements = tras_query_new (TRAS_TYPE_MOVEMENT);
  GHashTableIter iter;
  gpointer entries;

  if (item_id != 0)
    tras_query_where_int (movements, "item_id", TRAS_QUERY_EQ, item_id);
  tras_query_order (movements, "moved_on", FALSE);
  if (!tras_db_foreach (db, movements, take_movement, self, error))
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
