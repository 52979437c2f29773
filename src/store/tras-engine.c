/* tras-engine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-engine.h"

G_DEFINE_ABSTRACT_TYPE (TrasStatement, tras_statement, G_TYPE_OBJECT)
G_DEFINE_ABSTRACT_TYPE (TrasEngine, tras_engine, G_TYPE_OBJECT)

static void
tras_statement_class_init (TrasStatementClass *klass)
{
}

static void
tras_statement_init (TrasStatement *self)
{
}

static void
tras_engine_class_init (TrasEngineClass *klass)
{
}

static void
tras_engine_init (TrasEngine *self)
{
}

/**
 * tras_engine_prepare:
 * @self: an engine
 * @sql: one statement
 * @error: where to put the error
 *
 * Statements are kept: the same text gives the same object, reset, as long as nobody else holds it.
 *
 * Returns: (transfer full): the statement, or %NULL
 */
TrasStatement *
tras_engine_prepare (TrasEngine  *self,
                     const char  *sql,
                     GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->prepare (self, sql, TRUE, error);
}

/**
 * tras_engine_prepare_once:
 * @self: an engine
 * @sql: one statement that is not likely to come again
 * @error: where to put the error
 *
 * Returns: (transfer full): the statement, which is not kept, or %NULL
 */
TrasStatement *
tras_engine_prepare_once (TrasEngine  *self,
                          const char  *sql,
                          GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->prepare (self, sql, FALSE, error);
}

/**
 * tras_engine_prepare_gather:
 * @self: an engine
 * @sql: one query
 * @n_columns: how many columns it has, all of them numbers
 * @error: where to put the error
 *
 * For a million rows at once: an engine may gather them without handing over one by one. Kept like
 * those of tras_engine_prepare().
 *
 * Returns: (transfer full): a statement for tras_statement_gather() alone, or %NULL
 */
TrasStatement *
tras_engine_prepare_gather (TrasEngine  *self,
                            const char  *sql,
                            int          n_columns,
                            GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->prepare_gather (self, sql, n_columns, error);
}

/**
 * tras_engine_exec:
 * @self: an engine
 * @sql: statements without parameters and results
 * @error: where to put the error
 *
 * Returns: whether all of them ran
 */
gboolean
tras_engine_exec (TrasEngine  *self,
                  const char  *sql,
                  GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->exec (self, sql, error);
}

/**
 * tras_engine_begin:
 * @self: an engine
 * @error: where to put the error
 *
 * Begins a transaction that writes: the lock is taken now, not at the first change.
 *
 * Returns: whether it began
 */
gboolean
tras_engine_begin (TrasEngine  *self,
                   GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->begin (self, error);
}

/**
 * tras_engine_commit:
 * @self: an engine in a transaction
 * @error: where to put the error
 *
 * After a failure nothing of the transaction stands and none is open.
 *
 * Returns: whether everything is safely stored
 */
gboolean
tras_engine_commit (TrasEngine  *self,
                    GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->commit (self, error);
}

/**
 * tras_engine_rollback:
 * @self: an engine
 *
 * Takes back what the transaction did; does nothing where none is open.
 */
void
tras_engine_rollback (TrasEngine *self)
{
  TRAS_ENGINE_GET_CLASS (self)->rollback (self);
}

gboolean
tras_engine_in_transaction (TrasEngine *self)
{
  return TRAS_ENGINE_GET_CLASS (self)->in_transaction (self);
}

/**
 * tras_engine_defer_references:
 * @self: an engine in a transaction
 * @error: where to put the error
 *
 * Checks references at the commit of this transaction instead of at each statement.
 */
gboolean
tras_engine_defer_references (TrasEngine  *self,
                              GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->defer_references (self, error);
}

/**
 * tras_engine_set_edit:
 * @self: an engine
 * @edit: the edit that changes belong to from now on, 0 for none
 *
 * Without an edit the log's triggers refuse every change.
 */
void
tras_engine_set_edit (TrasEngine *self,
                      gint64      edit)
{
  TRAS_ENGINE_GET_CLASS (self)->set_edit (self, edit);
}

