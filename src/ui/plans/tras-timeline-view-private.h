/* tras-timeline-view-private.h: the parts of a timeline with the cursor on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-text-cache.h"
#include "tras-timeline-draw.h"
#include "tras-timeline-view.h"

G_BEGIN_DECLS

struct _TrasTimelineView
{
  TrasScrollArea parent_instance;

  /* owned */
  TrasTimelineSource *source;
  TrasTimeline *timeline;
  TrasTextCache *texts;
  GHashTable *exceptions;
  int *shifts;
  char *words;

  TrasTimelineCursor cursor;
  TrasDay from;
  TrasDay to;
  double day_width;
  double text_size;
  double legend_height;
  int width;
  gboolean editable;
  /* How lanes are that are not in @exceptions, which holds the others. */
  gboolean all_unfolded;

  /* Where the first look is, once there is a size to look with. */
  gboolean wants_today;

  /* the pointer */
  double pointer_x;
  double pointer_y;
  TrasTimelineHit held;
  double held_across;
  double held_down;
};

/* tras-timeline-view.c */
void                   tras_timeline_view_say        (TrasTimelineView  *self);
void                   tras_timeline_view_set_cursor (TrasTimelineView  *self,
                                                      int                row);
const TrasTimelineRow *tras_timeline_view_get_cursor (TrasTimelineView  *self);
void                   tras_timeline_view_fold       (TrasTimelineView  *self,
                                                      guint              lane,
                                                      gboolean           unfolded);
gboolean               tras_timeline_view_is_moving  (TrasTimelineView  *self);
void                   tras_timeline_view_move       (TrasTimelineView  *self,
                                                      int                start_shift,
                                                      int                due_shift);
void                   tras_timeline_view_ask        (TrasTimelineView  *self);
void                   tras_timeline_view_activate   (TrasTimelineView  *self);

/* tras-timeline-scroll.c */
void                   tras_timeline_view_get_sight  (TrasTimelineView  *self,
                                                      TrasTimelineSight *sight);
void                   tras_timeline_view_configure  (TrasScrollArea    *area);
GtkAdjustment         *tras_timeline_view_get_across (TrasTimelineView  *self);
void                   tras_timeline_view_zoom_at    (TrasTimelineView  *self,
                                                      double             factor,
                                                      double             x);
void                   tras_timeline_view_pan        (TrasTimelineView  *self,
                                                      double             along);
void                   tras_timeline_view_reveal     (TrasTimelineView  *self);
void                   tras_timeline_view_look_at_today
                                                     (TrasTimelineView  *self);

/* tras-timeline-input.c */
void                   tras_timeline_input_init      (TrasTimelineView  *self);

G_END_DECLS
