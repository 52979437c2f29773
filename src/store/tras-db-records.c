/* tras-db-records.c: records as rows, by their field tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <sys/random.h>

#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-fold.h"
#include "tras-query-private.h"

/* Ids that are drawn are whole numbers that a double holds too. */
#define RANDOM_IDS ((G_GUINT64_CONSTANT (1) << 53) - 1)

static gboolean
is_stored (const TrasField *field)
{
  return (field->flags & TRAS_FIELD_COMPUTED) == 0;
}

static const TrasField *
get_folded (const TrasTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].flags & TRAS_FIELD_FOLDED)
        return &table->fields[i];
    }

  return NULL;
}

/* Binds a field's value; FALSE with INVALID where a text is not UTF-8. */
static gboolean
bind_field (TrasStatement    *statement,
            int               parameter,
            TrasRecord       *record,
            const TrasField  *field,
            GError          **error)
{
  if (tras_record_is_null (record, field))
    {
      tras_statement_bind_null (statement, parameter);
      return TRUE;
    }

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      if (!g_utf8_validate (tras_record_get_text (record, field), -1, NULL))
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, "%s is not valid UTF-8",
                       field->name);
          return FALSE;
        }
      tras_statement_bind_text (statement, parameter, tras_record_get_text (record, field));
      return TRUE;
    case TRAS_VALUE_REAL:
      tras_statement_bind_real (statement, parameter, tras_record_get_real (record, field));
      return TRUE;
    case TRAS_VALUE_DATE:
      {
        g_autofree char *iso = tras_day_to_iso ((TrasDay) tras_record_get_int (record, field));

        tras_statement_bind_text (statement, parameter, iso);
        return TRUE;
      }
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      tras_statement_bind_int (statement, parameter, tras_record_get_int (record, field));
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Binds all stored fields from $1 on, and the folded name behind them; returns the next free
 * parameter, or 0 on an error. */
static int
bind_record (TrasStatement   *statement,
             TrasRecord      *record,
             const TrasShape *shape,
             GError         **error)
{
  const TrasTable *table = tras_record_get_table (record);
  const TrasField *folded = get_folded (table);
  int next = 1;

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (is_stored (&table->fields[i]) &&
          !bind_field (statement, next++, record, &table->fields[i], error))
        return 0;
    }

  if (shape->has_name_key)
    {
      const char *name = folded != NULL ? tras_record_get_text (record, folded) : NULL;
      g_autofree char *key = tras_fold_key (name != NULL ? name : "");

      tras_statement_bind_text (statement, next++, key);
    }

  return next;
}

static TrasRecord *
checked_record (TrasDb           *self,
                gpointer          record,
                const TrasShape **shape,
                GError          **error)
{
  g_return_val_if_fail (TRAS_IS_DB (self), NULL);
  g_return_val_if_fail (TRAS_IS_RECORD (record), NULL);
  g_return_val_if_fail (tras_db_in_edit (self), NULL);

  *shape = tras_db_get_shape (self, tras_record_get_table (record)->name, error);

  return *shape != NULL ? record : NULL;
}

/* The stored columns with name_key, each handed to @format ("%s" or "%s = $%d") with its number. */
static int
append_columns (GString         *sql,
                const TrasTable *table,
                const TrasShape *shape,
                gboolean         assign)
{
  int n = 0;

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (!is_stored (&table->fields[i]))
        continue;
      n++;
      g_string_append_printf (sql, "%s%s", n > 1 ? ", " : "", table->fields[i].name);
      if (assign)
        g_string_append_printf (sql, " = $%d", n);
    }
  if (shape->has_name_key)
    {
      n++;
      g_string_append (sql, n > 1 ? ", name_key" : "name_key");
      if (assign)
        g_string_append_printf (sql, " = $%d", n);
    }

  return n;
}

/* The parameter of the column code, where the program gives new rows one of their own; else 0. */
static int
find_code (const TrasTable *table)
{
  int parameter = 0;

  for (guint i = 0; table->code != NULL && i < table->n_fields; i++)
    {
      parameter += is_stored (&table->fields[i]);
      if (g_str_equal (table->fields[i].name, "code"))
        return parameter;
    }

  return 0;
}

