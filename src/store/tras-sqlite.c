/* tras-sqlite.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "tras-error.h"
#include "tras-sqlite-bulk.h"
#include "tras-sqlite-error.h"
#include "tras-sqlite-functions.h"
#include "tras-sqlite-literals.h"
#include "tras-sqlite-vfs.h"
#include "tras-sqlite.h"

/* How long a statement waits for another connection's lock before it gives up. */
#define BUSY_MILLISECONDS 3000

/* Room at the end of every page for a checksum that a later version may keep there. */
#define RESERVED_BYTES 8

/* How many steps of SQLite's machine run between two looks at whether they are still wanted. */
#define CANCEL_STEPS 1000

/* With more different statements than this the kept ones are given up and made anew when needed. */
#define KEPT_STATEMENTS 256

struct _TrasSqlite
{
  TrasEngine parent_instance;

  TrasSqliteVfs *vfs;
  sqlite3 *handle;
  char *path;
  GHashTable *statements;
  TrasSqliteBulk *bulk;
  gint64 edit;
  TrasGather gather;
};

typedef struct
{
  TrasStatement parent_instance;

  sqlite3_stmt *handle;
  /* SQLite numbers $n by its first appearance: places[n] is SQLite's number of $n. */
  int *places;
  /* Its engine's. */
  TrasGather *gather;
} TrasSqliteStatement;

typedef struct
{
  TrasStatementClass parent_class;
} TrasSqliteStatementClass;

static GType tras_sqlite_statement_get_type (void);

G_DEFINE_TYPE (TrasSqlite, tras_sqlite, TRAS_TYPE_ENGINE)
G_DEFINE_TYPE (TrasSqliteStatement, tras_sqlite_statement, TRAS_TYPE_STATEMENT)

/* What is asked of a file that is being opened is right: where it fails, the file is not, as one
 * whose tables have a format that nobody has heard of. */
static void
blame_file (GError *error)
{
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_BUG))
    error->code = TRAS_ERROR_DAMAGED;
}

/* ---- statements ---- */

static sqlite3_stmt *
stmt (TrasStatement *statement)
{
  return ((TrasSqliteStatement *) statement)->handle;
}

static int
place (TrasStatement *statement,
       int            parameter)
{
  return ((TrasSqliteStatement *) statement)->places[parameter];
}

static int *
find_places (sqlite3_stmt *handle)
{
  int n = sqlite3_bind_parameter_count (handle);
  int *places = g_new0 (int, n + 1);

  for (int i = 1; i <= n; i++)
    {
      gint64 number = g_ascii_strtoll (sqlite3_bind_parameter_name (handle, i) + 1, NULL, 10);

      g_assert (number >= 1 && number <= n);
      places[number] = i;
    }

  return places;
}

static void
statement_bind_int (TrasStatement *self,
                    int            parameter,
                    gint64         value)
{
  sqlite3_bind_int64 (stmt (self), place (self, parameter), value);
}

static void
statement_bind_real (TrasStatement *self,
                     int            parameter,
                     double         value)
{
  sqlite3_bind_double (stmt (self), place (self, parameter), value);
}

static void
statement_bind_text (TrasStatement *self,
                     int            parameter,
                     const char    *value)
{
  sqlite3_bind_text (stmt (self), place (self, parameter), value, -1, SQLITE_TRANSIENT);
}

static void
statement_bind_bytes (TrasStatement *self,
                      int            parameter,
                      GBytes        *value)
{
  gsize size;
  const void *data = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (stmt (self), place (self, parameter), data != NULL ? data : "", size,
                       SQLITE_TRANSIENT);
}

static void
statement_bind_null (TrasStatement *self,
                     int            parameter)
{
  sqlite3_bind_null (stmt (self), place (self, parameter));
}

static gboolean
statement_bind_literals (TrasStatement *self,
                         guint          first,
                         const char    *literals,
                         guint          n)
{
  const char *at = literals;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && *at++ != ',')
        return FALSE;
      at = tras_literal_bind (stmt (self), place (self, (int) (first + i)), at);
      if (at == NULL)
        return FALSE;
    }

  return *at == '\0';
}

static int
statement_step (TrasStatement  *self,
                GError        **error)
{
  int code = sqlite3_step (stmt (self));

  if (code == SQLITE_ROW)
    return 1;
  if (code != SQLITE_DONE)
    tras_sqlite_take_error (sqlite3_db_handle (stmt (self)), error);
  sqlite3_reset (stmt (self));

  return code == SQLITE_DONE ? 0 : -1;
}

