/* bench-stock.c: stock of 50,000 items that moved a million times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three years of movements, one in fifty of them of the same item, the books closed every month.
 * Each thing that is asked of them stands against the replay of the whole ledger, or against what
 * any program would have to do in the same file. Medians in CPU time.
 *
 * bench-stock [MOVEMENTS]; TRASTIENDA_BENCH_FILE names a file to keep the firm in between runs.
 */

#include "config.h"

#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-bare.h"
#include "bench-firm.h"
#include "tras-follow-up.h"
#include "tras-movement.h"
#include "tras-stock-closing.h"
#include "tras-stock-history.h"
#include "tras-stock.h"

#define N_ITEMS 50000
#define N_DAYS 1050
#define BUSY_ITEM 1
#define BUSY_EVERY 50
#define N_ROUNDS 7
#define N_BOOKED 21
#define N_SHOWN 205

/* 2024-01-01, and three years less a month later. */
#define FIRST 19723
#define TODAY (FIRST + N_DAYS)

/* The places that a firm begins with, and one more inside. */
enum
{
  SHOP = 1,
  MILLS = 2,
  BUYERS = 3,
  CELLAR = 8,
};

static const gint64 inside[] = { SHOP, CELLAR };

/* ---- the firm ---- */

/* What can leave does, more often than something comes. */
static void
add_movement (TrasDb *db,
              GRand  *rand,
              gint64 *on_hand,
              gint64  item_id,
              TrasDay on)
{
  gint64 (*there)[2] = (gint64 (*)[2]) (on_hand + 2 * item_id);
  int place = g_rand_int_range (rand, 0, 2), way = g_rand_int_range (rand, 0, 10);
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item_id;
  movement->moved_on = on;
  movement->from_id = inside[place];
  if ((*there)[place] < 2000 || way < 2)
    {
      movement->from_id = MILLS;
      movement->to_id = inside[place];
      movement->quantity = 1000 * g_rand_int_range (rand, 10, 60);
      movement->unit_cost = 100 * g_rand_int_range (rand, 100, 900);
      movement->cause = "purchase";
      (*there)[place] += movement->quantity;
    }
  else if (way == 9)
    {
      movement->to_id = inside[1 - place];
      movement->quantity = 1000 * ((*there)[place] / 2000);
      movement->cause = "move";
      (*there)[place] -= movement->quantity;
      (*there)[1 - place] += movement->quantity;
    }
  else
    {
      movement->to_id = BUYERS;
      movement->quantity =
        1000 * g_rand_int_range (rand, 1, (gint32) MIN ((*there)[place] / 1000, 6) + 1);
      movement->cause = "order";
      (*there)[place] -= movement->quantity;
    }
  bench_insert (db, movement);
}

static void
fill (TrasDb *db,
      guint   n_movements)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree gint64 *on_hand = g_new0 (gint64, 2 * (N_ITEMS + 1));
  TrasLocation *place = tras_location_new ();

  place->name = g_strdup ("Cellar");
  place->kind = "inside";
  bench_insert (db, place);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      TrasItem *item = tras_item_new ();

      item->sku = g_strdup_printf ("%06u", i);
      item->name = g_strdup_printf ("Item of some length %u", i * 7919 % N_ITEMS);
      item->reorder_at = 5000;
      bench_insert (db, item);
    }
  for (guint i = 0; i < n_movements; i++)
    add_movement (db, rand, on_hand,
                  i % BUSY_EVERY == 0 ? BUSY_ITEM : g_rand_int_range (rand, 1, N_ITEMS + 1),
                  FIRST + (TrasDay) ((guint64) i * N_DAYS / n_movements));
}

/* ---- measuring ---- */

typedef void (*Measure) (TrasDb *db,
                         guint   round);

static double
take (TrasDb  *db,
      Measure  measure)
{
  double times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double begun = bench_cpu_ms ();

      measure (db, i);
      times[i] = bench_cpu_ms () - begun;
    }

  return bench_quantile (times, N_ROUNDS, 0.5);
}

