/* tras-service-net-layout.c: where areas stand, which ways services take between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Areas stand in a ring, in the order in which they are given: on an ellipse where there is room
 * for it, else along the edges of a grid. An arrow bends towards the middle, as far as it takes to
 * pass between the areas; its figure stands on it where nothing else does. Where that cannot be for
 * all of them, the ring grows until it can. Nothing is left to chance: the same firm has the same
 * picture.
 */

#include "config.h"

#include <math.h>

#include "tras-service-net-private.h"

/* How wide nodes are: as much as leaves a way for arrows and figures between two columns. */
#define LEAST_WIDTH 112.0
#define MOST_WIDTH 146.0
#define CHANNEL 72.0

/* Between nodes, and between a figure and what is nearest. */
#define GAP 18.0
#define BADGE_GAP 2.0

/* How far arrows keep off the nodes that they do not join. */
#define MARGIN 4.0

/* How much larger the ring becomes when something has no room; from which time on it also becomes
 * wider than it should be; and when figures may lie on each other, which never came to pass. */
#define GROWTH 1.12
#define WIDER_FROM 10
#define MOST_ROUNDS 60

/* How far arrows between the same two nodes bend apart. */
#define APART 46.0

/* Of how many arrows figures are kept off all others. */
#define MOST_CLEAR 60

/* Places of a curve that are to be on the paper. */
#define N_SAMPLES 24

/* How far towards the middle an arrow bends, as parts of the way there: the least that will do. */
static const double bends[] = { 0.3, 0.6, 1, 1.4, 1.6, 1.8, 2, 2.3, 2.8, -0.4 };

/* How far down an arrow between the sides of a high ring comes to its middle, and from which on it
 * leaves that: as a part of its way, before and behind. */
static const double turns[] = { 0.15, 0.3, 0, 0.45 };

/* How far aside an arrow bends whose way leads through the middle already. */
static const double asides[] = { 60, -60, 110, -110, 170, -170 };

/* A quadratic curve as a cubic one. */
#define PULL (2.0 / 3)

/* Where a figure may stand: in the middle, then to both sides. */
static const double places[] = { 0.5, 0.44, 0.56, 0.38, 0.62, 0.33, 0.67, 0.28, 0.72, 0.23, 0.77,
                                 0.18, 0.82 };

typedef struct
{
  TrasServiceNet *net;
  double node_width;
  double centre_x;
  double centre_y;
  guint *order;        /* of arrows: the shortest first, which have the least choice */
  double *apart;       /* of arrows: how far aside of those between the same nodes */
  gboolean *has_badge;
} Ring;

static const TrasNetArrow *
get_arrow (TrasServiceNet *self,
           guint           arrow)
{
  return &g_array_index (self->arrows, TrasNetArrow, arrow);
}

