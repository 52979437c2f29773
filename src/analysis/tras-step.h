/* tras-step.h: proposing that the process has changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-limits.h"

G_BEGIN_DECLS

/**
 * TrasStep:
 * @first: index of the point that the new segment would begin with
 * @length: how many points the run has
 * @side: 1 for a run above the centre, -1 below
 * @event: index of the decision or finished action that may explain it
 *
 * A proposed step change.
 */
typedef struct
{
  gsize first;
  gsize length;
  int   side;
  gsize event;
} TrasStep;

gboolean tras_step_get_run (const TrasSeries *series,
                            const TrasLimits *limits,
                            gsize             n_limits,
                            TrasStep         *run);
gboolean tras_step_propose (const TrasSeries *series,
                            const TrasLimits *limits,
                            gsize             n_limits,
                            const gint32     *events,
                            gsize             n_events,
                            TrasStep         *step);

G_END_DECLS
