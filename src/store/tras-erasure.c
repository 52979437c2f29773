/* tras-erasure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody is called, and where that stands; tras-erasure-run.c takes it away.
 */

#include "config.h"

#include <string.h>

#include "tras-erasure-private.h"
#include "tras-log-row.h"
#include "tras-schema.h"

/* Shorter ones are found everywhere. */
#define SHORTEST_TERM 3

static void
table_free (gpointer data)
{
  TrasErasureTable *self = data;

  g_ptr_array_unref (self->clear);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->keys);
  g_free (self);
}

static void
mention_free (gpointer data)
{
  TrasMention *self = data;

  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

/**
 * tras_erasure_new:
 * @table: a table
 * @id: a row of it, there or gone
 * @word: what stands for the name from now on
 *
 * Returns: (transfer full): an erasure that knows neither tables nor fields yet
 */
TrasErasure *
tras_erasure_new (const char *table,
                  gint64      id,
                  const char *word)
{
  TrasErasure *self = g_new0 (TrasErasure, 1);

  self->table = g_strdup (table);
  self->id = id;
  self->word = g_strdup (word);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);
  self->terms = g_ptr_array_new_with_free_func (g_free);
  self->mentions = g_ptr_array_new_with_free_func (mention_free);

  return self;
}

void
tras_erasure_free (TrasErasure *self)
{
  g_free (self->table);
  g_free (self->word);
  g_hash_table_unref (self->tables);
  g_ptr_array_unref (self->terms);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_ptr_array_unref (self->mentions);
  g_free (self);
}

TrasErasureTable *
tras_erasure_get_table (TrasErasure *self,
                        const char  *name)
{
  return g_hash_table_lookup (self->tables, name);
}

/**
 * tras_erasure_add_table:
 * @self: an erasure
 * @table: a table of the firm's records
 *
 * Tells what is known of a table: which fields name somebody, and what keys are folded from.
 */
void
tras_erasure_add_table (TrasErasure     *self,
                        const TrasTable *table)
{
  TrasErasureTable *added;

  g_return_if_fail (tras_erasure_get_table (self, table->name) == NULL);

  added = g_new0 (TrasErasureTable, 1);
  added->table = table;
  added->clear = g_ptr_array_new ();
  added->names = g_ptr_array_new ();
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].flags & TRAS_FIELD_IDENTIFIES)
        g_ptr_array_add (added->names, (gpointer) &table->fields[i]);
    }
  added->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->tables, (gpointer) table->name, added);
}

/**
 * tras_erasure_add_part:
 * @self: an erasure that knows @table
 * @table: a table with rows of theirs
 * @reference: (nullable): the field that says whose a row is; %NULL for the row itself
 */
void
tras_erasure_add_part (TrasErasure     *self,
                       const TrasTable *table,
                       const TrasField *reference)
{
  TrasErasureTable *part = tras_erasure_get_table (self, table->name);

  g_return_if_fail (part != NULL);

  part->part = TRUE;
  part->reference = reference;
}

/**
 * tras_erasure_clear:
 * @self: an erasure
 * @table: a part
 * @field: a text of it that is erased: emptied, or the word where it is required
 */
void
tras_erasure_clear (TrasErasure     *self,
                    const TrasTable *table,
                    const TrasField *field)
{
  TrasErasureTable *part = tras_erasure_get_table (self, table->name);

  g_return_if_fail (part != NULL && part->part);
  g_return_if_fail (field->type == TRAS_VALUE_TEXT);

  g_ptr_array_add (part->clear, (gpointer) field);
}

/**
 * tras_erasure_get_mentions:
 * @self: an erasure after tras_erasure_find()
 *
 * Returns: (transfer none) (element-type TrasMention): where else the name stands; set kept where
 *   it shall stay
 */
GPtrArray *
tras_erasure_get_mentions (TrasErasure *self)
{
  return self->mentions;
}

/**
 * tras_erasure_get_terms:
 * @self: an erasure after tras_erasure_find()
 *
 * Returns: (transfer none) (element-type utf8): what is looked for: names and addresses, also those
 *   from before they were changed
 */
