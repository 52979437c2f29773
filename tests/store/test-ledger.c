/* test-ledger.c: stock is what moved, whatever is done and undone; and the logs only grow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>

#include "store-fixture.h"
#include "tras-balances.h"
#include "tras-closing-costs.h"
#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-ledger.h"

#define N_ITEMS 4
#define N_STEPS 250

enum
{
  OUTSIDE = 1,
  SHELF,
  STORE_ROOM,
  CUSTOMER,
  N_PLACES = 4,
};

static gint64
query_int (TrasDb     *db,
           const char *sql,
           gint64      first,
           gint64      second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStatement) statement = tras_engine_prepare (tras_db_get_engine (db), sql, &error);
  gint64 value;

  g_assert_no_error (error);
  tras_statement_bind_int (statement, 1, first);
  tras_statement_bind_int (statement, 2, second);
  g_assert_cmpint (tras_statement_step (statement, &error), ==, 1);
  value = tras_statement_column_int (statement, 0);
  tras_statement_reset (statement);

  return value;
}

/* The balances as kept, and as the sum of all that moved. */
static void
read_balances (TrasDb *db,
               gint64  kept[N_ITEMS][N_PLACES],
               gint64  moved[N_ITEMS][N_PLACES])
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) movements = tras_db_select (db, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      for (guint j = 0; j < N_PLACES; j++)
        {
          kept[i][j] = query_int (db,
                                  "SELECT coalesce (sum (quantity), 0) FROM balance "
                                  "WHERE item_id = $1 AND location_id = $2",
                                  i + 1, j + 1);
          moved[i][j] = 0;
        }
    }
  for (guint i = 0; i < movements->len; i++)
    {
      TrasMovement *movement = movements->pdata[i];

      moved[movement->item_id - 1][movement->from_id - 1] -= movement->quantity;
      moved[movement->item_id - 1][movement->to_id - 1] += movement->quantity;
    }
}

static void
assert_balanced (TrasDb *db,
                 gint64  kept[N_ITEMS][N_PLACES])
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tras_db_select (db, query, &error);
  gint64 moved[N_ITEMS][N_PLACES];

  g_assert_no_error (error);
  read_balances (db, kept, moved);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      gint64 inside = kept[i][SHELF - 1] + kept[i][STORE_ROOM - 1];

      for (guint j = 0; j < N_PLACES; j++)
        g_assert_cmpint (kept[i][j], ==, moved[i][j]);
      g_assert_cmpint (kept[i][SHELF - 1], >=, 0);
      g_assert_cmpint (kept[i][STORE_ROOM - 1], >=, 0);
      g_assert_cmpint (TRAS_ITEM (items->pdata[i])->on_hand, ==, inside);
      /* A stock-out is open while there is nothing left of what there has been. */
      g_assert_cmpint (query_int (db,
                                  "SELECT count (*) FROM stockout "
                                  "WHERE item_id = $1 AND to_at IS NULL AND $2 = 0",
                                  i + 1, 0),
                       <=, inside == 0);
    }
}

static void
fill (TrasDb *db)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  fixture_location (db, "Fuera", "supplier");
  fixture_location (db, "Estante", "inside");
  fixture_location (db, "Almacén", "inside");
  fixture_location (db, "Clientes", "customer");
  for (guint i = 0; i < N_ITEMS; i++)
    {
      TrasItem *item = fixture_new_item (rand, i, 0);

      item->stocked = TRUE;
      fixture_insert (db, item);
    }
}

static TrasEdit *
random_movements (GRand *rand)
{
  TrasEdit *edit = tras_edit_new ("Movements");

  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      gint64 from = g_rand_int_range (rand, 1, N_PLACES + 1);
      gint64 to = 1 + (from - 1 + g_rand_int_range (rand, 1, N_PLACES)) % N_PLACES;
      g_autoptr (TrasMovement) movement = NULL;

      movement = fixture_new_movement (g_rand_int_range (rand, 1, N_ITEMS + 1), from, to,
                                       1000 * g_rand_int_range (rand, 1, 6), "move");
      movement->moved_on += g_rand_int_range (rand, 0, 5);
      tras_edit_insert (edit, movement);
    }

  return edit;
}

