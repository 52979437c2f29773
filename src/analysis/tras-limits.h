/* tras-limits.h: process limits of an XmR chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-series.h"

G_BEGIN_DECLS

/* How many points the limits of a segment are computed from where nobody has said otherwise. */
#define TRAS_LIMITS_BASE_N 20

/* From this many points there are limits, and from this many they are more than a trial. */
#define TRAS_LIMITS_TRIAL_N 6
#define TRAS_LIMITS_SET_N 12

/**
 * TrasLimitsState:
 * @TRAS_LIMITS_NONE: too few points, or too few neighbouring ones: no limits
 * @TRAS_LIMITS_UNFIT: counts of rare events, which an XmR chart does not fit: no limits
 * @TRAS_LIMITS_TRIAL: limits from 6 to 11 points: drawn dashed, no assurance
 * @TRAS_LIMITS_SET: limits from 12 points or more
 *
 * How far the limits of a segment can be trusted, in rising order.
 */
typedef enum
{
  TRAS_LIMITS_NONE,
  TRAS_LIMITS_UNFIT,
  TRAS_LIMITS_TRIAL,
  TRAS_LIMITS_SET,
} TrasLimitsState;

/**
 * TrasFit:
 * @TRAS_FIT_GOOD: an XmR chart fits
 * @TRAS_FIT_RARE: counts with a mean below 1 a period
 * @TRAS_FIT_ZEROS: counts of which more than half are 0
 *
 * Whether an XmR chart fits the values, and why not. Where it does not, a longer period or the days
 * between events (tras-rare.h) are the way out.
 */
typedef enum
{
  TRAS_FIT_GOOD,
  TRAS_FIT_RARE,
  TRAS_FIT_ZEROS,
} TrasFit;

/**
 * TrasSegmentStart:
 * @period: the period that a segment begins with; it need not be measured
 * @base_n: how many points the segment's limits are computed from, 6 or more
 *
 * Where the process changed and new limits begin.
 */
typedef struct
{
  gint32 period;
  guint  base_n;
} TrasSegmentStart;

/**
 * TrasLimits:
 * @first: index of the segment's first point
 * @n: how many points the segment has, left-out ones among them
 * @state: whether there are limits; all numbers below are NAN where there are none
 * @fit: whether an XmR chart fits
 * @locked: whether the baseline is full, so that further points change nothing
 * @base_n: the size that the baseline is to have
 * @n_base: how many points the limits are computed from, @base_n at most
 * @n_ranges: how many moving ranges
 * @mean: the centre line
 * @range: mean moving range
 * @sigma: 2.66/3 of @range, the distance between the 1- and the 2-sigma line
 * @lower: lower process limit, not clamped; what rules and assurance use
 * @upper: upper process limit, not clamped
 * @drawn_lower: @lower within the natural floor and ceiling; what is drawn
 * @drawn_upper: @upper within the natural floor and ceiling
 * @range_limit: upper limit of the moving ranges
 * @tolerance: what two values may differ by and still count as equal (rounding of the arithmetic)
 *
 * The limits of one segment, in the indicator's unit.
 */
typedef struct
{
  gsize           first;
  gsize           n;
  TrasLimitsState state;
  TrasFit         fit;
  gboolean        locked;
  guint           base_n;
  guint           n_base;
  guint           n_ranges;
  double          mean;
  double          range;
  double          sigma;
  double          lower;
  double          upper;
  double          drawn_lower;
  double          drawn_upper;
  double          range_limit;
  double          tolerance;
} TrasLimits;

gsize             tras_limits_compute (const TrasSeries       *series,
                                       const TrasSegmentStart *starts,
                                       gsize                   n_starts,
                                       TrasLimits             *limits);
const TrasLimits *tras_limits_find    (const TrasLimits       *limits,
                                       gsize                   n_limits,
                                       gsize                   point);
gboolean          tras_limits_exist   (const TrasLimits       *limits);
double            tras_limits_at      (const TrasLimits       *limits,
                                       double                  sigmas);
int               tras_limits_side    (const TrasLimits       *limits,
                                       double                  value);

G_END_DECLS
