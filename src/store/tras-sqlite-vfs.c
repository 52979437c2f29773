/* tras-sqlite-vfs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite looks for a journal by the name that the file had when it was opened. Once the file was
 * moved, and another stands in its place that somebody is writing, that name leads to the journal
 * of the other. No lock on our file says that it is in use, so SQLite takes it for what a crash
 * left behind, rolls its pages back into ours and deletes it: both files are lost. It looks at
 * every read, so asking whether the file has moved before a job would leave that gap open.
 */

#include "config.h"

#include <sqlite3.h>

#include "tras-sqlite-vfs.h"

/* One for each connection: what asks for a journal does not say for which file it asks. */
struct _TrasSqliteVfs
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  sqlite3_file *main;
  char *name;
};

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  TrasSqliteVfs *self = (TrasSqliteVfs *) vfs;
  int code = self->real->xOpen (self->real, name, file, flags, out_flags);

  /* The first is the connection's own; VACUUM INTO opens its copy as another. */
  if (code == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) && self->main == NULL)
    self->main = file;

  return code;
}

static gboolean
has_moved (TrasSqliteVfs *self)
{
  int moved = 0;

  return self->main != NULL &&
         self->main->pMethods->xFileControl (self->main, SQLITE_FCNTL_HAS_MOVED,
                                             &moved) == SQLITE_OK && moved;
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *name,
            int          flags,
            int         *result)
{
  TrasSqliteVfs *self = (TrasSqliteVfs *) vfs;
  int code = self->real->xAccess (self->real, name, flags, result);

  /* In this order: a journal that was there while the file still stood in its place is its own.
   * The copy of a VACUUM INTO is new and has none. */
  if (code == SQLITE_OK && flags == SQLITE_ACCESS_EXISTS && *result && has_moved (self))
    *result = 0;

  return code;
}

/**
 * tras_sqlite_vfs_new:
 *
 * Makes what the one connection that is opened by its name reaches the disk through. A file that
 * has moved has no journal: it is read as it was when it moved, and SQLite refuses to write it.
 *
 * Returns: (transfer full): to be freed after the connection was closed
 */
TrasSqliteVfs *
tras_sqlite_vfs_new (void)
{
  TrasSqliteVfs *self = g_new0 (TrasSqliteVfs, 1);

  self->real = sqlite3_vfs_find (NULL);
  self->name = g_strdup_printf ("trastienda-%p", (void *) self);
  self->vfs = *self->real;
  self->vfs.pNext = NULL;
  self->vfs.zName = self->name;
  self->vfs.xOpen = vfs_open;
  self->vfs.xAccess = vfs_access;
  sqlite3_vfs_register (&self->vfs, FALSE);

  return self;
}

/**
 * tras_sqlite_vfs_free:
 * @self: (transfer full): a way to the disk that no connection uses any more
 */
void
tras_sqlite_vfs_free (TrasSqliteVfs *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_vfs_unregister (&self->vfs);
  g_free (self->name);
  g_free (self);
}

/**
 * tras_sqlite_vfs_get_name:
 * @self: a way to the disk
 *
 * Returns: (transfer none): what to name when the connection is opened
 */
const char *
tras_sqlite_vfs_get_name (TrasSqliteVfs *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}
