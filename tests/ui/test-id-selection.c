/* test-id-selection.c: the selected record stays selected wherever it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"
#include "tras-id-selection.h"

#define N_ITEMS 40
#define N_STEPS 60

/* What a view knows: which positions are selected, by what it was told to look at again. */
typedef struct
{
  GtkSelectionModel *model;
  GArray *seen;
} View;

static void
look (View  *view,
      guint  position,
      guint  n_items)
{
  for (guint i = position; i < position + n_items; i++)
    g_array_index (view->seen, gboolean, i) = gtk_selection_model_is_selected (view->model, i);
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  View       *view)
{
  g_array_remove_range (view->seen, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gboolean selected = FALSE;

      g_array_insert_val (view->seen, position, selected);
    }
  look (view, position, added);
}

static void
on_selection_changed (GtkSelectionModel *model,
                      guint              position,
                      guint              n_items,
                      View              *view)
{
  g_assert_cmpuint (position + n_items, <=, view->seen->len);
  look (view, position, n_items);
}

static void
wait_for_list (TrasRowList *list)
{
  while (tras_row_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_selected (TrasIdSelection *selection,
                 View            *view,
                 gint64           id)
{
  TrasRowList *list = tras_id_selection_get_model (selection);
  guint position = GTK_INVALID_LIST_POSITION;
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));

  g_assert_cmpint (tras_id_selection_get_selected_id (selection), ==, id);
  if (id != 0)
    tras_row_list_find (list, id, &position);
  g_assert_cmpuint (tras_id_selection_get_selected (selection), ==, position);
  g_assert_cmpuint (gtk_bitset_get_size (bits), ==, position != GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (view->seen->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < view->seen->len; i++)
    {
      g_assert_cmpint (gtk_selection_model_is_selected (view->model, i), ==, i == position);
      g_assert_cmpint (g_array_index (view->seen, gboolean, i), ==, i == position);
    }
}

static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const orders[] = { NULL, "name", "sku", "price" };
  static const char *const searches[] = { NULL, NULL, "t", "zzz" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Items");
  g_autoptr (TrasStore) store = NULL;
  g_autoptr (TrasRowList) list = NULL;
  g_autoptr (TrasIdSelection) selection = NULL;
  g_autoptr (GError) error = NULL;
  gint64 selected = 0;
  View view;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (TrasItem) item = fixture_new_item (rand, i, 0);

      tras_edit_insert (edit, item);
    }
  fixture_write (fixture->db, edit);
  store = fixture_open_store (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  list = tras_row_list_new (store, NULL);
  selection = tras_id_selection_new (list);
  view.model = GTK_SELECTION_MODEL (selection);
  view.seen = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_signal_connect (selection, "items-changed", G_CALLBACK (on_items_changed), &view);
  g_signal_connect (selection, "selection-changed", G_CALLBACK (on_selection_changed), &view);

  for (guint step = 0; step < N_STEPS; step++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
      guint position = n_items > 0 ? g_rand_int_range (rand, 0, (gint32) n_items) : 0;

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          if (gtk_selection_model_select_item (view.model, position, TRUE) && n_items > 0)
            selected = tras_row_list_get_id (list, position);
          break;
        case 1:
          if (gtk_selection_model_is_selected (view.model, position))
            selected = 0;
          gtk_selection_model_unselect_item (view.model, position);
          break;
        case 2:
          selected = g_rand_int_range (rand, 0, N_ITEMS + 1);
          tras_id_selection_set_selected_id (selection, selected);
          break;
        default:
          {
            g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);

            tras_query_order (query, orders[g_rand_int_range (rand, 0, 4)], g_rand_boolean (rand));
            tras_query_search (query, searches[g_rand_int_range (rand, 0, 4)]);
            tras_row_list_set_query (list, query);
            wait_for_list (list);
          }
          break;
        }
      assert_selected (selection, &view, selected);
    }

  g_signal_handlers_disconnect_by_data (selection, &view);
  g_array_unref (view.seen);
  tras_row_list_set_store (list, NULL);
  fixture_close_store (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/id-selection/random-walk", Fixture, NULL, fixture_set_up, test_random_walk,
              fixture_tear_down);

  return g_test_run ();
}
