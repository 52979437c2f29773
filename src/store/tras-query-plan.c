/* tras-query-plan.c: the shortest way from a query to its ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views compute much for each row that neither order nor conditions ask for, so that ids are read
 * from the table itself where they can be: a view adds columns to its table's rows, it neither adds
 * nor drops rows. Where an index stands in the asked order it is walked; else each id is read with
 * its key, without order, and sorted here.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-id-sort.h"
#include "tras-query-private.h"

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
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  gboolean view = table->view != NULL && (computed || tras_query_is_computed (query));
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) parameters = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM %s t", columns, view ? table->view : table->name);
  parameters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  if (!tras_query_append_where (query, self, sql, parameters, error))
    return NULL;
  g_string_append (sql, tail);

  statement = tras_engine_prepare (tras_db_get_engine (self), sql->str, error);
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

/* ---- along an index ---- */

static gboolean
can_walk (TrasQuery       *query,
          const TrasShape *shape)
{
  const TrasField *order = tras_query_get_order_field (query);
  const char *column;

  if (tras_query_is_filtered (query))
    return FALSE;
  if (order == NULL)
    return TRUE;
  if (order->flags & TRAS_FIELD_COMPUTED || order->type == TRAS_VALUE_REFERENCE)
    return FALSE;

  column = order->flags & TRAS_FIELD_FOLDED ? "name_key" : order->name;
  return g_str_equal (column, "id") ||
         g_ptr_array_find_with_equal_func (shape->indexed, column, g_str_equal, NULL);
}

static GArray *
walk (TrasDb     *self,
      TrasQuery  *query,
      guint       limit,
      gboolean   *more,
      GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) tail = g_string_new (NULL);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  if (!tras_query_append_order (query, self, tail, error))
    return NULL;
  if (limit > 0)
    g_string_append_printf (tail, " LIMIT %u", limit + 1);
  statement = tras_db_prepare_query (self, query, "t.id", FALSE, tail->str, error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      gint64 id = tras_statement_column_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (state < 0)
    return NULL;

  *more = limit > 0 && ids->len > limit;
  if (*more)
    g_array_set_size (ids, limit);

  return g_steal_pointer (&ids);
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

static void
add_key (TrasIdSort      *sort,
         TrasStatement   *statement,
         const TrasField *order,
         GHashTable      *ranks)
{
  gint64 id = tras_statement_column_int (statement, 0);

  if (order == NULL)
    {
      tras_id_sort_add_int (sort, id, 0);
      return;
    }
  if (tras_statement_column_null (statement, 1))
    {
      tras_id_sort_add_null (sort, id);
      return;
    }

  switch (order->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
    case TRAS_VALUE_DATE:
      tras_id_sort_add_text (sort, id, tras_statement_column_text (statement, 1));
      break;
    case TRAS_VALUE_REAL:
      tras_id_sort_add_real (sort, id, tras_statement_column_real (statement, 1));
      break;
    case TRAS_VALUE_REFERENCE:
      if (ranks != NULL)
        {
          gint64 target = tras_statement_column_int (statement, 1);
          guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, GSIZE_TO_POINTER (target)));

          tras_id_sort_add_int (sort, id, rank);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      tras_id_sort_add_int (sort, id, tras_statement_column_int (statement, 1));
      break;
    default:
      g_assert_not_reached ();
    }
}

static GArray *
sort (TrasDb     *self,
      TrasQuery  *query,
      GError    **error)
{
  const TrasField *order = tras_query_get_order_field (query);
  g_autoptr (TrasIdSort) id_sort = tras_id_sort_new ();
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GHashTable) ranks = NULL;
  g_autofree char *columns = NULL;
  gboolean descending;
  int state;

  tras_query_get_order (query, &descending);
  if (order != NULL && order->type == TRAS_VALUE_REFERENCE && order->target != NULL)
    {
      const TrasShape *target = tras_db_get_shape (self, order->target, error);

      if (target == NULL)
        return NULL;
      if (target->has_name_key && (ranks = rank_names (self, order->target, error)) == NULL)
        return NULL;
    }

  if (order == NULL)
    columns = g_strdup ("t.id");
  else
    columns = g_strconcat ("t.id, t.",
                           order->flags & TRAS_FIELD_FOLDED ? "name_key" : order->name, NULL);
  statement = tras_db_prepare_query (self, query, columns, FALSE, "", error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    add_key (id_sort, statement, order, ranks);

  return state == 0 ? tras_id_sort_end (id_sort, descending) : NULL;
}

/**
 * tras_db_select_first_ids:
 * @self: a connection
 * @query: which records, in which order; of a type with ids
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
                          guint       limit,
                          gboolean   *more,
                          GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  const TrasShape *shape = tras_db_get_shape (self, table->name, error);

  *more = FALSE;
  if (shape == NULL)
    return NULL;
  g_return_val_if_fail (shape->has_id, NULL);

  return can_walk (query, shape) ? walk (self, query, limit, more, error)
                                 : sort (self, query, error);
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

  return tras_db_select_first_ids (self, query, 0, &more, error);
}
