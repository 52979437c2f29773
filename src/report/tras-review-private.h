/* tras-review-private.h: the parts of the review's pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-report-writer.h"
#include "tras-review-data.h"

G_BEGIN_DECLS

/**
 * TrasReviewWriter:
 * @writer: what the review is added to
 * @data: the week; borrowed
 *
 * What every part of the review needs.
 */
typedef struct
{
  TrasReportWriter writer;
  TrasReviewData *data;
} TrasReviewWriter;

void tras_review_add_verdicts    (const TrasReviewWriter *self);
void tras_review_add_charts      (const TrasReviewWriter *self);
void tras_review_add_missing     (const TrasReviewWriter *self);

void tras_review_add_deviations  (const TrasReviewWriter *self);
void tras_review_add_checks      (const TrasReviewWriter *self);
void tras_review_add_actions     (const TrasReviewWriter *self);
void tras_review_add_goals       (const TrasReviewWriter *self);
void tras_review_add_experiments (const TrasReviewWriter *self);
void tras_review_add_decisions   (const TrasReviewWriter *self);

G_END_DECLS