GPtrArray *
tras_erasure_get_terms (TrasErasure *self)
{
  return self->terms;
}

/**
 * tras_erasure_set_shared:
 * @self: an erasure
 * @shared: whether somebody else has the same name
 *
 * Then it stays in other texts, in the log and in what edits are called, but for the mentions that
 * are set not to be kept.
 */
void
tras_erasure_set_shared (TrasErasure *self,
                         gboolean     shared)
{
  self->shared = shared;
}

/* ---- what is looked for ---- */

int
tras_erasure_find_column (const TrasShape *shape,
                          const char      *column)
{
  guint place;

  return g_ptr_array_find_with_equal_func (shape->columns, column, g_str_equal, &place)
           ? (int) place
           : -1;
}

const TrasField *
tras_erasure_get_folded (const TrasTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].flags & TRAS_FIELD_FOLDED)
        return &table->fields[i];
    }

  return NULL;
}

static void
add_term (TrasErasure *self,
          const char  *text)
{
  g_autofree char *term = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (term == NULL || g_utf8_strlen (term, -1) < SHORTEST_TERM ||
      g_str_equal (term, self->word) ||
      g_ptr_array_find_with_equal_func (self->terms, term, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->terms, g_steal_pointer (&term));
}

static void
add_terms_of_row (TrasErasure            *self,
                  const TrasErasureTable *part,
                  const TrasShape        *shape,
                  const char             *row)
{
  g_autoptr (GPtrArray) values = tras_log_row_split (row);

  for (guint i = 0; i < part->names->len; i++)
    {
      const TrasField *field = part->names->pdata[i];
      int place = tras_erasure_find_column (shape, field->name);

      if (place >= 0 && (guint) place < values->len)
        {
          g_autofree char *text = tras_log_row_dup_text (values->pdata[place]);

          add_term (self, text);
        }
    }
}

char *
tras_erasure_join (GPtrArray *columns)
{
  g_ptr_array_add (columns, NULL);
  g_ptr_array_set_size (columns, (int) columns->len - 1);

  return g_strjoinv (", ", (char **) columns->pdata);
}

/* What SQL calls a table's key and its rows, as the log writes them. */
static char *
dup_select (const char      *table,
            const TrasShape *shape,
            const char      *where)
{
  g_autofree char *keys = tras_erasure_join (shape->keys);
  g_autofree char *columns = tras_erasure_join (shape->columns);

  return g_strdup_printf ("SELECT tras_literals (%s), tras_literals (%s) FROM %s%s", keys, columns,
                          table, where);
}

/* The rows that are theirs now. */
static gboolean
find_rows (TrasErasure       *self,
           TrasDb            *db,
           TrasErasureTable  *part,
           GError           **error)
{
  const TrasShape *shape = tras_db_get_shape (db, part->table->name, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  int state;

  if (shape == NULL)
    return FALSE;

  where = g_strdup_printf (" WHERE %s = $1",
                           part->reference != NULL ? part->reference->name : "id");
  sql = dup_select (part->table->name, shape, where);
  statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, self->id);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      g_hash_table_add (part->keys, g_strdup (tras_statement_column_text (statement, 0)));
      add_terms_of_row (self, part, shape, tras_statement_column_text (statement, 1));
    }

  return state == 0;
}

/* Rows that are gone, and were theirs when they went. A row that was handed over to somebody else
 * is theirs no more. */
static gboolean
find_lost_rows (TrasErasure       *self,
                TrasDb            *db,
                TrasErasureTable  *part,
                GError           **error)
{
  const TrasShape *shape = tras_db_get_shape (db, part->table->name, error);
  g_autoptr (TrasStatement) statement = NULL;
  int place, state;

  if (shape == NULL)
    return FALSE;

  place = tras_erasure_find_column (shape, part->reference != NULL ? part->reference->name : "id");
  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT row_key, old, new FROM edit_change WHERE tbl = $1 "
                                   "ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  g_assert (place >= 0);
  tras_statement_bind_text (statement, 1, part->table->name);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const char *key = tras_statement_column_text (statement, 0);
      const char *row = tras_statement_column_text (statement, 2);

      if (row == NULL)
        row = tras_statement_column_text (statement, 1);
      if (tras_log_row_get_int (row, (guint) place) == self->id)
        g_hash_table_add (part->keys, g_strdup (key));
      else
        g_hash_table_remove (part->keys, key);
    }

  return state == 0;
}

