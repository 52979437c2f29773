/* tras-service-net-draw.c: a network on the screen and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-service-net-private.h"

#define RADIUS 9.0
#define PADDING 10.0
#define TITLE_TEXT 13.0
#define TEXT 11.5
#define FIGURE_TEXT 12.5
#define GLYPH 13.0

/* The line of a score of 1, what each point more adds, and that of what was not rated. */
#define LEAST_LINE 1.2
#define LINE_A_POINT 1.0
#define UNRATED_LINE 1.5

/* The largest head of an arrow. */
#define HEAD 16.0

typedef struct
{
  TrasServiceNet *net;
  cairo_t *cr;
  const TrasPalette *palette;
  TrasTextCache *texts;
  TrasNetSpot selected;
} Pen;

static void
set_color (const Pen     *pen,
           TrasColorRole  role)
{
  tras_palette_set_source (pen->palette, role, pen->cr);
}

/* Whether it is, or begins or ends at, what is under the cursor. */
static gboolean
belongs (const Pen *pen,
         guint      place)
{
  const TrasNetArrow *arrow = tras_service_net_get_arrow (pen->net, place);

  if (pen->selected.arrow >= 0)
    return pen->selected.arrow == (int) place;

  return pen->selected.node == (int) arrow->from || pen->selected.node == (int) arrow->to;
}

/* ---- arrows ---- */

static double
get_line (const TrasNetArrow *arrow)
{
  return isnan (arrow->weight) ? UNRATED_LINE
                               : LEAST_LINE + LINE_A_POINT * (CLAMP (arrow->weight, 1, 5) - 1);
}

static void
draw_head (const Pen          *pen,
           const TrasNetCurve *curve,
           double              size,
           double             *back_x,
           double             *back_y)
{
  double dx = curve->x[3] - curve->x[2], dy = curve->y[3] - curve->y[2];
  double length = MAX (hypot (dx, dy), 1e-6);

  dx /= length;
  dy /= length;
  *back_x = curve->x[3] - dx * size;
  *back_y = curve->y[3] - dy * size;
  cairo_move_to (pen->cr, curve->x[3], curve->y[3]);
  cairo_line_to (pen->cr, *back_x - dy * size * 0.55, *back_y + dx * size * 0.55);
  cairo_line_to (pen->cr, *back_x + dy * size * 0.55, *back_y - dx * size * 0.55);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
}

