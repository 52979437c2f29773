/* tras-sealed-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of its own, so that its rights, its backups and its end can be its own, and so that no
 * edit log, no search key and no export of the firm's file ever holds a word of a report. When it
 * was written is known to the day only: its own time of change is set back to the day's first hour.
 * What the file system and its journal remember beside is beyond a program's reach.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "tras-backup.h"
#include "tras-error.h"
#include "tras-seal.h"
#include "tras-sealed-file-private.h"
#include "tras-sqlite.h"

/* "TRSR", which marks the file among SQLite's files. */
#define APPLICATION_ID 0x54525352
#define VERSION 2

#define SUFFIX "-reports"
#define STEP "/org/trastienda/Trastienda/sealed/%04d.sqlite.sql"

/* ---- the file as a whole ---- */

/**
 * tras_sealed_file_dup_path:
 * @company: a firm's file
 *
 * Returns: (transfer full): where its confidential reports are, or would be
 */
char *
tras_sealed_file_dup_path (const char *company)
{
  g_return_val_if_fail (company != NULL, NULL);

  return g_strconcat (company, SUFFIX, NULL);
}

/**
 * tras_sealed_file_make_private:
 * @company: a firm's file
 * @error: where to put the error
 *
 * Takes all rights from everybody but the owner of the reports' file.
 */
gboolean
tras_sealed_file_make_private (const char  *company,
                               GError     **error)
{
  g_autofree char *path = tras_sealed_file_dup_path (company);
  int code;

  if (g_chmod (path, 0600) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, TRAS_ERROR, code == ENOENT ? TRAS_ERROR_NOT_FOUND : TRAS_ERROR_DENIED,
               "%s: %s", path, g_strerror (code));
  return FALSE;
}

/**
 * tras_sealed_file_dup_backup:
 * @company: a firm's file
 *
 * Returns: (transfer full) (nullable): the newest backup of its reports, or %NULL
 */
char *
tras_sealed_file_dup_backup (const char *company)
{
  return tras_backup_dup_newest_reports (company);
}

/**
 * tras_sealed_file_bring_back:
 * @company: a firm's file whose reports are gone
 * @error: where to put the error
 *
 * Puts the newest backup in their place, verified and private.
 */
gboolean
tras_sealed_file_bring_back (const char  *company,
                             GError     **error)
{
  g_autofree char *path = tras_sealed_file_dup_path (company);
  g_autofree char *backup = tras_backup_dup_newest_reports (company);

  if (backup == NULL)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is no backup of %s", path);
      return FALSE;
    }

  return tras_backup_bring_reports (backup, path, APPLICATION_ID, error);
}

static gboolean
is_private (const char  *path,
            GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      int code = errno;

      g_set_error (error, TRAS_ERROR, code == ENOENT ? TRAS_ERROR_NOT_FOUND : TRAS_ERROR_DENIED,
                   "%s: %s", path, g_strerror (code));
      return FALSE;
    }
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) == 0)
    return TRUE;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_EXPOSED, "Others than its owner may read %s", path);
  return FALSE;
}

