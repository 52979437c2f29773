/* test-counting.c: counts from their beginning to their posting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Day 2025-06-30. Of the shop's items “a” makes nearly all that is used, and is of class A.
 */

#include "config.h"

#include "tras-count-sheet.h"
#include "tras-counted.h"
#include "tras-counting.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-stock-count.h"
#include "tras-stockout.h"

#define TODAY "2025-06-30"

typedef struct
{
  gint64 a, b, c, gone;
  gint64 shop, supplier, customer;
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

static gint64
add_item (Fixture    *fixture,
          const char *sku,
          const char *barcode)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup (sku);
  item->name = g_strdup_printf ("Item %s", sku);
  item->barcode = g_strdup (barcode);

  return insert (fixture, item);
}

static void
move (Fixture    *fixture,
      gint64      item,
      gint64      from,
      gint64      to,
      gint64      units,
      gint64      unit_cost,
      const char *on)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item;
  movement->from_id = from;
  movement->to_id = to;
  movement->quantity = units * 1000;
  movement->unit_cost = unit_cost;
  movement->moved_on = day (on);
  movement->cause = "move";
  insert (fixture, movement);
}

static void
shop_init (Shop    *shop,
           Fixture *fixture)
{
  shop->shop = find_place (fixture, "inside");
  shop->supplier = find_place (fixture, "supplier");
  shop->customer = find_place (fixture, "customer");
  shop->a = add_item (fixture, "a", "4001");
  shop->b = add_item (fixture, "b", "4002");
  shop->c = add_item (fixture, "c", NULL);
  shop->gone = add_item (fixture, "gone", NULL);
  move (fixture, shop->a, shop->supplier, shop->shop, 300, 1000000, "2025-01-02");
  move (fixture, shop->b, shop->supplier, shop->shop, 100, 10000, "2025-01-02");
  move (fixture, shop->c, shop->supplier, shop->shop, 100, 10000, "2025-01-02");
  move (fixture, shop->gone, shop->supplier, shop->shop, 5, 10000, "2025-01-02");
  move (fixture, shop->a, shop->shop, shop->customer, 100, TRAS_NULL, "2025-03-01");
  move (fixture, shop->gone, shop->shop, shop->customer, 5, TRAS_NULL, "2025-05-01");
}

static TrasCounting *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasCounting *counting = tras_counting_load (fixture->db, day (TODAY), NULL, &error);

  g_assert_no_error (error);

  return counting;
}

static const TrasCountPlace *
find (TrasCounting *counting,
      gint64        place)
{
  for (guint i = 0; i < counting->places->len; i++)
    {
      const TrasCountPlace *found = counting->places->pdata[i];

      if (TRAS_RECORD (found->place)->id == place)
        return found;
    }

  g_assert_not_reached ();
}

/* As the window writes: all rules are asked. */
static gboolean
try (Fixture   *fixture,
     TrasEdit  *edit,
     gint64    *id,
     GError   **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean ok;

  g_assert_true (tras_db_commit (fixture->db, NULL, &local_error));
  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  ok = tras_edit_apply (edit, fixture->db, id, error);
  g_assert_true (tras_db_begin (fixture->db, "test", &local_error));

  return ok;
}

static gint64
apply (Fixture  *fixture,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEdit) owned = edit;
  gint64 id = 0;

  g_assert_true (try (fixture, owned, &id, &error));
  g_assert_no_error (error);

  return id;
}

static TrasCountSheet *
begin (Fixture        *fixture,
       gint64          place,
       TrasCountScope  scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCounting) counting = load (fixture);
  g_autoptr (TrasStockCount) count = tras_stock_count_new ();
  TrasCountSheet *sheet;

  count->counted_on = day (TODAY);
  count->by_id = 1;
  apply (fixture, tras_counting_start (find (counting, place), scope, count));
  sheet = tras_count_sheet_load (fixture->db, TRAS_RECORD (count)->id, NULL, &error);
  g_assert_no_error (error);

  return sheet;
}

static TrasCountSheet *
reload (Fixture        *fixture,
        TrasCountSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  TrasCountSheet *fresh =
    tras_count_sheet_load (fixture->db, TRAS_RECORD (sheet->count)->id, NULL, &error);

  g_assert_no_error (error);
  tras_count_sheet_unref (sheet);

  return fresh;
}

static TrasCountSheet *
enter (Fixture        *fixture,
       TrasCountSheet *sheet,
       const char     *code,
       gint64          counted)
{
  TrasCountEntry *entry = tras_count_sheet_find (sheet, code);

  g_assert_nonnull (entry);
  apply (fixture, tras_count_sheet_enter (entry, counted));

  return reload (fixture, sheet);
}

