/* bench-bare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-bare.h"
#include "bench.h"

void
bench_bare_run (sqlite3    *handle,
                const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/**
 * bench_bare_open:
 * @path: a copy of a firm's file
 *
 * Takes off what guards and logs; the disk is synced as often as the program does.
 *
 * Returns: the file, open
 */
sqlite3 *
bench_bare_open (const char *path)
{
  g_autoptr (GString) drop = g_string_new (NULL);
  sqlite3_stmt *statement;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  bench_bare_run (handle, "PRAGMA synchronous = EXTRA");
  sqlite3_prepare_v2 (handle, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema"
                              " WHERE type = 'trigger'", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (drop, "%s;", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  bench_bare_run (handle, drop->str);

  return handle;
}

/**
 * bench_bare_book:
 * @handle: a file without triggers
 * @item_id: an item
 *
 * Books one movement from place 1 to place 2: the least that keeps the balances right.
 *
 * Returns: CPU time in milliseconds
 */
double
bench_bare_book (sqlite3 *handle,
                 gint64   item_id)
{
  g_autofree char *movement =
    g_strdup_printf ("INSERT INTO movement (item_id, from_id, to_id, quantity, unit_cost, moved_on,"
                     " cause) VALUES (%" G_GINT64_FORMAT ", 1, 2, 1000, 100, '2026-09-09',"
                     " 'purchase')", item_id);
  g_autofree char *from =
    g_strdup_printf ("INSERT INTO balance VALUES (%" G_GINT64_FORMAT ", 1, -1000)"
                     " ON CONFLICT DO UPDATE SET quantity = quantity - 1000", item_id);
  g_autofree char *to =
    g_strdup_printf ("INSERT INTO balance VALUES (%" G_GINT64_FORMAT ", 2, 1000)"
                     " ON CONFLICT DO UPDATE SET quantity = quantity + 1000", item_id);
  double begun = bench_cpu_ms ();

  bench_bare_run (handle, "BEGIN IMMEDIATE");
  bench_bare_run (handle, movement);
  bench_bare_run (handle, from);
  bench_bare_run (handle, to);
  bench_bare_run (handle, "COMMIT");

  return bench_cpu_ms () - begun;
}
