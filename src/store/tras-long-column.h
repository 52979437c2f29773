/* tras-long-column.h: what is kept in memory of a long table's column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-id-set.h"

G_BEGIN_DECLS

/* Ids beyond this would make sets of more than eight megabytes. */
#define TRAS_LONG_COLUMN_LARGEST_ID ((gint64) 1 << 26)

typedef struct _TrasLongColumn TrasLongColumn;

gboolean  tras_long_column_find        (TrasDb                *db,
                                        const char            *table,
                                        const TrasField       *field,
                                        const TrasLongColumn **column,
                                        GError               **error);
gboolean  tras_long_column_may_contain (const TrasLongColumn  *self,
                                        const char            *word);
void      tras_long_column_add_matches (const TrasLongColumn  *self,
                                        GArray                *values,
                                        TrasIdSet             *rows);
GArray   *tras_long_column_list_pairs  (const TrasLongColumn  *self,
                                        const TrasIdSet       *rows);

G_END_DECLS
