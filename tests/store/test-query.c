/* test-query.c: a query finds what looking at every record finds, in the same order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whichever way tras-query-plan.c and tras-query-hits.c choose to find it.
 */

#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "tras-area.h"
#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-id-set.h"
#include "tras-id-sort.h"
#include "tras-query.h"
#include "tras-tables.h"

#define N_ITEMS 90
#define N_MOVEMENTS 200

/* The items follow on @before. */
static void
fill_from (TrasDb *db,
           gint64  before)
{
  static const char *const suppliers[] = { "Zapatos", "álamo", "Ñandú", "alamo", "Nube" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Firm");
  gint64 outside, shelf, store_room;

  for (guint i = 0; i < G_N_ELEMENTS (suppliers); i++)
    fixture_supplier (db, suppliers[i]);
  outside = fixture_location (db, "Proveedores", "supplier");
  shelf = fixture_location (db, "Estante", "inside");
  store_room = fixture_location (db, "Almacén", "inside");
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (TrasItem) item = fixture_new_item (rand, i * 37 % N_ITEMS, 5);

      tras_edit_insert (edit, item);
    }
  fixture_write (db, edit);

  g_clear_object (&edit);
  edit = tras_edit_new ("Deliveries");
  for (guint i = 0; i < N_MOVEMENTS; i++)
    {
      gint64 item = before + g_rand_int_range (rand, 1, N_ITEMS + 1);
      gint64 to = g_rand_boolean (rand) ? shelf : store_room;
      g_autoptr (TrasMovement) movement = NULL;

      movement = fixture_new_movement (item, outside, to, 1000 * g_rand_int_range (rand, 1, 5),
                                       g_rand_boolean (rand) ? "purchase" : "opening");
      movement->moved_on += g_rand_int_range (rand, 0, 20);
      if (g_rand_boolean (rand))
        movement->unit_cost = g_rand_int_range (rand, 0, 5000);
      if (g_rand_boolean (rand))
        movement->code = g_strdup_printf ("FRA/%u", i);
      tras_edit_insert (edit, movement);
    }
  fixture_write (db, edit);
}

static void
fill (TrasDb *db)
{
  fill_from (db, 0);
}

static void
assert_same (const Wanted *wanted,
             GType         type,
             TrasDb       *db)
{
  g_autoptr (TrasQuery) query = wanted_to_query (wanted, type);
  g_autoptr (GPtrArray) expected = wanted_select (wanted, type, db);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TrasQuery) whole = tras_query_new (type);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) order = NULL;
  g_autoptr (GArray) sifted = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GError) error = NULL;
  gboolean more, more_sifted;

  ids = tras_db_select_ids (db, query, &error);
  g_assert_no_error (error);
  records = tras_db_select (db, query, &error);
  g_assert_no_error (error);
  first = tras_db_select_first_ids (db, query, NULL, 10, &more, &error);
  g_assert_no_error (error);

  /* Out of an order that is known. */
  tras_query_order (whole, wanted->order, wanted->descending);
  order = tras_db_select_ids (db, whole, &error);
  sifted = tras_db_select_first_ids (db, query, order, 0, &more_sifted, &error);
  g_assert_no_error (error);
  g_assert_false (more_sifted);
  g_assert_cmpmem (sifted->data, sifted->len * sizeof (gint64), ids->data,
                   ids->len * sizeof (gint64));

  g_assert_cmpint (tras_db_count (db, query, &error), ==, expected->len);
  g_assert_cmpuint (ids->len, ==, expected->len);
  g_assert_cmpuint (records->len, ==, expected->len);
  g_assert_true (first->len == expected->len || (first->len == 10 && more));
  g_assert_cmpint (more, ==, first->len < expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      TrasRecord *record = expected->pdata[i];

      g_assert_cmpint (g_array_index (ids, gint64, i), ==, record->id);
      g_assert_true (tras_record_equal (records->pdata[i], record));
      if (i < first->len)
        g_assert_cmpint (g_array_index (first, gint64, i), ==, record->id);
    }
}

