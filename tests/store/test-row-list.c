/* test-row-list.c: a list shows what its query finds, whatever happens to the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether tras-row-reader.c reads the order again or tras-query-patch.c mends it.
 */

#include "config.h"

#include "store-fixture.h"
#include "tras-error.h"
#include "tras-row-list.h"

#define N_SUPPLIERS 4
#define N_STEPS 160

/* A view: it holds a row object for each position, as it was told by items-changed, and on each
 * what it was last notified of. */
typedef struct
{
  TrasRowList *list;
  GPtrArray *rows;
  GHashTable *shown;
  guint n_notified;
  guint n_reordered;
} View;

static void
on_record (TrasRow    *row,
           GParamSpec *pspec,
           View       *view)
{
  view->n_notified++;
  g_hash_table_insert (view->shown, row, tras_row_get_record (row));
}

static void
row_free (gpointer row)
{
  g_object_unref (row);
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  View       *view)
{
  /* Only the end of the list comes or goes. */
  g_assert_cmpuint (position + removed, ==, view->rows->len);
  g_assert_true (removed == 0 || added == 0);
  g_assert_cmpuint (removed + added, >, 0);

  for (guint i = position; i < view->rows->len; i++)
    {
      g_signal_handlers_disconnect_by_data (view->rows->pdata[i], view);
      g_hash_table_remove (view->shown, view->rows->pdata[i]);
    }
  g_ptr_array_set_size (view->rows, (int) position);
  for (guint i = 0; i < added; i++)
    {
      TrasRow *row = g_list_model_get_item (model, position + i);

      g_assert_nonnull (row);
      g_signal_connect (row, "notify::record", G_CALLBACK (on_record), view);
      g_ptr_array_add (view->rows, row);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, view->rows->len);
  g_assert_null (g_list_model_get_item (model, view->rows->len));
}

static void
on_reordered (TrasRowList *list,
              View        *view)
{
  view->n_reordered++;
}

static void
view_init (View        *view,
           TrasRowList *list)
{
  view->list = list;
  view->rows = g_ptr_array_new_with_free_func (row_free);
  view->shown = g_hash_table_new (NULL, NULL);
  view->n_notified = view->n_reordered = 0;
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), view);
  g_signal_connect (list, "reordered", G_CALLBACK (on_reordered), view);
}

static void
view_clear (View *view)
{
  g_signal_handlers_disconnect_by_data (view->list, view);
  for (guint i = 0; i < view->rows->len; i++)
    g_signal_handlers_disconnect_by_data (view->rows->pdata[i], view);
  g_ptr_array_unref (view->rows);
  g_hash_table_unref (view->shown);
}

