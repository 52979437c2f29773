/* tras-erasure-run.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name stands in more places than its row: in the key that it is sorted by, in every entry of the
 * log that wrote the row, in texts of other records, in the words of edits. All of them are written
 * anew in one transaction. The log is never changed otherwise: its guards are lifted for that and
 * put back before the commit. What the pages still hold of it goes with a VACUUM, which a note in
 * the file asks for until it is done.
 */

#include "config.h"

#include <string.h>

#include "tras-edit-log.h"
#include "tras-erasure-private.h"
#include "tras-error.h"
#include "tras-fold.h"
#include "tras-log-row.h"
#include "tras-schema.h"

/* How many entries of the log are read at once; progress is told as often. */
#define BATCH 1024

/* The note that pages have to be swept. */
#define SWEEP "sweep"

/* ---- the rows ---- */

/* "$n" of one more text that is bound; the key's values come behind them. */
static void
add_parameter (GString    *sql,
               GPtrArray  *texts,
               const char *text)
{
  g_ptr_array_add (texts, (gpointer) text);
  g_string_append_printf (sql, "$%u", texts->len);
}

static void
append_key (GString         *sql,
            const TrasShape *shape,
            guint            first)
{
  g_autofree char *keys = tras_erasure_join (shape->keys);

  g_string_append_printf (sql, " WHERE (%s) = (", keys);
  for (guint i = 0; i < shape->keys->len; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", first + i);
  g_string_append_c (sql, ')');
}

static gboolean
write_row (TrasDb           *db,
           const TrasShape  *shape,
           const GString    *sql,
           GPtrArray        *texts,
           const char       *key,
           GError          **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare (tras_db_get_engine (db), sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    tras_statement_bind_text (statement, (int) i + 1, texts->pdata[i]);
  tras_statement_bind_literals (statement, texts->len + 1, key, shape->keys->len);

  return tras_statement_run (statement, error);
}

static gboolean
clear_rows (TrasErasure             *self,
            TrasDb                  *db,
            const TrasErasureTable  *part,
            GError                 **error)
{
  const TrasShape *shape = tras_db_get_shape (db, part->table->name, error);
  const TrasField *folded = tras_erasure_get_folded (part->table);
  g_autofree char *folded_word = tras_fold_key (self->word);
  g_autofree char *today = tras_day_to_iso (tras_day_today ());
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GString) sql = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key;

  if (shape == NULL)
    return FALSE;

  g_string_append_printf (sql, "UPDATE %s SET ", part->table->name);
  for (guint i = 0; i < part->clear->len; i++)
    {
      const TrasField *field = part->clear->pdata[i];

      g_string_append_printf (sql, "%s%s = ", i > 0 ? ", " : "", field->name);
      if (field->flags & TRAS_FIELD_REQUIRED)
        add_parameter (sql, texts, self->word);
      else
        g_string_append (sql, "NULL");
      if (field == folded && shape->has_name_key)
        {
          g_string_append (sql, ", name_key = ");
          add_parameter (sql, texts, folded_word);
        }
    }
  if (part->reference == NULL && tras_table_find_field (part->table, "erased_on") != NULL)
    {
      g_string_append (sql, ", erased_on = ");
      add_parameter (sql, texts, today);
    }
  if (shape->has_version)
    g_string_append (sql, ", version = version + 1");
  append_key (sql, shape, texts->len + 1);
  g_string_append (sql, " AND (");
  for (guint i = 0; i < part->clear->len; i++)
    {
      const TrasField *field = part->clear->pdata[i];

      g_string_append_printf (sql, "%s%s IS NOT NULL", i > 0 ? " OR " : "", field->name);
    }
  g_string_append_c (sql, ')');

  g_hash_table_iter_init (&iter, part->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!write_row (db, shape, sql, texts, key, error))
        return FALSE;
    }

  return TRUE;
}

