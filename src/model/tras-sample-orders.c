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
add_bill (TrasSample  *sample,
          gint64       id,
          GError     **error)
{
  g_autoptr (TrasSale) billed = tras_db_load (sample->db, TRAS_TYPE_SALE, id, error);

  if (billed == NULL)
    return FALSE;
  billed->total = billed->money;
  billed->due_on = billed->billed_on + (TrasDay) billed->pay_days;

  return tras_db_update (sample->db, billed, error);
}

static gboolean
add_lines (TrasSample  *sample,
           const char  *group,
           GError     **error)
{
  g_auto (GStrv) items = tras_sample_dup_list (sample, group, "items");
  g_auto (GStrv) quantities = tras_sample_dup_list (sample, group, "quantities");
  g_autoptr (TrasSale) sale = NULL;
  gint64 id;

  if (!tras_sample_find (sample, "order", tras_sample_get_key (group), &id, error) ||
      (sale = tras_db_load (sample->db, TRAS_TYPE_SALE, id, error)) == NULL)
    return FALSE;
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (!add_line (sample, sale, items[i], g_ascii_strtoll (quantities[i], NULL, 10), error))
        return FALSE;
    }

  return sale->billed_on == TRAS_DAY_NONE || add_bill (sample, id, error);
}

/* ---- what the shop sold before ---- */

#define HISTORY "past_orders"

/* Orders before that are told one by one. */
#define TOLD_DAYS 16

static gboolean
add_past_order (TrasSample        *self,
                GPtrArray         *customers,
                TrasSampleRandom  *random,
                gint64             number,
                TrasDay            day,
                GError           **error)
{
  g_auto (GStrv) items = tras_sample_dup_list (self, HISTORY, "items");
  g_autoptr (TrasSale) sale = tras_sale_new ();
  guint customer = (guint) (tras_sample_random_next (random) * customers->len);
  guint first = (guint) (tras_sample_random_next (random) * g_strv_length (items));
  guint n = 1 + (guint) (tras_sample_random_next (random) * 2);
  gboolean late = tras_sample_random_next (random) * 100 <
                  (double) tras_sample_get_int (self, HISTORY, "late_percent");

  sale->code = g_strdup_printf ("W-%d", (int) (1000 + number));
  sale->taken_on = tras_sample_workday (day);
  sale->promised_on = tras_sample_workday (sale->taken_on + 5);
  sale->shipped_on = tras_sample_workday (
    sale->taken_on + (late ? 8 : 1) + (TrasDay) (tras_sample_random_next (random) * 3));
  sale->picked_at = tras_sample_get_instant (sale->shipped_on);
  sale->billed_on = sale->shipped_on;
  sale->paid_on = MIN (tras_sample_workday (sale->billed_on + 2 +
                                            (TrasDay) (tras_sample_random_next (random) * 6)),
                       tras_sample_workday (self->today));
  sale->state = "closed";
  if (!tras_sample_find (self, "customer", tras_sample_get_key (customers->pdata[customer]),
                         &sale->customer_id, error) ||
      !tras_db_insert (self->db, sale, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!add_line (self, sale, items[(first + i) % g_strv_length (items)],
                     1 + (gint64) (tras_sample_random_next (random) * 5), error))
        return FALSE;
    }

  return add_bill (self, TRAS_RECORD (sale)->id, error);
}

static gboolean
add_past_orders (TrasSample  *self,
                 GError     **error)
{
  g_autoptr (GPtrArray) customers = tras_sample_list_groups (self, "customer");
  gint64 count = tras_sample_get_int (self, HISTORY, "count");
  gint64 days = tras_sample_get_int (self, HISTORY, "days");
  TrasSampleRandom random;

  tras_sample_random_init (&random, HISTORY);
  for (gint64 i = 0; i < count; i++)
    {
      if (!add_past_order (self, customers, &random, i + 1,
                           self->today - TOLD_DAYS - (TrasDay) (days * (count - i) / count),
                           error))
        return FALSE;
    }

  return TRUE;
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

  return add_past_orders (self, error);
}
