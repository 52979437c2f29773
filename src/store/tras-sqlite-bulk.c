/* tras-sqlite-bulk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-bulk-private.h"
#include "tras-error.h"
#include "tras-sqlite-bulk.h"
#include "tras-sqlite-literals.h"

/* How many rows one statement writes. Where one of them is refused they are written in halves. */
#define BATCH 4096

/* How many fields a bulk may have. */
#define FIELDS_MAX 32

/* The columns of the virtual table. */
enum
{
  COLUMN_KEY,  /* the key as literals, as the log has it */
  COLUMN_ROW,  /* the row as literals */
  COLUMN_FIRST_FIELD,
};

/* A part of a row's literals: what is the same in all rows, and the field that comes behind. */
typedef struct
{
  char *before;
  gsize length;
  guint field;
} Piece;

/* A column that refers to another table's id. */
typedef struct
{
  guint field;
  TrasStatement *find;
  gint64 found;  /* the last one that is there, 0 for none */
} Reference;

struct _TrasSqliteBulk
{
  sqlite3 *handle;
  TrasEngine *engine;

  /* While a bulk is written. */
  TrasBulk *bulk;
  guint first, end;        /* the rows that the virtual table shows */
  GArray *key_pieces;
  GArray *row_pieces;
  gboolean key_leads;      /* the row's literals begin with the key's */
  GArray *references;
  TrasStatement *insert;
  TrasStatement *log;      /* NULL where the table is not logged, or by its trigger */
};

/* ---- the virtual table ---- */

typedef struct
{
  sqlite3_vtab parent;
  TrasSqliteBulk *self;
} Table;

/* Literals, and how much of them is those of the key. */
typedef struct
{
  char *text;
  gsize size;
  gsize length;
  gsize key_length;
} Literals;

/* SQLite uses a row's texts where they are: each has a place of its own until the next row. */
typedef struct
{
  sqlite3_vtab_cursor parent;
  guint row;
  const TrasValue *values;
  char isos[FIELDS_MAX][TRAS_DAY_ISO_SIZE];
  Literals key;
  Literals whole;
  gboolean whole_is_made;
} Cursor;

static int
table_connect (sqlite3            *handle,
               void               *data,
               int                 n_arguments,
               const char *const  *arguments,
               sqlite3_vtab      **table,
               char              **message)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE x (row_key, row");
  int code;

  for (guint i = 0; i < FIELDS_MAX; i++)
    g_string_append_printf (sql, ", f%u", i);
  g_string_append_c (sql, ')');

  code = sqlite3_declare_vtab (handle, sql->str);
  if (code != SQLITE_OK)
    return code;
  /* No view or trigger of a file may look at it. */
  sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY);
  *table = (sqlite3_vtab *) g_new0 (Table, 1);
  ((Table *) *table)->self = data;

  return SQLITE_OK;
}

static int
table_disconnect (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

static int
table_best_index (sqlite3_vtab       *table,
                  sqlite3_index_info *info)
{
  return SQLITE_OK;
}

static int
table_open (sqlite3_vtab         *table,
            sqlite3_vtab_cursor **cursor)
{
  *cursor = (sqlite3_vtab_cursor *) g_new0 (Cursor, 1);

  return SQLITE_OK;
}

static int
cursor_close (sqlite3_vtab_cursor *cursor)
{
  g_free (((Cursor *) cursor)->key.text);
  g_free (((Cursor *) cursor)->whole.text);
  g_free (cursor);

  return SQLITE_OK;
}

static void
show_row (Cursor *cursor)
{
  TrasSqliteBulk *self = ((Table *) cursor->parent.pVtab)->self;

  cursor->whole_is_made = FALSE;
  if (cursor->row < self->end)
    cursor->values = tras_bulk_get_values (self->bulk, cursor->row);
}

static int
cursor_filter (sqlite3_vtab_cursor  *cursor,
               int                   plan,
               const char           *plan_text,
               int                   n_arguments,
               sqlite3_value       **arguments)
{
  Cursor *self = (Cursor *) cursor;

  self->row = ((Table *) cursor->pVtab)->self->first;
  show_row (self);

  return SQLITE_OK;
}

static int
cursor_next (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  self->row++;
  show_row (self);

  return SQLITE_OK;
}

static int
cursor_eof (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) cursor)->row >= ((Table *) cursor->pVtab)->self->end;
}

