/* tras-review-route.h: the way that a meeting takes through its agenda
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-meeting.h"

G_BEGIN_DECLS

/**
 * TrasStopKind:
 * @TRAS_STOP_PRESENT: who is here, which numbers are missing
 * @TRAS_STOP_STORY: a story that nobody has told yet
 * @TRAS_STOP_POINT: a point of the agenda
 * @TRAS_STOP_USUAL: all indicators with nothing unusual, together
 * @TRAS_STOP_READ_BACK: names and dates
 *
 * What is in the middle of the page.
 */
typedef enum
{
  TRAS_STOP_PRESENT,
  TRAS_STOP_STORY,
  TRAS_STOP_POINT,
  TRAS_STOP_USUAL,
  TRAS_STOP_READ_BACK,
} TrasStopKind;

/**
 * TrasStop:
 * @kind: what it is
 * @part: the part that it belongs to
 * @point: (nullable): its point, of the meeting that the route was made from
 * @nth: which one of its part it is, from 0
 */
typedef struct
{
  TrasStopKind kind;
  TrasPart part;
  TrasPoint *point;
  guint nth;
} TrasStop;

/**
 * TrasPlace:
 * @kind: what is there
 * @part: in which part
 * @item_id: the point's item, 0 for none
 * @nth: which one of its part
 *
 * A stop as it is kept over a reload.
 */
typedef struct
{
  TrasStopKind kind;
  TrasPart part;
  gint64 item_id;
  guint nth;
} TrasPlace;

GArray   *tras_review_route_make       (TrasMeeting     *meeting);
guint     tras_review_route_find       (GArray          *route,
                                        const TrasPlace *place);
guint     tras_review_route_find_part  (GArray          *route,
                                        TrasPart         part);
guint     tras_review_route_get_resume (GArray          *route,
                                        TrasMeeting     *meeting);
TrasPoint *tras_review_route_get_point (TrasMeeting     *meeting,
                                        const TrasPlace *place);
void      tras_stop_get_place          (const TrasStop  *self,
                                        TrasPlace       *place);
gboolean  tras_point_is_usual          (const TrasPoint *point);
gboolean  tras_part_is_done            (TrasMeeting     *meeting,
                                        GArray          *route,
                                        TrasPart         part);

G_END_DECLS
