/* tras-org-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-org-chart.h"

#define NODE_WIDTH 232.0
#define NODE_HEIGHT 92.0
#define GAP 20.0
#define ROW_GAP 34.0
#define MARGIN 16.0
#define PADDING 12.0
#define RADIUS 10.0
#define TITLE_TEXT 14.0
#define TEXT 12.0
#define DOT 7.0
#define DOT_STEP 11.0

struct _TrasOrgChart
{
  GArray *nodes;
  TrasRect *rects;
  double width;
  double height;
  gboolean mirrored;
};

static void
node_clear (gpointer data)
{
  TrasOrgNode *node = data;

  g_free (node->title);
  g_free (node->head);
  g_free (node->words);
}

/**
 * tras_org_chart_new_nodes:
 *
 * Returns: (transfer full) (element-type TrasOrgNode): an array that owns what its nodes hold
 */
GArray *
tras_org_chart_new_nodes (void)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (TrasOrgNode));

  g_array_set_clear_func (nodes, node_clear);

  return nodes;
}

/* ---- layout ---- */

/* All that the layout of a tree needs. */
typedef struct
{
  TrasOrgChart *chart;
  GArray **children;   /* of each node, indices; those without a parent behind them */
  guint most_columns;
} Tree;

static const TrasOrgNode *
get_node (TrasOrgChart *self,
          guint         node)
{
  return &g_array_index (self->nodes, TrasOrgNode, node);
}

static guint
get_child (GArray *children,
           guint   place)
{
  return g_array_index (children, guint, place);
}

static gboolean
has_leaves_alone (const Tree *self,
                  GArray     *children)
{
  for (guint i = 0; i < children->len; i++)
    {
      if (self->children[get_child (children, i)]->len > 0)
        return FALSE;
    }

  return TRUE;
}

/* What has no parts of its own stands in rows as wide as there is room; what has them stands side
 * by side, each over its own. Returns the width; *bottom is how far down it reaches. */
static double
place_children (Tree   *self,
                GArray *children,
                double  x,
                double  y,
                double *bottom);

static double
place_node (Tree   *self,
            guint   node,
            double  x,
            double  y,
            double *bottom)
{
  GArray *children = self->children[node];
  TrasRect *rect = &self->chart->rects[node];
  double width = NODE_WIDTH;

  *rect = (TrasRect) { x, y, NODE_WIDTH, NODE_HEIGHT };
  *bottom = MAX (*bottom, y + NODE_HEIGHT);
  if (children->len > 0)
    {
      width = MAX (place_children (self, children, x, y + NODE_HEIGHT + ROW_GAP, bottom),
                   NODE_WIDTH);
      rect->x = x + (width - NODE_WIDTH) / 2;
    }

  return width;
}

static double
place_children (Tree   *self,
                GArray *children,
                double  x,
                double  y,
                double *bottom)
{
  double start = x;

  if (has_leaves_alone (self, children))
    {
      guint n_rows = (children->len + self->most_columns - 1) / self->most_columns;
      guint n_columns = (children->len + n_rows - 1) / n_rows;

      for (guint i = 0; i < children->len; i++)
        place_node (self, get_child (children, i), x + i % n_columns * (NODE_WIDTH + GAP),
                    y + i / n_columns * (NODE_HEIGHT + ROW_GAP), bottom);

      return n_columns * (NODE_WIDTH + GAP) - GAP;
    }

  for (guint i = 0; i < children->len; i++)
    x += place_node (self, get_child (children, i), x, y, bottom) + GAP;

  return x - GAP - start;
}

static void
lay_out (TrasOrgChart *self,
         double        width)
{
  guint n = self->nodes->len;
  g_autofree GArray **children = g_new0 (GArray *, n + 1);
  double columns = floor ((width - 2 * MARGIN + GAP) / (NODE_WIDTH + GAP));
  double bottom = MARGIN;
  Tree tree = { self, children, (guint) CLAMP (columns, 1, 12) };

  for (guint i = 0; i <= n; i++)
    children[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      int parent = get_node (self, i)->parent;

      g_array_append_val (children[parent >= 0 ? (guint) parent : n], i);
    }
  self->width = place_children (&tree, children[n], MARGIN, MARGIN, &bottom) + 2 * MARGIN;
  self->height = bottom + MARGIN;
  for (guint i = 0; i < n; i++)
    {
      if (self->mirrored)
        self->rects[i].x = self->width - self->rects[i].x - NODE_WIDTH;
    }
  for (guint i = 0; i <= n; i++)
    g_array_unref (children[i]);
}

