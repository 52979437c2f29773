/* test-stock.c: the rules of the ledger, and what it adds up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it is read by tras-stock-loader.c.
 */

#include "config.h"

#include <math.h>

#include "tras-error.h"
#include "tras-model-fixture.h"
#include "tras-stock.h"

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
make_item (Fixture    *fixture,
           const char *sku)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup (sku);
  item->name = g_strdup_printf ("Item %s", sku);

  return insert (fixture, item);
}

/* Moves whole units; returns FALSE with CONSTRAINT where the ledger refuses. */
static TrasMovement *
try_move (Fixture     *fixture,
          gint64       item,
          const char  *from,
          const char  *to,
          gint64       units,
          gint64       unit_cost,
          const char  *on,
          GError     **error)
{
  g_autoptr (TrasMovement) movement = tras_movement_new ();

  movement->item_id = item;
  movement->from_id = find_place (fixture, from);
  movement->to_id = find_place (fixture, to);
  movement->quantity = units * 1000;
  movement->unit_cost = unit_cost;
  movement->moved_on = day (on);
  movement->cause = "move";
  if (!tras_db_insert (fixture->db, movement, error))
    return NULL;

  return g_steal_pointer (&movement);
}

static TrasMovement *
move (Fixture    *fixture,
      gint64      item,
      const char *from,
      const char *to,
      gint64      units,
      gint64      unit_cost,
      const char *on)
{
  g_autoptr (GError) error = NULL;
  TrasMovement *movement = try_move (fixture, item, from, to, units, unit_cost, on, &error);

  g_assert_no_error (error);

  return movement;
}

static void
reverse (Fixture      *fixture,
         TrasMovement *movement)
{
  g_autoptr (GError) error = NULL;

  tras_db_delete (fixture->db, movement, &error);
  g_assert_no_error (error);
}

static TrasStockLevel *
get_level (GPtrArray *levels,
           gint64     item)
{
  for (guint i = 0; i < levels->len; i++)
    {
      TrasStockLevel *level = levels->pdata[i];

      if (TRAS_RECORD (level->item)->id == item)
        return level;
    }

  g_assert_not_reached ();
}

static GPtrArray *
load (Fixture    *fixture,
      const char *on)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *levels = tras_stock_load_levels (fixture->db, day (on), &error);

  g_assert_no_error (error);

  return levels;
}

/* 10 at 1.00, less 4, and 6 at 2.00: (6 · 1 + 6 · 2) / 12. The reversal brings 1.00 back. */
static void
test_average_cost (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 item = make_item (fixture, "a");
  g_autoptr (TrasMovement) first = move (fixture, item, "supplier", "inside", 10, 10000,
                                         "1998-01-05");
  g_autoptr (TrasMovement) sold = move (fixture, item, "inside", "customer", 4, TRAS_NULL,
                                        "1998-01-06");
  g_autoptr (TrasMovement) second = move (fixture, item, "supplier", "inside", 6, 20000,
                                          "1998-01-07");
  g_autoptr (GPtrArray) before = load (fixture, "1998-01-08");
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpint (get_level (before, item)->cost.unit_cost, ==, 15000);
  g_assert_cmpint (get_level (before, item)->cost.quantity, ==, 12000);
  g_assert_cmpint (get_level (before, item)->item->on_hand, ==, 12000);

  reverse (fixture, second);
  after = load (fixture, "1998-01-08");
  g_assert_cmpint (get_level (after, item)->cost.unit_cost, ==, 10000);
  g_assert_cmpint (get_level (after, item)->cost.quantity, ==, 6000);
}

/* A reversal that is itself reversed lets the first row stand, with its cost. */
static void
test_reversed_twice (Fixture       *fixture,
                     gconstpointer  data)
{
  gint64 item = make_item (fixture, "a");
  g_autoptr (TrasMovement) receipt = move (fixture, item, "supplier", "inside", 10, 10000,
                                           "1998-01-05");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (TrasMovement) undo = NULL;
  g_autoptr (GPtrArray) levels = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 balances[] = { 10000, 0, 10000 };

  reverse (fixture, receipt);
  tras_query_where_int (query, "reverses_id", TRAS_QUERY_EQ, TRAS_RECORD (receipt)->id);
  undo = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->moved_on, ==, receipt->moved_on);
  reverse (fixture, undo);

  levels = load (fixture, "1998-01-08");
  g_assert_cmpint (get_level (levels, item)->cost.quantity, ==, 10000);
  g_assert_cmpint (get_level (levels, item)->cost.unit_cost, ==, 10000);

  rows = tras_stock_load_ledger (fixture->db, item, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (balances));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (((TrasLedgerRow *) rows->pdata[i])->balance, ==, balances[i]);
}

