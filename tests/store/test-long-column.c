/* test-long-column.c: what is kept of a column is what the table says, whatever happens to its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"
#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-long-column.h"

#define N_SUPPLIERS 5
#define N_STEPS 150

static const TrasLongColumn *
find (TrasDb     *db,
      const char *name)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  const TrasLongColumn *column;

  tras_long_column_find (db, "item", tras_table_find_field (table, name), &column, &error);
  g_assert_no_error (error);

  return column;
}

static gboolean
is_among (GArray *values,
          gint64  value)
{
  for (guint i = 0; i < values->len; i++)
    {
      if (g_array_index (values, gint64, i) == value)
        return TRUE;
    }

  return FALSE;
}

static GArray *
read_pairs (TrasDb *db)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  GArray *pairs;

  statement = tras_engine_prepare_gather (tras_db_get_engine (db),
                                          "SELECT t.id, t.supplier_id FROM item t ORDER BY t.id", 2,
                                          &error);
  g_assert_no_error (error);
  pairs = tras_statement_gather (statement, &error);
  g_assert_no_error (error);

  return pairs;
}

/* All pairs, those of some rows, and the rows that refer to some suppliers. */
static void
assert_references (TrasDb *db,
                   GRand  *rand)
{
  const TrasLongColumn *column = find (db, "supplier_id");
  g_autoptr (GArray) expected = read_pairs (db);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 largest = expected->len > 0 ? g_array_index (expected, gint64, expected->len - 2) : 0;
  g_autoptr (TrasIdSet) matches = tras_id_set_new (largest);
  g_autoptr (TrasIdSet) some = tras_id_set_new (largest);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) of_some = NULL;
  guint n_matches = 0, n_some = 0;

  g_assert_nonnull (column);
  all = tras_long_column_list_pairs (column, NULL);
  g_assert_cmpmem (all->data, all->len * sizeof (gint64), expected->data,
                   expected->len * sizeof (gint64));

  /* One of them is of nobody. */
  for (guint i = 0; i < 2; i++)
    {
      gint64 value = g_array_index (expected, gint64,
                                    2 * g_rand_int_range (rand, 0, (gint32) expected->len / 2) + 1);

      value = value != G_MININT64 ? value : 1000000;
      g_array_append_val (wanted, value);
    }
  tras_long_column_add_matches (column, wanted, matches);
  for (guint i = 0; i < expected->len; i += 2)
    {
      gint64 id = g_array_index (expected, gint64, i);
      gboolean match = is_among (wanted, g_array_index (expected, gint64, i + 1));

      g_assert_cmpint (tras_id_set_contains (matches, id), ==, match);
      n_matches += match;
      if (g_rand_boolean (rand))
        tras_id_set_add (some, id);
    }
  g_assert_cmpuint (tras_id_set_count (matches), ==, n_matches);

  of_some = tras_long_column_list_pairs (column, some);
  for (guint i = 0; i < expected->len; i += 2)
    {
      if (!tras_id_set_contains (some, g_array_index (expected, gint64, i)))
        continue;
      g_assert_cmpint (g_array_index (of_some, gint64, n_some), ==,
                       g_array_index (expected, gint64, i));
      g_assert_cmpint (g_array_index (of_some, gint64, n_some + 1), ==,
                       g_array_index (expected, gint64, i + 1));
      n_some += 2;
    }
  g_assert_cmpuint (of_some->len, ==, n_some);
}

static void
assert_letters (TrasDb *db)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tras_db_select (db, query, &error);
  const TrasLongColumn *column = find (db, "sku");

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      TrasItem *item = items->pdata[i];
      g_autofree char *lower = g_ascii_strdown (item->sku, -1);

      g_assert_true (tras_long_column_may_contain (column, item->sku));
      g_assert_true (tras_long_column_may_contain (column, lower + g_utf8_strlen (lower, -1) / 2));
    }
  g_assert_true (tras_long_column_may_contain (column, ""));
  g_assert_true (tras_long_column_may_contain (column, "k"));
  g_assert_false (tras_long_column_may_contain (column, "sku-zz"));
}

static TrasItem *
pick (TrasDb *db,
      GRand  *rand)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = tras_db_select (db, query, NULL);

  return g_object_ref (items->pdata[g_rand_int_range (rand, 0, (gint32) items->len)]);
}

