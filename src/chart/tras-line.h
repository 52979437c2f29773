/* tras-line.h: a line through many values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "tras-date.h"
#include "tras-minmax-pyramid.h"
#include "tras-scale.h"

G_BEGIN_DECLS

/**
 * TrasLine:
 * @values: (array length=n_values) (transfer none): finite values, or NAN for none
 * @days: (array length=n_values) (nullable) (transfer none): their days, never decreasing; %NULL
 *   stands for 0, 1, 2, …
 * @n_values: their count
 * @pyramid: (nullable) (transfer none): over @values; %NULL where they are few
 * @max_gap: neighbours farther apart than this many days are not joined; 0 joins all
 *
 * What is drawn, as plain arrays of the caller's.
 */
typedef struct
{
  const double            *values;
  const TrasDay           *days;
  gsize                    n_values;
  const TrasMinmaxPyramid *pyramid;
  TrasDay                  max_gap;
} TrasLine;

/**
 * TrasColumn:
 * @from: the first value whose place lies in the column
 * @to: one past the last
 * @min: the smallest of them, NAN where there is none
 * @max: the largest
 */
typedef struct
{
  gsize  from;
  gsize  to;
  double min;
  double max;
} TrasColumn;

gsize    tras_line_find        (const TrasLine  *self,
                                double           place);
gboolean tras_line_is_dense    (const TrasLine  *self,
                                const TrasScale *x);
gboolean tras_line_get_range   (const TrasLine  *self,
                                gsize            from,
                                gsize            to,
                                double          *min,
                                double          *max);
void     tras_line_get_columns (const TrasLine  *self,
                                const TrasScale *x,
                                TrasColumn      *columns,
                                guint            n_columns);
void     tras_line_draw        (const TrasLine  *self,
                                cairo_t         *cr,
                                const TrasScale *x,
                                const TrasScale *y,
                                double           line_width);

G_END_DECLS
