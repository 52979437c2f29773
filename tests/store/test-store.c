/* test-store.c: the file as the main loop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "tras-error.h"
#include "tras-store.h"

/* What a store has said. */
typedef struct
{
  Fixture base;
  TrasStore *store;
  guint n_changed;
  GHashTable *tables;
  int trouble;
  guint n_trouble;
  guint n_over;
} Open;

static void
on_changed (TrasStore   *store,
            TrasChanges *changes,
            Open        *open)
{
  open->n_changed++;
  g_assert_cmpuint (changes->tables->len, >, 0);
  for (guint i = 0; i < changes->tables->len; i++)
    {
      g_hash_table_add (open->tables, changes->tables->pdata[i]);
      g_assert_true (tras_changes_touch (changes, changes->tables->pdata[i]));
    }
  g_assert_false (tras_changes_touch (changes, "no such table"));
}

static void
on_trouble_over (TrasStore *store,
                 gpointer   user_data)
{
  Open *open = user_data;

  open->n_over++;
}

static void
on_trouble (TrasStore *store,
            GError    *error,
            Open      *open)
{
  g_assert_true (error->domain == TRAS_ERROR);
  open->trouble = error->code;
  open->n_trouble++;
}

static void
open_set_up (Open          *open,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&open->base, NULL);
  open->store = fixture_open_store (open->base.path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  open->tables = g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_connect (open->store, "changed", G_CALLBACK (on_changed), open);
  g_signal_connect (open->store, "trouble-over", G_CALLBACK (on_trouble_over), open);
  g_signal_connect (open->store, "trouble", G_CALLBACK (on_trouble), open);
}

static void
open_tear_down (Open          *open,
                gconstpointer  data)
{
  fixture_close_store (open->store);
  g_assert_finalize_object (open->store);
  g_hash_table_unref (open->tables);
  fixture_tear_down (&open->base, NULL);
}

