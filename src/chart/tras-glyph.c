/* tras-glyph.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-glyph.h"

/* Below this an arrow or a wave would be a smudge: the outline alone is drawn. */
#define LEAST_DETAILED 9.5

/**
 * tras_glyph_get_color:
 * @glyph: a shape
 *
 * Returns: the role of its colour
 */
TrasColorRole
tras_glyph_get_color (TrasGlyph glyph)
{
  switch (glyph)
    {
    case TRAS_GLYPH_BETTER_UP:
    case TRAS_GLYPH_BETTER_DOWN:
    case TRAS_GLYPH_MEETS:
      return TRAS_COLOR_BETTER;
    case TRAS_GLYPH_WORSE_UP:
    case TRAS_GLYPH_WORSE_DOWN:
    case TRAS_GLYPH_MISSES:
      return TRAS_COLOR_WORSE;
    case TRAS_GLYPH_UNUSUAL:
      return TRAS_COLOR_UNUSUAL;
    case TRAS_GLYPH_NONE:
    case TRAS_GLYPH_USUAL:
    case TRAS_GLYPH_HIT_OR_MISS:
    case TRAS_GLYPH_MISSING:
    case TRAS_GLYPH_LEFT_OUT:
      return TRAS_COLOR_USUAL;
    default:
      g_return_val_if_reached (TRAS_COLOR_USUAL);
    }
}

/**
 * tras_glyph_is_unusual:
 * @glyph: a shape
 *
 * Returns: whether it is one of the shapes that call for attention on a chart
 */
gboolean
tras_glyph_is_unusual (TrasGlyph glyph)
{
  return glyph >= TRAS_GLYPH_BETTER_UP && glyph <= TRAS_GLYPH_UNUSUAL;
}

/**
 * tras_glyph_get_words:
 * @glyph: a shape
 *
 * Returns: (transfer none) (nullable): what it means, translated, as the end of a sentence;
 *   %NULL for %TRAS_GLYPH_NONE
 */
const char *
tras_glyph_get_words (TrasGlyph glyph)
{
  switch (glyph)
    {
    case TRAS_GLYPH_NONE:
      return NULL;
    case TRAS_GLYPH_USUAL:
      return C_("verdict", "nothing unusual");
    case TRAS_GLYPH_BETTER_UP:
    case TRAS_GLYPH_BETTER_DOWN:
      return C_("verdict", "better than usual");
    case TRAS_GLYPH_WORSE_UP:
    case TRAS_GLYPH_WORSE_DOWN:
      return C_("verdict", "worse than usual");
    case TRAS_GLYPH_UNUSUAL:
      return C_("verdict", "unusual, neither good nor bad");
    case TRAS_GLYPH_MEETS:
      return C_("verdict", "will keep meeting the target");
    case TRAS_GLYPH_MISSES:
      return C_("verdict", "will keep missing the target");
    case TRAS_GLYPH_HIT_OR_MISS:
      return C_("verdict", "hit or miss");
    case TRAS_GLYPH_MISSING:
      return C_("verdict", "known to be missing");
    case TRAS_GLYPH_LEFT_OUT:
      return C_("verdict", "not counted for limits");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A path in the unit square around (x, y), sign −1 turning it upside down. */
static void
trace (cairo_t      *cr,
       double        x,
       double        y,
       double        size,
       double        sign,
       const double  points[][2],
       guint         n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + points[i][0] * size, y + points[i][1] * size * sign);
}

static void
draw_arrow (cairo_t           *cr,
            const TrasPalette *palette,
            double             x,
            double             y,
            double             size,
            double             sign)
{
  static const double shaft[][2] = { { 0, 0.23 }, { 0, -0.22 } };
  static const double head[][2] = { { -0.19, -0.03 }, { 0, -0.23 }, { 0.19, -0.03 } };

  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_set_line_width (cr, size * 0.105);
  trace (cr, x, y, size, sign, shaft, G_N_ELEMENTS (shaft));
  cairo_new_sub_path (cr);
  trace (cr, x, y, size, sign, head, G_N_ELEMENTS (head));
  cairo_stroke (cr);
}

/* The ring has the paper's colour inside, so that a line it lies on does not run through it. */
static void
draw_ring (cairo_t           *cr,
           const TrasPalette *palette,
           TrasColorRole      color,
           double             x,
           double             y,
           double             size)
{
  double width = MAX (size * 0.1, MIN (1.2, size * 0.22));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, MAX (size - width, 0.1) / 2, 0, 2 * G_PI);
  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_fill_preserve (cr);
  tras_palette_set_source (palette, color, cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
trace_wave (cairo_t *cr,
            double   x,
            double   y,
            double   size)
{
  cairo_move_to (cr, x - size * 0.24, y + size * 0.03);
  cairo_curve_to (cr,
                  x - size * 0.11, y - size * 0.25,
                  x + size * 0.11, y + size * 0.25,
                  x + size * 0.24, y - size * 0.03);
}

static void
draw_disc (cairo_t           *cr,
           const TrasPalette *palette,
           double             x,
           double             y,
           double             size,
           double             sign)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, size / 2, 0, 2 * G_PI);
  tras_palette_set_source (palette, TRAS_COLOR_BETTER, cr);
  cairo_fill (cr);
  if (size >= LEAST_DETAILED)
    draw_arrow (cr, palette, x, y, size, sign);
}

