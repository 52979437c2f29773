/* bench-list.c: a million rows in our list, and in GTK's list models with functions written in C
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ours reads from a firm's file of a million movements. The other side has everything in memory: an
 * object a row in a GListStore, a GtkFilterListModel and a GtkSortListModel with a custom filter
 * and custom sorters in C. CPU time of all threads, median of the rounds. With a display (run it by
 * tests/tools/xrun) both are shown in a GtkColumnView, and the frames of scrolling and jumping are
 * timed, by the CPU time of the thread that draws.
 *
 * bench-list [ROWS]; TRASTIENDA_BENCH_FILE names a file to keep the movements in between runs.
 */

#include "config.h"

#include <errno.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bench.h"
#include "bench-bare.h"
#include "bench-store.h"
#include "tras-fold.h"
#include "tras-id-selection.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-worker.h"

#define N_ITEMS 2000
#define N_ROUNDS 5
#define N_BOOKED 21
#define BUSY_ITEM 7
#define N_FRAMES 600
#define FRAME_MS 16.7

/* ---- the file ---- */

static char *
random_name (GRand *rand)
{
  static const char *const parts[] = {
    "tor", "ni", "llo", "tuer", "ca", "la", "tón", "ca", "ja", "ñan", "dú", "pin", "za", "bro",
    "cha", "me", "dia", "quí", "ru", "lo",
  };
  GString *name = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 2, 6); i > 0; i--)
    g_string_append (name, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

  return g_string_free (name, FALSE);
}