/**
 * tras_engine_get_stamp:
 * @self: an engine
 *
 * Returns: a number that is another one once some other connection has changed the file
 */
gint64
tras_engine_get_stamp (TrasEngine *self)
{
  return TRAS_ENGINE_GET_CLASS (self)->get_stamp (self);
}

/**
 * tras_engine_get_changed_rows:
 * @self: an engine
 *
 * Returns: how many rows the last statement inserted, updated or deleted itself
 */
gint64
tras_engine_get_changed_rows (TrasEngine *self)
{
  return TRAS_ENGINE_GET_CLASS (self)->get_changed_rows (self);
}

/**
 * tras_engine_dup_next_id:
 * @self: an engine
 * @table: a table whose ids are never given twice
 *
 * Returns: (transfer full): SQL for the id that the next row will get, also after the newest row
 *   was deleted; a promise only in the statement that inserts it
 */
char *
tras_engine_dup_next_id (TrasEngine *self,
                         const char *table)
{
  return TRAS_ENGINE_GET_CLASS (self)->dup_next_id (self, table);
}

/**
 * tras_engine_copy_to:
 * @self: an engine
 * @path: an empty file that is there already, so that its permissions are the caller's
 * @error: where to put the error
 *
 * Writes a consistent copy of everything.
 */
gboolean
tras_engine_copy_to (TrasEngine  *self,
                     const char  *path,
                     GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->copy_to (self, path, error);
}

/**
 * tras_engine_list_columns:
 * @self: an engine
 * @table: a table
 * @keys: (out) (element-type utf8) (transfer full) (optional): the primary key's columns
 * @error: where to put the error
 *
 * Returns: (element-type utf8) (transfer full): the table's columns in order, or %NULL
 */
GPtrArray *
tras_engine_list_columns (TrasEngine   *self,
                          const char   *table,
                          GPtrArray   **keys,
                          GError      **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->list_columns (self, table, keys, error);
}

/**
 * tras_engine_list_indexed:
 * @self: an engine
 * @table: a table with an id
 * @error: where to put the error
 *
 * Returns: (element-type utf8) (transfer full): the columns that have an index over all rows in
 *   the order of the column and then of the id, or %NULL
 */
GPtrArray *
tras_engine_list_indexed (TrasEngine  *self,
                          const char  *table,
                          GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->list_indexed (self, table, error);
}

/**
 * tras_engine_set_cancellable:
 * @self: an engine
 * @cancellable: (nullable): what ends statements from now on; has to outlive them
 *
 * A statement that runs when @cancellable is cancelled ends with %G_IO_ERROR_CANCELLED. A commit is
 * not ended.
 */
void
tras_engine_set_cancellable (TrasEngine   *self,
                             GCancellable *cancellable)
{
  TRAS_ENGINE_GET_CLASS (self)->set_cancellable (self, cancellable);
}

/**
 * tras_engine_insert_bulk:
 * @self: an engine in a transaction
 * @bulk: rows in their order
 * @error: what keeps rows from being written at all
 *
 * Writes the rows of a bulk, and tells it which are refused.
 */
gboolean
tras_engine_insert_bulk (TrasEngine  *self,
                         TrasBulk    *bulk,
                         GError     **error)
{
  return TRAS_ENGINE_GET_CLASS (self)->insert_bulk (self, bulk, error);
}

void
tras_statement_bind_int (TrasStatement *self,
                         int            parameter,
                         gint64         value)
{
  TRAS_STATEMENT_GET_CLASS (self)->bind_int (self, parameter, value);
}

void
tras_statement_bind_real (TrasStatement *self,
                          int            parameter,
                          double         value)
{
  TRAS_STATEMENT_GET_CLASS (self)->bind_real (self, parameter, value);
}

/**
 * tras_statement_bind_text:
 * @self: a statement
 * @parameter: 1 for $1 and so on
 * @value: (nullable): UTF-8, copied; %NULL binds no value
 */