static void
statement_reset (TrasStatement *self)
{
  sqlite3_reset (stmt (self));
}

static gboolean
statement_column_null (TrasStatement *self,
                       int            column)
{
  return sqlite3_column_type (stmt (self), column) == SQLITE_NULL;
}

static gint64
statement_column_int (TrasStatement *self,
                      int            column)
{
  return sqlite3_column_int64 (stmt (self), column);
}

static double
statement_column_real (TrasStatement *self,
                       int            column)
{
  return sqlite3_column_double (stmt (self), column);
}

static const char *
statement_column_text (TrasStatement *self,
                       int            column)
{
  return (const char *) sqlite3_column_text (stmt (self), column);
}

static GBytes *
statement_dup_bytes (TrasStatement *self,
                     int            column)
{
  const void *data = sqlite3_column_blob (stmt (self), column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (stmt (self), column));
}

static GArray *
statement_gather (TrasStatement  *self,
                  GError        **error)
{
  TrasGather *gather = ((TrasSqliteStatement *) self)->gather;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  gather->rows = rows;
  gather->n = 0;
  if (statement_step (self, error) < 0)
    return NULL;
  statement_reset (self);

  return g_steal_pointer (&rows);
}

static void
tras_sqlite_statement_finalize (GObject *object)
{
  TrasSqliteStatement *self = (TrasSqliteStatement *) object;

  sqlite3_finalize (self->handle);
  g_free (self->places);

  G_OBJECT_CLASS (tras_sqlite_statement_parent_class)->finalize (object);
}

static void
tras_sqlite_statement_class_init (TrasSqliteStatementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TrasStatementClass *statement_class = TRAS_STATEMENT_CLASS (klass);

  object_class->finalize = tras_sqlite_statement_finalize;
  statement_class->bind_int = statement_bind_int;
  statement_class->bind_real = statement_bind_real;
  statement_class->bind_text = statement_bind_text;
  statement_class->bind_bytes = statement_bind_bytes;
  statement_class->bind_null = statement_bind_null;
  statement_class->bind_literals = statement_bind_literals;
  statement_class->step = statement_step;
  statement_class->reset = statement_reset;
  statement_class->column_null = statement_column_null;
  statement_class->column_int = statement_column_int;
  statement_class->column_real = statement_column_real;
  statement_class->column_text = statement_column_text;
  statement_class->dup_bytes = statement_dup_bytes;
  statement_class->gather = statement_gather;
}

static void
tras_sqlite_statement_init (TrasSqliteStatement *self)
{
}

/* ---- the engine ---- */

static TrasStatement *
sqlite_prepare (TrasEngine  *engine,
                const char  *sql,
                gboolean     keep,
                GError     **error)
{
  TrasSqlite *self = TRAS_SQLITE (engine);
  TrasSqliteStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle = NULL;

  /* A statement that somebody else is stepping through is not taken from under them. */
  if (statement != NULL && G_OBJECT (statement)->ref_count == 1)
    {
      sqlite3_reset (statement->handle);
      sqlite3_clear_bindings (statement->handle);
      return TRAS_STATEMENT (g_object_ref (statement));
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0, &handle,
                          NULL) != SQLITE_OK)
    {
      tras_sqlite_take_error (self->handle, error);
      return NULL;
    }

  statement = g_object_new (tras_sqlite_statement_get_type (), NULL);
  statement->handle = handle;
  statement->places = find_places (handle);
  statement->gather = &self->gather;
  if (!keep)
    return TRAS_STATEMENT (statement);
  if (g_hash_table_size (self->statements) >= KEPT_STATEMENTS)
    g_hash_table_remove_all (self->statements);
  g_hash_table_replace (self->statements, g_strdup (sql), g_object_ref (statement));

  return TRAS_STATEMENT (statement);
}

/* An aggregate that takes the numbers: two thirds of the time of stepping through the rows. */
static TrasStatement *
sqlite_prepare_gather (TrasEngine  *engine,
                       const char  *sql,
                       int          n_columns,
                       GError     **error)
{
  const char *columns = n_columns == 1 ? "a" : "a, b";
  g_autofree char *gather = NULL;

  g_return_val_if_fail (n_columns == 1 || n_columns == 2, NULL);

  gather = g_strdup_printf ("WITH q (%s) AS (%s) SELECT tras_gather (%s) FROM q", columns, sql,
                            columns);

  return sqlite_prepare (engine, gather, TRUE, error);
}

static gboolean
sqlite_exec (TrasEngine  *engine,
             const char  *sql,
             GError     **error)
{
  TrasSqlite *self = TRAS_SQLITE (engine);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  tras_sqlite_take_error (self->handle, error);
  return FALSE;
}

