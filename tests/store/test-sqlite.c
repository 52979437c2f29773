/* test-sqlite.c: the engine and tras-sqlite-functions.c: functions, parameters, kept statements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <float.h>
#include <math.h>

#include "store-fixture.h"
#include "tras-db-private.h"
#include "tras-engine.h"
#include "tras-error.h"
#include "tras-id-sort.h"
#include "tras-schema.h"
#include "tras-sqlite.h"

/* The one value of an expression as text, "NULL" for none. */
static char *
evaluate (TrasEngine *engine,
          const char *expression)
{
  g_autofree char *sql = g_strdup_printf ("SELECT quote (%s)", expression);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  char *value;

  statement = tras_engine_prepare_once (engine, sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_statement_step (statement, &error), ==, 1);
  value = g_strdup (tras_statement_column_text (statement, 0));
  tras_statement_reset (statement);

  return value;
}

static void
test_functions (void)
{
  static const struct
  {
    const char *expression;
    const char *value;
  } cases[] = {
    { "least (3, 1, 2)", "1" },
    { "greatest (3, 1, 2)", "3" },
    { "least (NULL, 5, NULL)", "5" },
    { "greatest (NULL, NULL)", "NULL" },
    { "least (2, 1.5)", "1.5" },
    { "greatest (-9223372036854775807, -9223372036854775806)", "-9223372036854775806" },
    { "greatest (9007199254740993, 9007199254740992)", "9007199254740993" },
    { "least ('b', 'a')", "'a'" },
    { "greatest ('2026-01-02', '2026-01-10')", "'2026-01-10'" },
    { "least (7)", "7" },
    { "days_between ('2026-01-01', '2026-03-01')", "59" },
    { "days_between ('2024-03-01', '2024-02-28')", "-2" },
    { "days_between ('2024-02-30', '2024-02-28')", "NULL" },
    { "days_between (NULL, '2024-02-28')", "NULL" },
    { "add_days ('2024-02-28', 2)", "'2024-03-01'" },
    { "add_days ('2026-01-01', -1)", "'2025-12-31'" },
    { "add_days ('2026-01-01', 9999999)", "NULL" },
    { "add_days (NULL, 1)", "NULL" },
    { "add_days ('soon', 1)", "NULL" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = evaluate (engine, cases[i].expression);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* What the log says of a value is read back as the same value: tras-sqlite-literals.c. */
static void
test_literals (void)
{
  static const double reals[] = {
    0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.30000000000000004, 1.0 / 3.0, -2.5, 1234.56, 99999999.999,
    2147483.647, 2147483.648, 4294967296.5, 1e15, 1e16, 123456789012345678.0, 1e22, 1e-7,
    -14.433352999999999, 16.6667, -0.0625, 1e300, -1e-300, DBL_MAX, DBL_MIN, DBL_TRUE_MIN,
    INFINITY,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);
  g_autoptr (TrasStatement) write = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *mixed = NULL;

  g_assert_no_error (error);
  mixed = evaluate (engine, "tras_literals (1, NULL, 'it''s', '', -9223372036854775807 - 1, 0.5)");
  g_assert_cmpstr (mixed, ==, "'1,NULL,''it''''s'','''',-9223372036854775808,0.5'");

  write = tras_engine_prepare (engine, "SELECT tras_literals ($1)", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (reals) + 20000; i++)
    {
      double real = i < G_N_ELEMENTS (reals) ? reals[i]
                    : i % 2 == 0 ? g_rand_int_range (rand, -2000000000, 2000000000) / 1000.0
                                 : g_rand_double_range (rand, -1e6, 1e6);
      g_autofree char *literal = NULL;
      g_autofree char *sql = NULL;
      g_autoptr (TrasStatement) read = NULL;

      tras_statement_bind_real (write, 1, real);
      g_assert_cmpint (tras_statement_step (write, &error), ==, 1);
      literal = g_strdup (tras_statement_column_text (write, 0));
      tras_statement_reset (write);

      sql = g_strdup_printf ("SELECT %s", literal);
      read = tras_engine_prepare_once (engine, sql, &error);
      g_assert_no_error (error);
      g_assert_cmpint (tras_statement_step (read, &error), ==, 1);
      if (tras_statement_column_real (read, 0) != real)
        g_test_message ("%.17g: %s", real, literal);
      g_assert_true (tras_statement_column_real (read, 0) == real);
      tras_statement_reset (read);

      g_assert_true (tras_statement_bind_literals (write, 1, literal, 1));
      g_assert_cmpint (tras_statement_step (write, &error), ==, 1);
      g_assert_cmpstr (tras_statement_column_text (write, 0), ==, literal);
      tras_statement_reset (write);
    }
}

/* What the log says is bound as it was written; what is no row of it is not taken for one. */
static void
test_bind_literals (void)
{
  static const struct
  {
    const char *literals;
    guint n;
  } wrong[] = {
    { "", 1 }, { "1,2", 1 }, { "1", 2 }, { "1,", 2 }, { "'it", 1 }, { "'it's'", 1 }, { "it", 1 },
    { "-", 1 }, { "1)", 1 }, { "1; DROP TABLE x", 1 }, { "1/'a'", 1 }, { "1/", 1 }, { "NULLS", 1 },
    { "9223372036854775808", 1 }, { "(SELECT 1)", 1 }, { " 1", 1 }, { "1 ,2", 2 },
  };
  static const char *const right[] = {
    "1,NULL,''", "-9223372036854775808,'it''s','''a'''''", "9223372036854775807,'a,b',0.5",
    "'1','NULL','“ñandú”;--\n'",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);
  g_autoptr (TrasStatement) two = NULL, four = NULL;

  g_assert_no_error (error);
  two = tras_engine_prepare (engine, "SELECT $1, $2", &error);
  four = tras_engine_prepare (engine, "SELECT $1, tras_literals ($4, $2, $3)", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tras_statement_bind_literals (two, 1, wrong[i].literals, wrong[i].n));
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *turned = g_strdup (right[i]);

      /* The last of the three comes first: parameters stand where they like. */
      for (guint turn = 0; turn < 3; turn++)
        {
          g_assert_true (tras_statement_bind_literals (four, 2, turned, 3));
          g_assert_cmpint (tras_statement_step (four, &error), ==, 1);
          g_assert_true (tras_statement_column_null (four, 0));
          g_free (turned);
          turned = g_strdup (tras_statement_column_text (four, 1));
          tras_statement_reset (four);
          g_assert_cmpint (g_str_equal (turned, right[i]), ==, turn == 2);
        }
    }
}

/* $n is the n-th value wherever it stands, and however often. */
static void
test_parameters (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare (engine, "SELECT $3, $1, $2, $1, $4", &error);
  g_assert_no_error (error);
  tras_statement_bind_int (statement, 1, 10);
  tras_statement_bind_real (statement, 2, 2.5);
  tras_statement_bind_text (statement, 3, "año");
  tras_statement_bind_text (statement, 4, NULL);
  for (int round = 0; round < 2; round++)
    {
      g_assert_cmpint (tras_statement_step (statement, &error), ==, 1);
      g_assert_cmpstr (tras_statement_column_text (statement, 0), ==, "año");
      g_assert_cmpint (tras_statement_column_int (statement, 1), ==, 10);
      g_assert_cmpfloat (tras_statement_column_real (statement, 2), ==, 2.5);
      g_assert_cmpint (tras_statement_column_int (statement, 3), ==, 10);
      g_assert_true (tras_statement_column_null (statement, 4));
      g_assert_cmpint (tras_statement_step (statement, &error), ==, 0);
    }
}

static void
assert_gathered (TrasEngine   *engine,
                 const char   *sql,
                 int           n_columns,
                 gint64        parameter,
                 const gint64 *expected,
                 guint         n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GArray) numbers = NULL;

  statement = tras_engine_prepare_gather (engine, sql, n_columns, &error);
  g_assert_no_error (error);
  tras_statement_bind_int (statement, 1, parameter);
  numbers = tras_statement_gather (statement, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (numbers->data, numbers->len * sizeof (gint64), expected,
                   n_expected * sizeof (gint64));
}

/* Many rows at once are the rows that come one by one, in their order. */
static void
test_gather (void)
{
  const char *sql = "SELECT a.x, a.y FROM a WHERE a.x > $1 ORDER BY a.z, a.x LIMIT 3";
  const gint64 all[] = { 3, tras_id_sort_key (-0.5), 2, G_MININT64, 1, tras_id_sort_key (1e9) };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GArray) numbers = NULL;

  tras_engine_exec (engine, "CREATE TABLE a (x INTEGER, y REAL, z INTEGER) STRICT;"
                            "INSERT INTO a VALUES (1, 1000000000, 8), (2, NULL, 7), (3, -0.5, 6)",
                    &error);
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      assert_gathered (engine, sql, 2, 0, all, 6);
      assert_gathered (engine, sql, 2, 1, all, 4);
      assert_gathered (engine, sql, 2, 3, NULL, 0);
    }

  /* More than are gathered at a time, in the order of an index and against it. */
  tras_engine_exec (engine, "CREATE TABLE b (x INTEGER, y INTEGER) STRICT;"
                            "CREATE INDEX b_y ON b (y);"
                            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL"
                            " SELECT i + 1 FROM n WHERE i < 4999)"
                            " INSERT INTO b SELECT i, 7 * i % 5000 FROM n",
                    &error);
  g_assert_no_error (error);
  for (guint way = 0; way < 2; way++)
    {
      g_autoptr (TrasStatement) ordered = NULL;
      g_autoptr (GArray) keys = NULL;

      ordered = tras_engine_prepare_gather (engine,
                                            way == 0 ? "SELECT b.y FROM b ORDER BY b.y"
                                                     : "SELECT b.y FROM b ORDER BY b.y DESC",
                                            1, &error);
      keys = tras_statement_gather (ordered, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (keys->len, ==, 5000);
      for (guint i = 0; i < keys->len; i++)
        g_assert_cmpint (g_array_index (keys, gint64, i), ==, way == 0 ? i : 4999 - i);
    }

  g_cancellable_cancel (cancellable);
  tras_engine_set_cancellable (engine, cancellable);
  statement = tras_engine_prepare_gather (engine, "SELECT b.x FROM b WHERE b.x > $1", 1, &error);
  numbers = tras_statement_gather (statement, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (numbers);
  tras_engine_set_cancellable (engine, NULL);
  assert_gathered (engine, sql, 2, 0, all, 6);
}

/* The same text twice at a time is two statements, and a kept one comes back clean. */
static void
test_kept (void)
{
  const char *sql = "SELECT $1 UNION ALL SELECT $1 + 1";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);
  g_autoptr (TrasStatement) outer = tras_engine_prepare (engine, sql, &error);

  tras_statement_bind_int (outer, 1, 1);
  g_assert_cmpint (tras_statement_step (outer, &error), ==, 1);
  {
    g_autoptr (TrasStatement) inner = tras_engine_prepare (engine, sql, &error);

    g_assert_true (inner != outer);
    tras_statement_bind_int (inner, 1, 100);
    g_assert_cmpint (tras_statement_step (inner, &error), ==, 1);
    g_assert_cmpint (tras_statement_column_int (inner, 0), ==, 100);
  }
  g_assert_cmpint (tras_statement_step (outer, &error), ==, 1);
  g_assert_cmpint (tras_statement_column_int (outer, 0), ==, 2);
  g_clear_object (&outer);

  outer = tras_engine_prepare (engine, sql, &error);
  g_assert_cmpint (tras_statement_step (outer, &error), ==, 1);
  g_assert_true (tras_statement_column_null (outer, 0));
  g_clear_object (&outer);

  /* More than are kept. */
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("SELECT %d", i);
      g_autoptr (TrasStatement) statement = tras_engine_prepare (engine, text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (tras_statement_step (statement, &error), ==, 1);
      g_assert_cmpint (tras_statement_column_int (statement, 0), ==, i);
    }
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);

  g_assert_null (tras_engine_prepare (engine, "SELEKT 1", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_BUG);
  g_clear_error (&error);

  g_assert_true (tras_engine_exec (engine, "CREATE TABLE a (x INTEGER UNIQUE CHECK (x > 0)) STRICT;"
                                           "INSERT INTO a VALUES (1)",
                                   &error));
  g_assert_false (tras_engine_exec (engine, "INSERT INTO a VALUES (1)", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (tras_engine_exec (engine, "INSERT INTO a VALUES ('one')", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&error);

  /* What a file could carry into the program. */
  g_assert_false (tras_engine_exec (engine, "SELECT load_extension ('x')", &error));
  g_clear_error (&error);
  g_assert_false (tras_engine_exec (engine, "SELECT \"no such column\" FROM a", &error));
  g_clear_error (&error);
  tras_engine_exec (engine, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL);
  g_assert_true (tras_engine_exec (engine, "SELECT * FROM a", &error));
  g_assert_no_error (error);
}

static void
test_transactions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEngine) engine = tras_sqlite_open_memory (&error);
  g_autofree char *count = NULL;

  tras_engine_exec (engine, "CREATE TABLE a (x INTEGER) STRICT", &error);
  g_assert_true (tras_engine_begin (engine, &error));
  g_assert_true (tras_engine_in_transaction (engine));
  tras_engine_exec (engine, "INSERT INTO a VALUES (1), (2)", &error);
  g_assert_cmpint (tras_engine_get_changed_rows (engine), ==, 2);
  tras_engine_rollback (engine);
  g_assert_false (tras_engine_in_transaction (engine));
  tras_engine_rollback (engine);
  count = evaluate (engine, "(SELECT count (*) FROM a)");
  g_assert_cmpstr (count, ==, "0");
}

static gboolean
has (GPtrArray  *names,
     const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

static void
test_indexed (Fixture       *fixture,
              gconstpointer  data)
{
  TrasEngine *engine = tras_db_get_engine (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) item = NULL, movement = NULL;

  item = tras_engine_list_indexed (engine, "item", &error);
  movement = tras_engine_list_indexed (engine, "movement", &error);

  g_assert_no_error (error);
  g_assert_true (has (item, "name_key"));
  g_assert_true (has (item, "sku"));
  g_assert_true (has (item, "supplier_id"));
  /* An index over some rows only. */
  g_assert_false (has (item, "barcode"));
  g_assert_true (has (movement, "moved_on"));
  /* An index in another order. */
  g_assert_false (has (movement, "item_id"));
  g_assert_false (has (movement, "quantity"));
}

/* Whatever a list shows of other tables, down to what triggers keep. */
static void
test_sources (Fixture       *fixture,
              gconstpointer  data)
{
  const char *const item[] = { "item_view", NULL };
  const char *const area[] = { "area", NULL };
  TrasEngine *engine = tras_db_get_engine (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) of_item = tras_schema_list_sources (engine, item, &error);
  g_autoptr (GPtrArray) of_area = tras_schema_list_sources (engine, area, &error);

  g_assert_no_error (error);
  g_assert_true (has (of_item, "item"));
  g_assert_true (has (of_item, "supplier"));
  g_assert_true (has (of_item, "location"));
  g_assert_true (has (of_item, "reservation"));
  g_assert_true (has (of_item, "purchase_line"));
  g_assert_true (has (of_item, "receipt"));
  /* By way of balance. */
  g_assert_true (has (of_item, "movement"));
  g_assert_false (has (of_item, "goal"));
  g_assert_cmpuint (of_area->len, ==, 1);
}

/* A view adds columns to its table's rows, it neither adds nor drops rows: ids are read from the
 * table alone. */
static void
test_views_keep_rows (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *n_items = NULL, *n_movements = NULL;
  TrasEngine *engine = tras_db_get_engine (fixture->db);
  gint64 outside = fixture_location (fixture->db, "Fuera", "supplier");
  gint64 shelf = fixture_location (fixture->db, "Estante", "inside");

  fixture_supplier (fixture->db, "Uno");
  for (guint i = 0; i < 6; i++)
    {
      gint64 item = fixture_insert (fixture->db, fixture_new_item (rand, i, 1));

      for (guint j = 0; j < i; j++)
        fixture_insert (fixture->db,
                        fixture_new_movement (item, outside, shelf, 1000, "purchase"));
    }
  n_items = evaluate (engine, "(SELECT count (*) FROM item_view)");
  n_movements = evaluate (engine, "(SELECT count (*) FROM movement_view)");
  g_assert_cmpstr (n_items, ==, "6");
  g_assert_cmpstr (n_movements, ==, "15");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sqlite/functions", test_functions);
  g_test_add_func ("/sqlite/literals", test_literals);
  g_test_add_func ("/sqlite/bind-literals", test_bind_literals);
  g_test_add_func ("/sqlite/parameters", test_parameters);
  g_test_add_func ("/sqlite/gather", test_gather);
  g_test_add_func ("/sqlite/kept", test_kept);
  g_test_add_func ("/sqlite/errors", test_errors);
  g_test_add_func ("/sqlite/transactions", test_transactions);
  g_test_add ("/sqlite/indexed", Fixture, NULL, fixture_set_up, test_indexed, fixture_tear_down);
  g_test_add ("/sqlite/sources", Fixture, NULL, fixture_set_up, test_sources, fixture_tear_down);
  g_test_add ("/sqlite/views-keep-rows", Fixture, NULL, fixture_set_up, test_views_keep_rows,
              fixture_tear_down);

  return g_test_run ();
}
