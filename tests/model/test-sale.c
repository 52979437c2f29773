/* test-sale.c: which orders can be taken, and by when what is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-movement.h"
#include "tras-outlook.h"
#include "tras-purchase.h"
#include "tras-sale-rules.h"
#include "tras-sale-steps.h"

/* A Saturday. */
#define TODAY "2026-11-21"

typedef struct
{
  Fixture base;
  gint64 item;
  gint64 customer;
  gint64 purchase;
} Shop;

static gint64
find_place (Fixture    *fixture,
            const char *kind)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasRecord) place = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
  place = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);

  return place->id;
}

static void
stock (Shop   *shop,
       gint64  item,
       gint64  units)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item;
  movement->from_id = find_place (&shop->base, "supplier");
  movement->to_id = find_place (&shop->base, "inside");
  movement->quantity = units * 1000;
  movement->moved_on = day ("2026-11-02");
  movement->cause = "opening";
  insert (&shop->base, movement);
}

/* Bought: so many units, promised for a day. */
static gint64
buy (Shop       *shop,
     gint64      units,
     const char *on)
{
  TrasPurchaseLine *line = tras_purchase_line_new ();

  line->purchase_id = shop->purchase;
  line->item_id = shop->item;
  line->quantity = units * 1000;
  line->promised_on = on != NULL ? day (on) : TRAS_DAY_NONE;

  return insert (&shop->base, line);
}

/* Six pieces of an item are there, and a purchase is under way that nothing is in yet. */
static void
set_up (Shop         *shop,
        gconstpointer data)
{
  TrasItem *item = tras_item_new ();
  TrasSupplier *supplier = tras_supplier_new ();
  TrasPurchase *purchase = tras_purchase_new ();
  TrasCustomer *customer = tras_customer_new ();

  fixture_set_up (&shop->base, data);
  supplier->name = g_strdup ("Mill");
  supplier->lead_days = 10;
  purchase->supplier_id = insert (&shop->base, supplier);
  purchase->state = "sent";
  purchase->made_on = day ("2026-11-20");
  purchase->sent_on = day ("2026-11-20");
  shop->purchase = insert (&shop->base, purchase);
  item->sku = g_strdup ("TEA");
  item->name = g_strdup ("Tea");
  g_free (item->unit);
  item->unit = g_strdup ("pcs");
  shop->item = insert (&shop->base, item);
  stock (shop, shop->item, 6);
  customer->name = g_strdup ("Dora");
  shop->customer = insert (&shop->base, customer);
}

static void
tear_down (Shop         *shop,
           gconstpointer data)
{
  fixture_tear_down (&shop->base, data);
}

static TrasSale *
make_sale (Shop       *shop,
           const char *promised_on)
{
  TrasSale *sale = tras_sale_new ();

  sale->customer_id = shop->customer;
  sale->taken_on = day ("2026-11-20");
  sale->promised_on = promised_on != NULL ? day (promised_on) : TRAS_DAY_NONE;

  return sale;
}

static TrasSaleLine *
make_line (Shop   *shop,
           gint64  units)
{
  TrasSaleLine *line = tras_sale_line_new ();

  line->item_id = shop->item;
  line->quantity = units * 1000;

  return line;
}

/* Writes an order with one line as the window does, or says why not. */
static gboolean
take (Shop         *shop,
      TrasSale     *sale,
      TrasSaleLine *line,
      char        **why)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Take order");
  g_autoptr (GError) error = NULL;

  tras_edit_insert (edit, sale);
  tras_edit_link (edit, line, "sale_id", sale);
  tras_edit_insert (edit, line);
  if (!tras_follow_up_check (edit, shop->base.db, &error))
    {
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
      g_assert_nonnull (tras_edit_get_refused (edit));
      *why = g_strdup (error->message);
      return FALSE;
    }
  insert (&shop->base, g_object_ref (sale));
  line->sale_id = TRAS_RECORD (sale)->id;
  insert (&shop->base, g_object_ref (line));

  return TRUE;
}

static TrasOutlook *
look (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  TrasOutlook *outlook = tras_outlook_load (shop->base.db, shop->item, 0, day (TODAY), &error);

  g_assert_no_error (error);

  return outlook;
}

