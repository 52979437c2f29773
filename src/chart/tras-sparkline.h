/* tras-sparkline.h: a line the size of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-glyph.h"
#include "tras-label-layout.h"
#include "tras-minmax-pyramid.h"

G_BEGIN_DECLS

/**
 * TrasSparkline:
 * @values: (array length=n_values): oldest first; NAN for a value that is missing
 * @n_values: their count
 * @pyramid: (nullable): over @values, where they are many
 * @glyph: the verdict on the newest value
 * @lower: the lower border of the usual range, NAN for none
 * @upper: the upper border, NAN for none
 * @slots: how many places there are, at least @n_values; 0 for as many as values. With one number
 *   of weeks for a whole column of sparklines, a week stands in one place in all of them
 *
 * What is shown; all the caller's.
 */
typedef struct
{
  const double            *values;
  gsize                    n_values;
  const TrasMinmaxPyramid *pyramid;
  TrasGlyph                glyph;
  double                   lower;
  double                   upper;
  gsize                    slots;
} TrasSparkline;

void tras_sparkline_draw (const TrasSparkline *self,
                          cairo_t             *cr,
                          const TrasPalette   *palette,
                          const TrasRect      *rect,
                          gboolean             mirrored);

G_END_DECLS