static void
wait_for_change (Open  *open,
                 guint  n_changed)
{
  while (open->n_changed < n_changed)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_supplier (Open       *open,
              const char *name)
{
  g_autofree char *label = g_strdup_printf ("New %s", name);
  g_autoptr (TrasEdit) edit = tras_edit_new (label);
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (GError) error = NULL;
  guint before = open->n_changed;

  supplier->name = g_strdup (name);
  tras_edit_insert (edit, supplier);
  fixture_apply (open->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (supplier->parent_instance.id, >, 0);
  wait_for_change (open, before + 1);
}

static void
on_result (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
undo (Open  *open,
      gboolean redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint before = open->n_changed;
  char *label;

  if (redo)
    tras_store_redo_async (open->store, NULL, NULL, NULL, on_result, &result);
  else
    tras_store_undo_async (open->store, 0, NULL, NULL, NULL, on_result, &result);
  wait_for_result (&result);
  label = tras_store_undo_finish (open->store, result, &error);
  if (label == NULL)
    {
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
      return NULL;
    }
  g_assert_no_error (error);
  wait_for_change (open, before + 1);

  return label;
}

static void
assert_labels (Open       *open,
               const char *undo_label,
               const char *redo_label)
{
  g_assert_cmpstr (tras_store_get_undo_label (open->store), ==, undo_label);
  g_assert_cmpstr (tras_store_get_redo_label (open->store), ==, redo_label);
}

static void
test_undo (Open          *open,
           gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *none = NULL;

  assert_labels (open, NULL, NULL);
  add_supplier (open, "Uno");
  assert_labels (open, "New Uno", NULL);
  add_supplier (open, "Dos");
  assert_labels (open, "New Dos", NULL);

  first = undo (open, FALSE);
  g_assert_cmpstr (first, ==, "New Dos");
  assert_labels (open, "New Uno", "New Dos");
  second = undo (open, FALSE);
  assert_labels (open, NULL, "New Uno");
  none = undo (open, FALSE);
  g_assert_null (none);
  third = undo (open, TRUE);
  g_assert_cmpstr (third, ==, "New Uno");
  assert_labels (open, "New Uno", "New Dos");

  /* Something new: what was undone stays so. */
  add_supplier (open, "Tres");
  assert_labels (open, "New Tres", NULL);
  none = undo (open, TRUE);
  g_assert_null (none);
}

static void
test_labels_on_open (Open          *open,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TrasStore *other;

  add_supplier (open, "Uno");
  other = fixture_open_store (open->base.path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  while (tras_store_get_undo_label (other) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tras_store_get_undo_label (other), ==, "New Uno");
  fixture_close_store (other);
  g_object_unref (other);
}

/* Two desks on one file: each hears of the other's edits, and of its own once. */
static void
test_two_desks (Open          *open,
                gconstpointer  data)
{
  Open other = { .base.path = open->base.path };
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 begun;

  other.store = fixture_open_store (open->base.path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  other.tables = g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_connect (other.store, "changed", G_CALLBACK (on_changed), &other);

  add_supplier (open, "Uno");
  begun = g_get_monotonic_time ();
  wait_for_change (&other, 1);
  g_test_message ("heard of it after %d ms", (int) ((g_get_monotonic_time () - begun) / 1000));
  g_assert_true (g_hash_table_contains (other.tables, "supplier"));
  g_assert_cmpuint (g_hash_table_size (other.tables), ==, 1);
  g_assert_cmpstr (tras_store_get_undo_label (other.store), ==, "New Uno");

  label = undo (&other, FALSE);
  wait_for_change (open, 2);
  assert_labels (open, NULL, "New Uno");
  for (int i = 0; i < 20; i++)
    {
      g_usleep (50000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (open->n_changed, ==, 2);
  g_assert_cmpuint (other.n_changed, ==, 2);

  fixture_close_store (other.store);
  g_object_unref (other.store);
  g_hash_table_unref (other.tables);
}

/* A page that nothing reads is damaged: it is found by itself, and nothing is written. */
static void
test_damaged (Open          *open,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (TrasEdit) edit = tras_edit_new ("New supplier");
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (TrasStore) store = NULL;
  g_autoptr (GError) error = NULL;
  FILE *file;

  g_assert_true (g_file_get_contents (open->base.path, &bytes, &length, NULL));
  g_clear_object (&open->base.db);
  for (gsize at = length - 4096; store == NULL; at -= 4096)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);

      g_assert_cmpuint (at, >, 0);
      memset (damaged + at, 0xa5, 4096);
      file = fopen (open->base.path, "r+b");
      g_assert_cmpuint (fwrite (damaged, length, 1, file), ==, 1);
      g_assert_cmpint (fclose (file), ==, 0);
      /* Opened anew, so that nothing of how it was is remembered. */
      store = fixture_open_store (open->base.path, TRAS_DB_DEFAULT, NULL);
    }

  supplier->name = g_strdup ("Dos");
  tras_edit_insert (edit, supplier);
  fixture_apply (store, edit, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);

  while (open->n_trouble == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (open->trouble, ==, TRAS_ERROR_DAMAGED);
  fixture_close_store (store);
}

static void
test_moved (Open          *open,
            gconstpointer  data)
{
  g_autofree char *elsewhere = g_strconcat (open->base.path, ".moved", NULL);
  g_autoptr (TrasEdit) edit = tras_edit_new ("New supplier");
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (GError) error = NULL;

  add_supplier (open, "Uno");
  g_assert_cmpint (g_rename (open->base.path, elsewhere), ==, 0);
  while (open->n_trouble == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (open->trouble, ==, TRAS_ERROR_MOVED);

  supplier->name = g_strdup ("Dos");
  tras_edit_insert (edit, supplier);
  fixture_apply (open->store, edit, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_MOVED);

  /* It is said once. */
  for (int i = 0; i < 20; i++)
    {
      g_usleep (50000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (open->n_trouble, ==, 1);
  g_assert_cmpuint (open->n_over, ==, 0);

  /* Back where it was it can be written again, and may go once more. */
  g_assert_cmpint (g_rename (elsewhere, open->base.path), ==, 0);
  while (open->n_over == 0)
    g_main_context_iteration (NULL, TRUE);
  add_supplier (open, "Tres");
  g_assert_cmpint (g_rename (open->base.path, elsewhere), ==, 0);
  while (open->n_trouble == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (open->trouble, ==, TRAS_ERROR_MOVED);
  g_assert_cmpint (g_rename (elsewhere, open->base.path), ==, 0);
}

static void
test_read (Open          *open,
           gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GAsyncResult) select_result = NULL, load_result = NULL, missing_result = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TrasSupplier) supplier = NULL;
  g_autoptr (GError) error = NULL;

  add_supplier (open, "Uno");
  add_supplier (open, "Dos");
  tras_query_order (query, "name", FALSE);
  tras_store_select_async (open->store, query, NULL, on_result, &select_result);
  tras_store_load_async (open->store, TRAS_TYPE_SUPPLIER, 1, NULL, on_result, &load_result);
  tras_store_load_async (open->store, TRAS_TYPE_SUPPLIER, 9, NULL, on_result, &missing_result);
  wait_for_result (&missing_result);

  /* One after the other. */
  g_assert_nonnull (select_result);
  g_assert_nonnull (load_result);
  records = tras_store_select_finish (open->store, select_result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpstr (TRAS_SUPPLIER (records->pdata[0])->name, ==, "Dos");
  supplier = tras_store_load_finish (open->store, load_result, &error);
  g_assert_cmpstr (supplier->name, ==, "Uno");
  g_assert_null (tras_store_load_finish (open->store, missing_result, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean begun;
  gboolean go_on;
} Gate;

static gpointer
wait_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  gate->begun = TRUE;
  g_cond_signal (&gate->cond);
  while (!gate->go_on)
    g_cond_wait (&gate->cond, &gate->lock);
  g_mutex_unlock (&gate->lock);

  return g_strdup ("done");
}

/* A job whose turn has not come does not run; one that was done is not said to be cancelled. */
static void
test_cancel (Open          *open,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) running = NULL, waiting = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("New supplier");
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  Gate gate = { .begun = FALSE };

  supplier->name = g_strdup ("Uno");
  tras_edit_insert (edit, supplier);
  tras_store_run_async (open->store, test_cancel, wait_job, &gate, NULL, g_free, cancellable,
                        on_result, &running);
  tras_store_apply_async (open->store, edit, cancellable, on_result, &waiting);
  g_mutex_lock (&gate.lock);
  while (!gate.begun)
    g_cond_wait (&gate.cond, &gate.lock);
  g_cancellable_cancel (cancellable);
  gate.go_on = TRUE;
  g_cond_signal (&gate.cond);
  g_mutex_unlock (&gate.lock);

  wait_for_result (&running);
  done = tras_store_run_finish (open->store, running, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (done, ==, "done");
  wait_for_result (&waiting);
  g_assert_false (tras_store_apply_finish (open->store, waiting, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (tras_db_count (open->base.db, query, &error), ==, 0);
}

static void
test_open (Open          *open,
           gconstpointer  data)
{
  g_autofree char *nowhere = g_strconcat (open->base.path, ".nowhere", NULL);
  g_autofree char *made = g_strconcat (open->base.path, ".new", NULL);
  g_autoptr (GAsyncResult) create_result = NULL, again_result = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("New supplier");
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStore) reader = NULL;
  g_autoptr (TrasStore) created = NULL;

  g_assert_cmpstr (tras_store_get_path (open->store), ==, open->base.path);
  g_assert_false (tras_store_is_read_only (open->store));
  g_assert_null (fixture_open_store (nowhere, TRAS_DB_DEFAULT, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  reader = fixture_open_store (open->base.path, TRAS_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (tras_store_is_read_only (reader));
  supplier->name = g_strdup ("Uno");
  tras_edit_insert (edit, supplier);
  fixture_apply (reader, edit, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_READ_ONLY);
  g_clear_error (&error);
  fixture_close_store (reader);

  tras_store_create_async (made, NULL, on_result, &create_result);
  wait_for_result (&create_result);
  created = tras_store_open_finish (create_result, &error);
  g_assert_no_error (error);
  tras_store_create_async (made, NULL, on_result, &again_result);
  wait_for_result (&again_result);
  g_assert_null (tras_store_open_finish (again_result, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXISTS);
  fixture_close_store (created);
}

/* What was asked for before the close is done, and nothing is said any more. */
static void
test_close (Open          *open,
            gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New supplier");
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  supplier->name = g_strdup ("Uno");
  tras_edit_insert (edit, supplier);
  tras_store_apply_async (open->store, edit, NULL, on_result, &result);
  fixture_close_store (open->store);
  g_assert_nonnull (result);
  g_assert_true (tras_store_apply_finish (open->store, result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (open->n_changed, ==, 0);
  g_assert_cmpint (tras_db_count (open->base.db, query, &error), ==, 1);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/" name, Open, NULL, open_set_up, function, open_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("open", test_open);
  ADD ("undo", test_undo);
  ADD ("labels-on-open", test_labels_on_open);
  ADD ("two-desks", test_two_desks);
  ADD ("damaged", test_damaged);
  ADD ("moved", test_moved);
  ADD ("read", test_read);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);

  return g_test_run ();
}
