/* tras-review-stage.h: what is talked about, large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-ask.h"
#include "tras-review-desk.h"
#include "tras-review-end.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_STAGE (tras_review_stage_get_type ())

/**
 * TrasReviewStage:
 *
 * The middle of the page: a chart as large as it goes, a record as a card, a story to be written
 * down, who is here, what is read back; and under it what is asked.
 */
G_DECLARE_FINAL_TYPE (TrasReviewStage, tras_review_stage, TRAS, REVIEW_STAGE, AdwBin)

GtkWidget     *tras_review_stage_new     (TrasReviewDesk  *desk);
TrasReviewAsk *tras_review_stage_get_ask (TrasReviewStage *self);
TrasReviewEnd *tras_review_stage_get_end (TrasReviewStage *self);
void           tras_review_stage_write   (TrasReviewStage *self);

G_END_DECLS
