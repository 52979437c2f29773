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

static void
row_free (gpointer data)
{
  TrasEditRow *row = data;

  g_free (row->table);
  g_free (row->before);
  g_free (row->after);
  g_free (row);
}

/**
 * tras_edit_trace_list_rows:
 * @db: a connection
 * @table: a table whose rows have an id
 * @id: a row of it, there or gone
 * @parts: (array length=n_parts): rows that belong to it
 * @n_parts: how many
 * @edit: an edit
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasEditRow): what the edit wrote of the row
 *   and its parts, in the order in which it did
 */
GPtrArray *
tras_edit_trace_list_rows (TrasDb              *db,
                           const char          *table,
                           gint64               id,
                           const TrasEditPart  *parts,
                           gsize                n_parts,
                           gint64               edit,
                           GError             **error)
{
  g_auto (Trace) self = { .table = table, .id = id };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  self.key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (!find_places (&self, db, parts, n_parts, error))
    return NULL;
  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT edit_id, tbl, row_key, old, new FROM edit_change "
                                   "WHERE edit_id = $1 ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  tras_statement_bind_int (statement, 1, edit);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasEditRow *row;

      if (!is_touched (&self, statement))
        continue;
      row = g_new0 (TrasEditRow, 1);
      row->table = g_strdup (tras_statement_column_text (statement, 1));
      row->before = g_strdup (tras_statement_column_text (statement, 3));
      row->after = g_strdup (tras_statement_column_text (statement, 4));
      g_ptr_array_add (rows, row);
    }

  return state == 0 ? g_steal_pointer (&rows) : NULL;
}

/* What was erased is no value any more. */
static void
set_literal (TrasRecord      *record,
             const TrasField *field,
             const char      *literal)
{
  g_autofree char *text = tras_log_row_dup_text (literal);

  if (g_str_equal (literal, "NULL") || g_str_equal (literal, TRAS_LOG_ERASED))
    tras_record_clear (record, field);
  else if (field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE)
    tras_record_set_text (record, field, text);
  else if (field->type == TRAS_VALUE_REAL)
    tras_record_set_real (record, field, g_ascii_strtod (literal, NULL));
  else if (field->type == TRAS_VALUE_DATE)
    tras_record_set_int (record, field, text != NULL ? tras_day_from_iso (text) : TRAS_DAY_NONE);
  else
    tras_record_set_int (record, field, g_ascii_strtoll (literal, NULL, 10));
}

/**
 * tras_edit_trace_dup_record:
 * @db: a connection
 * @type: the record type of the row's table
 * @row: a row as the log has it
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the record that it was. It has no computed values, and none
 *   of columns that a later migration added
 */
gpointer
tras_edit_trace_dup_record (TrasDb      *db,
                            GType        type,
                            const char  *row,
                            GError     **error)
{
  const TrasTable *table = tras_record_type_get_table (type);
  const TrasShape *shape = tras_db_get_shape (db, table->name, error);
  g_autoptr (GPtrArray) literals = tras_log_row_split (row);
  TrasRecord *record;
  guint place;

  if (shape == NULL)
    return NULL;

  record = g_object_new (type, NULL);
  if (shape->has_id &&
      g_ptr_array_find_with_equal_func (shape->columns, "id", g_str_equal, &place))
    record->id = tras_log_row_get_int (row, place);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (!(field->flags & TRAS_FIELD_COMPUTED) &&
          g_ptr_array_find_with_equal_func (shape->columns, field->name, g_str_equal, &place) &&
          place < literals->len)
        set_literal (record, field, literals->pdata[place]);
      else
        tras_record_clear (record, field);
    }

  return record;
}
