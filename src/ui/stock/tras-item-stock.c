/* tras-item-stock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-item-stock.h"
#include "tras-number.h"

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TrasItemStock) self = g_new0 (TrasItemStock, 1);
  g_autoptr (TrasQuery) places = tras_query_new (TRAS_TYPE_LOCATION);
  gint64 *item_id = data;

  tras_query_order (places, "name", FALSE);
  self->level = tras_stock_load_level (db, *item_id, tras_day_today (), error);
  if (self->level == NULL)
    return NULL;
  self->ledger = tras_stock_load_ledger (db, *item_id, error);
  if (self->ledger == NULL)
    return NULL;
  self->places = tras_db_select (db, places, error);
  if (self->places == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
tras_item_stock_load_async (TrasStore           *store,
                            gint64               item_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  tras_store_run_async (store, tras_item_stock_load_async, load_job,
                        g_memdup2 (&item_id, sizeof item_id), g_free,
                        (GDestroyNotify) tras_item_stock_free, cancellable, callback, user_data);
}

TrasItemStock *
tras_item_stock_load_finish (TrasStore     *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  return tras_store_run_finish (store, result, error);
}

void
tras_item_stock_free (TrasItemStock *self)
{
  g_clear_pointer (&self->level, tras_stock_level_free);
  g_clear_pointer (&self->ledger, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

static gint64
get_change (TrasMovement *movement,
            gint64        place_id)
{
  if (movement->to_id == place_id)
    return movement->quantity;

  return movement->from_id == place_id ? -movement->quantity : 0;
}

/**
 * tras_item_stock_get_balance:
 * @self: an item's stock
 * @place_id: a place
 * @day: a day
 *
 * Returns: what was there at the end of @day, in thousandths of the unit
 */
gint64
tras_item_stock_get_balance (TrasItemStock *self,
                             gint64         place_id,
                             TrasDay        day)
{
  gint64 balance = 0;

  for (guint i = 0; i < self->ledger->len; i++)
    {
      TrasMovement *movement = ((TrasLedgerRow *) self->ledger->pdata[i])->movement;

      if (movement->moved_on > day)
        break;
      balance += get_change (movement, place_id);
    }

  return balance;
}

/**
 * tras_item_stock_get_least:
 * @self: an item's stock
 * @place_id: a place
 * @day: a day
 *
 * Returns: the least that was there at the end of @day or of any day since: how much may still
 *   leave on @day, in thousandths of the unit
 */
gint64
tras_item_stock_get_least (TrasItemStock *self,
                           gint64         place_id,
                           TrasDay        day)
{
  gint64 balance = tras_item_stock_get_balance (self, place_id, day);
  gint64 least = balance;

  for (guint i = 0; i < self->ledger->len; i++)
    {
      TrasMovement *movement = ((TrasLedgerRow *) self->ledger->pdata[i])->movement;
      gboolean last_of_day =
        i + 1 == self->ledger->len ||
        ((TrasLedgerRow *) self->ledger->pdata[i + 1])->movement->moved_on != movement->moved_on;

      if (movement->moved_on <= day)
        continue;
      balance += get_change (movement, place_id);
      if (last_of_day)
        least = MIN (least, balance);
    }

  return least;
}

/**
 * tras_item_stock_dup_amount:
 * @item: an item
 * @quantity: thousandths of its unit
 *
 * Returns: (transfer full): the quantity with its unit, for people
 */
char *
tras_item_stock_dup_amount (TrasItem *item,
                            gint64    quantity)
{
  g_autofree char *number =
    tras_number_format_quantity (tras_number_format_get_default (), quantity);

  /* Translators: a quantity and its unit: 12 kg */
  return g_strdup_printf (C_("quantity", "%s %s"), number, item->unit);
}