static void
draw_arrow (const Pen *pen,
            guint      place)
{
  static const double dashes[] = { 6, 4 };
  const TrasNetArrow *arrow = tras_service_net_get_arrow (pen->net, place);
  const TrasNetCurve *curve = &pen->net->curves[place];
  double line = get_line (arrow), x, y;

  set_color (pen, tras_glyph_get_color (arrow->glyph));
  draw_head (pen, curve, 7 + line * 1.6, &x, &y);
  cairo_move_to (pen->cr, curve->x[0], curve->y[0]);
  cairo_curve_to (pen->cr, curve->x[1], curve->y[1], curve->x[2], curve->y[2], x, y);
  if (isnan (arrow->weight))
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (pen->cr, line);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_badge (const Pen *pen,
            guint      place)
{
  const TrasNetArrow *arrow = tras_service_net_get_arrow (pen->net, place);
  const TrasRect *rect = &pen->net->badges[place];
  gboolean is_selected = pen->selected.arrow == (int) place;
  double middle = rect->y + rect->height / 2, mark = PADDING, width, height;
  g_autoptr (PangoLayout) layout = tras_text_cache_get (pen->texts, arrow->figure, FIGURE_TEXT,
                                                        is_selected,
                                                        rect->width - GLYPH - 8);

  tras_rect_trace_rounded (rect, rect->height / 2, pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
  cairo_fill_preserve (pen->cr);
  cairo_set_line_width (pen->cr, is_selected ? 2.5 : 1);
  set_color (pen, is_selected ? TRAS_COLOR_CURSOR : TRAS_COLOR_AXIS);
  cairo_stroke (pen->cr);

  tras_glyph_draw (arrow->glyph, pen->cr, pen->palette,
                   pen->net->mirrored ? rect->x + rect->width - mark : rect->x + mark, middle,
                   GLYPH);
  tras_text_get_size (layout, &width, &height);
  set_color (pen, TRAS_COLOR_TEXT);
  tras_text_draw (layout, pen->cr,
                  pen->net->mirrored ? rect->x + rect->width - mark - 9 - width
                                     : rect->x + mark + 9, middle - height / 2);
}

/* ---- nodes ---- */

static double
write_lines (const Pen      *pen,
             const TrasRect *rect,
             const char     *text,
             double          size,
             gboolean        bold,
             TrasColorRole   color,
             double          y,
             guint           n_lines)
{
  g_autoptr (PangoLayout) layout =
    tras_text_cache_get_lines (pen->texts, text, size, bold, rect->width - 2 * PADDING, n_lines);
  double width, height;

  tras_text_get_size (layout, &width, &height);
  set_color (pen, color);
  tras_text_draw (layout, pen->cr, pen->net->mirrored ? rect->x + rect->width - PADDING - width
                                                      : rect->x + PADDING, y);

  return height;
}

static void
draw_node (const Pen *pen,
           guint      place)
{
  const TrasNetNode *node = tras_service_net_get_node (pen->net, place);
  const TrasRect *rect = &pen->net->rects[place];
  gboolean is_selected = pen->selected.node == (int) place;
  gboolean is_cursor = is_selected && pen->selected.arrow < 0;
  double y = rect->y + 5;

  tras_rect_trace_rounded (rect, RADIUS, pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
  cairo_fill_preserve (pen->cr);
  cairo_set_line_width (pen->cr, is_cursor ? 3 : is_selected ? 2 : 1.5);
  set_color (pen, is_cursor     ? TRAS_COLOR_CURSOR
                  : is_selected ? TRAS_COLOR_TEXT
                                : TRAS_COLOR_AXIS);
  cairo_stroke (pen->cr);

  y += write_lines (pen, rect, node->title, TITLE_TEXT, TRUE, TRAS_COLOR_TEXT, y, 2);
  write_lines (pen, rect, node->words, TEXT, FALSE, TRAS_COLOR_DIM_TEXT, y, 1);
}

/* ---- the words for the shapes ---- */

static void
draw_legend (const Pen *pen)
{
  static const struct
  {
    TrasGlyph glyph;
    const char *words;
  } items[TRAS_NET_N_LEGEND] = {
    { TRAS_GLYPH_MEETS, NC_("service", "As promised") },
    { TRAS_GLYPH_HIT_OR_MISS, NC_("service", "Below its target") },
    { TRAS_GLYPH_MISSES, NC_("service", "Far below its target") },
    { TRAS_GLYPH_MISSING, NC_("service", "Not rated") },
  };
  guint n_columns = (guint) CLAMP ((pen->net->width - 2 * TRAS_NET_MARGIN) / TRAS_NET_LEGEND_WIDTH,
                                   1, TRAS_NET_N_LEGEND);

  for (guint i = 0; i < TRAS_NET_N_LEGEND; i++)
    {
      const char *words = g_dpgettext2 (GETTEXT_PACKAGE, "service", items[i].words);
      double along = TRAS_NET_MARGIN + i % n_columns * TRAS_NET_LEGEND_WIDTH;
      double y = pen->net->legend + (i / n_columns + 0.5) * TRAS_NET_LEGEND_HEIGHT;
      double x = pen->net->mirrored ? pen->net->width - along : along;
      double side = pen->net->mirrored ? -1 : 1, width, height;
      g_autoptr (PangoLayout) layout =
        tras_text_cache_get (pen->texts, words, TEXT, FALSE,
                             TRAS_NET_LEGEND_WIDTH - GLYPH - PADDING);

      tras_glyph_draw (items[i].glyph, pen->cr, pen->palette, x + side * GLYPH / 2, y, GLYPH);
      tras_text_get_size (layout, &width, &height);
      set_color (pen, TRAS_COLOR_DIM_TEXT);
      tras_text_draw (layout, pen->cr,
                      x + side * (GLYPH + 5) - (pen->net->mirrored ? width : 0), y - height / 2);
    }
}

static gboolean
is_seen (cairo_t        *cr,
         const TrasRect *rect)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);

  return rect->x < right && rect->x + rect->width > left && rect->y < bottom &&
         rect->y + rect->height > top;
}

/* What a curve lies in, with its head. */
static TrasRect
get_room (const TrasNetCurve *curve)
{
  double left = curve->x[0], right = left, top = curve->y[0], bottom = top;

  for (guint i = 1; i < G_N_ELEMENTS (curve->x); i++)
    {
      left = MIN (left, curve->x[i]);
      right = MAX (right, curve->x[i]);
      top = MIN (top, curve->y[i]);
      bottom = MAX (bottom, curve->y[i]);
    }

  return (TrasRect) { left - HEAD, top - HEAD, right - left + 2 * HEAD, bottom - top + 2 * HEAD };
}

/**
 * tras_service_net_draw:
 * @self: a network
 * @cr: where to draw
 * @palette: the colours
 * @texts: texts that are laid out already
 *
 * Draws what is within the clip. A thicker arrow was rated better; its shape and its figure say how
 * well, its colour says it again; without a rating it is dashed.
 */
void
tras_service_net_draw (TrasServiceNet    *self,
                       cairo_t           *cr,
                       const TrasPalette *palette,
                       TrasTextCache     *texts)
{
  Pen pen = { self, cr, palette, texts, { -1, -1 } };

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL && texts != NULL);

  cairo_set_tolerance (cr, 0.25);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      TrasRect room = get_room (&self->curves[i]);

      if (is_seen (cr, &room))
        draw_arrow (&pen, i);
    }
  for (guint i = 0; i < self->arrows->len; i++)
    {
      if (is_seen (cr, &self->badges[i]))
        draw_badge (&pen, i);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (is_seen (cr, &self->rects[i]))
        draw_node (&pen, i);
    }
  draw_legend (&pen);
}

/**
 * tras_service_net_draw_cursor:
 * @self: a network
 * @cr: where to draw, over the network faded
 * @palette: the colours
 * @texts: texts that are laid out already
 * @spot: what is under the cursor; not nothing
 *
 * Draws what belongs to the cursor and is not to step back: the service, or the area with what it
 * gives and takes; and all areas, so that they can be read. That is little beside the whole.
 */
void
tras_service_net_draw_cursor (TrasServiceNet    *self,
                              cairo_t           *cr,
                              const TrasPalette *palette,
                              TrasTextCache     *texts,
                              TrasNetSpot        spot)
{
  Pen pen = { self, cr, palette, texts, spot };

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL && texts != NULL);
  g_return_if_fail (spot.node >= 0);

  cairo_set_tolerance (cr, 0.25);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      if (belongs (&pen, i))
        draw_arrow (&pen, i);
    }
  for (guint i = 0; i < self->arrows->len; i++)
    {
      if (belongs (&pen, i))
        draw_badge (&pen, i);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    draw_node (&pen, i);
  draw_legend (&pen);
}