static void
report (const char *what,
        double      ms,
        const char *against,
        double      against_ms)
{
  g_print ("%-46s %9.2f ms; %s %9.2f ms: ratio %.3f\n", what, ms, against, against_ms,
           ms / against_ms);
}

/* ---- the value of a past day ---- */

static void
close_months (TrasDb *db)
{
  gint32 first = tras_period_index (TRAS_EVERY_MONTH, FIRST);
  gint32 last = tras_period_index (TRAS_EVERY_MONTH, TODAY) - 1;
  double times[N_DAYS / 28 + 1];
  guint n = 0;

  for (gint32 month = first; month <= last; month++)
    {
      const TrasStockClosing closing = {
        .to = tras_period_start (TRAS_EVERY_MONTH, month + 1) - 1,
      };
      g_autoptr (TrasEdit) edit = tras_stock_closing_make_edit (&closing);
      g_autoptr (GError) error = NULL;
      double begun = bench_cpu_ms ();

      tras_edit_set_follow_up (edit, tras_follow_up_edit);
      tras_edit_apply (edit, db, NULL, &error);
      bench_check (error);
      times[n++] = bench_cpu_ms () - begun;
    }
  g_print ("%-46s %9.2f ms, the last %.2f ms\n", "close a month", bench_quantile (times, n, 0.5),
           times[n - 1]);
}

static gint64
get_value (TrasDb  *db,
           TrasDay  since,
           TrasDay  day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStockHistory) history = tras_stock_history_load (db, since, day, &error);

  bench_check (error);

  return tras_stock_history_get_value (history, day);
}

/* A day of each season, in the middle of a month. */
static TrasDay
get_day (guint round)
{
  return TODAY - 15 - 91 * (TrasDay) round;
}

static void
value_from_closing (TrasDb *db,
                    guint   round)
{
  get_value (db, get_day (round), get_day (round));
}

static void
value_from_first (TrasDb *db,
                  guint   round)
{
  get_value (db, TRAS_DAY_NONE, get_day (round));
}

static void
replay_all (TrasDb *db,
            guint   round)
{
  get_value (db, TRAS_DAY_NONE, TODAY);
}

/* ---- how items stand ---- */

static void
levels (TrasDb *db,
        guint   round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = tras_stock_load_levels (db, TODAY, &error);

  bench_check (error);
}

static void
classes (TrasDb *db,
         guint   round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStockHistory) history = tras_stock_history_load_classified (db, TODAY, &error);

  bench_check (error);
}

static void
busy_level (TrasDb *db,
            guint   round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStockLevel) level = tras_stock_load_level (db, BUSY_ITEM, TODAY, &error);

  bench_check (error);
}

static void
busy_ledger (TrasDb *db,
             guint   round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ledger = tras_stock_load_ledger (db, BUSY_ITEM, &error);

  bench_check (error);
}

/* ---- the list of items ---- */

static void
first_items (TrasDb *db,
             guint   round)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean more;

  tras_query_order (query, "name", FALSE);
  ids = tras_db_select_first_ids (db, query, NULL, 256, &more, &error);
  bench_check (error);
  items = tras_db_load_many (db, TRAS_TYPE_ITEM, (gint64 *) (gpointer) ids->data, N_SHOWN, &error);
  bench_check (error);
}

static void
item_ids (TrasDb     *db,
          const char *order,
          const char *state)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  tras_query_order (query, order, FALSE);
  if (state != NULL)
    tras_query_where_text (query, "state", TRAS_QUERY_EQ, state);
  ids = tras_db_select_ids (db, query, &error);
  bench_check (error);
}

static void
items_by_name (TrasDb *db,
               guint   round)
{
  item_ids (db, "name", NULL);
}

static void
items_by_available (TrasDb *db,
                    guint   round)
{
  item_ids (db, "available", NULL);
}

static void
items_out (TrasDb *db,
           guint   round)
{
  item_ids (db, "name", "out");
}

static void
all_records (TrasDb *db,
             guint   round)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  tras_query_order (query, "name", FALSE);
  items = tras_db_select (db, query, &error);
  bench_check (error);
}

/* ---- booking ---- */

