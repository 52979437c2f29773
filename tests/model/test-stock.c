/* test-stock.c: the rules of the ledger, and what it adds up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
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

static void
test_to_buy (Fixture       *fixture,
             gconstpointer  data)
{
  TrasItem *low = tras_item_new (), *enough = tras_item_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  low->sku = g_strdup ("low");
  low->name = g_strdup ("Low");
  low->reorder_at = 5000;
  low->reorder_to = 20000;
  low->pack = 6000;
  insert (fixture, low);
  enough->sku = g_strdup ("enough");
  enough->name = g_strdup ("Enough");
  enough->reorder_at = -1;
  insert (fixture, enough);
  make_item (fixture, "no-rule");

  lines = tras_stock_load_to_buy (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((TrasBuyLine *) lines->pdata[0])->item->sku, ==, "low");
  g_assert_cmpint (((TrasBuyLine *) lines->pdata[0])->quantity, ==, 24000);
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
    { "/model/stock/to-buy", test_to_buy },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
