/* tras-meeting-week.h: which week's meeting is held now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-review.h"

G_BEGIN_DECLS

gboolean tras_meeting_find_going_on (TrasDb      *db,
                                     TrasDay      today,
                                     TrasReview **review,
                                     GError     **error);
gboolean tras_meeting_find_week     (TrasDb      *db,
                                     TrasDay      today,
                                     gint64       area_id,
                                     TrasDay     *week_on,
                                     GError     **error);
TrasDay  tras_meeting_choose_week   (TrasDay      today,
                                     TrasDay      last_on);

G_END_DECLS
