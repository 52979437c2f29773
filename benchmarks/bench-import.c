/* bench-import.c: a CSV file of 1,000,000 measurements against .import of the sqlite3 shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-import [--undo] [ROWS]
 *
 * The shell, with its own settings (rollback journal, one transaction, synchronous=FULL), reads the
 * file as it stands into one table without keys, types or rules. Ours guesses how the file is
 * written, finds the indicators by name, checks every value, and writes with synchronous=EXTRA to
 * the firm's tables, with and without the edit log. Both begin with a new file in the same folder,
 * which has the tables and indicators already; both read the CSV file themselves. Prints the median
 * of three rounds of each, in CPU time, system calls among it, and the memory at its highest. With
 * --undo it prints how long it takes to undo the import that was logged, and to redo it, against
 * that import.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench.h"
#include "tras-edit-log.h"
#include "tras-firm.h"
#include "tras-import.h"
#include "tras-tables.h"

#define N_INDICATORS 100
#define N_ROUNDS 3

static double
cpu_seconds (int who)
{
  struct rusage usage;

  getrusage (who, &usage);

  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* The most memory that this process ever had, in megabytes. */
static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

/* Day by day, every indicator's value, as a program that measures writes them. */
static char *
make_measurements (guint n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GString *text = g_string_new ("indicator,date,value\n");

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *day = tras_day_to_iso (tras_day_new (1990, 1, 1) + (int) (i / N_INDICATORS));

      g_string_append_printf (text, "Indicator %u,%s,%.2f\n", i % N_INDICATORS, day,
                              g_rand_double_range (rand, 50, 150));
    }

  return g_string_free (text, FALSE);
}

static char *
make_indicators (void)
{
  GString *text = g_string_new ("name,area,question,definition,unit,family,better,roll,owner,"
                                "starts_on,every\n");

  for (guint i = 0; i < N_INDICATORS; i++)
    g_string_append_printf (text, "Indicator %u,Firm,,,,finance,up,sum,Ana,1990-01-01,day\n", i);

  return g_string_free (text, FALSE);
}

static void
take (TrasDb          *db,
      const char      *kind,
      GBytes          *bytes,
      TrasImportFlags  flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasImport) import =
    tras_import_new (tras_tables_find_kind (kind), bytes, NULL, &error);

  if (import == NULL || !tras_import_run (import, db, flags, NULL, NULL, NULL, &error))
    g_error ("%s: %s", kind, error->message);
  if (tras_import_get_counts (import)->n_refused > 0)
    g_error ("%s: rows were refused", kind);
}