/* Nothing leaves that was not there on its day and on every day since. */
static void
test_enough (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *on;
    gint64 units;
    gboolean taken;
  } issues[] = {
    { "1998-01-04", 1, FALSE }, /* before there was any */
    { "1998-01-06", 3, FALSE }, /* 2 are left on the 8th */
    { "1998-01-06", 2, TRUE },
    { "1998-01-06", 1, FALSE },
    { "1998-01-10", 5, TRUE },
    { "1998-01-11", 1, FALSE },
  };
  gint64 item = make_item (fixture, "a");
  g_autoptr (TrasMovement) first = move (fixture, item, "supplier", "inside", 10, 1, "1998-01-05");
  g_autoptr (TrasMovement) sold = move (fixture, item, "inside", "customer", 8, TRAS_NULL,
                                        "1998-01-08");
  g_autoptr (TrasMovement) more = move (fixture, item, "supplier", "inside", 5, 1, "1998-01-09");

  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasMovement) issue = try_move (fixture, item, "inside", "customer",
                                                 issues[i].units, TRAS_NULL, issues[i].on, &error);

      if (issues[i].taken)
        g_assert_no_error (error);
      else
        g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
    }
}

/* Any walk of movements, taken or refused: the balance is the sum, and never below zero. */
static void
test_balance (Fixture       *fixture,
              gconstpointer  data)
{
  const char *const places[] = { "supplier", "inside", "customer" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 item = make_item (fixture, "a");
  gint64 sum = 0;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *on = g_strdup_printf ("1998-01-%02d", g_rand_int_range (rand, 1, 29));
      int from = g_rand_int_range (rand, 0, 2);
      gint64 units = g_rand_int_range (rand, 1, 6);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasMovement) movement = try_move (fixture, item, places[from], places[from + 1],
                                                    units, TRAS_NULL, on, &error);

      if (movement != NULL)
        sum += from == 0 ? units : -units;
      if (movement != NULL && g_rand_boolean (rand) &&
          tras_db_delete (fixture->db, movement, NULL))
        sum -= from == 0 ? units : -units;
    }

  {
    g_autoptr (GPtrArray) levels = load (fixture, "1998-02-01");
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = tras_stock_load_ledger (fixture->db, item, &error);
    gint64 lowest = 0;

    g_assert_cmpint (get_level (levels, item)->item->on_hand, ==, sum * 1000);
    g_assert_cmpint (get_level (levels, item)->cost.quantity, ==, sum * 1000);
    for (guint i = 0; i < rows->len; i++)
      {
        TrasLedgerRow *row = rows->pdata[i];
        gboolean day_ends = i + 1 == rows->len ||
                            ((TrasLedgerRow *) rows->pdata[i + 1])->movement->moved_on !=
                            row->movement->moved_on;

        if (day_ends)
          lowest = MIN (lowest, row->balance);
      }
    g_assert_cmpint (lowest, ==, 0);
  }
}

/* 30 went in the 20 days with stock; 10 more days were without. */
static void
test_use (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 item = make_item (fixture, "a");
  g_autoptr (TrasMovement) first = move (fixture, item, "supplier", "inside", 30, 1, "1998-01-01");
  g_autoptr (TrasMovement) some = move (fixture, item, "inside", "customer", 10, TRAS_NULL,
                                        "1998-01-05");
  g_autoptr (TrasMovement) rest = move (fixture, item, "inside", "use", 20, TRAS_NULL,
                                        "1998-01-11");
  g_autoptr (TrasMovement) more = move (fixture, item, "supplier", "inside", 15, 1, "1998-01-21");
  g_autoptr (TrasMovement) lost = move (fixture, item, "inside", "scrap", 3, TRAS_NULL,
                                        "1998-01-21");
  g_autoptr (GPtrArray) levels = load (fixture, "1998-01-31");

  g_assert_cmpfloat_with_epsilon (get_level (levels, item)->use_per_day, 1500.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_level (levels, item)->days_left, 8.0, 1e-9);
}

