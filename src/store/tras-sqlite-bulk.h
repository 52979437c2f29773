/* tras-sqlite-bulk.h: the rows of a bulk into SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "tras-bulk.h"
#include "tras-engine.h"

G_BEGIN_DECLS

/**
 * TrasSqliteBulk:
 *
 * What the virtual table tras_bulk of a connection shows; belongs to the connection.
 */
typedef struct _TrasSqliteBulk TrasSqliteBulk;

TrasSqliteBulk *tras_sqlite_add_bulk    (sqlite3         *handle,
                                         TrasEngine      *engine);
gboolean        tras_sqlite_bulk_insert (TrasSqliteBulk  *self,
                                         TrasBulk        *bulk,
                                         gint64           edit,
                                         GError         **error);

G_END_DECLS
