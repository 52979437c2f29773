/* tras-sqlite.h: the engine on SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-engine.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SQLITE (tras_sqlite_get_type ())

G_DECLARE_FINAL_TYPE (TrasSqlite, tras_sqlite, TRAS, SQLITE, TrasEngine)

/* "TRAS", which marks a firm's file among SQLite's files. */
#define TRAS_SQLITE_APPLICATION_ID 0x54524153

TrasEngine *tras_sqlite_create       (const char   *path,
                                      GError      **error);
TrasEngine *tras_sqlite_open         (const char   *path,
                                      gboolean      read_only,
                                      GError      **error);
TrasEngine *tras_sqlite_open_memory  (GError      **error);
gboolean    tras_sqlite_read_header  (const char   *path,
                                      guint32      *application_id,
                                      int          *user_version,
                                      GError      **error);
gboolean    tras_sqlite_is_read_only (TrasSqlite   *self);
gboolean    tras_sqlite_has_moved    (TrasSqlite   *self);
gboolean    tras_sqlite_leave_wal    (TrasSqlite   *self,
                                      GError      **error);
gboolean    tras_sqlite_quick_check  (TrasSqlite   *self,
                                      GError      **error);

G_END_DECLS
