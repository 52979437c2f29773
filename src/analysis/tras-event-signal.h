/* tras-event-signal.h: whether something happened again sooner than chance explains
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-rare.h"

G_BEGIN_DECLS

/**
 * TrasEventSignal:
 * @rare: whether the days between events are judged, and not how many there are in a week
 * @newest: the days since the event before, or the events of the newest week
 * @limits: what is usual of that, in days or in events; NAN where nothing is known yet
 * @worse: whether the newest event is a signal: it came sooner, or they are more, than is usual
 *
 * What the newest of some events says.
 */
typedef struct
{
  gboolean rare;
  int newest;
  TrasRareLimits limits;
  gboolean worse;
} TrasEventSignal;

gboolean tras_event_signal_find (const TrasDay   *events,
                                 gsize            n_events,
                                 TrasEventSignal *signal);

G_END_DECLS
