/* test-running-out.c: items that will run out unless somebody orders them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-model-fixture.h"
#include "tras-movement.h"
#include "tras-purchase.h"
#include "tras-running-out.h"
#include "tras-sale.h"
#include "tras-stock-use.h"
#include "tras-stock.h"

/* A Saturday. */
#define TODAY "2026-11-21"

static gint64
find_place (Fixture    *fixture,
            const char *kind)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (TrasRecord) place = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
  place = tras_db_find (fixture->db, query, NULL);

  return place->id;
}

static gint64
move (Fixture    *fixture,
      gint64      item_id,
      const char *from,
      const char *to,
      gint64      units,
      TrasDay     on)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item_id;
  movement->from_id = find_place (fixture, from);
  movement->to_id = find_place (fixture, to);
  movement->quantity = units * 1000;
  movement->moved_on = on;
  movement->cause = "count";

  return insert (fixture, movement);
}

/* So many units are there since the first of the days that use is taken from. */
static gint64
make_item (Fixture    *fixture,
           const char *name,
           gint64      units,
           gint64      lead_days)
{
  TrasItem *item = tras_item_new ();
  gint64 id;

  item->sku = g_strdup (name);
  item->name = g_strdup (name);
  g_free (item->unit);
  item->unit = g_strdup ("pcs");
  item->lead_days = lead_days;
  item->pack = 10000;
  id = insert (fixture, item);
  move (fixture, id, "supplier", "inside", units, day (TODAY) - TRAS_STOCK_USE_DAYS);

  return id;
}

static void
promise (Fixture    *fixture,
         gint64      item_id,
         gint64      units,
         const char *on)
{
  TrasCustomer *customer = tras_customer_new ();
  TrasSale *sale = tras_sale_new ();
  TrasSaleLine *line = tras_sale_line_new ();

  customer->name = g_strdup ("Dora");
  sale->customer_id = insert (fixture, customer);
  sale->taken_on = day ("2026-11-02");
  sale->promised_on = day (on);
  line->sale_id = insert (fixture, sale);
  line->item_id = item_id;
  line->quantity = units * 1000;
  insert (fixture, line);
}

/* Each item with its sentence, a line each. */
static char *
dup_words (Fixture *fixture,
           gint64   item_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
    tras_running_out_load (fixture->db, item_id, day (TODAY), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      TrasRunningOut *self = found->pdata[i];
      g_autofree char *words = tras_running_out_dup_words (self, day (TODAY));

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", self->item->name, words);
    }

  return g_string_free (text, FALSE);
}

static void
assert_words (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *words = dup_words (fixture, 0);

  g_assert_cmpstr (words, ==, expected);
}

/* The day, what is missing, and how much to order by when. */
static void
test_promised (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 tea = make_item (fixture, "Tea", 18, 5);
  gint64 rum = make_item (fixture, "Rum", 6, 30);
  g_autofree char *one = NULL;

  assert_words (fixture, "");
  promise (fixture, tea, 30, "2026-12-03");
  assert_words (fixture, "Tea: Runs out on 3 Dec 2026; 12 pcs will be missing on 3 Dec 2026. "
                         "Order 20 pcs on 28 Nov 2026 at the latest.");
  /* To the last piece: nothing is missing, and nothing is left. */
  promise (fixture, rum, 6, "2026-11-26");
  assert_words (fixture, "Rum: Runs out on Thursday. Order 10 pcs at once: they would come on "
                         "21 Dec 2026.\n"
                         "Tea: Runs out on 3 Dec 2026; 12 pcs will be missing on 3 Dec 2026. "
                         "Order 20 pcs on 28 Nov 2026 at the latest.");
  one = dup_words (fixture, rum);
  g_assert_true (g_str_has_prefix (one, "Rum"));
  g_assert_null (strstr (one, "Tea"));

  /* What is out is no longer running out. */
  move (fixture, rum, "inside", "scrap", 6, day (TODAY));
  g_free (one);
  one = dup_words (fixture, rum);
  g_assert_cmpstr (one, ==, "");
}

