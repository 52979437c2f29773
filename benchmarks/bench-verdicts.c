/* bench-verdicts.c: verdicts of 260,000 values against their limits alone in SQL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both sides begin with the values in their own memory: arrays here, a table in an in-memory
 * database there. Ours computes limits, rules, the variation of every point and the assurance; SQL
 * the limits of each indicator. Prints the median of seven rounds of each, in CPU time.
 */

#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "tras-verdict.h"

#define N_INDICATORS 50
#define N_VALUES 5200
#define N_ROUNDS 7

static const char limits_sql[] =
  "WITH numbered AS ("
  "  SELECT indicator_id, period, value,"
  "         row_number () OVER w AS n,"
  "         lag (value) OVER w AS before,"
  "         lag (period) OVER w AS period_before"
  "  FROM measurement WINDOW w AS (PARTITION BY indicator_id ORDER BY period)),"
  "base AS ("
  "  SELECT indicator_id, avg (value) AS m,"
  "         avg (CASE WHEN n > 1 AND period = period_before + 1 THEN abs (value - before) END) AS r"
  "  FROM numbered WHERE n <= 20 GROUP BY indicator_id) "
  "SELECT indicator_id, m, m - 2.66 * r, m + 2.66 * r, 3.268 * r FROM base";

static void
check (sqlite3 *db,
       int      result)
{
  if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (db));
}

static sqlite3 *
load (const gint32 *periods,
      const double *values)
{
  sqlite3_stmt *insert;
  sqlite3 *db;

  check (NULL, sqlite3_open (":memory:", &db));
  check (db, sqlite3_exec (db,
                           "CREATE TABLE measurement (indicator_id INTEGER NOT NULL,"
                           " period INTEGER NOT NULL, value REAL,"
                           " PRIMARY KEY (indicator_id, period)) WITHOUT ROWID; BEGIN",
                           NULL, NULL, NULL));
  check (db, sqlite3_prepare_v2 (db, "INSERT INTO measurement VALUES ($1, $2, $3)", -1,
                                 &insert, NULL));
  for (int i = 0; i < N_INDICATORS * N_VALUES; i++)
    {
      sqlite3_bind_int (insert, 1, i / N_VALUES);
      sqlite3_bind_int (insert, 2, periods[i % N_VALUES]);
      sqlite3_bind_double (insert, 3, values[i]);
      check (db, sqlite3_step (insert));
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  check (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));

  return db;
}

/* Returns the sum of the upper limits, so that both sides can be seen to agree. */
static double
limits_in_sql (sqlite3_stmt *query)
{
  double sum = 0.0;

  while (sqlite3_step (query) == SQLITE_ROW)
    sum += sqlite3_column_double (query, 3);
  sqlite3_reset (query);

  return sum;
}

static double
verdicts_in_c (const gint32 *periods,
               const double *values,
               guint        *n_signals)
{
  double sum = 0.0;

  for (int s = 0; s < N_INDICATORS; s++)
    {
      g_autoptr (TrasVerdict) verdict = NULL;
      TrasSeries series = TRAS_SERIES_INIT;

      series.n = N_VALUES;
      series.periods = periods;
      series.values = values + s * N_VALUES;
      verdict = tras_verdict_new (&series, NULL, 0, TRAS_RULES_DEFAULT, 1.0);
      sum += verdict->limits[0].upper;
      *n_signals += verdict->variation != TRAS_VARIATION_COMMON;
    }

  return sum;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree gint32 *periods = g_new (gint32, N_VALUES);
  g_autofree double *values = g_new (double, N_INDICATORS * N_VALUES);
  double sql_times[N_ROUNDS], c_times[N_ROUNDS];
  double sql_sum = 0.0, c_sum = 0.0, sql_ms, c_ms;
  guint n_signals = 0;
  sqlite3_stmt *query;
  sqlite3 *db;

  for (int i = 0; i < N_VALUES; i++)
    periods[i] = i + i / 50;
  for (int i = 0; i < N_INDICATORS * N_VALUES; i++)
    {
      values[i] = 0.0;
      for (int k = 0; k < 12; k++)
        values[i] += g_rand_double (rand) - 0.5;
    }

  db = load (periods, values);
  check (db, sqlite3_prepare_v2 (db, limits_sql, -1, &query, NULL));

  for (int round = 0; round < N_ROUNDS; round++)
    {
      double start = bench_cpu_ms ();

      sql_sum = limits_in_sql (query);
      sql_times[round] = bench_cpu_ms () - start;
      start = bench_cpu_ms ();
      c_sum = verdicts_in_c (periods, values, &n_signals);
      c_times[round] = bench_cpu_ms () - start;
    }
  sqlite3_finalize (query);
  sqlite3_close (db);

  if (ABS (sql_sum - c_sum) > 1e-6)
    g_error ("The limits differ: %f in SQL, %f in C", sql_sum, c_sum);

  sql_ms = bench_quantile (sql_times, N_ROUNDS, 0.5);
  c_ms = bench_quantile (c_times, N_ROUNDS, 0.5);
  bench_print_machine ("SQLite " SQLITE_VERSION);
  g_print ("limits of %d values in SQL: %.1f ms\n", N_INDICATORS * N_VALUES, sql_ms);
  g_print ("limits, rules and verdicts in C: %.2f ms (%u of %d newest points flagged)\n",
           c_ms, n_signals / N_ROUNDS, N_INDICATORS);
  g_print ("ratio: %.0f (goal: 8 or more)\n", sql_ms / c_ms);

  return sql_ms / c_ms >= 8.0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
