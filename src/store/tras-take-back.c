/* tras-take-back.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An import may have written a million rows. The log is read a thousand changes at a time, and what
 * takes a change back is prepared once for all that are alike: the log's literals are bound as
 * values, and never run as SQL.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-log-row.h"
#include "tras-take-back.h"

/* How many changes are read at once; progress is told as often. */
#define BATCH 1024

typedef struct
{
  gint64 id;
  char *table;
  char op;
  char *key;
  char *old_row;
  char *new_row;
} Change;

/* What takes back the changes of a table that are of the same kind and width.
 * check: gives the row as it is; NULL where no row is there any more */
typedef struct
{
  char *table;
  char op;
  guint n_old, n_new;
  const TrasShape *shape;
  TrasStatement *check;
  TrasStatement *write;
} Inverse;

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_free (change->table);
  g_free (change->key);
  g_free (change->old_row);
  g_free (change->new_row);
}

static void
inverse_free (gpointer data)
{
  Inverse *self = data;

  g_free (self->table);
  g_clear_object (&self->check);
  g_clear_object (&self->write);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inverse, inverse_free)

static gboolean
conflict (const char  *table,
          GError     **error)
{
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT,
               "A later edit changed the same row of %s", table);
  return FALSE;
}

static gboolean
erased (const char  *table,
        GError     **error)
{
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT,
               "What this edit wrote into %s was erased as personal data", table);
  return FALSE;
}

static gboolean
unknown (GError **error)
{
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED, "The edit log has an unknown entry");
  return FALSE;
}

/* ---- what takes a change back ---- */

/* The first @n columns. Migrations add columns at the end: those that came after a row was logged
 * are none of its business. */
static char *
join (GPtrArray *columns,
      guint      n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (columns->len, n); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) columns->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* $first, … */
static char *
number (guint first,
        guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s$%u", i > 0 ? ", " : "", first + i);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_write_sql (const Inverse *self)
{
  g_autofree char *keys = join (self->shape->keys, self->shape->keys->len);
  g_autofree char *columns = join (self->shape->columns, self->n_old);
  g_autofree char *values = number (1, self->n_old);
  g_autofree char *key_values = number (self->n_old + 1, self->shape->keys->len);

  switch (self->op)
    {
    case 'I':
      return self->shape->reverse
               ? tras_db_dup_reverse_sql (self->table, 1)
               : g_strdup_printf ("DELETE FROM %s WHERE (%s) = (%s)", self->table, keys,
                                  key_values);
    case 'U':
      return g_strdup_printf ("UPDATE %s SET (%s) = (%s) WHERE (%s) = (%s)", self->table, columns,
                              values, keys, key_values);
    case 'D':
      return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", self->table, columns, values);
    default:
      g_return_val_if_reached (NULL);
    }
}

static Inverse *
inverse_new (TrasDb        *db,
             const Change  *change,
             GError       **error)
{
  TrasEngine *engine = tras_db_get_engine (db);
  const TrasShape *shape = tras_db_get_shape (db, change->table, error);
  g_autoptr (Inverse) self = g_new0 (Inverse, 1);
  g_autofree char *sql = NULL;

  if (shape == NULL)
    return NULL;

  self->table = g_strdup (change->table);
  self->op = change->op;
  self->n_old = tras_log_row_count (change->old_row);
  self->n_new = tras_log_row_count (change->new_row);
  self->shape = shape;
  if ((self->n_old > 0) != (self->op == 'U' || self->op == 'D') ||
      (self->n_new > 0) != (self->op == 'U' || self->op == 'I') ||
      MAX (self->n_old, self->n_new) > shape->columns->len ||
      tras_log_row_count (change->key) != shape->keys->len)
    {
      unknown (error);
      return NULL;
    }

  if (self->n_new > 0 && !(self->op == 'I' && shape->reverse))
    {
      g_autofree char *columns = join (shape->columns, self->n_new);
      g_autofree char *keys = join (shape->keys, shape->keys->len);
      g_autofree char *values = number (1, shape->keys->len);
      g_autofree char *check = g_strdup_printf ("SELECT tras_literals (%s) FROM %s"
                                                " WHERE (%s) = (%s)",
                                                columns, self->table, keys, values);

      self->check = tras_engine_prepare_once (engine, check, error);
      if (self->check == NULL)
        return NULL;
    }
  sql = dup_write_sql (self);
  self->write = tras_engine_prepare_once (engine, sql, error);

  return self->write != NULL ? g_steal_pointer (&self) : NULL;
}

/* An edit has few kinds of changes, and many of the same behind each other. */
static Inverse *
find_inverse (TrasDb        *db,
              GPtrArray     *inverses,
              const Change  *change,
              GError       **error)
{
  guint n_old = tras_log_row_count (change->old_row), n_new = tras_log_row_count (change->new_row);
  Inverse *inverse;

  for (guint i = 0; i < inverses->len; i++)
    {
      inverse = inverses->pdata[i];
      if (inverse->op == change->op && inverse->n_old == n_old && inverse->n_new == n_new &&
          g_str_equal (inverse->table, change->table))
        return inverse;
    }

  inverse = inverse_new (db, change, error);
  if (inverse != NULL)
    g_ptr_array_add (inverses, inverse);

  return inverse;
}

/* ---- a change ---- */

/* Whether the row still is as this edit left it. */
static gboolean
check_unchanged (const Inverse  *self,
                 const Change   *change,
                 GError        **error)
{
  gboolean same = FALSE;
  int state;

  if (!tras_statement_bind_literals (self->check, 1, change->key, self->shape->keys->len))
    return unknown (error);
  state = tras_statement_step (self->check, error);
  if (state < 0)
    return FALSE;
  if (state > 0)
    {
      same = g_strcmp0 (tras_statement_column_text (self->check, 0), change->new_row) == 0;
      tras_statement_reset (self->check);
    }

  return same || conflict (self->table, error);
}

/* Whether a new item has movements, all of which are taken back: it cannot go, since a ledger keeps
 * what was in it, and can be retired. An item with others is in use, and stays for that. */
static int
has_spent_movements (TrasDb        *db,
                     const Change  *change,
                     GError       **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  if (change->op != 'I' || !g_str_equal (change->table, "item"))
    return 0;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT count (*) - count (m.reverses_id) - count (r.id) "
                                   "FROM movement m LEFT JOIN movement r "
                                   "ON r.reverses_id = m.id AND m.reverses_id IS NULL "
                                   "WHERE m.item_id = $1 HAVING count (*) > 0", error);
  if (statement == NULL)
    return -1;
  tras_statement_bind_int (statement, 1, g_ascii_strtoll (change->key, NULL, 10));
  state = tras_statement_step (statement, error);
  if (state > 0)
    {
      state = tras_statement_column_int (statement, 0) == 0;
      tras_statement_reset (statement);
    }

  return state;
}

