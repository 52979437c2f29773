/* tras-sample-stock.c: the sample's suppliers, items, movements and purchases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-item.h"
#include "tras-movement.h"
#include "tras-purchase.h"
#include "tras-sample-ledger.h"
#include "tras-sample-records.h"
#include "tras-stockout.h"

/* How often progress is told, and between which percents. */
#define PROGRESS_ROWS 500
#define PROGRESS_FROM 30
#define PROGRESS_TO 98

static void
item_free (gpointer data)
{
  TrasSampleItem *item = data;

  g_free (item->key);
  g_free (item->season);
  g_free (item);
}

/* The least that is sold at once: a unit, a quarter of a kilogram, half a metre. */
static gint64
get_grain (const char *unit)
{
  if (g_str_equal (unit, "kg"))
    return 250;
  if (g_str_equal (unit, "m"))
    return 500;

  return 1000;
}

/* In a currency other than the euro, a price ends on 90 too. */
static gint64
get_price (TrasSample *sample,
           gint64      cents)
{
  if (sample->goods == 100)
    return cents;

  return (cents * sample->goods + 5000) / 10000 * 100 - 10;
}

static char *
dup_variant (const char *pattern,
             const char *variant)
{
  g_auto(GStrv) parts = g_strsplit (pattern, "{}", 2);

  return g_strjoin (variant, parts[0], parts[1], NULL);
}

static gint64
nth_quantity (char  **list,
              guint   n)
{
  return g_ascii_strtoll (list[n], NULL, 10) * 1000;
}

static gboolean
add_family (TrasSample  *sample,
            const char  *group,
            GPtrArray   *items,
            GError     **error)
{
  g_auto(GStrv) suffixes = tras_sample_dup_list (sample, group, "suffix");
  g_auto(GStrv) variants = tras_sample_dup_list (sample, group, "variants");
  g_auto(GStrv) prices = tras_sample_dup_list (sample, group, "price");
  g_auto(GStrv) demands = tras_sample_dup_list (sample, group, "demand");
  g_auto(GStrv) reorder_at = tras_sample_dup_list (sample, group, "reorder_at");
  g_auto(GStrv) reorder_to = tras_sample_dup_list (sample, group, "reorder_to");
  g_autofree char *name = tras_sample_dup_text (sample, group, "name");
  g_autofree char *code = tras_sample_dup_text (sample, group, "code");
  g_autofree char *unit = tras_sample_dup_text (sample, group, "unit");
  g_autofree char *unit_group = g_strconcat ("unit.", unit, NULL);
  g_autofree char *supplier_key = tras_sample_dup_text (sample, group, "supplier");
  g_autofree char *supplier = g_strconcat ("supplier.", supplier_key, NULL);

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autoptr(TrasItem) record = tras_item_new ();
      g_autofree char *item_group = g_strdup_printf ("item.%s.%u", tras_sample_get_key (group),
                                                     i + 1);
      TrasSampleItem *item = g_new0 (TrasSampleItem, 1);

      g_ptr_array_add (items, item);
      record->sku = g_strdup_printf ("%s-%s", code, suffixes[i]);
      record->name = dup_variant (name, variants[i]);
      g_free (record->unit);
      record->unit = tras_sample_dup_text (sample, unit_group, "name");
      record->reorder_at = nth_quantity (reorder_at, i);
      record->reorder_to = nth_quantity (reorder_to, i);
      record->pack = tras_sample_get_int (sample, group, "pack") * 1000;
      record->price = get_price (sample, g_ascii_strtoll (prices[i], NULL, 10));
      if (!tras_sample_find (sample, "supplier", supplier_key, &record->supplier_id, error) ||
          !tras_sample_add (sample, item_group, record, error))
        return FALSE;

      item->key = g_strdup (tras_sample_get_key (item_group));
      item->id = TRAS_RECORD (record)->id;
      item->supplier_id = record->supplier_id;
      item->lead_days = (int) tras_sample_get_int (sample, supplier, "lead_days");
      item->season = tras_sample_dup_text (sample, group, "season");
      item->demand = g_ascii_strtod (demands[i], NULL);
      item->grain = get_grain (unit);
      item->reorder_at = record->reorder_at;
      item->reorder_to = record->reorder_to;
      item->pack = record->pack;
      item->cost = (double) (record->price * tras_sample_get_int (sample, group, "cost")) / 100;
    }

  return TRUE;
}