/* What is on its way in time helps; what is late has no day. */
static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 tea = make_item (fixture, "Tea", 18, 5);
  TrasSupplier *supplier = tras_supplier_new ();
  TrasPurchase *purchase = tras_purchase_new ();
  TrasPurchaseLine *line = tras_purchase_line_new ();
  g_autoptr (TrasPurchaseLine) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id;

  promise (fixture, tea, 30, "2026-12-03");
  supplier->name = g_strdup ("Mill");
  purchase->supplier_id = insert (fixture, supplier);
  purchase->state = "sent";
  purchase->made_on = purchase->sent_on = day ("2026-11-10");
  line->purchase_id = insert (fixture, purchase);
  line->item_id = tea;
  line->quantity = 13000;
  line->promised_on = day ("2026-12-03");
  id = insert (fixture, line);
  assert_words (fixture, "");

  stored = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE, id, &error);
  g_assert_no_error (error);
  stored->promised_on = day ("2026-11-20");
  tras_db_update (fixture->db, stored, &error);
  g_assert_no_error (error);
  words = dup_words (fixture, 0);
  g_assert_true (g_str_has_prefix (words, "Tea"));
}

/* 91 used in the quarter, a tenth of it reversed: the same pace as the item's pane shows. */
static void
test_use (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 tea = make_item (fixture, "Tea", 120, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStockLevel) level = NULL;
  g_autoptr (GArray) uses = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *words = NULL;
  TrasMovement *back = tras_movement_new ();
  const TrasStockUse *use;

  move (fixture, tea, "inside", "customer", 91, day ("2026-10-01"));
  move (fixture, tea, "inside", "scrap", 5, day ("2026-10-01"));
  back->reverses_id = move (fixture, tea, "inside", "use", 9, day ("2026-10-02"));
  back->item_id = tea;
  back->from_id = find_place (fixture, "use");
  back->to_id = find_place (fixture, "inside");
  back->quantity = 9000;
  back->moved_on = day ("2026-10-02");
  back->cause = "undo";
  insert (fixture, back);
  /* Out for ten days, which say nothing of what would have been used. */
  move (fixture, tea, "inside", "scrap", 24, day ("2026-10-05"));
  move (fixture, tea, "supplier", "inside", 17, day ("2026-10-15"));

  uses = tras_stock_use_load (fixture->db, 0, day (TODAY) - TRAS_STOCK_USE_DAYS, day (TODAY),
                              &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uses->len, ==, 1);
  use = &g_array_index (uses, TrasStockUse, 0);
  g_assert_cmpint (use->used, ==, 91000);
  g_assert_cmpint (use->days, ==, 81);
  level = tras_stock_load_level (fixture->db, tea, day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon ((double) use->used / use->days, level->use_per_day, 1e-9);

  /* 91/81 a day: 17 last until the 16th day, and 10 + 7 days are looked at. */
  found = tras_running_out_load (fixture->db, 0, day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((TrasRunningOut *) found->pdata[0])->run_out.on, ==, day (TODAY) + 16);
  words = tras_running_out_dup_words (found->pdata[0], day (TODAY));
  /* 91 × 17 / 81 − 17 are 2.1, of which nobody has a tenth. */
  g_assert_cmpstr (words, ==, "Runs out on 7 Dec 2026; 3 pcs will be missing on 8 Dec 2026. Order "
                              "10 pcs on Friday at the latest.");
}

/* Whatever the numbers are, what is left out without a closer look does not run out. */
static void
test_nothing_missed (Fixture       *fixture,
                     gconstpointer  data)
{
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Item %d", i);
      gint64 lead = g_test_rand_int_range (0, 25);
      gint64 units = g_test_rand_int_range (1, 200);
      gint64 used = g_test_rand_int_range (0, (gint32) units);
      gint64 wanted = g_test_rand_int_range (0, 60);
      gint64 id = make_item (fixture, name, units, lead);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = NULL;
      TrasPromiseStep step = { day ("2026-12-01"), -wanted * 1000 };
      TrasRunOut run_out;
      gboolean runs_out;

      if (used > 0)
        move (fixture, id, "inside", "customer", used, day ("2026-11-01"));
      if (wanted > 0)
        promise (fixture, id, wanted, "2026-12-01");
      runs_out = tras_run_out_find ((units - used) * 1000, &step, wanted > 0, used * 1000,
                                    TRAS_STOCK_USE_DAYS, day (TODAY), (int) lead, &run_out);
      found = tras_running_out_load (fixture->db, id, day (TODAY), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, runs_out);
      if (runs_out)
        g_assert_cmpint (((TrasRunningOut *) found->pdata[0])->run_out.on, ==, run_out.on);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
#define ADD(name, test) \
  g_test_add ("/running-out/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("promised", test_promised);
  ADD ("due", test_due);
  ADD ("use", test_use);
  ADD ("nothing-missed", test_nothing_missed);
#undef ADD

  return g_test_run ();
}
