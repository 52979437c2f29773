/* tras-scorecard-report.h: the scorecard on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-report.h"
#include "tras-scorecard-lines.h"

G_BEGIN_DECLS

TrasReport *tras_scorecard_report_new   (TrasScorecard              *scorecard,
                                         const TrasScorecardFilter  *filter,
                                         const char                 *firm,
                                         const TrasNumberFormat     *format,
                                         double                      width,
                                         double                      height);
gboolean    tras_scorecard_report_write (TrasDb                     *db,
                                         TrasDay                     day,
                                         const char                 *language,
                                         const char                 *path,
                                         GError                    **error);

G_END_DECLS
