/* test-deviation-about.c: deviations that are made of orders and stock-outs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-deviation-about.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-item.h"
#include "tras-model-fixture.h"
#include "tras-movement.h"
#include "tras-sale.h"
#include "tras-stockout.h"

#define TODAY "2026-11-21"

static gint64
make_order (Fixture    *fixture,
            const char *promised_on)
{
  TrasCustomer *customer = tras_customer_new ();
  TrasSale *sale = tras_sale_new ();

  customer->name = g_strdup ("Dora");
  sale->code = g_strdup ("S-1");
  sale->customer_id = insert (fixture, customer);
  sale->taken_on = day ("2026-11-02");
  sale->promised_on = day (promised_on);

  return insert (fixture, sale);
}

static gint64
make_feed (Fixture    *fixture,
           const char *source)
{
  TrasIndicator *indicator = make_indicator (source, "down", "sum");

  g_free (indicator->source);
  indicator->source = g_strdup (source);

  return insert (fixture, indicator);
}

static TrasDeviationAbout *
load (Fixture *fixture,
      GType    type,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasDeviationAbout *about =
    tras_deviation_about_load (fixture->db, type, id, day (TODAY), &error);

  g_assert_no_error (error);

  return about;
}

static void
change (Fixture    *fixture,
        gint64      id,
        const char *field,
        const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSale) sale = tras_db_load (fixture->db, TRAS_TYPE_SALE, id, &error);

  g_assert_no_error (error);
  if (g_str_equal (field, "bill_error"))
    sale->bill_error = g_strdup (value);
  else if (g_str_equal (field, "picked_at"))
    sale->picked_at = (gint64) day (value) * 24 * 60 * 60;
  else if (g_str_equal (field, "shipped_on"))
    sale->shipped_on = day (value);
  else
    {
      sale->billed_on = day ("2026-11-03");
      sale->due_on = day (value);
    }
  tras_db_update (fixture->db, sale, &error);
  g_assert_no_error (error);
}

static void
assert_fact (Fixture    *fixture,
             gint64      id,
             const char *fact,
             gint64      indicator)
{
  g_autoptr (TrasDeviationAbout) about = load (fixture, TRAS_TYPE_SALE, id);

  g_assert_cmpuint (about->deviations->len, ==, 0);
  g_assert_null (about->proposal);
  g_assert_cmpstr (about->draft->fact, ==, fact);
  g_assert_cmpstr (about->draft->origin, ==, "person");
  g_assert_cmpint (about->draft->sale_id, ==, id);
  g_assert_cmpint (about->draft->indicator_id, ==, indicator);
}

/* What came last is told, with the indicator that counts it. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 wrong = make_feed (fixture, "sales.wrong-bills");
  gint64 id = make_order (fixture, "2026-11-30");
  g_autoptr (TrasDeviationAbout) about = NULL;

  assert_fact (fixture, id, "Order S-1:", 0);
  about = load (fixture, TRAS_TYPE_SALE, id);
  /* Whoever counts wrong bills answers for orders. */
  g_assert_cmpint (about->draft->area_id, ==, 1);
  g_assert_cmpint (about->draft->owner_id, ==, 1);
  g_clear_pointer (&about, tras_deviation_about_free);
  change (fixture, id, "picked_at", "2026-12-01");
  assert_fact (fixture, id, "Order S-1 was promised for 30 Nov 2026 and picked on 1 Dec 2026", 0);
  change (fixture, id, "due_on", "2026-11-10");
  assert_fact (fixture, id, "The bill of order S-1 was due on 10 Nov 2026 and is not paid", 0);
  change (fixture, id, "bill_error", "two of three");
  assert_fact (fixture, id, "Wrong bill of order S-1: two of three", wrong);

  about = load (fixture, TRAS_TYPE_SALE, id);
  g_assert_cmpint (about->draft->area_id, ==, 1);
  g_assert_cmpint (about->draft->owner_id, ==, 1);
  /* The week of the bill. */
  g_assert_cmpint (about->draft->period_on, ==, day ("2026-11-02"));
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 late = make_feed (fixture, "sales.late-share");
  gint64 id = make_order (fixture, "2026-11-10");

  assert_fact (fixture, id, "Order S-1 was promised for 10 Nov 2026 and is not shipped", late);
  change (fixture, id, "shipped_on", "2026-11-12");
  assert_fact (fixture, id, "Order S-1 was promised for 10 Nov 2026 and shipped on 12 Nov 2026",
               late);
}

static gboolean
check (Fixture       *fixture,
       TrasDeviation *deviation)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("new");
  g_autoptr (GError) error = NULL;
  gboolean ok;

  tras_edit_insert (edit, deviation);
  ok = tras_follow_up_check (edit, fixture->db, &error);
  if (!ok)
    g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);

  return ok;
}

