/* tras-stock-use.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-stock-use.h"

#define DAY_SECONDS (24 * 60 * 60)

/* Movements that were reversed do not count; $1 is the day before the first, $2 the last. */
#define USE(of_movement, of_item)                                                                  \
  "SELECT i.id, s.on_hand, s.reserved, coalesce (u.used, 0), "                                     \
  "(SELECT min (b.moved_on) FROM movement b WHERE b.item_id = i.id), "                             \
  "coalesce (i.lead_days, v.lead_days, 0) "                                                        \
  "FROM item i JOIN item_stock s ON s.id = i.id "                                                  \
  "LEFT JOIN supplier v ON v.id = i.supplier_id "                                                  \
  "LEFT JOIN (SELECT m.item_id, CAST (sum (m.quantity) AS BIGINT) AS used FROM movement m "        \
  "JOIN location f ON f.id = m.from_id JOIN location t ON t.id = m.to_id "                         \
  "WHERE m.moved_on > $1 AND m.moved_on <= $2 AND f.kind = 'inside' "                              \
  "AND t.kind IN ('customer', 'use') AND m.reverses_id IS NULL "                                   \
  "AND NOT EXISTS (SELECT 1 FROM movement r WHERE r.reverses_id = m.id) " of_movement              \
  "GROUP BY m.item_id) u ON u.item_id = i.id "                                                     \
  "WHERE i.stocked = 1 AND i.active = 1 AND (u.used > 0 OR s.reserved > 0) " of_item               \
  "ORDER BY i.id"

#define OUT                                                                                        \
  "SELECT item_id, from_at, to_at FROM stockout "                                                  \
  "WHERE (to_at IS NULL OR to_at >= $1) AND ($2 = 0 OR item_id = $2) ORDER BY item_id"

static gboolean
read_use (GArray   *all,
          TrasDb   *db,
          gint64    item_id,
          TrasDay   from,
          TrasDay   today,
          GError  **error)
{
  g_autofree char *begins = tras_day_to_iso (from);
  g_autofree char *ends = tras_day_to_iso (today);
  g_autoptr (TrasStatement) statement =
    tras_engine_prepare (tras_db_get_engine (db),
                         item_id != 0 ? USE ("AND m.item_id = $3 ", "AND i.id = $3 ")
                                      : USE ("", ""), error);
  int state;

  if (statement == NULL)
    return FALSE;

  tras_statement_bind_text (statement, 1, begins);
  tras_statement_bind_text (statement, 2, ends);
  if (item_id != 0)
    tras_statement_bind_int (statement, 3, item_id);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasDay first = tras_statement_column_null (statement, 4)
                        ? today : tras_day_from_iso (tras_statement_column_text (statement, 4));
      TrasStockUse use = {
        .item_id = tras_statement_column_int (statement, 0),
        .on_hand = tras_statement_column_int (statement, 1),
        .reserved = tras_statement_column_int (statement, 2),
        .used = tras_statement_column_int (statement, 3),
        .days = MAX (today - MAX (first, from), 0),
        .lead_days = (int) CLAMP (tras_statement_column_int (statement, 5), 0, G_MAXINT),
      };

      g_array_append_val (all, use);
    }

  return state == 0;
}

static TrasDay
get_day (TrasStatement *statement,
         int            column)
{
  return (TrasDay) (tras_statement_column_int (statement, column) / DAY_SECONDS);
}

/* Both come by item. */
static gboolean
take_out (GArray   *all,
          TrasDb   *db,
          gint64    item_id,
          TrasDay   from,
          TrasDay   today,
          GError  **error)
{
  g_autoptr (TrasStatement) statement = tras_engine_prepare (tras_db_get_engine (db), OUT, error);
  guint next = 0;
  int state;

  if (statement == NULL)
    return FALSE;

  tras_statement_bind_int (statement, 1, (gint64) from * DAY_SECONDS);
  tras_statement_bind_int (statement, 2, item_id);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      gint64 id = tras_statement_column_int (statement, 0);
      TrasDay begins = MAX (get_day (statement, 1), from);
      TrasDay ends = tras_statement_column_null (statement, 2) ? today : get_day (statement, 2);
      TrasStockUse *use;

      while (next < all->len && g_array_index (all, TrasStockUse, next).item_id < id)
        next++;
      if (next == all->len || g_array_index (all, TrasStockUse, next).item_id != id)
        continue;
      use = &g_array_index (all, TrasStockUse, next);
      use->days = MAX (use->days - MAX (MIN (ends, today) - begins, 0), 0);
    }

  return state == 0;
}

/**
 * tras_stock_use_load:
 * @db: a connection
 * @item_id: an item, 0 for all
 * @from: the day before the first that counts
 * @today: the last that counts
 * @error: where to put the error
 *
 * Two statements, however many items there are.
 *
 * Returns: (transfer full) (element-type TrasStockUse) (nullable): the items of which something was
 *   used or is promised, by id
 */
GArray *
tras_stock_use_load (TrasDb   *db,
                     gint64    item_id,
                     TrasDay   from,
                     TrasDay   today,
                     GError  **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TrasStockUse));

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (!read_use (all, db, item_id, from, today, error) ||
      !take_out (all, db, item_id, from, today, error))
    return NULL;

  return g_steal_pointer (&all);
}