/* What people said about the stock-out that a movement has begun. */
static gboolean
add_lesson (TrasSample  *sample,
            const char  *group,
            gint64       movement_id,
            GError     **error)
{
  g_autoptr(TrasStockoutLesson) lesson = tras_stockout_lesson_new ();
  g_autoptr(TrasQuery) query = tras_query_new (tras_stockout_get_type ());
  g_autoptr(TrasStockout) stockout = NULL;

  tras_query_where_int (query, "begun_by", TRAS_QUERY_EQ, movement_id);
  stockout = tras_db_find (sample->db, query, error);
  if (stockout == NULL || !tras_sample_read (sample, group, lesson, error))
    return FALSE;
  lesson->stockout_id = TRAS_RECORD (stockout)->id;

  return tras_db_insert (sample->db, lesson, error);
}

static gboolean
add_movement (TrasSample            *sample,
              const TrasSampleItem  *item,
              const TrasSampleMove  *move,
              TrasMovement         **added,
              GError               **error)
{
  g_autoptr(TrasMovement) movement = tras_movement_new ();

  movement->item_id = item->id;
  movement->moved_on = move->on;
  movement->quantity = move->quantity;
  movement->cause = move->cause;
  if (move->priced)
    movement->unit_cost = (gint64) floor (item->cost * 100 + 0.5);
  if (move->group != NULL)
    movement->note = tras_sample_dup_text (sample, move->group, "note");
  if (!tras_sample_find (sample, "location", move->from, &movement->from_id, error) ||
      !tras_sample_find (sample, "location", move->to, &movement->to_id, error) ||
      !tras_db_insert (sample->db, movement, error))
    {
      g_autofree char *day = tras_day_to_iso (move->on);

      g_prefix_error (error, "%s on %s: ", item->key, day);
      return FALSE;
    }
  *added = g_steal_pointer (&movement);

  return TRUE;
}

static gboolean
add_movements (TrasSample  *sample,
               GPtrArray   *items,
               GArray      *moves,
               GHashTable  *receipts,
               GError     **error)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const TrasSampleMove *move = &g_array_index (moves, TrasSampleMove, i);
      g_autoptr(TrasMovement) movement = NULL;

      if (!add_movement (sample, items->pdata[move->item], move, &movement, error))
        return FALSE;
      if (move->group != NULL && g_str_has_prefix (move->group, "stockout.") &&
          !add_lesson (sample, move->group, TRAS_RECORD (movement)->id, error))
        return FALSE;
      if (g_str_equal (move->cause, "purchase"))
        g_hash_table_insert (receipts, GUINT_TO_POINTER (move->item),
                             g_memdup2 (&TRAS_RECORD (movement)->id, sizeof (gint64)));
      if (i % PROGRESS_ROWS == 0)
        tras_sample_tell (sample, PROGRESS_FROM + i * (PROGRESS_TO - PROGRESS_FROM) / moves->len);
    }

  return TRUE;
}

static gboolean
add_receipt (TrasSample             *sample,
             const TrasSampleOrder  *order,
             gint64                  line_id,
             gint64                  movement_id,
             GError                **error)
{
  g_autoptr(TrasReceipt) receipt = tras_receipt_new ();

  receipt->line_id = line_id;
  receipt->received_on = order->received_on;
  receipt->good = order->received;
  receipt->movement_id = movement_id;

  return tras_db_insert (sample->db, receipt, error);
}

/* The action that an item is on its way for; 0 for none. */
static gboolean
find_action (TrasSample  *sample,
             const char  *item,
             gint64      *action_id,
             GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "bought");

  *action_id = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *key = tras_sample_dup_text (sample, groups->pdata[i], "item");

      if (g_str_equal (key, item))
        return tras_sample_refer (sample, groups->pdata[i], "action", "action", action_id, error);
    }

  return TRUE;
}

