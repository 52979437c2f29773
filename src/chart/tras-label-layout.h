/* tras-label-layout.h: labels that do not overlap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

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
void     tras_label_layout_spread (double         *centres,
                                   const double   *heights,
                                   guint           n,
                                   double          top,
                                   double          bottom);

G_END_DECLS
