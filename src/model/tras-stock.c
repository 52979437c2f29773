/* tras-stock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-stock.h"

/* A movement as far as costs and use go. */
typedef struct
{
  gint64 id;
  gint64 reverses;
  TrasDay on;
  gint64 change;
  gint64 unit_cost;
  gboolean is_use;
} Entry;

typedef struct
{
  GHashTable *places;
  GHashTable *entries;
} Loader;

static gboolean
take_place (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  Loader *self = user_data;
  TrasLocation *place = record;

  g_hash_table_insert (self->places, g_memdup2 (&TRAS_RECORD (record)->id, sizeof (gint64)),
                       (gpointer) place->kind);

  return TRUE;
}

static const char *
get_kind (Loader *self,
          gint64  place)
{
  return g_hash_table_lookup (self->places, &place);
}

static gint64
get_change (Loader       *self,
            TrasMovement *movement)
{
  gboolean from = g_strcmp0 (get_kind (self, movement->from_id), "inside") == 0;
  gboolean to = g_strcmp0 (get_kind (self, movement->to_id), "inside") == 0;

  return (to - from) * movement->quantity;
}

static GArray *
get_entries (Loader *self,
             gint64  item_id)
{
  return g_hash_table_lookup (self->entries, &item_id);
}

static gboolean
take_movement (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  Loader *self = user_data;
  TrasMovement *movement = record;
  const char *to = get_kind (self, movement->to_id);
  GArray *entries = get_entries (self, movement->item_id);
  Entry entry = { TRAS_RECORD (record)->id, movement->reverses_id, movement->moved_on,
                  get_change (self, movement), movement->unit_cost,
                  g_strcmp0 (to, "customer") == 0 || g_strcmp0 (to, "use") == 0 };

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_hash_table_insert (self->entries, g_memdup2 (&movement->item_id, sizeof (gint64)), entries);
    }
  g_array_append_val (entries, entry);

  return TRUE;
}

static void
loader_clear (Loader *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static gboolean
loader_init (Loader  *self,
             TrasDb  *db,
             GError **error)
{
  g_autoptr (TrasQuery) places = tras_query_new (TRAS_TYPE_LOCATION);

  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_array_unref);

  return tras_db_foreach (db, places, take_place, self, error);
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
      Entry *entry = &g_array_index (entries, Entry, i);

      g_hash_table_insert (by_id, &entry->id, entry);
    }
  for (guint i = entries->len; i > 0; i--)
    {
      Entry *entry = &g_array_index (entries, Entry, i - 1);

      if (entry->reverses == 0 || g_hash_table_contains (gone, &entry->id) ||
          !g_hash_table_contains (by_id, &entry->reverses))
        continue;
      g_hash_table_add (gone, &entry->id);
      g_hash_table_add (gone, &entry->reverses);
    }
  if (g_hash_table_size (gone) == 0)
    return;

  kept = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < entries->len; i++)
    {
      if (!g_hash_table_contains (gone, &g_array_index (entries, Entry, i).id))
        g_array_append_val (kept, g_array_index (entries, Entry, i));
    }
  g_array_set_size (entries, 0);
  g_array_append_vals (entries, kept->data, kept->len);
}

/* A receipt without a cost comes in at the average that there is. */
static gboolean
replay (TrasStockLevel  *level,
        GArray          *entries,
        GError         **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      TrasStockRow row = { entry->on, entry->change,
                           entry->unit_cost != TRAS_NULL ? entry->unit_cost
                                                         : level->cost.unit_cost };

      if (row.quantity != 0 && !tras_stock_cost_add (&level->cost, &row, error))
        return FALSE;
    }

  return TRUE;
}

