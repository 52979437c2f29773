/* tras-db.c: opening a file, and edits as transactions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tras-backup.h"
#include "tras-db-private.h"
#include "tras-erasure.h"
#include "tras-error.h"
#include "tras-schema.h"
#include "tras-sqlite.h"

struct _TrasDb
{
  GObject parent_instance;

  char *path;
  char *author;
  TrasEngine *engine;
  GHashTable *shapes;
  GHashTable *columns;
  gint64 edit;
  gboolean kept;
  char *uuid;
  gboolean read_only;
  gboolean verified;
  gboolean newer;
};

G_DEFINE_TYPE (TrasDb, tras_db, G_TYPE_OBJECT)

static void
shape_free (gpointer data)
{
  TrasShape *shape = data;

  g_clear_object (&shape->insert);
  g_ptr_array_unref (shape->columns);
  g_ptr_array_unref (shape->keys);
  g_ptr_array_unref (shape->indexed);
  g_free (shape);
}

static void
tras_db_finalize (GObject *object)
{
  TrasDb *self = TRAS_DB (object);

  tras_db_rollback (self);
  g_clear_pointer (&self->shapes, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_clear_object (&self->engine);
  g_free (self->path);
  g_free (self->author);
  g_free (self->uuid);

  G_OBJECT_CLASS (tras_db_parent_class)->finalize (object);
}

static void
tras_db_class_init (TrasDbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_db_finalize;
}

static void
tras_db_init (TrasDb *self)
{
  self->author = g_strdup (g_get_user_name ());
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shape_free);
}

static TrasDb *
tras_db_new (const char *path,
             TrasEngine *engine)
{
  TrasDb *self = g_object_new (TRAS_TYPE_DB, NULL);

  self->path = g_strdup (path);
  self->engine = g_object_ref (engine);
  self->verified = TRUE;

  return self;
}

/**
 * tras_db_create:
 * @path: where the file shall be; nothing may be there yet
 * @error: where to put the error
 *
 * Makes a file with all tables and no rows.
 *
 * Returns: (transfer full): a connection, or %NULL
 */
TrasDb *
tras_db_create (const char  *path,
                GError     **error)
{
  g_autoptr (TrasEngine) engine = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  engine = tras_sqlite_create (path, error);
  if (engine == NULL)
    return NULL;
  if (!tras_schema_migrate (engine, 0, error))
    {
      g_clear_object (&engine);
      g_unlink (path);
      return NULL;
    }

  return tras_db_new (path, engine);
}

/* Brings an older file up to date, with a verified backup of how it was. */
static gboolean
upgrade (TrasDb  *self,
         int      version,
         GError **error)
{
  return tras_backup_make (self, TRAS_BACKUP_MIGRATION, error) &&
         tras_schema_migrate (self->engine, version, error);
}

/* A file that a newer version has made is never written. It can be read where everything that this
 * version reads is in it. */
static gboolean
check_newer (TrasDb       *self,
             TrasDbFlags   flags,
             int           version,
             GError      **error)
{
  if (!tras_schema_can_read (self->engine, error))
    return FALSE;
  if (flags & TRAS_DB_NEWER)
    return TRUE;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_NEWER,
               "%s was made by a newer version (%d, this one knows %d)", self->path, version,
               tras_schema_get_newest ());
  return FALSE;
}

/* A sweep that was put off may wait for longer: nobody is kept from reading by it. */
static gboolean
set_verified (TrasDb  *self,
              GError **error)
{
  g_autoptr (GError) local = NULL;

  self->verified = tras_sqlite_leave_wal (TRAS_SQLITE (self->engine), error);
  if (self->verified && !self->read_only && !tras_erasure_sweep (self, &local))
    g_message ("The pages are swept later: %s", local->message);

  return self->verified;
}

/**
 * tras_db_open:
 * @path: a file
 * @flags: how to open it
 * @error: where to put the error
 *
 * Opens a firm's file after having verified it: its header, its pages, its tables. Nothing is
 * written to a file that fails, nor to one whose pages are verified later before they are.
 * %TRAS_ERROR_FOREIGN for a file of another program, %TRAS_ERROR_NEWER for one of a newer version
 * that %TRAS_DB_NEWER would open for reading, %TRAS_ERROR_TOO_NEW for one that cannot be read
 * either, %TRAS_ERROR_DAMAGED for one that is not what it was. A file that may not be written is
 * opened for reading. One of an older version is brought up to date after a backup;
 * %TRAS_ERROR_OLDER where it may not be written.
 *
 * Returns: (transfer full): a connection, or %NULL
 */