/* Brings the schema of one version to another. */
static gboolean
make_schema (TrasEngine  *engine,
             int          from,
             int          to,
             GError     **error)
{
  for (int version = from + 1; version <= to; version++)
    {
      g_autofree char *path = g_strdup_printf (STEP, version);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      /* The data of a resource ends in a NUL that its size leaves out. */
      if (sql == NULL || !tras_engine_exec (engine, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }

  return TRUE;
}

static char *
dup_schema (TrasEngine  *engine,
            GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  int state;

  statement = tras_engine_prepare_once (engine,
                                        "SELECT type, name, coalesce (sql, '') FROM sqlite_schema"
                                        " ORDER BY type, name", error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    g_string_append_printf (text, "%s %s %s\n", tras_statement_column_text (statement, 0),
                            tras_statement_column_text (statement, 1),
                            tras_statement_column_text (statement, 2));

  return state == 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Somebody may have planted a trigger that copies what is written. */
static gboolean
verify_schema (TrasEngine  *engine,
               int          version,
               const char  *path,
               GError     **error)
{
  g_autoptr (TrasEngine) fresh = tras_sqlite_open_memory (error);
  g_autofree char *wanted = NULL, *found = NULL;

  if (fresh == NULL || !make_schema (fresh, 0, version, error))
    return FALSE;
  wanted = dup_schema (fresh, error);
  found = wanted != NULL ? dup_schema (engine, error) : NULL;
  if (found == NULL)
    return FALSE;
  if (g_str_equal (found, wanted))
    return TRUE;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED, "Somebody has rebuilt %s", path);
  return FALSE;
}

static gboolean
verify_header (const char  *path,
               GError     **error)
{
  guint32 application_id;
  int version;

  if (!tras_sqlite_read_header (path, &application_id, &version, error))
    return FALSE;
  if (application_id != APPLICATION_ID || version < 1)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_FOREIGN, "%s was made by another program", path);
      return FALSE;
    }
  if (version > VERSION)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_TOO_NEW, "%s was made by a newer version", path);
      return FALSE;
    }

  return TRUE;
}

/* The header may say what a journal is about to take back. */
static gboolean
read_version (TrasEngine  *engine,
              int         *version,
              GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (engine, "PRAGMA user_version", error);
  if (statement == NULL || tras_statement_step (statement, error) < 0)
    return FALSE;
  *version = (int) tras_statement_column_int (statement, 0);
  tras_statement_reset (statement);

  return TRUE;
}

static gboolean
read_officer (TrasSealedFile  *self,
              GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT public_key, locked_key, salt FROM officer", error);
  if (statement == NULL)
    return FALSE;
  state = tras_statement_step (statement, error);
  if (state < 0)
    return FALSE;
  if (state == 0)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED, "%s has no key", self->path);
      return FALSE;
    }
  self->public_key = tras_statement_dup_bytes (statement, 0);
  self->locked_key = tras_statement_dup_bytes (statement, 1);
  self->salt = tras_statement_dup_bytes (statement, 2);
  tras_statement_reset (statement);

  return TRUE;
}

static gboolean
write_officer (TrasEngine  *engine,
               GBytes      *public_key,
               GBytes      *locked_key,
               GBytes      *salt,
               GError     **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GBytes) link = tras_seal_link (public_key, "");

  statement = tras_engine_prepare_once (engine,
                                        "INSERT INTO officer (id, public_key, locked_key, salt,"
                                        " set_up_on, last_link) VALUES (1, $1, $2, $3, $4, $5)",
                                        error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_bytes (statement, 1, public_key);
  tras_statement_bind_bytes (statement, 2, locked_key);
  tras_statement_bind_bytes (statement, 3, salt);
  tras_sealed_bind_day (statement, 4, tras_day_today ());
  tras_statement_bind_bytes (statement, 5, link);

  return tras_statement_run (statement, error);
}

/* When a report came is nobody's business but to the day. */
static void
blur_times (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) dawn = g_date_time_new_local (g_date_time_get_year (now),
                                                      g_date_time_get_month (now),
                                                      g_date_time_get_day_of_month (now), 0, 0, 0);
  struct timespec times[2] = { 0 };

  times[0].tv_sec = times[1].tv_sec = dawn != NULL ? g_date_time_to_unix (dawn) : 0;
  utimensat (AT_FDCWD, path, times, 0);
}

void
tras_sealed_file_free (TrasSealedFile *self)
{
  if (tras_engine_in_transaction (self->engine))
    tras_engine_rollback (self->engine);
  g_clear_object (&self->engine);
  if (self->written)
    blur_times (self->path);
  g_clear_pointer (&self->public_key, g_bytes_unref);
  g_clear_pointer (&self->locked_key, g_bytes_unref);
  g_clear_pointer (&self->salt, g_bytes_unref);
  g_free (self->company);
  g_free (self->path);
  g_free (self);
}

