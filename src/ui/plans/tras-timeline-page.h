/* tras-timeline-page.h: the plans over the calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"
#include "tras-timeline-view.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TIMELINE_PAGE (tras_timeline_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasTimelinePage, tras_timeline_page, TRAS, TIMELINE_PAGE, AdwBin)

void              tras_timeline_page_set_store (TrasTimelinePage *self,
                                                TrasStore        *store);
void              tras_timeline_page_focus     (TrasTimelinePage *self);
TrasTimelineView *tras_timeline_page_get_view  (TrasTimelinePage *self);

G_END_DECLS
