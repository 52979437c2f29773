/* tras-service-net.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-service-net-private.h"

/* How near to an arrow is on it. */
#define NEAR 7.0
#define N_SAMPLES 48

static void
node_clear (gpointer data)
{
  TrasNetNode *node = data;

  g_free (node->title);
  g_free (node->words);
}

/**
 * tras_service_net_new_nodes:
 *
 * Returns: (transfer full) (element-type TrasNetNode): an array that owns what its nodes hold
 */
GArray *
tras_service_net_new_nodes (void)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (TrasNetNode));

  g_array_set_clear_func (nodes, node_clear);

  return nodes;
}

static void
arrow_clear (gpointer data)
{
  TrasNetArrow *arrow = data;

  g_free (arrow->figure);
  g_free (arrow->title);
}

/**
 * tras_service_net_new_arrows:
 *
 * Returns: (transfer full) (element-type TrasNetArrow): an array that owns what its arrows hold
 */
GArray *
tras_service_net_new_arrows (void)
{
  GArray *arrows = g_array_new (FALSE, TRUE, sizeof (TrasNetArrow));

  g_array_set_clear_func (arrows, arrow_clear);

  return arrows;
}

/**
 * tras_service_net_new:
 * @nodes: (transfer full) (element-type TrasNetNode): as from tras_service_net_new_nodes()
 * @arrows: (transfer full) (element-type TrasNetArrow): as from tras_service_net_new_arrows()
 * @width: how wide it should be
 * @height: how high it should be; it is higher, and then wider, where that is too little
 * @mirrored: whether it is read from right to left
 *
 * Returns: (transfer full): a network, laid out; the same for the same
 */
TrasServiceNet *
tras_service_net_new (GArray   *nodes,
                      GArray   *arrows,
                      double    width,
                      double    height,
                      gboolean  mirrored)
{
  TrasServiceNet *self = g_rc_box_new0 (TrasServiceNet);

  self->nodes = nodes;
  self->arrows = arrows;
  self->mirrored = mirrored;
  self->rects = g_new0 (TrasRect, nodes->len + 1);
  self->badges = g_new0 (TrasRect, arrows->len + 1);
  self->curves = g_new0 (TrasNetCurve, arrows->len + 1);
  tras_service_net_lay_out (self, width, height);

  return self;
}

/**
 * tras_service_net_ref:
 * @self: a network
 *
 * Returns: (transfer full): @self
 */
TrasServiceNet *
tras_service_net_ref (TrasServiceNet *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasServiceNet *self = data;

  g_array_unref (self->nodes);
  g_array_unref (self->arrows);
  g_free (self->rects);
  g_free (self->badges);
  g_free (self->curves);
}

/**
 * tras_service_net_unref:
 * @self: (transfer full): a network
 */
void
tras_service_net_unref (TrasServiceNet *self)
{
  g_rc_box_release_full (self, clear);
}

