/* tras-stint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stint.h"

static gboolean
is_of (const TrasStint *self,
       guint            area)
{
  return area == TRAS_STINT_ALL || self->area == area;
}

/**
 * tras_stints_count_heads:
 * @stints: (array length=n): who was where, and when
 * @n: how many stints
 * @area: an area, or %TRAS_STINT_ALL
 * @day: a day
 *
 * Returns: how many people were there on the day
 */
guint
tras_stints_count_heads (const TrasStint *stints,
                         guint            n,
                         guint            area,
                         TrasDay          day)
{
  guint heads = 0;

  for (guint i = 0; i < n; i++)
    heads += is_of (&stints[i], area) && stints[i].from <= day && stints[i].to >= day;

  return heads;
}

/**
 * tras_stints_get_mean:
 * @stints: (array length=n): who was where, and when
 * @n: how many stints
 * @area: an area, or %TRAS_STINT_ALL
 * @from: a day
 * @to: a day, not before @from
 *
 * Returns: the mean of the heads of all days from @from to @to
 */
double
tras_stints_get_mean (const TrasStint *stints,
                      guint            n,
                      guint            area,
                      TrasDay          from,
                      TrasDay          to)
{
  gint64 days = 0;

  g_return_val_if_fail (from <= to, 0);

  for (guint i = 0; i < n; i++)
    {
      gint64 both = (gint64) MIN (stints[i].to, to) - MAX (stints[i].from, from) + 1;

      if (is_of (&stints[i], area))
        days += MAX (both, 0);
    }

  return (double) days / (to - from + 1);
}

/**
 * tras_stints_count_leavers:
 * @stints: (array length=n): who was where, and when
 * @n: how many stints
 * @area: an area, or %TRAS_STINT_ALL
 * @from: a day
 * @to: a day
 * @leaving: how they left
 *
 * Returns: how many people had their last day from @from to @to
 */
guint
tras_stints_count_leavers (const TrasStint *stints,
                           guint            n,
                           guint            area,
                           TrasDay          from,
                           TrasDay          to,
                           TrasLeaving      leaving)
{
  guint leavers = 0;

  for (guint i = 0; i < n; i++)
    leavers += is_of (&stints[i], area) && stints[i].leaving == leaving && stints[i].to >= from &&
               stints[i].to <= to;

  return leavers;
}