static gboolean
add_line (TrasSample             *sample,
          gint64                  purchase_id,
          const TrasSampleItem   *item,
          const TrasSampleOrder  *order,
          const gint64           *last_receipt,
          GError                **error)
{
  g_autoptr(TrasPurchaseLine) line = tras_purchase_line_new ();

  line->purchase_id = purchase_id;
  line->item_id = item->id;
  line->quantity = order->quantity;
  line->unit_price = (gint64) floor (item->cost + 0.5);
  line->promised_on = order->promised;
  if (!find_action (sample, item->key, &line->action_id, error))
    return FALSE;
  line->why = g_intern_string (line->action_id != 0 ? "plan" : "reorder");

  return tras_db_insert (sample->db, line, error) &&
         (order->received == 0 ||
          add_receipt (sample, order, TRAS_RECORD (line)->id, *last_receipt, error));
}

static int
compare_orders (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const TrasSampleOrder *one = a;
  const TrasSampleOrder *other = b;
  GPtrArray *items = data;
  gint64 supplier = ((TrasSampleItem *) items->pdata[one->item])->supplier_id;
  gint64 other_supplier = ((TrasSampleItem *) items->pdata[other->item])->supplier_id;

  if (one->ordered != other->ordered)
    return one->ordered - other->ordered;
  if (supplier != other_supplier)
    return supplier < other_supplier ? -1 : 1;

  return (one->item > other->item) - (one->item < other->item);
}

/* What is on its way: one purchase for all that went to a supplier on a day. */
static gboolean
add_purchases (TrasSample  *sample,
               GPtrArray   *items,
               GArray      *orders,
               GHashTable  *receipts,
               GError     **error)
{
  g_autoptr(TrasPurchase) purchase = NULL;

  g_array_sort_with_data (orders, compare_orders, items);
  for (guint i = 0; i < orders->len; i++)
    {
      const TrasSampleOrder *order = &g_array_index (orders, TrasSampleOrder, i);
      const TrasSampleItem *item = items->pdata[order->item];

      if (purchase == NULL || purchase->made_on != order->ordered ||
          purchase->supplier_id != item->supplier_id)
        {
          g_clear_object (&purchase);
          purchase = tras_purchase_new ();
          purchase->supplier_id = item->supplier_id;
          purchase->state = g_intern_static_string ("sent");
          purchase->made_on = purchase->sent_on = order->ordered;
          if (!tras_db_insert (sample->db, purchase, error))
            return FALSE;
        }
      if (!add_line (sample, TRAS_RECORD (purchase)->id, item, order,
                     g_hash_table_lookup (receipts, GUINT_TO_POINTER (order->item)), error))
        return FALSE;
    }

  return TRUE;
}

/* No more than there is. */
static gboolean
complete_reservation (TrasSample  *sample,
                      const char  *group,
                      gpointer     record,
                      GError     **error)
{
  TrasReservation *reservation = record;
  g_autoptr(TrasItem) item = tras_db_load (sample->db, tras_item_get_type (),
                                           reservation->item_id, error);

  if (item == NULL)
    return FALSE;
  reservation->quantity = MIN (reservation->quantity, item->available);
  reservation->cause = g_strdup ("plan");
  reservation->made_at = tras_sample_get_instant (tras_sample_get_day (sample, group, "day"));

  return tras_sample_refer (sample, group, "action", "action", &reservation->cause_id, error);
}

/**
 * tras_sample_fill_stock:
 * @self: a sample with actions
 * @error: where to put the error
 *
 * Stores suppliers, places, items, a year of movements with its stock-outs, what is on its way and
 * what is set aside.
 */
gboolean
tras_sample_fill_stock (TrasSample  *self,
                        GError     **error)
{
  g_autoptr(GPtrArray) families = tras_sample_list_groups (self, "family");
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr(GHashTable) receipts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GArray) moves = NULL;
  g_autoptr(GArray) orders = NULL;

  if (!tras_sample_add_all (self, "supplier", tras_supplier_get_type (), NULL, error) ||
      !tras_sample_add_all (self, "location", tras_location_get_type (), NULL, error))
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    {
      if (!add_family (self, families->pdata[i], items, error))
        return FALSE;
    }

  tras_sample_ledger_run (self, items, &moves, &orders);

  return add_movements (self, items, moves, receipts, error) &&
         add_purchases (self, items, orders, receipts, error) &&
         tras_sample_add_all (self, "reservation", tras_reservation_get_type (),
                              complete_reservation, error);
}