static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  g_autoptr (TrasQuery) all = tras_query_new (TRAS_TYPE_MOVEMENT);
  gint64 kept[N_ITEMS][N_PLACES];
  gint64 n_rows = 0;
  guint n_refused = 0, n_undone = 0;

  fill (fixture->db);
  for (guint step = 0; step < N_STEPS; step++)
    {
      g_autoptr (GError) error = NULL;
      gint64 now;

      if (g_rand_int_range (rand, 0, 4) > 0)
        {
          g_autoptr (TrasEdit) edit = random_movements (rand);

          if (!tras_edit_apply (edit, fixture->db, NULL, &error))
            {
              g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
              n_refused++;
            }
        }
      else
        {
          gint64 last = tras_edit_log_get_last (fixture->db, NULL);
          gint64 edit = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 9, (gint32) last + 2);
          g_autofree char *label = NULL;

          label = g_rand_int_range (rand, 0, 3) == 0
                    ? tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error)
                    : tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error);
          n_undone += label != NULL;
          /* What was taken from stock since cannot be taken back from it. */
          if (label == NULL)
            g_assert_true (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT) ||
                           g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONFLICT) ||
                           g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND));
        }
      assert_balanced (fixture->db, kept);
      now = tras_db_count (fixture->db, all, NULL);
      g_assert_cmpint (now, >=, n_rows);
      n_rows = now;
    }
  g_test_message ("%u refused, %u undone, %d rows", n_refused, n_undone, (int) n_rows);
  g_assert_cmpuint (n_refused, >, 10);
  g_assert_cmpuint (n_undone, >, 10);
}

/* An undo of a movement is a movement back, of the same day, that names the first. */
static void
test_reversal (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL, *redone = NULL;
  TrasMovement *there, *back, *again;
  gint64 kept[N_ITEMS][N_PLACES];

  fill (fixture->db);
  fixture_insert (fixture->db, fixture_new_movement (1, OUTSIDE, SHELF, 5000, "purchase"));
  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_balanced (fixture->db, kept);
  g_assert_cmpint (kept[0][SHELF - 1], ==, 0);
  redone = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_balanced (fixture->db, kept);
  g_assert_cmpint (kept[0][SHELF - 1], ==, 5000);

  rows = tras_db_select (fixture->db, query, &error);
  g_assert_cmpuint (rows->len, ==, 3);
  there = rows->pdata[0];
  back = rows->pdata[1];
  again = rows->pdata[2];
  g_assert_cmpint (back->reverses_id, ==, there->parent_instance.id);
  g_assert_cmpint (again->reverses_id, ==, back->parent_instance.id);
  g_assert_cmpstr (back->cause, ==, "undo");
  g_assert_cmpint (back->from_id, ==, there->to_id);
  g_assert_cmpint (back->to_id, ==, there->from_id);
  g_assert_cmpint (back->quantity, ==, there->quantity);
  g_assert_cmpint (back->moved_on, ==, there->moved_on);
  g_assert_true (there->reversed);
}