static int
cursor_rowid (sqlite3_vtab_cursor *cursor,
              sqlite3_int64       *id)
{
  *id = ((Cursor *) cursor)->row;

  return SQLITE_OK;
}

static char *
append_value (char            *at,
              const TrasField *field,
              const TrasValue *value)
{
  if (tras_value_is_null (value, field))
    return tras_literal_append_null (at);

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      return tras_literal_append_text (at, value->text);
    case TRAS_VALUE_REAL:
      return tras_literal_append_real (at, value->real);
    case TRAS_VALUE_DATE:
      *at++ = '\'';
      tras_day_write_iso ((TrasDay) value->integer, at);
      at += TRAS_DAY_ISO_SIZE - 1;
      *at++ = '\'';
      return at;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      return tras_literal_append_int (at, value->integer);
    default:
      g_return_val_if_reached (at);
    }
}

/* The most room that a value's literal takes. */
static gsize
measure_value (const TrasField *field,
               const TrasValue *value)
{
  if (field->type == TRAS_VALUE_REAL)
    return TRAS_LITERAL_REAL_SIZE;
  if ((field->type != TRAS_VALUE_TEXT && field->type != TRAS_VALUE_CHOICE) || value->text == NULL)
    return TRAS_LITERAL_INT_SIZE;

  return 2 * strlen (value->text) + TRAS_LITERAL_QUOTES_SIZE;
}

/* What tras_literals() in the log's trigger would say. */
static void
make_literals (Literals  *literals,
               Cursor    *cursor,
               GPtrArray *fields,
               GArray    *pieces,
               guint      n_key_pieces)
{
  gsize size = 0;
  char *at;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      size += piece->length;
      if (piece->field < fields->len)
        size += measure_value (fields->pdata[piece->field], &cursor->values[piece->field]);
    }
  if (size > literals->size)
    {
      literals->size = 2 * size;
      literals->text = g_realloc (literals->text, literals->size);
    }

  at = literals->text;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      memcpy (at, piece->before, piece->length);
      at += piece->length;
      if (piece->field < fields->len)
        at = append_value (at, fields->pdata[piece->field], &cursor->values[piece->field]);
      if (i + 1 == n_key_pieces)
        literals->key_length = (gsize) (at - literals->text);
    }
  literals->length = (gsize) (at - literals->text);
}

static const Literals *
get_whole (Cursor *cursor)
{
  TrasSqliteBulk *self = ((Table *) cursor->parent.pVtab)->self;

  if (!cursor->whole_is_made)
    make_literals (&cursor->whole, cursor, self->bulk->fields, self->row_pieces,
                   G_N_ELEMENTS (self->bulk->keys));
  cursor->whole_is_made = TRUE;

  return &cursor->whole;
}

static void
result_key (sqlite3_context *context,
            Cursor          *cursor)
{
  TrasSqliteBulk *self = ((Table *) cursor->parent.pVtab)->self;

  if (self->key_leads)
    {
      const Literals *whole = get_whole (cursor);

      sqlite3_result_text64 (context, whole->text, whole->key_length, SQLITE_STATIC, SQLITE_UTF8);
      return;
    }
  make_literals (&cursor->key, cursor, self->bulk->fields, self->key_pieces, 0);
  sqlite3_result_text64 (context, cursor->key.text, cursor->key.length, SQLITE_STATIC,
                         SQLITE_UTF8);
}

static void
result_row (sqlite3_context *context,
            Cursor          *cursor)
{
  const Literals *whole = get_whole (cursor);

  sqlite3_result_text64 (context, whole->text, whole->length, SQLITE_STATIC, SQLITE_UTF8);
}

static void
result_value (sqlite3_context *context,
              const TrasField *field,
              const TrasValue *value,
              char            *iso)
{
  if (tras_value_is_null (value, field))
    return;

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      sqlite3_result_text (context, value->text, -1, SQLITE_STATIC);
      break;
    case TRAS_VALUE_REAL:
      sqlite3_result_double (context, value->real);
      break;
    case TRAS_VALUE_DATE:
      tras_day_write_iso ((TrasDay) value->integer, iso);
      sqlite3_result_text (context, iso, TRAS_DAY_ISO_SIZE - 1, SQLITE_STATIC);
      break;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      sqlite3_result_int64 (context, value->integer);
      break;
    default:
      g_return_if_reached ();
    }
}