/* Takes @engine. */
static TrasSealedFile *
file_new (const char *company,
          TrasEngine *engine)
{
  TrasSealedFile *self = g_new0 (TrasSealedFile, 1);

  self->engine = engine;
  self->company = g_strdup (company);
  self->path = tras_sealed_file_dup_path (company);

  return self;
}

static gboolean
fill_new (TrasSealedFile  *self,
          GBytes          *public_key,
          GBytes          *locked_key,
          GBytes          *salt,
          GError         **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                           APPLICATION_ID, VERSION);

  self->written = TRUE;

  return tras_engine_begin (self->engine, error) &&
         make_schema (self->engine, 0, VERSION, error) &&
         tras_engine_exec (self->engine, mark, error) &&
         write_officer (self->engine, public_key, locked_key, salt, error) &&
         tras_sealed_file_note (self, "set-up", -1, error) &&
         tras_engine_commit (self->engine, error);
}

/**
 * tras_sealed_file_create:
 * @company: a firm's file
 * @public_key: the officer's
 * @locked_key: the officer's secret key behind a passphrase
 * @salt: of the keys that receipt codes give
 * @error: where to put the error: %TRAS_ERROR_EXISTS where something is there already
 *
 * Makes the file, which only its owner can read. Whole or not at all.
 */
gboolean
tras_sealed_file_create (const char  *company,
                         GBytes      *public_key,
                         GBytes      *locked_key,
                         GBytes      *salt,
                         GError     **error)
{
  g_autofree char *path = tras_sealed_file_dup_path (company);
  TrasEngine *engine = tras_sqlite_create (path, error);
  g_autoptr (TrasSealedFile) self = NULL;

  if (engine == NULL)
    return FALSE;
  self = file_new (company, engine);
  if (fill_new (self, public_key, locked_key, salt, error))
    return TRUE;

  g_clear_pointer (&self, tras_sealed_file_free);
  g_unlink (path);

  return FALSE;
}

/* A file that cannot be written stays as it is, and is read so. */
static gboolean
bring_up_to_date (TrasSealedFile  *self,
                  int              version,
                  GError         **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", VERSION);

  if (version == VERSION || tras_sealed_file_is_read_only (self))
    return TRUE;

  return tras_sealed_file_begin (self, error) &&
         make_schema (self->engine, version, VERSION, error) &&
         tras_engine_exec (self->engine, mark, error) &&
         verify_schema (self->engine, VERSION, self->path, error) &&
         tras_sealed_file_commit (self, error);
}

/* Erases what is due. What cannot be written today is due tomorrow. */
static gboolean
erase_due (TrasSealedFile  *self,
           GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));
  int state;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT id FROM report WHERE erase_on <= $1 ORDER BY id",
                                        error);
  if (statement == NULL)
    return FALSE;
  tras_sealed_bind_day (statement, 1, tras_day_today ());
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      gint64 id = tras_statement_column_int (statement, 0);

      g_array_append_val (due, id);
    }
  if (state < 0)
    return FALSE;
  if (due->len == 0 || tras_sealed_file_is_read_only (self))
    return TRUE;

  if (!tras_sealed_file_begin (self, error))
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    {
      gint64 id = g_array_index (due, gint64, i);

      if (!tras_sealed_file_erase (self, id, error) ||
          !tras_sealed_file_note (self, "expired", id, error))
        return FALSE;
    }

  return tras_sealed_file_commit (self, error);
}

/**
 * tras_sealed_file_open:
 * @company: a firm's file
 * @error: where to put the error: %TRAS_ERROR_NOT_FOUND where no reports were set up,
 *   %TRAS_ERROR_EXPOSED, %TRAS_ERROR_TOO_NEW, %TRAS_ERROR_FOREIGN, %TRAS_ERROR_DAMAGED where it is
 *   not what we have written
 *
 * Verifies the file, brings one of an older version up to date, and erases the reports whose day
 * has come.
 *
 * Returns: (transfer full): the file, or %NULL
 */