/* Writes the movements past the program: what guards them is taken off and put on again. */
static void
fill (const char *path,
      guint       n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_create (path, &error);
  sqlite3_stmt *statement;
  sqlite3 *handle;

  g_assert_no_error (error);
  g_clear_object (&db);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  bench_bare_run (handle, "PRAGMA synchronous = OFF; BEGIN");
  sqlite3_prepare_v2 (handle, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1,
                      &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_ptr_array_add (triggers,
                       g_strdup_printf ("DROP TRIGGER %s", sqlite3_column_text (statement, 0)));
      g_ptr_array_add (triggers, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  for (guint i = 0; i < triggers->len; i += 2)
    bench_bare_run (handle, triggers->pdata[i]);

  bench_bare_run (handle, "INSERT INTO location (name, kind, name_key) VALUES"
                          " ('Proveedor', 'supplier', 'proveedor'),"
                          " ('Estante', 'inside', 'estante'), ('Almacén', 'inside', 'almacen'),"
                          " ('Clientes', 'customer', 'clientes')");
  sqlite3_prepare_v2 (handle, "INSERT INTO item (sku, name, name_key) VALUES ($1, $2, $3)", -1,
                      &statement, NULL);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *sku = g_strdup_printf ("SKU-%05u", i * 7 % N_ITEMS);
      g_autofree char *name = random_name (rand);
      g_autofree char *key = tras_fold_key (name);

      sqlite3_bind_text (statement, 1, sku, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, name, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 3, key, -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_prepare_v2 (handle,
                      "INSERT INTO movement (code, item_id, from_id, to_id, quantity, unit_cost,"
                      " moved_on, cause) VALUES ($1, $2, $3, $4, $5, $6, $7, 'purchase')",
                      -1, &statement, NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      TrasDay day = tras_day_new (2021, 1, 1) + g_rand_int_range (rand, 0, 2000);
      g_autofree char *iso = tras_day_to_iso (day);
      g_autofree char *code = g_strdup_printf ("M-%u", i + 1);
      int from = g_rand_int_range (rand, 1, 5);

      sqlite3_bind_text (statement, 1, code, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int (statement, 2, g_rand_int_range (rand, 1, N_ITEMS + 1));
      sqlite3_bind_int (statement, 3, from);
      sqlite3_bind_int (statement, 4, from % 4 + 1);
      sqlite3_bind_int (statement, 5, 1000 * g_rand_int_range (rand, 1, 500));
      sqlite3_bind_int (statement, 6, g_rand_int_range (rand, 0, 1000000));
      sqlite3_bind_text (statement, 7, iso, -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  for (guint i = 1; i < triggers->len; i += 2)
    bench_bare_run (handle, triggers->pdata[i]);
  bench_bare_run (handle, "COMMIT");
  sqlite3_close (handle);
}

/* ---- GTK's side ---- */

#define BENCH_TYPE_ROW (bench_row_get_type ())
G_DECLARE_FINAL_TYPE (BenchRow, bench_row, BENCH, ROW, GObject)

/* No more than the sorters, the filter and the cells read. */
struct _BenchRow
{
  GObject parent_instance;

  gint64 id;
  char *code;
  const char *item_name;
  const char *item_key;
  const char *from_key;
  const char *to_key;
  gint64 quantity;
  gint64 unit_cost;
  TrasDay moved_on;
};

G_DEFINE_TYPE (BenchRow, bench_row, G_TYPE_OBJECT)

static void
bench_row_finalize (GObject *object)
{
  g_free (BENCH_ROW (object)->code);

  G_OBJECT_CLASS (bench_row_parent_class)->finalize (object);
}

static void
bench_row_class_init (BenchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_row_finalize;
}

static void
bench_row_init (BenchRow *self)
{
}

static const char *
intern_key (const char *name)
{
  g_autofree char *key = tras_fold_key (name);

  return g_intern_string (key);
}

static gboolean
add_plain (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasMovement *movement = record;
  BenchRow *row = g_object_new (BENCH_TYPE_ROW, NULL);

  row->id = movement->parent_instance.id;
  row->code = g_strdup (movement->code);
  row->item_name = g_intern_string (movement->item_name);
  row->item_key = intern_key (movement->item_name);
  row->from_key = intern_key (movement->from_name);
  row->to_key = intern_key (movement->to_name);
  row->quantity = movement->quantity;
  row->unit_cost = movement->unit_cost;
  row->moved_on = movement->moved_on;
  g_ptr_array_add (user_data, row);

  return TRUE;
}

static BenchRow *
copy_row (BenchRow *from)
{
  BenchRow *row = g_object_new (BENCH_TYPE_ROW, NULL);
  const gsize skip = sizeof (GObject);

  memcpy ((char *) row + skip, (char *) from + skip, sizeof *row - skip);
  row->code = g_strdup (from->code);

  return row;
}

#define COMPARE(a, b) ((a) < (b) ? GTK_ORDERING_SMALLER : (a) > (b) ? GTK_ORDERING_LARGER : 0)

static int
by_day (gconstpointer a,
        gconstpointer b,
        gpointer      user_data)
{
  const BenchRow *x = a, *y = b;

  return x->moved_on != y->moved_on ? COMPARE (x->moved_on, y->moved_on) : COMPARE (x->id, y->id);
}

static int
by_item (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const BenchRow *x = a, *y = b;
  int way = strcmp (x->item_key, y->item_key);

  return way != 0 ? COMPARE (way, 0) : COMPARE (x->id, y->id);
}

static int
by_cost (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const BenchRow *x = a, *y = b;

  return x->unit_cost != y->unit_cost ? COMPARE (x->unit_cost, y->unit_cost)
                                      : COMPARE (x->id, y->id);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  const BenchRow *row = item;
  const char **word = user_data;

  return **word == '\0' || strstr (row->item_key, *word) != NULL ||
         strstr (row->from_key, *word) != NULL || strstr (row->to_key, *word) != NULL ||
         strcasestr (row->code, *word) != NULL;
}

typedef struct
{
  GPtrArray *plain;
  GListStore *store;
  GtkFilter *filter;
  GtkSortListModel *model;
  const char *word;
} Theirs;

static void
theirs_load (Theirs *theirs)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (theirs->plain->len, g_object_unref);

  for (guint i = 0; i < theirs->plain->len; i++)
    g_ptr_array_add (rows, copy_row (theirs->plain->pdata[i]));
  theirs->word = "";
  theirs->store = g_list_store_new (BENCH_TYPE_ROW);
  theirs->filter = GTK_FILTER (gtk_custom_filter_new (matches, &theirs->word, NULL));
  theirs->model = gtk_sort_list_model_new (
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (theirs->store)),
                                             g_object_ref (theirs->filter))),
    NULL);
  g_list_store_splice (theirs->store, 0, 0, rows->pdata, rows->len);
}

static void
theirs_unload (Theirs *theirs)
{
  g_clear_object (&theirs->model);
  g_clear_object (&theirs->filter);
  g_clear_object (&theirs->store);
}

static void
theirs_sort (Theirs           *theirs,
             GCompareDataFunc  compare)
{
  g_autoptr (GtkSorter) sorter = NULL;

  if (compare != NULL)
    sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
  gtk_sort_list_model_set_sorter (theirs->model, sorter);
}

static void
theirs_search (Theirs     *theirs,
               const char *word)
{
  theirs->word = word;
  gtk_filter_changed (theirs->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- ours ---- */

static void
on_result (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for_list (TrasRowList *list)
{
  while (tras_row_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (tras_row_list_get_error (list));
}

static void
ours_ask (TrasRowList *list,
          const char  *order,
          const char  *search)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);

  tras_query_order (query, order, FALSE);
  tras_query_search (query, search);
  tras_row_list_set_query (list, query);
  wait_for_list (list);
}

static void
count_reordered (TrasRowList *list,
                 guint       *count)
{
  (*count)++;
}

static TrasMovement *
new_movement (void)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = BUSY_ITEM;
  movement->from_id = 1;
  movement->to_id = 2;
  movement->quantity = 1000;
  movement->unit_cost = 100;
  movement->moved_on = tras_day_new (2026, 9, 9);
  movement->cause = g_intern_string ("purchase");

  return movement;
}

/* Books one movement and waits until the list has it. */
static void
ours_book (TrasStore   *store,
           TrasRowList *list,
           double      *list_ms)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Movement");
  g_autoptr (TrasMovement) movement = new_movement ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint reordered = 0;
  gulong handler;
  double begun;

  tras_edit_insert (edit, movement);
  handler = g_signal_connect (list, "reordered", G_CALLBACK (count_reordered), &reordered);
  tras_store_apply_async (store, edit, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  tras_store_apply_finish (store, result, NULL, &error);
  g_assert_no_error (error);
  begun = bench_cpu_ms ();
  while (reordered == 0)
    g_main_context_iteration (NULL, TRUE);
  *list_ms = bench_cpu_ms () - begun;
  g_signal_handler_disconnect (list, handler);
}

/* ---- both ---- */

static void
report (const char *what,
        double     *ours,
        double     *theirs,
        guint       n_theirs,
        double      goal)
{
  double a = bench_quantile (ours, N_ROUNDS, 0.5), b = bench_quantile (theirs, n_theirs, 0.5);

  g_print ("%-34s %9.1f ms %9.1f ms %7.1f ×   goal %g ×\n", what, a, b, b / a, goal);
}

/* What the process holds, but for SQLite's own cache. */
static double
heap_bytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) info.uordblks + (double) info.hblkhd - (double) sqlite3_memory_used ();
}

static void
bench_models (const char *path,
              Theirs     *theirs)
{
  static const struct
  {
    const char *what;
    const char *order;
    GCompareDataFunc compare;
    double goal;
  } sorts[] = {
    { "sort by day (indexed)", "moved_on", by_day, 25 },
    { "sort by item (another table)", "item_id", by_item, 25 },
    { "sort by cost (no index)", "unit_cost", by_cost, 20 },
  };
  static const char *const words[] = { "to", "tornichaquime" };
  double ours[N_ROUNDS], others[N_ROUNDS];
  g_autoptr (TrasStore) store = bench_open_store (path);
  g_autoptr (TrasRowList) list = tras_row_list_new (store, NULL);
  double before;
  guint found;

  /* Everything is read once before: neither side waits for the disk. */
  ours_ask (list, NULL, NULL);
  ours_ask (list, NULL, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double begun;

      tras_row_list_set_query (list, NULL);
      begun = bench_cpu_ms ();
      before = heap_bytes ();
      ours_ask (list, "id", NULL);
      ours[i] = bench_cpu_ms () - begun;
    }
  g_print ("model: ours %.1f MB", (heap_bytes () - before) / 1e6);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double begun;

      theirs_unload (theirs);
      before = heap_bytes ();
      begun = bench_cpu_ms ();
      theirs_load (theirs);
      others[i] = bench_cpu_ms () - begun;
    }
  g_print (", GTK's %.1f MB; goal 1/20\n", (heap_bytes () - before) / 1e6);
  report ("load", ours, others, N_ROUNDS, 10);

  for (guint s = 0; s < G_N_ELEMENTS (sorts); s++)
    {
      for (guint i = 0; i < N_ROUNDS; i++)
        {
          double begun;

          ours_ask (list, NULL, NULL);
          begun = bench_cpu_ms ();
          ours_ask (list, sorts[s].order, NULL);
          ours[i] = bench_cpu_ms () - begun;
        }
      /* One round is long enough. */
      theirs_sort (theirs, NULL);
      others[0] = bench_cpu_ms ();
      theirs_sort (theirs, sorts[s].compare);
      others[0] = bench_cpu_ms () - others[0];
      for (guint i = 0; i < theirs->plain->len; i += 4999)
        {
          g_autoptr (BenchRow) row = g_list_model_get_item (G_LIST_MODEL (theirs->model), i);

          g_assert_cmpint (row->id, ==, tras_row_list_get_id (list, i));
        }
      report (sorts[s].what, ours, others, 1, sorts[s].goal);
    }

  theirs_sort (theirs, NULL);
  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autofree char *what = NULL;

      for (guint i = 0; i < N_ROUNDS; i++)
        {
          double begun;

          ours_ask (list, NULL, NULL);
          begun = bench_cpu_ms ();
          ours_ask (list, NULL, words[w]);
          ours[i] = bench_cpu_ms () - begun;

          theirs_search (theirs, "");
          begun = bench_cpu_ms ();
          theirs_search (theirs, words[w]);
          others[i] = bench_cpu_ms () - begun;
        }
      found = g_list_model_get_n_items (G_LIST_MODEL (theirs->model));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, found);
      what = g_strdup_printf ("search “%s”: %u", words[w], found);
      report (what, ours, others, N_ROUNDS, 9);
      theirs_search (theirs, "");
    }

  ours_ask (list, "moved_on", NULL);
  theirs_sort (theirs, by_day);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (BenchRow) row = copy_row (theirs->plain->pdata[i]);
      double begun;

      row->id = theirs->plain->len + i + 1;
      row->moved_on = tras_day_new (2026, 9, 9);
      ours_book (store, list, &ours[i]);
      begun = bench_cpu_ms ();
      g_list_store_append (theirs->store, row);
      others[i] = bench_cpu_ms () - begun;
    }
  report ("one more row, sorted by day", ours, others, N_ROUNDS, 3);

  g_clear_object (&list);
  tras_store_close (store);
}

