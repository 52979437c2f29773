/* tras-ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-ledger.h"

/* A million records of the view take seconds; a million rows of the table do not. */
#define ROWS \
  "SELECT id, item_id, from_id, to_id, quantity, unit_cost, reverses_id, moved_on FROM movement " \
  "WHERE moved_on > $1 AND moved_on <= $2 "
#define OF_ITEM "AND item_id = $3 "
#define BY_DAY "ORDER BY moved_on, id"

/**
 * tras_ledger_read:
 * @db: a connection
 * @item_id: an item, 0 for all
 * @behind: the day before the first one, %TRAS_DAY_NONE for all before @to
 * @to: the last day, %TRAS_DAY_MAX for all
 * @func: takes a movement
 * @user_data: data for @func
 * @error: where to put the error
 *
 * Reads the movements of some days in the order of day and booking.
 *
 * Returns: whether all could be read
 */
gboolean
tras_ledger_read (TrasDb          *db,
                  gint64           item_id,
                  TrasDay          behind,
                  TrasDay          to,
                  TrasLedgerFunc   func,
                  gpointer         user_data,
                  GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *first = behind != TRAS_DAY_NONE ? tras_day_to_iso (behind) : g_strdup ("");
  g_autofree char *last = tras_day_to_iso (to);
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   item_id != 0 ? ROWS OF_ITEM BY_DAY : ROWS BY_DAY, error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, first);
  tras_statement_bind_text (statement, 2, last);
  if (item_id != 0)
    tras_statement_bind_int (statement, 3, item_id);

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const TrasLedgerEntry entry = {
        tras_statement_column_int (statement, 0),
        tras_statement_column_int (statement, 1),
        tras_statement_column_int (statement, 2),
        tras_statement_column_int (statement, 3),
        tras_statement_column_int (statement, 4),
        tras_statement_column_null (statement, 5) ? TRAS_NULL
                                                  : tras_statement_column_int (statement, 5),
        tras_statement_column_int (statement, 6),
        tras_day_from_iso (tras_statement_column_text (statement, 7)),
      };

      func (&entry, user_data);
    }

  return state == 0;
}
