/* tras-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tras-backup.h"
#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-sqlite.h"

#define SUFFIX ".trastienda"
#define REPORTS_SUFFIX ".trastienda-reports"

/* How many of the newest backups stay, one a day, one a week and one a month. */
#define DAILY 12
#define WEEKLY 10
#define MONTHLY 9

/* After so many days the last backup of a month is gone. */
#define LONGEST 800

static gboolean
fail_errno (GError     **error,
            const char  *path,
            int          code)
{
  g_set_error (error, TRAS_ERROR,
               code == ENOSPC   ? TRAS_ERROR_FULL
               : code == EEXIST ? TRAS_ERROR_EXISTS
               : code == EROFS  ? TRAS_ERROR_READ_ONLY
                                : TRAS_ERROR_DENIED,
               "%s: %s", path, g_strerror (code));
  return FALSE;
}

void
tras_backup_free (TrasBackup *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * tras_backup_dup_folder:
 * @path: a firm's file
 *
 * Two firms may have files of the same name in different folders, so that the folder's name ends
 * in a digest of the whole path.
 *
 * Returns: (transfer full): the folder of its backups, in the user's data
 */
char *
tras_backup_dup_folder (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_path_get_basename (full);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, full, -1);
  g_autofree char *folder = NULL;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  folder = g_strdup_printf ("%s-%.8s", name, digest);

  return g_build_filename (g_get_user_data_dir (), "trastienda", "backups", folder, NULL);
}

static gboolean
sync_path (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int code;

  if (fd < 0)
    return fail_errno (error, path, errno);
  code = fsync (fd) == 0 ? 0 : errno;
  close (fd);

  return code == 0 || fail_errno (error, path, code);
}

/* A connection that reads a file of that kind with every page in order. */
static TrasEngine *
open_kind (const char  *path,
           guint32      kind,
           GError     **error)
{
  g_autoptr (TrasEngine) engine = NULL;
  guint32 application_id;
  int version;

  if (!tras_sqlite_read_header (path, &application_id, &version, error))
    return NULL;
  if (application_id != kind)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_FOREIGN, "%s was made by another program", path);
      return NULL;
    }
  engine = tras_sqlite_open (path, TRUE, error);
  if (engine == NULL || !tras_sqlite_quick_check (TRAS_SQLITE (engine), error))
    return NULL;

  return g_steal_pointer (&engine);
}

/* A connection that reads a firm's file with every page in order. */
static TrasEngine *
open_verified (const char  *path,
               GError     **error)
{
  return open_kind (path, TRAS_SQLITE_APPLICATION_ID, error);
}

/**
 * tras_backup_verify:
 * @path: a file
 * @error: where to put the error
 *
 * Returns: whether it is a firm's file with every page in order
 */
gboolean
tras_backup_verify (const char  *path,
                    GError     **error)
{
  g_autoptr (TrasEngine) engine = open_verified (path, error);

  return engine != NULL;
}

/* Journals that lie beside a file which gives its place to another: SQLite would play them into
 * that one. */
static const char *const besides[] = { "-journal", "-wal", "-shm" };

/* An empty file that only its owner can read. A part that is left over is of a run that was
 * killed. */
