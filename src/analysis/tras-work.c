/* tras-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-work.h"

#define WEEK 7

static TrasDay
get_monday (TrasDay day)
{
  return tras_period_first_day (TRAS_EVERY_WEEK, day);
}

/* How many working days of an endless row of weeks lie from a Monday to a day, both taken in. */
static gint64
count_since (TrasDay monday,
             TrasDay day)
{
  gint64 days = (gint64) day - monday + 1;

  return days / WEEK * TRAS_WORK_WEEK_DAYS + MIN (days % WEEK, TRAS_WORK_WEEK_DAYS);
}

/* How many holidays lie before the day. */
static guint
count_holidays (const TrasWorkDays *self,
                TrasDay             day)
{
  guint low = 0, high = self->n_holidays;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->holidays[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tras_work_days_has:
 * @self: (nullable): which days are worked; %NULL for no holidays
 * @day: a day
 *
 * Returns: whether @day is one of them
 */
gboolean
tras_work_days_has (const TrasWorkDays *self,
                    TrasDay             day)
{
  return tras_work_days_count (self, day, day) > 0;
}

/**
 * tras_work_days_next:
 * @self: (nullable): which days are worked
 * @day: a day
 *
 * Returns: the first day from @day on that is worked
 */
TrasDay
tras_work_days_next (const TrasWorkDays *self,
                     TrasDay             day)
{
  g_return_val_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX, day);

  while (day < TRAS_DAY_MAX && !tras_work_days_has (self, day))
    day++;

  return day;
}

/**
 * tras_work_days_count:
 * @self: (nullable): which days are worked
 * @from: a day
 * @to: a day
 *
 * Returns: how many of them there are from @from to @to, both taken in; 0 where @to is before @from
 */
guint
tras_work_days_count (const TrasWorkDays *self,
                      TrasDay             from,
                      TrasDay             to)
{
  TrasDay monday;
  gint64 n;

  g_return_val_if_fail (from >= TRAS_DAY_MIN && to <= TRAS_DAY_MAX, 0);

  if (to < from)
    return 0;

  monday = get_monday (from);
  n = count_since (monday, to) - count_since (monday, from - 1);
  if (self != NULL)
    n -= count_holidays (self, to + 1) - count_holidays (self, from);

  return (guint) n;
}

/**
 * tras_work_contracted:
 * @self: (nullable): which days are worked
 * @week_minutes: the minutes of a week, 0 or more
 * @since: the first day of the post, not after @from
 * @from: a day
 * @to: a day
 *
 * A working day has a fifth of the week's minutes; on a holiday nobody works, and nobody works it
 * in later. What cannot be split is counted from the post's first day, so that the minutes of
 * periods that follow each other add up to those of all of them (*ours*).
 *
 * Returns: the minutes to be worked from @from to @to, both taken in
 */
gint64
tras_work_contracted (const TrasWorkDays *self,
                      gint64              week_minutes,
                      TrasDay             since,
                      TrasDay             from,
                      TrasDay             to)
{
  gint64 before, all;

  g_return_val_if_fail (week_minutes >= 0, 0);
  g_return_val_if_fail (since <= from, 0);

  if (to < from)
    return 0;

  before = tras_work_days_count (self, since, from - 1);
  all = before + tras_work_days_count (self, from, to);

  return week_minutes * all / TRAS_WORK_WEEK_DAYS - week_minutes * before / TRAS_WORK_WEEK_DAYS;
}

/**
 * tras_work_share:
 * @self: (nullable): which days are worked
 * @minutes: minutes, of work or of an absence, 0 or more
 * @from: the first day of it
 * @to: the last day, not before @from
 * @day: a day
 *
 * Minutes are spread evenly over the days that are worked; where there is none, as on a weekend,
 * all of them fall on the first day. The part up to a day is rounded down, so that the parts of
 * periods that follow each other add up to the whole (*ours*).
 *
 * Returns: the minutes that fall on days up to @day
 */
gint64
tras_work_share (const TrasWorkDays *self,
                 gint64              minutes,
                 TrasDay             from,
                 TrasDay             to,
                 TrasDay             day)
{
  guint n_days, n_done;

  g_return_val_if_fail (minutes >= 0, 0);
  g_return_val_if_fail (from <= to, 0);

  if (day < from)
    return 0;
  if (day >= to)
    return minutes;

  n_days = tras_work_days_count (self, from, to);
  if (n_days == 0)
    return minutes;
  n_done = tras_work_days_count (self, from, day);

  return minutes / n_days * n_done + minutes % n_days * n_done / n_days;
}