static gboolean
retire (TrasDb        *db,
        const Change  *change,
        GError       **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "UPDATE item SET active = 0, version = version + 1 "
                                   "WHERE id = $1", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, g_ascii_strtoll (change->key, NULL, 10));

  return tras_statement_run (statement, error);
}

static gboolean
take_back (TrasDb        *db,
           GPtrArray     *inverses,
           const Change  *change,
           GError       **error)
{
  const Inverse *inverse;
  int spent;

  if (tras_log_row_is_erased (change->old_row) || tras_log_row_is_erased (change->new_row))
    return erased (change->table, error);
  inverse = find_inverse (db, inverses, change, error);
  if (inverse == NULL || (inverse->check != NULL && !check_unchanged (inverse, change, error)))
    return FALSE;
  spent = has_spent_movements (db, change, error);
  if (spent != 0)
    return spent > 0 && retire (db, change, error);

  if ((inverse->op != 'I' &&
       !tras_statement_bind_literals (inverse->write, 1, change->old_row, inverse->n_old)) ||
      (inverse->op != 'D' &&
       !tras_statement_bind_literals (inverse->write, inverse->n_old + 1, change->key,
                                      inverse->shape->keys->len)))
    return unknown (error);

  return tras_statement_run (inverse->write, error);
}

/* ---- all of them ---- */

static gint64
count_changes (TrasDb *db,
               gint64  edit)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 count = 0;

  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT count (*) FROM edit_change WHERE edit_id = $1", NULL);
  if (statement == NULL)
    return 0;
  tras_statement_bind_int (statement, 1, edit);
  if (tras_statement_step (statement, NULL) == 1)
    count = tras_statement_column_int (statement, 0);
  tras_statement_reset (statement);

  return count;
}

/* The newest changes of @edit that are older than @before, newest first. */
static GArray *
read_batch (TrasDb  *db,
            gint64   edit,
            gint64   before,
            GError **error)
{
  g_autoptr (GArray) changes = g_array_sized_new (FALSE, FALSE, sizeof (Change), BATCH);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_array_set_clear_func (changes, change_clear);
  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT id, tbl, op, row_key, old, new FROM edit_change "
                                   "WHERE edit_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
                                   error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, edit);
  tras_statement_bind_int (statement, 2, before);
  tras_statement_bind_int (statement, 3, BATCH);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      Change change = {
        .id = tras_statement_column_int (statement, 0),
        .table = g_strdup (tras_statement_column_text (statement, 1)),
        .op = *tras_statement_column_text (statement, 2),
        .key = g_strdup (tras_statement_column_text (statement, 3)),
        .old_row = g_strdup (tras_statement_column_text (statement, 4)),
        .new_row = g_strdup (tras_statement_column_text (statement, 5)),
      };

      g_array_append_val (changes, change);
    }

  return state == 0 ? g_steal_pointer (&changes) : NULL;
}

/**
 * tras_take_back_changes:
 * @db: a connection in the edit that takes back
 * @edit: the edit that is taken back
 * @progress: (nullable) (scope call): told how many changes are done, and of how many
 * @progress_data: data for @progress
 * @error: %TRAS_ERROR_CONFLICT where a row is no longer as @edit left it
 *
 * Applies the inverse of each of the edit's changes, newest first. After an error some are.
 */
gboolean
tras_take_back_changes (TrasDb        *db,
                        gint64         edit,
                        TrasProgress   progress,
                        gpointer       progress_data,
                        GError       **error)
{
  g_autoptr (GPtrArray) inverses = g_ptr_array_new_with_free_func (inverse_free);
  guint64 total = (guint64) count_changes (db, edit), done = 0;
  gint64 before = G_MAXINT64;
  guint n;

  do
    {
      g_autoptr (GArray) changes = read_batch (db, edit, before, error);

      if (changes == NULL)
        return FALSE;
      n = changes->len;
      if (n > 0 && progress != NULL)
        progress (done, total, progress_data);
      for (guint i = 0; i < n; i++)
        {
          if (!take_back (db, inverses, &g_array_index (changes, Change, i), error))
            return FALSE;
        }
      if (n > 0)
        before = g_array_index (changes, Change, n - 1).id;
      done += n;
    }
  while (n == BATCH);

  return TRUE;
}
