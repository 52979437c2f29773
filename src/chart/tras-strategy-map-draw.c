/* tras-strategy-map-draw.c: a map on the screen and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only what lies on the paper is drawn, and of that what can be told apart: from afar a node has
 * no words, then no shape, and of those that fall on one pixel the first stands for all.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-strategy-map-private.h"

/* In user units. */
#define HEAD_TEXT 13.0
#define FOOT_TEXT 12.0

/* The sizes of text on a node, in units of the map: the least of them that can be read is taken. */
static const double text_sizes[] = { 13, 15.5, 18, 20.5, 24 };

/* How wide a node is on the paper, at least, to have a shape, and to have lines between. */
#define LEAST_SHAPE 14.0
#define LEAST_LINES 3.0

#define LINE 1.25

/* From line to line in sizes of text, and the largest text on what is not a goal. */
#define LEADING 1.24
#define MOST_SMALL 19.0

typedef struct
{
  TrasStrategyMap *map;
  cairo_t *cr;
  const TrasMapView *view;
  const TrasMapLook *look;
  TrasRect paper;
  TrasRect field;
  double text;
} Pen;

/* ---- the pen ---- */

static void
set_color (const Pen    *pen,
           TrasColorRole color)
{
  tras_palette_set_source (pen->look->palette, color, pen->cr);
}

static void
trace_box (cairo_t        *cr,
           const TrasRect *rect,
           double          radius)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, G_PI * 1.5);
  cairo_close_path (cr);
}

static gboolean
is_off_paper (const Pen      *pen,
              const TrasRect *rect)
{
  return rect->x > pen->field.x + pen->field.width || rect->x + rect->width < pen->field.x ||
         rect->y > pen->field.y + pen->field.height || rect->y + rect->height < pen->field.y;
}

/* Writes a text into a box, from its upper edge; returns how high it is. */
static double
write_lines (const Pen     *pen,
             const char    *text,
             double         size,
             gboolean       bold,
             TrasColorRole  color,
             const TrasRect *box,
             guint          n_lines)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width, height;

  if (text == NULL || *text == '\0' || box->width < size)
    return 0;

  layout = tras_text_cache_get_lines (pen->look->texts, text, size, bold, box->width, n_lines);
  tras_text_get_size (layout, &width, &height);
  set_color (pen, color);
  tras_text_draw (layout, pen->cr, pen->look->mirrored ? box->x + box->width - width : box->x,
                  box->y);

  return height;
}

/* Cuts a piece off the beginning of a box, in reading direction. */
static TrasRect
take_start (const Pen *pen,
            TrasRect  *box,
            double     width)
{
  TrasRect start = *box;

  start.width = MIN (width, box->width);
  if (pen->look->mirrored)
    start.x = box->x + box->width - start.width;
  else
    box->x += start.width;
  box->width -= start.width;

  return start;
}

/* Whom something serves: a disc for customers, a ring with a disc for another area, a dotted ring
 * for nobody. */
