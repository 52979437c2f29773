/* tras-edit-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-take-back.h"

#define FIELD(member, value, ...)                                                                  \
  {                                                                                                \
    .name = #member, .type = TRAS_VALUE_##value,                                                   \
    .offset = G_STRUCT_OFFSET (TrasEditRecord, member), __VA_ARGS__                                \
  }

static const TrasChoice kinds[] = {
  { "start", "start" },
  { "do", "do" },
  { "undo", "undo" },
  { "redo", "redo" },
  { NULL, NULL },
};

static const TrasField edit_fields[] = {
  FIELD (uuid, TEXT, .flags = TRAS_FIELD_INTERNAL),
  FIELD (at, INSTANT),
  FIELD (who, TEXT, .flags = TRAS_FIELD_PERSONAL),
  FIELD (label, TEXT, .flags = TRAS_FIELD_NAME | TRAS_FIELD_PERSONAL),
  FIELD (kind, CHOICE, .choices = kinds),
  FIELD (undoes, INTEGER),
};

static const TrasTable edit_table = {
  .name = "edit",
  .kind = "edits",
  .fields = edit_fields,
  .n_fields = G_N_ELEMENTS (edit_fields),
  .flags = TRAS_TABLE_APPEND_ONLY,
};

TRAS_DEFINE_RECORD (TrasEditRecord, tras_edit_record, &edit_table)

void
tras_changes_free (TrasChanges *self)
{
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * tras_changes_touch:
 * @self: changes
 * @table: a table's name
 *
 * Returns: whether rows of @table are among them
 */
gboolean
tras_changes_touch (TrasChanges *self,
                    const char  *table)
{
  return g_ptr_array_find_with_equal_func (self->tables, table, g_str_equal, NULL);
}

/**
 * tras_changes_touch_any:
 * @self: changes
 * @tables: (array zero-terminated=1): names of tables
 *
 * Returns: whether rows of one of @tables are among them
 */
gboolean
tras_changes_touch_any (TrasChanges       *self,
                        const char *const *tables)
{
  for (; *tables != NULL; tables++)
    {
      if (tras_changes_touch (self, *tables))
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_edit_log_list:
 * @db: a connection
 * @limit: how many at most
 * @error: where to put the error
 *
 * An edit is active unless an active edit undid it. Whoever undoes is newer, so that one walk from
 * the newest to the oldest tells.
 *
 * Returns: (transfer full) (element-type TrasEditRecord): the newest edits, newest first
 */
GPtrArray *
tras_edit_log_list (TrasDb  *db,
                    guint    limit,
                    GError **error)
{
  const TrasShape *shape = tras_db_get_shape (db, "edit", error);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *sql = NULL;
  int state;

  if (shape == NULL)
    return NULL;

  columns = tras_db_dup_columns (&edit_table, shape);
  sql = g_strdup_printf ("SELECT %s FROM edit t ORDER BY t.id DESC LIMIT $1", columns);
  statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, limit);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasEditRecord *edit = g_object_new (TRAS_TYPE_EDIT_RECORD, NULL);

      tras_db_read_row (TRAS_RECORD (edit), statement, shape);
      edit->active = !g_hash_table_contains (undone, &edit->parent_instance.id);
      if (edit->active && edit->undoes != TRAS_NULL)
        g_hash_table_add (undone, g_memdup2 (&edit->undoes, sizeof edit->undoes));
      g_ptr_array_add (edits, edit);
    }

  return state == 0 ? g_steal_pointer (&edits) : NULL;
}

/* Whether no active edit has undone it; -1 after an error. */
static int
is_active (TrasStatement  *undoers,
           gint64          edit,
           GError        **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int state, active = 1;

  tras_statement_bind_int (undoers, 1, edit);
  while ((state = tras_statement_step (undoers, error)) > 0)
    {
      gint64 id = tras_statement_column_int (undoers, 0);

      g_array_append_val (ids, id);
    }
  tras_statement_reset (undoers);
  if (state < 0)
    return -1;

  for (guint i = 0; active > 0 && i < ids->len; i++)
    {
      int undoes = is_active (undoers, g_array_index (ids, gint64, i), error);

      active = undoes < 0 ? -1 : !undoes;
    }

  return active;
}

/**
 * tras_edit_log_load:
 * @db: a connection
 * @ids: (array length=n_ids): edits
 * @n_ids: how many
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasEditRecord): these edits, in that order
 */
