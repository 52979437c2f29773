/* bench-to-buy.c: what there is to buy and what will run out of 50,000 items, against 5,000
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two firms, one with ten times as many items as the other, from 50 suppliers, all of them used in
 * the last weeks, one in ten so much that it is at its level and runs out. Reads what is to be
 * bought, makes the drafts of it, and finds what runs out: ten times as long is in proportion.
 * Prints medians in CPU time.
 */

#include "config.h"

#include "bench-firm.h"
#include "tras-movement.h"
#include "tras-running-out.h"
#include "tras-to-buy.h"

#define N_SUPPLIERS 50
#define LOW_EVERY 10

/* 2026-11-20 */
#define TODAY 20777

static gint64
find_place (TrasDb     *db,
            const char *kind)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (TrasRecord) place = NULL;
  g_autoptr (GError) error = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
  place = tras_db_find (db, query, &error);
  bench_check (error);

  return place->id;
}

static void
move (TrasDb *db,
      gint64  item_id,
      gint64  from,
      gint64  to,
      gint64  quantity,
      TrasDay on)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item_id;
  movement->from_id = from;
  movement->to_id = to;
  movement->quantity = quantity;
  movement->moved_on = on;
  movement->cause = "count";
  bench_insert (db, movement);
}

static void
fill (TrasDb *db,
      guint   n_items)
{
  gint64 supplier_place = find_place (db, "supplier"), inside = find_place (db, "inside");
  gint64 customers = find_place (db, "customer");

  for (guint i = 0; i < N_SUPPLIERS; i++)
    {
      TrasSupplier *supplier = tras_supplier_new ();

      supplier->name = g_strdup_printf ("Supplier %u", i);
      bench_insert (db, supplier);
    }
  for (guint i = 0; i < n_items; i++)
    {
      TrasItem *item = tras_item_new ();
      gint64 id;

      item->sku = g_strdup_printf ("%06u", i);
      item->name = g_strdup_printf ("Item of some length %u", i);
      item->supplier_id = 1 + i % N_SUPPLIERS;
      item->reorder_at = i % LOW_EVERY == 0 ? 5000 : -1;
      item->reorder_to = 20000;
      id = bench_insert (db, item);
      move (db, id, supplier_place, inside, 100000, TODAY - 80);
      move (db, id, inside, customers, i % LOW_EVERY == 0 ? 97000 : 10000, TODAY - 5);
    }
}

static double
time_load (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasToBuy) to_buy = NULL;
  double start = bench_cpu_ms ();

  to_buy = tras_to_buy_load (db, &error);
  bench_check (error);

  return bench_cpu_ms () - start;
}

static double
time_drafts (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasToBuy) to_buy = tras_to_buy_load (db, &error);
  g_autoptr (TrasEdit) edit = NULL;
  double start;

  bench_check (error);
  start = bench_cpu_ms ();
  edit = tras_to_buy_make_drafts (to_buy, TODAY);

  return bench_cpu_ms () - start;
}

static double
time_running_out (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  double start = bench_cpu_ms ();

  found = tras_running_out_load (db, 0, TODAY, &error);
  bench_check (error);

  return bench_cpu_ms () - start;
}

int
main (void)
{
  BenchFirms firms;

  bench_print_machine ("GLib");
  bench_firms_init (&firms, "items", 5000, 50000, fill);
  bench_firms_compare (&firms, "What to buy", time_load);
  bench_firms_compare (&firms, "Drafts", time_drafts);
  bench_firms_compare (&firms, "What will run out", time_running_out);
  bench_firms_clear (&firms);

  return 0;
}
