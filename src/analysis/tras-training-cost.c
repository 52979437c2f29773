/* tras-training-cost.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-training-cost.h"

typedef __int128 Wide;

/* Halves go up; neither side is negative. What does not fit is the most there is. */
static gint64
divide_rounded (Wide number,
                Wide by)
{
  Wide result = (2 * number + by) / (2 * by);

  return result > G_MAXINT64 ? G_MAXINT64 : (gint64) result;
}

static gint64
add (gint64 a,
     gint64 b)
{
  return a > G_MAXINT64 - b ? G_MAXINT64 : a + b;
}

/**
 * tras_training_cost_get_paid:
 * @minutes: how long somebody was there, 0 to %TRAS_TRAINING_MOST_MINUTES
 * @hour_cost: what an hour of their work costs, in minor units, 0 or more
 *
 * Returns: what that time costs, rounded half up to the minor unit
 */
gint64
tras_training_cost_get_paid (gint64 minutes,
                             gint64 hour_cost)
{
  g_return_val_if_fail (minutes >= 0 && hour_cost >= 0, 0);

  return divide_rounded ((Wide) minutes * hour_cost, 60);
}

/**
 * tras_training_cost_add_session:
 * @self: what was added before, zeros at first
 * @fee: what the session costs by itself, in minor units
 * @parts: (array length=n_parts): its seats
 * @n_parts: how many, 0 or more
 *
 * Adds a session: the fee, the time of those who were there at what it costs, each rounded half up
 * to the minor unit, and the part of the fee that the empty seats have of all seats. A session to
 * which nobody was invited has no empty seats.
 */
void
tras_training_cost_add_session (TrasTrainingCost       *self,
                                gint64                  fee,
                                const TrasTrainingPart *parts,
                                gsize                   n_parts)
{
  gint64 present = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (fee >= 0);
  g_return_if_fail (parts != NULL || n_parts == 0);

  for (gsize i = 0; i < n_parts; i++)
    {
      if (!parts[i].present)
        continue;
      present++;
      self->minutes = add (self->minutes, parts[i].minutes);
      self->paid = add (self->paid, tras_training_cost_get_paid (parts[i].minutes,
                                                                 parts[i].hour_cost));
    }
  self->seats += (gint64) n_parts;
  self->present += present;
  self->fee = add (self->fee, fee);
  if (n_parts > 0)
    self->empty = add (self->empty,
                       divide_rounded ((Wide) fee * ((gint64) n_parts - present), n_parts));
}

/**
 * tras_training_cost_get_total:
 * @self: what sessions took
 *
 * Returns: the fees and the paid time, in minor units; empty seats are a part of the fees
 */
gint64
tras_training_cost_get_total (const TrasTrainingCost *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return add (self->fee, self->paid);
}

/**
 * tras_training_cost_get_per_head:
 * @self: what sessions took
 *
 * Returns: the total by head of those who were there, a head for each seat taken, rounded half up
 *   to the minor unit; -1 where nobody was
 */
gint64
tras_training_cost_get_per_head (const TrasTrainingCost *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->present > 0 ? divide_rounded (tras_training_cost_get_total (self), self->present)
                           : -1;
}
