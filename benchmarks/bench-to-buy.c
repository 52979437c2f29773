/* bench-to-buy.c: what there is to buy of 50,000 items, against 5,000
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two firms, one with ten times as many items as the other, one item in ten at its level, from 50
 * suppliers. Reads what is to be bought, and makes the drafts of it: ten times as long is in
 * proportion. Prints medians in CPU time.
 */

#include "config.h"

#include "bench-firm.h"
#include "tras-to-buy.h"

#define N_SUPPLIERS 50
#define LOW_EVERY 10

/* 2026-11-20 */
#define TODAY 20777

static void
fill (TrasDb *db,
      guint   n_items)
{
  for (guint i = 0; i < N_SUPPLIERS; i++)
    {
      TrasSupplier *supplier = tras_supplier_new ();

      supplier->name = g_strdup_printf ("Supplier %u", i);
      bench_insert (db, supplier);
    }
  for (guint i = 0; i < n_items; i++)
    {
      TrasItem *item = tras_item_new ();

      item->sku = g_strdup_printf ("%06u", i);
      item->name = g_strdup_printf ("Item of some length %u", i);
      item->supplier_id = 1 + i % N_SUPPLIERS;
      item->reorder_at = i % LOW_EVERY == 0 ? 5000 : -1;
      item->reorder_to = 20000;
      bench_insert (db, item);
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

int
main (void)
{
  BenchFirms firms;

  bench_print_machine ("GLib");
  bench_firms_init (&firms, "items", 5000, 50000, fill);
  bench_firms_compare (&firms, "What to buy", time_load);
  bench_firms_compare (&firms, "Drafts", time_drafts);
  bench_firms_clear (&firms);

  return 0;
}
