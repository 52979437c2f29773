/* tras-query-plan.c: the shortest way from a query to its ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views compute much for each row that neither order nor conditions ask for, so that ids are read
 * from the table itself where they can be: a view adds columns to its table's rows, it neither adds
 * nor drops rows. Where an index stands in the asked order it is walked; else each id is read with
 * its key, without order, and sorted here; what a long table's rows refer to is in memory. What a
 * search finds is a set of ids, through which an order that is known already, or such a walk, is
 * sifted.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-id-sort.h"
#include "tras-long-column.h"
#include "tras-query-private.h"

/* So few rows are read one by one rather than in a walk through all of them. */
#define FEW_ROWS 2000

/* The query as a statement with its parameters bound; it gathers where @n_gathered is not 0. */
static TrasStatement *
prepare (TrasDb      *self,
         TrasQuery   *query,
         const char  *columns,
         int          n_gathered,
         gboolean     computed,
         const char  *tail,
         GError     **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  gboolean view = table->view != NULL && (computed || tras_query_is_computed (query));
  TrasEngine *engine = tras_db_get_engine (self);
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) parameters = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM %s t", columns, view ? table->view : table->name);
  parameters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  if (!tras_query_append_where (query, self, sql, parameters, error))
    return NULL;
  g_string_append (sql, tail);

  statement = n_gathered > 0
                ? tras_engine_prepare_gather (engine, sql->str, n_gathered, error)
                : tras_engine_prepare (engine, sql->str, error);
  for (guint i = 0; statement != NULL && i < parameters->len; i++)
    {
      GVariant *parameter = parameters->pdata[i];

      if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_INT64))
        tras_statement_bind_int (statement, (int) i + 1, g_variant_get_int64 (parameter));
      else
        tras_statement_bind_text (statement, (int) i + 1, g_variant_get_string (parameter, NULL));
    }

  return g_steal_pointer (&statement);
}

/**
 * tras_db_prepare_query:
 * @self: a connection
 * @query: a query
 * @columns: what to select over the alias t
 * @computed: whether @columns has some that only the view has
 * @tail: what follows the conditions: an order, a limit
 * @error: where to put the error
 *
 * Returns: (transfer full): the query as a statement with its parameters bound, or %NULL
 */
TrasStatement *
tras_db_prepare_query (TrasDb      *self,
                       TrasQuery   *query,
                       const char  *columns,
                       gboolean     computed,
                       const char  *tail,
                       GError     **error)
{
  return prepare (self, query, columns, 0, computed, tail, error);
}

/**
 * tras_db_gather_query:
 * @self: a connection
 * @query: a query
 * @columns: what to select over the alias t: numbers
 * @n_columns: how many columns that are
 * @tail: what follows the conditions: an order, a limit
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type gint64): what tras_statement_gather() gives, or %NULL
 */
GArray *
tras_db_gather_query (TrasDb      *self,
                      TrasQuery   *query,
                      const char  *columns,
                      int          n_columns,
                      const char  *tail,
                      GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = prepare (self, query, columns, n_columns, FALSE, tail, error);

  return statement != NULL ? tras_statement_gather (statement, error) : NULL;
}

/**
 * tras_db_count:
 * @self: a connection
 * @query: which records
 * @error: where to put the error
 *
 * Returns: how many, or -1
 */
gint64
tras_db_count (TrasDb     *self,
               TrasQuery  *query,
               GError    **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 count = -1;

  statement = tras_db_prepare_query (self, query, "count (*)", FALSE, "", error);
  if (statement != NULL && tras_statement_step (statement, error) == 1)
    {
      count = tras_statement_column_int (statement, 0);
      tras_statement_reset (statement);
    }

  return count;
}

/**
 * tras_db_get_next_id:
 * @self: a connection
 * @type: a record type whose rows have an id
 * @error: where to put the error
 *
 * Returns: the id that the next new row gets, which no row has had before; -1 on error
 */
