/* test-shipment.c: orders that are sent, all at once or in parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-sale-steps.h"
#include "tras-shipment.h"

#define TODAY "2026-11-21"

typedef struct
{
  Fixture base;
  gint64 item;
  gint64 service;
  gint64 sale;
} Shop;

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
stock (Shop   *shop,
       gint64  place,
       gint64  units)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = shop->item;
  movement->from_id = find_place (&shop->base, "supplier");
  movement->to_id = place;
  movement->quantity = units * 1000;
  movement->moved_on = day ("2026-11-02");
  movement->cause = "opening";
  insert (&shop->base, movement);
}

static gint64
make_item (Shop       *shop,
           const char *name,
           gboolean    stocked)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup (name);
  item->name = g_strdup (name);
  item->stocked = stocked;

  return insert (&shop->base, item);
}

static void
add_line (Shop   *shop,
          gint64  item_id,
          gint64  units)
{
  TrasSaleLine *line = tras_sale_line_new ();

  line->sale_id = shop->sale;
  line->item_id = item_id;
  line->quantity = units * 1000;
  line->price = 500;
  insert (&shop->base, line);
}

/* 30 of an item of which 12 are here in two places, and something that is not kept in stock. */
static void
set_up (Shop          *shop,
        gconstpointer  data)
{
  TrasCustomer *customer = tras_customer_new ();
  TrasLocation *attic = tras_location_new ();
  TrasSale *sale = tras_sale_new ();

  fixture_set_up (&shop->base, data);
  customer->name = g_strdup ("Dora");
  sale->customer_id = insert (&shop->base, customer);
  sale->code = g_strdup ("S-1");
  sale->taken_on = day ("2026-11-10");
  sale->promised_on = day ("2026-11-20");
  shop->sale = insert (&shop->base, sale);
  shop->item = make_item (shop, "Tea", TRUE);
  shop->service = make_item (shop, "Advice", FALSE);
  attic->name = g_strdup ("Attic");
  attic->kind = "inside";
  stock (shop, find_place (&shop->base, "inside"), 7);
  stock (shop, insert (&shop->base, attic), 5);
  add_line (shop, shop->item, 30);
  add_line (shop, shop->service, 1);
}

static void
tear_down (Shop          *shop,
           gconstpointer  data)
{
  fixture_tear_down (&shop->base, data);
}

static TrasShipment *
load (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  TrasShipment *shipment = tras_shipment_load (shop->base.db, shop->sale, &error);

  g_assert_no_error (error);

  return shipment;
}

static gboolean
ship (Shop         *shop,
      const gint64 *quantities)
{
  g_autoptr (TrasShipment) shipment = load (shop);
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  guint refused;

  if (!tras_shipment_check (shipment, quantities, &refused, &error))
    {
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
      return FALSE;
    }

  edit = tras_shipment_make_edit (shipment, quantities);
  g_assert_true (tras_follow_up_check (edit, shop->base.db, &error));
  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);

      if (record->id != 0)
        g_assert_true (tras_db_update (shop->base.db, record, &error));
      else
        g_assert_true (tras_db_insert (shop->base.db, record, &error));
    }
  g_assert_no_error (error);

  return TRUE;
}

static void
assert_order (Shop       *shop,
              const char *stage,
              gint64      on_hand,
              gint64      reserved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSale) sale = tras_db_load (shop->base.db, TRAS_TYPE_SALE, shop->sale, &error);
  g_autoptr (TrasItem) item = NULL;

  g_assert_no_error (error);
  item = tras_db_load (shop->base.db, TRAS_TYPE_ITEM, shop->item, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sale->stage, ==, stage);
  g_assert_cmpint (item->on_hand, ==, on_hand * 1000);
  g_assert_cmpint (item->reserved, ==, reserved * 1000);
  g_assert_cmpint (sale->shipped_on, ==,
                   g_str_equal (stage, "shipped") ? tras_day_today () : TRAS_DAY_NONE);
}

