/* tras-export-counts.c: stock counts, a row an item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-count-row.h"
#include "tras-export-private.h"
#include "tras-stock-count.h"

typedef struct
{
  TrasDb *db;
  TrasRecordFunc func;
  gpointer user_data;
} Counts;

static gboolean
write_count (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Counts *self = user_data;
  TrasStockCount *count = record;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_COUNT_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  tras_query_where_int (query, "count_id", TRAS_QUERY_EQ, TRAS_RECORD (count)->id);
  lines = tras_db_select (self->db, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      TrasCountLine *line = lines->pdata[i];
      g_autoptr (TrasCountRow) row = tras_count_row_new ();

      row->count = TRAS_RECORD (count)->id;
      row->counted_on = count->counted_on;
      row->location_id = count->location_id;
      row->item_id = line->item_id;
      row->expected = line->expected;
      row->counted = line->counted;
      row->posted_on = count->posted_at != TRAS_NULL ? tras_day_from_instant (count->posted_at)
                                                     : TRAS_DAY_NONE;
      row->by_id = count->by_id;
      if (!self->func (row, self->user_data, error))
        return FALSE;
    }

  return lines != NULL;
}

/**
 * tras_export_foreach_count_row:
 * @db: a connection
 * @func: (scope call): told each row, a #TrasCountRow, count by count
 * @user_data: data for @func
 * @error: where to put the error
 *
 * Goes through all counts, those that are not posted yet too.
 *
 * Returns: whether all rows were told
 */
gboolean
tras_export_foreach_count_row (TrasDb          *db,
                               TrasRecordFunc   func,
                               gpointer         user_data,
                               GError         **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCK_COUNT);
  Counts self = { db, func, user_data };

  tras_query_order (query, "counted_on", FALSE);

  return tras_db_foreach (db, query, write_count, &self, error);
}
