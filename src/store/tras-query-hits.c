/* tras-query-hits.c: which rows a query finds, without their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word is looked up in the small tables first: in the names of items, people, places. What they
 * match is then asked for by index. Codes, of which a long table has as many as rows, are looked
 * through only where the word can occur in one: a table of all pairs of neighbouring letters in
 * them tells.
 */

#include "config.h"

#include <string.h>

#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-query-private.h"

/* Ids beyond this would make sets of more than eight megabytes. */
#define LARGEST_ID ((gint64) 1 << 26)

/* In shorter tables everything is looked through. */
#define LONG_TABLE 20000

static void
add_ids (TrasIdSet *set,
         GArray    *ids)
{
  for (guint i = 0; i < ids->len; i++)
    tras_id_set_add (set, g_array_index (ids, gint64, i));
}

/* Runs a statement that takes one word and gives ids. */
static gboolean
add_matches (TrasDb      *db,
             const char  *sql,
             const char  *word,
             TrasIdSet   *set,
             GError     **error)
{
  g_autofree char *pattern = tras_query_dup_pattern (word);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GArray) ids = NULL;

  statement = tras_engine_prepare_gather (tras_db_get_engine (db), sql, 1, error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, pattern);
  ids = tras_statement_gather (statement, error);
  if (ids == NULL)
    return FALSE;
  add_ids (set, ids);

  return TRUE;
}

/* ---- pairs of letters ---- */

typedef struct
{
  gint64 last_edit;
  TrasIdSet *pairs;
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  tras_id_set_free (summary->pairs);
  g_free (summary);
}

static gint64
pair_at (const char *text)
{
  return (guchar) g_ascii_tolower (text[0]) << 8 | (guchar) g_ascii_tolower (text[1]);
}

static gboolean
add_pairs (Summary        *summary,
           TrasStatement  *statement,
           GError        **error)
{
  int state;

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const char *text = tras_statement_column_text (statement, 0);

      for (; text != NULL && text[0] != '\0' && text[1] != '\0'; text++)
        tras_id_set_add (summary->pairs, pair_at (text));
    }

  return state == 0;
}

/* The pairs of all texts in a column, with those of rows that were written since; pairs of rows
 * that are gone stay. */
static const TrasIdSet *
get_pairs (TrasDb      *db,
           const char  *table,
           const char  *column,
           GError     **error)
{
  GHashTable *summaries = tras_db_get_summaries (db, summary_free);
  g_autofree char *key = g_strconcat (table, ".", column, NULL);
  Summary *summary = g_hash_table_lookup (summaries, key);
  gint64 last = tras_edit_log_get_last (db, error);
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *sql = NULL;

  if (last < 0)
    return NULL;
  if (summary != NULL && summary->last_edit == last)
    return summary->pairs;

  if (summary == NULL)
    sql = g_strdup_printf ("SELECT t.%s FROM %s t", column, table);
  else
    sql = g_strdup_printf ("SELECT t.%s FROM %s t WHERE t.id IN"
                           " (SELECT CAST (c.row_key AS BIGINT) FROM edit_change c"
                           " WHERE c.edit_id > $1 AND c.tbl = $2)",
                           column, table);
  statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  if (statement == NULL)
    return NULL;
  if (summary == NULL)
    {
      summary = g_new0 (Summary, 1);
      summary->pairs = tras_id_set_new (G_MAXUINT16);
      g_hash_table_insert (summaries, g_steal_pointer (&key), summary);
    }
  else
    {
      tras_statement_bind_int (statement, 1, summary->last_edit);
      tras_statement_bind_text (statement, 2, table);
    }
  summary->last_edit = last;
  if (!add_pairs (summary, statement, error))
    {
      g_autofree char *half = g_strconcat (table, ".", column, NULL);

      g_hash_table_remove (summaries, half);
      return NULL;
    }

  return summary->pairs;
}

/* Whether a text of a column may contain a word: 1, 0, or -1 on an error. */
static int
may_occur (TrasDb      *db,
           const char  *table,
           const char  *column,
           const char  *word,
           GError     **error)
{
  const TrasIdSet *pairs;

  /* An edit that is rolled back leaves its number to the next one. */
  if (tras_db_in_edit (db))
    return 1;
  pairs = get_pairs (db, table, column, error);
  if (pairs == NULL)
    return -1;
  for (const char *at = word; at[0] != '\0' && at[1] != '\0'; at++)
    {
      if (!tras_id_set_contains (pairs, pair_at (at)))
        return 0;
    }

  return 1;
}

/* ---- words ---- */