static GString *
insert_sql (TrasEngine      *engine,
            const TrasTable *table,
            const TrasShape *shape)
{
  GString *sql = g_string_new (NULL);
  int code = find_code (table);
  int n;

  g_string_append_printf (sql, "INSERT INTO %s (", table->name);
  n = append_columns (sql, table, shape, FALSE);
  g_string_append (sql, ") VALUES (");
  for (int i = 1; i <= n; i++)
    {
      const char *sep = i > 1 ? ", " : "";

      if (i == code)
        {
          g_autofree char *next = tras_engine_dup_next_id (engine, table->name);

          g_string_append_printf (sql, "%scoalesce ($%d, '%s-' || %s)", sep, i, table->code, next);
        }
      else
        {
          g_string_append_printf (sql, "%s$%d", sep, i);
        }
    }
  g_string_append_c (sql, ')');

  return sql;
}

/* The statement that inserts, made once: to put its text together costs more than to run it. */
static TrasStatement *
get_insert (TrasDb           *self,
            const TrasTable  *table,
            GError          **error)
{
  TrasShape *shape = tras_db_get_shape (self, table->name, error);
  g_autoptr (GString) sql = NULL;

  if (shape == NULL || shape->insert != NULL)
    return shape != NULL ? shape->insert : NULL;

  sql = insert_sql (tras_db_get_engine (self), table, shape);
  if (shape->has_id)
    g_string_append (sql, find_code (table) != 0 ? " RETURNING id, code" : " RETURNING id");
  shape->insert = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);

  return shape->insert;
}

/**
 * tras_db_insert:
 * @self: a connection in an edit
 * @record: a new record; gets its id, and a code where it has none and its table gives them
 * @error: where to put the error
 *
 * Returns: whether the row was stored; %TRAS_ERROR_CONSTRAINT where a rule of the records refuses
 *   it
 */
gboolean
tras_db_insert (TrasDb    *self,
                gpointer   record,
                GError   **error)
{
  const TrasShape *shape;
  TrasRecord *row = checked_record (self, record, &shape, error);
  TrasStatement *statement;
  int code;

  if (row == NULL)
    return FALSE;

  code = find_code (tras_record_get_table (row));
  statement = get_insert (self, tras_record_get_table (row), error);
  if (statement == NULL || bind_record (statement, row, shape, error) == 0)
    return FALSE;

  if (shape->has_id)
    {
      if (tras_statement_step (statement, error) != 1)
        return FALSE;
      row->id = tras_statement_column_int (statement, 0);
      if (code != 0)
        tras_record_set_text (row, tras_table_find_field (tras_record_get_table (row), "code"),
                              tras_statement_column_text (statement, 1));
    }
  row->version = 1;

  return tras_statement_run (statement, error);
}

/* Nobody who sees some of them can work out the others, nor in which order they were drawn. */
static gboolean
draw_id (gint64  *id,
         GError **error)
{
  guint64 bits;

  do
    {
      if (getrandom (&bits, sizeof bits, 0) != sizeof bits)
        {
          g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_IO, "No random number could be drawn");
          return FALSE;
        }
      *id = (gint64) (bits & RANDOM_IDS);
    }
  while (*id == 0);

  return TRUE;
}

/**
 * tras_db_insert_unordered:
 * @self: a connection in an edit
 * @record: a new record; where its id is 0 it gets one that is drawn at random
 * @error: where to put the error
 *
 * As tras_db_insert(), for rows whose order nobody shall learn from their ids.
 *
 * Returns: whether the row was stored
 */
gboolean
tras_db_insert_unordered (TrasDb    *self,
                          gpointer   record,
                          GError   **error)
{
  const TrasShape *shape;
  TrasRecord *row = checked_record (self, record, &shape, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GString) sql = NULL;
  const TrasTable *table;
  int n;

  if (row == NULL || (row->id == 0 && !draw_id (&row->id, error)))
    return FALSE;
  g_return_val_if_fail (shape->has_id, FALSE);

  table = tras_record_get_table (row);
  sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT INTO %s (", table->name);
  n = append_columns (sql, table, shape, FALSE);
  g_string_append (sql, ", id) VALUES (");
  for (int i = 1; i <= n; i++)
    g_string_append_printf (sql, "$%d, ", i);
  g_string_append_printf (sql, "$%d)", n + 1);

  statement = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);
  if (statement == NULL || (n = bind_record (statement, row, shape, error)) == 0)
    return FALSE;
  tras_statement_bind_int (statement, n, row->id);
  row->version = 1;

  return tras_statement_run (statement, error);
}

