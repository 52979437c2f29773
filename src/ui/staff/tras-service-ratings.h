/* tras-service-ratings.h: what was said of a service, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SERVICE_RATINGS (tras_service_ratings_get_type ())

G_DECLARE_FINAL_TYPE (TrasServiceRatings, tras_service_ratings, TRAS, SERVICE_RATINGS,
                      TrasDetailSection)

G_END_DECLS
