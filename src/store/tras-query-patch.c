/* tras-query-patch.c: an order that is known, after some rows have changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most edits touch one row. Its place among a million is found by looking at twenty others, where
 * reading the whole order again takes a tenth of a second. Whoever has the order gets told what to
 * take out and what to put in: a copy of it would cost more than all the rest.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-query-patch.h"
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
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GArray) ids = NULL;

  statement = tras_engine_prepare_gather (
    tras_db_get_engine (db),
    "SELECT DISTINCT CAST (c.row_key AS BIGINT) FROM edit_change c "
    "WHERE c.edit_id > $1 AND c.tbl = $2 LIMIT $3",
    1, error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, since);
  tras_statement_bind_text (statement, 2, table);
  tras_statement_bind_int (statement, 3, MOST_ROWS + 1);
  ids = tras_statement_gather (statement, error);

  return ids != NULL && ids->len <= MOST_ROWS ? g_steal_pointer (&ids) : NULL;
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

/* Where the nth of the ids that stay stands among those that are known. */
static guint
find_known (const TrasPatch *patch,
            guint            n)
{
  for (guint i = 0; i < patch->removed->len && g_array_index (patch->removed, guint, i) <= n; i++)
    n++;

  return n;
}

static void
find_removed (TrasPatch *patch,
              GArray    *known,
              GArray    *changed)
{
  const gint64 *ids = (const gint64 *) (const void *) known->data;
  gint64 least = G_MAXINT64, greatest = G_MININT64;

  for (guint i = 0; i < changed->len; i++)
    {
      least = MIN (least, g_array_index (changed, gint64, i));
      greatest = MAX (greatest, g_array_index (changed, gint64, i));
    }
  for (guint i = 0; i < known->len; i++)
    {
      gboolean gone = FALSE;

      if (ids[i] < least || ids[i] > greatest)
        continue;
      for (guint j = 0; j < changed->len; j++)
        gone |= ids[i] == g_array_index (changed, gint64, j);
      if (gone)
        g_array_append_val (patch->removed, i);
    }
}

/* Finds a row's place; FALSE with no error where one of its neighbours is not there. */
static gboolean
find_place (TrasPatch      *patch,
            GArray         *known,
            const Key      *key,
            TrasStatement  *lookup,
            gboolean        text,
            gboolean        descending,
            GError        **error)
{
  g_auto (Key) middle_key = { 0 };
  TrasPlace place = { 0, key->id };
  guint end = known->len - patch->removed->len;

  while (place.position < end)
    {
      guint middle = place.position + (end - place.position) / 2;

      tras_statement_bind_int (lookup, 1,
                               g_array_index (known, gint64, find_known (patch, middle)));
      if (tras_statement_step (lookup, error) <= 0)
        return FALSE;
      read_key (&middle_key, lookup, text);
      tras_statement_reset (lookup);
      if (compare_keys (&middle_key, key, descending) < 0)
        place.position = middle + 1;
      else
        end = middle;
    }
  g_array_append_val (patch->added, place);

  return TRUE;
}

static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      descending)
{
  return compare_keys (a, b, GPOINTER_TO_INT (descending));
}

static TrasPatch *
patch_new (TrasDb     *db,
           TrasQuery  *query,
           GArray     *known,
           GArray     *changed,
           GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (query));
  g_autoptr (TrasPatch) patch = g_new0 (TrasPatch, 1);
  g_autofree char *column = NULL, *columns = NULL, *condition = NULL, *sql = NULL;
  g_autoptr (TrasStatement) statement = NULL, lookup = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (Key));
  gboolean text, descending;
  int state;

  g_array_set_clear_func (found, key_clear);
  patch->removed = g_array_new (FALSE, FALSE, sizeof (guint));
  patch->added = g_array_new (FALSE, FALSE, sizeof (TrasPlace));
  tras_query_get_order (query, &descending);
  column = dup_key_column (db, tras_query_get_order_field (query), &text, error);
  if (column == NULL)
    return NULL;
  columns = g_strconcat ("t.id, ", column, NULL);
  condition = tras_query_dup_among (changed);
  sql = g_strdup_printf ("SELECT %s FROM %s t WHERE t.id = $1", columns, table->name);
  lookup = tras_engine_prepare (tras_db_get_engine (db), sql, error);
  statement = tras_db_prepare_query (db, query, columns, FALSE, condition, error);
  if (lookup == NULL || statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      g_array_set_size (found, found->len + 1);
      read_key (&g_array_index (found, Key, found->len - 1), statement, text);
    }
  if (state < 0)
    return NULL;

  g_array_sort_with_data (found, compare_found, GINT_TO_POINTER (descending));
  find_removed (patch, known, changed);
  for (guint i = 0; i < found->len; i++)
    {
      if (!find_place (patch, known, &g_array_index (found, Key, i), lookup, text, descending,
                       error))
        return NULL;
    }

  return g_steal_pointer (&patch);
}

/**
 * tras_query_find_patch:
 * @self: a query
 * @db: a connection
 * @known: (element-type gint64): what it found
 * @known_edit: after which edit
 * @patch: (out) (transfer full) (nullable): how to make of that what it finds now; %NULL where that
 *   has to be read again
 * @error: where to put the error
 */
gboolean
tras_query_find_patch (TrasQuery  *self,
                       TrasDb     *db,
                       GArray     *known,
                       gint64      known_edit,
                       TrasPatch **patch,
                       GError    **error)
{
  const TrasTable *table = tras_record_type_get_table (tras_query_get_record_type (self));
  g_autoptr (TrasChanges) changes = tras_edit_log_changes_since (db, known_edit, error);
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GError) local = NULL;

  *patch = NULL;
  if (changes == NULL)
    return FALSE;
  if (is_concerned (self, changes))
    return TRUE;

  changed = read_changed (db, table->name, known_edit, &local);
  if (changed != NULL)
    *patch = patch_new (db, self, known, changed, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

void
tras_patch_free (TrasPatch *self)
{
  g_array_unref (self->removed);
  g_array_unref (self->added);
  g_free (self);
}

/**
 * tras_patch_get_id:
 * @self: a patch
 * @known: (element-type gint64): what it is for
 * @position: a position
 *
 * Returns: the id that will stand there, 0 behind the end
 */
gint64
tras_patch_get_id (const TrasPatch *self,
                   GArray          *known,
                   guint            position)
{
  guint n = 0;

  while (n < self->added->len &&
         g_array_index (self->added, TrasPlace, n).position + n < position)
    n++;
  if (n < self->added->len && g_array_index (self->added, TrasPlace, n).position + n == position)
    return g_array_index (self->added, TrasPlace, n).id;

  position = find_known (self, position - n);

  return position < known->len ? g_array_index (known, gint64, position) : 0;
}

/**
 * tras_patch_apply:
 * @self: a patch
 * @ids: (element-type gint64): what it is for; becomes what the query finds now
 */
void
tras_patch_apply (const TrasPatch *self,
                  GArray          *ids)
{
  for (guint i = self->removed->len; i-- > 0;)
    g_array_remove_index (ids, g_array_index (self->removed, guint, i));
  for (guint i = self->added->len; i-- > 0;)
    {
      const TrasPlace *place = &g_array_index (self->added, TrasPlace, i);

      g_array_insert_val (ids, place->position, place->id);
    }
}
