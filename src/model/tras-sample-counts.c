/* tras-sample-counts.c: what the sample has counted, and how far its books are closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-balances.h"
#include "tras-movement.h"
#include "tras-sample-ledger.h"
#include "tras-stock-closing.h"
#include "tras-stock-count.h"

/* A count is posted on the afternoon of its day. */
#define POSTED_AFTER (6 * 3600)

/* So many months before the present one are open. */
#define OPEN_MONTHS 1

/**
 * tras_sample_need_count:
 * @self: a sample with movements up to a day
 * @counts: ids of counts by day
 * @day: the day
 * @id: (out): the count of that day, made where there is none yet
 * @error: where to put the error
 */
gboolean
tras_sample_need_count (TrasSample  *self,
                        GHashTable  *counts,
                        TrasDay      day,
                        gint64      *id,
                        GError     **error)
{
  gint64 *known = g_hash_table_lookup (counts, GINT_TO_POINTER (day));
  g_auto(GStrv) people = NULL;
  g_autoptr(TrasStockCount) count = NULL;
  guint n;

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  people = tras_sample_dup_list (self, "movements", "counted_by");
  n = g_hash_table_size (counts) % g_strv_length (people);
  count = tras_stock_count_new ();
  count->counted_on = day;
  count->posted_at = tras_sample_get_instant (day) + POSTED_AFTER;
  count->last_movement = tras_balances_get_movement (self->db, error);
  if (count->last_movement < 0 ||
      !tras_sample_find (self, "location", "warehouse", &count->location_id, error) ||
      !tras_sample_find (self, "person", people[n], &count->by_id, error) ||
      !tras_db_insert (self->db, count, error))
    return FALSE;
  *id = TRAS_RECORD (count)->id;
  g_hash_table_insert (counts, GINT_TO_POINTER (day), g_memdup2 (id, sizeof *id));

  return TRUE;
}

/**
 * tras_sample_add_counted:
 * @self: a sample with movements
 * @items: (element-type TrasSampleItem): the items
 * @counted: (element-type TrasSampleCounted): what was counted
 * @counts: ids of counts by day
 * @differences: ids of movements by the place in @counted, from 1, whose difference they are
 * @error: where to put the error
 *
 * Stores the lines of counts that were posted.
 */
gboolean
tras_sample_add_counted (TrasSample  *self,
                         GPtrArray   *items,
                         GArray      *counted,
                         GHashTable  *counts,
                         GHashTable  *differences,
                         GError     **error)
{
  for (guint i = 0; i < counted->len; i++)
    {
      const TrasSampleCounted *one = &g_array_index (counted, TrasSampleCounted, i);
      gint64 *movement = g_hash_table_lookup (differences, GUINT_TO_POINTER (i + 1));
      g_autoptr(TrasCountLine) line = tras_count_line_new ();

      line->item_id = ((TrasSampleItem *) items->pdata[one->item])->id;
      line->expected = one->expected;
      line->counted = one->counted;
      line->movement_id = movement != NULL ? *movement : 0;
      if (!tras_sample_need_count (self, counts, one->on, &line->count_id, error) ||
          !tras_db_insert (self->db, line, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
find_balance (GArray *balances,
              gint64  item_id)
{
  for (guint i = 0; i < balances->len; i++)
    {
      const TrasBalance *balance = &g_array_index (balances, TrasBalance, i);

      if (balance->item_id == item_id)
        return balance->quantity;
    }

  return 0;
}

static gboolean
complete_count (TrasSample  *sample,
                const char  *group,
                gpointer     record,
                GError     **error)
{
  TrasStockCount *count = record;

  count->last_movement = tras_balances_get_movement (sample->db, error);

  return count->last_movement >= 0;
}

/* What nobody has counted yet has a question mark. */
static gboolean
add_open_lines (TrasSample  *sample,
                const char  *group,
                GError     **error)
{
  g_auto(GStrv) items = tras_sample_dup_list (sample, group, "items");
  g_auto(GStrv) off = tras_sample_dup_list (sample, group, "off");
  g_autoptr(GArray) balances = NULL;
  gint64 count_id, location_id;

  if (!tras_sample_find (sample, "count", tras_sample_get_key (group), &count_id, error) ||
      !tras_sample_refer (sample, group, "location", "location", &location_id, error) ||
      (balances = tras_balances_load (sample->db, location_id, error)) == NULL)
    return FALSE;

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autoptr(TrasCountLine) line = tras_count_line_new ();

      if (!tras_sample_find (sample, "item", items[i], &line->item_id, error))
        return FALSE;
      line->count_id = count_id;
      line->expected = find_balance (balances, line->item_id);
      if (!g_str_equal (off[i], "?"))
        line->counted = MAX (0, line->expected + g_ascii_strtoll (off[i], NULL, 10) * 1000);
      if (!tras_db_insert (sample->db, line, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_add_open_count:
 * @self: a sample with movements
 * @error: where to put the error
 *
 * Stores counts that somebody is at.
 */
gboolean
tras_sample_add_open_count (TrasSample  *self,
                            GError     **error)
{
  g_autoptr(GPtrArray) counts = tras_sample_list_groups (self, "count");

  if (!tras_sample_add_all (self, "count", TRAS_TYPE_STOCK_COUNT, complete_count, error))
    return FALSE;
  for (guint i = 0; i < counts->len; i++)
    {
      if (!add_open_lines (self, counts->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_close_books:
 * @self: a sample with all of its movements
 * @error: where to put the error
 *
 * Closes the months of the ledger, one after the other, but for the last one that is over.
 */
gboolean
tras_sample_close_books (TrasSample  *self,
                         GError     **error)
{
  TrasDay first = self->today - (TrasDay) tras_sample_get_int (self, "movements", "days");
  gint32 last = tras_period_index (TRAS_EVERY_MONTH, self->today) - OPEN_MONTHS;

  for (gint32 month = tras_period_index (TRAS_EVERY_MONTH, first); month < last; month++)
    {
      g_autoptr(TrasClosing) closing = tras_closing_new ();

      closing->closed_to = tras_period_start (TRAS_EVERY_MONTH, month + 1) - 1;
      if (!tras_db_insert (self->db, closing, error) ||
          !tras_stock_closing_add_costs (closing, self->db, error))
        return FALSE;
    }

  return TRUE;
}
