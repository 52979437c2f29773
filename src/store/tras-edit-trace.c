/* tras-edit-trace.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-trace.h"

/* The value at @place in a row of the log, 0 where it is no whole number: a text may hold commas
 * between its quotes, and a row from before a migration ends sooner. */
static gint64
read_value (const char *row,
            guint       place)
{
  gboolean quoted = FALSE;

  if (row == NULL)
    return 0;
  for (; *row != '\0' && place > 0; row++)
    {
      quoted ^= *row == '\'';
      place -= *row == ',' && !quoted;
    }

  return place == 0 ? g_ascii_strtoll (row, NULL, 10) : 0;
}

static void
add_edit (GHashTable *edits,
          gint64      id)
{
  g_hash_table_add (edits, g_memdup2 (&id, sizeof id));
}

static gboolean
trace_row (TrasDb      *db,
           const char  *table,
           gint64       id,
           GHashTable  *edits,
           GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  int state;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT DISTINCT edit_id FROM edit_change WHERE tbl = $1 "
                                   "AND row_key = $2", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, table);
  tras_statement_bind_text (statement, 2, key);
  while ((state = tras_statement_step (statement, error)) > 0)
    add_edit (edits, tras_statement_column_int (statement, 0));

  return state == 0;
}

/* Also of rows that are gone, or that have gone over to another record. */
static gboolean
trace_part (TrasDb              *db,
            const TrasEditPart  *part,
            gint64               id,
            GHashTable          *edits,
            GError             **error)
{
  const TrasShape *shape = tras_db_get_shape (db, part->table, error);
  g_autoptr (TrasStatement) statement = NULL;
  guint place;
  int state;

  if (shape == NULL)
    return FALSE;
  if (!g_ptr_array_find_with_equal_func (shape->columns, part->column, g_str_equal, &place))
    return TRUE;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT edit_id, old, new FROM edit_change WHERE tbl = $1",
                                   error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, part->table);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      if (read_value (tras_statement_column_text (statement, 1), place) == id ||
          read_value (tras_statement_column_text (statement, 2), place) == id)
        add_edit (edits, tras_statement_column_int (statement, 0));
    }

  return state == 0;
}

/**
 * tras_edit_trace_list:
 * @db: a connection
 * @table: a table whose rows have an id
 * @id: a row of it, there or gone
 * @parts: (array length=n_parts): rows that belong to it
 * @n_parts: how many
 * @error: where to put the error
 *
 * Reads all changes of these tables: a look into the past, and nothing for every key that is
 * pressed.
 *
 * Returns: (transfer full) (nullable) (element-type TrasEditRecord): the edits that touched the row
 *   or one of its parts, newest first
 */
GPtrArray *
tras_edit_trace_list (TrasDb              *db,
                      const char          *table,
                      gint64               id,
                      const TrasEditPart  *parts,
                      gsize                n_parts,
                      GError             **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) edits = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  if (!trace_row (db, table, id, ids, error))
    return NULL;
  for (gsize i = 0; i < n_parts; i++)
    {
      if (!trace_part (db, &parts[i], id, ids, error))
        return NULL;
    }

  edits = tras_edit_log_list (db, G_MAXINT, error);
  for (guint i = edits != NULL ? edits->len : 0; i > 0; i--)
    {
      TrasRecord *edit = edits->pdata[i - 1];

      if (!g_hash_table_contains (ids, &edit->id))
        g_ptr_array_remove_index (edits, i - 1);
    }

  return g_steal_pointer (&edits);
}
