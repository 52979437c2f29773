/* tras-sqlite-functions.h: functions that SQL may call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void tras_sqlite_add_functions (sqlite3 *handle,
                                gint64  *edit);

G_END_DECLS