/**
 * tras_db_put:
 * @self: a connection in an edit
 * @record: a record of a table whose key is made of its own fields
 * @error: where to put the error
 *
 * Inserts the record, or writes it over the row of the same key whatever its version.
 */
gboolean
tras_db_put (TrasDb    *self,
             gpointer   record,
             GError   **error)
{
  const TrasShape *shape;
  TrasRecord *row = checked_record (self, record, &shape, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GString) sql = NULL;
  const TrasTable *table;
  const char *sep = "";

  if (row == NULL)
    return FALSE;
  g_return_val_if_fail (!shape->has_id, FALSE);

  table = tras_record_get_table (row);
  sql = insert_sql (tras_db_get_engine (self), table, shape);
  g_string_append (sql, " ON CONFLICT (");
  for (guint i = 0; i < shape->keys->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", (char *) shape->keys->pdata[i]);
  g_string_append (sql, ") DO UPDATE SET ");
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (!is_stored (field) || (field->flags & TRAS_FIELD_KEY))
        continue;
      g_string_append_printf (sql, "%s%s = excluded.%s", sep, field->name, field->name);
      sep = ", ";
    }
  if (shape->has_version)
    g_string_append_printf (sql, "%sversion = %s.version + 1", sep, table->name);

  statement = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);

  return statement != NULL && bind_record (statement, row, shape, error) != 0 &&
         tras_statement_run (statement, error);
}

/* " WHERE key = $n … AND version = $m" with the values bound from @next on. */
static void
append_key (GString         *sql,
            const TrasTable *table,
            const TrasShape *shape,
            int              next)
{
  g_string_append (sql, " WHERE ");
  if (shape->has_id)
    g_string_append_printf (sql, "id = $%d", next++);
  else
    {
      const char *sep = "";

      for (guint i = 0; i < table->n_fields; i++)
        {
          if (!(table->fields[i].flags & TRAS_FIELD_KEY))
            continue;
          g_string_append_printf (sql, "%s%s = $%d", sep, table->fields[i].name, next++);
          sep = " AND ";
        }
    }
  if (shape->has_version)
    g_string_append_printf (sql, " AND version = $%d", next);
}

static gboolean
bind_key (TrasStatement   *statement,
          TrasRecord      *record,
          const TrasShape *shape,
          int              next,
          GError         **error)
{
  const TrasTable *table = tras_record_get_table (record);

  if (shape->has_id)
    tras_statement_bind_int (statement, next++, record->id);
  else
    {
      for (guint i = 0; i < table->n_fields; i++)
        {
          if ((table->fields[i].flags & TRAS_FIELD_KEY) &&
              !bind_field (statement, next++, record, &table->fields[i], error))
            return FALSE;
        }
    }
  if (shape->has_version)
    tras_statement_bind_int (statement, next, record->version);

  return TRUE;
}

/* Runs a statement that must change one row. */
static gboolean
run_on_one (TrasDb           *self,
            TrasStatement    *statement,
            const TrasTable  *table,
            GError          **error)
{
  if (!tras_statement_run (statement, error))
    return FALSE;
  if (tras_engine_get_changed_rows (tras_db_get_engine (self)) == 1)
    return TRUE;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT,
               "The row of %s was changed or deleted by somebody else", table->name);
  return FALSE;
}

/**
 * tras_db_update:
 * @self: a connection in an edit
 * @record: a record as it shall be, with the id and version it was read with; gets its new version
 * @error: where to put the error
 *
 * Returns: whether the row was stored; %TRAS_ERROR_CONFLICT where it is no longer the version that
 *   was read
 */
gboolean
tras_db_update (TrasDb    *self,
                gpointer   record,
                GError   **error)
{
  const TrasShape *shape;
  TrasRecord *row = checked_record (self, record, &shape, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GString) sql = NULL;
  const TrasTable *table;
  int n;

  if (row == NULL)
    return FALSE;

  table = tras_record_get_table (row);
  sql = g_string_new (NULL);
  g_string_append_printf (sql, "UPDATE %s SET ", table->name);
  n = append_columns (sql, table, shape, TRUE);
  if (shape->has_version)
    g_string_append (sql, ", version = version + 1");
  append_key (sql, table, shape, n + 1);

  statement = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);
  if (statement == NULL || (n = bind_record (statement, row, shape, error)) == 0 ||
      !bind_key (statement, row, shape, n, error) || !run_on_one (self, statement, table, error))
    return FALSE;
  row->version++;

  return TRUE;
}

