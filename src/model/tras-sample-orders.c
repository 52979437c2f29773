/* tras-sample-orders.c: the sample's customers and what they order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-item.h"
#include "tras-sale.h"
#include "tras-sample-private.h"

static gboolean
complete_sale (TrasSample  *sample,
               const char  *group,
               gpointer     record,
               GError     **error)
{
  TrasSale *sale = record;
  TrasDay picked = tras_sample_get_day (sample, group, "picked");

  sale->taken_on = tras_sample_get_day (sample, group, "taken");
  sale->promised_on = tras_sample_get_day (sample, group, "promised");
  sale->picked_at = picked != TRAS_DAY_NONE ? tras_sample_get_instant (picked) : TRAS_NULL;
  sale->shipped_on = tras_sample_get_day (sample, group, "shipped");
  sale->billed_on = tras_sample_get_day (sample, group, "billed");
  sale->paid_on = tras_sample_get_day (sample, group, "paid");
  if (sale->paid_on != TRAS_DAY_NONE)
    sale->state = "closed";

  return tras_sample_refer (sample, group, "customer", "customer", &sale->customer_id, error);
}

/* What is still to go is never more than is there. */
static gboolean
add_line (TrasSample  *sample,
          TrasSale    *sale,
          const char  *item_key,
          gint64       units,
          GError     **error)
{
  g_autoptr (TrasSaleLine) line = tras_sale_line_new ();
  g_autoptr (TrasItem) item = NULL;
  gint64 id;

  if (!tras_sample_find (sample, "item", item_key, &id, error) ||
      (item = tras_db_load (sample->db, TRAS_TYPE_ITEM, id, error)) == NULL)
    return FALSE;

  line->sale_id = TRAS_RECORD (sale)->id;
  line->item_id = id;
  line->quantity = units * 1000;
  line->price = item->price;
  if (sale->shipped_on != TRAS_DAY_NONE)
    line->shipped = line->quantity;
  else
    line->quantity = MIN (line->quantity, MAX (item->available, 0) / 1000 * 1000);

  return line->quantity == 0 || tras_db_insert (sample->db, line, error);
}

static gboolean
add_lines (TrasSample  *sample,
           const char  *group,
           GError     **error)
{
  g_auto (GStrv) items = tras_sample_dup_list (sample, group, "items");
  g_auto (GStrv) quantities = tras_sample_dup_list (sample, group, "quantities");
  g_autoptr (TrasSale) sale = NULL;
  g_autoptr (TrasSale) billed = NULL;
  gint64 id;

  if (!tras_sample_find (sample, "order", tras_sample_get_key (group), &id, error) ||
      (sale = tras_db_load (sample->db, TRAS_TYPE_SALE, id, error)) == NULL)
    return FALSE;
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (!add_line (sample, sale, items[i], g_ascii_strtoll (quantities[i], NULL, 10), error))
        return FALSE;
    }
  if (sale->billed_on == TRAS_DAY_NONE)
    return TRUE;

  billed = tras_db_load (sample->db, TRAS_TYPE_SALE, id, error);
  if (billed == NULL)
    return FALSE;
  billed->total = billed->money;
  billed->due_on = billed->billed_on + (TrasDay) billed->pay_days;

  return tras_db_update (sample->db, billed, error);
}

/**
 * tras_sample_fill_orders:
 * @self: a sample with items and their movements
 * @error: where to put the error
 *
 * Stores customers and their orders. What was shipped is history: the year's movements have it.
 */
gboolean
tras_sample_fill_orders (TrasSample  *self,
                         GError     **error)
{
  g_autoptr (GPtrArray) orders = tras_sample_list_groups (self, "order");

  if (!tras_sample_add_all (self, "customer", TRAS_TYPE_CUSTOMER, NULL, error) ||
      !tras_sample_add_all (self, "order", TRAS_TYPE_SALE, complete_sale, error))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      if (!add_lines (self, orders->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
