/* tras-fill-card.h: one number that is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-indicator-series.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FILL_CARD (tras_fill_card_get_type ())

G_DECLARE_FINAL_TYPE (TrasFillCard, tras_fill_card, TRAS, FILL_CARD, AdwBin)

void  tras_fill_card_ask       (TrasFillCard        *self,
                                TrasIndicatorSeries *series,
                                gint32               period,
                                gboolean             is_first);
void  tras_fill_card_refresh   (TrasFillCard        *self,
                                TrasIndicatorSeries *series);
char *tras_fill_card_dup_title (TrasIndicatorSeries *series,
                                gint32               period);

G_END_DECLS
