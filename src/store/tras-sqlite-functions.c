/* tras-sqlite-functions.c: functions that SQL may call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-date.h"
#include "tras-id-sort.h"
#include "tras-sqlite-functions.h"
#include "tras-sqlite-literals.h"

static void
sql_edit (sqlite3_context  *context,
          int               n_arguments,
          sqlite3_value   **arguments)
{
  const gint64 *edit = sqlite3_user_data (context);

  if (*edit == 0)
    sqlite3_result_error (context, "a change outside of an edit", -1);
  else
    sqlite3_result_int64 (context, *edit);
}

static int
compare_values (sqlite3_value *a,
                sqlite3_value *b)
{
  if (sqlite3_value_numeric_type (a) != SQLITE_TEXT &&
      sqlite3_value_numeric_type (b) != SQLITE_TEXT)
    {
      double x = sqlite3_value_double (a), y = sqlite3_value_double (b);

      if (sqlite3_value_type (a) == SQLITE_INTEGER && sqlite3_value_type (b) == SQLITE_INTEGER)
        return sqlite3_value_int64 (a) < sqlite3_value_int64 (b)   ? -1
               : sqlite3_value_int64 (a) > sqlite3_value_int64 (b) ? 1
                                                                   : 0;
      return x < y ? -1 : x > y;
    }

  return strcmp ((const char *) sqlite3_value_text (a), (const char *) sqlite3_value_text (b));
}

/* least() and greatest() as PostgreSQL has them: NULL arguments are passed over. */
static void
sql_extreme (sqlite3_context  *context,
             int               n_arguments,
             sqlite3_value   **arguments)
{
  int sign = GPOINTER_TO_INT (sqlite3_user_data (context));
  sqlite3_value *best = NULL;

  for (int i = 0; i < n_arguments; i++)
    {
      if (sqlite3_value_type (arguments[i]) == SQLITE_NULL)
        continue;
      if (best == NULL || compare_values (arguments[i], best) * sign > 0)
        best = arguments[i];
    }

  if (best != NULL)
    sqlite3_result_value (context, best);
}

static void
sql_days_between (sqlite3_context  *context,
                  int               n_arguments,
                  sqlite3_value   **arguments)
{
  TrasDay from = tras_day_from_iso ((const char *) sqlite3_value_text (arguments[0]));
  TrasDay to = tras_day_from_iso ((const char *) sqlite3_value_text (arguments[1]));

  if (from != TRAS_DAY_NONE && to != TRAS_DAY_NONE)
    sqlite3_result_int64 (context, (gint64) to - from);
}

static void
sql_add_days (sqlite3_context  *context,
              int               n_arguments,
              sqlite3_value   **arguments)
{
  TrasDay day = tras_day_from_iso ((const char *) sqlite3_value_text (arguments[0]));
  gint64 sum = day + sqlite3_value_int64 (arguments[1]);

  if (day != TRAS_DAY_NONE && sum >= TRAS_DAY_MIN && sum <= TRAS_DAY_MAX)
    sqlite3_result_text (context, tras_day_to_iso (sum), -1, g_free);
}

static void
flush (TrasGather *gather)
{
  g_array_append_vals (gather->rows, gather->block, gather->n);
  gather->n = 0;
}

static void
sql_gather (sqlite3_context  *context,
            int               n_arguments,
            sqlite3_value   **arguments)
{
  TrasGather *gather = sqlite3_user_data (context);

  if (gather->n + (guint) n_arguments > G_N_ELEMENTS (gather->block))
    flush (gather);
  for (int i = 0; i < n_arguments; i++)
    {
      int type = sqlite3_value_type (arguments[i]);
      gint64 number = G_MININT64;

      if (type == SQLITE_INTEGER)
        number = sqlite3_value_int64 (arguments[i]);
      else if (type == SQLITE_FLOAT)
        number = tras_id_sort_key (sqlite3_value_double (arguments[i]));
      gather->block[gather->n++] = number;
    }
}

static void
sql_gather_end (sqlite3_context *context)
{
  flush (sqlite3_user_data (context));
}

/**
 * tras_sqlite_add_functions:
 * @handle: a connection
 * @edit: where the edit stands that changes belong to, 0 for none; has to outlive @handle
 * @gather: what tras_gather() appends its one or two arguments to, row after row; has to outlive
 *   @handle
 *
 * Adds tras_edit(), which the log's triggers call, and functions that PostgreSQL has and SQLite
 * lacks: least(), greatest(); and both engines have days_between() and add_days() from us.
 */
void
tras_sqlite_add_functions (sqlite3    *handle,
                           gint64     *edit,
                           TrasGather *gather)
{
  /* Innocuous: triggers and views may call them although the schema is not trusted. */
  const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  sqlite3_create_function (handle, "tras_edit", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, edit,
                           sql_edit, NULL, NULL);
  for (int n = 1; n <= 2; n++)
    sqlite3_create_function (handle, "tras_gather", n, SQLITE_UTF8 | SQLITE_DIRECTONLY, gather,
                             NULL, sql_gather, sql_gather_end);
  sqlite3_create_function (handle, "least", -1, pure, GINT_TO_POINTER (-1), sql_extreme,
                           NULL, NULL);
  sqlite3_create_function (handle, "greatest", -1, pure, GINT_TO_POINTER (1), sql_extreme,
                           NULL, NULL);
  tras_sqlite_add_literals (handle);
  sqlite3_create_function (handle, "days_between", 2, pure, NULL, sql_days_between, NULL,
                           NULL);
  sqlite3_create_function (handle, "add_days", 2, pure, NULL, sql_add_days, NULL, NULL);
}
