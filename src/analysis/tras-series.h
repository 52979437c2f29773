/* tras-series.h: the measured values of one indicator as plain arrays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasBetter:
 * @TRAS_BETTER_UP: more is better
 * @TRAS_BETTER_DOWN: less is better
 * @TRAS_BETTER_BAND: inside a band is better
 * @TRAS_BETTER_NEITHER: neither way is better
 *
 * Which way of moving is good.
 */
typedef enum
{
  TRAS_BETTER_UP,
  TRAS_BETTER_DOWN,
  TRAS_BETTER_BAND,
  TRAS_BETTER_NEITHER,
} TrasBetter;

/**
 * TrasSeries:
 * @n: how many points
 * @periods: (array length=n): period numbers from tras_period_index(), strictly increasing;
 *   a period that was not measured is absent
 * @values: (array length=n): the measured values, finite
 * @left_out: (array length=n) (nullable): not 0 for a point that is left out of the limits; %NULL
 *   where all count
 * @better: which way is better
 * @band_low: the band's lower edge, which belongs to the band; NAN where there is no band
 * @band_high: the band's upper edge, which belongs to the band; NAN where there is no band
 * @floor: the least value that can be, such as 0 for a count; NAN for none
 * @ceiling: the largest value that can be, such as 100 for a percentage; NAN for none
 * @counts: whether each value is a number of events
 *
 * What every function of this layer reads. The arrays are borrowed.
 */
typedef struct
{
  gsize         n;
  const gint32 *periods;
  const double *values;
  const guint8 *left_out;
  TrasBetter    better;
  double        band_low;
  double        band_high;
  double        floor;
  double        ceiling;
  gboolean      counts;
} TrasSeries;

/* An empty series without band, floor and ceiling, to fill in. */
#define TRAS_SERIES_INIT \
  ((TrasSeries) { .band_low = NAN, .band_high = NAN, .floor = NAN, .ceiling = NAN })

const char *tras_better_to_string    (TrasBetter        better);
gboolean    tras_better_from_string  (const char       *text,
                                      TrasBetter       *better);

gboolean    tras_series_is_valid     (const TrasSeries *series);
gboolean    tras_series_holds_counts (const TrasSeries *series);
double      tras_series_clamp        (const TrasSeries *series,
                                      double            value);
int         tras_series_side_of_band (const TrasSeries *series,
                                      double            value);
gboolean    tras_series_has_target   (const TrasSeries *series,
                                      double            target);
gboolean    tras_series_is_met       (const TrasSeries *series,
                                      double            value,
                                      double            target);
guint       tras_series_count_met    (const TrasSeries *series,
                                      double            target,
                                      guint             last,
                                      guint            *n_last);

/*< private >*/
static inline gboolean
tras_series_leaves_out (const TrasSeries *series,
                        gsize             i)
{
  return series->left_out != NULL && series->left_out[i];
}

G_END_DECLS