gint64
tras_db_get_next_id (TrasDb  *self,
                     GType    type,
                     GError **error)
{
  TrasEngine *engine = tras_db_get_engine (self);
  g_autofree char *next = tras_engine_dup_next_id (engine, tras_record_type_get_table (type)->name);
  g_autofree char *sql = g_strconcat ("SELECT ", next, NULL);
  g_autoptr (TrasStatement) statement = tras_engine_prepare (engine, sql, error);
  gint64 id = -1;

  if (statement != NULL && tras_statement_step (statement, error) == 1)
    {
      id = tras_statement_column_int (statement, 0);
      tras_statement_reset (statement);
    }

  return id;
}

/**
 * tras_db_read_extent:
 * @self: a connection
 * @table: a table with ids
 * @first: (out): the least id, 1 where there is none
 * @largest: (out): the greatest id, 0 where there is none
 * @count: (out) (optional): how many rows there are
 * @error: where to put the error
 */
gboolean
tras_db_read_extent (TrasDb      *self,
                     const char  *table,
                     gint64      *first,
                     gint64      *largest,
                     gint64      *count,
                     GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  /* Each by itself is found at an end of the table, or without looking at rows. */
  g_string_printf (sql, "SELECT (SELECT coalesce (min (t.id), 1) FROM %1$s t),"
                        " (SELECT coalesce (max (t.id), 0) FROM %1$s t)", table);
  if (count != NULL)
    g_string_append_printf (sql, ", (SELECT count (*) FROM %s t)", table);
  statement = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);
  if (statement == NULL || tras_statement_step (statement, error) != 1)
    return FALSE;
  *first = tras_statement_column_int (statement, 0);
  *largest = tras_statement_column_int (statement, 1);
  if (count != NULL)
    *count = tras_statement_column_int (statement, 2);
  tras_statement_reset (statement);

  return TRUE;
}

/* ---- along an index ---- */

static gboolean
is_indexed (TrasQuery       *query,
            const TrasShape *shape)
{
  const TrasField *order = tras_query_get_order_field (query);
  const char *column;

  if (order == NULL)
    return TRUE;
  if (order->flags & TRAS_FIELD_COMPUTED || order->type == TRAS_VALUE_REFERENCE)
    return FALSE;

  column = order->flags & TRAS_FIELD_FOLDED ? "name_key" : order->name;
  return g_str_equal (column, "id") ||
         g_ptr_array_find_with_equal_func (shape->indexed, column, g_str_equal, NULL);
}

/* All rows in order, or the first @limit and one more. */
static GArray *
walk (TrasDb     *self,
      TrasQuery  *query,
      guint       limit,
      GError    **error)
{
  g_autoptr (TrasQuery) all = tras_query_new (tras_query_get_record_type (query));
  g_autoptr (GString) tail = g_string_new (NULL);

  if (!tras_query_append_order (query, self, tail, error))
    return NULL;
  if (limit > 0)
    g_string_append_printf (tail, " LIMIT %u", limit + 1);

  return tras_db_gather_query (self, all, "t.id", 1, tail->str, error);
}

/* ---- sorted here ---- */

/* The rank of each row of a table by its name, from 1; rows of the same name have the same. */
static GHashTable *
rank_names (TrasDb      *self,
            const char  *table,
            GError     **error)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);
  g_autoptr (TrasStatement) statement = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *last = NULL;
  guint rank = 0;
  int state;

  sql = g_strdup_printf ("SELECT t.id, t.name_key FROM %s t ORDER BY t.name_key, t.id", table);
  statement = tras_engine_prepare (tras_db_get_engine (self), sql, error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const char *name = tras_statement_column_text (statement, 1);

      if (g_strcmp0 (name, last) != 0)
        {
          g_free (last);
          last = g_strdup (name);
          rank++;
        }
      g_hash_table_insert (ranks, GSIZE_TO_POINTER (tras_statement_column_int (statement, 0)),
                           GUINT_TO_POINTER (rank));
    }

  return state == 0 ? g_steal_pointer (&ranks) : NULL;
}

static gboolean
is_text (const TrasField *order)
{
  return order->type == TRAS_VALUE_TEXT || order->type == TRAS_VALUE_CHOICE ||
         order->type == TRAS_VALUE_DATE;
}

