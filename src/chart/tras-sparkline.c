/* tras-sparkline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-line.h"
#include "tras-sparkline.h"

/* Larger than this the newest point would outweigh the line. */
#define LARGEST_GLYPH 11.0

static gboolean
get_domain (const TrasSparkline *self,
            const TrasLine      *line,
            double              *low,
            double              *high)
{
  if (!tras_line_get_range (line, 0, self->n_values, low, high))
    return FALSE;

  if (isfinite (self->lower) && isfinite (self->upper))
    {
      *low = MIN (*low, self->lower);
      *high = MAX (*high, self->upper);
    }
  /* A constant lies in the middle. */
  if (!(*high > *low))
    {
      *low -= MAX (fabs (*low), 1);
      *high += MAX (fabs (*high), 1);
    }

  return isfinite (*high - *low);
}

/**
 * tras_sparkline_draw:
 * @self: what is shown
 * @cr: where to draw
 * @palette: the colours
 * @rect: the paper
 * @mirrored: whether time runs from right to left
 *
 * Draws the values from their smallest to their largest, the usual range behind them, the newest
 * one marked by its shape. Missing values are gaps. Needs no text and keeps nothing.
 */
void
tras_sparkline_draw (const TrasSparkline *self,
                     cairo_t             *cr,
                     const TrasPalette   *palette,
                     const TrasRect      *rect,
                     gboolean             mirrored)
{
  TrasLine line = { self->values, NULL, self->n_values, self->pyramid, 0 };
  double size = MIN (LARGEST_GLYPH, MIN (rect->height * 0.6, rect->width / 4));
  double margin = size * 0.6 + 0.5;
  gsize slots = MAX (self->slots, self->n_values);
  gsize newest = self->n_values;
  TrasScale x, y;
  double low, high;

  if (rect->width < 2 || rect->height < 2 || !get_domain (self, &line, &low, &high))
    return;

  x = (TrasScale) { (double) self->n_values - slots, MAX (self->n_values, 2) - 1.0,
                    rect->x + margin, rect->x + rect->width - margin };
  if (slots < 2)
    x.from = x.to;
  if (mirrored)
    x = (TrasScale) { x.from, x.to, x.end, x.start };
  y = (TrasScale) { low, high, rect->y + rect->height - 2, rect->y + 2 };

  cairo_save (cr);
  if (isfinite (self->lower) && isfinite (self->upper))
    {
      double top = tras_scale_map (&y, self->upper);

      tras_palette_set_source (palette, TRAS_COLOR_BAND, cr);
      cairo_rectangle (cr, rect->x, top, rect->width, tras_scale_map (&y, self->lower) - top);
      cairo_fill (cr);
    }

  cairo_set_dash (cr, NULL, 0, 0);
  tras_palette_set_source (palette, TRAS_COLOR_SERIES, cr);
  tras_line_draw (&line, cr, &x, &y, 1.2);

  while (newest > 0 && isnan (self->values[newest - 1]))
    newest--;
  if (newest > 0)
    {
      double px = tras_scale_map (&x, newest - 1.0);
      double py = tras_scale_map (&y, self->values[newest - 1]);

      /* The line has the whole height; only the shape keeps away from the border. */
      py = CLAMP (py, rect->y + margin, rect->y + rect->height - margin);

      /* A plain point is a dot: a hollow ring of that size reads as a circle of its own. */
      if (tras_glyph_is_unusual (self->glyph))
        {
          tras_glyph_draw (self->glyph, cr, palette, px, py, size);
        }
      else
        {
          cairo_arc (cr, px, py, MAX (size * 0.22, 1), 0, 2 * G_PI);
          tras_palette_set_source (palette, TRAS_COLOR_SERIES, cr);
          cairo_fill (cr);
        }
    }
  cairo_restore (cr);
}
