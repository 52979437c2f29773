/* tras-deviation-draft.h: new deviations, filled in as far as is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-indicator-series.h"

G_BEGIN_DECLS

TrasDeviation *tras_deviation_draft_from_point (TrasIndicatorSeries *series,
                                                gint32               period);
TrasAction    *tras_deviation_draft_action     (TrasDeviation       *deviation,
                                                const char          *title,
                                                TrasDay              today);
char          *tras_deviation_dup_obstacles    (TrasDeviation       *deviation);

G_END_DECLS
