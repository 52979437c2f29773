/* tras-review-private.h: the parts of the review's pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-report-table.h"
#include "tras-review-data.h"

G_BEGIN_DECLS

/* Between a heading and what stands under it. */
#define TRAS_REVIEW_GAP 4.0

/**
 * TrasReviewWriter:
 * @pages: what the review is added to
 * @style: how its texts look
 * @data: the week
 * @format: how to write numbers and dates
 *
 * What every part of the review needs; all borrowed.
 */
typedef struct
{
  TrasPageLayout *pages;
  TrasReportStyle *style;
  TrasReviewData *data;
  const TrasNumberFormat *format;
} TrasReviewWriter;

void             tras_review_add_text        (const TrasReviewWriter  *self,
                                              TrasTextRole             role,
                                              const char              *text,
                                              double                   space_before);
void             tras_review_add_heading     (const TrasReviewWriter  *self,
                                              const char              *text);
void             tras_review_add_nothing     (const TrasReviewWriter  *self,
                                              const char              *text);
TrasReportTable *tras_review_new_table       (const TrasReviewWriter  *self,
                                              const TrasReportColumn  *columns,
                                              guint                    n_columns);

void             tras_review_add_verdicts    (const TrasReviewWriter  *self);
void             tras_review_add_charts      (const TrasReviewWriter  *self);
void             tras_review_add_missing     (const TrasReviewWriter  *self);

void             tras_review_add_deviations  (const TrasReviewWriter  *self);
void             tras_review_add_actions     (const TrasReviewWriter  *self);
void             tras_review_add_goals       (const TrasReviewWriter  *self);
void             tras_review_add_experiments (const TrasReviewWriter  *self);
void             tras_review_add_decisions   (const TrasReviewWriter  *self);

G_END_DECLS