/* Rows whose own name or code has the word. */
static gboolean
add_named (TrasDb           *db,
           const TrasTable  *table,
           const TrasField  *field,
           const char       *word,
           TrasIdSet        *set,
           GError          **error)
{
  gboolean folded = (field->flags & TRAS_FIELD_FOLDED) != 0;
  const char *column = folded ? "name_key" : field->name;
  g_autofree char *sql = NULL;

  if (!folded && set->largest > LONG_TABLE)
    {
      int may = may_occur (db, table->name, column, word, error);

      if (may <= 0)
        return may == 0;
    }
  sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE t.%s LIKE $1 ESCAPE '\\'", table->name,
                         column);

  return add_matches (db, sql, word, set, error);
}

/* Whether some row of a table has the word in its name: 1, 0, or -1 on an error. */
static int
is_named_so (TrasDb      *db,
             const char  *table,
             const char  *word,
             GError     **error)
{
  g_autofree char *pattern = tras_query_dup_pattern (word);
  g_autofree char *sql = NULL;
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  sql = g_strdup_printf ("SELECT 1 FROM %s r WHERE r.name_key LIKE $1 ESCAPE '\\' LIMIT 1", table);
  statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  if (statement == NULL)
    return -1;
  tras_statement_bind_text (statement, 1, pattern);
  state = tras_statement_step (statement, error);
  if (state > 0)
    tras_statement_reset (statement);

  return state;
}

static gboolean
find_word (TrasDb           *db,
           const TrasTable  *table,
           const char       *word,
           TrasIdSet        *set,
           GError          **error)
{
  const TrasShape *shape = tras_db_get_shape (db, table->name, error);
  g_autoptr (GString) rest = g_string_new (NULL);

  if (shape == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *condition = NULL;
      int named;

      if (tras_query_is_name (field))
        {
          if (!add_named (db, table, field, word, set, error))
            return FALSE;
          continue;
        }

      named = tras_query_is_searched (table, field, db, error);
      if (named > 0)
        named = is_named_so (db, field->target, word, error);
      if (named < 0)
        return FALSE;
      if (named == 0)
        continue;

      condition = g_strdup_printf ("t.%s IN (SELECT r.id FROM %s r WHERE r.name_key LIKE $1 "
                                   "ESCAPE '\\')",
                                   field->name, field->target);
      if (g_ptr_array_find_with_equal_func (shape->leading, field->name, g_str_equal, NULL))
        {
          g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE %s", table->name,
                                                  condition);

          if (!add_matches (db, sql, word, set, error))
            return FALSE;
        }
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " OR " : "", condition);
    }

  /* What no index helps with is looked for in one go. */
  if (rest->len > 0)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE %s", table->name,
                                              rest->str);

      return add_matches (db, sql, word, set, error);
    }

  return TRUE;
}

/* The largest id of a table, 0 where it is empty, -1 on an error. */
static gint64
read_largest (TrasDb      *db,
              const char  *table,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (t.id), 0) FROM %s t", table);
  g_autoptr (TrasStatement) statement = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  gint64 largest;

  if (statement == NULL || tras_statement_step (statement, error) <= 0)
    return -1;
  largest = tras_statement_column_int (statement, 0);
  tras_statement_reset (statement);

  return largest;
}

/**
 * tras_query_find_hits:
 * @self: a query
 * @db: a connection
 * @hits: (out) (transfer full): the ids of the rows that it finds; %NULL where the table's ids are
 *   too far apart for a set
 * @error: where to put the error
 */
gboolean
tras_query_find_hits (TrasQuery  *self,
                      TrasDb     *db,
                      TrasIdSet **hits,
                      GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (self));
  gint64 largest = read_largest (db, table->name, error);
  g_auto (GStrv) words = tras_query_dup_words (self);
  g_autoptr (TrasIdSet) found = NULL;

  *hits = NULL;
  if (largest < 0)
    return FALSE;
  if (largest > LARGEST_ID)
    return TRUE;

  if (tras_query_has_conditions (self) || words[0] == NULL)
    {
      g_autoptr (TrasQuery) rest = tras_query_dup (self);
      g_autoptr (GArray) ids = NULL;

      tras_query_search (rest, NULL);
      tras_query_order (rest, NULL, FALSE);
      ids = tras_db_gather_query (db, rest, "t.id", 1, "", error);
      if (ids == NULL)
        return FALSE;
      found = tras_id_set_new (largest);
      add_ids (found, ids);
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (TrasIdSet) of_word = tras_id_set_new (largest);

      if (!find_word (db, table, words[i], of_word, error))
        return FALSE;
      if (found == NULL)
        found = g_steal_pointer (&of_word);
      else
        tras_id_set_intersect (found, of_word);
    }
  *hits = g_steal_pointer (&found);

  return TRUE;
}
