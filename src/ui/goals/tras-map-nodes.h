/* tras-map-nodes.h: the firm's strategy as a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-strategy-map.h"
#include "tras-strategy.h"

G_BEGIN_DECLS

TrasStrategyMap *tras_map_nodes_new_map   (TrasStrategy    *strategy,
                                           gint64           area_id,
                                           gboolean         mirrored);
char            *tras_map_nodes_dup_words (TrasStrategyMap *map,
                                           guint            node);

G_END_DECLS
