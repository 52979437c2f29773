/* tras-map-page.h: the strategy as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"
#include "tras-strategy-view.h"
#include "tras-strategy.h"

G_BEGIN_DECLS

#define TRAS_TYPE_MAP_PAGE (tras_map_page_get_type ())

/**
 * TrasMapPage:
 *
 * The map of the strategy, whom the goals serve, and a list of what is tied to nothing.
 */
G_DECLARE_FINAL_TYPE (TrasMapPage, tras_map_page, TRAS, MAP_PAGE, AdwBin)

void              tras_map_page_set_store    (TrasMapPage  *self,
                                              TrasStore    *store);
void              tras_map_page_set_strategy (TrasMapPage  *self,
                                              TrasStrategy *strategy);
TrasStrategyView *tras_map_page_get_view     (TrasMapPage  *self);
void              tras_map_page_focus        (TrasMapPage  *self);

G_END_DECLS
