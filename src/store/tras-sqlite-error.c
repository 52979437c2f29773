/* tras-sqlite-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>

#include <gio/gio.h>

#include "tras-error.h"
#include "tras-sqlite-error.h"

/* The disk, what the user may have of it, or what the process may write. */
static gboolean
is_full (int code)
{
  return code == ENOSPC || code == EDQUOT || code == EFBIG;
}

/* What the last failing call on the file itself said. */
static int
file_errno (sqlite3 *handle)
{
  int code = 0;

  sqlite3_file_control (handle, "main", SQLITE_FCNTL_LAST_ERRNO, &code);

  return code;
}

static TrasError
error_code (sqlite3 *handle,
            int      extended)
{
  if (extended == SQLITE_READONLY_DBMOVED)
    return TRAS_ERROR_MOVED;

  switch (extended & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TRAS_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return TRAS_ERROR_CONSTRAINT;
    case SQLITE_FULL:
      return TRAS_ERROR_FULL;
    case SQLITE_READONLY:
      return TRAS_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return TRAS_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return TRAS_ERROR_FOREIGN;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return TRAS_ERROR_DENIED;
    case SQLITE_IOERR:
      if (handle != NULL &&
          (is_full (sqlite3_system_errno (handle)) || is_full (file_errno (handle))))
        return TRAS_ERROR_FULL;
      /* What was read is not what was written. */
      if (extended == SQLITE_IOERR_DATA || extended == SQLITE_IOERR_CORRUPTFS)
        return TRAS_ERROR_DAMAGED;
      return TRAS_ERROR_IO;
    default:
      return TRAS_ERROR_BUG;
    }
}

/**
 * tras_sqlite_take_error:
 * @handle: a connection on which a call has just failed
 * @error: where to put the error
 *
 * Says what went wrong, in the words of SQLite.
 */
void
tras_sqlite_take_error (sqlite3  *handle,
                        GError  **error)
{
  int extended = sqlite3_extended_errcode (handle);
  TrasError code = error_code (handle, extended);

  if ((extended & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The operation was cancelled");
  else if (code == TRAS_ERROR_FULL)
    g_set_error_literal (error, TRAS_ERROR, code, "The disk is full; nothing was changed");
  else
    g_set_error_literal (error, TRAS_ERROR, code, sqlite3_errmsg (handle));
}
