/* tras-rare-events.h: an indicator that happens too rarely for every period
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-indicator-series.h"
#include "tras-number.h"
#include "tras-rare.h"

G_BEGIN_DECLS

/**
 * TrasRareEvents:
 * @n: how many intervals
 * @events: (array length=n + 1): the days on which something happened, not falling
 * @points: (array length=n + 1): the point of the series that each was counted in
 * @verdict: limits, rules and verdict of the intervals, on the values of tras_rare_from_days();
 *   point i is the interval that ends with event i + 1
 * @limits: the limits of @verdict in days
 * @limited: whether there are limits
 *
 * The days between the events of an indicator.
 */
typedef struct
{
  gsize n;
  TrasDay *events;
  gsize *points;
  TrasVerdict *verdict;
  TrasRareLimits limits;
  gboolean limited;

  /* what the verdict was made of */
  gint32 *ordinals;
  double *values;
  guint8 *left_out;
} TrasRareEvents;

TrasRareEvents *tras_rare_events_new          (TrasIndicatorSeries     *series);
void            tras_rare_events_free         (TrasRareEvents          *self);
int             tras_rare_events_get_days     (TrasRareEvents          *self,
                                               gsize                    interval);
gssize          tras_rare_events_find         (TrasRareEvents          *self,
                                               gsize                    point);
char           *tras_rare_events_dup_sentence (TrasRareEvents          *self,
                                               TrasIndicatorSeries     *series,
                                               const TrasNumberFormat  *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasRareEvents, tras_rare_events_free)

G_END_DECLS
