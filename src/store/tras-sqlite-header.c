/* tras-sqlite-header.c: what a file says of itself before anybody opens it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tras-error.h"
#include "tras-sqlite.h"

/* SQLite's number for it. */
#define UTF_8 1

/**
 * tras_sqlite_read_header:
 * @path: a file
 * @application_id: (out): who made it
 * @user_version: (out): the number of the newest migration it has been through
 * @error: where to put the error
 *
 * Looks at the first 100 bytes without locking or changing anything.
 *
 * Returns: whether it is a SQLite file; %TRAS_ERROR_FOREIGN where it is not, %TRAS_ERROR_DAMAGED
 *   for one of ours that is none any more
 */
gboolean
tras_sqlite_read_header (const char  *path,
                         guint32     *application_id,
                         int         *user_version,
                         GError     **error)
{
  guint8 header[100];
  guint32 number;
  gssize n;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, TRAS_ERROR, code == ENOENT ? TRAS_ERROR_NOT_FOUND : TRAS_ERROR_DENIED,
                   "%s: %s", path, g_strerror (code));
      return FALSE;
    }
  n = read (fd, header, sizeof header);
  close (fd);

  if (n != sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_FOREIGN, "%s is not a company file", path);
      return FALSE;
    }

  memcpy (&number, header + 60, 4);
  *user_version = (int) GUINT32_FROM_BE (number);
  memcpy (&number, header + 68, 4);
  *application_id = GUINT32_FROM_BE (number);

  /* We write UTF-8, and SQLite takes every other program's word for what it wrote. */
  memcpy (&number, header + 56, 4);
  if (*application_id == TRAS_SQLITE_APPLICATION_ID && GUINT32_FROM_BE (number) != UTF_8)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED, "The header of %s is damaged", path);
      return FALSE;
    }

  return TRUE;
}
