/* tras-item-stock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-item-stock.h"
#include "tras-number.h"

/* So many movements say where the firm keeps its things. */
#define N_LATEST 100

static GPtrArray *
load_latest (TrasDb  *db,
             GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (GArray) ids = NULL;
  gboolean more;

  tras_query_order (query, "moved_on", TRUE);
  ids = tras_db_select_first_ids (db, query, NULL, N_LATEST, &more, error);
  if (ids == NULL)
    return NULL;

  return tras_db_load_many (db, TRAS_TYPE_MOVEMENT, (gint64 *) (gpointer) ids->data, ids->len,
                            error);
}

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
  self->running_out = tras_running_out_load (db, *item_id, tras_day_today (), error);
  if (self->running_out == NULL)
    return NULL;
  if (self->ledger->len == 0)
    {
      self->latest = load_latest (db, error);
      if (self->latest == NULL)
        return NULL;
    }

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
  g_clear_pointer (&self->latest, g_ptr_array_unref);
  g_clear_pointer (&self->running_out, g_ptr_array_unref);
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

static gboolean
find_place (GPtrArray *places,
            gint64     id,
            guint     *position)
{
  for (guint i = 0; i < places->len; i++)
    {
      if (TRAS_RECORD (places->pdata[i])->id == id)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Where most of the firm's latest movements began or ended: all that is known of an item that never
 * moved. */
static guint
find_busiest (TrasItemStock *self,
              GPtrArray     *places)
{
  g_autofree guint *counts = g_new0 (guint, places->len);
  guint best = 0;

  for (guint i = 0; self->latest != NULL && i < self->latest->len; i++)
    {
      TrasMovement *movement = self->latest->pdata[i];
      guint position;

      if (find_place (places, movement->from_id, &position) ||
          find_place (places, movement->to_id, &position))
        counts[position]++;
    }
  for (guint i = 1; i < places->len; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return best;
}

/**
 * tras_item_stock_find_last_used:
 * @self: an item's stock
 * @places: (element-type TrasLocation): places to choose from
 * @is_to: whether a place is looked for that the item goes to
 *
 * The last place that a movement of the item left or came to is the likeliest.
 *
 * Returns: its position among @places, 0 where nothing is known
 */
guint
tras_item_stock_find_last_used (TrasItemStock *self,
                                GPtrArray     *places,
                                gboolean       is_to)
{
  guint position;

  for (guint i = self->ledger->len; i > 0; i--)
    {
      TrasMovement *movement = ((TrasLedgerRow *) self->ledger->pdata[i - 1])->movement;

      if (movement->reverses_id == 0 && !movement->reversed &&
          find_place (places, is_to ? movement->to_id : movement->from_id, &position))
        return position;
    }

  return find_busiest (self, places);
}

/**
 * tras_item_stock_dup_places:
 * @self: an item's stock
 * @kind: a kind of place
 *
 * Returns: (transfer full) (element-type TrasLocation): the places of that kind, by name
 */
GPtrArray *
tras_item_stock_dup_places (TrasItemStock *self,
                            const char    *kind)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->places->len; i++)
    {
      if (g_strcmp0 (((TrasLocation *) self->places->pdata[i])->kind, kind) == 0)
        g_ptr_array_add (places, g_object_ref (self->places->pdata[i]));
    }

  return places;
}
