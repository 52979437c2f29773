/* tras-query-private.h: a query as SQL, for this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-query.h"

G_BEGIN_DECLS

void tras_query_append_where (TrasQuery *self,
                              GString   *sql,
                              GPtrArray *parameters);
void tras_query_append_order (TrasQuery *self,
                              gboolean   has_id,
                              GString   *sql);

G_END_DECLS
