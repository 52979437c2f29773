/* bench-firm.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bench-firm.h"
#include "tras-firm.h"

#define N_ROUNDS 5

/**
 * bench_check:
 * @error: (nullable): what went wrong, which ends the benchmark
 */
void
bench_check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/**
 * bench_insert:
 * @db: a file
 * @record: (transfer full): a record
 *
 * Returns: its id
 */
gint64
bench_insert (TrasDb   *db,
              gpointer  record)
{
  g_autoptr (TrasRecord) row = record;
  g_autoptr (GError) error = NULL;

  tras_db_insert (db, row, &error);
  bench_check (error);

  return row->id;
}

/**
 * bench_make_firm:
 * @path: a file that is not there yet
 * @fill: puts everything in, in one transaction
 * @n: for @fill
 *
 * Returns: (transfer full): the file, open
 */
TrasDb *
bench_make_firm (const char *path,
                 BenchFill   fill,
                 guint       n)
{
  g_autoptr (GError) error = NULL;
  TrasDb *db = tras_db_create (path, &error);

  bench_check (error);
  tras_db_begin (db, "firm", &error);
  bench_check (error);
  tras_firm_set_up (db, "Firm", "EUR", &error);
  bench_check (error);
  fill (db, n);
  tras_db_commit (db, NULL, &error);
  bench_check (error);

  return db;
}

/**
 * bench_firms_init:
 * @self: (out caller-allocates): two firms
 * @of: what there are different numbers of, such as "people"; static
 * @small: how many in the first
 * @large: how many in the second
 * @fill: fills them
 *
 * Makes two firms that differ in nothing but size, in files that are gone when they are closed.
 */
void
bench_firms_init (BenchFirms *self,
                  const char *of,
                  guint       small,
                  guint       large,
                  BenchFill   fill)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", &error);
  g_autofree char *path = NULL;

  bench_check (error);
  path = g_build_filename (folder, "firm.trastienda", NULL);
  *self = (BenchFirms) { of, { small, large }, { NULL, NULL } };
  for (guint i = 0; i < G_N_ELEMENTS (self->dbs); i++)
    {
      self->dbs[i] = bench_make_firm (path, fill, self->sizes[i]);
      g_unlink (path);
    }
  g_rmdir (folder);
}

void
bench_firms_clear (BenchFirms *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->dbs); i++)
    g_clear_object (&self->dbs[i]);
}

/**
 * bench_firms_compare:
 * @self: two firms
 * @what: what is measured
 * @measure: does it with one of them, and returns the CPU time in milliseconds
 *
 * Prints the median of five rounds with each, and how many times as long the larger one takes.
 */
void
bench_firms_compare (BenchFirms  *self,
                     const char  *what,
                     double     (*measure) (TrasDb *))
{
  double medians[G_N_ELEMENTS (self->dbs)];

  for (guint i = 0; i < G_N_ELEMENTS (self->dbs); i++)
    {
      double times[N_ROUNDS];

      for (guint k = 0; k < N_ROUNDS; k++)
        times[k] = measure (self->dbs[i]);
      medians[i] = bench_quantile (times, N_ROUNDS, 0.5);
      g_print ("%s, %5u %s: %8.2f ms\n", what, self->sizes[i], self->of, medians[i]);
    }
  g_print ("%s, ratio: %.1f\n", what, medians[1] / medians[0]);
}
