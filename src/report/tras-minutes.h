/* tras-minutes.h: what a meeting saw and said, as pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-meeting.h"
#include "tras-number.h"
#include "tras-report.h"

G_BEGIN_DECLS

TrasReport *tras_minutes_new   (TrasMeeting             *meeting,
                                const TrasNumberFormat  *format,
                                double                   width,
                                double                   height);
gboolean    tras_minutes_write (TrasDb                  *db,
                                TrasDay                  week,
                                gint64                   area_id,
                                const char              *language,
                                const char              *path,
                                GError                 **error);

G_END_DECLS
