/* tras-absence-view.h: who is away, walked day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-absence-board.h"
#include "tras-grid-view.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ABSENCE_VIEW (tras_absence_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasAbsenceView, tras_absence_view, TRAS, ABSENCE_VIEW, TrasGridView)

void            tras_absence_view_show     (TrasAbsenceView  *self,
                                            TrasAbsenceBoard *board,
                                            gint64            area_id);
TrasAbsenceRow *tras_absence_view_get_row  (TrasAbsenceView  *self);
gboolean        tras_absence_view_get_days (TrasAbsenceView  *self,
                                            TrasDay          *from,
                                            TrasDay          *to);
void            tras_absence_view_set_day  (TrasAbsenceView  *self,
                                            TrasDay           day);

G_END_DECLS
