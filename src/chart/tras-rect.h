/* tras-rect.h: rectangles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasRect:
 *
 * A rectangle in user units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TrasRect;

gboolean tras_rect_overlaps      (const TrasRect *self,
                                  const TrasRect *other);
void     tras_rect_trace_rounded (const TrasRect *self,
                                  double          radius,
                                  cairo_t        *cr);

G_END_DECLS