static gboolean
make_part (const char  *part,
           GError     **error)
{
  int fd;

  g_unlink (part);
  fd = g_open (part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (error, part, errno);
  close (fd);

  return TRUE;
}

/* A verified copy in a private file beside its place. */
static gboolean
copy_to_part (TrasEngine  *engine,
              const char  *part,
              guint32      kind,
              GError     **error)
{
  if (!make_part (part, error))
    return FALSE;
  if (tras_engine_copy_to (engine, part, error))
    {
      g_autoptr (TrasEngine) copy = open_kind (part, kind, error);

      if (copy != NULL && sync_path (part, error))
        return TRUE;
    }

  g_unlink (part);
  return FALSE;
}

static gboolean
write_copy (TrasEngine  *engine,
            const char  *target,
            guint32      kind,
            GError     **error)
{
  g_autofree char *part = g_strconcat (target, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (target);

  if (!copy_to_part (engine, part, kind, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      g_autofree char *path = g_strconcat (target, besides[i], NULL);

      g_unlink (path);
    }
  if (g_rename (part, target) != 0)
    {
      int code = errno;

      g_unlink (part);
      return fail_errno (error, target, code);
    }

  return sync_path (folder, error);
}

/**
 * tras_backup_write:
 * @db: a connection outside of an edit
 * @target: where the copy shall be; a file that is there already stays until the copy is proven
 * @error: where to put the error
 *
 * Writes a copy beside its place, verifies it, and only then gives it its name.
 */
gboolean
tras_backup_write (TrasDb      *db,
                   const char  *target,
                   GError     **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  return write_copy (tras_db_get_engine (db), target, TRAS_SQLITE_APPLICATION_ID, error);
}

/**
 * tras_backup_copy:
 * @path: a firm's file of any version, which is only read
 * @target: where the copy shall be, as tras_backup_write()
 * @cancellable: (nullable): a cancellable
 * @error: where to put the error
 *
 * For a file that cannot be opened where it is.
 */
gboolean
tras_backup_copy (const char    *path,
                  const char    *target,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (TrasEngine) engine = NULL;

  g_return_val_if_fail (path != NULL && target != NULL, FALSE);

  engine = open_verified (path, error);
  if (engine == NULL)
    return FALSE;
  tras_engine_set_cancellable (engine, cancellable);

  return write_copy (engine, target, TRAS_SQLITE_APPLICATION_ID, error);
}

/* The day in a backup's name, or TRAS_DAY_NONE. */
static TrasDay
day_of_name (const char *name,
             const char *suffix)
{
  g_autofree char *day = NULL;

  if (!g_str_has_suffix (name, suffix))
    return TRAS_DAY_NONE;
  day = g_strndup (name, strlen (name) - strlen (suffix));

  return tras_day_from_iso (day);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const TrasDay *x = a, *y = b;

  return *x < *y ? 1 : *x > *y ? -1 : 0;
}

/**
 * tras_backup_thin:
 * @days: (array length=n_days): the days of the backups there are, in any order
 * @n_days: how many
 * @today: the present day
 *
 * Keeps the newest 12 days, the newest backup of each of the newest 10 weeks, and of each of the
 * newest 9 months. Days after @today stay: a clock that was wrong is no reason to delete.
 *
 * Returns: (transfer full) (element-type TrasDay): the days that may go
 */
GArray *
tras_backup_thin (const TrasDay *days,
                  guint          n_days,
                  TrasDay        today)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  guint daily = 0, weekly = 0, monthly = 0;
  gint32 week = G_MININT32, month = G_MININT32;

  g_array_append_vals (sorted, days, n_days);
  g_array_sort (sorted, compare_days);
  for (guint i = 0; i < sorted->len; i++)
    {
      TrasDay day = g_array_index (sorted, TrasDay, i);
      gboolean keep = day > today;

      if (keep)
        continue;
      keep |= daily++ < DAILY;
      if (tras_period_index (TRAS_EVERY_WEEK, day) != week)
        {
          week = tras_period_index (TRAS_EVERY_WEEK, day);
          keep |= weekly++ < WEEKLY;
        }
      if (tras_period_index (TRAS_EVERY_MONTH, day) != month)
        {
          month = tras_period_index (TRAS_EVERY_MONTH, day);
          keep |= monthly++ < MONTHLY;
        }
      if (!keep)
        g_array_append_val (gone, day);
    }

  return gone;
}

static void
thin_folder (const char *folder,
             const char *suffix)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  g_autoptr (GArray) gone = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      TrasDay day = day_of_name (name, suffix);

      if (day != TRAS_DAY_NONE)
        g_array_append_val (days, day);
    }

  gone = tras_backup_thin ((TrasDay *) (void *) days->data, days->len, tras_day_today ());
  for (guint i = 0; i < gone->len; i++)
    {
      g_autofree char *iso = tras_day_to_iso (g_array_index (gone, TrasDay, i));
      g_autofree char *file = g_strconcat (iso, suffix, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      g_unlink (path);
    }
}

static char *
dup_target (TrasDb           *db,
            TrasBackupReason  reason,
            const char       *folder)
{
  g_autofree char *iso = tras_day_to_iso (tras_day_today ());
  g_autofree char *file = NULL;

  if (reason == TRAS_BACKUP_MIGRATION)
    file = g_strdup_printf ("before-upgrade-%s-%" G_GINT64_FORMAT SUFFIX, iso,
                            g_get_real_time () / G_USEC_PER_SEC);
  else
    file = g_strconcat (iso, SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

/**
 * tras_backup_make:
 * @db: a connection outside of an edit
 * @reason: what it is made for; those before a migration are never thinned
 * @error: where to put the error
 *
 * Writes a verified copy into the folder of the file's backups, and thins those.
 */
gboolean
tras_backup_make (TrasDb            *db,
                  TrasBackupReason   reason,
                  GError           **error)
{
  g_autofree char *folder = tras_backup_dup_folder (tras_db_get_path (db));
  g_autofree char *target = dup_target (db, reason, folder);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (error, folder, errno);
  if (!tras_backup_write (db, target, error))
    return FALSE;
  thin_folder (folder, SUFFIX);

  return TRUE;
}

/**
 * tras_backup_make_daily:
 * @db: a connection outside of an edit
 * @error: where to put the error
 *
 * Makes the backup of the day before the day's first edit. A backup that cannot be made must not
 * keep a firm from its work, so that only a damaged file stops the edit.
 *
 * Returns: whether the edit may go on
 */
gboolean
tras_backup_make_daily (TrasDb  *db,
                        GError **error)
{
  g_autofree char *folder = tras_backup_dup_folder (tras_db_get_path (db));
  g_autofree char *target = dup_target (db, TRAS_BACKUP_DAILY, folder);
  g_autoptr (GError) local = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS) || tras_backup_make (db, TRAS_BACKUP_DAILY, &local))
    return TRUE;

  if (g_error_matches (local, TRAS_ERROR, TRAS_ERROR_DAMAGED) ||
      g_error_matches (local, TRAS_ERROR, TRAS_ERROR_FOREIGN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  g_message ("No backup today: %s", local->message);
  return TRUE;
}

/**
 * tras_backup_make_reports:
 * @engine: a connection to the confidential reports, outside of a transaction
 * @company: the firm's file beside them
 * @kind: the mark of such files in their header
 * @error: where to put the error
 *
 * Makes the backup of the day before the day's first change, with the firm's, unless it is there.
 */
gboolean
tras_backup_make_reports (TrasEngine  *engine,
                          const char  *company,
                          guint32      kind,
                          GError     **error)
{
  g_autofree char *folder = tras_backup_dup_folder (company);
  g_autofree char *iso = tras_day_to_iso (tras_day_today ());
  g_autofree char *name = g_strconcat (iso, REPORTS_SUFFIX, NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (error, folder, errno);
  if (!write_copy (engine, target, kind, error))
    return FALSE;
  thin_folder (folder, REPORTS_SUFFIX);

  return TRUE;
}

/**
 * tras_backup_dup_newest_reports:
 * @company: a firm's file
 *
 * Returns: (transfer full) (nullable): the newest backup of its confidential reports, or %NULL
 */
char *
tras_backup_dup_newest_reports (const char *company)
{
  g_autofree char *folder = tras_backup_dup_folder (company);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *newest = NULL;
  const char *name;

  /* ISO dates are in the order of their letters. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (day_of_name (name, REPORTS_SUFFIX) != TRAS_DAY_NONE && g_strcmp0 (name, newest) > 0)
        {
          g_free (newest);
          newest = g_strdup (name);
        }
    }

  return newest != NULL ? g_build_filename (folder, newest, NULL) : NULL;
}

/**
 * tras_backup_bring_reports:
 * @backup: a backup of confidential reports
 * @path: where they were; nothing may be there
 * @kind: the mark of such files in their header
 * @error: where to put the error
 *
 * Verifies the backup and puts a copy of it in the place of the file that is gone.
 */
gboolean
tras_backup_bring_reports (const char  *backup,
                           const char  *path,
                           guint32      kind,
                           GError     **error)
{
  g_autoptr (TrasEngine) engine = open_kind (backup, kind, error);

  return engine != NULL && tras_backup_put_reports (engine, path, kind, error);
}

/**
 * tras_backup_put_reports:
 * @engine: a connection to confidential reports, outside of a transaction
 * @path: where a copy shall be; nothing may be there
 * @kind: the mark of such files in their header
 * @error: where to put the error: %TRAS_ERROR_EXISTS where something is there
 *
 * Writes a copy beside its place, verifies it, and only then gives it its name.
 */
gboolean
tras_backup_put_reports (TrasEngine  *engine,
                         const char  *path,
                         guint32      kind,
                         GError     **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_errno (error, path, EEXIST);

  return write_copy (engine, path, kind, error);
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const TrasBackup *x = *(const TrasBackup *const *) a, *y = *(const TrasBackup *const *) b;

  return x->made_at < y->made_at ? 1 : x->made_at > y->made_at ? -1 : 0;
}

/**
 * tras_backup_list:
 * @path: a firm's file
 *
 * Returns: (transfer full) (element-type TrasBackup): its backups, newest first
 */
GPtrArray *
tras_backup_list (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_backup_free);
  g_autofree char *folder = tras_backup_dup_folder (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      TrasBackup *backup;
      GStatBuf info;

      if (!g_str_has_suffix (name, SUFFIX) || g_stat (file, &info) != 0)
        continue;
      backup = g_new0 (TrasBackup, 1);
      backup->path = g_steal_pointer (&file);
      backup->made_at = info.st_mtime;
      backup->size = (guint64) info.st_size;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);

  return backups;
}

/**
 * tras_backup_get_day:
 * @self: a backup
 *
 * Returns: the day it is of; %TRAS_DAY_NONE for one from before an upgrade, which is never thinned
 */
TrasDay
tras_backup_get_day (const TrasBackup *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  return day_of_name (name, SUFFIX);
}

/**
 * tras_backup_get_end:
 * @backups: (element-type TrasBackup): all there are
 * @day: the day that one of them is of
 * @today: the present day
 *
 * Returns: the day on which it is thinned away where there is a backup every day from now on;
 *   without, it stays for longer. %TRAS_DAY_NONE where it never is
 */
TrasDay
tras_backup_get_end (GPtrArray *backups,
                     TrasDay    day,
                     TrasDay    today)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (TrasDay));

  for (guint i = 0; i < backups->len; i++)
    {
      TrasDay other = tras_backup_get_day (backups->pdata[i]);

      if (other != TRAS_DAY_NONE && other <= today)
        g_array_append_val (days, other);
    }

  for (TrasDay next = today + 1; day != TRAS_DAY_NONE && next < today + LONGEST; next++)
    {
      g_autoptr (GArray) gone = NULL;

      g_array_append_val (days, next);
      gone = tras_backup_thin ((const TrasDay *) (gpointer) days->data, days->len, next);
      for (guint g = 0; g < gone->len; g++)
        {
          if (g_array_index (gone, TrasDay, g) == day)
            return next;
          for (guint d = days->len; d-- > 0;)
            {
              if (g_array_index (days, TrasDay, d) == g_array_index (gone, TrasDay, g))
                g_array_remove_index_fast (days, d);
            }
        }
    }

  return TRAS_DAY_NONE;
}

/**
 * tras_backup_restore:
 * @backup: a backup
 * @path: the firm's file; nobody may have it open
 * @error: where to put the error
 *
 * Verifies the backup, sets the present file aside, and puts a copy of the backup in its place. A
 * journal that lies beside belongs to the file that was set aside and must not be played into the
 * other.
 *
 * Returns: (transfer full) (nullable): where the present file was set aside, or %NULL
 */
char *
tras_backup_restore (const char  *backup,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (TrasEngine) engine = NULL;
  g_autofree char *part = g_strconcat (path, ".restoring", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_val_if_fail (backup != NULL && path != NULL, NULL);

  engine = open_verified (backup, error);
  if (engine == NULL || !copy_to_part (engine, part, TRAS_SQLITE_APPLICATION_ID, error))
    return NULL;

  do
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.before-restore-%" G_GINT64_FORMAT, path, now++);
    }
  while (g_file_test (aside, G_FILE_TEST_EXISTS));
  if (g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (path, aside) != 0)
    {
      fail_errno (error, path, errno);
      g_unlink (part);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      g_autofree char *from = g_strconcat (path, besides[i], NULL);
      g_autofree char *to = g_strconcat (aside, besides[i], NULL);

      g_rename (from, to);
    }
  if (g_rename (part, path) != 0)
    {
      fail_errno (error, path, errno);
      g_rename (aside, path);
      return NULL;
    }
  if (!sync_path (folder, error))
    return NULL;

  return g_steal_pointer (&aside);
}
