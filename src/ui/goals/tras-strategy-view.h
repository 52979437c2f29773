/* tras-strategy-view.h: a map of the strategy that can be walked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-strategy-map.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STRATEGY_VIEW (tras_strategy_view_get_type ())

/**
 * TrasStrategyView:
 *
 * Arrows walk the nodes, Return opens one, + and − go nearer and farther, 0 shows the whole map. A
 * screen reader is told the node under the cursor.
 */
G_DECLARE_FINAL_TYPE (TrasStrategyView, tras_strategy_view, TRAS, STRATEGY_VIEW, GtkWidget)

TrasStrategyMap *tras_strategy_view_get_map      (TrasStrategyView *self);
void             tras_strategy_view_set_map      (TrasStrategyView *self,
                                                  TrasStrategyMap  *map);
int              tras_strategy_view_get_selected (TrasStrategyView *self);
void             tras_strategy_view_select       (TrasStrategyView *self,
                                                  int               node);
void             tras_strategy_view_set_lane     (TrasStrategyView *self,
                                                  int               lane);
void             tras_strategy_view_fit          (TrasStrategyView *self);
void             tras_strategy_view_zoom         (TrasStrategyView *self,
                                                  double            steps);

G_END_DECLS
