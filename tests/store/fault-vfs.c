/* fault-vfs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "fault-vfs.h"

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *disk;
static FaultKind kind;
static guint calls_left;
static gboolean struck;

/* Whether this call, which would change something, is the one to fail. */
static gboolean
strikes (void)
{
  if (struck && kind == FAULT_DEAD)
    return TRUE;
  if (calls_left == 0 || --calls_left > 0)
    return FALSE;
  struck = TRUE;

  return TRUE;
}

static int
failure (int code)
{
  return kind == FAULT_FULL ? SQLITE_FULL : code;
}

/* A call that changes something, as the disk does it or does not. */
#define FAULTY(call, code)                                                                         \
  (strikes () ? (kind == FAULT_LATE ? (void) (call) : (void) 0, failure (code)) : (call))

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
file_read (sqlite3_file  *file,
           void          *data,
           int            size,
           sqlite3_int64  offset)
{
  return real (file)->pMethods->xRead (real (file), data, size, offset);
}

static int
file_write (sqlite3_file  *file,
            const void    *data,
            int            size,
            sqlite3_int64  offset)
{
  return FAULTY (real (file)->pMethods->xWrite (real (file), data, size, offset),
                 SQLITE_IOERR_WRITE);
}

static int
file_truncate (sqlite3_file  *file,
               sqlite3_int64  size)
{
  return FAULTY (real (file)->pMethods->xTruncate (real (file), size), SQLITE_IOERR_TRUNCATE);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  return FAULTY (real (file)->pMethods->xSync (real (file), flags), SQLITE_IOERR_FSYNC);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           lock)
{
  return real (file)->pMethods->xLock (real (file), lock);
}

static int
file_unlock (sqlite3_file *file,
             int           lock)
{
  return real (file)->pMethods->xUnlock (real (file), lock);
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int          *reserved)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), reserved);
}

static int
file_control (sqlite3_file *file,
              int           op,
              void         *argument)
{
  return real (file)->pMethods->xFileControl (real (file), op, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
file_device_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device_characteristics,
};

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int code;

  memset (self, 0, sizeof *self);
  self->real = (sqlite3_file *) (self + 1);
  if (strikes ())
    return failure (SQLITE_CANTOPEN);
  code = disk->xOpen (disk, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;

  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync_folder)
{
  return FAULTY (disk->xDelete (disk, name, sync_folder), SQLITE_IOERR_DELETE);
}

/* Puts the failing disk before the real one, for every connection that is opened from now on. */
void
fault_vfs_register (void)
{
  static sqlite3_vfs vfs;

  disk = sqlite3_vfs_find (NULL);
  vfs = *disk;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (FaultFile) + disk->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  sqlite3_vfs_register (&vfs, TRUE);
}

/* Lets the @call-th call from now on that would change something fail, from 1. */
void
fault_vfs_arm (FaultKind new_kind,
               guint     call)
{
  kind = new_kind;
  calls_left = call;
  struck = FALSE;
}

/* Lets everything work again; returns whether a call has failed. */
gboolean
fault_vfs_disarm (void)
{
  gboolean had_struck = struck;

  calls_left = 0;
  struck = FALSE;

  return had_struck;
}
