/* tras-hire.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-hire.h"

/**
 * tras_hire_share_cost:
 * @hires: (array length=n_hires): the seats of one vacancy that were filled
 * @n_hires: how many, 0 or more
 * @cost: what hiring for the vacancy cost, in minor units, 0 or more
 *
 * Gives each of them an equal part of the cost, in whole minor units that make the whole again:
 * what is left over goes to the first ones, a unit each.
 */
void
tras_hire_share_cost (TrasHire *hires,
                      gsize     n_hires,
                      gint64    cost)
{
  g_return_if_fail (hires != NULL || n_hires == 0);
  g_return_if_fail (cost >= 0);

  for (gsize i = 0; i < n_hires; i++)
    hires[i].cost = cost / (gint64) n_hires + ((gint64) i < cost % (gint64) n_hires ? 1 : 0);
}

/**
 * tras_hire_get_days:
 * @self: a seat
 *
 * Returns: the days from opening to hiring, 0 where both are on one day; never fewer, since
 *   somebody may have been found before the vacancy was written down
 */
int
tras_hire_get_days (const TrasHire *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MAX (0, self->filled_on - self->opened_on);
}

/**
 * tras_hire_sum_add:
 * @self: what was added before, zeros at first
 * @hire: a seat
 *
 * Adds one.
 */
void
tras_hire_sum_add (TrasHireSum    *self,
                   const TrasHire *hire)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (hire != NULL && hire->cost >= 0);

  self->n++;
  self->days += tras_hire_get_days (hire);
  self->cost = self->cost > G_MAXINT64 - hire->cost ? G_MAXINT64 : self->cost + hire->cost;
}

/**
 * tras_hire_sum_get_days:
 * @self: seats
 *
 * Returns: the time to fill, the mean of their days; NAN without any
 */
double
tras_hire_sum_get_days (const TrasHireSum *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->n > 0 ? (double) self->days / (double) self->n : NAN;
}

/**
 * tras_hire_sum_get_cost:
 * @self: seats
 *
 * Returns: the cost to fill, the mean of their costs rounded half up to the minor unit; -1 without
 *   any
 */
gint64
tras_hire_sum_get_cost (const TrasHireSum *self)
{
  gint64 left;

  g_return_val_if_fail (self != NULL, -1);

  if (self->n == 0)
    return -1;

  left = self->cost % self->n;

  return self->cost / self->n + (left >= self->n - left ? 1 : 0);
}
