/* tras-stock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-stock-loader.h"
#include "tras-stock.h"

/* Days without stock say nothing of what would have been used. */
static void
find_use (TrasStockLevel *level,
          gint64          balance,
          GArray         *entries,
          TrasDay         day)
{
  TrasDay start = day - TRAS_STOCK_USE_DAYS, before = start;
  gint64 used = 0;
  int days = 0;

  for (guint i = 0; i <= entries->len; i++)
    {
      const TrasStockEntry *entry =
        i < entries->len ? &g_array_index (entries, TrasStockEntry, i) : NULL;
      TrasDay on = entry != NULL ? CLAMP (entry->on, start, day) : day;

      if (balance > 0)
        days += on - before;
      before = on;
      if (entry == NULL)
        break;
      balance += entry->change;
      if (entry->is_use && entry->on > start && entry->on <= day)
        used -= entry->change;
    }
  level->use_per_day = days > 0 ? (double) used / days : 0.0;
  level->days_left = level->use_per_day > 0.0
                     ? MAX (level->item->available, 0) / level->use_per_day : NAN;
}

/**
 * tras_stock_level_free:
 * @self: (transfer full): a level
 */
void
tras_stock_level_free (TrasStockLevel *self)
{
  g_object_unref (self->item);
  g_free (self);
}

/* Of all the movements that were taken, those of one item. */
static TrasStockLevel *
level_new (TrasItem         *item,
           TrasStockLoader  *loader,
           TrasDay           day,
           GError          **error)
{
  g_autoptr (TrasStockLevel) level = g_new0 (TrasStockLevel, 1);
  gint64 id = TRAS_RECORD (item)->id;
  GArray *entries = tras_stock_loader_get_entries (loader, id);

  level->item = g_object_ref (item);
  level->days_left = NAN;
  level->cost = tras_stock_loader_get_opening (loader, id);
  if (entries != NULL)
    {
      for (guint i = 0; i < entries->len; i++)
        {
          if (!tras_stock_entry_replay (&g_array_index (entries, TrasStockEntry, i), &level->cost,
                                        error))
            return NULL;
        }
      find_use (level, tras_stock_loader_get_opening (loader, id).quantity, entries, day);
    }

  return g_steal_pointer (&level);
}

/**
 * tras_stock_load_levels:
 * @db: a connection
 * @day: the present day
 * @error: where to put the error
 *
 * Average costs are replayed in the order of days, from the last closing before the days whose use
 * counts (docs: analysis of stock); movements that were reversed do not count.
 *
 * Returns: (transfer full) (element-type TrasStockLevel): all items that are kept in stock, by name
 */
GPtrArray *
tras_stock_load_levels (TrasDb   *db,
                        TrasDay   day,
                        GError  **error)
{
  g_autoptr (TrasQuery) items_query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) levels =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_stock_level_free);
  g_auto (TrasStockLoader) loader = { NULL };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (items_query, "stocked", TRAS_QUERY_EQ, TRUE);
  tras_query_order (items_query, "name", FALSE);
  items = tras_db_select (db, items_query, error);
  if (items == NULL || !tras_stock_loader_init (&loader, db, error) ||
      !tras_stock_loader_read (&loader, db, 0, day - TRAS_STOCK_USE_DAYS, TRAS_DAY_MAX, error))
    return NULL;

  for (guint i = 0; i < items->len; i++)
    {
      TrasStockLevel *level = level_new (items->pdata[i], &loader, day, error);

      if (level == NULL)
        return NULL;
      g_ptr_array_add (levels, level);
    }

  return g_steal_pointer (&levels);
}

/**
 * tras_stock_load_level:
 * @db: a connection
 * @item_id: an item
 * @day: the present day
 * @error: where to put the error
 *
 * As tras_stock_load_levels(), for one item.
 *
 * Returns: (transfer full): how the item stands
 */
TrasStockLevel *
tras_stock_load_level (TrasDb  *db,
                       gint64   item_id,
                       TrasDay  day,
                       GError **error)
{
  g_autoptr (TrasItem) item = NULL;
  g_auto (TrasStockLoader) loader = { NULL };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  item = tras_db_load (db, TRAS_TYPE_ITEM, item_id, error);
  if (item == NULL || !tras_stock_loader_init (&loader, db, error) ||
      !tras_stock_loader_read (&loader, db, item_id, day - TRAS_STOCK_USE_DAYS, TRAS_DAY_MAX,
                               error))
    return NULL;

  return level_new (item, &loader, day, error);
}

static void
ledger_row_free (gpointer data)
{
  TrasLedgerRow *row = data;

  g_object_unref (row->movement);
  g_free (row);
}

/**
 * tras_stock_load_ledger:
 * @db: a connection
 * @item_id: an item
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasLedgerRow): its movements by day, with the running
 *   balance of all places inside
 */
GPtrArray *
tras_stock_load_ledger (TrasDb  *db,
                        gint64   item_id,
                        GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (GPtrArray) movements = NULL;
  g_auto (TrasStockLoader) loader = { NULL };
  GPtrArray *rows;
  gint64 balance = 0;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (query, "item_id", TRAS_QUERY_EQ, item_id);
  tras_query_order (query, "moved_on", FALSE);
  movements = tras_db_select (db, query, error);
  if (movements == NULL || !tras_stock_loader_init (&loader, db, error))
    return NULL;

  rows = g_ptr_array_new_full (movements->len, ledger_row_free);
  for (guint i = 0; i < movements->len; i++)
    {
      TrasLedgerRow *row = g_new0 (TrasLedgerRow, 1);

      row->movement = g_object_ref (movements->pdata[i]);
      row->change = tras_stock_loader_get_change (&loader, row->movement);
      row->balance = balance += row->change;
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static gint64
get_change_at (TrasMovement *movement,
               gint64        place_id)
{
  if (movement->to_id == place_id)
    return movement->quantity;

  return movement->from_id == place_id ? -movement->quantity : 0;
}

/**
 * tras_stock_find_shortage:
 * @ledger: (element-type TrasLedgerRow): the movements of an item by day
 * @place_id: a place
 * @day: a day
 * @quantity: what shall leave the place on that day, in thousandths of the unit
 * @on: (out): the first day since @day at whose end less than @quantity is there
 * @there: (out): how much there is then
 *
 * Returns: whether there is such a day; else the quantity can leave
 */
gboolean
tras_stock_find_shortage (GPtrArray *ledger,
                          gint64     place_id,
                          TrasDay    day,
                          gint64     quantity,
                          TrasDay   *on,
                          gint64    *there)
{
  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (on != NULL && there != NULL, FALSE);

  *on = day;
  *there = 0;
  for (guint i = 0; i < ledger->len; i++)
    {
      TrasMovement *movement = ((TrasLedgerRow *) ledger->pdata[i])->movement;

      /* The day before has ended. */
      if (movement->moved_on > *on && *there < quantity)
        return TRUE;
      *on = MAX (*on, movement->moved_on);
      *there += get_change_at (movement, place_id);
    }

  return *there < quantity;
}