static int
cursor_column (sqlite3_vtab_cursor *cursor,
               sqlite3_context     *context,
               int                  column)
{
  TrasSqliteBulk *self = ((Table *) cursor->pVtab)->self;
  Cursor *at = (Cursor *) cursor;
  GPtrArray *fields = self->bulk->fields;
  guint field = (guint) (column - COLUMN_FIRST_FIELD);

  if (column == COLUMN_KEY)
    result_key (context, at);
  else if (column == COLUMN_ROW)
    result_row (context, at);
  else if (field < fields->len)
    result_value (context, fields->pdata[field], &at->values[field], at->isos[field]);

  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = table_connect,
  .xBestIndex = table_best_index,
  .xDisconnect = table_disconnect,
  .xOpen = table_open,
  .xClose = cursor_close,
  .xFilter = cursor_filter,
  .xNext = cursor_next,
  .xEof = cursor_eof,
  .xColumn = cursor_column,
  .xRowid = cursor_rowid,
};

/**
 * tras_sqlite_add_bulk:
 * @handle: a connection
 * @engine: the engine that it belongs to
 *
 * Adds the virtual table tras_bulk, which shows the rows of the bulk that is being written.
 *
 * Returns: (transfer none): what it shows; lives as long as @handle
 */
TrasSqliteBulk *
tras_sqlite_add_bulk (sqlite3    *handle,
                      TrasEngine *engine)
{
  TrasSqliteBulk *self = g_new0 (TrasSqliteBulk, 1);

  self->handle = handle;
  self->engine = engine;

  return sqlite3_create_module_v2 (handle, "tras_bulk", &module, self, g_free) == SQLITE_OK ? self
                                                                                            : NULL;
}

/* ---- what to write ---- */

static void
piece_clear (gpointer data)
{
  g_free (((Piece *) data)->before);
}

static void
reference_clear (gpointer data)
{
  g_clear_object (&((Reference *) data)->find);
}

/* Which of the bulk's fields a column is; fields->len for none. */
static guint
find_field (TrasBulk   *bulk,
            const char *column)
{
  guint i = 0;

  while (i < bulk->fields->len &&
         !g_str_equal (((const TrasField *) bulk->fields->pdata[i])->name, column))
    i++;

  return i;
}

/* The literal of a column that is the same in all rows. */
static char *
dup_rest (TrasBulk   *bulk,
          const char *column)
{
  const TrasField *field = tras_table_find_field (bulk->table, column);
  TrasValue value;
  char *text;

  /* The one column of a row that no field is about. */
  if (field == NULL)
    {
      g_assert (g_str_equal (column, "version"));
      return g_strdup ("1");
    }

  value = tras_value_from (bulk->rest, field);
  text = g_malloc (measure_value (field, &value) + 1);
  *append_value (text, field, &value) = '\0';

  return text;
}

/* The columns as literals with commas between them. */
static GArray *
make_pieces (TrasBulk  *bulk,
             GPtrArray *columns)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  GString *before = g_string_new (NULL);

  g_array_set_clear_func (pieces, piece_clear);
  for (guint i = 0; i <= columns->len; i++)
    {
      guint field = i < columns->len ? find_field (bulk, columns->pdata[i]) : bulk->fields->len;

      if (i > 0 && i < columns->len)
        g_string_append_c (before, ',');
      if (field < bulk->fields->len || i == columns->len)
        {
          Piece piece = { .length = before->len, .field = field };

          piece.before = g_string_free (before, FALSE);
          g_array_append_val (pieces, piece);
          before = g_string_new (NULL);
        }
      else
        {
          g_autofree char *rest = dup_rest (bulk, columns->pdata[i]);

          g_string_append (before, rest);
        }
    }
  g_string_free (before, TRUE);

  return pieces;
}

