/* tras-review-report.h: the week's review as pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-report.h"
#include "tras-review-data.h"

G_BEGIN_DECLS

TrasReport *tras_review_report_new   (TrasReviewData          *data,
                                      const TrasNumberFormat  *format,
                                      double                   width,
                                      double                   height);
gboolean    tras_review_report_write (TrasDb                  *db,
                                      TrasDay                  week,
                                      const char              *language,
                                      const char              *path,
                                      GError                 **error);

G_END_DECLS