static double
book (TrasDb  *db,
      gint64   from,
      gint64   to,
      TrasDay  on)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Movement");
  g_autoptr (TrasMovement) movement = tras_movement_new ();
  g_autoptr (GError) error = NULL;
  double begun = bench_cpu_ms ();

  movement->item_id = BUSY_ITEM;
  movement->from_id = from;
  movement->to_id = to;
  movement->quantity = from == MILLS ? 1000 : 1;
  movement->moved_on = on;
  movement->cause = from == MILLS ? "purchase" : "order";
  tras_edit_insert (edit, movement);
  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  tras_edit_apply (edit, db, NULL, &error);
  bench_check (error);

  return bench_cpu_ms () - begun;
}

static void
bench_booking (TrasDb     *db,
               const char *path)
{
  g_autofree char *bare_path = g_strconcat (path, ".bare", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (bare_path);
  g_autoptr (GError) error = NULL;
  double bare[N_BOOKED], in[N_BOOKED], out[N_BOOKED], late[N_BOOKED];
  sqlite3 *handle;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  bench_check (error);
  handle = bench_bare_open (bare_path);
  book (db, MILLS, SHOP, TODAY);
  bench_bare_book (handle, BUSY_ITEM);
  for (guint i = 0; i < N_BOOKED; i++)
    {
      in[i] = book (db, MILLS, SHOP, TODAY);
      out[i] = book (db, SHOP, BUYERS, TODAY);
      late[i] = book (db, SHOP, BUYERS, tras_period_start (TRAS_EVERY_MONTH,
                                                          tras_period_index (TRAS_EVERY_MONTH,
                                                                             TODAY)));
      bare[i] = bench_bare_book (handle, BUSY_ITEM);
    }
  report ("book a receipt (goal 2)", bench_quantile (in, N_BOOKED, 0.5), "three bare statements",
          bench_quantile (bare, N_BOOKED, 0.5));
  report ("book an issue (goal 2)", bench_quantile (out, N_BOOKED, 0.5), "three bare statements",
          bench_quantile (bare, N_BOOKED, 0.5));
  report ("book an issue of the month's first day", bench_quantile (late, N_BOOKED, 0.5),
          "three bare statements", bench_quantile (bare, N_BOOKED, 0.5));
  sqlite3_close (handle);
  g_unlink (bare_path);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  g_autofree char *folder = g_dir_make_tmp ("tras-bench-XXXXXX", NULL);
  g_autofree char *path = g_strdup (g_getenv ("TRASTIENDA_BENCH_FILE"));
  gboolean keep = path != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = NULL;
  gint64 value;
  double whole;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  if (!keep)
    path = g_build_filename (folder, "firm.trastienda", NULL);
  bench_print_machine ("SQLite");
  g_print ("%u movements, %u items\n", n, N_ITEMS);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    db = tras_db_open (path, TRAS_DB_DEFAULT, &error);
  else
    {
      db = bench_make_firm (path, fill, n);
      close_months (db);
    }
  bench_check (error);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      value = get_value (db, get_day (i), get_day (i));
      g_assert_cmpint (value, ==, get_value (db, TRAS_DAY_NONE, get_day (i)));
    }
  whole = take (db, replay_all);
  report ("value of a past day", take (db, value_from_closing), "from the first movement",
          take (db, value_from_first));
  report ("classes of all items", take (db, classes), "whole replay", whole);
  report ("days left of all items", take (db, levels), "whole replay", whole);
  report ("days left of the busiest item", take (db, busy_level), "whole replay", whole);
  report ("ledger of the busiest item", take (db, busy_ledger), "whole replay", whole);

  whole = take (db, all_records);
  report ("item list: first rows", take (db, first_items), "all records", whole);
  report ("item list: by name", take (db, items_by_name), "all records", whole);
  report ("item list: by available", take (db, items_by_available), "all records", whole);
  report ("item list: what is out", take (db, items_out), "all records", whole);
  bench_booking (db, path);

  g_clear_object (&db);
  if (!keep)
    g_unlink (path);
  g_rmdir (folder);

  return 0;
}
