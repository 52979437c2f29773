/* tras-query-private.h: a query as SQL, for this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-engine.h"
#include "tras-id-set.h"

G_BEGIN_DECLS

gboolean         tras_query_is_filtered     (TrasQuery  *self);
gboolean         tras_query_has_conditions  (TrasQuery  *self);
gboolean         tras_query_has_words       (TrasQuery  *self);
gboolean         tras_query_is_by_id        (TrasQuery  *self);
gboolean         tras_query_has_same_order  (TrasQuery  *self,
                                             TrasQuery  *other);
char           **tras_query_dup_words       (TrasQuery  *self);
char            *tras_query_dup_pattern     (const char *word);
char            *tras_query_dup_among       (GArray     *ids);
gboolean         tras_query_is_name         (const TrasField  *field);
int              tras_query_is_searched     (const TrasTable  *table,
                                             const TrasField  *field,
                                             TrasDb           *db,
                                             GError          **error);
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
gboolean         tras_query_find_hits       (TrasQuery  *self,
                                             TrasDb     *db,
                                             TrasIdSet **hits,
                                             GError    **error);

G_END_DECLS
