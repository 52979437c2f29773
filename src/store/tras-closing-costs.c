/* tras-closing-costs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-closing-costs.h"
#include "tras-db-private.h"

#define FIND \
  "SELECT id, closed_to FROM closing c WHERE closed_to <= $1 " \
  "AND EXISTS (SELECT 1 FROM closing_cost k WHERE k.closing_id = c.id) " \
  "ORDER BY closed_to DESC LIMIT 1"
#define OF_ALL "SELECT item_id, quantity, unit_cost FROM closing_cost WHERE closing_id = $1"
#define BY_ITEM " ORDER BY item_id"
#define OF_ITEM OF_ALL " AND item_id = $2"
#define ADD "INSERT INTO closing_cost VALUES ($1, $2, $3, $4)"

/**
 * tras_closing_costs_find:
 * @db: a connection
 * @day: a day
 * @closed_to: (out): the last day that was closed
 * @error: where to put the error
 *
 * A closing that came back by redo, or that an older version made, says nothing of costs.
 *
 * Returns: the newest closing up to @day that has costs, 0 where there is none, -1 on error
 */
gint64
tras_closing_costs_find (TrasDb   *db,
                         TrasDay   day,
                         TrasDay  *closed_to,
                         GError  **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *text = NULL;
  gint64 closing_id;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), -1);
  g_return_val_if_fail (closed_to != NULL, -1);

  *closed_to = TRAS_DAY_NONE;
  if (day == TRAS_DAY_NONE)
    return 0;

  statement = tras_engine_prepare (tras_db_get_engine (db), FIND, error);
  if (statement == NULL)
    return -1;
  text = tras_day_to_iso (day);
  tras_statement_bind_text (statement, 1, text);
  state = tras_statement_step (statement, error);
  if (state <= 0)
    return state;

  closing_id = tras_statement_column_int (statement, 0);
  *closed_to = tras_day_from_iso (tras_statement_column_text (statement, 1));
  tras_statement_reset (statement);

  return closing_id;
}

/**
 * tras_closing_costs_load:
 * @db: a connection
 * @closing_id: a closing
 * @item_id: an item, 0 for all
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasClosingCost) (nullable): how every item that had moved
 *   until then stood, by id
 */
GArray *
tras_closing_costs_load (TrasDb  *db,
                         gint64   closing_id,
                         gint64   item_id,
                         GError **error)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (TrasClosingCost));
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   item_id != 0 ? OF_ITEM : OF_ALL BY_ITEM,
                                   error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, closing_id);
  if (item_id != 0)
    tras_statement_bind_int (statement, 2, item_id);

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasClosingCost cost = { tras_statement_column_int (statement, 0),
                               tras_statement_column_int (statement, 1),
                               tras_statement_column_int (statement, 2) };

      g_array_append_val (costs, cost);
    }

  return state == 0 ? g_steal_pointer (&costs) : NULL;
}

/**
 * tras_closing_costs_add:
 * @db: a connection in the edit that makes the closing
 * @closing_id: the closing
 * @cost: how an item stands; all of them belong into the one edit
 * @error: where to put the error
 *
 * Returns: whether it was stored
 */
gboolean
tras_closing_costs_add (TrasDb                 *db,
                        gint64                  closing_id,
                        const TrasClosingCost  *cost,
                        GError                **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (cost != NULL, FALSE);

  statement = tras_engine_prepare (tras_db_get_engine (db), ADD, error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, closing_id);
  tras_statement_bind_int (statement, 2, cost->item_id);
  tras_statement_bind_int (statement, 3, cost->quantity);
  tras_statement_bind_int (statement, 4, cost->unit_cost);

  return tras_statement_run (statement, error);
}
