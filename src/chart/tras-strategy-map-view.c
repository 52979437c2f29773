/* tras-strategy-map-view.c: what of a map is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-strategy-map-private.h"

/* The scale that makes the least text of a map readable, on a screen; as near as it goes; and how
 * far a map is enlarged to fill a paper. */
#define READABLE 0.38
#define COMFORTABLE 0.75
#define NEAREST 3.0
#define MOST_FIT 1.25

/* How far a map can be moved off the paper's edge, in user units. */
#define SLACK 12.0

/* Where a map may be seen: between its headings and its legend. */
TrasRect
tras_map_view_get_field (const TrasRect *paper)
{
  return (TrasRect) { paper->x, paper->y + TRAS_MAP_HEAD, paper->width,
                      MAX (paper->height - TRAS_MAP_HEAD - TRAS_MAP_FOOT, 0) };
}

/* Where a place of the map lies on the paper. */
TrasRect
tras_map_view_get_place (const TrasMapView *self,
                         const TrasRect    *field,
                         const TrasRect    *rect)
{
  return (TrasRect) { field->x + (rect->x - self->x) * self->scale,
                      field->y + (rect->y - self->y) * self->scale,
                      rect->width * self->scale, rect->height * self->scale };
}

/* What has room enough lies in the middle, but not lower than at the top. */
static double
clamp (double at,
       double size,
       double room,
       double scale,
       double before)
{
  double slack = SLACK / scale;

  if (size <= room)
    return (size - room) * before;

  return CLAMP (at, -slack, size - room + slack);
}

static void
hold (TrasStrategyMap *self,
      const TrasRect  *field,
      TrasMapView     *view)
{
  view->x = clamp (view->x, self->width, field->width / view->scale, view->scale, 0.5);
  view->y = clamp (view->y, self->height, field->height / view->scale, view->scale, 0);
}

static double
get_fit (TrasStrategyMap *self,
         const TrasRect  *field)
{
  double scale = MIN (field->width / MAX (self->width, 1), field->height / MAX (self->height, 1));

  return CLAMP (scale, 1e-6, MOST_FIT);
}

/**
 * tras_strategy_map_fit:
 * @self: a map
 * @paper: a paper
 * @view: (out): where the whole map is seen on it, as large as it goes
 */
void
tras_strategy_map_fit (TrasStrategyMap *self,
                       const TrasRect  *paper,
                       TrasMapView     *view)
{
  TrasRect field = tras_map_view_get_field (paper);

  g_return_if_fail (self != NULL);

  view->x = view->y = 0;
  view->scale = get_fit (self, &field);
  hold (self, &field, view);
}

/**
 * tras_strategy_map_open:
 * @self: a map
 * @paper: a paper
 * @mirrored: as the map was made
 * @view: (out): what is seen first: the whole map where it can be read, else where it begins
 */
void
tras_strategy_map_open (TrasStrategyMap *self,
                        const TrasRect  *paper,
                        gboolean         mirrored,
                        TrasMapView     *view)
{
  TrasRect field = tras_map_view_get_field (paper);

  tras_strategy_map_fit (self, paper, view);
  if (view->scale >= READABLE)
    return;

  view->scale = COMFORTABLE;
  view->x = mirrored ? self->width : 0;
  view->y = 0;
  hold (self, &field, view);
}

/**
 * tras_strategy_map_pan:
 * @self: a map
 * @paper: a paper
 * @view: (inout): what is seen on it
 * @dx: how far the paper goes to the right over the map, in user units
 * @dy: how far down
 *
 * Moves over the map, and not beyond its edges.
 */
void
tras_strategy_map_pan (TrasStrategyMap *self,
                       const TrasRect  *paper,
                       TrasMapView     *view,
                       double           dx,
                       double           dy)
{
  TrasRect field = tras_map_view_get_field (paper);

  g_return_if_fail (self != NULL);

  view->x += dx / view->scale;
  view->y += dy / view->scale;
  hold (self, &field, view);
}

/**
 * tras_strategy_map_zoom:
 * @self: a map
 * @paper: a paper
 * @view: (inout): what is seen on it
 * @factor: how much larger it becomes
 * @x: what lies there on the paper stays there
 * @y: likewise
 *
 * Goes nearer or farther, from the whole map to three times its size.
 */
void
tras_strategy_map_zoom (TrasStrategyMap *self,
                        const TrasRect  *paper,
                        TrasMapView     *view,
                        double           factor,
                        double           x,
                        double           y)
{
  TrasRect field = tras_map_view_get_field (paper);
  double scale;

  g_return_if_fail (self != NULL);

  scale = CLAMP (view->scale * factor, MIN (get_fit (self, &field), NEAREST), NEAREST);
  view->x += (x - field.x) * (1 / view->scale - 1 / scale);
  view->y += (y - field.y) * (1 / view->scale - 1 / scale);
  view->scale = scale;
  hold (self, &field, view);
}

static double
shift (double at,
       double room,
       double from,
       double size)
{
  double edge = MIN (room * 0.1, 40);

  if (from < at + edge || size > room - 2 * edge)
    return from - edge;

  return MAX (at, from + size + edge - room);
}

/**
 * tras_strategy_map_reveal:
 * @self: a map
 * @paper: a paper
 * @view: (inout): what is seen on it
 * @rect: a place on the map
 *
 * Moves no farther than it takes to have that place in sight.
 */
void
tras_strategy_map_reveal (TrasStrategyMap *self,
                          const TrasRect  *paper,
                          TrasMapView     *view,
                          const TrasRect  *rect)
{
  TrasRect field = tras_map_view_get_field (paper);

  g_return_if_fail (self != NULL);

  view->x = shift (view->x, field.width / view->scale, rect->x, rect->width);
  view->y = shift (view->y, field.height / view->scale, rect->y, rect->height);
  hold (self, &field, view);
}

/**
 * tras_strategy_map_hit:
 * @self: a map
 * @paper: the paper, as it was drawn
 * @view: likewise
 * @x: a place on the paper
 * @y: likewise
 *
 * Returns: the node there, or -1
 */
int
tras_strategy_map_hit (TrasStrategyMap   *self,
                       const TrasRect    *paper,
                       const TrasMapView *view,
                       double             x,
                       double             y)
{
  TrasRect field = tras_map_view_get_field (paper);

  g_return_val_if_fail (self != NULL, -1);

  if (x < field.x || x > field.x + field.width || y < field.y || y > field.y + field.height)
    return -1;

  x = (x - field.x) / view->scale + view->x;
  y = (y - field.y) / view->scale + view->y;
  for (guint i = 0; i < self->n; i++)
    {
      const TrasRect *rect = &self->rects[i];

      if (x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height)
        return (int) i;
    }

  return -1;
}