/* Every field as the order, both ways, with and without something to find. */
static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  const GType types[] = { TRAS_TYPE_ITEM, TRAS_TYPE_MOVEMENT, TRAS_TYPE_SUPPLIER };

  fill (fixture->db);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      const TrasTable *table = tras_record_type_get_table (types[t]);

      for (guint i = 0; i <= table->n_fields; i++)
        {
          for (guint way = 0; way < 4; way++)
            {
              const Wanted wanted = {
                .order = i < table->n_fields ? table->fields[i].name : NULL,
                .descending = way & 1,
                .search = way & 2 ? "la" : NULL,
              };

              assert_same (&wanted, types[t], fixture->db);
            }
        }
    }
}

/* Every operator, on every kind of field that a condition may name. */
static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  const Wanted conditions[] = {
    { .field = "id", .value = 40 },
    { .field = "price", .value = 20000 },
    { .field = "active", .value = 1 },
    { .field = "supplier_id", .value = 2 },
    { .field = "reorder_at", .value = 1000 },
    { .field = "on_hand", .value = 3000 },
    { .field = "name", .text = "Tuerca" },
    { .field = "state", .text = "ok" },
    { .field = "sku", .text = "Sku-050" },
    { .field = "barcode", .text = "7" },
  };
  const Wanted days = { .field = "moved_on", .value = tras_day_new (2026, 3, 10) };

  fill (fixture->db);
  for (int op = TRAS_QUERY_EQ; op <= TRAS_QUERY_GE; op++)
    {
      Wanted day = days;

      for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
        {
          Wanted wanted = conditions[i];

          wanted.op = (TrasQueryOp) op;
          assert_same (&wanted, TRAS_TYPE_ITEM, fixture->db);
          wanted.order = "name";
          wanted.search = "1";
          assert_same (&wanted, TRAS_TYPE_ITEM, fixture->db);
        }
      day.op = (TrasQueryOp) op;
      assert_same (&day, TRAS_TYPE_MOVEMENT, fixture->db);
    }
}

static void
test_searches (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const searches[] = {
    "", " ", "tor", "TOR", "latón", "LATON", "ñ", "n", "caña", "cana", "100 %", "%", "_", "caja_",
    "\\", "'", "\"", "sku-00", "SKU-01", "fra/1", "tor sku", "la   ñandu", "zzz", "ø", "os",
    "estante", "Almacen", "nandú",
  };

  fill (fixture->db);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      const Wanted wanted = { .search = searches[i] };

      assert_same (&wanted, TRAS_TYPE_ITEM, fixture->db);
      assert_same (&wanted, TRAS_TYPE_MOVEMENT, fixture->db);
      assert_same (&wanted, TRAS_TYPE_SUPPLIER, fixture->db);
    }
}

/* Ids as in a long table, and as nobody expects them. What is written later is found as well. */
static void
test_long_tables (Fixture       *fixture,
                  gconstpointer  data)
{
  const GType types[] = { TRAS_TYPE_ITEM, TRAS_TYPE_MOVEMENT };
  static const char *const searches[] = {
    NULL, "sku-00", "fra/1", "tor", "q/7", "zzz", "sku-01 tu", "estan", "alamo", "almacen tor",
  };
  static const char *const orders[] = { NULL, "unit", "item_id", "to_id", "supplier_id" };
  const gint64 before = g_ascii_strtoll (data, NULL, 10);
  g_autoptr (GError) error = NULL;

  fixture_start_ids (fixture->db, "item", before);
  fixture_start_ids (fixture->db, "movement", before);
  fill_from (fixture->db, before);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
      g_autoptr (TrasItem) item = tras_db_find (fixture->db, query, &error);
      g_autoptr (TrasEdit) edit = tras_edit_new ("New number");

      for (guint i = 0; i < G_N_ELEMENTS (searches) * G_N_ELEMENTS (orders); i++)
        {
          const Wanted wanted = {
            .search = searches[i % G_N_ELEMENTS (searches)],
            .order = orders[i / G_N_ELEMENTS (searches)],
            .descending = (i + round) % 2,
          };

          for (guint t = 0; t < G_N_ELEMENTS (types); t++)
            {
              const TrasTable *table = tras_record_type_get_table (types[t]);

              if (wanted.order == NULL || tras_table_find_field (table, wanted.order) != NULL)
                assert_same (&wanted, types[t], fixture->db);
            }
        }

      /* Letters that no number had before. */
      g_free (item->sku);
      item->sku = g_strdup ("Q/7");
      tras_edit_update (edit, item);
      fixture_write (fixture->db, edit);
    }
}

