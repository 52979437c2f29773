/* bench-bare.h: a firm's file without the program: what any program would have to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void     bench_bare_run  (sqlite3     *handle,
                          const char  *sql);
sqlite3 *bench_bare_open (const char  *path);
double   bench_bare_book (sqlite3     *handle,
                          gint64       item_id);

G_END_DECLS
