/* tras-balances.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-balances.h"
#include "tras-db-private.h"

#define NOW \
  "SELECT item_id, location_id, quantity FROM balance WHERE location_id = $1 ORDER BY item_id"

/* The nearest closing says how much there was then; only what moved since is added up. */
#define NEAREST \
  "SELECT id, closed_to FROM closing WHERE closed_to <= $1 ORDER BY closed_to DESC LIMIT 1"
#define THEN \
  "SELECT item_id, location_id, CAST (sum (quantity) AS BIGINT) FROM (" \
  "SELECT item_id, location_id, quantity FROM closing_stock WHERE closing_id = $1 UNION ALL " \
  "SELECT item_id, to_id, quantity FROM movement WHERE moved_on > $2 AND moved_on <= $3 " \
  "UNION ALL " \
  "SELECT item_id, from_id, -quantity FROM movement WHERE moved_on > $2 AND moved_on <= $3) t " \
  "GROUP BY item_id, location_id ORDER BY item_id, location_id"

#define NEWEST "SELECT coalesce (max (id), 0) FROM movement"

static GArray *
take_all (TrasStatement  *statement,
          GError        **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TrasBalance));
  int state;

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasBalance balance = { tras_statement_column_int (statement, 0),
                              tras_statement_column_int (statement, 1),
                              tras_statement_column_int (statement, 2) };

      g_array_append_val (all, balance);
    }

  return state == 0 ? g_steal_pointer (&all) : NULL;
}

/**
 * tras_balances_load:
 * @db: a connection
 * @location_id: a place
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasBalance) (nullable): what is there now, by item; also
 *   items of which nothing is left
 */
GArray *
tras_balances_load (TrasDb  *db,
                    gint64   location_id,
                    GError **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  statement = tras_engine_prepare (tras_db_get_engine (db), NOW, error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, location_id);

  return take_all (statement, error);
}

/**
 * tras_balances_load_on:
 * @db: a connection
 * @day: a day
 * @error: where to put the error
 *
 * Counts from the nearest closing on, not from the first movement.
 *
 * Returns: (transfer full) (element-type TrasBalance) (nullable): what was where on the evening of
 *   the day, by item and place
 */
GArray *
tras_balances_load_on (TrasDb   *db,
                       TrasDay   day,
                       GError  **error)
{
  g_autoptr (TrasStatement) nearest = NULL;
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *text = tras_day_to_iso (day);
  g_autofree char *closed_to = NULL;
  gint64 closing_id = 0;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  nearest = tras_engine_prepare (tras_db_get_engine (db), NEAREST, error);
  if (nearest == NULL)
    return NULL;
  tras_statement_bind_text (nearest, 1, text);
  state = tras_statement_step (nearest, error);
  if (state < 0)
    return NULL;
  if (state > 0)
    {
      closing_id = tras_statement_column_int (nearest, 0);
      closed_to = g_strdup (tras_statement_column_text (nearest, 1));
      tras_statement_reset (nearest);
    }

  statement = tras_engine_prepare (tras_db_get_engine (db), THEN, error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, closing_id);
  tras_statement_bind_text (statement, 2, closed_to != NULL ? closed_to : "");
  tras_statement_bind_text (statement, 3, text);

  return take_all (statement, error);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TrasBalance *x = a, *y = b;

  return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

/**
 * tras_balances_find:
 * @balances: (element-type TrasBalance): as of tras_balances_load()
 * @item_id: an item
 *
 * Returns: how much of it is there
 */
gint64
tras_balances_find (GArray *balances,
                    gint64  item_id)
{
  const TrasBalance wanted = { item_id, 0, 0 };
  guint place;

  return g_array_binary_search (balances, &wanted, compare_items, &place)
           ? g_array_index (balances, TrasBalance, place).quantity : 0;
}

/**
 * tras_balances_get_movement:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: the newest movement, 0 where nothing has moved, -1 on error
 */
gint64
tras_balances_get_movement (TrasDb  *db,
                            GError **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 newest;

  g_return_val_if_fail (TRAS_IS_DB (db), -1);

  statement = tras_engine_prepare (tras_db_get_engine (db), NEWEST, error);
  if (statement == NULL || tras_statement_step (statement, error) <= 0)
    return -1;

  newest = tras_statement_column_int (statement, 0);
  tras_statement_reset (statement);

  return newest;
}
