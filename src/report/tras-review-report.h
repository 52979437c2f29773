/* tras-review-report.h: the week's review as pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "tras-number.h"
#include "tras-page-layout.h"
#include "tras-review-data.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_REPORT (tras_review_report_get_type ())

G_DECLARE_FINAL_TYPE (TrasReviewReport, tras_review_report, TRAS, REVIEW_REPORT, GObject)

TrasReviewReport *tras_review_report_new           (TrasReviewData          *data,
                                                    const TrasNumberFormat  *format,
                                                    double                   width,
                                                    double                   height);
TrasReviewData   *tras_review_report_get_data      (TrasReviewReport        *self);
void              tras_review_report_get_page_size (TrasReviewReport        *self,
                                                    double                  *width,
                                                    double                  *height);
guint             tras_review_report_get_n_pages   (TrasReviewReport        *self);
const TrasPlace  *tras_review_report_get_places    (TrasReviewReport        *self,
                                                    guint                   *n_places);
void              tras_review_report_draw_page     (TrasReviewReport        *self,
                                                    cairo_t                 *cr,
                                                    guint                    page);
char             *tras_review_report_dup_title     (TrasReviewReport        *self);
GBytes           *tras_review_report_to_pdf        (TrasReviewReport        *self,
                                                    GError                 **error);
gboolean          tras_review_report_write         (TrasDb                  *db,
                                                    TrasDay                  week,
                                                    const char              *language,
                                                    const char              *path,
                                                    GError                 **error);

G_END_DECLS
