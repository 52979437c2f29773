/* tras-calculator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <sqlite3.h>

#include "tras-calculator.h"
#include "tras-error.h"

/* How long the numbers of one period may take. A formula takes about a microsecond. */
#define DEADLINE (250 * G_TIME_SPAN_MILLISECOND)

/* After how many steps of SQLite's machine the clock is read. */
#define STEPS 1000

struct _TrasCalculator
{
  sqlite3 *handle;
  gint64 deadline;
};

struct _TrasCalculation
{
  TrasCalculator *calculator;
  sqlite3_stmt *statement;
  int *places;
  guint n_numbers;
  int n_results;
};

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 100000 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 8 },
  { SQLITE_LIMIT_EXPR_DEPTH, 1000 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 1 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 100 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* There is nothing to read, so that nothing may be read: what is let through is one list of results
 * and three functions. */
static int
authorize (void       *data,
           int         action,
           const char *first,
           const char *second,
           const char *database,
           const char *trigger)
{
  static const char *const functions[] = { "abs", "min", "max", NULL };

  if (action == SQLITE_SELECT)
    return SQLITE_OK;
  if (action == SQLITE_FUNCTION && g_strv_contains (functions, second))
    return SQLITE_OK;

  return SQLITE_DENY;
}

static int
look_at_clock (void *data)
{
  TrasCalculator *self = data;

  return g_get_monotonic_time () > self->deadline;
}

static void
set_error (TrasCalculator  *self,
           GError         **error)
{
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, "The formula cannot be worked out: %s",
               sqlite3_errmsg (self->handle));
}

/**
 * tras_calculator_new:
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): a calculator
 */
TrasCalculator *
tras_calculator_new (GError **error)
{
  g_autoptr (TrasCalculator) self = g_new0 (TrasCalculator, 1);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;

  if (sqlite3_open_v2 (":memory:", &self->handle, flags, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].limit, limits[i].value);
  sqlite3_set_authorizer (self->handle, authorize, NULL);
  sqlite3_progress_handler (self->handle, STEPS, look_at_clock, self);

  return g_steal_pointer (&self);
}

void
tras_calculator_free (TrasCalculator *self)
{
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

/**
 * tras_calculator_prepare:
 * @self: a calculator
 * @expressions: (array zero-terminated=1): up to eight expressions of SQLite, which call the
 *   numbers $1, $2, …
 * @n_numbers: how many numbers there are
 * @error: %TRAS_ERROR_INVALID where one is no expression, too large or asks for anything but
 *   arithmetic
 *
 * Returns: (transfer full) (nullable): what works them out
 */
TrasCalculation *
tras_calculator_prepare (TrasCalculator      *self,
                         const char *const   *expressions,
                         guint                n_numbers,
                         GError             **error)
{
  g_autoptr (TrasCalculation) calculation = g_new0 (TrasCalculation, 1);
  g_autofree char *list = NULL;
  g_autofree char *sql = NULL;
  const char *rest = NULL;
  int n_bound = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (expressions != NULL && *expressions != NULL, NULL);

  calculation->calculator = self;
  calculation->n_numbers = n_numbers;
  calculation->places = g_new0 (int, n_numbers);
  calculation->n_results = (int) g_strv_length ((char **) expressions);
  list = g_strjoinv (", ", (char **) expressions);
  sql = g_strconcat ("SELECT ", list, NULL);
  self->deadline = g_get_monotonic_time () + DEADLINE;
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &calculation->statement,
                          &rest) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  for (guint i = 0; i < n_numbers; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "$%u", i + 1);
      calculation->places[i] = sqlite3_bind_parameter_index (calculation->statement, name);
      n_bound += calculation->places[i] != 0;
    }
  if (calculation->statement == NULL || *rest != '\0' ||
      !sqlite3_stmt_readonly (calculation->statement) ||
      sqlite3_column_count (calculation->statement) != calculation->n_results ||
      sqlite3_bind_parameter_count (calculation->statement) != n_bound)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, "This is no expression");
      return NULL;
    }

  return g_steal_pointer (&calculation);
}

/**
 * tras_calculation_run:
 * @self: a calculation
 * @numbers: (array): its numbers, NAN for one that is missing
 * @results: (out caller-allocates) (array): one for each expression; NAN where a number is missing
 *   that it needs, it divides by zero or it comes to nothing finite
 * @error: %TRAS_ERROR_INVALID where it takes longer than a quarter of a second
 *
 * Returns: whether it was worked out
 */
gboolean
tras_calculation_run (TrasCalculation  *self,
                      const double     *numbers,
                      double           *results,
                      GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->calculator->deadline = g_get_monotonic_time () + DEADLINE;
  sqlite3_reset (self->statement);
  /* SQLite takes NAN for NULL, which makes whatever it goes into NULL. */
  for (guint i = 0; i < self->n_numbers; i++)
    {
      if (self->places[i] != 0)
        sqlite3_bind_double (self->statement, self->places[i], numbers[i]);
    }
  if (sqlite3_step (self->statement) != SQLITE_ROW)
    {
      set_error (self->calculator, error);
      sqlite3_reset (self->statement);
      return FALSE;
    }

  for (int i = 0; i < self->n_results; i++)
    {
      results[i] = NAN;
      if (sqlite3_column_type (self->statement, i) != SQLITE_NULL)
        results[i] = sqlite3_column_double (self->statement, i);
      if (!isfinite (results[i]))
        results[i] = NAN;
    }

  return TRUE;
}

void
tras_calculation_free (TrasCalculation *self)
{
  sqlite3_finalize (self->statement);
  g_free (self->places);
  g_free (self);
}