/* ---- one movement ---- */

static double
book_ours (TrasDb *db)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Movement");
  g_autoptr (TrasMovement) movement = new_movement ();
  g_autoptr (GError) error = NULL;
  double begun = bench_cpu_ms ();

  tras_edit_insert (edit, movement);
  tras_edit_apply (edit, db, NULL, &error);
  g_assert_no_error (error);

  return bench_cpu_ms () - begun;
}

static void
bench_booking (const char *path)
{
  g_autofree char *bare_path = g_strconcat (path, ".bare", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (bare_path);
  g_autoptr (GError) error = NULL;
  double ours[N_BOOKED], bare[N_BOOKED];
  sqlite3 *handle;
  TrasDb *db;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  handle = bench_bare_open (bare_path);
  db = tras_db_open (path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  book_ours (db);
  bench_bare_book (handle, BUSY_ITEM);
  for (guint i = 0; i < N_BOOKED; i++)
    {
      ours[i] = book_ours (db);
      bare[i] = bench_bare_book (handle, BUSY_ITEM);
    }
  g_print ("%-34s %9.2f ms %9.2f ms bare: ratio %.1f, goal 2\n", "book a movement",
           bench_quantile (ours, N_BOOKED, 0.5), bench_quantile (bare, N_BOOKED, 0.5),
           bench_quantile (ours, N_BOOKED, 0.5) / bench_quantile (bare, N_BOOKED, 0.5));
  g_object_unref (db);
  sqlite3_close (handle);
  g_unlink (bare_path);
}

/* ---- in a window ---- */

static char *
cell_text (gpointer item,
           guint    column)
{
  TrasMovement *movement = NULL;

  if (BENCH_IS_ROW (item))
    {
      BenchRow *row = item;

      switch (column)
        {
        case 0:
          return tras_day_to_iso (row->moved_on);
        case 1:
          return g_strdup (row->code);
        case 2:
          return g_strdup (row->item_name);
        default:
          return g_strdup_printf ("%" G_GINT64_FORMAT, row->quantity / 1000);
        }
    }

  movement = tras_row_get_record (item);
  if (movement == NULL)
    return g_strdup ("");
  switch (column)
    {
    case 0:
      return tras_day_to_iso (movement->moved_on);
    case 1:
      return g_strdup (movement->code);
    case 2:
      return g_strdup (movement->item_name);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, movement->quantity / 1000);
    }
}

static void
update_cell (GtkListItem *cell)
{
  gpointer item = gtk_list_item_get_item (cell);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "column"));
  g_autofree char *text = NULL;

  if (item == NULL)
    return;
  text = cell_text (item, column);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (cell)), text);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *cell,
          gpointer            column)
{
  g_object_set_data (G_OBJECT (cell), "column", column);
  gtk_list_item_set_child (cell, gtk_inscription_new (NULL));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *cell,
         gpointer            column)
{
  gpointer item = gtk_list_item_get_item (cell);

  if (TRAS_IS_ROW (item))
    g_signal_connect_swapped (item, "notify::record", G_CALLBACK (update_cell), cell);
  update_cell (cell);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *cell,
           gpointer            column)
{
  gpointer item = gtk_list_item_get_item (cell);

  if (TRAS_IS_ROW (item))
    g_signal_handlers_disconnect_by_data (item, cell);
}

