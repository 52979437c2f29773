/* tras-counted.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-counted.h"
#include "tras-db-private.h"

#define LINES \
  "SELECT c.counted_on, l.item_id, l.expected, l.counted FROM count_line l " \
  "JOIN stock_count c ON c.id = l.count_id " \
  "WHERE c.posted_at IS NOT NULL AND l.counted IS NOT NULL ORDER BY c.counted_on, c.id, l.item_id"

/**
 * tras_counted_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasCounted) (nullable): every item of every count that
 *   was posted, by day; what nobody has counted is absent
 */
GArray *
tras_counted_load (TrasDb  *db,
                   GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TrasCounted));
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  statement = tras_engine_prepare (tras_db_get_engine (db), LINES, error);
  if (statement == NULL)
    return NULL;

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasCounted line = { tras_day_from_iso (tras_statement_column_text (statement, 0)),
                           tras_statement_column_int (statement, 1),
                           tras_statement_column_int (statement, 2),
                           tras_statement_column_int (statement, 3) };

      g_array_append_val (all, line);
    }

  return state == 0 ? g_steal_pointer (&all) : NULL;
}