/* Days without stock say nothing of what would have been used. */
static void
find_use (TrasStockLevel *level,
          GArray         *entries,
          TrasDay         day)
{
  TrasDay start = day - TRAS_STOCK_USE_DAYS;
  gint64 balance = 0, used = 0;
  int days = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      TrasDay next = i + 1 < entries->len ? g_array_index (entries, Entry, i + 1).on : day;

      balance += entry->change;
      if (entry->is_use && entry->on > start && entry->on <= day)
        used -= entry->change;
      if (balance > 0 && MIN (next, day) > MAX (entry->on, start))
        days += MIN (next, day) - MAX (entry->on, start);
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
level_new (TrasItem  *item,
           Loader    *loader,
           TrasDay    day,
           GError   **error)
{
  g_autoptr (TrasStockLevel) level = g_new0 (TrasStockLevel, 1);
  GArray *entries = get_entries (loader, TRAS_RECORD (item)->id);

  level->item = g_object_ref (item);
  level->days_left = NAN;
  if (entries != NULL)
    {
      drop_reversed (entries);
      if (!replay (level, entries, error))
        return NULL;
      find_use (level, entries, day);
    }

  return g_steal_pointer (&level);
}

/**
 * tras_stock_load_levels:
 * @db: a connection
 * @day: the present day
 * @error: where to put the error
 *
 * Average costs are replayed from the whole ledger in the order of days (docs: analysis of stock);
 * movements that were reversed do not count.
 *
 * Returns: (transfer full) (element-type TrasStockLevel): all items that are kept in stock, by name
 */
GPtrArray *
tras_stock_load_levels (TrasDb   *db,
                        TrasDay   day,
                        GError  **error)
{
  g_autoptr (TrasQuery) items_query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) movements = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) levels =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_stock_level_free);
  g_auto (Loader) loader = { NULL, NULL };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (items_query, "stocked", TRAS_QUERY_EQ, TRUE);
  tras_query_order (items_query, "name", FALSE);
  tras_query_order (movements, "moved_on", FALSE);
  items = tras_db_select (db, items_query, error);
  if (items == NULL || !loader_init (&loader, db, error) ||
      !tras_db_foreach (db, movements, take_movement, &loader, error))
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
  g_autoptr (TrasQuery) movements = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_auto (Loader) loader = { NULL, NULL };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (movements, "item_id", TRAS_QUERY_EQ, item_id);
  tras_query_order (movements, "moved_on", FALSE);
  item = tras_db_load (db, TRAS_TYPE_ITEM, item_id, error);
  if (item == NULL || !loader_init (&loader, db, error) ||
      !tras_db_foreach (db, movements, take_movement, &loader, error))
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
  g_auto (Loader) loader = { NULL, NULL };
  GPtrArray *rows;
  gint64 balance = 0;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (query, "item_id", TRAS_QUERY_EQ, item_id);
  tras_query_order (query, "moved_on", FALSE);
  movements = tras_db_select (db, query, error);
  if (movements == NULL || !loader_init (&loader, db, error))
    return NULL;

  rows = g_ptr_array_new_full (movements->len, ledger_row_free);
  for (guint i = 0; i < movements->len; i++)
    {
      TrasLedgerRow *row = g_new0 (TrasLedgerRow, 1);

      row->movement = g_object_ref (movements->pdata[i]);
      row->change = get_change (&loader, row->movement);
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

static void
buy_line_free (gpointer data)
{
  TrasBuyLine *line = data;

  g_object_unref (line->item);
  g_free (line);
}

/* By supplier, those without one last; the items come by name. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TrasBuyLine *x = *(const TrasBuyLine *const *) a, *y = *(const TrasBuyLine *const *) b;

  if ((x->item->supplier_id == 0) != (y->item->supplier_id == 0))
    return x->item->supplier_id == 0 ? 1 : -1;
  if (x->item->supplier_id != y->item->supplier_id)
    {
      int order = g_utf8_collate (x->item->supplier_name, y->item->supplier_name);

      return order != 0 ? order : x->item->supplier_id < y->item->supplier_id ? -1 : 1;
    }

  return g_utf8_collate (x->item->name, y->item->name);
}

/**
 * tras_stock_load_to_buy:
 * @db: a connection
 * @error: where to put the error
 *
 * Items in use whose projected stock has come down to their reorder point, with as many packs as
 * bring it up to where it shall be. What is ordered and not yet received counts as projected, so
 * that nothing is bought twice.
 *
 * Returns: (transfer full) (element-type TrasBuyLine): what to buy, by supplier and name
 */
GPtrArray *
tras_stock_load_to_buy (TrasDb  *db,
                        GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (query, "stocked", TRAS_QUERY_EQ, TRUE);
  tras_query_where_int (query, "active", TRAS_QUERY_EQ, TRUE);
  tras_query_where_null (query, "reorder_at", FALSE);
  items = tras_db_select (db, query, error);
  if (items == NULL)
    return NULL;

  lines = g_ptr_array_new_with_free_func (buy_line_free);
  for (guint i = 0; i < items->len; i++)
    {
      TrasItem *item = items->pdata[i];
      gint64 to = item->reorder_to != TRAS_NULL ? item->reorder_to : item->reorder_at;
      gint64 quantity = tras_stock_reorder (item->projected, item->reorder_at, to, item->pack);
      TrasBuyLine *line;

      if (quantity <= 0)
        continue;
      line = g_new0 (TrasBuyLine, 1);
      line->item = g_object_ref (item);
      line->quantity = quantity;
      g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}