TrasDb *
tras_db_open (const char   *path,
              TrasDbFlags   flags,
              GError      **error)
{
  g_autoptr (TrasEngine) engine = NULL;
  g_autoptr (TrasDb) self = NULL;
  guint32 application_id;
  gboolean later;
  int version;

  g_return_val_if_fail (path != NULL, NULL);

  if (!tras_sqlite_read_header (path, &application_id, &version, error))
    return NULL;
  if (application_id != TRAS_SQLITE_APPLICATION_ID || version < 1)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_FOREIGN, "%s is not a company file", path);
      return NULL;
    }

  /* Also who only reads an older file reads it as it is now. */
  if (version < tras_schema_get_newest () && (flags & TRAS_DB_READ_ONLY))
    {
      self = tras_db_open (path, TRAS_DB_DEFAULT, error);
      if (self == NULL)
        return NULL;
      g_clear_object (&self);
      return tras_db_open (path, flags, error);
    }

  engine = tras_sqlite_open (path,
                             (flags & TRAS_DB_READ_ONLY) != 0 ||
                               version > tras_schema_get_newest (),
                             error);
  later = (flags & TRAS_DB_VERIFY_LATER) && version == tras_schema_get_newest ();
  if (engine == NULL || (!later && !tras_sqlite_quick_check (TRAS_SQLITE (engine), error)))
    return NULL;

  self = tras_db_new (path, engine);
  self->read_only = tras_sqlite_is_read_only (TRAS_SQLITE (engine));
  self->newer = version > tras_schema_get_newest ();
  if (self->newer)
    return check_newer (self, flags, version, error) ? g_steal_pointer (&self) : NULL;

  if (version < tras_schema_get_newest ())
    {
      if (self->read_only)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_OLDER,
                       "%s is of an older version and cannot be brought up to date", path);
          return NULL;
        }
      if (!upgrade (self, version, error))
        return NULL;
    }
  self->verified = FALSE;
  if (!tras_schema_verify (engine, error) || (!later && !set_verified (self, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tras_db_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): where the file stood when it was opened
 */
const char *
tras_db_get_path (TrasDb *self)
{
  return self->path;
}

gboolean
tras_db_is_read_only (TrasDb *self)
{
  return self->read_only;
}

/**
 * tras_db_is_newer:
 * @self: a connection
 *
 * Returns: whether a newer version has made the file, which is then read only
 */
gboolean
tras_db_is_newer (TrasDb *self)
{
  return self->newer;
}

TrasEngine *
tras_db_get_engine (TrasDb *self)
{
  return self->engine;
}

/**
 * tras_db_set_author:
 * @self: a connection
 * @author: (nullable): who makes the edits from now on; %NULL for the log-in name
 */
void
tras_db_set_author (TrasDb     *self,
                    const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author != NULL && *author != '\0' ? author : g_get_user_name ());
}

/**
 * tras_db_get_author:
 * @self: a connection
 *
 * Returns: (transfer none): who makes the edits, as the log names them
 */
const char *
tras_db_get_author (TrasDb *self)
{
  g_return_val_if_fail (TRAS_IS_DB (self), NULL);

  return self->author;
}

/**
 * tras_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what ends statements from now on, with %G_IO_ERROR_CANCELLED; has to
 *   outlive them
 */
void
tras_db_set_cancellable (TrasDb       *self,
                         GCancellable *cancellable)
{
  tras_engine_set_cancellable (self->engine, cancellable);
}

/**
 * tras_db_get_shape:
 * @self: a connection
 * @table: a table
 * @error: where to put the error
 *
 * Returns: (transfer none): what the file says about @table, or %NULL
 */
TrasShape *
tras_db_get_shape (TrasDb      *self,
                   const char  *table,
                   GError     **error)
{
  TrasShape *shape = g_hash_table_lookup (self->shapes, table);
  g_autofree char *reverse = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) indexed = NULL;
  GPtrArray *keys = NULL;

  if (shape != NULL)
    return shape;

  indexed = tras_engine_list_indexed (self->engine, table, error);
  if (indexed == NULL)
    return NULL;
  columns = tras_engine_list_columns (self->engine, table, &keys, error);
  if (columns == NULL)
    return NULL;

  reverse = g_strconcat (table, "_reverse", NULL);
  shape = g_new0 (TrasShape, 1);
  shape->columns = g_steal_pointer (&columns);
  shape->indexed = g_steal_pointer (&indexed);
  shape->keys = keys->len > 0 ? keys : g_ptr_array_ref (shape->columns);
  if (keys->len == 0)
    g_ptr_array_unref (keys);
  shape->has_id = shape->keys->len == 1 && g_str_equal (shape->keys->pdata[0], "id");
  shape->has_version = g_ptr_array_find_with_equal_func (shape->columns, "version", g_str_equal,
                                                         NULL);
  shape->has_name_key = g_ptr_array_find_with_equal_func (shape->columns, "name_key", g_str_equal,
                                                          NULL);
  shape->reverse = tras_schema_has_view (self->engine, reverse);
  g_hash_table_insert (self->shapes, g_strdup (table), shape);

  return shape;
}