static void
draw_badge (const Pen  *pen,
            TrasMapLane serves,
            double      x,
            double      y,
            double      radius)
{
  static const double dots[] = { 1.5, 2 };
  cairo_t *cr = pen->cr;

  if (serves == TRAS_MAP_LOOSE)
    {
      tras_glyph_draw (TRAS_GLYPH_UNUSUAL, cr, pen->look->palette, x, y, radius * 2.6);
      return;
    }

  set_color (pen, TRAS_COLOR_TARGET);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, radius / 3);
  if (serves == TRAS_MAP_EXTERNAL)
    cairo_fill_preserve (cr);
  if (serves == TRAS_MAP_NOBODY)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (serves == TRAS_MAP_INTERNAL)
    {
      cairo_arc (cr, x, y, radius * 0.45, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* ---- lanes and rows ---- */

static void
draw_lanes (const Pen *pen)
{
  static const double dashes[] = { 5, 4 };

  for (guint i = 0; i < TRAS_N_MAP_LANES; i++)
    {
      TrasRect place;
      double right;

      if (pen->map->lanes[i].width <= 0)
        continue;
      place = tras_map_view_get_place (pen->view, &pen->field, &pen->map->lanes[i]);
      right = MIN (place.x + place.width, pen->field.x + pen->field.width + 20);
      place.x = MAX (place.x, pen->field.x - 20);
      place.width = right - place.x;
      if (place.width <= 0)
        continue;
      place.y = pen->paper.y + 2;
      place.height = pen->field.y + pen->field.height - place.y - 2;
      trace_box (pen->cr, &place, 10);
      set_color (pen, TRAS_COLOR_BAND);
      cairo_fill_preserve (pen->cr);
      set_color (pen, i == TRAS_MAP_LOOSE ? TRAS_COLOR_WORSE : TRAS_COLOR_GRID);
      cairo_set_line_width (pen->cr, 1);
      if (i == TRAS_MAP_LOOSE)
        cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
    }
}

/* Headings stay in sight while their lane is. */
static void
draw_headings (const Pen *pen)
{
  for (guint i = 0; i < TRAS_N_MAP_LANES; i++)
    {
      TrasRect place, mark;
      double right;

      if (pen->map->lanes[i].width <= 0)
        continue;
      place = tras_map_view_get_place (pen->view, &pen->field, &pen->map->lanes[i]);
      right = MIN (place.x + place.width, pen->field.x + pen->field.width) - 8;
      place.x = MAX (place.x, pen->field.x) + 8;
      place.width = right - place.x;
      place.y = pen->paper.y + 8;
      if (place.width < HEAD_TEXT * 2)
        continue;
      mark = take_start (pen, &place, HEAD_TEXT * 1.6);
      draw_badge (pen, (TrasMapLane) i, mark.x + mark.width / 2, place.y + HEAD_TEXT * 0.6,
                  HEAD_TEXT * 0.38);
      write_lines (pen, tras_map_lane_get_label ((TrasMapLane) i), HEAD_TEXT, TRUE,
                   i == TRAS_MAP_LOOSE ? TRAS_COLOR_WORSE : TRAS_COLOR_TEXT, &place, 1);
    }
}

static void
write_row (const Pen  *pen,
           const char *label,
           double      y,
           double      height)
{
  TrasRect strip = { pen->look->mirrored ? pen->map->width - TRAS_MAP_GUTTER : 0, y,
                     TRAS_MAP_GUTTER, height };
  TrasRect place = tras_map_view_get_place (pen->view, &pen->field, &strip);
  double size = pen->text;
  g_autoptr (PangoLayout) layout = NULL;
  double width, tall;

  if (is_off_paper (pen, &place))
    return;

  layout = tras_text_cache_get_lines (pen->look->texts, label, size, FALSE, height,
                                      size * 2.6 < TRAS_MAP_GUTTER ? 2 : 1);
  tras_text_get_size (layout, &width, &tall);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, place.x + place.width / 2, place.y + place.height / 2);
  cairo_scale (pen->cr, pen->view->scale, pen->view->scale);
  cairo_rotate (pen->cr, pen->look->mirrored ? G_PI / 2 : -G_PI / 2);
  set_color (pen, TRAS_COLOR_DIM_TEXT);
  tras_text_draw (layout, pen->cr, -width / 2, -tall / 2);
  cairo_restore (pen->cr);
}

static void
draw_rows (const Pen *pen)
{
  for (guint i = 0; i < MIN (pen->map->rows->len, 2); i++)
    {
      const TrasMapRow *row = &g_array_index (pen->map->rows, TrasMapRow, i);

      if (row->height > 0)
        write_row (pen, i == 0 ? C_("map", "Firm") : C_("map", "Areas"), row->y, row->height);
    }
  if (pen->map->band.height > 0)
    write_row (pen, C_("map", "Indicators and plans"), pen->map->band.y, pen->map->band.height);
}

/* ---- lines ---- */

static void
trace_segments (const Pen *pen,
                gboolean   ties,
                gboolean   selected)
{
  TrasRect room = { pen->field.x - 10, pen->field.y - 10, pen->field.width + 20,
                    pen->field.height + 20 };

  for (guint i = 0; i < pen->map->segments->len; i++)
    {
      const TrasMapSegment *segment = &g_array_index (pen->map->segments, TrasMapSegment, i);
      double x0, y0, x1, y1;

      if (segment->is_tie != ties || (selected && (int) segment->node != pen->look->selected))
        continue;
      x0 = pen->field.x + (segment->x0 - pen->view->x) * pen->view->scale;
      x1 = pen->field.x + (segment->x1 - pen->view->x) * pen->view->scale;
      y0 = pen->field.y + (segment->y0 - pen->view->y) * pen->view->scale;
      y1 = pen->field.y + (segment->y1 - pen->view->y) * pen->view->scale;
      if (x1 < room.x || x0 > room.x + room.width || y1 < room.y || y0 > room.y + room.height)
        continue;
      /* Cairo has no places that lie far away. */
      cairo_move_to (pen->cr, MAX (x0, room.x), MAX (y0, room.y));
      cairo_line_to (pen->cr, MIN (x1, room.x + room.width), MIN (y1, room.y + room.height));
    }
}

static void
draw_lines (const Pen *pen)
{
  static const double dashes[] = { 5, 3.5 };

  if (pen->view->scale * TRAS_MAP_PITCH < LEAST_LINES)
    return;

  for (guint ties = 0; ties < 2; ties++)
    {
      cairo_set_dash (pen->cr, dashes, ties ? G_N_ELEMENTS (dashes) : 0, 0);
      cairo_set_line_cap (pen->cr, ties ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
      trace_segments (pen, ties, FALSE);
      set_color (pen, TRAS_COLOR_AXIS);
      cairo_set_line_width (pen->cr, LINE);
      cairo_stroke (pen->cr);
      if (pen->look->selected < 0)
        continue;
      trace_segments (pen, ties, TRUE);
      set_color (pen, TRAS_COLOR_TEXT);
      cairo_set_line_width (pen->cr, LINE * 2);
      cairo_stroke (pen->cr);
    }
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
}

/* ---- nodes ---- */

/* In units of the map, the origin in the node's corner. */
static void
fill_goal (const Pen         *pen,
           const TrasMapNode *node,
           TrasRect           box)
{
  gboolean whole = pen->text <= text_sizes[0];
  double room = box.height - (whole ? 76 : 30);
  guint n_lines = (guint) MAX (floor (room / (pen->text * LEADING)), 1);
  TrasRect inner = { box.x + 9, box.y + 8, box.width - 18, box.height - 16 };
  TrasRect title = inner, mark, bar, words;

  mark = take_start (pen, &title, 21);
  tras_glyph_draw (node->glyph != TRAS_GLYPH_NONE ? node->glyph : TRAS_GLYPH_USUAL, pen->cr,
                   pen->look->palette, mark.x + (pen->look->mirrored ? 13 : 8), inner.y + 8.5, 15);
  write_lines (pen, node->title, pen->text, node->goal < 0 && !node->is_loose, TRAS_COLOR_TEXT,
               &title, n_lines);

  bar = (TrasRect) { inner.x, inner.y + inner.height - (whole ? 52 : 11), inner.width, 11 };
  tras_pace_bar_draw (&node->bar, pen->cr, pen->look->palette, &bar, pen->look->mirrored);
  words = (TrasRect) { inner.x, inner.y + inner.height - 36, inner.width, 36 };
  if (whole)
    write_lines (pen, node->words, 11.5, FALSE,
                 tras_glyph_is_unusual (node->bar.glyph) ? TRAS_COLOR_WORSE : TRAS_COLOR_DIM_TEXT,
                 &words, 2);
}

static void
fill_indicator (const Pen         *pen,
                const TrasMapNode *node,
                TrasRect           box)
{
  gboolean whole = pen->text <= text_sizes[0];
  double size = MIN (pen->text, MOST_SMALL);
  TrasRect inner = { box.x + 7, box.y + 6, box.width - 14, box.height - 12 };
  TrasRect title = inner, mark, words;

  mark = take_start (pen, &title, 20);
  if (node->glyph != TRAS_GLYPH_NONE)
    tras_glyph_draw (node->glyph, pen->cr, pen->look->palette,
                     mark.x + (pen->look->mirrored ? 12 : 8), inner.y + 8, 14);
  write_lines (pen, node->title, size, FALSE, TRAS_COLOR_TEXT, &title,
               (guint) MAX (floor ((inner.height - (whole ? 18 : 0)) / (size * LEADING)), 1));
  if (!whole)
    return;

  words = (TrasRect) { inner.x, inner.y + inner.height - 16, inner.width, 16 };
  mark = take_start (pen, &words, 20);
  draw_badge (pen, node->serves, mark.x + (pen->look->mirrored ? 12 : 8), words.y + 8, 4);
  write_lines (pen, node->words, 11.5, FALSE, TRAS_COLOR_DIM_TEXT, &words, 1);
}

static void
fill_plan (const Pen         *pen,
           const TrasMapNode *node,
           TrasRect           box)
{
  TrasRect inner = { box.x + 12, box.y + 5, box.width - 22, box.height - 10 };
  TrasRect mark = take_start (pen, &inner, 20);
  double size = MIN (pen->text, 17), height;
  double left = mark.x + (pen->look->mirrored ? 5 : 0);
  gboolean late = tras_glyph_is_unusual (node->glyph);
  g_autoptr (PangoLayout) layout = NULL;

  /* A list with ticks. */
  set_color (pen, late ? TRAS_COLOR_WORSE : TRAS_COLOR_AXIS);
  cairo_set_line_width (pen->cr, 1.6);
  for (int i = -1; i <= 1; i++)
    {
      double y = box.y + box.height / 2 + i * 5;

      cairo_rectangle (pen->cr, pen->look->mirrored ? left + 10 : left, y - 1, 2.5, 2.5);
      cairo_fill (pen->cr);
      cairo_move_to (pen->cr, pen->look->mirrored ? left : left + 4.5, y);
      cairo_rel_line_to (pen->cr, 8, 0);
      cairo_stroke (pen->cr);
    }

  layout = tras_text_cache_get_lines (pen->look->texts, node->title, size, FALSE, inner.width, 2);
  tras_text_get_size (layout, NULL, &height);
  inner.y = box.y + (box.height - height) / 2;
  write_lines (pen, node->title, size, FALSE, late ? TRAS_COLOR_WORSE : TRAS_COLOR_TEXT, &inner, 2);
}

static void
trace_node (const Pen         *pen,
            const TrasMapNode *node,
            const TrasRect    *box)
{
  double radius = node->kind == TRAS_MAP_GOAL ? 9 : node->kind == TRAS_MAP_PLAN ? box->height : 2;

  trace_box (pen->cr, box, radius);
}

static void
draw_whole_node (const Pen      *pen,
                 guint           i,
                 const TrasRect *place)
{
  static const double dashes[] = { 5, 3.5 };
  const TrasMapNode *node = &g_array_index (pen->map->nodes, TrasMapNode, i);
  TrasRect box = { 0, 0, pen->map->rects[i].width, pen->map->rects[i].height };
  gboolean is_top = node->kind == TRAS_MAP_GOAL && node->goal < 0 && !node->is_loose;
  gboolean words = pen->text * pen->view->scale >= pen->look->least_text;
  gboolean faded = pen->look->lane >= 0 && (int) node->serves != pen->look->lane;

  cairo_save (pen->cr);
  cairo_translate (pen->cr, place->x, place->y);
  cairo_scale (pen->cr, pen->view->scale, pen->view->scale);
  trace_node (pen, node, &box);
  set_color (pen, TRAS_COLOR_BACKGROUND);
  cairo_fill_preserve (pen->cr);
  set_color (pen, node->is_loose ? TRAS_COLOR_WORSE : is_top ? TRAS_COLOR_TEXT : TRAS_COLOR_AXIS);
  cairo_set_line_width (pen->cr, is_top ? 2 : 1);
  if (node->is_loose)
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);

  if (!words)
    {
      if (node->kind != TRAS_MAP_PLAN && node->glyph != TRAS_GLYPH_NONE)
        tras_glyph_draw (node->glyph, pen->cr, pen->look->palette, box.width / 2, box.height / 2,
                         box.height * 0.6);
    }
  else if (node->kind == TRAS_MAP_GOAL)
    fill_goal (pen, node, box);
  else if (node->kind == TRAS_MAP_INDICATOR)
    fill_indicator (pen, node, box);
  else
    fill_plan (pen, node, box);

  if (faded)
    {
      guint32 paper = pen->look->palette->colors[TRAS_COLOR_BAND];

      cairo_new_path (pen->cr);
      cairo_rectangle (pen->cr, -1, -1, box.width + 2, box.height + 2);
      cairo_set_source_rgba (pen->cr, (paper >> 16 & 0xff) / 255.0, (paper >> 8 & 0xff) / 255.0,
                             (paper & 0xff) / 255.0, 0.7);
      cairo_fill (pen->cr);
    }
  cairo_restore (pen->cr);
}

static void
draw_focus (const Pen *pen)
{
  TrasRect place;

  if (pen->look->selected < 0)
    return;

  place = tras_map_view_get_place (pen->view, &pen->field, &pen->map->rects[pen->look->selected]);
  if (is_off_paper (pen, &place))
    return;
  place = (TrasRect) { place.x - 4, place.y - 4, place.width + 8, place.height + 8 };
  trace_box (pen->cr, &place, 9 * pen->view->scale + 4);
  set_color (pen, TRAS_COLOR_BETTER);
  cairo_set_line_width (pen->cr, 2.5);
  cairo_stroke (pen->cr);
}

/* Of those that begin on one pixel, the first is drawn, and the first that calls for attention. */
static gboolean
is_covered (const Pen      *pen,
            guint8         *pixels,
            const TrasRect *place,
            gboolean        is_unusual)
{
  int width = (int) pen->field.width + 1, height = (int) pen->field.height + 1;
  int x = CLAMP ((int) (place->x - pen->field.x), 0, width - 1);
  int y = CLAMP ((int) (place->y - pen->field.y), 0, height - 1);
  guint8 *pixel = &pixels[(gsize) y * (gsize) width + (gsize) x];
  guint8 mark = is_unusual ? 2 : 1;

  if (*pixel >= mark)
    return TRUE;

  *pixel = mark;

  return FALSE;
}

static void
draw_specks (const Pen *pen)
{
  g_autofree guint8 *pixels =
    g_new0 (guint8, ((gsize) pen->field.width + 1) * ((gsize) pen->field.height + 1));

  for (guint i = 0; i < pen->map->n; i++)
    {
      TrasRect place = tras_map_view_get_place (pen->view, &pen->field, &pen->map->rects[i]);
      TrasGlyph glyph = g_array_index (pen->map->nodes, TrasMapNode, i).glyph;
      gboolean is_unusual = tras_glyph_is_unusual (glyph);

      if (is_off_paper (pen, &place) || is_covered (pen, pixels, &place, is_unusual))
        continue;
      set_color (pen, is_unusual ? tras_glyph_get_color (glyph) : TRAS_COLOR_AXIS);
      cairo_rectangle (pen->cr, floor (place.x), floor (place.y), MAX (round (place.width), 1),
                       MAX (round (place.height), 1));
      cairo_fill (pen->cr);
    }
}

static void
draw_nodes (const Pen *pen)
{
  if (pen->view->scale * TRAS_MAP_PITCH < LEAST_SHAPE)
    {
      draw_specks (pen);
      return;
    }

  for (guint i = 0; i < pen->map->n; i++)
    {
      TrasRect place = tras_map_view_get_place (pen->view, &pen->field, &pen->map->rects[i]);

      if (!is_off_paper (pen, &place))
        draw_whole_node (pen, i, &place);
    }
}

/* ---- the legend ---- */

static void
draw_legend (const Pen *pen)
{
  const struct
  {
    TrasGlyph glyph;
    const char *text;
  } items[] = {
    { TRAS_GLYPH_MEETS, C_("map", "on pace") },
    { TRAS_GLYPH_HIT_OR_MISS, C_("map", "behind") },
    { TRAS_GLYPH_MISSES, C_("map", "far behind") },
    { TRAS_GLYPH_WORSE_DOWN, C_("map", "getting worse") },
    { TRAS_GLYPH_USUAL, C_("map", "nothing unusual") },
    /* Translators: next to a bar with a tick; a goal's progress and what it should be */
    { TRAS_GLYPH_NONE, C_("map", "done, and where it should be today") },
    /* Translators: next to a dashed line, from a goal to an indicator that stands below another */
    { TRAS_GLYPH_NONE, C_("map", "looks at it too") },
  };
  static const double dashes[] = { 5, 3.5 };
  static const TrasPaceBar sample = { 0.45, 0.7, TRAS_GLYPH_NONE };
  TrasRect row = { pen->paper.x + 8, pen->paper.y + pen->paper.height - TRAS_MAP_FOOT + 7,
                   pen->paper.width - 16, TRAS_MAP_FOOT - 8 };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      double wide = items[i].glyph != TRAS_GLYPH_NONE ? 20 : 44, width;
      g_autoptr (PangoLayout) layout = tras_text_cache_get (pen->look->texts, items[i].text,
                                                            FOOT_TEXT, FALSE, 0);
      TrasRect mark;
      double y = row.y + FOOT_TEXT * 0.65;

      tras_text_get_size (layout, &width, NULL);
      /* What has no room is left out: no text is cut. */
      if (wide + width > row.width)
        return;

      mark = take_start (pen, &row, wide);
      if (items[i].glyph != TRAS_GLYPH_NONE)
        tras_glyph_draw (items[i].glyph, pen->cr, pen->look->palette, mark.x + mark.width / 2, y,
                         13);
      else if (i == 5)
        tras_pace_bar_draw (&sample, pen->cr, pen->look->palette,
                            &(TrasRect) { mark.x + 2, y - 6, 36, 12 }, pen->look->mirrored);
      else
        {
          cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
          set_color (pen, TRAS_COLOR_AXIS);
          cairo_set_line_width (pen->cr, LINE);
          cairo_move_to (pen->cr, mark.x + 4, y);
          cairo_rel_line_to (pen->cr, 34, 0);
          cairo_stroke (pen->cr);
          cairo_set_dash (pen->cr, NULL, 0, 0);
        }
      mark = take_start (pen, &row, width);
      set_color (pen, TRAS_COLOR_DIM_TEXT);
      tras_text_draw (layout, pen->cr, mark.x, row.y);
      take_start (pen, &row, 16);
    }
}

