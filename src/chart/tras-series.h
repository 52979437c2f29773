/* tras-series.h: a line through many values
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
 * TrasSeries:
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
} TrasSeries;

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

gsize    tras_series_find       (const TrasSeries *self,
                                 double            place);
gboolean tras_series_is_dense   (const TrasSeries *self,
                                 const TrasScale  *x);
gboolean tras_series_get_range  (const TrasSeries *self,
                                 gsize             from,
                                 gsize             to,
                                 double           *min,
                                 double           *max);
void     tras_series_get_columns (const TrasSeries *self,
                                  const TrasScale  *x,
                                  TrasColumn       *columns,
                                  guint             n_columns);
void     tras_series_draw       (const TrasSeries *self,
                                 cairo_t          *cr,
                                 const TrasScale  *x,
                                 const TrasScale  *y,
                                 double            line_width);

G_END_DECLS