/* Nobody changes what was written, not even in an edit; nobody writes outside of one. */
static void
test_append_only (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const never[] = {
    "UPDATE movement SET quantity = 1",
    "DELETE FROM movement",
    "UPDATE edit SET who = 'somebody else'",
    "DELETE FROM edit",
    "UPDATE edit_change SET new = NULL",
    "DELETE FROM edit_change",
  };
  TrasEngine *engine = tras_db_get_engine (fixture->db);
  g_autoptr (GError) error = NULL;

  fill (fixture->db);
  fixture_insert (fixture->db, fixture_new_movement (1, OUTSIDE, SHELF, 5000, "purchase"));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_assert_true (tras_db_begin (fixture->db, "Cheat", &error));
      g_assert_false (tras_engine_exec (engine, never[i], &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
      g_clear_error (&error);
      tras_db_rollback (fixture->db);
    }

  g_assert_true (tras_engine_begin (engine, &error));
  g_assert_false (tras_engine_exec (engine, "UPDATE item SET name = 'x'", &error));
  g_assert_nonnull (error);
  tras_engine_rollback (engine);
}

/* Inserts an item, and a movement that brings ten of it in. */
static gint64
book_new_item (TrasDb *db)
{
  g_autoptr (TrasItem) item = tras_item_new ();
  g_autoptr (TrasMovement) movement = NULL;
  g_autoptr (GError) error = NULL;
  gint64 edit;

  item->sku = g_strdup ("NEW-1");
  item->name = g_strdup ("New");
  g_assert_true (tras_db_begin (db, "Import: Movements", &error));
  g_assert_true (tras_db_insert (db, item, &error));
  movement = fixture_new_movement (item->parent_instance.id, OUTSIDE, SHELF, 10000, "purchase");
  g_assert_true (tras_db_insert (db, movement, &error));
  g_assert_true (tras_db_commit (db, &edit, &error));
  g_assert_no_error (error);

  return edit;
}

static void
assert_new_item (TrasDb *db,
                 gint64  active,
                 gint64  on_hand,
                 gint64  n_movements)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (GError) error = NULL;

  tras_query_where_text (query, "sku", TRAS_QUERY_EQ, "NEW-1");
  item = tras_db_find (db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (item->active, ==, active);
  g_assert_cmpint (item->on_hand, ==, on_hand);
  g_assert_cmpint (query_int (db, "SELECT count (*) FROM movement WHERE item_id = $1 AND $2 = 0",
                              item->parent_instance.id, 0),
                   ==, n_movements);
  g_assert_true (tras_db_check_references (db, &error));
  g_assert_no_error (error);
}

/* An import that makes items and books them is one edit, and one undo: the movements are reversed,
 * the item is retired, and back and forth as often as one likes. */
static void
test_new_item (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 edit;

  fill (fixture->db);
  edit = book_new_item (fixture->db);
  assert_new_item (fixture->db, 1, 10000, 1);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *undone = tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error);
      g_autofree char *redone = NULL;

      g_assert_no_error (error);
      assert_new_item (fixture->db, 0, 0, 2 + 2 * i);
      redone = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_new_item (fixture->db, 1, 10000, 3 + 2 * i);
    }
}

/* What a later edit booked keeps the item. */
static void
test_new_item_in_use (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasItem) item = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 edit;

  fill (fixture->db);
  edit = book_new_item (fixture->db);
  tras_query_where_text (query, "sku", TRAS_QUERY_EQ, "NEW-1");
  item = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);
  fixture_insert (fixture->db, fixture_new_movement (item->parent_instance.id, OUTSIDE, SHELF, 5000,
                                                     "purchase"));
  assert_new_item (fixture->db, 1, 15000, 2);

  undone = tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error);
  g_assert_null (undone);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  assert_new_item (fixture->db, 1, 15000, 2);
}

/* ---- reading ---- */

static void
take_entry (const TrasLedgerEntry *entry,
            gpointer               user_data)
{
  g_array_append_val ((GArray *) user_data, *entry);
}

/* Every movement of the days and the item, in the order of day and booking, as its record says. */
static void
assert_read (Fixture *fixture,
             gint64   item_id,
             TrasDay  behind,
             TrasDay  to)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TrasLedgerEntry));
  g_autoptr (GPtrArray) movements = NULL;
  g_autoptr (GError) error = NULL;

  tras_query_order (query, "moved_on", FALSE);
  if (item_id != 0)
    tras_query_where_int (query, "item_id", TRAS_QUERY_EQ, item_id);
  if (behind != TRAS_DAY_NONE)
    tras_query_where_date (query, "moved_on", TRAS_QUERY_GT, behind);
  tras_query_where_date (query, "moved_on", TRAS_QUERY_LE, to);
  movements = tras_db_select (fixture->db, query, &error);
  g_assert_no_error (error);
  g_assert_true (tras_ledger_read (fixture->db, item_id, behind, to, take_entry, entries, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, movements->len);
  g_assert_cmpuint (entries->len, >, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const TrasLedgerEntry *entry = &g_array_index (entries, TrasLedgerEntry, i);
      TrasMovement *movement = movements->pdata[i];

      g_assert_cmpint (entry->id, ==, TRAS_RECORD (movement)->id);
      g_assert_cmpint (entry->item_id, ==, movement->item_id);
      g_assert_cmpint (entry->from_id, ==, movement->from_id);
      g_assert_cmpint (entry->to_id, ==, movement->to_id);
      g_assert_cmpint (entry->quantity, ==, movement->quantity);
      g_assert_cmpint (entry->unit_cost, ==, movement->unit_cost);
      g_assert_cmpint (entry->reverses_id, ==, movement->reverses_id);
      g_assert_cmpint (entry->on, ==, movement->moved_on);
    }
}

