/* tras-sqlite-vfs.h: a file that was moved does not take another's journal for its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrasSqliteVfs TrasSqliteVfs;

TrasSqliteVfs *tras_sqlite_vfs_new      (void);
void           tras_sqlite_vfs_free     (TrasSqliteVfs *self);
const char    *tras_sqlite_vfs_get_name (TrasSqliteVfs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSqliteVfs, tras_sqlite_vfs_free)

G_END_DECLS
