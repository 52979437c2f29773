/* tras-training-cost.h: what a session of a training takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A session of a week: nobody sits longer in one. */
#define TRAS_TRAINING_MOST_MINUTES (7 * 24 * 60)

/**
 * TrasTrainingPart:
 * @present: whether the person was there
 * @minutes: for how long, 0 to %TRAS_TRAINING_MOST_MINUTES
 * @hour_cost: what an hour of the person's work costs, in minor units, 0 where it is not known
 *
 * A seat of a session.
 */
typedef struct
{
  gboolean present;
  gint64   minutes;
  gint64   hour_cost;
} TrasTrainingPart;

/**
 * TrasTrainingCost:
 * @seats: how many seats there were
 * @present: how many of them were taken
 * @minutes: that all who were there attended together
 * @fee: what the sessions cost by themselves
 * @paid: what the working time of those present costs
 * @empty: the part of @fee that was paid for seats nobody took
 *
 * What one or more sessions took: hours as minutes, money in minor units.
 */
typedef struct
{
  gint64 seats;
  gint64 present;
  gint64 minutes;
  gint64 fee;
  gint64 paid;
  gint64 empty;
} TrasTrainingCost;

gint64 tras_training_cost_get_paid     (gint64                  minutes,
                                        gint64                  hour_cost);
void   tras_training_cost_add_session  (TrasTrainingCost       *self,
                                        gint64                  fee,
                                        const TrasTrainingPart *parts,
                                        gsize                   n_parts);
gint64 tras_training_cost_get_total    (const TrasTrainingCost *self);
gint64 tras_training_cost_get_per_head (const TrasTrainingCost *self);

G_END_DECLS
