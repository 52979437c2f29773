/* tras-query-hits.c: which rows a query finds, without their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word is looked up in the small tables first: in the names of items, people, places. Which rows
 * of a long table refer to what they match is kept in memory (tras-long-column.c). Codes, of which
 * it has as many as rows, are looked through only where the word can occur in one.
 */

#include "config.h"

#include <string.h>

#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-long-column.h"
#include "tras-query-private.h"

static void
add_ids (TrasIdSet *set,
         GArray    *ids)
{
  for (guint i = 0; i < ids->len; i++)
    tras_id_set_add (set, g_array_index (ids, gint64, i));
}

/* What a statement gives that takes one word and gives ids. */
static GArray *
gather_matches (TrasDb      *db,
                const char  *sql,
                const char  *word,
                GError     **error)
{
  g_autofree char *pattern = tras_query_dup_pattern (word);
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_gather (tras_db_get_engine (db), sql, 1, error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_text (statement, 1, pattern);

  return tras_statement_gather (statement, error);
}

static gboolean
add_matches (TrasDb      *db,
             const char  *sql,
             const char  *word,
             TrasIdSet   *set,
             GError     **error)
{
  g_autoptr (GArray) ids = gather_matches (db, sql, word, error);

  if (ids != NULL)
    add_ids (set, ids);

  return ids != NULL;
}

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
  const TrasLongColumn *letters = NULL;
  g_autofree char *sql = NULL;

  if (!folded && !tras_long_column_find (db, table->name, field, &letters, error))
    return FALSE;
  if (letters != NULL && !tras_long_column_may_contain (letters, word))
    return TRUE;
  sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE t.%s LIKE $1 ESCAPE '\\'", table->name,
                         column);

  return add_matches (db, sql, word, set, error);
}

/* Rows that refer to something whose name has the word: in @rest, where that is left to SQL. */
static gboolean
add_referring (TrasDb           *db,
               const TrasTable  *table,
               const TrasField  *field,
               const char       *word,
               TrasIdSet        *set,
               GString          *rest,
               GError          **error)
{
  const TrasLongColumn *column = NULL;
  g_autoptr (GArray) named = NULL;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT r.id FROM %s r WHERE r.name_key LIKE $1 ESCAPE '\\'",
                         field->target);
  named = gather_matches (db, sql, word, error);
  if (named == NULL)
    return FALSE;
  if (named->len == 0)
    return TRUE;

  if (!(field->flags & TRAS_FIELD_COMPUTED) &&
      !tras_long_column_find (db, table->name, field, &column, error))
    return FALSE;
  if (column != NULL)
    tras_long_column_add_matches (column, named, set);
  else
    g_string_append_printf (rest, "%st.%s IN (%s)", rest->len > 0 ? " OR " : "", field->name, sql);

  return TRUE;
}

static gboolean
find_word (TrasDb           *db,
           const TrasTable  *table,
           const char       *source,
           const char       *word,
           TrasIdSet        *set,
           GError          **error)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      int searched;

      if (tras_query_is_name (field))
        {
          if (!add_named (db, table, field, word, set, error))
            return FALSE;
          continue;
        }

      searched = tras_query_is_searched (table, field, db, error);
      if (searched < 0 ||
          (searched > 0 && !add_referring (db, table, field, word, set, rest, error)))
        return FALSE;
    }

  /* What is not in memory is looked for in one go. */
  if (rest->len > 0)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE %s", source, rest->str);

      return add_matches (db, sql, word, set, error);
    }

  return TRUE;
}

/* The rows that the conditions allow. */
static TrasIdSet *
find_allowed (TrasQuery  *self,
              TrasDb     *db,
              gint64      largest,
              GError    **error)
{
  g_autoptr (TrasQuery) allowed = tras_query_dup (self);
  g_autoptr (GArray) ids = NULL;
  TrasIdSet *found;

  tras_query_search (allowed, NULL);
  tras_query_order (allowed, NULL, FALSE);
  ids = tras_db_gather_query (db, allowed, "t.id", 1, "", error);
  if (ids == NULL)
    return NULL;
  found = tras_id_set_new (largest);
  add_ids (found, ids);

  return found;
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
  const char *source = tras_query_is_computed (self) ? table->view : table->name;
  gboolean all = !tras_query_is_filtered (self);
  g_auto (GStrv) words = tras_query_dup_words (self);
  g_autoptr (TrasIdSet) found = NULL;
  gint64 first, largest, count;

  *hits = NULL;
  if (!tras_db_read_extent (db, table->name, &first, &largest, all ? &count : NULL, error))
    return FALSE;
  if (first < 0 || largest > TRAS_LONG_COLUMN_LARGEST_ID)
    return TRUE;

  /* Where no id is missing they are not stepped through: to count takes a hundredth of the time. */
  if (all && count == largest - first + 1)
    {
      found = tras_id_set_new (largest);
      tras_id_set_add_range (found, first, largest);
    }
  else if (all || tras_query_has_conditions (self))
    {
      found = find_allowed (self, db, largest, error);
      if (found == NULL)
        return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (TrasIdSet) of_word = tras_id_set_new (largest);

      if (!find_word (db, table, source, words[i], of_word, error))
        return FALSE;
      if (found == NULL)
        found = g_steal_pointer (&of_word);
      else
        tras_id_set_intersect (found, of_word);
    }
  *hits = g_steal_pointer (&found);

  return TRUE;
}