/* One item by itself stands as it does among all. */
static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 item = make_item (fixture, "a"), other = make_item (fixture, "b");
  g_autoptr (TrasMovement) first = move (fixture, item, "supplier", "inside", 30, 10000,
                                         "1998-01-01");
  g_autoptr (TrasMovement) sold = move (fixture, item, "inside", "customer", 12, TRAS_NULL,
                                        "1998-01-06");
  g_autoptr (TrasMovement) wrong = move (fixture, item, "supplier", "inside", 5, 90000,
                                         "1998-01-07");
  g_autoptr (TrasMovement) more = move (fixture, other, "supplier", "inside", 9, 70000,
                                        "1998-01-07");
  g_autoptr (GPtrArray) levels = NULL;
  g_autoptr (TrasStockLevel) level = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;

  reverse (fixture, wrong);
  levels = load (fixture, "1998-01-11");
  level = tras_stock_load_level (fixture->db, item, day ("1998-01-11"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (level->item->sku, ==, "a");
  g_assert_cmpint (level->item->available, ==, 18000);
  g_assert_cmpint (level->cost.unit_cost, ==, 10000);
  g_assert_cmpfloat_with_epsilon (level->use_per_day, 1200.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (level->days_left, 15.0, 1e-9);
  g_assert_cmpint (level->cost.quantity, ==, get_level (levels, item)->cost.quantity);
  g_assert_cmpfloat (level->days_left, ==, get_level (levels, item)->days_left);

  g_clear_pointer (&level, tras_stock_level_free);
  level = tras_stock_load_level (fixture->db, 4711, day ("1998-01-11"), &none);
  g_assert_null (level);
  g_assert_error (none, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

/* What is taken back leaves everything as it was, on every day. */
static void
test_dup_reverse (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 item = make_item (fixture, "a");
  g_autoptr (TrasMovement) made = move (fixture, item, "supplier", "inside", 7, 25000,
                                        "1998-01-05");
  g_autoptr (TrasMovement) reverse = tras_movement_dup_reverse (made);
  g_autoptr (TrasMovement) again = NULL;
  g_autoptr (GPtrArray) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;

  g_assert_cmpint (TRAS_RECORD (reverse)->id, ==, 0);
  g_assert_null (reverse->code);
  g_assert_cmpint (reverse->from_id, ==, made->to_id);
  g_assert_cmpint (reverse->to_id, ==, made->from_id);
  g_assert_cmpint (reverse->quantity, ==, made->quantity);
  g_assert_cmpint (reverse->unit_cost, ==, made->unit_cost);
  g_assert_cmpint (reverse->moved_on, ==, made->moved_on);
  g_assert_cmpint (reverse->reverses_id, ==, TRAS_RECORD (made)->id);
  g_assert_cmpstr (reverse->cause, ==, "undo");

  g_assert_true (tras_db_insert (fixture->db, reverse, &error));
  g_assert_no_error (error);
  ledger = tras_stock_load_ledger (fixture->db, item, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger->len, ==, 2);
  g_assert_cmpint (((TrasLedgerRow *) ledger->pdata[1])->balance, ==, 0);
  g_assert_true (((TrasLedgerRow *) ledger->pdata[0])->movement->reversed);

  again = tras_movement_dup_reverse (made);
  g_assert_false (tras_db_insert (fixture->db, again, &twice));
  g_assert_error (twice, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
}

/* The first day on which it would be missing, and how much there is then. */
static void
test_shortage (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *on;
    gint64 units;
    const char *short_on;
    gint64 there;
  } cases[] = {
    { "1998-01-04", 1, "1998-01-04", 0 },
    { "1998-01-05", 2, NULL, 0 },
    { "1998-01-06", 3, "1998-01-08", 2 },
    { "1998-01-06", 11, "1998-01-06", 10 },
    { "1998-01-08", 3, "1998-01-08", 2 },
    { "1998-01-09", 7, NULL, 0 },
    { "1998-02-01", 8, "1998-02-01", 7 },
  };
  gint64 item = make_item (fixture, "a");
  g_autoptr (TrasMovement) first = move (fixture, item, "supplier", "inside", 10, 1, "1998-01-05");
  g_autoptr (TrasMovement) sold = move (fixture, item, "inside", "customer", 8, TRAS_NULL,
                                        "1998-01-08");
  g_autoptr (TrasMovement) more = move (fixture, item, "supplier", "inside", 5, 1, "1998-01-09");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ledger = tras_stock_load_ledger (fixture->db, item, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrasDay on;
      gint64 there;
      gboolean is_short = tras_stock_find_shortage (ledger, find_place (fixture, "inside"),
                                                    day (cases[i].on), cases[i].units * 1000, &on,
                                                    &there);
      g_autoptr (GError) refused = NULL;
      g_autoptr (TrasMovement) issue = NULL;

      g_assert_cmpint (is_short, ==, cases[i].short_on != NULL);
      if (!is_short)
        continue;
      g_assert_cmpint (on, ==, day (cases[i].short_on));
      g_assert_cmpint (there, ==, cases[i].there * 1000);
      issue = try_move (fixture, item, "inside", "customer", cases[i].units, TRAS_NULL,
                        cases[i].on, &refused);
      g_assert_error (refused, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
    }
}

static void
assert_free_sku (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sku = tras_item_dup_free_sku (fixture->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sku, ==, expected);
}

/* A SKU that is proposed was never another item's: not one that is there, not one that was. */
static void
test_free_sku (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasRecord) newest = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  assert_free_sku (fixture, "0001");
  make_item (fixture, "0001");
  id = make_item (fixture, "0002");
  assert_free_sku (fixture, "0003");

  newest = tras_db_load (fixture->db, TRAS_TYPE_ITEM, id, &error);
  g_assert_no_error (error);
  tras_db_delete (fixture->db, newest, &error);
  g_assert_no_error (error);
  assert_free_sku (fixture, "0003");

  /* Somebody has given the next ones already. */
  make_item (fixture, "0004");
  make_item (fixture, "0005");
  assert_free_sku (fixture, "0006");
  make_item (fixture, "0006");
  make_item (fixture, "0008");
  make_item (fixture, "0007");
  assert_free_sku (fixture, "0009");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/stock/average-cost", test_average_cost },
    { "/model/stock/reversed-twice", test_reversed_twice },
    { "/model/stock/enough", test_enough },
    { "/model/stock/balance", test_balance },
    { "/model/stock/use", test_use },
    { "/model/stock/level", test_level },
    { "/model/stock/dup-reverse", test_dup_reverse },
    { "/model/stock/shortage", test_shortage },
    { "/model/stock/free-sku", test_free_sku },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
