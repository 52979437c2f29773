/* tras-past-reviews.h: the reviews that were held, and what each decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PAST_REVIEWS (tras_past_reviews_get_type ())

G_DECLARE_FINAL_TYPE (TrasPastReviews, tras_past_reviews, TRAS, PAST_REVIEWS, AdwWindow)

TrasPastReviews *tras_past_reviews_new  (TrasWindow      *window);
void             tras_past_reviews_show (TrasPastReviews *self,
                                         TrasDay          week,
                                         gint64           area_id);

G_END_DECLS
