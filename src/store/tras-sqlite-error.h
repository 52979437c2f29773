/* tras-sqlite-error.h: what SQLite says went wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void tras_sqlite_take_error (sqlite3  *handle,
                             GError  **error);

G_END_DECLS