static gint64
add_supplier (TrasDb *db,
              guint   number)
{
  g_autofree char *name = g_strdup_printf ("Proveedor %u", number);

  return fixture_supplier (db, name);
}

static void
insert_items (TrasDb *db,
              GRand  *rand,
              guint  *next_number,
              guint   n_suppliers,
              guint   n)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Items");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrasItem) item = fixture_new_item (rand, (*next_number)++, n_suppliers);

      tras_edit_insert (edit, item);
    }
  fixture_write (db, edit);
}

/* Rows that come, change and go, edits that are undone and such as were never finished, from this
 * desk or another: both know. */
static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) desk = NULL;
  guint next_number = 1;

  fixture_start_ids (fixture->db, "item", 30000);
  for (guint i = 0; i < N_SUPPLIERS; i++)
    add_supplier (fixture->db, i);
  insert_items (fixture->db, rand, &next_number, N_SUPPLIERS, 20);
  desk = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);

  for (guint step = 0; step < N_STEPS; step++)
    {
      TrasDb *db = g_rand_boolean (rand) ? desk : fixture->db;
      g_autoptr (TrasEdit) edit = tras_edit_new ("Item");
      g_autoptr (TrasItem) item = pick (db, rand);

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          insert_items (db, rand, &next_number, N_SUPPLIERS,
                        (guint) g_rand_int_range (rand, 1, 4));
          break;
        case 1:
          item->supplier_id = g_rand_int_range (rand, 0, N_SUPPLIERS + 1);
          tras_edit_update (edit, item);
          fixture_write (db, edit);
          break;
        case 2:
          tras_edit_delete (edit, item);
          fixture_write (db, edit);
          insert_items (db, rand, &next_number, N_SUPPLIERS, 1);
          break;
        case 3:
          {
            g_autofree char *label = tras_edit_log_undo (db, 0, NULL, NULL, NULL, &error);

            g_clear_error (&error);
          }
          break;
        case 4:
          {
            g_autoptr (TrasItem) made = fixture_new_item (rand, next_number, N_SUPPLIERS);

            tras_db_begin (db, "Item", &error);
            tras_db_insert (db, made, &error);
            g_assert_no_error (error);
            /* What may be taken back is not learned. */
            g_assert_null (find (db, "supplier_id"));
            g_assert_null (find (db, "sku"));
            tras_db_rollback (db);
          }
          break;
        default:
          g_assert_not_reached ();
        }
      assert_references (fixture->db, rand);
      assert_letters (fixture->db);
      if (step % 3 == 0)
        assert_references (desk, rand);
    }
}

/* Ids of suppliers on both sides of what two bytes hold. */
static void
test_width (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  guint next_number = 1;

  fixture_start_ids (fixture->db, "item", 30000);
  fixture_start_ids (fixture->db, "supplier", G_MAXUINT16 - 6);
  for (guint i = 0; i < 10; i++)
    {
      gint64 supplier = add_supplier (fixture->db, i);
      TrasItem *item = fixture_new_item (rand, next_number++, 0);

      item->supplier_id = supplier;
      fixture_insert (fixture->db, item);
      insert_items (fixture->db, rand, &next_number, 0, 1);
      assert_references (fixture->db, rand);
    }
}

/* A short table is asked by SQL, and one whose ids are far apart. */
static void
test_unfit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);
  guint next_number = 1;

  g_assert_null (find (fixture->db, "supplier_id"));
  insert_items (fixture->db, rand, &next_number, 0, 3);
  g_assert_null (find (fixture->db, "supplier_id"));
  g_assert_null (find (fixture->db, "sku"));
  fixture_start_ids (fixture->db, "item", TRAS_LONG_COLUMN_LARGEST_ID - 1);
  insert_items (fixture->db, rand, &next_number, 0, 1);
  g_assert_nonnull (find (fixture->db, "sku"));
  insert_items (fixture->db, rand, &next_number, 0, 1);
  g_assert_null (find (fixture->db, "supplier_id"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/long-column/random-walk", Fixture, NULL, fixture_set_up, test_random_walk,
              fixture_tear_down);
  g_test_add ("/long-column/width", Fixture, NULL, fixture_set_up, test_width, fixture_tear_down);
  g_test_add ("/long-column/unfit", Fixture, NULL, fixture_set_up, test_unfit, fixture_tear_down);

  return g_test_run ();
}
