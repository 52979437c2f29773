/* tras-timeline-view.h: a timeline that is walked, zoomed and moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-scroll-area.h"
#include "tras-timeline-source.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TIMELINE_VIEW (tras_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasTimelineView, tras_timeline_view, TRAS, TIMELINE_VIEW, TrasScrollArea)

void                tras_timeline_view_set_source   (TrasTimelineView   *self,
                                                     TrasTimelineSource *source);
TrasTimelineSource *tras_timeline_view_get_source   (TrasTimelineView   *self);
void                tras_timeline_view_set_editable (TrasTimelineView   *self,
                                                     gboolean            editable);
void                tras_timeline_view_fold_all     (TrasTimelineView   *self,
                                                     gboolean            unfolded);
void                tras_timeline_view_zoom         (TrasTimelineView   *self,
                                                     double              factor);
void                tras_timeline_view_show_legend (TrasTimelineView   *self);
void                tras_timeline_view_show_today   (TrasTimelineView   *self);
gboolean            tras_timeline_view_select       (TrasTimelineView   *self,
                                                     gint64              id);
gint64              tras_timeline_view_get_selected (TrasTimelineView   *self);
void                tras_timeline_view_take_back    (TrasTimelineView   *self);
void                tras_timeline_view_get_seen     (TrasTimelineView   *self,
                                                     TrasDay            *from,
                                                     TrasDay            *to);
char               *tras_timeline_view_dup_words    (TrasTimelineView   *self);

G_END_DECLS
