/* tras-import-counts.c: stock counts, a row an item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file books nothing: a count that it says is posted is history, with its expected and counted
 * numbers and without movements. One that is not posted is open, and its numbers can be brought in
 * bit by bit, as a list that was printed, or taken along on another device, fills up.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-balances.h"
#include "tras-count-row.h"
#include "tras-error.h"
#include "tras-import-private.h"
#include "tras-stock-count.h"

/* The hour that a count is noted as posted at whose file knows the day alone. */
#define POSTED_HOUR 12

/* A count of the file. */
typedef struct
{
  TrasStockCount *count;  /* id 0 until its first row is taken */
  gboolean is_new;
  GHashTable *items;      /* that rows were about */
} Group;

typedef struct
{
  TrasImportRun *run;
  TrasDb *db;
  GPtrArray *present;     /* TrasStockCount, as they were before */
  GHashTable *claimed;    /* those of them that a group of the file is about */
  GHashTable *groups;     /* key: Group */
  GHashTable *balances;   /* place: what is there now */
} Counts;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_clear_object (&group->count);
  g_hash_table_unref (group->items);
  g_free (group);
}

static void
counts_clear (Counts *self)
{
  g_clear_pointer (&self->present, g_ptr_array_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->balances, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

/* Says which column is wrong, and why. */
static gboolean
refuse (Counts      *self,
        const char  *field,
        GError     **error,
        const char  *reason)
{
  TrasImport *import = self->run->import;

  self->run->cells.culprit =
    tras_import_find_column (import->columns, tras_table_find_field (import->table, field));
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, reason);

  return FALSE;
}

/* ---- counts ---- */

static gboolean
is_of (TrasStockCount *count,
       TrasCountRow   *row)
{
  return count->location_id == row->location_id && count->counted_on == row->counted_on;
}

/* The count that is there already: the one of that number, else the first of that place and day
 * that no other rows are about, since numbers are those of the file that they came from. */
static TrasStockCount *
find_present (Counts       *self,
              TrasCountRow *row)
{
  TrasStockCount *found = NULL;

  for (guint i = 0; i < self->present->len; i++)
    {
      TrasStockCount *count = self->present->pdata[i];

      if (!is_of (count, row) || g_hash_table_contains (self->claimed, count))
        continue;
      if (found == NULL || TRAS_RECORD (count)->id == row->count)
        found = count;
    }

  return found;
}

static Group *
find_group (Counts       *self,
            TrasCountRow *row)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT, row->count,
                                          row->counted_on, row->location_id);
  Group *group = g_hash_table_lookup (self->groups, key);
  TrasStockCount *present;

  if (group != NULL)
    return group;

  group = g_new0 (Group, 1);
  group->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  present = find_present (self, row);
  if (present != NULL)
    {
      group->count = g_object_ref (present);
      g_hash_table_add (self->claimed, present);
    }
  else
    {
      group->is_new = TRUE;
      group->count = tras_stock_count_new ();
      group->count->location_id = row->location_id;
      group->count->counted_on = row->counted_on;
      group->count->by_id = row->by_id;
      if (row->posted_on != TRAS_DAY_NONE)
        group->count->posted_at = tras_day_get_instant (row->posted_on, POSTED_HOUR);
    }
  g_hash_table_insert (self->groups, g_steal_pointer (&key), group);

  return group;
}

/* ---- lines ---- */

/* What is in the place now. */
static gboolean
find_expected (Counts  *self,
               gint64   place_id,
               gint64   item_id,
               gint64  *expected,
               GError **error)
{
  GArray *balances = g_hash_table_lookup (self->balances, &place_id);

  if (balances == NULL)
    {
      balances = tras_balances_load (self->db, place_id, error);
      if (balances == NULL)
        return FALSE;
      g_hash_table_insert (self->balances, g_memdup2 (&place_id, sizeof place_id), balances);
    }
  *expected = tras_balances_find (balances, item_id);

  return TRUE;
}