static GArray *
sort_texts (TrasStatement    *statement,
            const TrasIdSet  *hits,
            gboolean          descending,
            GError          **error)
{
  g_autoptr (TrasIdSort) sort = tras_id_sort_new ();
  int state;

  while ((state = tras_statement_step (statement, error)) > 0)
    {
      gint64 id = tras_statement_column_int (statement, 0);

      if (hits == NULL || tras_id_set_contains (hits, id))
        tras_id_sort_add (sort, id, tras_statement_column_text (statement, 1));
    }

  return state == 0 ? tras_id_sort_end (sort, descending) : NULL;
}

/* Leaves the pairs of @hits alone. */
static void
keep_hits (GArray          *pairs,
           const TrasIdSet *hits)
{
  gint64 *values = (gint64 *) (void *) pairs->data;
  guint kept = 0;

  for (guint i = 0; i < pairs->len; i += 2)
    {
      values[kept] = values[i];
      values[kept + 1] = values[i + 1];
      kept += tras_id_set_contains (hits, values[i]) ? 2 : 0;
    }
  g_array_set_size (pairs, kept);
}

/* Puts the rank in place of the reference; those of one row often follow each other. */
static void
put_ranks (GArray     *pairs,
           GHashTable *ranks)
{
  gint64 *values = (gint64 *) (void *) pairs->data;
  gint64 last = G_MININT64, rank = G_MININT64;

  for (guint i = 1; i < pairs->len; i += 2)
    {
      if (values[i] != last)
        {
          last = values[i];
          rank = last == G_MININT64
                   ? G_MININT64
                   : GPOINTER_TO_UINT (g_hash_table_lookup (ranks, GSIZE_TO_POINTER (last)));
        }
      values[i] = rank;
    }
}

/* The rows with what they are sorted by, a number or a reference. */
static GArray *
read_pairs (TrasDb           *self,
            TrasQuery        *query,
            const TrasIdSet  *hits,
            const char       *tail,
            GError          **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  const TrasField *order = tras_query_get_order_field (query);
  const TrasLongColumn *column = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autofree char *columns = NULL;

  if (order == NULL)
    columns = g_strdup ("t.id, 0");
  else if (order->flags & TRAS_FIELD_COMPUTED)
    /* A table is strict about its types, a view is not. */
    columns = g_strdup_printf ("t.id, CAST (t.%s AS %s)", order->name,
                               order->type == TRAS_VALUE_REAL ? "DOUBLE PRECISION" : "BIGINT");
  else
    {
      if (order->type == TRAS_VALUE_REFERENCE && order->target != NULL && *tail == '\0' &&
          !tras_query_is_filtered (query) &&
          !tras_long_column_find (self, table->name, order, &column, error))
        return NULL;
      if (column != NULL)
        return tras_long_column_list_pairs (column, hits);
      columns = g_strconcat ("t.id, t.", order->name, NULL);
    }
  pairs = tras_db_gather_query (self, query, columns, 2, tail, error);
  if (pairs != NULL && hits != NULL)
    keep_hits (pairs, hits);

  return g_steal_pointer (&pairs);
}

/* The rows that @query finds, those of @hits where that is given; @tail narrows them down. */
static GArray *
sort (TrasDb           *self,
      TrasQuery        *query,
      const TrasIdSet  *hits,
      const char       *tail,
      GError          **error)
{
  const TrasField *order = tras_query_get_order_field (query);
  g_autoptr (GHashTable) ranks = NULL;
  g_autoptr (GArray) pairs = NULL;
  gboolean descending;

  tras_query_get_order (query, &descending);
  if (order != NULL && order->type == TRAS_VALUE_REFERENCE && order->target != NULL)
    {
      const TrasShape *target = tras_db_get_shape (self, order->target, error);

      if (target == NULL)
        return NULL;
      if (target->has_name_key && (ranks = rank_names (self, order->target, error)) == NULL)
        return NULL;
    }

  if (order != NULL && is_text (order))
    {
      const char *name = order->flags & TRAS_FIELD_FOLDED ? "name_key" : order->name;
      g_autofree char *columns = g_strconcat ("t.id, t.", name, NULL);
      g_autoptr (TrasStatement) statement = NULL;

      statement = tras_db_prepare_query (self, query, columns, FALSE, tail, error);

      return statement != NULL ? sort_texts (statement, hits, descending, error) : NULL;
    }

  pairs = read_pairs (self, query, hits, tail, error);
  if (pairs == NULL)
    return NULL;
  if (ranks != NULL)
    put_ranks (pairs, ranks);

  return tras_id_sort_pairs (pairs, descending);
}