/* A text of another record, and the key that it is folded to. */
static gboolean
replace_mention (TrasErasure        *self,
                 TrasDb             *db,
                 const TrasMention  *mention,
                 GError            **error)
{
  const TrasShape *shape = tras_db_get_shape (db, mention->table, error);
  const TrasErasureTable *table = tras_erasure_get_table (self, mention->table);
  const TrasField *folded = table != NULL ? tras_erasure_get_folded (table->table) : NULL;
  gboolean folds = shape != NULL && shape->has_name_key && folded != NULL &&
                   g_str_equal (folded->name, mention->column);
  g_autofree char *text = tras_erasure_dup_replaced (self, mention->text);
  g_autofree char *folded_text = tras_fold_key (text);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GString) sql = g_string_new (NULL);

  if (shape == NULL)
    return FALSE;

  g_string_append_printf (sql, "UPDATE %s SET %s = ", mention->table, mention->column);
  add_parameter (sql, texts, text);
  if (folds)
    {
      g_string_append (sql, ", name_key = ");
      add_parameter (sql, texts, folded_text);
    }
  if (shape->has_version)
    g_string_append (sql, ", version = version + 1");
  append_key (sql, shape, texts->len + 1);

  return write_row (db, shape, sql, texts, mention->key, error);
}

static gboolean
write_rows (TrasErasure  *self,
            TrasDb       *db,
            GError      **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrasErasureTable *part = value;

      if (part->clear->len > 0 && g_hash_table_size (part->keys) > 0 &&
          !clear_rows (self, db, part, error))
        return FALSE;
    }
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const TrasMention *mention = self->mentions->pdata[i];

      if (!mention->kept && !replace_mention (self, db, mention, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- the log ---- */

/* A row of the log without what is erased; %NULL where there was nothing.
 * Texts of others that are kept are kept there too. */
static char *
rewrite_row (TrasErasure            *self,
             const TrasErasureTable *table,
             const TrasShape        *shape,
             const char             *name,
             const char             *key,
             const char             *row,
             gboolean                own)
{
  const TrasField *folded = table != NULL ? tras_erasure_get_folded (table->table) : NULL;
  int key_place = tras_erasure_find_column (shape, "name_key");
  g_autoptr (GPtrArray) values = NULL;
  gboolean changed = FALSE;

  if (row == NULL)
    return NULL;

  values = tras_log_row_split (row);
  for (guint i = 0; i < values->len && i < shape->columns->len; i++)
    {
      const char *column = shape->columns->pdata[i];
      gboolean folds = folded != NULL && g_str_equal (column, folded->name) &&
                       key_place >= 0 && (guint) key_place < values->len;
      g_autofree char *text = tras_log_row_dup_text (values->pdata[i]);
      g_autofree char *replaced = NULL;
      char *literal = NULL;

      if (text == NULL || (int) i == key_place)
        continue;
      if (own && tras_erasure_clears (table, column))
        literal = g_strdup (TRAS_LOG_ERASED);
      else if ((own || !tras_erasure_is_somebody_else (table, column)) &&
               !tras_erasure_keeps (self, self->mentions, name, key, column) &&
               (replaced = tras_erasure_dup_replaced (self, text)) != NULL)
        literal = tras_log_row_quote (replaced);
      if (literal == NULL)
        continue;

      if (folds)
        {
          g_autofree char *folded_text = replaced != NULL ? tras_fold_key (replaced) : NULL;

          g_free (values->pdata[key_place]);
          values->pdata[key_place] = folded_text != NULL ? tras_log_row_quote (folded_text)
                                                         : g_strdup (TRAS_LOG_ERASED);
        }
      g_free (values->pdata[i]);
      values->pdata[i] = literal;
      changed = TRUE;
    }

  return changed ? tras_log_row_join (values) : NULL;
}

typedef struct
{
  gint64 id;
  char *old_row;
  char *new_row;
} Rewritten;

static void
rewritten_clear (gpointer data)
{
  Rewritten *self = data;

  g_free (self->old_row);
  g_free (self->new_row);
}

/* The quotes of a text stand twice in the log: O''Brien. */
static gboolean
may_name_them (TrasErasure *self,
               const char  *row)
{
  return row != NULL && (strstr (row, "''") != NULL || tras_erasure_names_them (self, row));
}

static gboolean
read_changes (TrasErasure  *self,
              TrasDb       *db,
              gint64        own_edit,
              gint64        from,
              GArray       *rewritten,
              gint64       *last,
              GError      **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  *last = 0;
  statement = tras_engine_prepare (tras_db_get_engine (db),
                                   "SELECT id, edit_id, tbl, row_key, old, new FROM edit_change "
                                   "WHERE id > $1 ORDER BY id LIMIT $2", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, from);
  tras_statement_bind_int (statement, 2, BATCH);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const char *name = tras_statement_column_text (statement, 2);
      const char *key = tras_statement_column_text (statement, 3);
      const char *old_row = tras_statement_column_text (statement, 4);
      const char *new_row = tras_statement_column_text (statement, 5);
      gboolean done = tras_statement_column_int (statement, 1) == own_edit;
      const TrasErasureTable *table = tras_erasure_get_table (self, name);
      gboolean own = table != NULL && table->clear->len > 0 &&
                     g_hash_table_contains (table->keys, key);
      const TrasShape *shape;
      Rewritten change = { .id = tras_statement_column_int (statement, 0) };

      *last = change.id;
      if (!own && !may_name_them (self, old_row) && !may_name_them (self, new_row))
        continue;
      shape = tras_db_get_shape (db, name, error);
      if (shape == NULL)
        return FALSE;
      change.old_row = rewrite_row (self, table, shape, name, key, old_row, own);
      /* What this edit wrote is what stands there now. */
      change.new_row = done ? NULL : rewrite_row (self, table, shape, name, key, new_row, own);
      if (change.old_row != NULL || change.new_row != NULL)
        g_array_append_val (rewritten, change);
    }

  return state == 0;
}

static gint64
count_changes (TrasDb *db)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 last = 0;

  statement = tras_engine_prepare (tras_db_get_engine (db), "SELECT max (id) FROM edit_change",
                                   NULL);
  if (statement != NULL && tras_statement_step (statement, NULL) == 1)
    last = tras_statement_column_int (statement, 0);
  if (statement != NULL)
    tras_statement_reset (statement);

  return last;
}