/* So many that they are not read one by one. */
static void
test_many_hits (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const orders[] = { NULL, "id", "sku", "name", "unit", "price", "supplier_id" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Items");

  fixture_supplier (fixture->db, "Uno");
  fixture_supplier (fixture->db, "Dos");
  for (guint i = 0; i < 2300; i++)
    {
      g_autoptr (TrasItem) item = fixture_new_item (rand, i * 7 % 2300, 2);

      tras_edit_insert (edit, item);
    }
  fixture_write (fixture->db, edit);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (orders); i++)
    {
      const Wanted wanted = { .search = "sku", .order = orders[i / 2], .descending = i % 2 };
      const Wanted some = {
        .search = "sku", .field = "pack", .value = 1000, .order = orders[i / 2],
      };

      assert_same (&wanted, TRAS_TYPE_ITEM, fixture->db);
      assert_same (&some, TRAS_TYPE_ITEM, fixture->db);
    }
}

static void
test_null_and_in (Fixture       *fixture,
                  gconstpointer  data)
{
  const gint64 some[] = { 3, 4, 5, 1000, -1 };
  g_autoptr (TrasQuery) null = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) value = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) in = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) nowhere = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) copy = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_null, n_value;

  fill (fixture->db);
  tras_query_where_null (null, "price", TRUE);
  tras_query_where_null (value, "price", FALSE);
  n_null = tras_db_count (fixture->db, null, &error);
  n_value = tras_db_count (fixture->db, value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_null, >, 0);
  g_assert_cmpint (n_value, >, 0);
  g_assert_cmpint (n_null + n_value, ==, N_ITEMS);

  tras_query_where_in (in, "id", some, G_N_ELEMENTS (some));
  tras_query_order (in, NULL, TRUE);
  copy = tras_query_dup (in);
  ids = tras_db_select_ids (fixture->db, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, 5 - (int) i);

  tras_query_where_in (nowhere, "supplier_id", NULL, 0);
  g_assert_cmpint (tras_db_count (fixture->db, nowhere, &error), ==, 0);
  g_assert_no_error (error);
}

/* What is cancelled ends with that, and the connection works on. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const Wanted wanted = { .order = "on_hand" };
  g_autoptr (TrasQuery) query = wanted_to_query (&wanted, TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  fill (fixture->db);
  g_cancellable_cancel (cancellable);
  tras_db_set_cancellable (fixture->db, cancellable);
  ids = tras_db_select_ids (fixture->db, query, &error);
  g_assert_null (ids);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  tras_db_set_cancellable (fixture->db, NULL);
  assert_same (&wanted, TRAS_TYPE_ITEM, fixture->db);
}

static void
test_load_many (Fixture       *fixture,
                gconstpointer  data)
{
  const gint64 ids[] = { 7, 12345, 7, 1 };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture->db);
  records = tras_db_load_many (fixture->db, TRAS_TYPE_ITEM, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (ids));
  g_assert_cmpint (TRAS_RECORD (records->pdata[0])->id, ==, 7);
  g_assert_null (records->pdata[1]);
  g_assert_true (tras_record_equal (records->pdata[0], records->pdata[2]));
  g_assert_cmpint (TRAS_RECORD (records->pdata[3])->id, ==, 1);
}

/* Every type can be ordered by every field, searched and counted, where there is hardly anything:
 * names that are referred to, by tables and by what only views have. */