/* Whether the key is the row's first columns, each of which is a field. */
static gboolean
is_leading (TrasBulk  *bulk,
            GPtrArray *columns,
            GPtrArray *keys)
{
  if (keys->len != G_N_ELEMENTS (bulk->keys))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      if (!g_str_equal (keys->pdata[i], columns->pdata[i]) ||
          find_field (bulk, keys->pdata[i]) == bulk->fields->len)
        return FALSE;
    }

  return TRUE;
}

static TrasStatement *
prepare_insert (TrasSqliteBulk  *self,
                GPtrArray       *columns,
                GError         **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", self->bulk->table->name);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", (char *) columns->pdata[i]);
  g_string_append (sql, ") SELECT ");
  for (guint i = 0; i < columns->len; i++)
    {
      guint field = find_field (self->bulk, columns->pdata[i]);
      const char *comma = i > 0 ? ", " : "";

      if (field < self->bulk->fields->len)
        g_string_append_printf (sql, "%sf%u", comma, field);
      else
        {
          g_autofree char *rest = dup_rest (self->bulk, columns->pdata[i]);

          g_string_append_printf (sql, "%s%s", comma, rest);
        }
    }
  g_string_append (sql, " FROM tras_bulk");

  return tras_engine_prepare_once (self->engine, sql->str, error);
}

/* Finds what the table refers to. FALSE with @all set to FALSE where only SQLite can tell whether a
 * reference leads somewhere. */
static gboolean
find_references (TrasSqliteBulk  *self,
                 gboolean        *all,
                 GError         **error)
{
  g_autoptr (TrasStatement) list = NULL;
  int state;

  *all = TRUE;
  list = tras_engine_prepare (self->engine,
                              "SELECT \"from\", \"table\", seq, coalesce (\"to\", 'id')"
                              " FROM pragma_foreign_key_list ($1)", error);
  if (list == NULL)
    return FALSE;
  tras_statement_bind_text (list, 1, self->bulk->table->name);
  while ((state = tras_statement_step (list, error)) > 0)
    {
      Reference reference = { find_field (self->bulk, tras_statement_column_text (list, 0)) };
      g_autofree char *sql = NULL;

      if (tras_statement_column_int (list, 2) != 0 ||
          strcmp (tras_statement_column_text (list, 3), "id") != 0 ||
          reference.field == self->bulk->fields->len)
        {
          *all = FALSE;
          continue;
        }
      sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = $1",
                             tras_statement_column_text (list, 1));
      reference.find = tras_engine_prepare_once (self->engine, sql, error);
      if (reference.find == NULL)
        {
          tras_statement_reset (list);
          return FALSE;
        }
      g_array_append_val (self->references, reference);
    }

  return state == 0;
}

/* Looks at the triggers that an insert fires: whether the log's is among them, and whether others
 * are. */
static gboolean
find_triggers (TrasSqliteBulk  *self,
               gboolean        *logged,
               gboolean        *others,
               GError         **error)
{
  g_autofree char *name = g_strdup_printf ("log_%s_insert", self->bulk->table->name);
  g_autoptr (TrasStatement) list = NULL;
  int state;

  *logged = *others = FALSE;
  list = tras_engine_prepare (self->engine,
                              "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
                              " AND tbl_name = $1 AND sql LIKE '% INSERT ON %'", error);
  if (list == NULL)
    return FALSE;
  tras_statement_bind_text (list, 1, self->bulk->table->name);
  while ((state = tras_statement_step (list, error)) > 0)
    *(g_str_equal (tras_statement_column_text (list, 0), name) ? logged : others) = TRUE;

  return state == 0;
}

static TrasStatement *
prepare_log (TrasSqliteBulk  *self,
             gint64           edit,
             GError         **error)
{
  TrasStatement *log;

  log = tras_engine_prepare (self->engine,
                             "INSERT INTO edit_change (edit_id, tbl, op, row_key, new)"
                             " SELECT $1, $2, 'I', row_key, row FROM tras_bulk", error);
  if (log != NULL)
    {
      tras_statement_bind_int (log, 1, edit);
      tras_statement_bind_text (log, 2, self->bulk->table->name);
    }

  return log;
}

/* ---- writing ---- */

