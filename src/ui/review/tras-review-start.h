/* tras-review-start.h: before a meeting: who, how long, what about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_START (tras_review_start_get_type ())

G_DECLARE_FINAL_TYPE (TrasReviewStart, tras_review_start, TRAS, REVIEW_START, AdwBin)

GtkWidget *tras_review_start_new       (TrasReviewDesk  *desk);
void       tras_review_start_set_store (TrasReviewStart *self,
                                        TrasStore       *store);
void       tras_review_start_begin     (TrasReviewStart *self);

G_END_DECLS
