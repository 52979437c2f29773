/* tras-error.h: the one error domain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasError:
 * @TRAS_ERROR_BUSY: another connection holds the file; trying again may help
 * @TRAS_ERROR_CONFLICT: somebody else has changed the row since it was read
 * @TRAS_ERROR_CONSTRAINT: a rule of the records refuses the change
 * @TRAS_ERROR_REFUSED: as @TRAS_ERROR_CONSTRAINT, and the message says in the user's words what is
 *   in the way and what to do
 * @TRAS_ERROR_FULL: the disk is full; nothing was changed
 * @TRAS_ERROR_READ_ONLY: the file can be read, not written
 * @TRAS_ERROR_MOVED: the file was moved, deleted or replaced since it was opened
 * @TRAS_ERROR_DAMAGED: the file's content is not what it was written as
 * @TRAS_ERROR_IO: the disk, or what lies between it and us, does not do what it is asked; nothing
 *   was changed, and trying again may help
 * @TRAS_ERROR_DENIED: no permission to open or make the file
 * @TRAS_ERROR_EXPOSED: others than its owner may read the file, which only the owner shall
 * @TRAS_ERROR_NEWER: the file was made by a newer version; it can be looked at
 * @TRAS_ERROR_TOO_NEW: the file was made by a newer version, and what is read here is not in it
 * @TRAS_ERROR_OLDER: the file was made by an older version, and where it is it cannot be brought up
 *   to date
 * @TRAS_ERROR_FOREIGN: not a company file at all
 * @TRAS_ERROR_NOT_FOUND: no such file, record or name
 * @TRAS_ERROR_EXISTS: the file is there already and is not written over
 * @TRAS_ERROR_INVALID: a value that does not fit (a text that is no date, a word that is no choice)
 * @TRAS_ERROR_BUG: a mistake of this program
 *
 * What went wrong, as far as the way out differs. The message is a sentence for logs and for the
 * command line; the window words each code itself.
 */
typedef enum
{
  TRAS_ERROR_BUSY,
  TRAS_ERROR_CONFLICT,
  TRAS_ERROR_CONSTRAINT,
  TRAS_ERROR_REFUSED,
  TRAS_ERROR_FULL,
  TRAS_ERROR_READ_ONLY,
  TRAS_ERROR_MOVED,
  TRAS_ERROR_DAMAGED,
  TRAS_ERROR_IO,
  TRAS_ERROR_DENIED,
  TRAS_ERROR_EXPOSED,
  TRAS_ERROR_NEWER,
  TRAS_ERROR_TOO_NEW,
  TRAS_ERROR_OLDER,
  TRAS_ERROR_FOREIGN,
  TRAS_ERROR_NOT_FOUND,
  TRAS_ERROR_EXISTS,
  TRAS_ERROR_INVALID,
  TRAS_ERROR_BUG,
} TrasError;

#define TRAS_ERROR (tras_error_quark ())

GQuark tras_error_quark (void);

G_END_DECLS
