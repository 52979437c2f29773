/* tras-review-route.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-review-route.h"

static TrasStop *
get_stop (GArray *route,
          guint   position)
{
  return &g_array_index (route, TrasStop, position);
}

static guint
add_points (GArray      *route,
            TrasMeeting *meeting,
            TrasPart     part)
{
  guint nth = 0;

  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];
      gboolean untold = point->reason == TRAS_REASON_STORY &&
                        TRAS_RECORD (point->item)->id == 0;
      TrasStop stop = {
        .kind = untold ? TRAS_STOP_STORY : TRAS_STOP_POINT,
        .part = part,
        .point = point,
        .nth = nth,
      };

      if (point->part != part || tras_point_is_usual (point))
        continue;
      g_array_append_val (route, stop);
      nth++;
    }

  return nth;
}

static gboolean
has_usual (TrasMeeting *meeting)
{
  for (guint i = 0; i < meeting->points->len; i++)
    {
      if (tras_point_is_usual (meeting->points->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_review_route_make:
 * @meeting: a meeting
 *
 * Every point is a stop of its own, but what is not unusual is one stop, behind those that are.
 *
 * Returns: (transfer full) (element-type TrasStop): the stops in their order; they borrow from
 *   @meeting
 */
GArray *
tras_review_route_make (TrasMeeting *meeting)
{
  GArray *route = g_array_new (FALSE, TRUE, sizeof (TrasStop));

  g_return_val_if_fail (meeting != NULL, route);

  for (guint part = 0; part < TRAS_N_PARTS; part++)
    {
      TrasStop stop = { .part = part };

      if (part == TRAS_PART_PRESENT || part == TRAS_PART_READ_BACK)
        {
          stop.kind = part == TRAS_PART_PRESENT ? TRAS_STOP_PRESENT : TRAS_STOP_READ_BACK;
          g_array_append_val (route, stop);
          continue;
        }
      stop.nth = add_points (route, meeting, part);
      if (part == TRAS_PART_INDICATORS && has_usual (meeting))
        {
          stop.kind = TRAS_STOP_USUAL;
          g_array_append_val (route, stop);
        }
    }

  return route;
}

/**
 * tras_review_route_find:
 * @route: a route
 * @place: a place of a route that was made before
 *
 * Returns: where it is now; where it is gone, what stands in its place, or the next thing
 */
guint
tras_review_route_find (GArray          *route,
                        const TrasPlace *place)
{
  guint nearest = G_MAXUINT;

  for (guint i = 0; i < route->len; i++)
    {
      TrasStop *stop = get_stop (route, i);

      if (place->item_id != 0 && stop->point != NULL &&
          TRAS_RECORD (stop->point->item)->id == place->item_id)
        return i;
      if (place->kind == TRAS_STOP_USUAL && stop->kind == TRAS_STOP_USUAL)
        return i;
      if (stop->part == place->part && stop->nth <= place->nth)
        nearest = i;
    }

  return nearest != G_MAXUINT ? nearest : tras_review_route_find_part (route, place->part);
}

/**
 * tras_review_route_find_part:
 * @route: a route
 * @part: a part
 *
 * Returns: where it begins; of a part that has nothing, where the next one does
 */
guint
tras_review_route_find_part (GArray   *route,
                             TrasPart  part)
{
  for (guint i = 0; i < route->len; i++)
    {
      if (get_stop (route, i)->part >= part)
        return i;
    }

  return route->len - 1;
}

/**
 * tras_review_route_get_resume:
 * @route: the route of a meeting that has begun
 * @meeting: the meeting
 *
 * Returns: where it goes on: at the first point that nobody has talked about, in the part where it
 *   stood
 */
guint
tras_review_route_get_resume (GArray      *route,
                              TrasMeeting *meeting)
{
  TrasPart part = tras_meeting_get_part (meeting);
  guint first = tras_review_route_find_part (route, part);

  for (guint i = first; i < route->len && get_stop (route, i)->part == part; i++)
    {
      TrasStop *stop = get_stop (route, i);

      if (stop->point == NULL || !tras_point_is_done (stop->point))
        return i;
      first = i;
    }

  return first;
}

/**
 * tras_review_route_get_point:
 * @meeting: a meeting
 * @place: a place of it, as it was before
 *
 * Returns: (transfer none) (nullable): the point that is there now
 */
TrasPoint *
tras_review_route_get_point (TrasMeeting     *meeting,
                             const TrasPlace *place)
{
  g_autoptr (GArray) route = NULL;

  if (place->item_id != 0)
    return tras_meeting_find (meeting, place->item_id);

  route = tras_review_route_make (meeting);

  return get_stop (route, tras_review_route_find (route, place))->point;
}

/**
 * tras_stop_get_place:
 * @self: a stop
 * @place: (out caller-allocates): where it is, to be found again
 */
void
tras_stop_get_place (const TrasStop *self,
                     TrasPlace      *place)
{
  *place = (TrasPlace) {
    .kind = self->kind,
    .part = self->part,
    .item_id = self->point != NULL ? TRAS_RECORD (self->point->item)->id : 0,
    .nth = self->nth,
  };
}

/**
 * tras_point_is_usual:
 * @point: a point
 *
 * Returns: whether it is passed together with the others that have nothing unusual: until somebody
 *   says something of it
 */
gboolean
tras_point_is_usual (const TrasPoint *point)
{
  return point->reason == TRAS_REASON_USUAL &&
         (point->item->outcome == NULL || g_str_equal (point->item->outcome, "nothing"));
}

/**
 * tras_part_is_done:
 * @meeting: a meeting
 * @route: its route
 * @part: a part
 *
 * Returns: whether everything in it was talked about, or it has nothing to talk about and is over
 */
gboolean
tras_part_is_done (TrasMeeting *meeting,
                   GArray      *route,
                   TrasPart     part)
{
  guint n_done;
  guint n = tras_meeting_count (meeting, part, &n_done);

  if (part == TRAS_PART_READ_BACK)
    return tras_meeting_has_ended (meeting);
  if (part == TRAS_PART_PRESENT || n == 0)
    return tras_meeting_has_begun (meeting) && tras_meeting_get_part (meeting) > part;

  return n_done == n;
}