/**
 * tras_db_dup_reverse_sql:
 * @table: a table that only grows
 * @parameter: the number of the parameter that is the row's id
 *
 * A row that was reversed and brought back stands by the last row of its chain, and that one is
 * reversed. A row that does not stand cannot be: reversing it once more is refused by the table.
 *
 * Returns: (transfer full): what takes the row away
 */
char *
tras_db_dup_reverse_sql (const char *table,
                         guint       parameter)
{
  return g_strdup_printf ("DELETE FROM %s_reverse WHERE id = (WITH RECURSIVE chain (i) AS ("
                          "SELECT CAST ($%u AS BIGINT) UNION ALL "
                          "SELECT m.id FROM %s m JOIN chain c ON m.reverses_id = c.i) "
                          "SELECT CASE WHEN count (*) %% 2 = 1 THEN max (i) ELSE min (i) END "
                          "FROM chain)", table, parameter, table);
}

/**
 * tras_db_delete:
 * @self: a connection in an edit
 * @record: a record with the id and version it was read with
 * @error: where to put the error
 *
 * In tables that only grow, a row that reverses this one is added instead.
 *
 * Returns: whether the row is gone; %TRAS_ERROR_CONFLICT as tras_db_update(),
 *   %TRAS_ERROR_CONSTRAINT where other rows refer to it
 */
gboolean
tras_db_delete (TrasDb    *self,
                gpointer   record,
                GError   **error)
{
  const TrasShape *shape;
  TrasRecord *row = checked_record (self, record, &shape, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GString) sql = NULL;
  g_autofree char *reverse = NULL;
  const TrasTable *table;

  if (row == NULL)
    return FALSE;

  table = tras_record_get_table (row);
  if (shape->reverse)
    {
      reverse = tras_db_dup_reverse_sql (table->name, 1);
      statement = tras_engine_prepare (tras_db_get_engine (self), reverse, error);
      if (statement == NULL)
        return FALSE;
      tras_statement_bind_int (statement, 1, row->id);
      return tras_statement_run (statement, error);
    }

  sql = g_string_new (NULL);
  g_string_append_printf (sql, "DELETE FROM %s", table->name);
  append_key (sql, table, shape, 1);
  statement = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);

  return statement != NULL && bind_key (statement, row, shape, 1, error) &&
         run_on_one (self, statement, table, error);
}

/* ---- reading ---- */

/**
 * tras_db_dup_columns:
 * @table: a table
 * @shape: what the file says about it
 *
 * Returns: (transfer full): what to select over the alias t for tras_db_read_row()
 */
char *
tras_db_dup_columns (const TrasTable *table,
                     const TrasShape *shape)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append (sql, shape->has_id ? "t.id" : "0");
  g_string_append (sql, shape->has_version ? ", t.version" : ", 0");
  for (guint i = 0; i < table->n_fields; i++)
    g_string_append_printf (sql, ", t.%s", table->fields[i].name);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * tras_db_read_row:
 * @record: a record of the type that is read
 * @statement: a statement on a row of tras_db_dup_columns()
 * @shape: what the file says about the table
 */