static void
test_all_types (Fixture       *fixture,
                gconstpointer  data)
{
  TrasArea *area = tras_area_new ();

  area->name = g_strdup ("Abc");
  fixture_insert (fixture->db, area);
  for (guint t = 0; t < tras_tables_get_n (); t++)
    {
      GType type = tras_tables_get_type (t);
      const TrasTable *table = tras_record_type_get_table (type);

      for (guint i = 0; i < table->n_fields; i++)
        {
          g_autoptr (TrasQuery) query = tras_query_new (type);
          g_autoptr (GPtrArray) records = NULL;
          g_autoptr (GArray) ids = NULL;
          g_autoptr (GError) error = NULL;

          tras_query_order (query, table->fields[i].name, i % 2);
          tras_query_search (query, "abc d");
          records = tras_db_select (fixture->db, query, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (records->len, ==, 0);
          if (tras_db_get_shape (fixture->db, table->name, &error)->has_id)
            {
              ids = tras_db_select_ids (fixture->db, query, &error);
              g_assert_no_error (error);
              g_assert_cmpuint (ids->len, ==, 0);
            }
          g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, 0);
          g_assert_no_error (error);
        }
    }
}

/* ---- the sort ---- */

typedef struct
{
  gint64 id;
  gboolean null;
  gint64 number;
  double real;
  char text[8];
} Value;

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Value *x = a, *y = b;
  gboolean descending = GPOINTER_TO_INT (user_data);
  int way;

  if (x->null != y->null)
    return x->null ? 1 : -1;
  way = x->number < y->number ? -1 : x->number > y->number;
  if (way == 0)
    way = x->real < y->real ? -1 : x->real > y->real;
  if (way == 0)
    way = strcmp (x->text, y->text);
  if (way == 0)
    way = x->id < y->id ? -1 : x->id > y->id;

  return descending ? -way : way;
}

static void
test_sort (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  const gint64 numbers[] = { G_MININT64 + 1, -1, 0, 1, 255, 256, G_MAXINT64 };
  const double reals[] = { -1e308, -1.5, -1e-300, -0.0, 0.0, 1e-300, 2.5, 1e308 };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (TrasIdSort) sort = tras_id_sort_new ();
      g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (Value));
      g_autoptr (GArray) ids = NULL;
      guint n = round % 3 == 0 ? round % 7 : (guint) g_rand_int_range (rand, 0, 400);
      gboolean descending = g_rand_boolean (rand);
      gboolean in_order = g_rand_boolean (rand);
      gboolean wide = g_rand_boolean (rand);
      gboolean far = g_rand_boolean (rand);
      guint kind = round % 3;

      for (guint i = 0; i < n; i++)
        {
          Value value = { .null = g_rand_int_range (rand, 0, 8) == 0 };
          gint64 pair[2] = { 0, G_MININT64 };

          value.id = in_order ? (gint64) i + 1 : (gint64) ((i * 7919 + 13) % 100003) + 1;
          if (far)
            value.id *= G_MAXINT64 / 100003;
          if (kind == 0 && !value.null)
            {
              value.number = wide && g_rand_boolean (rand) ? numbers[g_rand_int_range (rand, 0, 7)]
                                                           : g_rand_int_range (rand, -99, 99);
              pair[1] = value.number;
            }
          if (kind == 1 && !value.null)
            {
              value.real = wide && g_rand_boolean (rand) ? reals[g_rand_int_range (rand, 0, 8)]
                                                         : g_rand_double_range (rand, -9, 9);
              pair[1] = tras_id_sort_key (value.real);
            }
          if (kind == 2 && !value.null)
            {
              for (int j = g_rand_int_range (rand, 0, 4); j > 0; j--)
                value.text[j - 1] = (char) g_rand_int_range (rand, 1, 256);
            }
          pair[0] = value.id;
          g_array_append_vals (pairs, pair, 2);
          tras_id_sort_add (sort, value.id, value.null ? NULL : value.text);
          g_array_append_val (values, value);
        }
      ids = kind == 2 ? tras_id_sort_end (sort, descending)
                      : tras_id_sort_pairs (pairs, descending);
      g_array_sort_with_data (values, compare_values, GINT_TO_POINTER (descending));
      g_assert_cmpuint (ids->len, ==, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (g_array_index (ids, gint64, i), ==, g_array_index (values, Value, i).id);
    }
}