/* Names that they had before. */
static gboolean
find_former_names (TrasErasure       *self,
                   TrasDb            *db,
                   TrasErasureTable  *part,
                   GError           **error)
{
  const TrasShape *shape = tras_db_get_shape (db, part->table->name, error);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  if (shape == NULL)
    return FALSE;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT row_key, old, new FROM edit_change WHERE tbl = $1 "
                                   "ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, part->table->name);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      if (!g_hash_table_contains (part->keys, tras_statement_column_text (statement, 0)))
        continue;
      add_terms_of_row (self, part, shape, tras_statement_column_text (statement, 1));
      add_terms_of_row (self, part, shape, tras_statement_column_text (statement, 2));
    }

  return state == 0;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize x = strlen (*(const char *const *) a), y = strlen (*(const char *const *) b);

  return x < y ? 1 : x > y ? -1 : 0;
}

/* Whole words in any case, the longest first. */
static void
make_regex (TrasErasure *self)
{
  g_autoptr (GString) pattern = g_string_new ("(?<![\\p{L}\\p{N}])(?:");

  g_ptr_array_sort (self->terms, compare_lengths);
  for (guint i = 0; i < self->terms->len; i++)
    {
      g_autofree char *term = g_regex_escape_string (self->terms->pdata[i], -1);

      g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", term);
    }
  g_string_append (pattern, ")(?![\\p{L}\\p{N}])");

  g_clear_pointer (&self->regex, g_regex_unref);
  if (self->terms->len > 0)
    self->regex = g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

gboolean
tras_erasure_names_them (TrasErasure *self,
                         const char  *text)
{
  return self->regex != NULL && text != NULL && g_regex_match (self->regex, text, 0, NULL);
}

/* The text without the name; %NULL where it does not have it. */
char *
tras_erasure_dup_replaced (TrasErasure *self,
                           const char  *text)
{
  if (!tras_erasure_names_them (self, text))
    return NULL;

  return g_regex_replace_literal (self->regex, text, -1, 0, self->word, 0, NULL);
}

/* ---- where else the name stands ---- */

gboolean
tras_erasure_clears (const TrasErasureTable *table,
                     const char             *column)
{
  for (guint i = 0; table != NULL && i < table->clear->len; i++)
    {
      if (g_str_equal (((const TrasField *) table->clear->pdata[i])->name, column))
        return TRUE;
    }

  return FALSE;
}

/* The name of somebody else, who may have the same. */
gboolean
tras_erasure_is_somebody_else (const TrasErasureTable *table,
                               const char             *column)
{
  for (guint i = 0; table != NULL && i < table->names->len; i++)
    {
      if (g_str_equal (((const TrasField *) table->names->pdata[i])->name, column))
        return TRUE;
    }

  return FALSE;
}

/* Whether the name stays in a text. */
gboolean
tras_erasure_keeps (TrasErasure *self,
                    GPtrArray   *mentions,
                    const char  *table,
                    const char  *key,
                    const char  *column)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const TrasMention *mention = mentions->pdata[i];

      if (g_str_equal (mention->table, table) && g_str_equal (mention->key, key) &&
          g_str_equal (mention->column, column))
        return mention->kept;
    }

  return self->shared;
}

static void
look_at_row (TrasErasure     *self,
             const char      *name,
             const TrasShape *shape,
             const char      *key,
             const char      *row,
             GPtrArray       *before)
{
  TrasErasureTable *table = tras_erasure_get_table (self, name);
  gboolean own = table != NULL && g_hash_table_contains (table->keys, key);
  g_autoptr (GPtrArray) values = NULL;

  /* The key of a name has another spelling, and quotes in a text stand twice. */
  values = tras_log_row_split (row);
  for (guint i = 0; i < values->len && i < shape->columns->len; i++)
    {
      const char *column = shape->columns->pdata[i];
      g_autofree char *text = tras_log_row_dup_text (values->pdata[i]);
      TrasMention *mention;

      if (!tras_erasure_names_them (self, text) || g_str_equal (column, "name_key") ||
          (own ? tras_erasure_clears (table, column)
               : tras_erasure_is_somebody_else (table, column)))
        continue;
      mention = g_new0 (TrasMention, 1);
      mention->table = g_intern_string (name);
      mention->key = g_strdup (key);
      mention->column = g_intern_string (column);
      mention->text = g_steal_pointer (&text);
      mention->kept = tras_erasure_keeps (self, before, name, key, column);
      g_ptr_array_add (self->mentions, mention);
    }
}

