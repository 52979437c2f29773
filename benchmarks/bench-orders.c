/* bench-orders.c: what 100,000 orders take, against 10,000
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two firms with 1,000 items and 500 customers, one with 10,000 orders of three lines and one with
 * ten times as many; of both all but the newest 200 are paid. What may be promised of one item,
 * what may be sold of all, the orders that are late, and the median of the days to ship, each in
 * CPU time. Ten times as long is in proportion; what can be promised follows the open orders alone.
 */

#include "config.h"

#include "bench-firm.h"
#include "tras-movement.h"
#include "tras-outlook.h"
#include "tras-sale-feed.h"
#include "tras-sale.h"

#define N_ITEMS 1000
#define N_CUSTOMERS 500
#define N_OPEN 200
#define N_LINES 3
#define N_ROUNDS 21

/* 2026-11-20, a Friday. */
#define TODAY 20777

static void
add_order (TrasDb  *db,
           guint    place,
           gboolean open)
{
  TrasSale *sale = tras_sale_new ();
  TrasDay taken = TODAY - 10 - (TrasDay) (open ? 0 : place % 1000);
  gint64 id;

  sale->customer_id = 1 + place % N_CUSTOMERS;
  sale->taken_on = taken;
  sale->promised_on = taken + 5;
  if (!open)
    {
      sale->shipped_on = taken + (TrasDay) (place % 9);
      sale->billed_on = sale->shipped_on;
      sale->due_on = sale->billed_on + 30;
      sale->paid_on = sale->billed_on + (TrasDay) (place % 40);
      sale->total = 1000 + place;
      sale->state = "closed";
    }
  id = bench_insert (db, sale);
  for (guint i = 0; i < N_LINES; i++)
    {
      TrasSaleLine *line = tras_sale_line_new ();

      line->sale_id = id;
      line->item_id = 1 + (place * 7 + i * 331) % N_ITEMS;
      line->quantity = 1000;
      line->shipped = open ? 0 : 1000;
      line->price = 250;
      bench_insert (db, line);
    }
}

static void
fill (TrasDb *db,
      guint   n_orders)
{
  for (guint i = 0; i < N_ITEMS; i++)
    {
      TrasItem *item = tras_item_new ();

      item->sku = g_strdup_printf ("%04u", i);
      item->name = g_strdup_printf ("Item %u", i);
      bench_insert (db, item);
    }
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      TrasCustomer *customer = tras_customer_new ();

      customer->name = g_strdup_printf ("Customer %u", i);
      bench_insert (db, customer);
    }
  for (guint i = 0; i < n_orders; i++)
    add_order (db, i, i + N_OPEN >= n_orders);
}

static double
time_one (TrasDb *db)
{
  double start = bench_cpu_ms ();

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasOutlook) outlook = tras_outlook_load (db, 1 + i, 0, TODAY, &error);

      bench_check (error);
    }

  return (bench_cpu_ms () - start) / N_ROUNDS;
}

static double
time_all (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  double start = bench_cpu_ms ();
  g_autoptr (GPtrArray) outlooks = tras_outlook_load_all (db, TODAY, &error);

  bench_check (error);

  return bench_cpu_ms () - start;
}

static double
time_late (TrasDb *db)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE);
  g_autoptr (GError) error = NULL;
  double start;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
  tras_query_where_null (query, "shipped_on", TRUE);
  tras_query_where_date (query, "promised_on", TRAS_QUERY_LT, TODAY);
  start = bench_cpu_ms ();
  tras_db_count (db, query, &error);
  bench_check (error);

  return bench_cpu_ms () - start;
}

static double
time_median (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  gint32 last = tras_period_index (TRAS_EVERY_WEEK, TODAY) - 1;
  double start = bench_cpu_ms ();
  g_autoptr (GArray) points =
    tras_sale_feed_load (tras_feed_find ("sales.days-to-ship", NULL), db, TRAS_EVERY_WEEK,
                         last - 100, last, &error);

  bench_check (error);

  return bench_cpu_ms () - start;
}

int
main (void)
{
  BenchFirms firms;

  bench_print_machine ("SQLite");
  bench_firms_init (&firms, "orders", 10000, 100000, fill);
  bench_firms_compare (&firms, "What one item can promise", time_one);
  bench_firms_compare (&firms, "What may be sold of all items", time_all);
  bench_firms_compare (&firms, "Orders that are late", time_late);
  bench_firms_compare (&firms, "Median days to ship, 100 weeks", time_median);
  bench_firms_clear (&firms);

  return 0;
}
