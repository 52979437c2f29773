/* tras-sqlite-literals.h: rows as text that SQL takes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

void tras_sqlite_add_literals (sqlite3 *handle);
