/* tras-strategy-map.h: from what a firm wants to what it measures and does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-pace-bar.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasMapKind:
 * @TRAS_MAP_GOAL: a goal
 * @TRAS_MAP_INDICATOR: an indicator
 * @TRAS_MAP_PLAN: the actions of a goal, all together
 */
typedef enum
{
  TRAS_MAP_GOAL,
  TRAS_MAP_INDICATOR,
  TRAS_MAP_PLAN,
} TrasMapKind;

/**
 * TrasMapLane:
 * @TRAS_MAP_EXTERNAL: what serves customers
 * @TRAS_MAP_INTERNAL: what serves another area
 * @TRAS_MAP_NOBODY: what serves nobody in particular
 * @TRAS_MAP_LOOSE: what is tied to nothing, whoever it serves
 *
 * The parts of a map that stand side by side.
 */
typedef enum
{
  TRAS_MAP_EXTERNAL,
  TRAS_MAP_INTERNAL,
  TRAS_MAP_NOBODY,
  TRAS_MAP_LOOSE,
} TrasMapLane;

#define TRAS_N_MAP_LANES (TRAS_MAP_LOOSE + 1)

/**
 * TrasMapNode:
 * @kind: what it is
 * @id: the caller's
 * @goal: the index of the goal that a goal climbs to or that a plan is for; -1 for none, and for an
 *   indicator, whose ties say it
 * @serves: whom it serves; not %TRAS_MAP_LOOSE
 * @is_loose: whether it is an area's goal that climbs to none, or an indicator without ties
 * @glyph: how it goes
 * @bar: (nullable): of a goal, how far it is; @progress NAN for not measured
 * @title: (transfer full): what it is called
 * @words: (transfer full) (nullable): how it goes, in words
 *
 * One thing on a map.
 */
typedef struct
{
  TrasMapKind kind;
  gint64 id;
  int goal;
  TrasMapLane serves;
  gboolean is_loose;
  TrasGlyph glyph;
  TrasPaceBar bar;
  char *title;
  char *words;
} TrasMapNode;

/**
 * TrasMapTie:
 * @goal: the index of a goal
 * @indicator: the index of an indicator that it looks at
 */
typedef struct
{
  guint goal;
  guint indicator;
} TrasMapTie;

/**
 * TrasMapStep:
 *
 * Where to walk from a node: to what it climbs to, to what climbs to it, or along its row, in
 * reading direction or against it.
 */
typedef enum
{
  TRAS_MAP_UP,
  TRAS_MAP_DOWN,
  TRAS_MAP_FORWARD,
  TRAS_MAP_BACK,
} TrasMapStep;

/**
 * TrasMapView:
 * @x: which place of the map lies at the paper's left edge
 * @y: which lies under the headings
 * @scale: user units a unit of the map
 */
typedef struct
{
  double x;
  double y;
  double scale;
} TrasMapView;

/**
 * TrasMapLook:
 * @palette: the colours
 * @texts: laid-out texts
 * @mirrored: whether reading goes from right to left; as the map was made
 * @least_text: the smallest text that can be read, in user units
 * @selected: the node with the cursor, -1 for none
 * @lane: whom those serve that stand out, -1 for all
 *
 * How a map is drawn.
 */
typedef struct
{
  const TrasPalette *palette;
  TrasTextCache *texts;
  gboolean mirrored;
  double least_text;
  int selected;
  int lane;
} TrasMapLook;

typedef struct _TrasStrategyMap TrasStrategyMap;

TrasStrategyMap   *tras_strategy_map_new      (GArray                *nodes,
                                               GArray                *ties,
                                               gboolean               mirrored);
TrasStrategyMap   *tras_strategy_map_ref      (TrasStrategyMap       *self);
void               tras_strategy_map_unref    (TrasStrategyMap       *self);
GArray            *tras_strategy_map_new_nodes
                                              (void);

guint              tras_strategy_map_get_n    (TrasStrategyMap       *self);
const TrasMapNode *tras_strategy_map_get      (TrasStrategyMap       *self,
                                               guint                  node);
const TrasRect    *tras_strategy_map_get_rect (TrasStrategyMap       *self,
                                               guint                  node);
gboolean           tras_strategy_map_get_lane (TrasStrategyMap       *self,
                                               TrasMapLane            lane,
                                               TrasRect              *rect);
void               tras_strategy_map_get_size (TrasStrategyMap       *self,
                                               double                *width,
                                               double                *height);
double             tras_strategy_map_get_length
                                              (TrasStrategyMap       *self);
int                tras_strategy_map_walk     (TrasStrategyMap       *self,
                                               int                    node,
                                               TrasMapStep            step);
int                tras_strategy_map_hit      (TrasStrategyMap       *self,
                                               const TrasRect        *paper,
                                               const TrasMapView     *view,
                                               double                 x,
                                               double                 y);
void               tras_strategy_map_fit      (TrasStrategyMap       *self,
                                               const TrasRect        *paper,
                                               TrasMapView           *view);
void               tras_strategy_map_open    (TrasStrategyMap       *self,
                                               const TrasRect        *paper,
                                               gboolean               mirrored,
                                               TrasMapView           *view);
void               tras_strategy_map_pan     (TrasStrategyMap       *self,
                                               const TrasRect        *paper,
                                               TrasMapView           *view,
                                               double                 dx,
                                               double                 dy);
void               tras_strategy_map_zoom    (TrasStrategyMap       *self,
                                               const TrasRect        *paper,
                                               TrasMapView           *view,
                                               double                 factor,
                                               double                 x,
                                               double                 y);
void               tras_strategy_map_reveal  (TrasStrategyMap       *self,
                                               const TrasRect        *paper,
                                               TrasMapView           *view,
                                               const TrasRect        *rect);
void               tras_strategy_map_draw     (TrasStrategyMap       *self,
                                               cairo_t               *cr,
                                               const TrasRect        *paper,
                                               const TrasMapView     *view,
                                               const TrasMapLook     *look);
const char        *tras_map_lane_get_label    (TrasMapLane            lane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasStrategyMap, tras_strategy_map_unref)

G_END_DECLS