static gboolean
check_references (TrasSqliteBulk  *self,
                  GError         **error)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      Reference *reference = &g_array_index (self->references, Reference, i);

      for (guint row = self->first; row < self->end; row++)
        {
          gint64 id = tras_bulk_get_values (self->bulk, row)[reference->field].integer;
          int state;

          if (id == 0 || id == reference->found)
            continue;
          tras_statement_bind_int (reference->find, 1, id);
          state = tras_statement_step (reference->find, error);
          if (state == 0)
            g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT,
                                 "FOREIGN KEY constraint failed");
          if (state <= 0)
            return FALSE;
          tras_statement_reset (reference->find);
          reference->found = id;
        }
    }

  return TRUE;
}

/* Writes rows, and those that are refused in halves, until it is known which they are: a statement
 * is taken back as a whole. */
static gboolean
write_rows (TrasSqliteBulk  *self,
            guint            first,
            guint            n,
            GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  TrasBulk *bulk = self->bulk;

  self->first = first;
  self->end = first + n;
  if (check_references (self, &local_error) &&
      tras_statement_run (self->insert, &local_error))
    return self->log == NULL || tras_statement_run (self->log, error);

  if (!g_error_matches (local_error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (n == 1)
    {
      guint tag = (guint) tras_bulk_get_values (bulk, first)[bulk->fields->len].integer;

      bulk->refused (tag, local_error, bulk->user_data);
      return TRUE;
    }

  return write_rows (self, first, n / 2, error) &&
         write_rows (self, first + n / 2, n - n / 2, error);
}

static gboolean
write_all (TrasSqliteBulk  *self,
           GError         **error)
{
  TrasBulk *bulk = self->bulk;
  guint n = bulk->n_rows;

  for (guint first = 0; first < n; first += BATCH)
    {
      if (bulk->progress != NULL)
        bulk->progress (bulk->n_written + first, bulk->n_written + n, bulk->progress_data);
      if (g_cancellable_set_error_if_cancelled (bulk->cancellable, error))
        return FALSE;
      if (!write_rows (self, first, MIN (BATCH, n - first), error))
        return FALSE;
    }

  return TRUE;
}

static void
end (TrasSqliteBulk *self)
{
  g_clear_object (&self->insert);
  g_clear_object (&self->log);
  g_clear_pointer (&self->key_pieces, g_array_unref);
  g_clear_pointer (&self->row_pieces, g_array_unref);
  g_clear_pointer (&self->references, g_array_unref);
  self->first = self->end = 0;
  self->bulk = NULL;
}

/**
 * tras_sqlite_bulk_insert:
 * @self: a connection's bulk, in a transaction and with no statement under way
 * @bulk: rows in the order of their keys
 * @edit: the edit that they belong to
 * @error: what keeps rows from being written at all
 *
 * Every rule of the file holds for these rows, but what SQLite does anew for every row is done once
 * where that comes to the same: a reference is looked up when it is another one than the row's
 * before, and the log is written behind the rows instead of by its trigger, with the same entries
 * in the same order. Triggers are left to SQLite where there are others than the log's.
 */
gboolean
tras_sqlite_bulk_insert (TrasSqliteBulk  *self,
                         TrasBulk        *bulk,
                         gint64           edit,
                         GError         **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  gboolean all_references, logged, other_triggers;
  gboolean written = FALSE;

  g_return_val_if_fail (self->bulk == NULL, FALSE);
  g_return_val_if_fail (bulk->fields->len <= FIELDS_MAX, FALSE);

  columns = tras_engine_list_columns (self->engine, bulk->table->name, &keys, error);
  if (columns == NULL)
    return FALSE;

  self->bulk = bulk;
  self->key_pieces = make_pieces (bulk, keys);
  self->row_pieces = make_pieces (bulk, columns);
  self->key_leads = is_leading (bulk, columns, keys);
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  g_array_set_clear_func (self->references, reference_clear);

  if (find_references (self, &all_references, error) &&
      find_triggers (self, &logged, &other_triggers, error))
    {
      if (all_references)
        sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
      if (!other_triggers)
        sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);

      self->insert = prepare_insert (self, columns, error);
      if (self->insert != NULL && logged && !other_triggers)
        self->log = prepare_log (self, edit, error);
      written = self->insert != NULL && (self->log != NULL || !logged || other_triggers) &&
                write_all (self, error);

      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
    }
  end (self);

  return written;
}