static gboolean
sqlite_begin (TrasEngine  *engine,
              GError     **error)
{
  return sqlite_exec (engine, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_in_transaction (TrasEngine *engine)
{
  return !sqlite3_get_autocommit (TRAS_SQLITE (engine)->handle);
}

static void
sqlite_rollback (TrasEngine *engine)
{
  /* A full disk may have rolled back already. */
  if (sqlite_in_transaction (engine))
    sqlite_exec (engine, "ROLLBACK", NULL);
}

static gboolean
sqlite_commit (TrasEngine  *engine,
               GError     **error)
{
  TrasSqlite *self = TRAS_SQLITE (engine);

  if (tras_sqlite_has_moved (self))
    {
      sqlite_rollback (engine);
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_MOVED,
                           "The file was moved or replaced");
      return FALSE;
    }

  if (sqlite_exec (engine, "COMMIT", error))
    return TRUE;

  sqlite_rollback (engine);
  return FALSE;
}

static gboolean
sqlite_defer_references (TrasEngine  *engine,
                         GError     **error)
{
  return sqlite_exec (engine, "PRAGMA defer_foreign_keys = ON", error);
}

static void
sqlite_set_edit (TrasEngine *engine,
                 gint64      edit)
{
  TRAS_SQLITE (engine)->edit = edit;
}

static gint64
sqlite_get_stamp (TrasEngine *engine)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 stamp = -1;

  statement = tras_engine_prepare (engine, "PRAGMA data_version", NULL);
  if (statement != NULL && tras_statement_step (statement, NULL) == 1)
    stamp = tras_statement_column_int (statement, 0);
  if (statement != NULL)
    tras_statement_reset (statement);

  return stamp;
}

static gint64
sqlite_get_changed_rows (TrasEngine *engine)
{
  return sqlite3_changes64 (TRAS_SQLITE (engine)->handle);
}

static char *
sqlite_dup_next_id (TrasEngine *engine,
                    const char *table)
{
  return g_strdup_printf ("(SELECT coalesce (max (seq), 0) + 1 FROM sqlite_sequence "
                          "WHERE name = '%s')", table);
}

static gboolean
sqlite_copy_to (TrasEngine  *engine,
                const char  *path,
                GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (engine, "VACUUM INTO $1", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_text (statement, 1, path);

  return tras_statement_run (statement, error);
}

static GPtrArray *
sqlite_list_columns (TrasEngine  *engine,
                     const char  *table,
                     GPtrArray  **keys,
                     GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) key_columns = g_ptr_array_new_with_free_func (g_free);
  int state;

  statement = tras_engine_prepare (engine,
                                   "SELECT name, pk FROM pragma_table_info ($1) ORDER BY cid",
                                   error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_text (statement, 1, table);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      g_ptr_array_add (columns, g_strdup (tras_statement_column_text (statement, 0)));
      if (tras_statement_column_int (statement, 1) > 0)
        g_ptr_array_add (key_columns, g_strdup (tras_statement_column_text (statement, 0)));
    }
  if (state < 0)
    return NULL;

  if (keys != NULL)
    *keys = g_steal_pointer (&key_columns);

  return g_steal_pointer (&columns);
}

