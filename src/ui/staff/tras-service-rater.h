/* tras-service-rater.h: a month of all services that an area gets, one click each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-service-board.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SERVICE_RATER (tras_service_rater_get_type ())

/**
 * TrasServiceRater:
 *
 * All that one area gets from others in a month, with a number from 1 to 5 each. A click on it, or
 * its key on the row, is one edit; another one takes its place. Which area it is is remembered.
 */
G_DECLARE_FINAL_TYPE (TrasServiceRater, tras_service_rater, TRAS, SERVICE_RATER, AdwBin)

void tras_service_rater_show  (TrasServiceRater *self,
                               TrasStore        *store,
                               TrasServiceBoard *board);
void tras_service_rater_focus (TrasServiceRater *self);

G_END_DECLS