void
tras_statement_bind_text (TrasStatement *self,
                          int            parameter,
                          const char    *value)
{
  if (value == NULL)
    tras_statement_bind_null (self, parameter);
  else
    TRAS_STATEMENT_GET_CLASS (self)->bind_text (self, parameter, value);
}

/**
 * tras_statement_bind_bytes:
 * @self: a statement
 * @parameter: 1 for $1 and so on
 * @value: (nullable): bytes, copied; %NULL binds no value
 */
void
tras_statement_bind_bytes (TrasStatement *self,
                           int            parameter,
                           GBytes        *value)
{
  if (value == NULL)
    tras_statement_bind_null (self, parameter);
  else
    TRAS_STATEMENT_GET_CLASS (self)->bind_bytes (self, parameter, value);
}

void
tras_statement_bind_null (TrasStatement *self,
                          int            parameter)
{
  TRAS_STATEMENT_GET_CLASS (self)->bind_null (self, parameter);
}

/**
 * tras_statement_bind_literals:
 * @self: a statement
 * @first: 1 for $1 and so on
 * @literals: values as tras_literals() wrote them to the edit log
 * @n: how many there have to be
 *
 * Binds the values to $first and the parameters behind it.
 *
 * Returns: whether @literals is so many values and nothing else
 */
gboolean
tras_statement_bind_literals (TrasStatement *self,
                              guint          first,
                              const char    *literals,
                              guint          n)
{
  g_return_val_if_fail (literals != NULL, FALSE);

  return TRAS_STATEMENT_GET_CLASS (self)->bind_literals (self, first, literals, n);
}

/**
 * tras_statement_step:
 * @self: a statement
 * @error: where to put the error
 *
 * Returns: 1 with a row, 0 after the last, -1 with an error; the statement is reset after 0 and -1
 */
int
tras_statement_step (TrasStatement  *self,
                     GError        **error)
{
  return TRAS_STATEMENT_GET_CLASS (self)->step (self, error);
}

/**
 * tras_statement_run:
 * @self: a statement whose rows, if any, do not matter
 * @error: where to put the error
 *
 * Returns: whether it ran to its end
 */
gboolean
tras_statement_run (TrasStatement  *self,
                    GError        **error)
{
  int state;

  do
    state = tras_statement_step (self, error);
  while (state > 0);

  return state == 0;
}

void
tras_statement_reset (TrasStatement *self)
{
  TRAS_STATEMENT_GET_CLASS (self)->reset (self);
}

gboolean
tras_statement_column_null (TrasStatement *self,
                            int            column)
{
  return TRAS_STATEMENT_GET_CLASS (self)->column_null (self, column);
}

gint64
tras_statement_column_int (TrasStatement *self,
                           int            column)
{
  return TRAS_STATEMENT_GET_CLASS (self)->column_int (self, column);
}

double
tras_statement_column_real (TrasStatement *self,
                            int            column)
{
  return TRAS_STATEMENT_GET_CLASS (self)->column_real (self, column);
}

/**
 * tras_statement_column_text:
 * @self: a statement on a row
 * @column: a column, from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *
tras_statement_column_text (TrasStatement *self,
                            int            column)
{
  return TRAS_STATEMENT_GET_CLASS (self)->column_text (self, column);
}

/**
 * tras_statement_dup_bytes:
 * @self: a statement on a row
 * @column: a column, from 0
 *
 * Returns: (transfer full): the bytes, none for no value
 */
GBytes *
tras_statement_dup_bytes (TrasStatement *self,
                          int            column)
{
  return TRAS_STATEMENT_GET_CLASS (self)->dup_bytes (self, column);
}

/**
 * tras_statement_gather:
 * @self: a statement of tras_engine_prepare_gather()
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type gint64): the numbers of all rows, row after row, or %NULL.
 *   %G_MININT64 stands for no value, and a real is there by its tras_id_sort_key()
 */
GArray *
tras_statement_gather (TrasStatement  *self,
                       GError        **error)
{
  return TRAS_STATEMENT_GET_CLASS (self)->gather (self, error);
}