/* Rows in which any term stands, whatever else is around it: half as many are read. */
static char *
dup_suspects (TrasErasure     *self,
              const TrasShape *shape)
{
  g_autoptr (GString) where = g_string_new (NULL);

  for (guint i = 0; i < shape->columns->len; i++)
    {
      if (g_str_equal (shape->columns->pdata[i], "name_key"))
        continue;
      for (guint t = 0; t < self->terms->len; t++)
        g_string_append_printf (where, "%s%s LIKE $%u ESCAPE '\\'",
                                where->len > 0 ? " OR " : " WHERE ",
                                (char *) shape->columns->pdata[i], t + 1);
    }

  return g_string_free (g_steal_pointer (&where), FALSE);
}

static char *
dup_pattern (const char *term)
{
  g_autoptr (GString) pattern = g_string_new (term);

  g_string_replace (pattern, "\\", "\\\\", 0);
  g_string_replace (pattern, "%", "\\%", 0);
  g_string_replace (pattern, "_", "\\_", 0);

  return g_strdup_printf ("%%%s%%", pattern->str);
}

static gboolean
look_through (TrasErasure  *self,
              TrasDb       *db,
              const char   *table,
              GPtrArray    *before,
              GError      **error)
{
  const TrasShape *shape = tras_db_get_shape (db, table, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  int state;

  if (shape == NULL)
    return FALSE;

  where = dup_suspects (self, shape);
  sql = dup_select (table, shape, where);
  statement = tras_engine_prepare_once (tras_db_get_engine (db), sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->terms->len; i++)
    {
      g_autofree char *pattern = dup_pattern (self->terms->pdata[i]);

      tras_statement_bind_text (statement, (int) i + 1, pattern);
    }
  while ((state = tras_statement_step (statement, error)) > 0)
    look_at_row (self, table, shape, tras_statement_column_text (statement, 0),
                 tras_statement_column_text (statement, 1), before);

  return state == 0;
}

static gboolean
find_mentions (TrasErasure  *self,
               TrasDb       *db,
               GError      **error)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->mentions);
  g_autoptr (GPtrArray) tables = tras_schema_list_text_tables (tras_db_get_engine (db), error);

  self->mentions = g_ptr_array_new_with_free_func (mention_free);
  if (tables == NULL)
    return FALSE;

  for (guint i = 0; i < tables->len && self->terms->len > 0; i++)
    {
      if (!look_through (self, db, tables->pdata[i], before, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_erasure_find:
 * @self: an erasure that knows its tables, parts and fields
 * @db: a connection
 * @error: where to put the error
 *
 * Finds the rows that are theirs, the names that they have and had, and where else these stand as
 * whole words in any case. What was kept before stays kept.
 */
gboolean
tras_erasure_find (TrasErasure  *self,
                   TrasDb       *db,
                   GError      **error)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  g_ptr_array_set_size (self->terms, 0);
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TrasErasureTable *part = value;

      if (part->part &&
          (!find_lost_rows (self, db, part, error) || !find_rows (self, db, part, error) ||
           !find_former_names (self, db, part, error)))
        return FALSE;
    }
  make_regex (self);

  return find_mentions (self, db, error);
}

/* ---- rows that are gone ---- */

/* A row that was deleted, as the log tells of it.
 * gone: whether it is not there any more
 * due: whether its day has come
 * told: whether a personal text of it is left */
typedef struct
{
  gboolean gone;
  gboolean due;
  gboolean told;
  char *name;
} Trail;

static void
trail_free (gpointer data)
{
  Trail *trail = data;

  g_free (trail->name);
  g_free (trail);
}

static void
lost_free (gpointer data)
{
  TrasErasureLost *lost = data;

  g_free (lost->name);
  g_free (lost);
}

/* Whether the row, as the log wrote it, has a personal text. */
static gboolean
tells_of_them (const TrasTable *table,
               const TrasShape *shape,
               GPtrArray       *values)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      int place = tras_erasure_find_column (shape, field->name);

      if (field->type == TRAS_VALUE_TEXT && field->flags & TRAS_FIELD_PERSONAL &&
          !(field->flags & TRAS_FIELD_COMPUTED) && place >= 0 && (guint) place < values->len &&
          *(const char *) values->pdata[place] == '\'')
        return TRUE;
    }

  return FALSE;
}