/**
 * tras_org_chart_new:
 * @nodes: (transfer full) (element-type TrasOrgNode): what it shows, whatever is above before what
 *   is below; as from tras_org_chart_new_nodes()
 * @width: how wide it should be; it is wider where the tree has more branches
 * @mirrored: whether it is read from right to left
 *
 * Returns: (transfer full): a chart, laid out
 */
TrasOrgChart *
tras_org_chart_new (GArray   *nodes,
                    double    width,
                    gboolean  mirrored)
{
  TrasOrgChart *self = g_rc_box_new0 (TrasOrgChart);

  self->nodes = nodes;
  self->mirrored = mirrored;
  self->rects = g_new0 (TrasRect, nodes->len);
  lay_out (self, width);

  return self;
}

/**
 * tras_org_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
TrasOrgChart *
tras_org_chart_ref (TrasOrgChart *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasOrgChart *self = data;

  g_array_unref (self->nodes);
  g_free (self->rects);
}

/**
 * tras_org_chart_unref:
 * @self: (transfer full): a chart
 */
void
tras_org_chart_unref (TrasOrgChart *self)
{
  g_rc_box_release_full (self, clear);
}

guint
tras_org_chart_get_n (TrasOrgChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

const TrasOrgNode *
tras_org_chart_get (TrasOrgChart *self,
                    guint         node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  return get_node (self, node);
}

const TrasRect *
tras_org_chart_get_rect (TrasOrgChart *self,
                         guint         node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  return &self->rects[node];
}

/**
 * tras_org_chart_get_size:
 * @self: a chart
 * @width: (out): how wide it is
 * @height: (out): how high it is
 */
void
tras_org_chart_get_size (TrasOrgChart *self,
                         double       *width,
                         double       *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * tras_org_chart_find:
 * @self: a chart
 * @x: a place
 * @y: a place
 *
 * Returns: the node there, or -1
 */
int
tras_org_chart_find (TrasOrgChart *self,
                     double        x,
                     double        y)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TrasRect *rect = &self->rects[i];

      if (x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height)
        return (int) i;
    }

  return -1;
}

/**
 * tras_org_chart_walk:
 * @self: a chart
 * @node: where to walk from
 * @dx: 1 to the right, -1 to the left, 0 for neither
 * @dy: 1 down, -1 up, 0 for neither
 *
 * Returns: the nearest node in that direction; @node where there is none
 */
int
tras_org_chart_walk (TrasOrgChart *self,
                     int           node,
                     int           dx,
                     int           dy)
{
  const TrasRect *from;
  double nearest = G_MAXDOUBLE;
  int found = node;

  g_return_val_if_fail (self != NULL, node);
  g_return_val_if_fail (node >= 0 && node < (int) self->nodes->len, node);

  from = &self->rects[node];
  for (guint i = 0; i < self->nodes->len; i++)
    {
      double x = self->rects[i].x - from->x, y = self->rects[i].y - from->y;
      double along = x * dx + y * dy, across = fabs (x * dy) + fabs (y * dx);

      /* Whatever is to the side has to be further along than aside. */
      if (along <= 0 || (dx != 0 && across >= NODE_HEIGHT))
        continue;
      if (along + 2 * across < nearest)
        {
          nearest = along + 2 * across;
          found = (int) i;
        }
    }
  if (dy < 0 && get_node (self, (guint) node)->parent >= 0)
    return get_node (self, (guint) node)->parent;

  return found;
}

/* ---- drawing ---- */

typedef struct
{
  TrasOrgChart *chart;
  cairo_t *cr;
  const TrasPalette *palette;
  TrasTextCache *texts;
} Pen;