/**
 * tras_db_get_columns:
 * @self: a connection
 * @column_free: frees a column
 *
 * Returns: (transfer none) (element-type utf8 TrasLongColumn): what is kept in memory of columns
 */
GHashTable *
tras_db_get_columns (TrasDb         *self,
                     GDestroyNotify  column_free)
{
  if (self->columns == NULL)
    self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, column_free);

  return self->columns;
}

/**
 * tras_db_verify_file:
 * @path: a file
 * @cancellable: (nullable): a cancellable
 * @error: where to put the error
 *
 * Looks at all pages of a file, beside whoever has it open: for a large one that takes seconds.
 *
 * Returns: whether they are what they should be; %TRAS_ERROR_DAMAGED with the first trouble
 */
gboolean
tras_db_verify_file (const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (TrasEngine) engine = tras_sqlite_open (path, TRUE, error);

  if (engine == NULL)
    return FALSE;

  tras_engine_set_cancellable (engine, cancellable);

  return tras_sqlite_quick_check (TRAS_SQLITE (engine), error);
}

/**
 * tras_db_take_verified:
 * @self: a connection
 * @error: where to put the error
 *
 * Takes tras_db_verify_file()'s word for what stands at the path of the connection.
 */
gboolean
tras_db_take_verified (TrasDb  *self,
                       GError **error)
{
  g_return_val_if_fail (TRAS_IS_DB (self), FALSE);

  return self->verified || tras_db_has_moved (self) || set_verified (self, error);
}

static gboolean
verify (TrasDb  *self,
        GError **error)
{
  return self->verified || (tras_sqlite_quick_check (TRAS_SQLITE (self->engine), error) &&
                            set_verified (self, error));
}

/* Returns FALSE with READ_ONLY set where nothing may be written. */
static gboolean
check_writable (TrasDb  *self,
                GError **error)
{
  if (!self->read_only)
    return TRUE;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_READ_ONLY, "%s can be read, not written",
               self->path);
  return FALSE;
}

/**
 * tras_db_begin_kind:
 * @self: a connection
 * @label: what the user did, in their language
 * @kind: start, do, undo or redo
 * @undoes: the edit that this one takes back, or 0
 * @error: where to put the error
 */
