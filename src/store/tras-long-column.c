/* tras-long-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite takes a fifth of a microsecond to step to a row and look at it; a long table's rows are
 * told apart a hundred times as fast by what is remembered of them here: of a text, which letters
 * ever stand side by side; of a reference, which row each row refers to, in two bytes mostly. It is
 * read when it is first needed, and follows the edit log from then on.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-long-column.h"

/* Shorter tables are looked through. */
#define LONG_TABLE 20000

/* A row's place in @values is its id. */
enum
{
  NO_ROW,
  NO_VALUE,
  FIRST_VALUE,
};

/**
 * TrasLongColumn:
 * @last_edit: an edit that is in it, with all before it
 * @letters: (nullable): of a text, the pairs of neighbouring letters
 * @values: (nullable) (element-type guint16): of a reference, %FIRST_VALUE and the id that each row
 *   refers to; of twice the width where @wide
 * @greatest: the greatest of @values
 */
struct _TrasLongColumn
{
  gint64 last_edit;
  TrasIdSet *letters;
  GArray *values;
  guint32 greatest;
  gboolean wide;
};

static void
column_free (gpointer data)
{
  TrasLongColumn *self = data;

  g_clear_pointer (&self->letters, tras_id_set_free);
  g_clear_pointer (&self->values, g_array_unref);
  g_free (self);
}

/* The largest id that has room in @values. */
static gint64
get_largest (const TrasLongColumn *self)
{
  return self->wide ? TRAS_LONG_COLUMN_LARGEST_ID : G_MAXUINT16 - FIRST_VALUE;
}

static inline guint32
get_value (const TrasLongColumn *self,
           guint                 row)
{
  return self->wide ? ((const guint32 *) (const void *) self->values->data)[row]
                    : ((const guint16 *) (const void *) self->values->data)[row];
}

static inline void
set_value (TrasLongColumn *self,
           guint           row,
           guint32         value)
{
  if (self->wide)
    ((guint32 *) (void *) self->values->data)[row] = value;
  else
    ((guint16 *) (void *) self->values->data)[row] = (guint16) value;
  self->greatest = MAX (self->greatest, value);
}

/* ---- reading ---- */

/* All rows' ids and values, or those of the rows that were written since; one that is gone has -1
 * then. */
static char *
dup_rows_sql (const char *table,
              const char *name,
              gboolean    all)
{
  if (all)
    return g_strdup_printf ("SELECT t.id, t.%s FROM %s t", name, table);

  return g_strdup_printf ("SELECT CAST (c.row_key AS BIGINT),"
                          " CASE WHEN t.id IS NULL THEN -1 ELSE t.%s END"
                          " FROM edit_change c"
                          " LEFT JOIN %s t ON t.id = CAST (c.row_key AS BIGINT)"
                          " WHERE c.edit_id > $1 AND c.tbl = $2",
                          name, table);
}

static gint64
pair_at (const char *text)
{
  return (guchar) g_ascii_tolower (text[0]) << 8 | (guchar) g_ascii_tolower (text[1]);
}

/* Pairs of rows that are gone stay. */
static gboolean
add_letters (TrasLongColumn  *self,
             TrasStatement   *rows,
             GError         **error)
{
  int state;

  while ((state = tras_statement_step (rows, error)) > 0)
    {
      const char *text = tras_statement_column_text (rows, 1);

      for (; text != NULL && text[0] != '\0' && text[1] != '\0'; text++)
        tras_id_set_add (self->letters, pair_at (text));
    }

  return state == 0;
}

/* Leaves @values behind where an id is not what they are made for. */
static gboolean
add_values (TrasLongColumn  *self,
            TrasStatement   *rows,
            GError         **error)
{
  g_autoptr (GArray) pairs = tras_statement_gather (rows, error);

  if (pairs == NULL)
    return FALSE;

  for (guint i = 0; i < pairs->len && self->values != NULL; i += 2)
    {
      gint64 row = g_array_index (pairs, gint64, i);
      gint64 value = g_array_index (pairs, gint64, i + 1);

      if (row < 1 || row > TRAS_LONG_COLUMN_LARGEST_ID || value > get_largest (self))
        {
          g_clear_pointer (&self->values, g_array_unref);
          break;
        }
      if (row >= self->values->len)
        g_array_set_size (self->values, (guint) row + 1);
      if (value == G_MININT64)
        set_value (self, (guint) row, NO_VALUE);
      else
        set_value (self, (guint) row, value < 0 ? NO_ROW : (guint32) value + FIRST_VALUE);
    }

  return TRUE;
}

static TrasLongColumn *
column_new (const TrasField *field,
            gint64           largest)
{
  TrasLongColumn *self = g_new0 (TrasLongColumn, 1);

  if (field->type != TRAS_VALUE_REFERENCE)
    {
      self->letters = tras_id_set_new (G_MAXUINT16);
      return self;
    }

  self->wide = largest > get_largest (self);
  self->values = g_array_new (FALSE, TRUE, self->wide ? sizeof (guint32) : sizeof (guint16));

  return self;
}