static void
assert_words (Shop       *shop,
              gint64      units,
              const char *expected)
{
  g_autoptr (TrasOutlook) outlook = look (shop);
  g_autofree char *words = tras_outlook_dup_words (outlook, day (TODAY), units * 1000);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (Shop         *shop,
            gconstpointer data)
{
  assert_words (shop, 6, "6 pcs available");
  assert_words (shop, 7, "6 pcs available, no more on its way");
  buy (shop, 60, "2026-11-26");
  assert_words (shop, 66, "6 pcs available, 60 pcs due on Thursday, all on Thursday");
  assert_words (shop, 67, "6 pcs available, 60 pcs due on Thursday, the rest is not on its way");
  buy (shop, 40, "2026-12-24");
  assert_words (shop, 100, "6 pcs available, 60 pcs due on Thursday, all on 24 Dec 2026");
}

/* Late goods come on no day that anybody knows; what has no day comes when its supplier's orders
 * do; what is due today may come behind the customer. */
static void
test_due (Shop         *shop,
          gconstpointer data)
{
  buy (shop, 60, "2026-11-20");
  assert_words (shop, 7, "6 pcs available, no more on its way");
  buy (shop, 10, NULL);
  assert_words (shop, 16, "6 pcs available, 10 pcs due on 30 Nov 2026, all on 30 Nov 2026");
  buy (shop, 1, TODAY);
  assert_words (shop, 7, "6 pcs available, 1 pcs due on Sunday, all on Sunday");
}

/* What was promised for Thursday is nobody else's, today or later. */
static void
test_taken (Shop         *shop,
            gconstpointer data)
{
  g_autoptr (TrasSale) now = make_sale (shop, NULL);
  g_autoptr (TrasSale) later = make_sale (shop, "2026-11-26");
  g_autoptr (TrasSale) greedy = make_sale (shop, NULL);
  g_autoptr (TrasSaleLine) four = make_line (shop, 4);
  g_autoptr (TrasSaleLine) fifty = make_line (shop, 50);
  g_autoptr (TrasSaleLine) three = make_line (shop, 3);
  g_autoptr (TrasOutlook) outlook = NULL;
  g_autofree char *why = NULL;

  buy (shop, 60, "2026-11-26");
  g_assert_true (take (shop, now, four, &why));
  g_assert_true (take (shop, later, fifty, &why));
  g_assert_cmpstr (now->code, ==, "S-1");
  g_assert_false (take (shop, greedy, three, &why));
  g_assert_cmpstr (why, ==, "“Tea” cannot be promised today: 2 pcs available, 10 pcs due on "
                            "Thursday, all on Thursday");

  /* The day that the sentence names will do, knowingly. */
  outlook = look (shop);
  greedy->promised_on = tras_outlook_find_day (outlook, day (TODAY), 3000);
  g_assert_cmpint (greedy->promised_on, ==, day ("2026-11-26"));
  g_assert_true (take (shop, greedy, three, &why));
  assert_words (shop, 3, "2 pcs available, 7 pcs due on Thursday, all on Thursday");
}

static gboolean
update (Shop     *shop,
        gpointer  record,
        char    **why)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Change");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (why, g_free);
  tras_edit_update (edit, record);
  if (!tras_follow_up_check (edit, shop->base.db, &error))
    {
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
      *why = g_strdup (tras_edit_get_refused (edit));
      return FALSE;
    }
  tras_db_update (shop->base.db, record, &error);
  g_assert_no_error (error);

  return TRUE;
}

/* Only what promises more or sooner is looked at: an order that cannot be kept any more can still
 * be made smaller, later or nothing. */
static void
test_changed (Shop         *shop,
              gconstpointer data)
{
  g_autoptr (TrasSale) sale = make_sale (shop, "2026-11-26");
  g_autoptr (TrasSaleLine) line = make_line (shop, 66);
  g_autoptr (TrasPurchaseLine) bought = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  gint64 id = buy (shop, 60, "2026-11-26");

  g_assert_true (take (shop, sale, line, &why));
  line->quantity = 67000;
  g_assert_false (update (shop, line, &why));
  g_assert_cmpstr (why, ==, "quantity");
  sale->promised_on = day ("2026-11-25");
  g_assert_false (update (shop, sale, &why));
  g_assert_cmpstr (why, ==, "promised_on");

  /* The supplier does not deliver before Christmas. */
  bought = tras_db_load (shop->base.db, TRAS_TYPE_PURCHASE_LINE, id, &error);
  g_assert_no_error (error);
  bought->promised_on = day ("2026-12-24");
  g_assert_true (update (shop, bought, &why));
  line->quantity = 65000;
  g_assert_true (update (shop, line, &why));
  sale->promised_on = day ("2026-11-27");
  g_assert_true (update (shop, sale, &why));
  sale->promised_on = day ("2026-11-26");
  g_assert_false (update (shop, sale, &why));

  /* A draft promises nothing until it is opened. */
  sale->promised_on = day ("2026-11-27");
  sale->state = "draft";
  g_assert_false (tras_sale_reserves (sale));
  g_assert_true (update (shop, sale, &why));
  assert_words (shop, 6, "6 pcs available");
  sale->state = "open";
  g_assert_false (update (shop, sale, &why));
  sale->promised_on = day ("2026-12-24");
  g_assert_true (update (shop, sale, &why));
}