static TrasRect
grow (const TrasRect *rect,
      double          by)
{
  return (TrasRect) { rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

static gboolean
contains (const TrasRect *rect,
          double          x,
          double          y)
{
  return x > rect->x && x < rect->x + rect->width && y > rect->y && y < rect->y + rect->height;
}

/* ---- nodes ---- */

static void
place_node (Ring   *self,
            guint   node,
            double  x,
            double  y)
{
  self->net->rects[node] = (TrasRect) { x - self->node_width / 2, y - TRAS_NET_NODE_HEIGHT / 2,
                                        self->node_width, TRAS_NET_NODE_HEIGHT };
}

static gboolean
is_apart (TrasServiceNet *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrasRect room = grow (&self->rects[i], GAP);

      for (guint k = 0; k < i; k++)
        {
          if (tras_rect_overlaps (&room, &self->rects[k]))
            return FALSE;
        }
    }

  return TRUE;
}

/* The first at the top, or two of them where there are as many as that makes wider. */
static gboolean
place_on_ellipse (Ring   *self,
                  double  width,
                  double  height)
{
  guint n = self->net->nodes->len;
  double x = width / 2 - TRAS_NET_MARGIN - self->node_width / 2;
  double y = height / 2 - TRAS_NET_MARGIN - TRAS_NET_NODE_HEIGHT / 2;

  for (guint start = 0; start < 2; start++)
    {
      for (guint i = 0; i < n; i++)
        {
          double angle = 2 * G_PI * (i + start * 0.5) / n - G_PI_2;

          place_node (self, i, width / 2 + (n > 1 ? x * cos (angle) : 0),
                      height / 2 + (n > 1 ? y * sin (angle) : 0));
        }
      if (is_apart (self->net))
        return TRUE;
    }

  return FALSE;
}

/* Clockwise along the edges of as many columns as fit, two at least; FALSE where rows touch. */
static gboolean
place_on_grid (Ring   *self,
               double  width,
               double  height)
{
  guint n = self->net->nodes->len, n_rows, i = 0;
  double room = width - 2 * TRAS_NET_MARGIN + GAP;
  guint n_columns = (guint) CLAMP (room / (self->node_width + GAP), 2, MAX ((n + 3) / 4, 2));
  double across = (width - 2 * TRAS_NET_MARGIN - self->node_width) / (n_columns - 1);
  double down;
  double left = TRAS_NET_MARGIN + self->node_width / 2;
  double top = TRAS_NET_MARGIN + TRAS_NET_NODE_HEIGHT / 2;

  n_rows = 2 + (n > 2 * n_columns ? (n - 2 * n_columns + 1) / 2 : 0);
  down = (height - 2 * TRAS_NET_MARGIN - TRAS_NET_NODE_HEIGHT) / (n_rows - 1);

  for (guint column = 0; column < n_columns && i < n; column++)
    place_node (self, i++, left + column * across, top);
  for (guint row = 1; row + 1 < n_rows && i < n; row++)
    place_node (self, i++, left + (n_columns - 1) * across, top + row * down);
  for (guint column = n_columns; column > 0 && i < n; column--)
    place_node (self, i++, left + (column - 1) * across, top + (n_rows - 1) * down);
  for (guint row = n_rows - 1; row > 1 && i < n; row--)
    place_node (self, i++, left, top + (row - 1) * down);

  return is_apart (self->net);
}

/* ---- arrows ---- */

/* Where the way from the middle of a node to a place leaves it. */
static void
find_edge (const TrasRect *rect,
           double          to_x,
           double          to_y,
           double         *x,
           double         *y)
{
  double middle_x = rect->x + rect->width / 2, middle_y = rect->y + rect->height / 2;
  double dx = to_x - middle_x, dy = to_y - middle_y;
  double part = MIN (rect->width / 2 / MAX (fabs (dx), 1e-6),
                     rect->height / 2 / MAX (fabs (dy), 1e-6));

  *x = middle_x + dx * part;
  *y = middle_y + dy * part;
}

/* Bends a way towards two places, which may be one. */
static void
lead (const Ring   *self,
      guint         arrow,
      double        x1,
      double        y1,
      double        x2,
      double        y2,
      TrasNetCurve *curve)
{
  const TrasNetArrow *it = get_arrow (self->net, arrow);

  find_edge (&self->net->rects[it->from], x1, y1, &curve->x[0], &curve->y[0]);
  find_edge (&self->net->rects[it->to], x2, y2, &curve->x[3], &curve->y[3]);
  curve->x[1] = curve->x[0] + (x1 - curve->x[0]) * PULL;
  curve->y[1] = curve->y[0] + (y1 - curve->y[0]) * PULL;
  curve->x[2] = curve->x[3] + (x2 - curve->x[3]) * PULL;
  curve->y[2] = curve->y[3] + (y2 - curve->y[3]) * PULL;
}

/* The @way-th way of an arrow that may be tried: towards the middle by more and more, along the
 * middle of a ring that is high, then to a side. */
static gboolean
bend (const Ring   *self,
      guint         arrow,
      guint         way,
      TrasNetCurve *curve)
{
  const TrasNetArrow *it = get_arrow (self->net, arrow);
  const TrasRect *from = &self->net->rects[it->from], *to = &self->net->rects[it->to];
  double from_x = from->x + from->width / 2, from_y = from->y + from->height / 2;
  double to_x = to->x + to->width / 2, to_y = to->y + to->height / 2;
  /* Aside is the same side for both directions. */
  double side = it->from < it->to ? 1 : -1;
  double length = MAX (hypot (to_x - from_x, to_y - from_y), 1);
  double aside_x = -(to_y - from_y) * side / length * self->apart[arrow];
  double aside_y = (to_x - from_x) * side / length * self->apart[arrow];
  double x = (from_x + to_x) / 2, y = (from_y + to_y) / 2;

  if (way < G_N_ELEMENTS (bends))
    {
      x += (self->centre_x - x) * bends[way] + aside_x;
      y += (self->centre_y - y) * bends[way] + aside_y;
      lead (self, arrow, x, y, x, y, curve);
      return TRUE;
    }
  if (way >= G_N_ELEMENTS (bends) + G_N_ELEMENTS (turns))
    {
      way -= G_N_ELEMENTS (bends) + G_N_ELEMENTS (turns);
      if (way >= G_N_ELEMENTS (asides))
        return FALSE;
      x += aside_x - (to_y - from_y) / length * asides[way];
      y += aside_y + (to_x - from_x) / length * asides[way];
      lead (self, arrow, x, y, x, y, curve);
      return TRUE;
    }

  x = self->centre_x + self->apart[arrow] * side;
  y = (to_y - from_y) * turns[way - G_N_ELEMENTS (bends)];
  lead (self, arrow, x, from_y + y, x, to_y - y, curve);

  return TRUE;
}

/* So many places of a curve are nearer to each other than twice the margin. */
static guint
count_samples (const TrasNetCurve *curve)
{
  double length = hypot (curve->x[1] - curve->x[0], curve->y[1] - curve->y[0]) +
                  hypot (curve->x[2] - curve->x[1], curve->y[2] - curve->y[1]) +
                  hypot (curve->x[3] - curve->x[2], curve->y[3] - curve->y[2]);

  return (guint) (length * 1.5 / MARGIN) + 2;
}

/* Whether a way keeps off a node: none of its places, which are nearer to each other than twice the
 * margin, lies in the margin. */
static gboolean
is_past (const TrasNetCurve *curve,
         const TrasRect     *room,
         guint               n)
{
  double left = MIN (MIN (curve->x[0], curve->x[1]), MIN (curve->x[2], curve->x[3]));
  double right = MAX (MAX (curve->x[0], curve->x[1]), MAX (curve->x[2], curve->x[3]));
  double top = MIN (MIN (curve->y[0], curve->y[1]), MIN (curve->y[2], curve->y[3]));
  double bottom = MAX (MAX (curve->y[0], curve->y[1]), MAX (curve->y[2], curve->y[3]));

  if (left > room->x + room->width || right < room->x || top > room->y + room->height ||
      bottom < room->y)
    return TRUE;
  for (guint i = 1; i < n; i++)
    {
      double x, y;

      tras_net_curve_get_place (curve, (double) i / n, &x, &y);
      if (contains (room, x, y))
        return FALSE;
    }

  return TRUE;
}

/* Whether the way leads past all nodes but those at its ends, and stays on the paper. */
static gboolean
is_free (const Ring         *self,
         guint               arrow,
         const TrasNetCurve *curve)
{
  const TrasNetArrow *it = get_arrow (self->net, arrow);
  guint n = count_samples (curve);
  double x, y;

  for (guint i = 1; i < N_SAMPLES; i++)
    {
      tras_net_curve_get_place (curve, (double) i / N_SAMPLES, &x, &y);
      if (x < 2 || x > self->centre_x * 2 - 2 || y < 2 || y > self->centre_y * 2 - 2)
        return FALSE;
    }
  for (guint node = 0; node < self->net->nodes->len; node++)
    {
      TrasRect room = grow (&self->net->rects[node],
                            node == it->from || node == it->to ? -1 : MARGIN);

      if (!is_past (curve, &room, n))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_room (const Ring     *self,
          const TrasRect *badge)
{
  TrasRect room = grow (badge, BADGE_GAP);

  if (room.x < 0 || room.x + room.width > self->centre_x * 2 || room.y < 0 ||
      room.y + room.height > self->centre_y * 2)
    return FALSE;
  for (guint i = 0; i < self->net->nodes->len; i++)
    {
      if (tras_rect_overlaps (&room, &self->net->rects[i]))
        return FALSE;
    }
  for (guint i = 0; i < self->net->arrows->len; i++)
    {
      if (self->has_badge[i] && tras_rect_overlaps (&room, &self->net->badges[i]))
        return FALSE;
    }

  return TRUE;
}

static void
get_badge (const TrasNetCurve *curve,
           double              at,
           TrasRect           *badge)
{
  double x, y;

  tras_net_curve_get_place (curve, at, &x, &y);
  *badge = (TrasRect) { x - TRAS_NET_BADGE_WIDTH / 2, y - TRAS_NET_BADGE_HEIGHT / 2,
                        TRAS_NET_BADGE_WIDTH, TRAS_NET_BADGE_HEIGHT };
}

/* Whether no other arrow leads through the figure, nor this one through another's. */
static gboolean
is_clear (const Ring         *self,
          guint               arrow,
          const TrasNetCurve *curve,
          const TrasRect     *badge)
{
  guint n = count_samples (curve);

  for (guint i = 0; i < self->net->arrows->len; i++)
    {
      const TrasNetCurve *other = &self->net->curves[i];

      if (i != arrow && self->has_badge[i] &&
          (!is_past (curve, &self->net->badges[i], n) ||
           !is_past (other, badge, count_samples (other))))
        return FALSE;
    }

  return TRUE;
}

static gboolean
try_to_route (Ring     *self,
              guint     arrow,
              gboolean  clear)
{
  TrasNetCurve *curve = &self->net->curves[arrow];
  TrasRect *badge = &self->net->badges[arrow];

  for (guint i = 0; bend (self, arrow, i, curve); i++)
    {
      if (!is_free (self, arrow, curve))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          get_badge (curve, places[k], badge);
          if (!has_room (self, badge) || (clear && !is_clear (self, arrow, curve, badge)))
            continue;
          self->has_badge[arrow] = TRUE;
          return TRUE;
        }
    }

  return FALSE;
}

/* A figure on another arrow could be taken for that one's; among many that cannot be helped. */
static gboolean
route (Ring  *self,
       guint  arrow)
{
  TrasNetCurve *curve = &self->net->curves[arrow];
  TrasRect *badge = &self->net->badges[arrow];

  if ((self->net->arrows->len <= MOST_CLEAR && try_to_route (self, arrow, TRUE)) ||
      try_to_route (self, arrow, FALSE))
    return TRUE;

  bend (self, arrow, 0, curve);
  get_badge (curve, places[0], badge);
  self->has_badge[arrow] = TRUE;

  return FALSE;
}

static double
get_length (const Ring *self,
            guint       arrow)
{
  const TrasNetArrow *it = get_arrow (self->net, arrow);
  const TrasRect *from = &self->net->rects[it->from], *to = &self->net->rects[it->to];

  return hypot (to->x - from->x, to->y - from->y);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  double left = get_length (user_data, x), right = get_length (user_data, y);

  if (fabs (left - right) > 1e-6)
    return left < right ? -1 : 1;

  return x < y ? -1 : x > y;
}

/* Without a last try, the first that has no room ends it. */
static gboolean
route_all (Ring     *self,
           gboolean  is_last)
{
  guint n = self->net->arrows->len;

  for (guint i = 0; i < n; i++)
    {
      self->order[i] = i;
      self->has_badge[i] = FALSE;
    }
  g_qsort_with_data (self->order, (gint) n, sizeof (guint), compare_lengths, self);
  for (guint i = 0; i < n; i++)
    {
      if (!route (self, self->order[i]) && !is_last)
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_same_ends (const TrasNetArrow *a,
                const TrasNetArrow *b)
{
  return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

static void
spread (Ring *self)
{
  guint n = self->net->arrows->len;

  for (guint i = 0; i < n; i++)
    {
      guint before = 0, all = 0;

      for (guint k = 0; k < n; k++)
        {
          gboolean same = have_same_ends (get_arrow (self->net, i), get_arrow (self->net, k));

          all += same;
          before += same && k < i;
        }
      self->apart[i] = (before - (all - 1) / 2.0) * APART;
    }
}

/* ---- all of it ---- */

static void
mirror (TrasServiceNet *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    self->rects[i].x = self->width - self->rects[i].x - self->rects[i].width;
  for (guint i = 0; i < self->arrows->len; i++)
    {
      self->badges[i].x = self->width - self->badges[i].x - self->badges[i].width;
      for (guint k = 0; k < 4; k++)
        self->curves[i].x[k] = self->width - self->curves[i].x[k];
    }
}

/* As high as the rows of words are that stand below. */
static double
get_legend_height (double width)
{
  double columns = CLAMP (floor ((width - 2 * TRAS_NET_MARGIN) / TRAS_NET_LEGEND_WIDTH), 1,
                          TRAS_NET_N_LEGEND);

  return ceil (TRAS_NET_N_LEGEND / columns) * TRAS_NET_LEGEND_HEIGHT + TRAS_NET_MARGIN / 2;
}

static gboolean
place_ring (Ring   *self,
            double  width,
            double  height)
{
  self->centre_x = width / 2;
  self->centre_y = height / 2;

  return place_on_ellipse (self, width, height) || place_on_grid (self, width, height);
}

/*
 * tras_service_net_lay_out:
 * @self: a network with nodes and arrows
 * @width: how wide it should be
 * @height: how high
 *
 * Gives everything its place.
 */
void
tras_service_net_lay_out (TrasServiceNet *self,
                          double          width,
                          double          height)
{
  guint n = self->arrows->len;
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree double *apart = g_new0 (double, n + 1);
  g_autofree gboolean *has_badge = g_new0 (gboolean, n + 1);
  Ring ring = { .net = self, .order = order, .apart = apart, .has_badge = has_badge };
  double legend;

  width = MAX (width, 2 * (TRAS_NET_MARGIN + LEAST_WIDTH) + CHANNEL);
  ring.node_width = CLAMP (width / 2 - TRAS_NET_MARGIN - CHANNEL / 2, LEAST_WIDTH, MOST_WIDTH);
  legend = get_legend_height (width);
  height = MAX (height - legend, 4 * TRAS_NET_NODE_HEIGHT);
  spread (&ring);
  for (guint i = 0; i < MOST_ROUNDS; i++)
    {
      if (place_ring (&ring, width, height) && route_all (&ring, i + 1 == MOST_ROUNDS))
        break;
      height *= GROWTH;
      if (i >= WIDER_FROM)
        width *= GROWTH;
    }

  self->width = width;
  self->legend = height;
  self->height = height + legend;
  if (self->mirrored)
    mirror (self);
}