GPtrArray *
tras_edit_log_load (TrasDb        *db,
                    const gint64  *ids,
                    gsize          n_ids,
                    GError       **error)
{
  const TrasShape *shape = tras_db_get_shape (db, "edit", error);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (TrasStatement) undoers = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *sql = NULL;

  if (shape == NULL)
    return NULL;

  columns = tras_db_dup_columns (&edit_table, shape);
  sql = g_strdup_printf ("SELECT %s FROM edit t WHERE t.id = $1", columns);
  statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  if (statement != NULL)
    undoers = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT id FROM edit WHERE undoes = $1 ORDER BY id DESC", error);
  if (undoers == NULL)
    return NULL;

  for (gsize i = 0; i < n_ids; i++)
    {
      TrasEditRecord *edit = g_object_new (TRAS_TYPE_EDIT_RECORD, NULL);
      int active;

      g_ptr_array_add (edits, edit);
      tras_statement_bind_int (statement, 1, ids[i]);
      if (tras_statement_step (statement, error) <= 0)
        return NULL;
      tras_db_read_row (TRAS_RECORD (edit), statement, shape);
      tras_statement_reset (statement);
      active = is_active (undoers, ids[i], error);
      if (active < 0)
        return NULL;
      edit->active = active;
    }

  return g_steal_pointer (&edits);
}

/* The newest active edit that @wanted_undo picks: one that did or redid something, or, for a redo,
 * one that undid something with nothing done since. */
static gboolean
peek (TrasDb   *db,
      gboolean  for_redo,
      gint64   *id,
      char    **label,
      GError  **error)
{
  *id = 0;
  if (label != NULL)
    *label = NULL;

  /* What can be undone is nearly always among the newest few. */
  for (guint limit = 16;; limit *= 8)
    {
      g_autoptr (GPtrArray) edits = tras_edit_log_list (db, limit, error);

      if (edits == NULL)
        return FALSE;
      for (guint i = 0; i < edits->len; i++)
        {
          TrasEditRecord *edit = edits->pdata[i];
          gboolean undo = g_str_equal (edit->kind, "undo");

          if (for_redo && !undo && !g_str_equal (edit->kind, "redo"))
            return TRUE;
          if (edit->active && undo == for_redo && !g_str_equal (edit->kind, "start"))
            {
              *id = edit->parent_instance.id;
              if (label != NULL)
                *label = g_strdup (edit->label);
              return TRUE;
            }
        }
      if (edits->len < limit)
        return TRUE;
    }
}

/**
 * tras_edit_log_peek:
 * @db: a connection
 * @undo_edit: (out): the edit that an undo would take back, 0 for none
 * @undo_label: (out) (optional) (transfer full) (nullable): what it did
 * @redo_edit: (out): the undo that a redo would take back, 0 for none
 * @redo_label: (out) (optional) (transfer full) (nullable): what that had undone
 * @error: where to put the error
 */
gboolean
tras_edit_log_peek (TrasDb  *db,
                    gint64  *undo_edit,
                    char   **undo_label,
                    gint64  *redo_edit,
                    char   **redo_label,
                    GError **error)
{
  return peek (db, FALSE, undo_edit, undo_label, error) &&
         peek (db, TRUE, redo_edit, redo_label, error);
}

/* ---- taking an edit back ---- */

/* The edit that has to be taken back for @id to be undone: @id itself, or the redo that did it
 * again last. TRAS_ERROR_NOT_FOUND where there is nothing to take back. */
static TrasEditRecord *
find_active (TrasDb  *db,
             gint64   id,
             GError **error)
{
  g_autoptr (GPtrArray) edits = tras_edit_log_list (db, G_MAXINT, error);
  g_autoptr (GHashTable) again = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; edits != NULL && i < edits->len; i++)
    {
      TrasEditRecord *edit = edits->pdata[i];
      TrasEditRecord *last = g_hash_table_lookup (again, &edit->parent_instance.id);

      if (edit->parent_instance.id == id && g_str_equal (edit->kind, "start"))
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT,
                       "“%s” cannot be undone", edit->label);
          return NULL;
        }
      if (edit->parent_instance.id == id && edit->active)
        return g_object_ref (last != NULL ? last : edit);
      if (edit->parent_instance.id == id)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT, "“%s” is undone already",
                       edit->label);
          return NULL;
        }

      /* From a redo by way of the undo that it took back to what that had undone. */
      if (last != NULL || (edit->active && g_str_equal (edit->kind, "redo")))
        g_hash_table_insert (again, &edit->undoes, last != NULL ? last : edit);
    }

  if (edits != NULL)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is no such edit");
  return NULL;
}

