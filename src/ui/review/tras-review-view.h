/* tras-review-view.h: the week's review, page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_VIEW (tras_review_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasReviewView, tras_review_view, TRAS, REVIEW_VIEW, AdwBin)

void tras_review_view_set_store (TrasReviewView *self,
                                 TrasStore      *store);
void tras_review_view_set_day   (TrasReviewView *self,
                                 TrasDay         day);

G_END_DECLS
