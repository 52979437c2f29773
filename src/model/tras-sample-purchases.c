/* tras-sample-purchases.c: what the sample has bought, and what is on its way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-purchase.h"
#include "tras-sample-ledger.h"

typedef struct
{
  TrasSample *sample;
  GPtrArray *items;
  GHashTable *receipts;
} Writing;

static gboolean
add_receipt (Writing                *self,
             const TrasSampleOrder  *order,
             TrasPurchaseLine       *line,
             gboolean                part,
             GError                **error)
{
  const TrasSampleItem *item = self->items->pdata[order->item];
  gint64 *movement = g_hash_table_lookup (self->receipts,
                                          GUINT_TO_POINTER (2 * order->number + (part ? 1 : 0)));
  g_autoptr(TrasReceipt) receipt = tras_receipt_new ();

  receipt->line_id = TRAS_RECORD (line)->id;
  receipt->received_on = part ? order->received_on : order->arrives;
  receipt->rejected = part ? 0 : order->rejected;
  receipt->good = part ? order->received : order->quantity - order->received - order->rejected;
  receipt->movement_id = movement != NULL ? *movement : 0;
  if (receipt->rejected > 0)
    receipt->why = tras_sample_dup_text (self->sample, item->supplier, "reject_why");

  return tras_db_insert (self->sample->db, receipt, error);
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
add_line (Writing                *self,
          TrasPurchase           *purchase,
          const TrasSampleOrder  *order,
          GError                **error)
{
  const TrasSampleItem *item = self->items->pdata[order->item];
  g_autoptr(TrasPurchaseLine) line = tras_purchase_line_new ();

  line->purchase_id = TRAS_RECORD (purchase)->id;
  line->item_id = item->id;
  line->quantity = order->quantity;
  line->unit_price = (gint64) floor (item->cost + 0.5);
  line->promised_on = order->promised;
  if (!order->came && !find_action (self->sample, item->key, &line->action_id, error))
    return FALSE;
  line->why = g_intern_string (line->action_id != 0 ? "plan" : "reorder");

  return tras_db_insert (self->sample->db, line, error) &&
         (order->received == 0 || add_receipt (self, order, line, TRUE, error)) &&
         (!order->came || add_receipt (self, order, line, FALSE, error));
}

static gint64
get_supplier (GPtrArray             *items,
              const TrasSampleOrder *order)
{
  return ((TrasSampleItem *) items->pdata[order->item])->supplier_id;
}

static int
compare_orders (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const TrasSampleOrder *one = a;
  const TrasSampleOrder *other = b;
  gint64 supplier = get_supplier (data, one);
  gint64 other_supplier = get_supplier (data, other);

  if (one->ordered != other->ordered)
    return one->ordered - other->ordered;
  if (supplier != other_supplier)
    return supplier < other_supplier ? -1 : 1;

  return (one->item > other->item) - (one->item < other->item);
}

/* All that went to one supplier on one day. */
static gboolean
add_purchase (Writing                *self,
              const TrasSampleOrder  *orders,
              guint                   n,
              GError                **error)
{
  g_autoptr(TrasPurchase) purchase = tras_purchase_new ();

  purchase->supplier_id = get_supplier (self->items, orders);
  purchase->made_on = purchase->sent_on = orders->ordered;
  purchase->state = g_intern_static_string ("closed");
  for (guint i = 0; i < n; i++)
    {
      if (!orders[i].came)
        purchase->state = g_intern_static_string ("sent");
    }
  if (!tras_db_insert (self->sample->db, purchase, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!add_line (self, purchase, &orders[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_add_purchases:
 * @self: a sample with movements
 * @items: (element-type TrasSampleItem): the items
 * @orders: (element-type TrasSampleOrder): what was ordered; gets another order
 * @receipts: the movements that goods came with, by twice the number of the order, one more for
 *   those of a part
 * @error: where to put the error
 *
 * Stores one purchase for all that went to a supplier on a day, with what came of it.
 */
gboolean
tras_sample_add_purchases (TrasSample  *self,
                           GPtrArray   *items,
                           GArray      *orders,
                           GHashTable  *receipts,
                           GError     **error)
{
  Writing writing = { self, items, receipts };
  const TrasSampleOrder *all = (const TrasSampleOrder *) (gconstpointer) orders->data;
  guint n;

  g_array_sort_with_data (orders, compare_orders, items);
  for (guint i = 0; i < orders->len; i += n)
    {
      for (n = 1; i + n < orders->len && all[i + n].ordered == all[i].ordered &&
                  get_supplier (items, &all[i + n]) == get_supplier (items, &all[i]); n++)
        ;
      if (!add_purchase (&writing, &all[i], n, error))
        return FALSE;
    }

  return TRUE;
}
