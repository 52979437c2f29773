/* tras-review-history.h: the reviews that were held
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-review.h"

G_BEGIN_DECLS

/**
 * TrasPastReview:
 * @review: the review
 * @n_present: how many people were there
 * @usefulness: the mean of their answers, in tenths; 0 where nobody answered
 * @n_points: how many points were talked about
 * @results: (element-type TrasReviewResult): what was made in it, in that order
 * @texts: (element-type utf8): everything that it says: its area and note, its subjects, what was
 *   said, what was made and by whom
 * @keys: (element-type utf8): @texts folded for search, in the same order
 *
 * A meeting that was held, or is being held.
 */
typedef struct
{
  TrasReview *review;
  guint n_present;
  guint usefulness;
  guint n_points;
  GPtrArray *results;
  GPtrArray *texts;
  GPtrArray *keys;
} TrasPastReview;

void        tras_past_review_free    (TrasPastReview  *self);
gboolean    tras_past_review_matches (TrasPastReview  *self,
                                      const char      *words,
                                      const char     **where);
GPtrArray  *tras_review_history_load (TrasDb          *db,
                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasPastReview, tras_past_review_free)

G_END_DECLS