static GPtrArray *
sqlite_list_indexed (TrasEngine  *engine,
                     const char  *table,
                     GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  int state;

  /* Every index ends in the rowid, which is the id; pragma_index_xinfo shows that as column -1. */
  statement = tras_engine_prepare (engine,
                                   "SELECT a.name"
                                   " FROM pragma_index_list ($1) i"
                                   " JOIN pragma_index_xinfo (i.name) a ON a.seqno = 0"
                                   " JOIN pragma_index_xinfo (i.name) b ON b.seqno = 1"
                                   " WHERE i.partial = 0 AND a.name IS NOT NULL"
                                   " AND (b.cid = -1 OR b.name = 'id')",
                                   error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_text (statement, 1, table);
  while ((state = tras_statement_step (statement, error)) > 0)
    g_ptr_array_add (columns, g_strdup (tras_statement_column_text (statement, 0)));

  return state == 0 ? g_steal_pointer (&columns) : NULL;
}

static int
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static void
sqlite_set_cancellable (TrasEngine   *engine,
                        GCancellable *cancellable)
{
  sqlite3_progress_handler (TRAS_SQLITE (engine)->handle, CANCEL_STEPS,
                            cancellable != NULL ? is_cancelled : NULL, cancellable);
}

static gboolean
sqlite_insert_bulk (TrasEngine  *engine,
                    TrasBulk    *bulk,
                    GError     **error)
{
  TrasSqlite *self = TRAS_SQLITE (engine);

  return tras_sqlite_bulk_insert (self->bulk, bulk, self->edit, error);
}

static void
tras_sqlite_finalize (GObject *object)
{
  TrasSqlite *self = TRAS_SQLITE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  /* What it reaches the disk through goes after the connection, and not at all before. */
  if (sqlite3_close (self->handle) == SQLITE_OK)
    g_clear_pointer (&self->vfs, tras_sqlite_vfs_free);
  else
    g_critical ("A statement outlives its connection: %s", sqlite3_errmsg (self->handle));
  g_free (self->path);

  G_OBJECT_CLASS (tras_sqlite_parent_class)->finalize (object);
}

static void
tras_sqlite_class_init (TrasSqliteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TrasEngineClass *engine_class = TRAS_ENGINE_CLASS (klass);

  object_class->finalize = tras_sqlite_finalize;
  /* Nobody asks how much memory SQLite uses; to count it takes a lock for every allocation. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  /* Who may not write a file that large is told so by the call. */
  signal (SIGXFSZ, SIG_IGN);

  engine_class->prepare = sqlite_prepare;
  engine_class->prepare_gather = sqlite_prepare_gather;
  engine_class->exec = sqlite_exec;
  engine_class->begin = sqlite_begin;
  engine_class->commit = sqlite_commit;
  engine_class->rollback = sqlite_rollback;
  engine_class->in_transaction = sqlite_in_transaction;
  engine_class->defer_references = sqlite_defer_references;
  engine_class->set_edit = sqlite_set_edit;
  engine_class->get_stamp = sqlite_get_stamp;
  engine_class->get_changed_rows = sqlite_get_changed_rows;
  engine_class->dup_next_id = sqlite_dup_next_id;
  engine_class->copy_to = sqlite_copy_to;
  engine_class->list_columns = sqlite_list_columns;
  engine_class->list_indexed = sqlite_list_indexed;
  engine_class->set_cancellable = sqlite_set_cancellable;
  engine_class->insert_bulk = sqlite_insert_bulk;
}

static void
tras_sqlite_init (TrasSqlite *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* What every connection sets before it reads the first page: the file is a document that comes
 * from anywhere, so nothing in it is trusted, and a commit is one only once it is on the disk. */
static gboolean
harden (TrasSqlite  *self,
        GError     **error)
{
  int limit;

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  /* A file that was not verified is not written when it is closed either. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  limit = sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, -1);
  /* One is what VACUUM INTO needs. */
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, MIN (limit, 1));
  tras_sqlite_add_functions (self->handle, &self->edit, &self->gather);
  self->bulk = tras_sqlite_add_bulk (self->handle, TRAS_ENGINE (self));

  return tras_engine_exec (TRAS_ENGINE (self),
                           "PRAGMA cell_size_check = ON;"
                           "PRAGMA mmap_size = 0;"
                           "PRAGMA cache_size = -65536;"
                           "PRAGMA cache_spill = OFF;"
                           "PRAGMA temp_store = MEMORY;"
                           "PRAGMA synchronous = EXTRA;"
                           "PRAGMA secure_delete = ON;"
                           "PRAGMA foreign_keys = ON;",
                           error);
}

static TrasEngine *
open_handle (const char  *path,
             int          flags,
             GError     **error)
{
  g_autoptr (TrasSqlite) self = g_object_new (TRAS_TYPE_SQLITE, NULL);

  self->path = g_strdup (path);
  self->vfs = tras_sqlite_vfs_new ();
  if (sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       tras_sqlite_vfs_get_name (self->vfs)) != SQLITE_OK)
    {
      tras_sqlite_take_error (self->handle, error);
      return NULL;
    }
  if (!harden (self, error))
    return NULL;

  return TRAS_ENGINE (g_steal_pointer (&self));
}

/**
 * tras_sqlite_create:
 * @path: where the file shall be
 * @error: where to put the error
 *
 * Makes an empty file that only its owner can read. %TRAS_ERROR_EXISTS where something is there.
 *
 * Returns: (transfer full): the engine on it, or %NULL
 */
