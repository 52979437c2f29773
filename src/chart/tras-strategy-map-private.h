/* tras-strategy-map-private.h: what the layout of a map gives, and its drawing takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-strategy-map.h"

G_BEGIN_DECLS

/* The width of the strip that names the rows, in units of the map. */
#define TRAS_MAP_GUTTER 46.0

/* From one column to the next. */
#define TRAS_MAP_PITCH 168.0

/* The headings above a map and the legend below it, in user units. */
#define TRAS_MAP_HEAD 30.0
#define TRAS_MAP_FOOT 28.0

/**
 * TrasMapSegment:
 * @x0: one end
 * @y0: likewise
 * @x1: the other, which lies to the right of it or below
 * @y1: likewise
 * @node: whose line it is
 * @is_tie: whether it goes to an indicator that stands under another goal
 *
 * A piece of a line, level or upright.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
  guint node;
  gboolean is_tie;
} TrasMapSegment;

/**
 * TrasMapRow:
 * @y: its upper edge
 * @height: how high it is
 * @nodes: (element-type guint): the goals in it, in reading direction
 */
typedef struct
{
  double y;
  double height;
  GArray *nodes;
} TrasMapRow;

/**
 * TrasStrategyMap:
 * @nodes: (element-type TrasMapNode): what is on it
 * @n: how many
 * @rects: (array length=n): where they lie
 * @rows: (element-type TrasMapRow): the rows of goals
 * @stacks: (element-type GArray): what stands under goals, or under none, one array of indices a
 *   column, in reading direction; none is empty
 * @stack_of: (array length=n): in which of @stacks a node is, -1 for none
 * @row_of: (array length=n): in which of @rows a goal is, -1 for what is no goal
 * @place_of: (array length=n): its place in that
 * @band: the row below those of goals
 * @segments: (element-type TrasMapSegment): the lines
 * @lanes: where each lies; of no width where there is none
 * @length: how far ties and goals that climb to another lane reach, in columns, all together
 *
 * Not changed once it is made, so that threads may share it.
 */
struct _TrasStrategyMap
{
  GArray *nodes;
  guint n;
  TrasRect *rects;
  GArray *rows;
  GPtrArray *stacks;
  int *stack_of;
  int *row_of;
  int *place_of;
  TrasMapRow band;
  GArray *segments;
  TrasRect lanes[TRAS_N_MAP_LANES];
  double width;
  double height;
  double length;
};

void tras_strategy_map_lay_out (TrasStrategyMap *self,
                                GArray          *ties,
                                gboolean         mirrored);

TrasRect tras_map_view_get_field (const TrasRect    *paper);
TrasRect tras_map_view_get_place (const TrasMapView *self,
                                  const TrasRect    *field,
                                  const TrasRect    *rect);

G_END_DECLS
