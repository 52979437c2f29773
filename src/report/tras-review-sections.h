/* tras-review-sections.h: what the review's pages say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-page-layout.h"
#include "tras-review-data.h"

G_BEGIN_DECLS

void tras_review_sections_add (TrasPageLayout         *pages,
                               TrasReportStyle        *style,
                               TrasReviewData         *data,
                               const TrasNumberFormat *format);

G_END_DECLS