static char *
take_back (TrasDb        *db,
           gint64         id,
           const char    *kind,
           TrasProgress   progress,
           gpointer       progress_data,
           gint64        *new_edit,
           GError       **error)
{
  g_autoptr (TrasEditRecord) edit = find_active (db, id, error);

  if (edit == NULL)
    return NULL;
  id = edit->parent_instance.id;
  if (!tras_db_begin_kind (db, edit->label, kind, id, error))
    return NULL;

  if (!tras_engine_defer_references (tras_db_get_engine (db), error) ||
      !tras_take_back_changes (db, id, progress, progress_data, error))
    {
      tras_db_rollback (db);
      return NULL;
    }
  if (!tras_db_commit (db, new_edit, error))
    return NULL;

  return g_strdup (edit->label);
}

/**
 * tras_edit_log_undo:
 * @db: a connection outside of an edit
 * @edit: the edit to take back, 0 for the newest that can be
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: data for @progress
 * @undo: (out) (optional): the new edit that took it back
 * @error: where to put the error
 *
 * Applies the inverse of each of the edit's changes, newest first, as one new edit. An item that
 * came together with its movements is retired: they are reversed, and stay in the books with it.
 * %TRAS_ERROR_CONFLICT where a later edit touched one of its rows; then nothing is changed.
 *
 * Returns: (transfer full) (nullable): what was undone, or %NULL
 */
char *
tras_edit_log_undo (TrasDb        *db,
                    gint64         edit,
                    TrasProgress   progress,
                    gpointer       progress_data,
                    gint64        *undo,
                    GError       **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (edit == 0 && !peek (db, FALSE, &edit, &label, error))
    return NULL;
  if (edit == 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is nothing to undo");
      return NULL;
    }

  return take_back (db, edit, "undo", progress, progress_data, undo, error);
}

/**
 * tras_edit_log_redo:
 * @db: a connection outside of an edit
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: data for @progress
 * @redo: (out) (optional): the new edit
 * @error: where to put the error
 *
 * Does again what was undone last, where nothing else was done since.
 *
 * Returns: (transfer full) (nullable): what was redone, or %NULL
 */
char *
tras_edit_log_redo (TrasDb        *db,
                    TrasProgress   progress,
                    gpointer       progress_data,
                    gint64        *redo,
                    GError       **error)
{
  g_autofree char *label = NULL;
  gint64 edit;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (!peek (db, TRUE, &edit, &label, error))
    return NULL;
  if (edit == 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is nothing to redo");
      return NULL;
    }

  return take_back (db, edit, "redo", progress, progress_data, redo, error);
}

/**
 * tras_edit_log_list_inserted:
 * @db: a connection
 * @edit: an edit
 * @table: a table whose rows have an id
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type gint64): the ids of the rows of @table that the edit
 *   inserted, the oldest first
 */
GArray *
tras_edit_log_list_inserted (TrasDb      *db,
                             gint64       edit,
                             const char  *table,
                             GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT row_key FROM edit_change WHERE edit_id = $1 "
                                   "AND tbl = $2 AND op = 'I' ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, edit);
  tras_statement_bind_text (statement, 2, table);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      gint64 id = g_ascii_strtoll (tras_statement_column_text (statement, 0), NULL, 10);

      g_array_append_val (ids, id);
    }

  return state == 0 ? g_steal_pointer (&ids) : NULL;
}

/**
 * tras_edit_log_changes_since:
 * @db: a connection
 * @last_edit: an edit that is known already, 0 for none
 * @error: where to put the error
 *
 * Returns: (transfer full): what later edits touched, or %NULL
 */
TrasChanges *
tras_edit_log_changes_since (TrasDb  *db,
                             gint64   last_edit,
                             GError **error)
{
  g_autoptr (TrasChanges) changes = g_new0 (TrasChanges, 1);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  changes->last_edit = last_edit;
  changes->tables = g_ptr_array_new ();
  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT tbl, max (edit_id) FROM edit_change WHERE edit_id > $1 "
                                   "GROUP BY tbl",
                                   error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, last_edit);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      g_ptr_array_add (changes->tables,
                       (char *) g_intern_string (tras_statement_column_text (statement, 0)));
      changes->last_edit = MAX (changes->last_edit, tras_statement_column_int (statement, 1));
    }

  return state == 0 ? g_steal_pointer (&changes) : NULL;
}

/**
 * tras_edit_log_get_last:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: the id of the newest edit, 0 where there is none, -1 where it cannot be read
 */
gint64
tras_edit_log_get_last (TrasDb  *db,
                        GError **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 last;

  statement = tras_engine_prepare (tras_db_get_engine (db), "SELECT max (id) FROM edit", error);
  if (statement == NULL || tras_statement_step (statement, error) != 1)
    return -1;

  last = tras_statement_column_int (statement, 0);
  tras_statement_reset (statement);

  return last;
}