static void
bench_view (const char        *what,
            GtkSelectionModel *model)
{
  static const char *const titles[] = { "Day", "Code", "Item", "Quantity" };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (model);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  GtkAdjustment *adjustment;
  double first = bench_cpu_ms ();
  double *times;
  guint late = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), GUINT_TO_POINTER (i));
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view),
                                     gtk_column_view_column_new (titles[i], factory));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  first = bench_cpu_ms () - first;

  /* Half of the frames scroll by some rows, half jump anywhere. */
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double upper = gtk_adjustment_get_upper (adjustment);
      double value = gtk_adjustment_get_value (adjustment);
      double cpu = bench_clock_ms (CLOCK_THREAD_CPUTIME_ID);
      gint64 until = g_get_monotonic_time () + 17000;

      gtk_adjustment_set_value (adjustment, i % 2 ? g_rand_double_range (rand, 0, upper)
                                                  : value + 40);
      while (g_get_monotonic_time () < until)
        {
          if (!g_main_context_iteration (NULL, FALSE))
            g_usleep (500);
        }
      cpu = bench_clock_ms (CLOCK_THREAD_CPUTIME_ID) - cpu;
      g_array_append_val (frames, cpu);
    }
  for (guint i = 0; i < frames->len; i++)
    late += g_array_index (frames, double, i) > FRAME_MS;
  times = (double *) (void *) frames->data;
  g_print ("%-10s shown after %.0f ms of CPU; %u frames: median %.1f ms, 95 %% %.1f ms, "
           "%u over %.1f ms\n",
           what, first, N_FRAMES, bench_quantile (times, N_FRAMES, 0.5),
           bench_quantile (times, N_FRAMES, 0.95), late, FRAME_MS);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
