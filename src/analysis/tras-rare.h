/* tras-rare.h: days between rare events
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-limits.h"

G_BEGIN_DECLS

/**
 * TrasRareLimits:
 * @centre: the centre line, in days
 * @lower: lower limit, in days, 0 or more
 * @upper: upper limit, in days
 *
 * Limits of the days between events; not symmetric about the centre.
 */
typedef struct
{
  double centre;
  double lower;
  double upper;
} TrasRareLimits;

double   tras_rare_from_days (double            days);
double   tras_rare_to_days   (double            value);
gsize    tras_rare_series    (const TrasDay    *events,
                              gsize             n_events,
                              gint32           *ordinals,
                              double           *values);
gboolean tras_rare_limits    (const TrasLimits *limits,
                              TrasRareLimits   *days);

G_END_DECLS