/* What plans hold is theirs from today on; what is not kept in stock is always there. */
static void
test_others (Shop         *shop,
             gconstpointer data)
{
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (TrasSale) sale = make_sale (shop, NULL);
  g_autoptr (TrasSaleLine) line = make_line (shop, 100000);
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;

  tras_engine_exec (tras_db_get_engine (shop->base.db),
                    "INSERT INTO reservation (item_id, quantity, cause, cause_id, made_at) "
                    "VALUES (1, 2000, 'plan', 1, 0)", &error);
  g_assert_no_error (error);
  assert_words (shop, 5, "4 pcs available, no more on its way");

  item = tras_db_load (shop->base.db, TRAS_TYPE_ITEM, shop->item, &error);
  g_assert_no_error (error);
  item->stocked = FALSE;
  g_assert_true (update (shop, item, &why));
  g_assert_true (take (shop, sale, line, &why));
  assert_words (shop, 5, "Not kept in stock: always available");
}

/* ---- steps ---- */

static TrasSale *
step (Shop         *shop,
      gint64        sale_id,
      TrasSaleStep  what,
      GError      **error)
{
  g_autoptr (TrasEdit) edit = tras_sale_step_prepare (shop->base.db, sale_id, what, error);

  if (edit == NULL)
    return NULL;
  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);

      g_assert_true (record->id != 0 ? tras_db_update (shop->base.db, record, error)
                                     : tras_db_insert (shop->base.db, record, error));
    }

  return tras_db_load (shop->base.db, TRAS_TYPE_SALE, sale_id, error);
}

static void
assert_step (Shop         *shop,
             gint64        sale_id,
             TrasSaleStep  what,
             const char   *stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSale) sale = tras_db_load (shop->base.db, TRAS_TYPE_SALE, sale_id, &error);
  TrasSaleStep next;
  g_autoptr (TrasSale) after = NULL;

  g_assert_no_error (error);
  g_assert_true (tras_sale_get_next (sale, &next));
  g_assert_cmpint (next, ==, what);
  after = step (shop, sale_id, what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->stage, ==, stage);
}