TrasEngine *
tras_sqlite_create (const char  *path,
                    GError     **error)
{
  g_autoptr (TrasEngine) self = NULL;
  int reserved = RESERVED_BYTES;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, TRAS_ERROR,
                   code == EEXIST    ? TRAS_ERROR_EXISTS
                   : code == ENOSPC  ? TRAS_ERROR_FULL
                   : code == ENOENT  ? TRAS_ERROR_NOT_FOUND
                                     : TRAS_ERROR_DENIED,
                   "%s: %s", path, g_strerror (code));
      return NULL;
    }
  close (fd);

  self = open_handle (path, SQLITE_OPEN_READWRITE, error);
  if (self != NULL)
    {
      sqlite3_file_control (TRAS_SQLITE (self)->handle, "main", SQLITE_FCNTL_RESERVE_BYTES,
                            &reserved);
      if (!tras_engine_exec (self, "PRAGMA journal_mode = DELETE", error))
        g_clear_object (&self);
    }
  if (self == NULL)
    g_unlink (path);

  return g_steal_pointer (&self);
}

/* An edit that broke off left its journal. To undo it takes a connection that may write, and the
 * first who reads. What does not work here, reading will tell. */
static void
recover (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (TrasEngine) engine = NULL;

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return;

  engine = open_handle (path, SQLITE_OPEN_READWRITE, NULL);
  if (engine != NULL)
    tras_engine_exec (engine, "PRAGMA schema_version", NULL);
}

/**
 * tras_sqlite_open:
 * @path: a file
 * @read_only: whether nothing shall be written
 * @error: where to put the error
 *
 * Nothing is written, but for an edit that broke off in the middle and is undone.
 *
 * Returns: (transfer full): the engine on it, or %NULL
 */
TrasEngine *
tras_sqlite_open (const char  *path,
                  gboolean     read_only,
                  GError     **error)
{
  g_autoptr (TrasEngine) self = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "%s: %s", path, g_strerror (ENOENT));
      return NULL;
    }

  if (read_only)
    recover (path);
  self = open_handle (path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, &local);
  if (self == NULL)
    {
      blame_file (local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tras_sqlite_leave_wal:
 * @self: an engine whose file was verified
 * @error: where to put the error
 *
 * Another program may have left the file in WAL mode, which loses commits when a file is renamed or
 * copied underneath (docs/architecture.md). To leave it writes the file.
 */
gboolean
tras_sqlite_leave_wal (TrasSqlite  *self,
                       GError     **error)
{
  g_return_val_if_fail (TRAS_IS_SQLITE (self), FALSE);

  return tras_sqlite_is_read_only (self) ||
         tras_engine_exec (TRAS_ENGINE (self), "PRAGMA journal_mode = DELETE", error);
}

/**
 * tras_sqlite_open_memory:
 * @error: where to put the error
 *
 * Returns: (transfer full): an engine on an empty database that is nowhere on disk, or %NULL
 */
TrasEngine *
tras_sqlite_open_memory (GError **error)
{
  return open_handle (":memory:", SQLITE_OPEN_READWRITE, error);
}

/**
 * tras_sqlite_is_read_only:
 * @self: an engine
 *
 * Returns: whether nothing can be written, by wish or because the file or its folder forbid it
 */
gboolean
tras_sqlite_is_read_only (TrasSqlite *self)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (TRAS_IS_SQLITE (self), TRUE);

  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return TRUE;
  if (g_str_equal (self->path, ":memory:"))
    return FALSE;

  /* The journal has to stand beside the file. */
  folder = g_path_get_dirname (self->path);
  return g_access (folder, W_OK) != 0;
}

/**
 * tras_sqlite_has_moved:
 * @self: an engine
 *
 * Returns: whether the file that is open no longer stands at its path
 */
gboolean
tras_sqlite_has_moved (TrasSqlite *self)
{
  int moved = 0;

  g_return_val_if_fail (TRAS_IS_SQLITE (self), FALSE);

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK)
    return FALSE;

  return moved != 0;
}

/**
 * tras_sqlite_quick_check:
 * @self: an engine
 * @error: where to put the error
 *
 * Returns: whether every page is what it should be; %TRAS_ERROR_DAMAGED with the first trouble
 */
gboolean
tras_sqlite_quick_check (TrasSqlite  *self,
                         GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GError) local = NULL;

  statement = tras_engine_prepare_once (TRAS_ENGINE (self), "PRAGMA quick_check (1)", &local);
  if (statement == NULL || tras_statement_step (statement, &local) != 1)
    {
      blame_file (local);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (g_strcmp0 (tras_statement_column_text (statement, 0), "ok") != 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_DAMAGED,
                           tras_statement_column_text (statement, 0));
      tras_statement_reset (statement);
      return FALSE;
    }
  tras_statement_reset (statement);

  return TRUE;
}
