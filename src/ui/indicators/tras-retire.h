/* tras-retire.h: an indicator goes out of use, and comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-indicator-series.h"

G_BEGIN_DECLS

void tras_retire_ask       (GtkWidget           *widget,
                            TrasIndicator       *indicator);
void tras_retire_take_back (GtkWidget           *widget,
                            TrasIndicatorSeries *series);

G_END_DECLS