static gint64
get_on_hand (Fixture *fixture,
             gint64   id)
{
  g_autoptr (TrasItem) item = tras_db_load (fixture->db, TRAS_TYPE_ITEM, id, NULL);

  return item->on_hand;
}

/* All differences of a count are one edit; undoing it leaves the count with its numbers. */
static void
test_post (Fixture       *fixture,
           gconstpointer  data)
{
  Shop shop;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEdit) late = NULL;
  g_autofree char *undone = NULL;
  TrasCountSheet *sheet;
  gint64 posted;

  shop_init (&shop, fixture);
  sheet = begin (fixture, shop.shop, TRAS_COUNT_PLACE);
  g_assert_cmpuint (sheet->entries->len, ==, 3);
  g_assert_cmpstr (sheet->person_name, ==, "Ana");
  g_assert_null (tras_count_sheet_find (sheet, "gone"));
  g_assert_cmpuint (tras_count_sheet_get_n_counted (sheet), ==, 0);

  /* 198 of 200 are 1 % off, 106 of 100 are 6 %; c is as it should be. */
  sheet = enter (fixture, sheet, "4001", 198000);
  sheet = enter (fixture, sheet, "B", 106000);
  sheet = enter (fixture, sheet, "c", 100000);
  g_assert_cmpuint (tras_count_sheet_get_n_counted (sheet), ==, 3);
  g_assert_cmpuint (tras_count_sheet_get_n_different (sheet), ==, 2);
  g_assert_cmpuint (tras_count_sheet_get_n_accurate (sheet), ==, 2);
  /* 2 of a at 100.00, 6 of b at 1.00. */
  g_assert_cmpint (tras_count_sheet_get_value (sheet), ==, -20000 + 600);

  posted = apply (fixture, tras_count_sheet_post (sheet, 1751270400));
  sheet = reload (fixture, sheet);
  g_assert_true (tras_count_sheet_is_posted (sheet));
  g_assert_cmpint (get_on_hand (fixture, shop.a), ==, 198000);
  g_assert_cmpint (get_on_hand (fixture, shop.b), ==, 106000);
  g_assert_cmpint (get_on_hand (fixture, shop.c), ==, 100000);

  late = tras_count_sheet_enter (sheet->entries->pdata[0], 1000);
  g_assert_false (try (fixture, late, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  undone = tras_edit_log_undo (fixture->db, posted, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
  sheet = reload (fixture, sheet);
  g_assert_false (tras_count_sheet_is_posted (sheet));
  g_assert_cmpuint (tras_count_sheet_get_n_different (sheet), ==, 2);
  g_assert_cmpint (get_on_hand (fixture, shop.a), ==, 200000);
  g_assert_cmpint (get_on_hand (fixture, shop.b), ==, 100000);
  tras_count_sheet_unref (sheet);
}

/* What is expected is what is there when the count is written, and stays so; what moves meanwhile
 * is no difference. */
static void
test_expected (Fixture       *fixture,
               gconstpointer  data)
{
  Shop shop;
  g_autoptr (TrasCounting) counting = NULL;
  g_autoptr (TrasStockCount) count = tras_stock_count_new ();
  g_autoptr (GError) error = NULL;
  TrasEdit *edit;
  TrasCountSheet *sheet;

  shop_init (&shop, fixture);
  counting = load (fixture);
  count->counted_on = day (TODAY);
  edit = tras_counting_start (find (counting, shop.shop), TRAS_COUNT_PLACE, count);
  move (fixture, shop.a, shop.shop, shop.customer, 10, TRAS_NULL, TODAY);
  apply (fixture, edit);
  sheet = tras_count_sheet_load (fixture->db, TRAS_RECORD (count)->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_count_sheet_find (sheet, "a")->line->expected, ==, 190000);

  move (fixture, shop.a, shop.shop, shop.customer, 40, TRAS_NULL, TODAY);
  sheet = enter (fixture, sheet, "a", 189000);
  apply (fixture, tras_count_sheet_post (sheet, 1751270400));
  g_assert_cmpint (get_on_hand (fixture, shop.a), ==, 149000);
  tras_count_sheet_unref (sheet);
}

/* A is counted every quarter, B twice, C once a year; what is counted is not due. */
static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  Shop shop;
  g_autoptr (TrasCounting) before = NULL;
  g_autoptr (TrasCounting) after = NULL;
  g_autoptr (TrasCounting) later = NULL;
  g_autoptr (GError) error = NULL;
  TrasCountSheet *sheet;

  shop_init (&shop, fixture);
  before = load (fixture);
  g_assert_cmpuint (before->n_items[TRAS_STOCK_CLASS_A], ==, 1);
  g_assert_cmpuint (before->n_items[TRAS_STOCK_CLASS_C], ==, 3);
  g_assert_cmpuint (before->n_due[TRAS_STOCK_CLASS_A], ==, 1);
  g_assert_cmpuint (tras_count_place_get_n (find (before, shop.shop), TRAS_COUNT_DUE), ==, 3);
  g_assert_cmpuint (tras_count_place_get_n (find (before, shop.shop), TRAS_COUNT_EMPTY), ==, 1);

  sheet = begin (fixture, shop.shop, TRAS_COUNT_DUE);
  sheet = enter (fixture, sheet, "a", 200000);
  sheet = enter (fixture, sheet, "b", 100000);
  apply (fixture, tras_count_sheet_post (sheet, 1751270400));
  tras_count_sheet_unref (sheet);

  after = load (fixture);
  g_assert_cmpuint (after->n_due[TRAS_STOCK_CLASS_A], ==, 0);
  g_assert_cmpuint (after->n_due[TRAS_STOCK_CLASS_C], ==, 2);
  g_assert_cmpuint (after->posted->len, ==, 1);
  g_assert_cmpuint (((TrasCountFacts *) after->posted->pdata[0])->n_lines, ==, 3);
  g_assert_cmpuint (((TrasCountFacts *) after->posted->pdata[0])->n_counted, ==, 2);
  g_assert_cmpuint (((TrasCountFacts *) after->posted->pdata[0])->n_accurate, ==, 2);

  later = tras_counting_load (fixture->db, day (TODAY) + 365 / 4, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (later->n_due[TRAS_STOCK_CLASS_A], ==, 1);
  g_assert_cmpuint (later->n_due[TRAS_STOCK_CLASS_C], ==, 2);
}

/* What is out is looked for once; what is found there ends the stock-out when it is posted. */
static void
test_look_when_empty (Fixture       *fixture,
                      gconstpointer  data)
{
  Shop shop;
  g_autoptr (TrasCounting) after = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);
  g_autoptr (TrasStockout) stockout = NULL;
  g_autoptr (GError) error = NULL;
  TrasCountSheet *sheet;

  shop_init (&shop, fixture);
  sheet = begin (fixture, shop.shop, TRAS_COUNT_EMPTY);
  g_assert_cmpuint (sheet->entries->len, ==, 1);
  sheet = enter (fixture, sheet, "gone", 2000);
  g_assert_cmpuint (tras_count_sheet_get_n_accurate (sheet), ==, 0);
  apply (fixture, tras_count_sheet_post (sheet, 1751270400));
  tras_count_sheet_unref (sheet);

  stockout = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stockout->item_id, ==, shop.gone);
  g_assert_cmpint (stockout->to_on, ==, day (TODAY));
  g_assert_cmpint (tras_stockout_get_days (stockout, day (TODAY)), ==, 60);
  after = load (fixture);
  g_assert_cmpuint (tras_count_place_get_n (find (after, shop.shop), TRAS_COUNT_EMPTY), ==, 0);
}

