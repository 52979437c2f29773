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

/* How many working days of an endless row of weeks lie from a Monday to a day, both taken in. */
static gint64
count_since (TrasDay monday,
             TrasDay day)
{
  gint64 days = (gint64) day - monday + 1;

  return days / WEEK * TRAS_LOAD_WEEK_DAYS + MIN (days % WEEK, TRAS_LOAD_WEEK_DAYS);
}

/**
 * tras_load_first_day:
 * @today: a day
 *
 * Returns: the first day from @today on that is worked: @today, or the Monday after it
 */
TrasDay
tras_load_first_day (TrasDay today)
{
  TrasDay monday = get_monday (today);

  g_return_val_if_fail (today >= TRAS_DAY_MIN && today <= TRAS_DAY_MAX, today);

  return today - monday < TRAS_LOAD_WEEK_DAYS ? today : monday + WEEK;
}

/**
 * tras_load_count_days:
 * @from: a day
 * @to: a day
 *
 * Returns: how many days from Monday to Friday there are from @from to @to, both taken in; 0 where
 *   @to is before @from
 */
guint
tras_load_count_days (TrasDay from,
                      TrasDay to)
{
  TrasDay monday;

  g_return_val_if_fail (from >= TRAS_DAY_MIN && to <= TRAS_DAY_MAX, 0);

  if (to < from)
    return 0;

  monday = get_monday (from);

  return (guint) (count_since (monday, to) - count_since (monday, from - 1));
}

/**
 * tras_load_get_span:
 * @starts_on: when an action starts, %TRAS_DAY_NONE for at once
 * @due_on: when it is due
 * @first: the first day that is left, as from tras_load_first_day()
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

/**
 * tras_load_until:
 * @minutes: minutes of work, 0 or more
 * @from: the first day of it
 * @to: the last day, not before @from
 * @day: a day
 *
 * Work is spread evenly over the days from Monday to Friday; on a weekend, where there is no other
 * day, all of it falls on the first. The part up to a day is rounded down, so that the parts of
 * weeks that follow each other add up to the whole (*ours*).
 *
 * Returns: the minutes that fall on days up to @day
 */
gint64
tras_load_until (gint64  minutes,
                 TrasDay from,
                 TrasDay to,
                 TrasDay day)
{
  guint n_days, n_done;

  g_return_val_if_fail (minutes >= 0, 0);
  g_return_val_if_fail (from <= to, 0);

  if (day < from)
    return 0;
  if (day >= to)
    return minutes;

  n_days = tras_load_count_days (from, to);
  if (n_days == 0)
    return minutes;
  n_done = tras_load_count_days (from, day);

  return minutes / n_days * n_done + minutes % n_days * n_done / n_days;
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
 * @minutes: minutes of work, 0 or more
 * @from: the first day of it
 * @to: the last day, not before @from
 * @first: the first day that counts
 * @week: a week, 0 for that of @first
 *
 * Returns: the minutes that fall on days of the ISO week, in the first week on those from @first on
 */
gint64
tras_load_of_week (gint64  minutes,
                   TrasDay from,
                   TrasDay to,
                   TrasDay first,
                   guint   week)
{
  TrasDay before = week == 0 ? first - 1 : get_sunday (first, week - 1);

  return tras_load_until (minutes, from, to, get_sunday (first, week)) -
         tras_load_until (minutes, from, to, before);
}

/**
 * tras_load_add:
 * @minutes: minutes of work, 0 or more
 * @from: the first day of it
 * @to: the last day, not before @from
 * @first: the first day that counts
 * @weeks: (array length=n_weeks) (inout): the minutes of each week from that of @first on
 * @n_weeks: how many there are, at least 1
 *
 * Adds what falls on each week. With what is returned, and with what was before @first, this makes
 * @minutes.
 *
 * Returns: the minutes that fall behind the last week
 */
gint64
tras_load_add (gint64   minutes,
               TrasDay  from,
               TrasDay  to,
               TrasDay  first,
               gint64  *weeks,
               guint    n_weeks)
{
  gint64 done = tras_load_until (minutes, from, to, first - 1);
  guint week;

  g_return_val_if_fail (weeks != NULL && n_weeks > 0, 0);

  week = from > first ? (guint) (get_monday (from) - get_monday (first)) / WEEK : 0;
  for (; week < n_weeks && done < minutes; week++)
    {
      gint64 until = tras_load_until (minutes, from, to, get_sunday (first, week));

      weeks[week] += until - done;
      done = until;
    }

  return minutes - done;
}
