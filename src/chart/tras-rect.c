/* tras-rect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rect.h"

/**
 * tras_rect_overlaps:
 * @self: a rectangle
 * @other: another
 *
 * Returns: whether they share more than an edge
 */
gboolean
tras_rect_overlaps (const TrasRect *self,
                    const TrasRect *other)
{
  /* A thousandth of a unit is a rounding error, not an overlap. */
  return self->x + self->width > other->x + 1e-3 && other->x + other->width > self->x + 1e-3 &&
         self->y + self->height > other->y + 1e-3 && other->y + other->height > self->y + 1e-3;
}

/**
 * tras_rect_trace_rounded:
 * @self: a rectangle
 * @radius: the radius of its corners; less in what is too small for it
 * @cr: where the path goes
 */
void
tras_rect_trace_rounded (const TrasRect *self,
                         double          radius,
                         cairo_t        *cr)
{
  double right = self->x + self->width, bottom = self->y + self->height;

  radius = MIN (radius, MIN (self->width, self->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, self->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, self->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, self->x + radius, self->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}