/* A count that is dropped leaves nothing; one that is posted cannot be dropped. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  Shop shop;
  g_autoptr (TrasCounting) after = NULL;
  TrasCountSheet *sheet;

  shop_init (&shop, fixture);
  sheet = begin (fixture, shop.shop, TRAS_COUNT_PLACE);
  sheet = enter (fixture, sheet, "a", 1000);
  apply (fixture, tras_count_sheet_drop (sheet));
  tras_count_sheet_unref (sheet);
  after = load (fixture);
  g_assert_cmpuint (after->open->len, ==, 0);
  g_assert_cmpuint (after->posted->len, ==, 0);
  g_assert_cmpint (get_on_hand (fixture, shop.a), ==, 200000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/counting/post", Fixture, NULL, fixture_set_up, test_post, fixture_tear_down);
  g_test_add ("/counting/expected", Fixture, NULL, fixture_set_up, test_expected,
              fixture_tear_down);
  g_test_add ("/counting/due", Fixture, NULL, fixture_set_up, test_due, fixture_tear_down);
  g_test_add ("/counting/look-when-empty", Fixture, NULL, fixture_set_up, test_look_when_empty,
              fixture_tear_down);
  g_test_add ("/counting/drop", Fixture, NULL, fixture_set_up, test_drop, fixture_tear_down);

  return g_test_run ();
}
