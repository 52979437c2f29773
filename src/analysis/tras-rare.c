/* tras-rare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rare.h"

/* The power that makes the times between events of a steady rate nearly normal
 * (L. S. Nelson, A control chart for parts-per-million nonconforming items, 1994). */
#define POWER 3.6

/**
 * tras_rare_from_days:
 * @days: days between two events, 0 or more
 *
 * Returns: days^(1/3.6), the value that limits and rules are computed on
 */
double
tras_rare_from_days (double days)
{
  g_return_val_if_fail (days >= 0.0, NAN);

  return pow (days, 1.0 / POWER);
}

/**
 * tras_rare_to_days:
 * @value: a value of tras_rare_from_days(), or a line computed from such
 *
 * Returns: the value in days; 0 for a negative one
 */
double
tras_rare_to_days (double value)
{
  return value > 0.0 ? pow (value, POWER) : value <= 0.0 ? 0.0 : NAN;
}

/**
 * tras_rare_series:
 * @events: (array length=n_events): days on which something happened, not falling
 * @n_events: how many
 * @ordinals: (out caller-allocates) (array): room for @n_events − 1 numbers, from 0, which take the
 *   place of a series' periods: every interval is the neighbour of the next
 * @values: (out caller-allocates) (array): room for @n_events − 1 transformed intervals
 *
 * Returns: how many intervals were written
 */
gsize
tras_rare_series (const TrasDay *events,
                  gsize          n_events,
                  gint32        *ordinals,
                  double        *values)
{
  gsize n = n_events > 0 ? n_events - 1 : 0;

  g_return_val_if_fail (n == 0 || (events != NULL && ordinals != NULL && values != NULL), 0);

  for (gsize i = 0; i < n; i++)
    {
      g_return_val_if_fail (events[i + 1] >= events[i], 0);
      ordinals[i] = (gint32) i;
      values[i] = tras_rare_from_days (events[i + 1] - events[i]);
    }

  return n;
}

/**
 * tras_rare_limits:
 * @limits: limits computed on the values of tras_rare_series()
 * @days: (out): the same lines in days
 *
 * Returns: whether there are limits
 */
gboolean
tras_rare_limits (const TrasLimits *limits,
                  TrasRareLimits   *days)
{
  g_return_val_if_fail (limits != NULL, FALSE);
  g_return_val_if_fail (days != NULL, FALSE);

  days->centre = tras_rare_to_days (limits->mean);
  days->lower = tras_rare_to_days (limits->lower);
  days->upper = tras_rare_to_days (limits->upper);

  return tras_limits_exist (limits);
}