/* From under the node above to over this one. In the second row and below, around the first. */
static void
draw_line (const Pen *pen,
           guint      node)
{
  int parent = get_node (pen->chart, node)->parent;
  const TrasRect *rect = &pen->chart->rects[node];
  double x = rect->x + rect->width / 2, y = rect->y - ROW_GAP / 2;
  const TrasRect *above;
  double from, first;

  if (parent < 0)
    return;

  above = &pen->chart->rects[parent];
  from = above->x + above->width / 2;
  first = above->y + above->height + ROW_GAP / 2;
  cairo_move_to (pen->cr, from, above->y + above->height);
  cairo_line_to (pen->cr, from, first);
  if (y > first + 1)
    {
      double side = x + (pen->chart->mirrored ? 1 : -1) * (rect->width + GAP) / 2;

      cairo_line_to (pen->cr, side, first);
      cairo_line_to (pen->cr, side, y);
    }
  cairo_line_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x, rect->y);
  cairo_set_line_width (pen->cr, 1.5);
  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  cairo_stroke (pen->cr);
}

static void
write_line (const Pen      *pen,
            const TrasRect *rect,
            const char     *text,
            double          size,
            gboolean        bold,
            TrasColorRole   color,
            double          y)
{
  g_autoptr (PangoLayout) layout = tras_text_cache_get (pen->texts, text, size, bold,
                                                        rect->width - 2 * PADDING);
  double width, height;

  tras_text_get_size (layout, &width, &height);
  tras_palette_set_source (pen->palette, color, pen->cr);
  tras_text_draw (layout, pen->cr,
                  pen->chart->mirrored ? rect->x + rect->width - PADDING - width
                                       : rect->x + PADDING, rect->y + y);
}

/* A full dot a person, a hollow one an open seat, as many as there is room for. */
static void
draw_seats (const Pen         *pen,
            const TrasOrgNode *node,
            const TrasRect    *rect)
{
  guint most = (guint) ((rect->width - 2 * PADDING) / DOT_STEP);
  guint n_open = MIN (node->n_open, most / 2);
  guint n = MIN (node->n_people, most - n_open) + n_open;

  for (guint i = 0; i < n; i++)
    {
      double along = PADDING + i * DOT_STEP + DOT / 2;
      double x = pen->chart->mirrored ? rect->x + rect->width - along : rect->x + along;

      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, x, rect->y + rect->height - PADDING, DOT / 2, 0, 2 * G_PI);
      cairo_set_line_width (pen->cr, 1.5);
      if (i < n - n_open)
        {
          tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
          cairo_fill (pen->cr);
          continue;
        }
      tras_palette_set_source (pen->palette, TRAS_COLOR_WORSE, pen->cr);
      cairo_stroke (pen->cr);
    }
}

static void
draw_node (const Pen *pen,
           guint      place,
           gboolean   is_selected)
{
  const TrasOrgNode *node = get_node (pen->chart, place);
  const TrasRect *rect = &pen->chart->rects[place];

  tras_rect_trace_rounded (rect, RADIUS, pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
  cairo_fill_preserve (pen->cr);
  cairo_set_line_width (pen->cr, is_selected ? 3 : 1.5);
  tras_palette_set_source (pen->palette, is_selected ? TRAS_COLOR_CURSOR : TRAS_COLOR_AXIS,
                           pen->cr);
  cairo_stroke (pen->cr);

  write_line (pen, rect, node->title, TITLE_TEXT, TRUE, TRAS_COLOR_TEXT, 8);
  write_line (pen, rect, node->head, TEXT, FALSE,
              node->has_head ? TRAS_COLOR_TEXT : TRAS_COLOR_DIM_TEXT, 30);
  write_line (pen, rect, node->words, TEXT, FALSE,
              node->n_open > 0 ? TRAS_COLOR_WORSE : TRAS_COLOR_DIM_TEXT, 49);
  draw_seats (pen, node, rect);
}

/**
 * tras_org_chart_draw:
 * @self: a chart
 * @cr: where to draw
 * @palette: the colours
 * @texts: texts that are laid out already
 * @selected: the node with the cursor, -1 for none
 *
 * Draws what is within the clip.
 */
void
tras_org_chart_draw (TrasOrgChart      *self,
                     cairo_t           *cr,
                     const TrasPalette *palette,
                     TrasTextCache     *texts,
                     int                selected)
{
  Pen pen = { self, cr, palette, texts };
  double left, top, right, bottom;

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL && texts != NULL);

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (guint i = 0; i < self->nodes->len; i++)
    draw_line (&pen, i);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TrasRect *rect = &self->rects[i];

      if (rect->x < right && rect->x + rect->width > left && rect->y < bottom &&
          rect->y + rect->height > top)
        draw_node (&pen, i, (int) i == selected);
    }
}