static void
test_parts (Shop          *shop,
            gconstpointer  data)
{
  const gint64 part[] = { 10000, 0 }, more[] = { 2000, 1000 }, rest[] = { 18000 };
  g_autoptr (TrasShipment) shipment = load (shop);
  TrasShipmentLine *line = shipment->lines->pdata[0];
  TrasSaleStep step;
  g_autoptr (TrasSale) sale = NULL;

  g_assert_cmpuint (shipment->lines->len, ==, 2);
  g_assert_cmpint (line->left, ==, 30000);
  g_assert_cmpint (line->can, ==, 12000);
  line = shipment->lines->pdata[1];
  g_assert_cmpint (line->can, ==, 1000);

  /* From one place after the other. */
  g_assert_true (ship (shop, part));
  assert_order (shop, "part", 2, 20);
  sale = tras_db_load (shop->base.db, TRAS_TYPE_SALE, shop->sale, NULL);
  g_assert_true (tras_sale_get_next (sale, &step));
  g_assert_cmpint (step, ==, TRAS_SALE_PICK);
  g_assert_true (tras_sale_is_late (sale, day (TODAY)));
  g_assert_true (ship (shop, more));
  assert_order (shop, "part", 0, 18);

  /* Only what is left is asked for, and the last of it is the order's day. */
  g_assert_false (ship (shop, rest));
  stock (shop, find_place (&shop->base, "inside"), 20);
  g_assert_true (ship (shop, rest));
  assert_order (shop, "shipped", 2, 0);
}

static void
test_whole (Shop          *shop,
            gconstpointer  data)
{
  g_assert_false (ship (shop, NULL));
  stock (shop, find_place (&shop->base, "inside"), 18);
  g_assert_true (ship (shop, NULL));
  assert_order (shop, "shipped", 0, 0);
}

static void
test_refused (Shop          *shop,
              gconstpointer  data)
{
  const gint64 nothing[] = { 0, 0 }, less[] = { -1, 0 }, many[] = { 13000, 0 }, two[] = { 0, 2000 };

  g_assert_false (ship (shop, nothing));
  g_assert_false (ship (shop, less));
  g_assert_false (ship (shop, many));
  g_assert_false (ship (shop, two));
  assert_order (shop, "entered", 12, 30);
}

/* What was sent is sent: the line cannot be less or go away, and the order is not canceled. With
 * its lines changed to what was sent it is shipped, and billed for that. */
static void
test_enough (Shop          *shop,
             gconstpointer  data)
{
  const gint64 part[] = { 10000, 1000 };
  g_autoptr (TrasShipment) shipment = NULL;
  g_autoptr (TrasEdit) less = tras_edit_new ("less");
  g_autoptr (TrasEdit) gone = tras_edit_new ("gone");
  g_autoptr (TrasEdit) cancel = NULL;
  g_autoptr (TrasSale) sale = NULL;
  g_autoptr (GError) error = NULL;
  TrasSaleLine *line;

  g_assert_true (ship (shop, part));
  shipment = load (shop);
  line = ((TrasShipmentLine *) shipment->lines->pdata[0])->line;
  tras_edit_delete (gone, line);
  g_assert_false (tras_follow_up_check (gone, shop->base.db, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  cancel = tras_sale_step_prepare (shop->base.db, shop->sale, TRAS_SALE_CANCEL, &error);
  g_assert_null (cancel);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);

  line->quantity = 9999;
  tras_edit_update (less, line);
  g_assert_false (tras_follow_up_check (less, shop->base.db, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  line->quantity = 10000;
  g_assert_true (tras_db_update (shop->base.db, line, &error));
  g_assert_true (ship (shop, NULL));
  assert_order (shop, "shipped", 2, 0);
  sale = tras_db_load (shop->base.db, TRAS_TYPE_SALE, shop->sale, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sale->money, ==, 5500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
#define ADD(name, test) g_test_add ("/shipment/" name, Shop, NULL, set_up, test, tear_down)
  ADD ("parts", test_parts);
  ADD ("whole", test_whole);
  ADD ("refused", test_refused);
  ADD ("enough", test_enough);
#undef ADD

  return g_test_run ();
}