guint
tras_service_net_get_n_nodes (TrasServiceNet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

guint
tras_service_net_get_n_arrows (TrasServiceNet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->arrows->len;
}

const TrasNetNode *
tras_service_net_get_node (TrasServiceNet *self,
                           guint           node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  return &g_array_index (self->nodes, TrasNetNode, node);
}

const TrasNetArrow *
tras_service_net_get_arrow (TrasServiceNet *self,
                            guint           arrow)
{
  g_return_val_if_fail (self != NULL && arrow < self->arrows->len, NULL);

  return &g_array_index (self->arrows, TrasNetArrow, arrow);
}

const TrasRect *
tras_service_net_get_rect (TrasServiceNet *self,
                           guint           node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  return &self->rects[node];
}

/**
 * tras_service_net_get_badge:
 * @self: a network
 * @arrow: an arrow
 *
 * Returns: where its figure stands
 */
const TrasRect *
tras_service_net_get_badge (TrasServiceNet *self,
                            guint           arrow)
{
  g_return_val_if_fail (self != NULL && arrow < self->arrows->len, NULL);

  return &self->badges[arrow];
}

const TrasNetCurve *
tras_service_net_get_curve (TrasServiceNet *self,
                            guint           arrow)
{
  g_return_val_if_fail (self != NULL && arrow < self->arrows->len, NULL);

  return &self->curves[arrow];
}

/**
 * tras_service_net_get_size:
 * @self: a network
 * @width: (out): how wide it is
 * @height: (out): how high it is, with the words for its shapes
 */
void
tras_service_net_get_size (TrasServiceNet *self,
                           double         *width,
                           double         *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * tras_net_curve_get_place:
 * @self: a curve
 * @at: from 0, where it begins, to 1
 * @x: (out): the place there
 * @y: (out): likewise
 */
void
tras_net_curve_get_place (const TrasNetCurve *self,
                          double              at,
                          double             *x,
                          double             *y)
{
  double left = 1 - at;
  double a = left * left * left, b = 3 * at * left * left, c = 3 * at * at * left;
  double d = at * at * at;

  *x = a * self->x[0] + b * self->x[1] + c * self->x[2] + d * self->x[3];
  *y = a * self->y[0] + b * self->y[1] + c * self->y[2] + d * self->y[3];
}

/* ---- finding and walking ---- */

static gboolean
is_in (const TrasRect *rect,
       double          x,
       double          y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static double
get_distance (const TrasNetCurve *curve,
              double              x,
              double              y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i <= N_SAMPLES; i++)
    {
      double at_x, at_y;

      tras_net_curve_get_place (curve, (double) i / N_SAMPLES, &at_x, &at_y);
      nearest = MIN (nearest, hypot (at_x - x, at_y - y));
    }

  return nearest;
}

static TrasNetSpot
get_spot (TrasServiceNet *self,
          guint           arrow)
{
  return (TrasNetSpot) { (int) tras_service_net_get_arrow (self, arrow)->from, (int) arrow };
}

/**
 * tras_service_net_find:
 * @self: a network
 * @x: a place
 * @y: a place
 *
 * Returns: the node, figure or arrow there; an arrow's node is the one that gives
 */
TrasNetSpot
tras_service_net_find (TrasServiceNet *self,
                       double          x,
                       double          y)
{
  TrasNetSpot spot = { -1, -1 };
  double nearest = NEAR;

  g_return_val_if_fail (self != NULL, spot);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (is_in (&self->rects[i], x, y))
        return (TrasNetSpot) { (int) i, -1 };
    }
  for (guint i = 0; i < self->arrows->len; i++)
    {
      if (is_in (&self->badges[i], x, y))
        return get_spot (self, i);
    }
  for (guint i = 0; i < self->arrows->len; i++)
    {
      double distance = get_distance (&self->curves[i], x, y);

      if (distance >= nearest)
        continue;
      nearest = distance;
      spot = get_spot (self, i);
    }

  return spot;
}

/* The arrows of a node: those that it gives, then those that it takes. */
static GArray *
list_arrows (TrasServiceNet *self,
             guint           node)
{
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint takes = 0; takes < 2; takes++)
    for (int i = 0; i < (int) self->arrows->len; i++)
      {
        const TrasNetArrow *arrow = tras_service_net_get_arrow (self, (guint) i);

        if ((takes ? arrow->to : arrow->from) == node)
          g_array_append_val (arrows, i);
      }

  return arrows;
}

static int
step_arrow (TrasServiceNet *self,
            TrasNetSpot     spot,
            int             by)
{
  g_autoptr (GArray) arrows = list_arrows (self, (guint) spot.node);
  int place = -1;

  for (guint i = 0; i < arrows->len; i++)
    {
      if (g_array_index (arrows, int, i) == spot.arrow)
        place = (int) i;
    }
  place = CLAMP (place + by, -1, (int) arrows->len - 1);

  return place >= 0 ? g_array_index (arrows, int, place) : -1;
}

/**
 * tras_service_net_walk:
 * @self: a network with nodes
 * @spot: where to walk from; its node -1 for nowhere, which leads to the first
 * @step: where to
 *
 * Nodes go around; the arrows of a node have an end.
 *
 * Returns: where that is
 */
TrasNetSpot
tras_service_net_walk (TrasServiceNet *self,
                       TrasNetSpot     spot,
                       TrasNetStep     step)
{
  int n;

  g_return_val_if_fail (self != NULL && self->nodes->len > 0, spot);
  g_return_val_if_fail (spot.node < (int) self->nodes->len, spot);

  n = (int) self->nodes->len;
  if (spot.node < 0)
    return (TrasNetSpot) { 0, -1 };

  switch (step)
    {
    case TRAS_NET_NEXT_NODE:
      return (TrasNetSpot) { (spot.node + 1) % n, -1 };
    case TRAS_NET_LAST_NODE:
      return (TrasNetSpot) { (spot.node + n - 1) % n, -1 };
    case TRAS_NET_NEXT_ARROW:
      return (TrasNetSpot) { spot.node, step_arrow (self, spot, 1) };
    case TRAS_NET_LAST_ARROW:
      return (TrasNetSpot) { spot.node, step_arrow (self, spot, -1) };
    default:
      g_return_val_if_reached (spot);
    }
}