gboolean
tras_db_begin_kind (TrasDb      *self,
                    const char  *label,
                    const char  *kind,
                    gint64       undoes,
                    GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  g_return_val_if_fail (TRAS_IS_DB (self), FALSE);
  g_return_val_if_fail (self->edit == 0, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (!check_writable (self, error) || !verify (self, error) ||
      !tras_backup_make_daily (self, error) || !tras_engine_begin (self->engine, error))
    return FALSE;

  statement = tras_engine_prepare (self->engine,
                                   "INSERT INTO edit (uuid, at, who, label, kind, undoes) "
                                   "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                                   error);
  if (statement != NULL)
    {
      g_free (self->uuid);
      self->uuid = g_uuid_string_random ();
      self->kept = FALSE;
      tras_statement_bind_text (statement, 1, self->uuid);
      tras_statement_bind_int (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
      tras_statement_bind_text (statement, 3, self->author);
      tras_statement_bind_text (statement, 4, label);
      tras_statement_bind_text (statement, 5, kind);
      if (undoes != 0)
        tras_statement_bind_int (statement, 6, undoes);
      else
        tras_statement_bind_null (statement, 6);
      if (tras_statement_step (statement, error) == 1)
        {
          self->edit = tras_statement_column_int (statement, 0);
          tras_statement_reset (statement);
          tras_engine_set_edit (self->engine, self->edit);
          return TRUE;
        }
    }

  tras_engine_rollback (self->engine);
  return FALSE;
}

/**
 * tras_db_begin:
 * @self: a connection
 * @label: what the user does, in their language, as the history and the undo button show it
 * @error: where to put the error
 *
 * Begins an edit. The first one of a day backs the file up before.
 */
gboolean
tras_db_begin (TrasDb      *self,
               const char  *label,
               GError     **error)
{
  return tras_db_begin_kind (self, label, "do", 0, error);
}

/**
 * tras_db_begin_file:
 * @self: a connection to a file that was just created
 * @label: what fills it, in the user's language
 * @error: where to put the error
 *
 * Begins the edit that a file starts with. It stands in the history and is never undone: without it
 * the file would be no firm's.
 */
gboolean
tras_db_begin_file (TrasDb      *self,
                    const char  *label,
                    GError     **error)
{
  return tras_db_begin_kind (self, label, "start", 0, error);
}

/**
 * tras_db_begin_lasting:
 * @self: a connection
 * @label: what the user did, in their language
 * @error: where to put the error
 *
 * Begins an edit that lasts: it stands in the history, and undo passes over it.
 */
gboolean
tras_db_begin_lasting (TrasDb      *self,
                       const char  *label,
                       GError     **error)
{
  return tras_db_begin_kind (self, label, "start", 0, error);
}

/* Whether the edit changed anything: one that did not leaves no trace. */
static gboolean
has_changes (TrasDb *self)
{
  g_autoptr (TrasStatement) statement = NULL;
  gboolean found;

  statement = tras_engine_prepare (self->engine,
                                   "SELECT 1 FROM edit_change WHERE edit_id = $1 LIMIT 1", NULL);
  if (statement == NULL)
    return TRUE;
  tras_statement_bind_int (statement, 1, self->edit);
  found = tras_statement_step (statement, NULL) == 1;
  tras_statement_reset (statement);

  return found;
}

/* Whether the edit is in the file: its uuid tells, while its id may have gone to another edit. */
static gboolean
stands (TrasDb *self)
{
  g_autoptr (TrasStatement) statement = NULL;
  gboolean found;

  statement = tras_engine_prepare (self->engine, "SELECT 1 FROM edit WHERE uuid = $1", NULL);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, self->uuid);
  found = tras_statement_step (statement, NULL) == 1;
  tras_statement_reset (statement);

  return found;
}

/**
 * tras_db_commit:
 * @self: a connection in an edit
 * @edit: (out) (optional): the edit's id, 0 where it changed nothing and was not kept
 * @error: where to put the error
 *
 * Ends the edit. After a failure nothing of it stands. When the very last step of storing it fails
 * it is in the file nevertheless; that is no failure: whoever was told of one would do it again.
 *
 * Returns: whether it is stored
 */
gboolean
tras_db_commit (TrasDb  *self,
                gint64  *edit,
                GError **error)
{
  gint64 id = self->edit;

  g_return_val_if_fail (TRAS_IS_DB (self), FALSE);
  g_return_val_if_fail (self->edit != 0, FALSE);

  if (!self->kept && !has_changes (self))
    {
      tras_db_rollback (self);
      id = 0;
    }
  else
    {
      g_autoptr (GError) local = NULL;
      gboolean committed = tras_engine_commit (self->engine, &local);

      self->edit = 0;
      tras_engine_set_edit (self->engine, 0);
      if (!committed && !stands (self))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  if (edit != NULL)
    *edit = id;

  return TRUE;
}

/**
 * tras_db_rollback:
 * @self: a connection
 *
 * Takes back the edit that is under way; does nothing where none is.
 */
void
tras_db_rollback (TrasDb *self)
{
  if (self->edit == 0)
    return;

  tras_engine_rollback (self->engine);
  tras_engine_set_edit (self->engine, 0);
  self->edit = 0;
}

/* The edit is stored even where no row of it is in the log. */
void
tras_db_keep_edit (TrasDb *self)
{
  self->kept = TRUE;
}

/**
 * tras_db_get_edit:
 * @self: a connection
 *
 * Returns: the id of the edit that is under way, 0 for none
 */
gint64
tras_db_get_edit (TrasDb *self)
{
  return self->edit;
}

gboolean
tras_db_in_edit (TrasDb *self)
{
  return self->edit != 0;
}

/**
 * tras_db_has_moved:
 * @self: a connection
 *
 * Returns: whether the file was moved, deleted or replaced since it was opened
 */
gboolean
tras_db_has_moved (TrasDb *self)
{
  return tras_sqlite_has_moved (TRAS_SQLITE (self->engine));
}

/**
 * tras_db_check_references:
 * @self: a connection
 * @error: where to put the error
 *
 * What opening a file does not look at.
 *
 * Returns: whether every reference leads to a row; else %TRAS_ERROR_DAMAGED with the first trouble
 */
gboolean
tras_db_check_references (TrasDb  *self,
                          GError **error)
{
  g_return_val_if_fail (TRAS_IS_DB (self), FALSE);

  return tras_schema_check_references (self->engine, error);
}