static gboolean
add_line (Counts        *self,
          Group         *group,
          TrasCountRow  *row,
          GError       **error)
{
  g_autoptr (TrasCountLine) line = tras_count_line_new ();
  gboolean is_posted = group->count->posted_at != TRAS_NULL;

  if (is_posted && !group->is_new)
    return refuse (self, "item_id", error,
                   _("The count is posted without this item, and stays as it is"));
  if (is_posted && row->expected == TRAS_NULL)
    return refuse (self, "expected", error,
                   _("What was expected is missing, and the count is over"));

  line->item_id = row->item_id;
  line->counted = row->counted;
  line->expected = row->expected;
  if (row->expected == TRAS_NULL &&
      !find_expected (self, group->count->location_id, row->item_id, &line->expected, error))
    return FALSE;

  if (TRAS_RECORD (group->count)->id == 0)
    {
      group->count->last_movement = tras_balances_get_movement (self->db, error);
      if (group->count->last_movement < 0 || !tras_db_insert (self->db, group->count, error))
        return FALSE;
    }
  line->count_id = TRAS_RECORD (group->count)->id;
  if (!tras_db_insert (self->db, line, error))
    return FALSE;
  self->run->import->counts.n_new++;

  return TRUE;
}

/* Only a number that was counted changes, and only until the count is posted. */
static gboolean
change_line (Counts         *self,
             Group          *group,
             TrasCountLine  *line,
             TrasCountRow   *row,
             GError        **error)
{
  if (row->expected != TRAS_NULL && row->expected != line->expected)
    return refuse (self, "expected", error,
                   _("The count expects something else, since it was begun"));
  if (row->counted == line->counted || row->counted == TRAS_NULL)
    {
      self->run->import->counts.n_same++;
      return TRUE;
    }
  if (group->count->posted_at != TRAS_NULL)
    return refuse (self, "counted", error,
                   _("The count is posted, so its numbers stay as they are; count again or "
                     "undo the posting"));

  line->counted = row->counted;
  if (!tras_db_update (self->db, line, error))
    return FALSE;
  self->run->import->counts.n_changed++;

  return TRUE;
}

static gboolean
take_row (Counts            *self,
          const TrasCsvRow  *cells,
          GError           **error)
{
  TrasCountRow *row = TRAS_COUNT_ROW (self->run->cells.row);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_COUNT_LINE);
  g_autoptr (GPtrArray) lines = NULL;
  Group *group;

  if (!tras_cells_read (&self->run->cells, cells, error))
    return FALSE;
  group = find_group (self, row);
  if (row->posted_on != TRAS_DAY_NONE && group->count->posted_at == TRAS_NULL)
    return refuse (self, "posted_on", error,
                   _("The count is not posted; a file cannot post it, the window can"));
  if (!g_hash_table_add (group->items, g_memdup2 (&row->item_id, sizeof (gint64))))
    return refuse (self, "item_id", error, _("The item stands in this count twice"));
  if (group->is_new)
    return add_line (self, group, row, error);

  tras_query_where_int (query, "count_id", TRAS_QUERY_EQ, TRAS_RECORD (group->count)->id);
  tras_query_where_int (query, "item_id", TRAS_QUERY_EQ, row->item_id);
  lines = tras_db_select (self->db, query, error);
  if (lines == NULL)
    return FALSE;

  return lines->len > 0 ? change_line (self, group, lines->pdata[0], row, error)
                        : add_line (self, group, row, error);
}

static gboolean
take_rows (Counts  *self,
           GError **error)
{
  TrasImportRun *run = self->run;
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (run->import->dialect);
  const TrasCsvRow *row;

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      GError *problem = NULL;

      if (!tras_import_run_step (run, error))
        return FALSE;
      if (!tras_csv_row_is_empty (row) && !take_row (self, row, &problem) &&
          !tras_import_run_refuse_error (run, row, row->line, NULL, problem, error))
        return FALSE;
    }

  return *error == NULL;
}

/**
 * tras_import_run_counts:
 * @run: a run whose cells are ready for rows of %TRAS_TYPE_COUNT_ROW
 * @error: what keeps it from going on; that rows are refused is no error
 *
 * Makes lines of counts of all rows, and the counts that they name and that are not there. Rows of
 * the same place and day are one count, unless they have different numbers.
 */
gboolean
tras_import_run_counts (TrasImportRun  *run,
                        GError        **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCK_COUNT);
  g_auto (Counts) self = {
    .run = run,
    .db = run->db,
    .claimed = g_hash_table_new (NULL, NULL),
    .groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free),
    .balances = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_array_unref),
  };

  self.present = tras_db_select (run->db, query, error);

  return self.present != NULL && take_rows (&self, error);
}
