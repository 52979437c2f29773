/* tras-pace-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-budget-bar.h"
#include "tras-pace-bar.h"

static void
trace_box (cairo_t        *cr,
           const TrasRect *rect)
{
  double radius = MIN (rect->width, rect->height) / 4;
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, G_PI * 1.5);
  cairo_close_path (cr);
}

/* From one share of the bar to another, in reading direction. */
static TrasRect
get_part (const TrasRect *bar,
          double          from,
          double          to,
          gboolean        mirrored)
{
  TrasRect part = *bar;

  part.x += bar->width * (mirrored ? 1 - to : from);
  part.width *= to - from;

  return part;
}

static void
fill_part (cairo_t           *cr,
           const TrasPalette *palette,
           const TrasPaceBar *self,
           const TrasRect    *bar,
           gboolean           mirrored)
{
  TrasRect part;

  if (self->progress < 0)
    {
      /* Worse than at the start: a hatched piece at the beginning, as long as the loss. */
      part = get_part (bar, 0, MIN (-self->progress, 1), mirrored);
      tras_palette_set_source (palette, TRAS_COLOR_WORSE, cr);
      tras_budget_bar_hatch (cr, &part, FALSE);
      return;
    }

  part = get_part (bar, 0, MIN (self->progress, 1), mirrored);
  cairo_rectangle (cr, part.x, part.y, part.width, part.height);
  tras_palette_set_source (palette,
                           tras_glyph_is_unusual (self->glyph)
                             ? tras_glyph_get_color (self->glyph) : TRAS_COLOR_SERIES, cr);
  cairo_fill (cr);
}

/**
 * tras_pace_bar_draw:
 * @self: what is shown
 * @cr: where to draw
 * @palette: the colours
 * @rect: the paper; the bar takes the middle three fifths of its height
 * @mirrored: whether the bar grows from right to left
 *
 * Filled is what is done, the tick is where it should be today. Below the start the bar is hatched,
 * past the goal an arrow head leaves its end; not measured is a dotted outline.
 */
void
tras_pace_bar_draw (const TrasPaceBar *self,
                    cairo_t           *cr,
                    const TrasPalette *palette,
                    const TrasRect    *rect,
                    gboolean           mirrored)
{
  static const double dots[] = { 1.5, 2.5 };
  TrasRect bar = { rect->x + 0.5, rect->y + rect->height * 0.2,
                   rect->width - 1, rect->height * 0.6 };
  gboolean is_known = isfinite (self->progress);

  if (rect->width < 4 || rect->height < 3)
    return;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (is_known)
    {
      cairo_save (cr);
      trace_box (cr, &bar);
      cairo_clip (cr);
      tras_palette_set_source (palette, TRAS_COLOR_GRID, cr);
      cairo_paint (cr);
      fill_part (cr, palette, self, &bar, mirrored);
      cairo_restore (cr);
    }

  trace_box (cr, &bar);
  tras_palette_set_source (palette, TRAS_COLOR_AXIS, cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dots, is_known ? 0 : 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (is_known && self->progress > 1)
    {
      double end = mirrored ? bar.x : bar.x + bar.width;
      double reach = (mirrored ? 1 : -1) * bar.height * 0.5;

      cairo_move_to (cr, end + reach * 1.6, bar.y + bar.height * 0.2);
      cairo_line_to (cr, end + reach * 0.7, bar.y + bar.height * 0.5);
      cairo_line_to (cr, end + reach * 1.6, bar.y + bar.height * 0.8);
      tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }

  if (isfinite (self->expected))
    {
      TrasRect tick = get_part (&bar, 0, CLAMP (self->expected, 0, 1), mirrored);
      double x = mirrored ? tick.x : tick.x + tick.width;

      x = CLAMP (x, bar.x + 1, bar.x + bar.width - 1);
      /* A rim of paper tells the tick from the filling it stands in. */
      cairo_move_to (cr, x, rect->y);
      cairo_line_to (cr, x, rect->y + rect->height);
      tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
      cairo_set_line_width (cr, 4);
      cairo_stroke_preserve (cr);
      tras_palette_set_source (palette, TRAS_COLOR_TEXT, cr);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