static void
draw_diamond (cairo_t           *cr,
              const TrasPalette *palette,
              double             x,
              double             y,
              double             size,
              double             sign)
{
  static const double corners[][2] = { { 0, -0.58 }, { 0.58, 0 }, { 0, 0.58 }, { -0.58, 0 } };

  trace (cr, x, y, size, 1, corners, G_N_ELEMENTS (corners));
  cairo_close_path (cr);
  tras_palette_set_source (palette, TRAS_COLOR_WORSE, cr);
  cairo_fill (cr);
  if (size >= LEAST_DETAILED)
    draw_arrow (cr, palette, x, y, size * 0.92, sign);
}

static void
draw_box (cairo_t           *cr,
          const TrasPalette *palette,
          TrasGlyph          glyph,
          double             x,
          double             y,
          double             size)
{
  static const double tick[][2] = { { -0.22, 0.02 }, { -0.06, 0.18 }, { 0.23, -0.18 } };
  static const double falling[][2] = { { -0.18, -0.18 }, { 0.18, 0.18 } };
  static const double rising[][2] = { { -0.18, 0.18 }, { 0.18, -0.18 } };
  double width = MAX (size * 0.09, 1.1);
  double half = MAX (size - width, 0.1) / 2;
  double radius = half * 0.45;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + half - radius, y - half + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + half - radius, y + half - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x - half + radius, y + half - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x - half + radius, y - half + radius, radius, G_PI, G_PI * 3 / 2);
  cairo_close_path (cr);
  tras_palette_set_source (palette, tras_glyph_get_color (glyph), cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);

  cairo_set_line_width (cr, MAX (size * 0.12, 1.2));
  if (glyph == TRAS_GLYPH_MEETS)
    {
      trace (cr, x, y, size, 1, tick, G_N_ELEMENTS (tick));
    }
  else if (glyph == TRAS_GLYPH_MISSES)
    {
      trace (cr, x, y, size, 1, falling, G_N_ELEMENTS (falling));
      cairo_new_sub_path (cr);
      trace (cr, x, y, size, 1, rising, G_N_ELEMENTS (rising));
    }
  else
    {
      trace_wave (cr, x, y, size);
    }
  cairo_stroke (cr);
}

/**
 * tras_glyph_draw:
 * @glyph: a shape
 * @cr: where to draw
 * @palette: the colours
 * @x: its middle
 * @y: its middle
 * @size: its height and width, at least 1; from about 10 the arrow and the wave are drawn
 */
void
tras_glyph_draw (TrasGlyph          glyph,
                 cairo_t           *cr,
                 const TrasPalette *palette,
                 double             x,
                 double             y,
                 double             size)
{
  TrasColorRole color = tras_glyph_get_color (glyph);
  double dots[2];

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  switch (glyph)
    {
    case TRAS_GLYPH_NONE:
      draw_ring (cr, palette, TRAS_COLOR_SERIES, x, y, size);
      break;
    case TRAS_GLYPH_USUAL:
      draw_ring (cr, palette, color, x, y, size);
      if (size >= LEAST_DETAILED)
        {
          cairo_set_line_width (cr, size * 0.1);
          trace_wave (cr, x, y, size);
          cairo_stroke (cr);
        }
      break;
    case TRAS_GLYPH_BETTER_UP:
      draw_disc (cr, palette, x, y, size, 1);
      break;
    case TRAS_GLYPH_BETTER_DOWN:
      draw_disc (cr, palette, x, y, size, -1);
      break;
    case TRAS_GLYPH_WORSE_UP:
      draw_diamond (cr, palette, x, y, size, 1);
      break;
    case TRAS_GLYPH_WORSE_DOWN:
      draw_diamond (cr, palette, x, y, size, -1);
      break;
    case TRAS_GLYPH_UNUSUAL:
      cairo_rectangle (cr, x - size * 0.44, y - size * 0.44, size * 0.88, size * 0.88);
      tras_palette_set_source (palette, color, cr);
      cairo_fill (cr);
      break;
    case TRAS_GLYPH_MEETS:
    case TRAS_GLYPH_MISSES:
    case TRAS_GLYPH_HIT_OR_MISS:
      draw_box (cr, palette, glyph, x, y, size);
      break;
    case TRAS_GLYPH_MISSING:
      dots[0] = 0;
      dots[1] = size * G_PI * 0.9 / 10;
      tras_palette_set_source (palette, color, cr);
      cairo_set_dash (cr, dots, 2, 0);
      cairo_set_line_width (cr, MAX (size * 0.12, 1));
      cairo_arc (cr, x, y, size * 0.45, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case TRAS_GLYPH_LEFT_OUT:
      draw_ring (cr, palette, color, x, y, size);
      cairo_set_line_width (cr, MAX (size * 0.1, 1));
      cairo_move_to (cr, x - size * 0.45, y + size * 0.45);
      cairo_line_to (cr, x + size * 0.45, y - size * 0.45);
      cairo_stroke (cr);
      break;
    default:
      g_warn_if_reached ();
    }

  cairo_restore (cr);
}
