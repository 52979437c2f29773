/* tras-map-paper.h: the map of the strategy as a file and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-strategy-map.h"

G_BEGIN_DECLS

void tras_map_paper_save  (GtkWidget       *widget,
                           TrasStrategyMap *map);
void tras_map_paper_print (GtkWidget       *widget,
                           TrasStrategyMap *map);

G_END_DECLS
