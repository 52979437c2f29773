/* tras-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-load.h"

#define WEEK 7

static TrasDay
get_monday (TrasDay day)
{
  return tras_period_first_day (TRAS_EVERY_WEEK, day);
}

/**
 * tras_load_get_span:
 * @starts_on: when an action starts, %TRAS_DAY_NONE for at once
 * @due_on: when it is due
 * @first: the first day that is left, as from tras_work_days_next()
 * @from: (out): from when on its work is done
 * @to: (out): until when
 *
 * What is left is done from its start, or from now if that is over, until it is due. What is
 * overdue is done now.
 */
void
tras_load_get_span (TrasDay  starts_on,
                    TrasDay  due_on,
                    TrasDay  first,
                    TrasDay *from,
                    TrasDay *to)
{
  g_return_if_fail (from != NULL && to != NULL);

  *to = MAX (due_on, first);
  *from = MIN (MAX (starts_on, first), *to);
}

/* The end of the week at a place, counted from that of @first. */
static TrasDay
get_sunday (TrasDay first,
            guint   week)
{
  return get_monday (first) + (TrasDay) (week + 1) * WEEK - 1;
}

/**
 * tras_load_of_week:
 * @days: (nullable): which days are worked
 * @minutes: minutes of work, 0 or more
 * @from: the first day of it
 * @to: the last day, not before @from
 * @first: the first day that counts
 * @week: a week, 0 for that of @first
 *
 * Returns: the minutes that fall on days of the ISO week, in the first week on those from @first on
 */
gint64
tras_load_of_week (const TrasWorkDays *days,
                   gint64              minutes,
                   TrasDay             from,
                   TrasDay             to,
                   TrasDay             first,
                   guint               week)
{
  TrasDay before = week == 0 ? first - 1 : get_sunday (first, week - 1);

  return tras_work_share (days, minutes, from, to, get_sunday (first, week)) -
         tras_work_share (days, minutes, from, to, before);
}

/**
 * tras_load_add:
 * @days: (nullable): which days are worked
 * @minutes: minutes of work, 0 or more
 * @from: the first day of it
 * @to: the last day, not before @from
 * @first: the first day that counts
 * @weeks: (array length=n_weeks) (inout): the minutes of each week from that of @first on
 * @n_weeks: how many there are, at least 1
 *
 * Spreads work as tras_work_share() does, and adds what falls on each week. With what is returned,
 * and with what was before @first, this makes @minutes.
 *
 * Returns: the minutes that fall behind the last week
 */
gint64
tras_load_add (const TrasWorkDays *days,
               gint64              minutes,
               TrasDay             from,
               TrasDay             to,
               TrasDay             first,
               gint64             *weeks,
               guint               n_weeks)
{
  gint64 done = tras_work_share (days, minutes, from, to, first - 1);
  guint week;

  g_return_val_if_fail (weeks != NULL && n_weeks > 0, 0);

  week = from > first ? (guint) (get_monday (from) - get_monday (first)) / WEEK : 0;
  for (; week < n_weeks && done < minutes; week++)
    {
      gint64 until = tras_work_share (days, minutes, from, to, get_sunday (first, week));

      weeks[week] += until - done;
      done = until;
    }

  return minutes - done;
}