static gboolean
rewrite_changes (TrasErasure   *self,
                 TrasDb        *db,
                 gint64         own_edit,
                 TrasProgress   progress,
                 gpointer       progress_data,
                 GError       **error)
{
  g_autoptr (TrasStatement) write = NULL;
  gint64 from = 0, last, total = count_changes (db);
  write = tras_engine_prepare_once (tras_db_get_engine (db),
                                    "UPDATE edit_change SET old = coalesce ($1, old), "
                                    "new = coalesce ($2, new) WHERE id = $3", error);
  if (write == NULL)
    return FALSE;

  do
    {
      g_autoptr (GArray) rewritten = g_array_new (FALSE, FALSE, sizeof (Rewritten));

      g_array_set_clear_func (rewritten, rewritten_clear);
      if (!read_changes (self, db, own_edit, from, rewritten, &last, error))
        return FALSE;
      for (guint i = 0; i < rewritten->len; i++)
        {
          const Rewritten *change = &g_array_index (rewritten, Rewritten, i);

          tras_statement_bind_text (write, 1, change->old_row);
          tras_statement_bind_text (write, 2, change->new_row);
          tras_statement_bind_int (write, 3, change->id);
          if (!tras_statement_run (write, error))
            return FALSE;
        }
      if (progress != NULL && last > 0)
        progress ((guint64) last, (guint64) total, progress_data);
      from = last;
    }
  while (last > 0);

  return TRUE;
}

/* What edits are called, and who made them. */
static gboolean
rewrite_edits (TrasErasure  *self,
               TrasDb       *db,
               GError      **error)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (TrasStatement) write = NULL;

  if (self->shared)
    return TRUE;

  edits = tras_edit_log_list (db, G_MAXINT, error);
  write = tras_engine_prepare_once (tras_db_get_engine (db),
                                    "UPDATE edit SET label = coalesce ($1, label), "
                                    "who = coalesce ($2, who) WHERE id = $3", error);
  if (edits == NULL || write == NULL)
    return FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      TrasEditRecord *edit = edits->pdata[i];
      g_autofree char *label = tras_erasure_dup_replaced (self, edit->label);
      g_autofree char *who = tras_erasure_dup_replaced (self, edit->who);

      if (label == NULL && who == NULL)
        continue;
      tras_statement_bind_text (write, 1, label);
      tras_statement_bind_text (write, 2, who);
      tras_statement_bind_int (write, 3, edit->parent_instance.id);
      if (!tras_statement_run (write, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- all of it ---- */

static void
add_guarded (GPtrArray  *guarded,
             const char *table)
{
  if (!g_ptr_array_find_with_equal_func (guarded, table, g_str_equal, NULL))
    g_ptr_array_add (guarded, (gpointer) table);
}

/* The tables that are written, and may be guarded against it. */
static GPtrArray *
list_guarded (TrasErasure *self)
{
  GPtrArray *guarded = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  add_guarded (guarded, "edit");
  add_guarded (guarded, "edit_change");
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrasErasureTable *part = value;

      if (part->clear->len > 0 && g_hash_table_size (part->keys) > 0)
        add_guarded (guarded, part->table->name);
    }
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const TrasMention *mention = self->mentions->pdata[i];

      if (!mention->kept)
        add_guarded (guarded, mention->table);
    }

  return guarded;
}