/* As long as one is open there is no second one, whoever writes it; later there may be. */
static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = make_order (fixture, "2026-11-10");
  g_autoptr (TrasDeviationAbout) before = load (fixture, TRAS_TYPE_SALE, id);
  g_autoptr (TrasDeviationAbout) open = NULL;
  g_autoptr (TrasDeviationAbout) closed = NULL;
  g_autoptr (TrasDeviation) second = NULL;
  g_autoptr (TrasDeviation) stored = NULL;
  g_autoptr (GError) error = NULL;

  before->draft->area_id = before->draft->owner_id = 1;
  second = tras_record_dup (before->draft);
  g_assert_true (check (fixture, before->draft));
  insert (fixture, g_object_ref (before->draft));

  open = load (fixture, TRAS_TYPE_SALE, id);
  g_assert_null (open->draft);
  g_assert_cmpuint (open->deviations->len, ==, 1);
  g_assert_false (check (fixture, second));

  stored = tras_db_load (fixture->db, TRAS_TYPE_DEVIATION,
                         TRAS_RECORD (open->deviations->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->about, ==, "S-1");
  stored->state = "closed";
  stored->closed_on = day (TODAY);
  stored->effective = "yes";
  stored->cause = g_strdup ("ill");
  stored->evidence = g_strdup ("none since");
  tras_db_update (fixture->db, stored, &error);
  g_assert_no_error (error);
  closed = load (fixture, TRAS_TYPE_SALE, id);
  g_assert_nonnull (closed->draft);
  g_assert_cmpuint (closed->deviations->len, ==, 1);
  g_assert_true (check (fixture, second));
}

/* ---- stock-outs ---- */

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

static void
move (Fixture    *fixture,
      gint64      item_id,
      const char *from,
      const char *to,
      TrasDay     on)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item_id;
  movement->from_id = find_place (fixture, from);
  movement->to_id = find_place (fixture, to);
  movement->quantity = 1000;
  movement->moved_on = on;
  movement->cause = "count";
  insert (fixture, movement);
}

/* In on a day and out two days later. */
static void
run_out (Fixture *fixture,
         gint64   item_id,
         TrasDay  on)
{
  move (fixture, item_id, "supplier", "inside", on - 2);
  move (fixture, item_id, "inside", "customer", on);
}

static gint64
make_item (Fixture *fixture)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup ("TEA");
  item->name = g_strdup ("Tea");

  return insert (fixture, item);
}

static gint64
find_newest (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);
  g_autoptr (GPtrArray) stockouts = NULL;

  tras_query_order (query, "from_at", FALSE);
  stockouts = tras_db_select (fixture->db, query, NULL);

  return TRAS_RECORD (stockouts->pdata[stockouts->len - 1])->id;
}

/* Every four weeks is what there is; one after five days is proposed, and what it was made of can
 * be unmade. */
static void
test_stockout (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 item = make_item (fixture);
  TrasDay first = day ("2025-01-06");
  g_autoptr (TrasDeviationAbout) usual = NULL;
  g_autoptr (TrasDeviationAbout) sooner = NULL;
  g_autoptr (TrasDeviation) stored = NULL;
  g_autoptr (TrasStockout) stockout = NULL;
  g_autoptr (TrasMovement) movement = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (int i = 0; i < 13; i++)
    run_out (fixture, item, first + 28 * i);
  usual = load (fixture, TRAS_TYPE_STOCKOUT, find_newest (fixture));
  g_assert_null (usual->proposal);
  g_assert_cmpstr (usual->draft->origin, ==, "person");
  g_assert_cmpstr (usual->draft->fact, ==, "“Tea” ran out on 8 Dec 2025");

  run_out (fixture, item, first + 28 * 12 + 5);
  sooner = load (fixture, TRAS_TYPE_STOCKOUT, find_newest (fixture));
  g_assert_cmpstr (sooner->proposal, ==,
                   "Stock-outs come sooner than usual: 5 days since the one before, 25 "
                   "on average.");
  g_assert_cmpstr (sooner->draft->origin, ==, "signal");

  sooner->draft->area_id = sooner->draft->owner_id = 1;
  id = insert (fixture, g_object_ref (sooner->draft));
  stored = tras_db_load (fixture->db, TRAS_TYPE_DEVIATION, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->about, ==, "Tea");
  g_assert_cmpint (stored->stockout_id, ==, find_newest (fixture));

  /* The movement is reversed and the stock-out never was; the deviation stands. */
  stockout = tras_db_load (fixture->db, TRAS_TYPE_STOCKOUT, stored->stockout_id, &error);
  g_assert_no_error (error);
  movement = tras_movement_new ();
  movement->item_id = item;
  movement->from_id = find_place (fixture, "customer");
  movement->to_id = find_place (fixture, "inside");
  movement->quantity = 1000;
  movement->moved_on = first + 28 * 12 + 5;
  movement->cause = "undo";
  movement->reverses_id = stockout->begun_by;
  insert (fixture, g_steal_pointer (&movement));
  g_clear_object (&stored);
  stored = tras_db_load (fixture->db, TRAS_TYPE_DEVIATION, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored->stockout_id, ==, 0);
  g_assert_cmpstr (stored->about, ==, "Tea");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
#define ADD(name, test) \
  g_test_add ("/deviation-about/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("order", test_order);
  ADD ("late", test_late);
  ADD ("once", test_once);
  ADD ("stockout", test_stockout);
#undef ADD

  return g_test_run ();
}
