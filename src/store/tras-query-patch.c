/* tras-query-patch.c: an order that is known, after some rows have changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most edits touch one row. Its place among a million is found by looking at twenty others, where
 * reading the whole order again takes a tenth of a second.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-query-private.h"

/* After more changes than this the order is read again. */
#define MOST_ROWS 16

typedef struct
{
  gint64 id;
  gboolean null;
  gint64 number;
  double real;
  char *text;
} Key;

static void
key_clear (gpointer data)
{
  Key *key = data;

  g_clear_pointer (&key->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Key, key_clear)

/* Whether rows of other tables than the records' own decide what is found and in which order. */
static gboolean
is_concerned (TrasQuery   *query,
              TrasChanges *changes)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  const TrasField *order = tras_query_get_order_field (query);

  if (tras_query_is_computed (query))
    return TRUE;
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (field->target != NULL && !g_str_equal (field->target, table->name) &&
          (field == order || tras_query_has_words (query)) &&
          tras_changes_touch (changes, field->target))
        return TRUE;
    }

  /* A record that is sorted by the name of another of its own table may move when that changes. */
  return order != NULL && order->target != NULL && g_str_equal (order->target, table->name);
}

/* The ids of the table's rows that were written since; %NULL with no error where they are many. */
static GArray *
read_changed (TrasDb      *db,
              const char  *table,
              gint64       since,
              GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasStatement) statement = NULL;
  int n;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT DISTINCT CAST (c.row_key AS BIGINT) FROM edit_change c "
                                   "WHERE c.edit_id > $1 AND c.tbl = $2 LIMIT $3",
                                   error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, since);
  tras_statement_bind_text (statement, 2, table);
  tras_statement_bind_int (statement, 3, MOST_ROWS + 1);
  g_array_set_size (ids, MOST_ROWS + 1);
  n = tras_statement_fetch_ints (statement, (gint64 *) (void *) ids->data, 1, MOST_ROWS + 1, error);
  if (n >= 0 && n <= MOST_ROWS)
    {
      g_array_set_size (ids, (guint) n);
      return g_steal_pointer (&ids);
    }
  if (n >= 0)
    tras_statement_reset (statement);

  return NULL;
}

/* What to select as a row's key, over the alias t. */
static char *
dup_key_column (TrasDb           *db,
                const TrasField  *order,
                gboolean         *text,
                GError          **error)
{
  *text = FALSE;
  if (order == NULL)
    return g_strdup ("0");
  *text = order->type == TRAS_VALUE_TEXT || order->type == TRAS_VALUE_CHOICE ||
          order->type == TRAS_VALUE_DATE;
  if (order->flags & TRAS_FIELD_FOLDED)
    return g_strdup ("t.name_key");
  if (order->type == TRAS_VALUE_REFERENCE && order->target != NULL)
    {
      const TrasShape *shape = tras_db_get_shape (db, order->target, error);

      if (shape == NULL)
        return NULL;
      *text = shape->has_name_key;
      if (*text)
        return g_strdup_printf ("(SELECT r.name_key FROM %s r WHERE r.id = t.%s)", order->target,
                                order->name);
    }

  return g_strconcat ("t.", order->name, NULL);
}

/* Reads the key from the second column of a statement on a row. */
static void
read_key (Key           *key,
          TrasStatement *statement,
          gboolean       text)
{
  key_clear (key);
  key->id = tras_statement_column_int (statement, 0);
  key->null = tras_statement_column_null (statement, 1);
  if (text)
    key->text = g_strdup (tras_statement_column_text (statement, 1));
  else
    {
      key->number = tras_statement_column_int (statement, 1);
      key->real = tras_statement_column_real (statement, 1);
    }
}