void
tras_db_read_row (TrasRecord      *record,
                  TrasStatement   *statement,
                  const TrasShape *shape)
{
  const TrasTable *table = tras_record_get_table (record);

  record->id = tras_statement_column_int (statement, 0);
  record->version = tras_statement_column_int (statement, 1);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      int column = (int) i + 2;

      if (tras_statement_column_null (statement, column))
        {
          tras_record_clear (record, field);
          continue;
        }
      switch (field->type)
        {
        case TRAS_VALUE_TEXT:
        case TRAS_VALUE_CHOICE:
          tras_record_set_text (record, field, tras_statement_column_text (statement, column));
          break;
        case TRAS_VALUE_REAL:
          tras_record_set_real (record, field, tras_statement_column_real (statement, column));
          break;
        case TRAS_VALUE_DATE:
          tras_record_set_int (record, field,
                               tras_day_from_iso (tras_statement_column_text (statement, column)));
          break;
        case TRAS_VALUE_INTEGER:
        case TRAS_VALUE_BOOLEAN:
        case TRAS_VALUE_INSTANT:
        case TRAS_VALUE_MONEY:
        case TRAS_VALUE_QUANTITY:
        case TRAS_VALUE_UNIT_COST:
        case TRAS_VALUE_REFERENCE:
          tras_record_set_int (record, field, tras_statement_column_int (statement, column));
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * tras_db_foreach:
 * @self: a connection
 * @query: which records, in which order
 * @func: (scope call): called with each; one record object serves for all rows, so that a function
 *   which keeps one takes tras_record_dup()
 * @user_data: data for @func
 * @error: where to put the error
 *
 * Returns: whether all were seen and @func never failed
 */
gboolean
tras_db_foreach (TrasDb          *self,
                 TrasQuery       *query,
                 TrasRecordFunc   func,
                 gpointer         user_data,
                 GError         **error)
{
  GType type = tras_query_get_record_type (query);
  const TrasTable *table = tras_record_type_get_table (type);
  const TrasShape *shape = tras_db_get_shape (self, table->name, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (TrasRecord) record = NULL;
  g_autoptr (GString) order = g_string_new (NULL);
  g_autofree char *columns = NULL;
  int state;

  if (shape == NULL || !tras_query_append_order (query, self, order, error))
    return FALSE;

  columns = tras_db_dup_columns (table, shape);
  statement = tras_db_prepare_query (self, query, columns, TRUE, order->str, error);
  if (statement == NULL)
    return FALSE;

  record = g_object_new (type, NULL);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      tras_db_read_row (record, statement, shape);
      if (!func (record, user_data, error))
        {
          tras_statement_reset (statement);
          return FALSE;
        }
    }

  return state == 0;
}

static gboolean
collect (gpointer   record,
         gpointer   user_data,
         GError   **error)
{
  g_ptr_array_add (user_data, tras_record_dup (record));

  return TRUE;
}

/**
 * tras_db_select:
 * @self: a connection
 * @query: which records, in which order
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasRecord): the records, or %NULL
 */
GPtrArray *
tras_db_select (TrasDb     *self,
                TrasQuery  *query,
                GError    **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (!tras_db_foreach (self, query, collect, records, error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * tras_db_find:
 * @self: a connection
 * @query: which records, in which order
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the first record; %NULL with %TRAS_ERROR_NOT_FOUND for none
 */
gpointer
tras_db_find (TrasDb     *self,
              TrasQuery  *query,
              GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  g_autoptr (GPtrArray) records = tras_db_select (self, query, error);

  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "No such row in %s", table->name);
      return NULL;
    }

  return g_object_ref (records->pdata[0]);
}

/**
 * tras_db_load:
 * @self: a connection
 * @type: a record type whose key is the id
 * @id: a row's id
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the record; %NULL with %TRAS_ERROR_NOT_FOUND for none
 */
gpointer
tras_db_load (TrasDb  *self,
              GType    type,
              gint64   id,
              GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);

  return tras_db_find (self, query, error);
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

/**
 * tras_db_load_many:
 * @self: a connection
 * @type: a record type whose key is the id
 * @ids: (array length=n_ids): rows' ids
 * @n_ids: how many
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasRecord): a record for each id, in the same order,
 *   %NULL for one that is not there; %NULL on an error
 */
GPtrArray *
tras_db_load_many (TrasDb        *self,
                   GType          type,
                   const gint64  *ids,
                   guint          n_ids,
                   GError       **error)
{
  const TrasTable *table = tras_record_type_get_table (type);
  const TrasShape *shape = tras_db_get_shape (self, table->name, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *columns = NULL, *sql = NULL;

  if (shape == NULL)
    return NULL;

  columns = tras_db_dup_columns (table, shape);
  sql = g_strdup_printf ("SELECT %s FROM %s t WHERE t.id = $1", columns,
                         table->view != NULL ? table->view : table->name);
  statement = tras_engine_prepare (tras_db_get_engine (self), sql, error);
  if (statement == NULL)
    return NULL;

  records = g_ptr_array_new_full (n_ids, unref_record);
  for (guint i = 0; i < n_ids; i++)
    {
      TrasRecord *record = NULL;
      int state;

      tras_statement_bind_int (statement, 1, ids[i]);
      state = tras_statement_step (statement, error);
      if (state < 0)
        return NULL;
      if (state > 0)
        {
          record = g_object_new (type, NULL);
          tras_db_read_row (record, statement, shape);
          tras_statement_reset (statement);
        }
      g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}
