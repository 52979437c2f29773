/* tras-sqlite-functions.h: functions that SQL may call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * TrasGather:
 * @rows: (element-type gint64): what tras_gather() has gathered
 * @block: what goes there next; to append each number by itself takes longer than to find it
 * @n: how many are in @block
 */
typedef struct
{
  GArray *rows;
  gint64 block[1024];
  guint n;
} TrasGather;

void tras_sqlite_add_functions (sqlite3    *handle,
                                gint64     *edit,
                                TrasGather *gather);

G_END_DECLS