/* From the word to the money: 5 of 6 leave, taken from two places. */
static void
test_steps (Shop         *shop,
            gconstpointer data)
{
  g_autoptr (TrasSale) sale = make_sale (shop, NULL);
  g_autoptr (TrasSaleLine) line = make_line (shop, 5);
  TrasMovement *shelf = tras_movement_new ();
  TrasLocation *place = tras_location_new ();
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (TrasSale) done = NULL;
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  TrasSaleStep next;
  gint64 id;

  place->name = g_strdup ("Shelf");
  place->kind = "inside";
  shelf->item_id = shop->item;
  shelf->from_id = find_place (&shop->base, "inside");
  shelf->to_id = insert (&shop->base, place);
  shelf->quantity = 4000;
  shelf->moved_on = day ("2026-11-03");
  shelf->cause = "move";
  insert (&shop->base, shelf);

  line->price = 1250;
  g_assert_true (take (shop, sale, line, &why));
  id = TRAS_RECORD (sale)->id;
  assert_step (shop, id, TRAS_SALE_PICK, "picked");
  assert_step (shop, id, TRAS_SALE_SHIP, "shipped");
  tras_query_where_text (query, "cause", TRAS_QUERY_EQ, "order");
  moved = tras_db_select (shop->base.db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_cmpint (TRAS_MOVEMENT (moved->pdata[0])->quantity, ==, 2000);
  g_assert_cmpint (TRAS_MOVEMENT (moved->pdata[1])->quantity, ==, 3000);
  g_assert_cmpint (TRAS_MOVEMENT (moved->pdata[1])->cause_id, ==, id);
  item = tras_db_load (shop->base.db, TRAS_TYPE_ITEM, shop->item, &error);
  g_assert_no_error (error);
  g_assert_cmpint (item->on_hand, ==, 1000);
  g_assert_cmpint (item->reserved, ==, 0);

  assert_step (shop, id, TRAS_SALE_BILL, "billed");
  assert_step (shop, id, TRAS_SALE_PAY, "paid");
  done = tras_db_load (shop->base.db, TRAS_TYPE_SALE, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->total, ==, 6250);
  g_assert_cmpint (done->due_on, ==, day (TODAY) + 30);
  g_assert_cmpstr (done->state, ==, "closed");
  g_assert_false (tras_sale_get_next (done, &next));
}

/* What is not here does not go, whatever was promised; nor does an order of nothing. */
static void
test_cannot_ship (Shop         *shop,
                  gconstpointer data)
{
  g_autoptr (TrasSale) sale = make_sale (shop, "2026-11-26");
  g_autoptr (TrasSale) empty = make_sale (shop, NULL);
  g_autoptr (TrasSaleLine) line = make_line (shop, 50);
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;

  buy (shop, 60, "2026-11-26");
  g_assert_true (take (shop, sale, line, &why));
  g_assert_null (step (shop, TRAS_RECORD (sale)->id, TRAS_SALE_SHIP, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "Only 6 pcs of “Tea” are here: 50 pcs cannot be shipped. Receive the goods "
                   "first, or ship a part of the order.");
  g_clear_error (&error);
  g_assert_null (step (shop, insert (&shop->base, g_object_ref (empty)), TRAS_SALE_SHIP, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
}

static void
test_late (Shop         *shop,
           gconstpointer data)
{
  g_autoptr (TrasSale) sale = make_sale (shop, "2026-11-26");

  g_assert_false (tras_sale_is_late (sale, day ("2026-11-26")));
  g_assert_true (tras_sale_is_late (sale, day ("2026-11-27")));
  sale->shipped_on = day ("2026-11-27");
  g_assert_false (tras_sale_is_late (sale, day ("2026-11-28")));
  g_assert_false (tras_sale_is_overdue (sale, day ("2027-01-01")));
  sale->billed_on = day ("2026-11-27");
  sale->due_on = day ("2026-12-27");
  g_assert_false (tras_sale_is_overdue (sale, day ("2026-12-27")));
  g_assert_true (tras_sale_is_overdue (sale, day ("2026-12-28")));
  sale->paid_on = day ("2026-12-29");
  g_assert_false (tras_sale_is_overdue (sale, day ("2027-01-01")));
}

/* What is reserved by the list of items is what the rule takes from the days, and nothing is ever
 * promised that is not there on its day, whatever is taken, changed and let go. */
static void
test_never_too_much (Shop         *shop,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) sales = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_taken = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *on = tras_day_to_iso (day (TODAY) + g_test_rand_int_range (1, 20));

      buy (shop, g_test_rand_int_range (1, 40), on);
    }

  for (guint round = 0; round < 60; round++)
    {
      TrasDay wanted = day (TODAY) + g_test_rand_int_range (0, 24);
      g_autofree char *on = tras_day_to_iso (wanted);
      g_autoptr (TrasSale) sale = make_sale (shop, on);
      g_autoptr (TrasSaleLine) line = make_line (shop, g_test_rand_int_range (1, 12));
      g_autoptr (TrasOutlook) before = look (shop);
      g_autoptr (TrasOutlook) after = NULL;
      g_autofree char *why = NULL;
      gboolean can = tras_outlook_can (before, wanted, line->quantity);
      gint64 reserved = 0, sum;

      if (sales->len > 0 && g_test_rand_bit ())
        {
          TrasSale *gone = sales->pdata[g_test_rand_int_range (0, (gint32) sales->len)];

          gone->state = "cancelled";
          g_assert_true (update (shop, gone, &why));
          continue;
        }
      g_assert_cmpint (take (shop, sale, line, &why), ==, can);
      if (!can)
        continue;
      n_taken++;
      g_ptr_array_add (sales, g_object_ref (sale));

      after = look (shop);
      sum = after->item->on_hand;
      for (guint i = 0; i < after->steps->len; i++)
        {
          const TrasPromiseStep *step = &g_array_index (after->steps, TrasPromiseStep, i);

          sum += step->quantity;
          reserved += step->quantity < 0 ? -step->quantity : 0;
          if (i + 1 == after->steps->len || step[1].on > step->on)
            g_assert_cmpint (sum, >=, 0);
        }
      g_assert_cmpint (reserved, ==, after->item->reserved);
      g_assert_cmpint (sum, ==, after->item->projected);
    }
  g_assert_cmpuint (n_taken, >, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);

#define ADD(name, function) \
  g_test_add ("/model/sale/" name, Shop, NULL, set_up, function, tear_down)
  ADD ("words", test_words);
  ADD ("due", test_due);
  ADD ("taken", test_taken);
  ADD ("changed", test_changed);
  ADD ("others", test_others);
  ADD ("steps", test_steps);
  ADD ("cannot-ship", test_cannot_ship);
  ADD ("late", test_late);
  ADD ("never-too-much", test_never_too_much);

  return g_test_run ();
}
