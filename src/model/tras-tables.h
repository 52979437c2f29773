/* tras-tables.h: all record types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

guint tras_tables_get_n     (void);
GType tras_tables_get_type  (guint       position);
GType tras_tables_find_kind (const char *kind);
GType tras_tables_find_name (const char *name);

G_END_DECLS