static gboolean
erase (TrasErasure   *self,
       TrasDb        *db,
       TrasProgress   progress,
       gpointer       progress_data,
       GError       **error)
{
  TrasEngine *engine = tras_db_get_engine (db);
  gint64 edit = tras_db_get_edit (db);
  g_autoptr (GPtrArray) guarded = NULL;
  g_autoptr (GPtrArray) guards = NULL;

  /* Since it was found, somebody may have written more. */
  if (!tras_erasure_find (self, db, error))
    return FALSE;
  guarded = list_guarded (self);
  guards = tras_schema_lift_guards (engine, guarded, error);

  return guards != NULL && write_rows (self, db, error) &&
         rewrite_changes (self, db, edit, progress, progress_data, error) &&
         rewrite_edits (self, db, error) &&
         tras_engine_exec (engine, "INSERT INTO meta (key, value) VALUES ('" SWEEP "', '1') "
                           "ON CONFLICT DO NOTHING", error) &&
         tras_schema_restore_guards (engine, guards, error) && tras_schema_verify (engine, error);
}

/**
 * tras_erasure_run:
 * @self: an erasure that knows its tables, parts and fields; what it found is found anew
 * @db: a connection outside of an edit
 * @label: what the edit is called, without the name
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: data for @progress
 * @edit: (out) (optional): the edit
 * @error: where to put the error
 *
 * Erases, as one edit that is never undone. In their rows texts are emptied or the word, and
 * erased_on becomes today; in other texts that are not kept the word stands for the name. In the
 * log, values of their rows become a mark that refuses to be taken back, names in other texts the
 * word: what else an edit wrote can be undone as before. All of it is stored or nothing; then
 * tras_erasure_sweep() has to be called. Where that is refused, as by another desk that reads, the
 * next one who opens the file does it.
 */
gboolean
tras_erasure_run (TrasErasure   *self,
                  TrasDb        *db,
                  const char    *label,
                  TrasProgress   progress,
                  gpointer       progress_data,
                  gint64        *edit,
                  GError       **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (!tras_db_begin_kind (db, label, "start", 0, error))
    return FALSE;
  /* Of whoever was deleted only the log has something to erase. */
  tras_db_keep_edit (db);
  if (!erase (self, db, progress, progress_data, error))
    {
      tras_db_rollback (db);
      return FALSE;
    }

  return tras_db_commit (db, edit, error);
}

/**
 * tras_erasure_sweep:
 * @db: a connection outside of an edit
 * @error: where to put the error
 *
 * Where something was erased since the last sweep, writes all pages anew. secure_delete empties
 * what is freed; what moves when a page is divided or filled again leaves copies behind that it
 * does not know of.
 */
gboolean
tras_erasure_sweep (TrasDb  *db,
                    GError **error)
{
  TrasEngine *engine = tras_db_get_engine (db);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  statement = tras_engine_prepare_once (engine, "SELECT 1 FROM meta WHERE key = '" SWEEP "'",
                                        error);
  if (statement == NULL || (state = tras_statement_step (statement, error)) < 0)
    return FALSE;
  tras_statement_reset (statement);
  if (state == 0)
    return TRUE;

  if (tras_db_has_moved (db))
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_MOVED, "The file was moved or replaced");
      return FALSE;
    }

  return tras_engine_exec (engine, "VACUUM", error) &&
         tras_engine_exec (engine, "DELETE FROM meta WHERE key = '" SWEEP "'", error);
}
