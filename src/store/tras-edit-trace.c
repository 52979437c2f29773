/* tras-edit-trace.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-trace.h"
#include "tras-log-row.h"

/* What is looked for in the log. */
typedef struct
{
  const char *table;
  char *key;
  gint64 id;
  GHashTable *places;  /* table of parts: array of the places of columns that refer to the record */
} Trace;

static void
trace_clear (Trace *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trace, trace_clear)

static gboolean
find_places (Trace               *self,
             TrasDb              *db,
             const TrasEditPart  *parts,
             gsize                n_parts,
             GError             **error)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_array_unref);
  for (gsize i = 0; i < n_parts; i++)
    {
      const TrasShape *shape = tras_db_get_shape (db, parts[i].table, error);
      GArray *places = g_hash_table_lookup (self->places, parts[i].table);
      guint place;

      if (shape == NULL)
        return FALSE;
      if (!g_ptr_array_find_with_equal_func (shape->columns, parts[i].column, g_str_equal, &place))
        continue;
      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->places, (gpointer) parts[i].table, places);
        }
      g_array_append_val (places, place);
    }

  return TRUE;
}

/* Also of rows that are gone, or that have gone over to another record. */
static gboolean
is_touched (Trace         *self,
            TrasStatement *change)
{
  const char *table = tras_statement_column_text (change, 1);
  GArray *places;

  if (g_str_equal (table, self->table))
    return g_strcmp0 (tras_statement_column_text (change, 2), self->key) == 0;

  places = g_hash_table_lookup (self->places, table);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      if (tras_log_row_get_int (tras_statement_column_text (change, 3), place) == self->id ||
          tras_log_row_get_int (tras_statement_column_text (change, 4), place) == self->id)
        return TRUE;
    }

  return FALSE;
}

/* The ids of the newest edits that touched it. The changes of an edit stand together. */
static GArray *
find_edits (Trace    *self,
            TrasDb   *db,
            guint     limit,
            GError  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasStatement) statement = NULL;
  gint64 last = 0;
  int state = 0;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT edit_id, tbl, row_key, old, new FROM edit_change "
                                   "ORDER BY id DESC", error);
  if (statement == NULL)
    return NULL;

  while (ids->len < limit && (state = tras_statement_step (statement, error)) > 0)
    {
      gint64 edit = tras_statement_column_int (statement, 0);

      if (edit == last || !is_touched (self, statement))
        continue;
      g_array_append_val (ids, edit);
      last = edit;
    }

  return state >= 0 ? g_steal_pointer (&ids) : NULL;
}

/**
 * tras_edit_trace_list:
 * @db: a connection
 * @table: a table whose rows have an id
 * @id: a row of it, there or gone
 * @parts: (array length=n_parts): rows that belong to it
 * @n_parts: how many
 * @limit: how many edits at most
 * @error: where to put the error
 *
 * Goes through the log from its end until it has as many: what is found soon is quick, and the
 * whole log of a record that was touched rarely takes the time of one look at each change.
 *
 * Returns: (transfer full) (nullable) (element-type TrasEditRecord): the newest edits that touched
 *   the row or one of its parts, newest first
 */
GPtrArray *
tras_edit_trace_list (TrasDb              *db,
                      const char          *table,
                      gint64               id,
                      const TrasEditPart  *parts,
                      gsize                n_parts,
                      guint                limit,
                      GError             **error)
{
  g_auto (Trace) self = { .table = table, .id = id };
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  self.key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (!find_places (&self, db, parts, n_parts, error))
    return NULL;
  ids = find_edits (&self, db, limit, error);

  return ids != NULL
    ? tras_edit_log_load (db, (const gint64 *) (gpointer) ids->data, ids->len, error)
    : NULL;
}