TrasSealedFile *
tras_sealed_file_open (const char  *company,
                       GError     **error)
{
  g_autofree char *path = tras_sealed_file_dup_path (company);
  g_autoptr (TrasSealedFile) self = NULL;
  TrasEngine *engine;
  int version;

  if (!is_private (path, error) || !verify_header (path, error))
    return NULL;
  engine = tras_sqlite_open (path, FALSE, error);
  if (engine == NULL)
    return NULL;
  self = file_new (company, engine);
  if (!tras_sqlite_quick_check (TRAS_SQLITE (engine), error) ||
      !read_version (engine, &version, error) || !verify_schema (engine, version, path, error) ||
      !bring_up_to_date (self, version, error) || !read_officer (self, error) ||
      !erase_due (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
tras_sealed_file_is_read_only (TrasSealedFile *self)
{
  return tras_sqlite_is_read_only (TRAS_SQLITE (self->engine));
}

/**
 * tras_sealed_file_get_public_key:
 * @self: a file
 *
 * Returns: (transfer none): what reports are sealed to
 */
GBytes *
tras_sealed_file_get_public_key (TrasSealedFile *self)
{
  return self->public_key;
}

/**
 * tras_sealed_file_get_locked_key:
 * @self: a file
 *
 * Returns: (transfer none): the secret key behind the officer's passphrase
 */
GBytes *
tras_sealed_file_get_locked_key (TrasSealedFile *self)
{
  return self->locked_key;
}

/**
 * tras_sealed_file_get_salt:
 * @self: a file
 *
 * Returns: (transfer none): the salt of the keys that receipt codes give
 */
GBytes *
tras_sealed_file_get_salt (TrasSealedFile *self)
{
  return self->salt;
}

/* ---- writing ---- */

/**
 * tras_sealed_file_begin:
 * @self: a file
 * @error: where to put the error
 *
 * Begins what is stored together by tras_sealed_file_commit(), or not at all. Before the day's
 * first change comes the day's backup; one that cannot be made keeps nobody from reporting.
 */
gboolean
tras_sealed_file_begin (TrasSealedFile  *self,
                        GError         **error)
{
  g_autoptr (GError) local = NULL;

  if (!tras_backup_make_reports (self->engine, self->company, APPLICATION_ID, &local))
    g_message ("No backup of the reports today: %s", local->message);

  return tras_engine_begin (self->engine, error);
}

gboolean
tras_sealed_file_commit (TrasSealedFile  *self,
                         GError         **error)
{
  self->written = TRUE;

  return tras_engine_commit (self->engine, error);
}

/**
 * tras_sealed_file_set_locked_key:
 * @self: a file between tras_sealed_file_begin() and tras_sealed_file_commit()
 * @locked_key: the officer's secret key behind another passphrase
 * @error: where to put the error
 *
 * The bytes of the key behind the passphrase before are overwritten; backups still have them.
 */
gboolean
tras_sealed_file_set_locked_key (TrasSealedFile  *self,
                                 GBytes          *locked_key,
                                 GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine, "UPDATE officer SET locked_key = $1", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_bytes (statement, 1, locked_key);

  return tras_statement_run (statement, error);
}

/* ---- elsewhere ---- */

/**
 * tras_sealed_file_exists:
 * @company: a firm's file
 *
 * Returns: whether there are confidential reports beside it, whatever state they are in
 */
gboolean
tras_sealed_file_exists (const char *company)
{
  g_autofree char *path = tras_sealed_file_dup_path (company);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * tras_sealed_file_copy:
 * @company: a firm's file with reports beside it
 * @target: another firm's file
 * @error: where to put the error, as tras_sealed_file_open(); %TRAS_ERROR_EXISTS where @target has
 *   reports already, which stay
 *
 * Writes a copy of the reports beside @target, sealed as they are, private and verified, whole or
 * not at all. What opens the ones opens the others.
 */
gboolean
tras_sealed_file_copy (const char  *company,
                       const char  *target,
                       GError     **error)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, error);
  g_autofree char *path = tras_sealed_file_dup_path (target);

  if (file == NULL || !tras_backup_put_reports (file->engine, path, APPLICATION_ID, error))
    return FALSE;
  blur_times (path);

  return TRUE;
}
