/* tras-kind-columns.h: the columns of a kind of records in a CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

GType            tras_kind_get_type    (guint            position);
GType            tras_kind_find_type   (const char      *kind);
gboolean         tras_kind_is_column   (const TrasField *field);
char            *tras_kind_dup_header  (const TrasTable *table,
                                        const TrasField *field);
const TrasField *tras_kind_find_column (const TrasTable *table,
                                        const char      *header);
int              tras_kind_get_digits  (const TrasField *field,
                                        const char      *currency);

G_END_DECLS