bench_views (const char *path,
             Theirs     *theirs)
{
  g_autoptr (TrasStore) store = bench_open_store (path);
  g_autoptr (TrasRowList) list = tras_row_list_new (store, NULL);

  g_print ("\nIn a column view, scrolling and jumping by turns:\n");
  ours_ask (list, "moved_on", NULL);
  bench_view ("ours", GTK_SELECTION_MODEL (tras_id_selection_new (list)));
  theirs_sort (theirs, by_day);
  bench_view ("GTK's", GTK_SELECTION_MODEL (
                         gtk_single_selection_new (g_object_ref (G_LIST_MODEL (theirs->model)))));
  tras_row_list_set_store (list, NULL);
  tras_store_close (store);
}

/* Slices of GLib before 2.76 are not among what malloc counts: objects would weigh nothing. */
static void
do_without_slices (char **argv)
{
  if (g_getenv ("G_SLICE") != NULL)
    return;
  g_setenv ("G_SLICE", "always-malloc", TRUE);
  execv ("/proc/self/exe", argv);
  g_error ("%s", g_strerror (errno));
}

int
main (int    argc,
      char **argv)
{
  guint n_rows = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  g_autofree char *folder = NULL;
  g_autofree char *path = g_strdup (g_getenv ("TRASTIENDA_BENCH_FILE"));
  gboolean keep = path != NULL;
  g_autoptr (TrasQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *libraries = NULL;
  Theirs theirs = { NULL };
  TrasDb *db;

  do_without_slices (argv);
  folder = g_dir_make_tmp ("tras-bench-XXXXXX", NULL);
  setlocale (LC_ALL, "");
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  if (path == NULL)
    path = g_build_filename (folder, "firm.trastienda", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    fill (path, n_rows);

  libraries = g_strdup_printf ("SQLite %s, GTK %u.%u.%u", sqlite3_libversion (),
                               gtk_get_major_version (), gtk_get_minor_version (),
                               gtk_get_micro_version ());
  bench_print_machine (libraries);
  g_print ("%u movements\n\n", n_rows);

  query = tras_query_new (TRAS_TYPE_MOVEMENT);
  theirs.plain = g_ptr_array_new_with_free_func (g_object_unref);
  db = tras_db_open (path, TRAS_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  tras_db_foreach (db, query, add_plain, theirs.plain, &error);
  g_assert_no_error (error);
  g_object_unref (db);

  g_print ("%-34s %12s %12s\n", "", "ours", "GTK's");
  bench_models (path, &theirs);
  bench_booking (path);
  if (gtk_init_check ())
    bench_views (path, &theirs);

  theirs_unload (&theirs);
  g_ptr_array_unref (theirs.plain);
  tras_worker_wait_all ();
  if (!keep)
    g_unlink (path);
  g_rmdir (folder);

  return 0;
}