/* ---- what a search finds, in order ---- */

static GArray *
sift (GArray          *order,
      const TrasIdSet *hits)
{
  const gint64 *from = (const gint64 *) (const void *) order->data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *to;
  guint n = 0;

  /* Without a branch that would be guessed wrong every third time. */
  g_array_set_size (ids, tras_id_set_count (hits) + 1);
  to = (gint64 *) (void *) ids->data;
  for (guint i = 0; i < order->len; i++)
    {
      to[n] = from[i];
      n += tras_id_set_contains (hits, from[i]) && n + 1 < ids->len;
    }
  g_array_set_size (ids, n);

  return ids;
}

static GArray *
order_hits (TrasDb           *self,
            TrasQuery        *query,
            const TrasIdSet  *hits,
            GError          **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  const TrasShape *shape = tras_db_get_shape (self, table->name, error);
  const TrasField *order = tras_query_get_order_field (query);
  g_autoptr (TrasQuery) all = tras_query_new (tras_query_get_record_type (query));
  gboolean descending;

  tras_query_get_order (query, &descending);
  tras_query_order (all, order != NULL ? order->name : NULL, descending);
  if (tras_query_is_by_id (query))
    return tras_id_set_list (hits, descending);
  if (tras_id_set_count (hits) <= FEW_ROWS)
    {
      g_autoptr (GArray) few = tras_id_set_list (hits, FALSE);
      g_autofree char *tail = tras_query_dup_among (few);

      return sort (self, all, NULL, tail, error);
    }
  if (is_indexed (query, shape))
    {
      g_autoptr (GArray) order_of_all = walk (self, query, 0, error);

      return order_of_all != NULL ? sift (order_of_all, hits) : NULL;
    }

  return sort (self, all, hits, "", error);
}

/**
 * tras_db_select_first_ids:
 * @self: a connection
 * @query: which records, in which order; of a type with ids
 * @order: (nullable) (element-type gint64): the ids of all records of the type in the same order,
 *   where they are known
 * @limit: how many will do for now, 0 for all
 * @more: (out): whether there are more than were read
 * @error: where to put the error
 *
 * Reads no more than @limit only where that is quicker than to read all.
 *
 * Returns: (transfer full) (element-type gint64): their ids, or %NULL
 */
GArray *
tras_db_select_first_ids (TrasDb     *self,
                          TrasQuery  *query,
                          GArray     *order,
                          guint       limit,
                          gboolean   *more,
                          GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  const TrasShape *shape = tras_db_get_shape (self, table->name, error);
  g_autoptr (TrasIdSet) hits = NULL;
  gboolean by_id, filtered;
  GArray *ids;

  *more = FALSE;
  if (shape == NULL)
    return NULL;
  g_return_val_if_fail (shape->has_id, NULL);

  by_id = tras_query_is_by_id (query);
  filtered = tras_query_is_filtered (query);
  /* A set of all ids comes from whichever index is the shortest, and has them in order. */
  if (tras_query_has_words (query) || (by_id && (filtered || limit == 0)))
    {
      if (!tras_query_find_hits (query, self, &hits, error))
        return NULL;
      if (hits != NULL)
        return order != NULL && !by_id ? sift (order, hits)
                                       : order_hits (self, query, hits, error);
    }
  if (!filtered && is_indexed (query, shape))
    {
      ids = walk (self, query, limit, error);
      *more = ids != NULL && limit > 0 && ids->len > limit;
      if (*more)
        g_array_set_size (ids, limit);
      return ids;
    }

  return sort (self, query, NULL, "", error);
}

/**
 * tras_db_select_ids:
 * @self: a connection
 * @query: which records, in which order; of a type with ids
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type gint64): their ids, or %NULL
 */
GArray *
tras_db_select_ids (TrasDb     *self,
                    TrasQuery  *query,
                    GError    **error)
{
  gboolean more;

  return tras_db_select_first_ids (self, query, NULL, 0, &more, error);
}
