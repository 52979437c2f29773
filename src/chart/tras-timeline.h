/* tras-timeline.h: what is to be done when, as bars over a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-label-layout.h"

G_BEGIN_DECLS

/**
 * TrasTimelineState:
 * @TRAS_TIMELINE_OPEN: under way, or not begun
 * @TRAS_TIMELINE_LATE: open, and should have been done
 * @TRAS_TIMELINE_BLOCKED: cannot go on
 * @TRAS_TIMELINE_DONE: done
 * @TRAS_TIMELINE_DROPPED: will not be done
 *
 * How something stands.
 */
typedef enum
{
  TRAS_TIMELINE_OPEN,
  TRAS_TIMELINE_LATE,
  TRAS_TIMELINE_BLOCKED,
  TRAS_TIMELINE_DONE,
  TRAS_TIMELINE_DROPPED,
  TRAS_TIMELINE_N_STATES,
} TrasTimelineState;

/**
 * TrasTimelineBar:
 * @title: what is to be done
 * @note: (nullable): what stands behind the title where there is room
 * @lane: which lane it belongs to
 * @starts_on: its first day; %TRAS_DAY_NONE for what is a day without a length
 * @due_on: its last day
 * @first_due_on: its last day before it was moved for the first time; %TRAS_DAY_NONE for never
 * @state: how it stands
 * @progress: how much of it is done, 0 to 100
 * @critical: whether it lies on a critical path
 *
 * One thing to do.
 */
typedef struct
{
  const char        *title;
  const char        *note;
  guint              lane;
  TrasDay            starts_on;
  TrasDay            due_on;
  TrasDay            first_due_on;
  TrasTimelineState  state;
  int                progress;
  gboolean           critical;
} TrasTimelineBar;

/**
 * TrasTimelineLane:
 * @title: what its bars have in common
 * @unfolded: whether all of its bars are shown, and not only the late and blocked ones
 */
typedef struct
{
  const char *title;
  gboolean    unfolded;
} TrasTimelineLane;

/**
 * TrasTimelineLink:
 * @from: a bar
 * @to: the bar that waits for it
 */
typedef struct
{
  guint from;
  guint to;
} TrasTimelineLink;

/**
 * TrasTimelinePlan:
 * @bars: (array length=n_bars): those of the first lane first, in the order in which they stand
 * @n_bars: how many
 * @lanes: (array length=n_lanes): from top to bottom
 * @n_lanes: how many
 * @links: (array length=n_links): what waits for what
 * @n_links: how many
 * @today: the present day
 *
 * What is shown; all the caller's.
 */
typedef struct
{
  const TrasTimelineBar  *bars;
  guint                   n_bars;
  const TrasTimelineLane *lanes;
  guint                   n_lanes;
  const TrasTimelineLink *links;
  guint                   n_links;
  TrasDay                 today;
} TrasTimelinePlan;

/**
 * TrasTimelineRow:
 * @lane: its lane
 * @bar: its bar, -1 for the lane's head
 * @top: where it begins under the first row, in heights of the text
 * @height: its height, likewise
 */
typedef struct
{
  guint  lane;
  int    bar;
  double top;
  double height;
} TrasTimelineRow;

/**
 * TrasTimelineSight:
 * @rect: the paper: the calendar, and the rows under it
 * @text_size: the height of the text in user units
 * @scroll: how much of the rows lies above the paper, in user units
 * @first: the day at the edge where reading begins, also within a day
 * @day_width: how wide a day is, in user units
 * @mirrored: whether time runs from right to left
 *
 * Which part of a timeline is seen.
 */
typedef struct
{
  TrasRect rect;
  double   text_size;
  double   scroll;
  double   first;
  double   day_width;
  gboolean mirrored;
} TrasTimelineSight;

/**
 * TrasTimelineHit:
 * @TRAS_TIMELINE_NOTHING: no row
 * @TRAS_TIMELINE_LANE: the head of a lane
 * @TRAS_TIMELINE_ROW: the row of a bar, beside it
 * @TRAS_TIMELINE_BAR: a bar
 * @TRAS_TIMELINE_END: the end of a bar
 *
 * What lies at a place.
 */
typedef enum
{
  TRAS_TIMELINE_NOTHING,
  TRAS_TIMELINE_LANE,
  TRAS_TIMELINE_ROW,
  TRAS_TIMELINE_BAR,
  TRAS_TIMELINE_END,
} TrasTimelineHit;

typedef struct _TrasTimeline TrasTimeline;

TrasTimeline            *tras_timeline_new          (const TrasTimelinePlan  *plan);
void                     tras_timeline_free         (TrasTimeline            *self);
const TrasTimelinePlan  *tras_timeline_get_plan     (const TrasTimeline      *self);
guint                    tras_timeline_get_n_rows   (const TrasTimeline      *self);
const TrasTimelineRow   *tras_timeline_get_row      (const TrasTimeline      *self,
                                                     guint                    row);
guint                    tras_timeline_get_n_folded (const TrasTimeline      *self,
                                                     guint                    lane);
guint                    tras_timeline_get_n_bars   (const TrasTimeline      *self,
                                                     guint                    lane,
                                                     guint                   *first);
int                      tras_timeline_find_bar     (const TrasTimeline      *self,
                                                     guint                    bar);
guint                    tras_timeline_find_lane    (const TrasTimeline      *self,
                                                     guint                    lane);
guint                    tras_timeline_find_row     (const TrasTimeline      *self,
                                                     double                   y);
double                   tras_timeline_get_height   (const TrasTimeline      *self);
guint                    tras_timeline_get_page     (const TrasTimeline      *self,
                                                     guint                    row,
                                                     double                   height);
gboolean                 tras_timeline_is_early     (const TrasTimelinePlan  *plan,
                                                     const TrasTimelineLink  *link);
void                     tras_timeline_get_span     (const TrasTimeline      *self,
                                                     TrasDay                 *from,
                                                     TrasDay                 *to);

double                   tras_timeline_get_x        (const TrasTimelineSight *sight,
                                                     double                   day);
double                   tras_timeline_get_day      (const TrasTimelineSight *sight,
                                                     double                   x);
double                   tras_timeline_get_top      (const TrasTimelineSight *sight);
TrasRect                 tras_timeline_get_row_rect (const TrasTimeline      *self,
                                                     const TrasTimelineSight *sight,
                                                     guint                    row);
TrasRect                 tras_timeline_get_bar_rect (const TrasTimeline      *self,
                                                     const TrasTimelineSight *sight,
                                                     guint                    row,
                                                     int                      start_shift,
                                                     int                      due_shift);
TrasTimelineHit          tras_timeline_hit          (const TrasTimeline      *self,
                                                     const TrasTimelineSight *sight,
                                                     double                   x,
                                                     double                   y,
                                                     guint                   *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTimeline, tras_timeline_free)

G_END_DECLS