static void
test_set (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint round = 0; round < 50; round++)
    {
      gint64 largest = g_rand_int_range (rand, 0, 300);
      g_autoptr (TrasIdSet) set = tras_id_set_new (largest);
      g_autoptr (TrasIdSet) other = tras_id_set_new (largest);
      g_autoptr (GArray) up = NULL, down = NULL;
      gboolean in[301] = { FALSE }, in_other[301] = { FALSE };
      guint count = 0;

      for (guint i = 0; i < 200; i++)
        {
          gint64 id = g_rand_int_range (rand, 0, (gint32) largest + 1);

          tras_id_set_add (set, id);
          in[id] = TRUE;
          id = g_rand_int_range (rand, 0, (gint32) largest + 1);
          tras_id_set_add (other, id);
          in_other[id] = TRUE;
        }
      tras_id_set_add (set, -1);
      tras_id_set_add (set, largest + 1);
      g_assert_false (tras_id_set_contains (set, -1));
      g_assert_false (tras_id_set_contains (set, largest + 1));

      tras_id_set_intersect (set, other);
      up = tras_id_set_list (set, FALSE);
      down = tras_id_set_list (set, TRUE);
      for (gint64 id = 0; id <= largest; id++)
        {
          g_assert_cmpint (tras_id_set_contains (set, id), ==, in[id] && in_other[id]);
          if (in[id] && in_other[id])
            g_assert_cmpint (g_array_index (up, gint64, count++), ==, id);
        }
      g_assert_cmpuint (tras_id_set_count (set), ==, count);
      g_assert_cmpuint (up->len, ==, count);
      for (guint i = 0; i < count; i++)
        g_assert_cmpint (g_array_index (down, gint64, i), ==,
                         g_array_index (up, gint64, count - 1 - i));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/query/orders", Fixture, NULL, fixture_set_up, test_orders, fixture_tear_down);
  g_test_add ("/query/conditions", Fixture, NULL, fixture_set_up, test_conditions,
              fixture_tear_down);
  g_test_add ("/query/searches", Fixture, NULL, fixture_set_up, test_searches, fixture_tear_down);
  g_test_add ("/query/long-tables", Fixture, "30000", fixture_set_up, test_long_tables,
              fixture_tear_down);
  g_test_add ("/query/far-ids", Fixture, "300000000", fixture_set_up, test_long_tables,
              fixture_tear_down);
  g_test_add ("/query/many-hits", Fixture, NULL, fixture_set_up, test_many_hits,
              fixture_tear_down);
  g_test_add ("/query/null-and-in", Fixture, NULL, fixture_set_up, test_null_and_in,
              fixture_tear_down);
  g_test_add ("/query/cancel", Fixture, NULL, fixture_set_up, test_cancel, fixture_tear_down);
  g_test_add ("/query/load-many", Fixture, NULL, fixture_set_up, test_load_many,
              fixture_tear_down);
  g_test_add ("/query/all-types", Fixture, NULL, fixture_set_up, test_all_types,
              fixture_tear_down);
  g_test_add_func ("/query/sort", test_sort);
  g_test_add_func ("/query/set", test_set);

  return g_test_run ();
}