/* Whether the list has read everything it means to show. */
static gboolean
is_settled (View *view)
{
  if (tras_row_list_is_loading (view->list))
    return FALSE;
  for (guint i = 0; i < view->rows->len; i++)
    {
      TrasRecord *record = tras_row_get_record (view->rows->pdata[i]);

      if (record == NULL || record->id != tras_row_get_id (view->rows->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static void
settle (View *view)
{
  while (!is_settled (view))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_shows (View         *view,
              const Wanted *wanted,
              TrasDb       *db)
{
  g_autoptr (GPtrArray) records = wanted_select (wanted, TRAS_TYPE_ITEM, db);

  g_assert_no_error (tras_row_list_get_error (view->list));
  g_assert_cmpuint (view->rows->len, ==, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      TrasRecord *expected = records->pdata[i];
      TrasRow *row = view->rows->pdata[i];
      g_autoptr (TrasRow) again = g_list_model_get_item (G_LIST_MODEL (view->list), i);
      guint position;

      g_assert_true (again == row);
      g_assert_cmpint (tras_row_list_get_id (view->list, i), ==, expected->id);
      g_assert_cmpint (tras_row_get_id (row), ==, expected->id);
      g_assert_true (tras_record_equal (tras_row_get_record (row), expected));
      g_assert_true (g_hash_table_lookup (view->shown, row) == tras_row_get_record (row));
      g_assert_true (tras_row_list_find (view->list, expected->id, &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpint (tras_row_list_get_id (view->list, records->len), ==, 0);
  g_assert_false (tras_row_list_find (view->list, G_MAXINT64, NULL));
}

/* ---- a random walk ---- */

typedef struct
{
  TrasDb *db;
  GRand *rand;
  gint64 outside;
  gint64 shelf;
  guint next_number;
} World;

static TrasRecord *
pick (World *world,
      GType  type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GPtrArray) records = tras_db_select (world->db, query, NULL);

  if (records->len == 0)
    return NULL;

  return g_object_ref (
    records->pdata[g_rand_int_range (world->rand, 0, (gint32) records->len)]);
}

/* One user action or another, on items and on what their list shows of other tables. */
static TrasEdit *
random_edit (World *world)
{
  TrasEdit *edit = tras_edit_new ("Something");
  g_autoptr (TrasRecord) item = pick (world, TRAS_TYPE_ITEM);

  switch (g_rand_int_range (world->rand, 0, 7))
    {
    case 0:
    case 1:
      for (int i = g_rand_int_range (world->rand, 1, 9); i > 0; i--)
        {
          g_autoptr (TrasItem) made = fixture_new_item (world->rand, world->next_number++,
                                                        N_SUPPLIERS);

          tras_edit_insert (edit, made);
        }
      break;
    case 2:
    case 3:
      if (item != NULL)
        {
          g_autoptr (TrasItem) other = fixture_new_item (world->rand, world->next_number++,
                                                         N_SUPPLIERS);
          other->parent_instance.id = item->id;
          other->parent_instance.version = item->version;
          tras_edit_update (edit, other);
        }
      break;
    case 4:
      {
        g_autoptr (TrasSupplier) supplier = TRAS_SUPPLIER (pick (world, TRAS_TYPE_SUPPLIER));

        g_free (supplier->name);
        supplier->name = g_strdup_printf ("%c %u", g_rand_int_range (world->rand, 'a', 'z' + 1),
                                          world->next_number++);
        tras_edit_update (edit, supplier);
      }
      break;
    case 5:
      if (item != NULL)
        {
          g_autoptr (TrasMovement) movement = NULL;

          movement = fixture_new_movement (item->id, world->outside, world->shelf, 2000,
                                           "purchase");
          tras_edit_insert (edit, movement);
        }
      break;
    case 6:
      {
        /* Some that come to stand side by side, wherever they were before. */
        g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
        g_autoptr (GPtrArray) items = tras_db_select (world->db, query, NULL);

        for (guint i = 0; i < items->len && i < 6; i++)
          {
            TrasItem *one = items->pdata[(i * 7 + world->next_number) % items->len];

            if (i * 7 >= items->len)
              break;
            g_free (one->name);
            one->name = g_strdup_printf ("Ñame %u", i % 2);
            one->price = world->next_number % 3;
            tras_edit_update (edit, one);
          }
        world->next_number++;
      }
      break;
    default:
      g_assert_not_reached ();
    }

  return edit;
}

static void
random_wanted (World  *world,
               Wanted *wanted)
{
  static const char *const orders[] = {
    NULL, "name", "sku", "unit", "price", "supplier_id", "active", "barcode", "on_hand", "state",
    "supplier_name", "reorder_at",
  };
  static const char *const searches[] = {
    NULL, NULL, NULL, "to", "ñame", "name", "LATON", "sku-00", "SKU", "%", "_", "a 1", "  ", "zzz",
  };
  static const char *const fields[] = { NULL, NULL, "price", "active", "on_hand", "supplier_id" };

  *wanted = (Wanted) {
    .field = fields[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (fields))],
    .op = (TrasQueryOp) g_rand_int_range (world->rand, 0, TRAS_QUERY_GE + 1),
    .value = g_rand_int_range (world->rand, 0, 3),
    .search = searches[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (searches))],
    .order = orders[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (orders))],
    .descending = g_rand_boolean (world->rand),
  };
}

static void
on_changed (TrasStore   *store,
            TrasChanges *changes,
            guint       *count)
{
  (*count)++;
}

static void
world_init (World   *world,
            Fixture *fixture,
            guint32  seed)
{
  world->db = fixture->db;
  world->rand = g_rand_new_with_seed (seed);
  world->next_number = 1;
  for (guint i = 1; i <= N_SUPPLIERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Proveedor %u", N_SUPPLIERS - i);

      g_assert_cmpint (fixture_supplier (fixture->db, name), ==, i);
    }
  world->outside = fixture_location (fixture->db, "Fuera", "supplier");
  world->shelf = fixture_location (fixture->db, "Estante", "inside");
}

static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  first)
{
  g_autoptr (TrasStore) store = NULL;
  g_autoptr (TrasRowList) list = NULL;
  g_autoptr (GError) error = NULL;
  Wanted wanted = { NULL };
  World world;
  View view;
  guint n_changed = 0;

  world_init (&world, fixture, 20261121);
  fixture_start_ids (fixture->db, "item", GPOINTER_TO_INT (first));
  store = fixture_open_store (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &n_changed);
  list = tras_row_list_new (store, NULL);
  view_init (&view, list);

  for (guint step = 0; step < N_STEPS; step++)
    {
      int way = g_rand_int_range (world.rand, 0, 16);
      guint changed = n_changed;

      if (step == 0 || way < 8)
        {
          g_autoptr (TrasQuery) query = NULL;

          random_wanted (&world, &wanted);
          query = wanted_to_query (&wanted, TRAS_TYPE_ITEM);
          tras_row_list_set_query (list, query);
        }
      else
        {
          g_autoptr (TrasEdit) edit = random_edit (&world);
          gint64 before = tras_edit_log_get_last (world.db, NULL);

          /* Now and then somebody else at another desk. */
          if (way == 8)
            fixture_write (world.db, edit);
          else
            fixture_apply (store, edit, &error);
          g_assert_no_error (error);
          while (n_changed == changed && tras_edit_log_get_last (world.db, NULL) != before)
            g_main_context_iteration (NULL, TRUE);
        }
      settle (&view);
      assert_shows (&view, &wanted, world.db);
    }

  view_clear (&view);
  tras_row_list_set_store (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  fixture_close_store (store);
  g_rand_free (world.rand);
}

/* ---- single rules ---- */

typedef struct
{
  Fixture base;
  TrasStore *store;
  TrasRowList *list;
  World world;
  View view;
} Shown;

static void
shown_set_up (Shown         *shown,
              gconstpointer  data)
{
  guint n_items = GPOINTER_TO_UINT (data);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Items");
  g_autoptr (GError) error = NULL;

  fixture_set_up (&shown->base, NULL);
  world_init (&shown->world, &shown->base, 7);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TrasItem) item = fixture_new_item (shown->world.rand, i, N_SUPPLIERS);

      tras_edit_insert (edit, item);
    }
  fixture_write (shown->base.db, edit);
  shown->store = fixture_open_store (shown->base.path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  shown->list = tras_row_list_new (shown->store, query);
  view_init (&shown->view, shown->list);
}

static void
shown_tear_down (Shown         *shown,
                 gconstpointer  data)
{
  view_clear (&shown->view);
  g_clear_object (&shown->list);
  fixture_close_store (shown->store);
  g_clear_object (&shown->store);
  g_rand_free (shown->world.rand);
  fixture_tear_down (&shown->base, NULL);
}

static void
test_head (Shown         *shown,
           gconstpointer  data)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = 0;

  while (!is_settled (&shown->view))
    {
      g_main_context_iteration (NULL, TRUE);
      if (shown->view.rows->len != last)
        {
          last = shown->view.rows->len;
          g_array_append_val (sizes, last);
        }
    }

  /* The first screen, then all. */
  g_assert_cmpuint (sizes->len, ==, 2);
  g_assert_cmpuint (g_array_index (sizes, guint, 0), ==, 256);
  g_assert_cmpuint (g_array_index (sizes, guint, 1), ==, GPOINTER_TO_UINT (data));
}

static void
test_batch (Shown         *shown,
            gconstpointer  data)
{
  guint before;

  settle (&shown->view);
  before = shown->view.n_notified;
  g_assert_cmpuint (before, ==, GPOINTER_TO_UINT (data));

  /* Rows that are let go and asked for again are read again, in one turn. */
  for (guint i = 0; i < shown->view.rows->len; i++)
    g_signal_handlers_disconnect_by_data (shown->view.rows->pdata[i], &shown->view);
  g_ptr_array_set_size (shown->view.rows, 0);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      TrasRow *row = g_list_model_get_item (G_LIST_MODEL (shown->list), i);

      g_assert_null (tras_row_get_record (row));
      g_signal_connect (row, "notify::record", G_CALLBACK (on_record), &shown->view);
      g_ptr_array_add (shown->view.rows, row);
    }
  while (shown->view.n_notified == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (shown->view.n_notified, ==, 2 * before);
}

/* One record changes: one row says so. */
static void
test_one_change (Shown         *shown,
                 gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New price");
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (GError) error = NULL;
  guint before, reordered;

  settle (&shown->view);
  before = shown->view.n_notified;
  reordered = shown->view.n_reordered;
  item = tras_record_dup (tras_row_get_record (shown->view.rows->pdata[3]));
  item->price = 123456;
  tras_edit_update (edit, item);
  fixture_apply (shown->store, edit, &error);
  g_assert_no_error (error);
  while (shown->view.n_reordered == reordered)
    g_main_context_iteration (NULL, TRUE);
  settle (&shown->view);

  g_assert_cmpuint (shown->view.n_notified, ==, before + 1);
  g_assert_cmpint (TRAS_ITEM (tras_row_get_record (shown->view.rows->pdata[3]))->price, ==, 123456);
}

/* A row never shows nothing once it has shown something, and its object stays. */
static void
on_never_empty (TrasRow    *row,
                GParamSpec *pspec,
                gpointer    user_data)
{
  g_assert_nonnull (tras_row_get_record (row));
}

static void
test_repoint (Shown         *shown,
              gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) rows = NULL;
  const Wanted wanted = { .order = "sku", .descending = TRUE };

  settle (&shown->view);
  rows = g_ptr_array_copy (shown->view.rows, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (rows, g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_signal_connect (rows->pdata[i], "notify", G_CALLBACK (on_never_empty), NULL);

  tras_query_order (query, "sku", TRUE);
  tras_row_list_set_query (shown->list, query);
  g_assert_true (tras_row_list_is_loading (shown->list));
  for (guint i = 0; i < rows->len; i++)
    g_assert_nonnull (tras_row_get_record (rows->pdata[i]));
  settle (&shown->view);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (rows->pdata[i] == shown->view.rows->pdata[i]);
  assert_shows (&shown->view, &wanted, shown->base.db);
}

/* The last of several queries wins, and nothing of the others is shown. */
static void
test_typing (Shown         *shown,
             gconstpointer  data)
{
  static const char *const typed[] = { "t", "to", "tor", "torn", "tornx", "torn" };
  const Wanted wanted = { .search = "torn" };

  settle (&shown->view);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);

      tras_query_search (query, typed[i]);
      tras_row_list_set_query (shown->list, query);
    }
  shown->view.n_reordered = 0;
  settle (&shown->view);
  g_assert_cmpuint (shown->view.n_reordered, ==, 1);
  assert_shows (&shown->view, &wanted, shown->base.db);
}

/* A table that the list has nothing to do with. */
static void
test_untouched (Shown         *shown,
                gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New place");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (TrasItem) item = fixture_new_item (shown->world.rand, 999, 0);
  g_autoptr (GError) error = NULL;

  tras_row_list_set_query (shown->list, query);
  settle (&shown->view);
  g_assert_cmpuint (shown->view.rows->len, ==, N_SUPPLIERS);
  shown->view.n_reordered = 0;
  tras_edit_insert (edit, item);
  fixture_apply (shown->store, edit, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (tras_row_list_is_loading (shown->list));
  g_assert_cmpuint (shown->view.n_reordered, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/row-list/random-walk", Fixture, NULL, fixture_set_up, test_random_walk,
              fixture_tear_down);
  g_test_add ("/row-list/random-walk/long-table", Fixture, GINT_TO_POINTER (30000), fixture_set_up,
              test_random_walk, fixture_tear_down);
  g_test_add ("/row-list/head", Shown, GUINT_TO_POINTER (700), shown_set_up, test_head,
              shown_tear_down);
  g_test_add ("/row-list/batch", Shown, GUINT_TO_POINTER (50), shown_set_up, test_batch,
              shown_tear_down);
  g_test_add ("/row-list/one-change", Shown, GUINT_TO_POINTER (50), shown_set_up, test_one_change,
              shown_tear_down);
  g_test_add ("/row-list/repoint", Shown, GUINT_TO_POINTER (50), shown_set_up, test_repoint,
              shown_tear_down);
  g_test_add ("/row-list/typing", Shown, GUINT_TO_POINTER (50), shown_set_up, test_typing,
              shown_tear_down);
  g_test_add ("/row-list/untouched", Shown, GUINT_TO_POINTER (5), shown_set_up, test_untouched,
              shown_tear_down);

  return g_test_run ();
}
