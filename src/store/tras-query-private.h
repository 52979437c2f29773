/* tras-query-private.h: a query as SQL, for this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

gboolean         tras_query_is_filtered     (TrasQuery  *self);
gboolean         tras_query_is_computed     (TrasQuery  *self);
const TrasField *tras_query_get_order_field (TrasQuery  *self);
gboolean         tras_query_append_where    (TrasQuery  *self,
                                             TrasDb     *db,
                                             GString    *sql,
                                             GPtrArray  *parameters,
                                             GError    **error);
gboolean         tras_query_append_order    (TrasQuery  *self,
                                             TrasDb     *db,
                                             GString    *sql,
                                             GError    **error);

G_END_DECLS