static int
compare_keys (const Key *a,
              const Key *b,
              gboolean   descending)
{
  int way;

  if (a->null != b->null)
    return a->null ? 1 : -1;
  way = a->null ? 0 : g_strcmp0 (a->text, b->text);
  if (way == 0 && !a->null)
    way = a->number < b->number ? -1 : a->number > b->number;
  if (way == 0 && !a->null)
    way = a->real < b->real ? -1 : a->real > b->real;
  if (way == 0)
    way = a->id < b->id ? -1 : a->id > b->id;

  return descending ? -way : way;
}

/* Puts a row in its place; FALSE with no error where one of its neighbours is not there. */
static gboolean
insert (GArray         *ids,
        const Key      *key,
        TrasStatement  *lookup,
        gboolean        text,
        gboolean        descending,
        GError        **error)
{
  g_auto (Key) middle_key = { 0 };
  guint first = 0, end = ids->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      tras_statement_bind_int (lookup, 1, g_array_index (ids, gint64, middle));
      if (tras_statement_step (lookup, error) <= 0)
        return FALSE;
      read_key (&middle_key, lookup, text);
      tras_statement_reset (lookup);
      if (compare_keys (&middle_key, key, descending) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  g_array_insert_val (ids, first, key->id);

  return TRUE;
}

/* A copy without some ids. */
static GArray *
copy_without (GArray *ids,
              GArray *without)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len + without->len);
  const gint64 *from = (const gint64 *) (const void *) ids->data;
  guint copied = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gboolean gone = FALSE;

      for (guint j = 0; j < without->len; j++)
        gone |= from[i] == g_array_index (without, gint64, j);
      if (!gone)
        continue;
      g_array_append_vals (rest, from + copied, i - copied);
      copied = i + 1;
    }
  g_array_append_vals (rest, from + copied, ids->len - copied);

  return rest;
}

static GArray *
patch (TrasDb     *db,
       TrasQuery  *query,
       GArray     *known,
       GArray     *changed,
       GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  g_autoptr (GArray) ids = copy_without (known, changed);
  g_autofree char *column = NULL, *columns = NULL, *condition = NULL, *sql = NULL;
  g_autoptr (TrasStatement) found = NULL, lookup = NULL;
  g_auto (Key) key = { 0 };
  gboolean text, descending;
  int state;

  tras_query_get_order (query, &descending);
  column = dup_key_column (db, tras_query_get_order_field (query), &text, error);
  if (column == NULL)
    return NULL;
  columns = g_strconcat ("t.id, ", column, NULL);
  condition = tras_query_dup_among (changed);
  sql = g_strdup_printf ("SELECT %s FROM %s t WHERE t.id = $1", columns, table->name);
  lookup = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  found = tras_db_prepare_query (db, query, columns, FALSE, condition, error);
  if (lookup == NULL || found == NULL)
    return NULL;
  while ((state = tras_statement_step (found, error)) > 0)
    {
      read_key (&key, found, text);
      if (!insert (ids, &key, lookup, text, descending, error))
        {
          tras_statement_reset (found);
          return NULL;
        }
    }

  return state == 0 ? g_steal_pointer (&ids) : NULL;
}

/**
 * tras_query_patch_ids:
 * @self: a query
 * @db: a connection
 * @known: (element-type gint64): what it found
 * @known_edit: after which edit
 * @ids: (out) (transfer full) (nullable): what it finds now; %NULL where that has to be read again
 * @error: where to put the error
 */
gboolean
tras_query_patch_ids (TrasQuery  *self,
                      TrasDb     *db,
                      GArray     *known,
                      gint64      known_edit,
                      GArray    **ids,
                      GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (self));
  g_autoptr (TrasChanges) changes = tras_edit_log_changes_since (db, known_edit, error);
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GError) local = NULL;

  *ids = NULL;
  if (changes == NULL)
    return FALSE;
  if (is_concerned (self, changes))
    return TRUE;

  changed = read_changed (db, table->name, known_edit, &local);
  if (changed != NULL)
    *ids = patch (db, self, known, changed, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