/* Another connection takes the log's trigger away; ours looks at the tables when it opens. */
static void
drop_log (const char *path)
{
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK ||
      sqlite3_exec (db, "DROP TRIGGER log_measurement_insert", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

/* An undo, or the redo of it. */
static double
time_take_back (TrasDb   *db,
                gboolean  again)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  double start = cpu_seconds (RUSAGE_SELF);

  label = again ? tras_edit_log_redo (db, NULL, NULL, NULL, &error)
                : tras_edit_log_undo (db, 0, NULL, NULL, NULL, &error);
  if (label == NULL)
    g_error ("%s", error->message);

  return cpu_seconds (RUSAGE_SELF) - start;
}

/* @undo and @redo are taken where they are not NULL. */
static double
time_ours (const char *folder,
           const char *csv,
           gboolean    log,
           double     *undo,
           double     *redo)
{
  g_autofree char *path = g_build_filename (folder, "firm.trastienda", NULL);
  g_autofree char *indicators = make_indicators ();
  g_autoptr (GBytes) indicator_bytes = g_bytes_new (indicators, strlen (indicators));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_create (path, &error);
  double start;

  if (db == NULL || !tras_firm_set_up (db, "Firm", NULL, &error))
    g_error ("%s", error->message);
  take (db, "indicators", indicator_bytes, TRAS_IMPORT_CREATE);
  if (!log)
    drop_log (path);

  start = cpu_seconds (RUSAGE_SELF);
  {
    g_autoptr (GBytes) bytes = NULL;
    char *content;
    gsize length;

    if (!g_file_get_contents (csv, &content, &length, &error))
      g_error ("%s", error->message);
    bytes = g_bytes_new_take (content, length);
    take (db, "measurements", bytes, TRAS_IMPORT_DEFAULT);
  }
  start = cpu_seconds (RUSAGE_SELF) - start;
  if (undo != NULL)
    {
      *undo = time_take_back (db, FALSE);
      *redo = time_take_back (db, TRUE);
    }

  g_clear_object (&db);
  g_unlink (path);

  return start;
}

static double
time_shell (const char *folder,
            const char *csv)
{
  g_autofree char *path = g_build_filename (folder, "shell.db", NULL);
  g_autofree char *import = g_strdup_printf (".import --csv --skip 1 '%s' measurement", csv);
  char *arguments[] = { (char *) "sqlite3", path,
                        (char *) "CREATE TABLE measurement (indicator TEXT, date TEXT, value REAL)",
                        import, NULL };
  g_autoptr (GError) error = NULL;
  double start = cpu_seconds (RUSAGE_CHILDREN);
  int status;

  if (!g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                     &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("sqlite3: %s", error->message);
  g_unlink (path);

  return cpu_seconds (RUSAGE_CHILDREN) - start;
}

int
main (int   argc,
      char *argv[])
{
  gboolean with_undo = argc > 1 && g_str_equal (argv[1], "--undo");
  const char *rows = argv[with_undo ? 2 : 1];
  guint n_rows = rows != NULL ? (guint) g_ascii_strtoull (rows, NULL, 10) : 1000000;
  g_autofree char *folder = g_dir_make_tmp ("tras-bench-XXXXXX", NULL);
  g_autofree char *csv = g_build_filename (folder, "measurements.csv", NULL);
  g_autofree char *text = make_measurements (n_rows);
  double shell[N_ROUNDS], bare[N_ROUNDS], logged[N_ROUNDS];
  double undo[N_ROUNDS], redo[N_ROUNDS];
  double usual_shell, usual_bare, usual_logged;

  if (!g_file_set_contents (csv, text, -1, NULL))
    g_error ("%s cannot be written", csv);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      shell[round] = time_shell (folder, csv);
      bare[round] = time_ours (folder, csv, FALSE, NULL, NULL);
      logged[round] = time_ours (folder, csv, TRUE, with_undo ? &undo[round] : NULL, &redo[round]);
    }
  g_unlink (csv);
  g_rmdir (folder);

  usual_shell = bench_quantile (shell, N_ROUNDS, 0.5);
  usual_bare = bench_quantile (bare, N_ROUNDS, 0.5);
  usual_logged = bench_quantile (logged, N_ROUNDS, 0.5);
  bench_print_machine ("SQLite " SQLITE_VERSION);
  g_print (".import of %u rows: %.2f s\n", n_rows, usual_shell);
  g_print ("import without the edit log: %.2f s, ratio %.2f (goal: 0.7 or less)\n",
           usual_bare, usual_bare / usual_shell);
  g_print ("import with the edit log: %.2f s, ratio %.2f (goal: 1.5 or less)\n",
           usual_logged, usual_logged / usual_shell);
  if (with_undo)
    {
      double usual_undo = bench_quantile (undo, N_ROUNDS, 0.5);
      double usual_redo = bench_quantile (redo, N_ROUNDS, 0.5);

      g_print ("undo: %.2f s, %.1f times the import; redo: %.2f s, %.1f times\n",
               usual_undo, usual_undo / usual_logged, usual_redo, usual_redo / usual_logged);
    }
  g_print ("memory at its highest: %ld MB\n", peak_memory ());

  return usual_bare <= 0.7 * usual_shell &&
         usual_logged <= 1.5 * usual_shell ? EXIT_SUCCESS : EXIT_FAILURE;
}