static double
find_text (const TrasMapView *view,
           const TrasMapLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_sizes); i++)
    {
      if (text_sizes[i] * view->scale >= look->least_text)
        return text_sizes[i];
    }

  return text_sizes[G_N_ELEMENTS (text_sizes) - 1];
}

/**
 * tras_strategy_map_draw:
 * @self: a map
 * @cr: where to draw
 * @paper: the paper, headings and legend included
 * @view: what of the map is seen
 * @look: how
 *
 * Takes time by what can be seen, whatever the size of the map.
 */
void
tras_strategy_map_draw (TrasStrategyMap   *self,
                        cairo_t           *cr,
                        const TrasRect    *paper,
                        const TrasMapView *view,
                        const TrasMapLook *look)
{
  Pen pen = { .map = self, .cr = cr, .view = view, .look = look, .paper = *paper,
              .field = tras_map_view_get_field (paper), .text = find_text (view, look) };

  g_return_if_fail (self != NULL);

  if (pen.field.width <= 0 || pen.field.height <= 0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, paper->x, paper->y, paper->width, paper->height);
  cairo_clip (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_lanes (&pen);
  draw_headings (&pen);

  cairo_save (cr);
  cairo_rectangle (cr, pen.field.x, pen.field.y, pen.field.width, pen.field.height);
  cairo_clip (cr);
  if (pen.text * view->scale >= look->least_text)
    draw_rows (&pen);
  draw_lines (&pen);
  draw_nodes (&pen);
  draw_focus (&pen);
  cairo_restore (cr);

  draw_legend (&pen);
  cairo_restore (cr);
}
