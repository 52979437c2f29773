/* tras-budget-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-budget-bar.h"

/**
 * tras_budget_bar_hatch:
 * @cr: where to draw, with a colour
 * @rect: what to fill
 * @crossed: whether there are lines in both directions
 *
 * Draws slanted lines, which tell a piece from a filled one without its colour.
 */
void
tras_budget_bar_hatch (cairo_t        *cr,
                       const TrasRect *rect,
                       gboolean        crossed)
{
  double step = MAX (rect->height / 2.5, 3);

  g_return_if_fail (cr != NULL);
  g_return_if_fail (rect != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  for (double x = rect->x - rect->height; x < rect->x + rect->width; x += step)
    {
      cairo_move_to (cr, x, rect->y + rect->height);
      cairo_rel_line_to (cr, rect->height, -rect->height);
      if (!crossed)
        continue;
      cairo_move_to (cr, x, rect->y);
      cairo_rel_line_to (cr, rect->height, rect->height);
    }
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* From one amount to another, in reading direction. */
static TrasRect
get_part (const TrasRect *rect,
          gint64          from,
          gint64          to,
          gint64          most,
          gboolean        mirrored)
{
  double start = rect->width * ((double) from / (double) most);
  double end = rect->width * ((double) to / (double) most);
  TrasRect part = { rect->x + (mirrored ? rect->width - end : start), rect->y, end - start,
                    rect->height };

  return part;
}

static void
outline (cairo_t        *cr,
         const TrasRect *rect)
{
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, rect->x + 0.5, rect->y + 0.5, MAX (rect->width - 1, 0),
                   rect->height - 1);
  cairo_stroke (cr);
}

/**
 * tras_budget_bar_draw:
 * @self: a bar
 * @cr: where to draw
 * @palette: the colours
 * @rect: the place of the bar
 * @most: the amount that the width of @rect stands for; 0 for what this bar needs
 * @mirrored: whether it is read from right to left
 */
void
tras_budget_bar_draw (const TrasBudgetBar *self,
                      cairo_t             *cr,
                      const TrasPalette   *palette,
                      const TrasRect      *rect,
                      gint64               most,
                      gboolean             mirrored)
{
  gint64 end, over;
  TrasRect part;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (rect != NULL);

  end = self->taken + self->promised;
  over = MIN (end, self->whole);
  most = most > 0 ? most : MAX (self->whole, end);
  if (most <= 0 || rect->width < 4 || rect->height < 3)
    return;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  part = get_part (rect, 0, MIN (self->taken, self->whole), most, mirrored);
  tras_palette_set_source (palette, TRAS_COLOR_SERIES, cr);
  cairo_rectangle (cr, part.x, part.y, part.width, part.height);
  cairo_fill (cr);

  if (over > self->taken)
    {
      part = get_part (rect, self->taken, over, most, mirrored);
      tras_budget_bar_hatch (cr, &part, FALSE);
    }
  if (end > self->whole)
    {
      part = get_part (rect, self->whole, end, most, mirrored);
      tras_palette_set_source (palette, TRAS_COLOR_WORSE, cr);
      tras_budget_bar_hatch (cr, &part, TRUE);
      outline (cr, &part);
    }

  if (self->whole > 0)
    {
      part = get_part (rect, 0, self->whole, most, mirrored);
      tras_palette_set_source (palette, self->is_faint ? TRAS_COLOR_GRID : TRAS_COLOR_AXIS, cr);
      outline (cr, &part);
    }
  cairo_restore (cr);
}