/* Reads what was written since @self was read, or everything. */
static gboolean
column_read (TrasLongColumn  *self,
             TrasDb          *db,
             const char      *table,
             const char      *name,
             gboolean         all,
             GError         **error)
{
  TrasEngine *engine = tras_db_get_engine (db);
  gint64 last = tras_edit_log_get_last (db, error);
  g_autoptr (TrasStatement) rows = NULL;
  g_autofree char *sql = NULL;

  if (last < 0)
    return FALSE;
  if (!all && self->last_edit == last)
    return TRUE;

  sql = dup_rows_sql (table, name, all);
  rows = self->letters != NULL ? tras_engine_prepare (engine, sql, error)
                               : tras_engine_prepare_gather (engine, sql, 2, error);
  if (rows == NULL)
    return FALSE;
  if (!all)
    {
      tras_statement_bind_int (rows, 1, self->last_edit);
      tras_statement_bind_text (rows, 2, table);
    }
  self->last_edit = last;

  return self->letters != NULL ? add_letters (self, rows, error) : add_values (self, rows, error);
}

/**
 * tras_long_column_find:
 * @db: a connection
 * @table: a table with ids
 * @field: one of its texts, or of its references
 * @column: (out) (transfer none) (nullable): the column as it is now, of use until the connection
 *   is; %NULL where the table is short, or for other reasons has to be looked through by SQL
 * @error: where to put the error
 */
gboolean
tras_long_column_find (TrasDb                *db,
                       const char            *table,
                       const TrasField       *field,
                       const TrasLongColumn **column,
                       GError               **error)
{
  GHashTable *columns = tras_db_get_columns (db, column_free);
  g_autofree char *key = g_strconcat (table, ".", field->name, NULL);
  gint64 first, largest, first_value = 1, largest_value = 0;
  gboolean all;
  TrasLongColumn *self;

  *column = NULL;
  /* An edit that is rolled back leaves its number to the next one. */
  if (tras_db_in_edit (db))
    return TRUE;
  if (!tras_db_read_extent (db, table, &first, &largest, NULL, error) ||
      (field->type == TRAS_VALUE_REFERENCE &&
       !tras_db_read_extent (db, field->target, &first_value, &largest_value, NULL, error)))
    return FALSE;
  if (largest < LONG_TABLE || MIN (first, first_value) < 1 ||
      MAX (largest, largest_value) > TRAS_LONG_COLUMN_LARGEST_ID)
    return TRUE;

  self = g_hash_table_lookup (columns, key);
  all = self == NULL || (self->values != NULL && largest_value > get_largest (self));
  if (all)
    {
      self = column_new (field, largest_value);
      g_hash_table_replace (columns, g_strdup (key), self);
    }
  if (!column_read (self, db, table, field->name, all, error))
    {
      g_hash_table_remove (columns, key);
      return FALSE;
    }
  if (self->letters != NULL || self->values != NULL)
    *column = self;
  else
    g_hash_table_remove (columns, key);

  return TRUE;
}

/* ---- asking ---- */

/**
 * tras_long_column_may_contain:
 * @self: a text
 * @word: a word
 *
 * Returns: whether a row's text may have @word in it, whatever case
 */
gboolean
tras_long_column_may_contain (const TrasLongColumn *self,
                              const char           *word)
{
  g_return_val_if_fail (self->letters != NULL, TRUE);

  for (const char *at = word; at[0] != '\0' && at[1] != '\0'; at++)
    {
      if (!tras_id_set_contains (self->letters, pair_at (at)))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_long_column_add_matches:
 * @self: a reference
 * @values: (element-type gint64): what rows may refer to
 * @rows: gets the rows that refer to one of them
 */
void
tras_long_column_add_matches (const TrasLongColumn *self,
                              GArray               *values,
                              TrasIdSet            *rows)
{
  g_autofree guint8 *wanted = NULL;
  guint n;

  g_return_if_fail (self->values != NULL);

  n = (guint) MIN ((gint64) self->values->len, rows->largest + 1);
  wanted = g_new0 (guint8, (gsize) self->greatest + 1);
  for (guint i = 0; i < values->len; i++)
    {
      gint64 value = g_array_index (values, gint64, i) + FIRST_VALUE;

      if (value >= FIRST_VALUE && value <= self->greatest)
        wanted[value] = 1;
    }
  /* Without a branch that would be guessed wrong every third time. */
  for (guint i = 0; i < n; i++)
    rows->words[i >> 6] |= (guint64) wanted[get_value (self, i)] << (i & 63);
}

/**
 * tras_long_column_list_pairs:
 * @self: a reference
 * @rows: (nullable): which rows, %NULL for all
 *
 * Returns: (transfer full) (element-type gint64): their ids in order, each followed by what it
 *   refers to, %G_MININT64 for nothing
 */
GArray *
tras_long_column_list_pairs (const TrasLongColumn *self,
                             const TrasIdSet      *rows)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *to;
  guint n = 0;

  g_return_val_if_fail (self->values != NULL, pairs);

  g_array_set_size (pairs, 2 * self->values->len);
  to = (gint64 *) (void *) pairs->data;
  for (guint i = 0; i < self->values->len; i++)
    {
      const guint32 value = get_value (self, i);

      if (value == NO_ROW || (rows != NULL && !tras_id_set_contains (rows, i)))
        continue;
      to[n++] = i;
      to[n++] = value == NO_VALUE ? G_MININT64 : (gint64) value - FIRST_VALUE;
    }
  g_array_set_size (pairs, n);

  return pairs;
}
