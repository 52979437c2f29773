/* tras-sqlite-literals.h: rows as text that SQL takes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

/* More than the longest number takes, with its comma: a whole one or NULL, and a real with all
 * factors of the smallest double. */
#define TRAS_LITERAL_INT_SIZE 24
#define TRAS_LITERAL_REAL_SIZE 480

/* The quotes around a text. */
#define TRAS_LITERAL_QUOTES_SIZE 2

char       *tras_literal_append_int  (char         *at,
                                      gint64        value);
char       *tras_literal_append_real (char         *at,
                                      double        value);
char       *tras_literal_append_text (char         *at,
                                      const char   *text);
char       *tras_literal_append_null (char         *at);
const char *tras_literal_bind        (sqlite3_stmt *statement,
                                      int           place,
                                      const char   *at);

void        tras_sqlite_add_literals (sqlite3      *handle);
