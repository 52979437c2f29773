/* tras-service-net.h: who gives what to whom inside a firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-glyph.h"
#include "tras-label-layout.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasNetNode:
 * @id: the caller's
 * @title: (transfer full): what it is called
 * @words: (transfer full): what it gives and takes, in words
 *
 * A part of the firm.
 */
typedef struct
{
  gint64 id;
  char *title;
  char *words;
} TrasNetNode;

/**
 * TrasNetArrow:
 * @id: the caller's
 * @from: the index of the node that gives
 * @to: the index of another node, which takes
 * @weight: how it is rated, from 1 to 5, which makes the arrow thin or thick; NAN for not rated
 * @glyph: how that stands to what was promised
 * @figure: (transfer full): the rating as it is written on the arrow
 * @title: (transfer full): what is given
 *
 * A service.
 */
typedef struct
{
  gint64 id;
  guint from;
  guint to;
  double weight;
  TrasGlyph glyph;
  char *figure;
  char *title;
} TrasNetArrow;

/**
 * TrasNetCurve:
 * @x: the first place, two that it bends towards, and the last
 * @y: likewise
 *
 * The way of an arrow, a cubic Bézier curve.
 */
typedef struct
{
  double x[4];
  double y[4];
} TrasNetCurve;

/**
 * TrasNetSpot:
 * @node: a node, -1 for none
 * @arrow: an arrow that begins or ends there, -1 for the node itself
 *
 * Where a cursor is.
 */
typedef struct
{
  int node;
  int arrow;
} TrasNetSpot;

/**
 * TrasNetStep:
 * @TRAS_NET_NEXT_NODE: the node that comes next, clockwise unless mirrored
 * @TRAS_NET_LAST_NODE: the one before
 * @TRAS_NET_NEXT_ARROW: the next arrow of the same node, those that it gives first
 * @TRAS_NET_LAST_ARROW: the one before, which of the first is the node
 *
 * Where to walk.
 */
typedef enum
{
  TRAS_NET_NEXT_NODE,
  TRAS_NET_LAST_NODE,
  TRAS_NET_NEXT_ARROW,
  TRAS_NET_LAST_ARROW,
} TrasNetStep;

typedef struct _TrasServiceNet TrasServiceNet;

GArray             *tras_service_net_new_nodes   (void);
GArray             *tras_service_net_new_arrows  (void);
TrasServiceNet     *tras_service_net_new         (GArray               *nodes,
                                                  GArray               *arrows,
                                                  double                width,
                                                  double                height,
                                                  gboolean              mirrored);
TrasServiceNet     *tras_service_net_ref         (TrasServiceNet       *self);
void                tras_service_net_unref       (TrasServiceNet       *self);

guint               tras_service_net_get_n_nodes (TrasServiceNet       *self);
guint               tras_service_net_get_n_arrows
                                                 (TrasServiceNet       *self);
const TrasNetNode  *tras_service_net_get_node    (TrasServiceNet       *self,
                                                  guint                 node);
const TrasNetArrow *tras_service_net_get_arrow   (TrasServiceNet       *self,
                                                  guint                 arrow);
const TrasRect     *tras_service_net_get_rect    (TrasServiceNet       *self,
                                                  guint                 node);
const TrasRect     *tras_service_net_get_badge   (TrasServiceNet       *self,
                                                  guint                 arrow);
const TrasNetCurve *tras_service_net_get_curve   (TrasServiceNet       *self,
                                                  guint                 arrow);
void                tras_service_net_get_size    (TrasServiceNet       *self,
                                                  double               *width,
                                                  double               *height);
TrasNetSpot         tras_service_net_find        (TrasServiceNet       *self,
                                                  double                x,
                                                  double                y);
TrasNetSpot         tras_service_net_walk        (TrasServiceNet       *self,
                                                  TrasNetSpot           spot,
                                                  TrasNetStep           step);
void                tras_service_net_draw        (TrasServiceNet       *self,
                                                  cairo_t              *cr,
                                                  const TrasPalette    *palette,
                                                  TrasTextCache        *texts);
void                tras_service_net_draw_cursor (TrasServiceNet       *self,
                                                  cairo_t              *cr,
                                                  const TrasPalette    *palette,
                                                  TrasTextCache        *texts,
                                                  TrasNetSpot           spot);
void                tras_net_curve_get_place     (const TrasNetCurve   *self,
                                                  double                at,
                                                  double               *x,
                                                  double               *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasServiceNet, tras_service_net_unref)

G_END_DECLS