static void
test_reading (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  TrasMovement *costly = fixture_new_movement (1, OUTSIDE, SHELF, 9000, "purchase");
  TrasDay first = costly->moved_on;

  fill (fixture->db);
  costly->unit_cost = 12345;
  fixture_insert (fixture->db, costly);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (TrasEdit) edit = random_movements (rand);

      tras_edit_apply (edit, fixture->db, NULL, NULL);
    }
  g_free (tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, NULL));

  assert_read (fixture, 0, TRAS_DAY_NONE, TRAS_DAY_MAX);
  assert_read (fixture, 0, first, first + 3);
  assert_read (fixture, 1, TRAS_DAY_NONE, TRAS_DAY_MAX);
  assert_read (fixture, 2, first, TRAS_DAY_MAX);
}

/* Nobody can write while a statement of somebody else has more to read. */
static void
assert_let_go (Fixture *fixture)
{
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  TrasMovement *movement = fixture_new_movement (1, OUTSIDE, SHELF, 9000, "purchase");
  TrasClosing *closing = tras_closing_new ();
  TrasDay closed_to = movement->moved_on, found;
  TrasClosingCost cost = { 1, 9000, 100 };
  g_autoptr (GArray) balances = NULL;
  g_autoptr (GArray) costs = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  fill (fixture->db);
  fixture_insert (fixture->db, movement);
  closing->closed_to = closed_to;
  id = fixture_insert (fixture->db, closing);
  g_assert_true (tras_closing_costs_add (fixture->db, id, &cost, &error));
  assert_let_go (fixture);

  g_assert_cmpint (tras_closing_costs_find (fixture->db, closed_to, &found, &error), ==, id);
  g_assert_cmpint (found, ==, closed_to);
  assert_let_go (fixture);
  costs = tras_closing_costs_load (fixture->db, id, 0, &error);
  g_assert_cmpuint (costs->len, ==, 1);
  assert_let_go (fixture);
  balances = tras_balances_load_on (fixture->db, closed_to, &error);
  g_assert_cmpuint (balances->len, ==, 2);
  assert_let_go (fixture);
  g_assert_cmpint (tras_balances_get_movement (fixture->db, &error), ==, 1);
  assert_let_go (fixture);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/ledger/random-walk", Fixture, NULL, fixture_set_up, test_random_walk,
              fixture_tear_down);
  g_test_add ("/ledger/reversal", Fixture, NULL, fixture_set_up, test_reversal,
              fixture_tear_down);
  g_test_add ("/ledger/append-only", Fixture, NULL, fixture_set_up, test_append_only,
              fixture_tear_down);

  g_test_add ("/ledger/new-item", Fixture, NULL, fixture_set_up, test_new_item,
              fixture_tear_down);
  g_test_add ("/ledger/new-item-in-use", Fixture, NULL, fixture_set_up, test_new_item_in_use,
              fixture_tear_down);

  g_test_add ("/ledger/reading", Fixture, NULL, fixture_set_up, test_reading, fixture_tear_down);
  g_test_add ("/ledger/let-go", Fixture, NULL, fixture_set_up, test_let_go, fixture_tear_down);

  return g_test_run ();
}