static char *
dup_value (const TrasShape *shape,
           GPtrArray       *values,
           const char      *column)
{
  int place = tras_erasure_find_column (shape, column);

  return place >= 0 && (guint) place < values->len ? tras_log_row_dup_text (values->pdata[place])
                                                   : NULL;
}

static void
follow (Trail           *trail,
        const TrasTable *table,
        const TrasShape *shape,
        const char      *row,
        const char      *until,
        const char      *unless,
        TrasDay          today)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *day = NULL;
  char *name;

  if (row == NULL)
    return;

  values = tras_log_row_split (row);
  day = dup_value (shape, values, until);
  trail->due = tras_day_from_iso (day) != TRAS_DAY_NONE && tras_day_from_iso (day) <= today &&
               tras_log_row_get_int (row, (guint) tras_erasure_find_column (shape, unless)) == 0;
  trail->told |= tells_of_them (table, shape, values);
  name = dup_value (shape, values, "name");
  if (name != NULL)
    {
      g_free (trail->name);
      trail->name = name;
    }
}

/**
 * tras_erasure_list_lost:
 * @db: a connection
 * @table: a table whose rows have a name and a number for a key
 * @until: the column of the day from which on a row may not be known any more
 * @unless: the column of a number that, where there is one, keeps the row from it
 * @today: the present day
 * @error: where to put the error
 *
 * Reads all that the log has of the table, by an index where there is one.
 *
 * Returns: (transfer full) (element-type TrasErasureLost): rows that were deleted, whose day has
 *   come, and of which the log still tells; or %NULL
 */
GPtrArray *
tras_erasure_list_lost (TrasDb           *db,
                        const TrasTable  *table,
                        const char       *until,
                        const char       *unless,
                        TrasDay           today,
                        GError          **error)
{
  const TrasShape *shape = tras_db_get_shape (db, table->name, error);
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (lost_free);
  g_autoptr (GHashTable) trails = NULL;
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *sql = NULL;
  GHashTableIter iter;
  gpointer key, value;
  int state;

  if (shape == NULL)
    return NULL;

  trails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, trail_free);
  /* A value that is bound would find no index that has the rows of one table alone. */
  sql = g_strdup_printf ("SELECT row_key, old, new FROM edit_change WHERE tbl = '%s' ORDER BY id",
                         table->name);
  statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const char *row_key = tras_statement_column_text (statement, 0);
      Trail *trail = g_hash_table_lookup (trails, row_key);

      if (trail == NULL)
        {
          trail = g_new0 (Trail, 1);
          g_hash_table_insert (trails, g_strdup (row_key), trail);
        }
      follow (trail, table, shape, tras_statement_column_text (statement, 1), until, unless, today);
      follow (trail, table, shape, tras_statement_column_text (statement, 2), until, unless, today);
      trail->gone = tras_statement_column_null (statement, 2);
    }
  if (state < 0)
    return NULL;

  g_hash_table_iter_init (&iter, trails);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Trail *trail = value;
      TrasErasureLost *found;

      if (!trail->gone || !trail->due || !trail->told)
        continue;
      found = g_new0 (TrasErasureLost, 1);
      found->id = g_ascii_strtoll (key, NULL, 10);
      found->name = g_strdup (trail->name);
      g_ptr_array_add (lost, found);
    }

  return g_steal_pointer (&lost);
}
