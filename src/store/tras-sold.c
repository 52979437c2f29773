/* tras-sold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-db-private.h"
#include "tras-sold.h"

#define ORDERS                                                                                     \
  "SELECT taken_on, promised_on, picked_at, shipped_on, "                                          \
  "CASE WHEN billed_on IS NOT NULL THEN due_on END, paid_on, coalesce (total, 0) FROM sale "       \
  "WHERE state IN ('open', 'closed') ORDER BY taken_on, id"

#define DAY_SECONDS (24 * 60 * 60)

static TrasDay
get_day (TrasStatement *statement,
         int            column)
{
  return tras_statement_column_null (statement, column)
           ? TRAS_DAY_NONE
           : tras_day_from_iso (tras_statement_column_text (statement, column));
}

/* An instant's day is the one in UTC, whoever asks: two desks must agree. */
static TrasDay
get_instant_day (TrasStatement *statement,
                 int            column)
{
  return tras_statement_column_null (statement, column)
           ? TRAS_DAY_NONE
           : (TrasDay) floor ((double) tras_statement_column_int (statement, column) / DAY_SECONDS);
}

/**
 * tras_sold_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasSold) (nullable): every order that is no draft and was
 *   not cancelled, by the day it was taken
 */
GArray *
tras_sold_load (TrasDb  *db,
                GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TrasSold));
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  statement = tras_engine_prepare (tras_db_get_engine (db), ORDERS, error);
  if (statement == NULL)
    return NULL;

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasSold order = {
        .taken_on = get_day (statement, 0),
        .promised_on = get_day (statement, 1),
        .picked_on = get_instant_day (statement, 2),
        .shipped_on = get_day (statement, 3),
        .due_on = get_day (statement, 4),
        .paid_on = get_day (statement, 5),
        .total = tras_statement_column_int (statement, 6),
      };

      g_array_append_val (all, order);
    }

  return state == 0 ? g_steal_pointer (&all) : NULL;
}
