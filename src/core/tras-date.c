/* tras-date.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-date.h"

/* The Gregorian calendar repeats after 400 years. Counted from 1 March of a year that 400 divides,
 * the leap day is the last day of each span of years, so years and months come out by division. */
#define ERA_DAYS 146097
#define ERA_TO_EPOCH 719468
#define MARCH 3

/* 1970-01-05, the first Monday: week 0 of tras_period_index(). */
#define FIRST_MONDAY 4

static int
floor_div (int a,
           int b)
{
  return a / b - (a % b < 0);
}

/* Days of the year before the month with 1 March as the first day: months from March on follow
 * each other by 31, 30, 31, 30, 31 days. */
static int
days_before_month (int month)
{
  return (153 * (month < MARCH ? month + 12 - MARCH : month - MARCH) + 2) / 5;
}

static TrasDay
count_days (int year,
            int month,
            int month_day)
{
  int from_march = month < MARCH ? year - 1 : year;
  int year_of_era = from_march % 400;

  return from_march / 400 * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         days_before_month (month) + month_day - 1 - ERA_TO_EPOCH;
}

/* As tras_day_split() without its range: the Thursday of a week on the edge may lie outside.
 * Products whose upper bits are the quotient stand in for divisions (Neri and Schneider, "Euclidean
 * affine functions and their application to calendar algorithms", 2023). */
static void
split (TrasDay  day,
       int     *year,
       int     *month,
       int     *month_day)
{
  guint quarters = 4 * (guint) (day + ERA_TO_EPOCH) + 3;
  guint century = quarters / ERA_DAYS;
  guint64 years = G_GUINT64_CONSTANT (2939745) * (quarters % ERA_DAYS | 3);
  guint day_of_year = (guint) years / 2939745 / 4;
  guint months = 2141 * day_of_year + 197913;
  guint from_january = months >> 16 > 12;

  *year = (int) (100 * century + (guint) (years >> 32) + from_january);
  *month = (int) ((months >> 16) - 12 * from_january);
  *month_day = (int) ((months & 0xffff) / 2141) + 1;
}

/**
 * tras_day_new:
 * @year: 1900 to 2199
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %TRAS_DAY_NONE where the calendar has no such day
 */
TrasDay
tras_day_new (int year,
              int month,
              int day)
{
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month (month, year))
    return TRAS_DAY_NONE;

  return count_days (year, month, day);
}

/**
 * tras_day_split:
 * @day: a day, not %TRAS_DAY_NONE
 * @year: (out) (optional): the year
 * @month: (out) (optional): the month, 1 to 12
 * @month_day: (out) (optional): the day of the month, 1 to 31
 */
void
tras_day_split (TrasDay  day,
                int     *year,
                int     *month,
                int     *month_day)
{
  int y, m, d;

  g_return_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX);

  split (day, &y, &m, &d);
  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (month_day != NULL)
    *month_day = d;
}

/**
 * tras_day_today:
 *
 * The environment variable TRASTIENDA_TODAY (an ISO date) stands in for the clock, so that tests,
 * pictures and the sample company come out the same on every day.
 *
 * Returns: the present day in local time
 */
TrasDay
tras_day_today (void)
{
  g_autoptr (GDateTime) now = NULL;
  const char *fixed = g_getenv ("TRASTIENDA_TODAY");

  if (fixed != NULL && tras_day_from_iso (fixed) != TRAS_DAY_NONE)
    return tras_day_from_iso (fixed);

  now = g_date_time_new_now_local ();
  return tras_day_new (g_date_time_get_year (now),
                       g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}

/**
 * tras_day_from_instant:
 * @instant: seconds since 1970 in UTC
 *
 * Returns: the day that it is in, in local time; %TRAS_DAY_NONE outside the calendar
 */
TrasDay
tras_day_from_instant (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant);

  return time != NULL ? tras_day_new (g_date_time_get_year (time), g_date_time_get_month (time),
                                      g_date_time_get_day_of_month (time))
                      : TRAS_DAY_NONE;
}

/**
 * tras_day_get_instant:
 * @day: a day
 * @hour: 0 to 23
 *
 * Returns: that hour of the day in local time, as seconds since 1970 in UTC
 */
gint64
tras_day_get_instant (TrasDay day,
                      int     hour)
{
  g_autoptr (GDateTime) time = NULL;
  int year = 0, month = 0, month_day = 0;

  g_return_val_if_fail (day != TRAS_DAY_NONE, 0);
  g_return_val_if_fail (hour >= 0 && hour < 24, 0);

  tras_day_split (day, &year, &month, &month_day);
  time = g_date_time_new_local (year, month, month_day, hour, 0, 0);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * tras_instant_now:
 *
 * Returns: the present instant, as seconds since 1970 in UTC; it is in tras_day_today(), also where
 *   that is not the clock's day
 */
gint64
tras_instant_now (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  TrasDay day = tras_day_from_instant (now);
  TrasDay today = tras_day_today ();

  return today == day ? now
                      : tras_day_get_instant (today, 0) + now - tras_day_get_instant (day, 0);
}

static gboolean
read_digits (const char **text,
             guint        least,
             guint        most,
             int         *value)
{
  guint n = 0;

  for (*value = 0; n < most && g_ascii_isdigit (**text); n++, (*text)++)
    *value = *value * 10 + (**text - '0');

  return n >= least;
}

/**
 * tras_day_from_iso:
 * @text: (nullable): exactly YYYY-MM-DD
 *
 * Returns: the day, or %TRAS_DAY_NONE
 */
TrasDay
tras_day_from_iso (const char *text)
{
  const char *rest = text;
  int year, month, day;

  if (text == NULL || strlen (text) != 10 ||
      !read_digits (&rest, 4, 4, &year) || *rest++ != '-' ||
      !read_digits (&rest, 2, 2, &month) || *rest++ != '-' ||
      !read_digits (&rest, 2, 2, &day))
    return TRAS_DAY_NONE;

  return tras_day_new (year, month, day);
}

/**
 * tras_day_parse:
 * @text: (nullable): a date as people and spreadsheets write it: three numbers with one of `/ . -`
 *   or a space between them; a time of day behind it is passed over. A text that begins with four
 *   digits is read year first whatever @order says
 * @order: which number is the day
 *
 * Years of two digits are 2000 to 2069 and 1970 to 1999.
 *
 * Returns: the day, or %TRAS_DAY_NONE
 */
TrasDay
tras_day_parse (const char    *text,
                TrasDateOrder  order)
{
  const char *rest = text;
  int part[3];
  int year, month, day;
  char mark;

  if (text == NULL)
    return TRAS_DAY_NONE;
  while (g_ascii_isspace (*rest))
    rest++;
  if (strspn (rest, "0123456789") == 4)
    order = TRAS_DATE_ORDER_YMD;

  if (!read_digits (&rest, 1, 4, &part[0]))
    return TRAS_DAY_NONE;
  mark = *rest++;
  if (mark == '\0' || strchr ("/.- ", mark) == NULL)
    return TRAS_DAY_NONE;
  if (!read_digits (&rest, 1, 2, &part[1]) || *rest++ != mark ||
      !read_digits (&rest, 1, 4, &part[2]))
    return TRAS_DAY_NONE;
  if (*rest != '\0' && *rest != ' ' && *rest != 'T')
    return TRAS_DAY_NONE;
  while (g_ascii_isdigit (*rest) || (*rest != '\0' && strchr ("T :.Z+-", *rest) != NULL))
    rest++;
  if (*rest != '\0')
    return TRAS_DAY_NONE;

  switch (order)
    {
    case TRAS_DATE_ORDER_DMY:
      day = part[0], month = part[1], year = part[2];
      break;
    case TRAS_DATE_ORDER_MDY:
      month = part[0], day = part[1], year = part[2];
      break;
    case TRAS_DATE_ORDER_YMD:
      year = part[0], month = part[1], day = part[2];
      break;
    default:
      g_return_val_if_reached (TRAS_DAY_NONE);
    }

  if (year < 70)
    year += 2000;
  else if (year < 100)
    year += 1900;

  return tras_day_new (year, month, day);
}

static inline void
write_two (char *text,
           int   number)
{
  text[0] = (char) ('0' + number / 10);
  text[1] = (char) ('0' + number % 10);
}

/**
 * tras_day_write_iso:
 * @day: a day, not %TRAS_DAY_NONE
 * @text: (out caller-allocates) (array fixed-size=11): gets YYYY-MM-DD and a NUL
 *
 * A million rows are a million days: printf would be most of the work.
 */
void
tras_day_write_iso (TrasDay  day,
                    char    *text)
{
  int year, month, month_day;

  g_return_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX);

  split (day, &year, &month, &month_day);
  write_two (text, year / 100);
  write_two (text + 2, year % 100);
  text[4] = '-';
  write_two (text + 5, month);
  text[7] = '-';
  write_two (text + 8, month_day);
  text[10] = '\0';
}

/**
 * tras_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, or %NULL for %TRAS_DAY_NONE
 */
char *
tras_day_to_iso (TrasDay day)
{
  char *text;

  if (day == TRAS_DAY_NONE)
    return NULL;

  g_return_val_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX, NULL);

  text = g_malloc (TRAS_DAY_ISO_SIZE);
  tras_day_write_iso (day, text);

  return text;
}

/**
 * tras_day_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
tras_day_weekday (TrasDay day)
{
  int since = (day - FIRST_MONDAY) % 7;

  return (since < 0 ? since + 7 : since) + 1;
}

static void
find_iso_week (TrasDay  day,
               int     *iso_year,
               int     *iso_week)
{
  TrasDay thursday = day - tras_day_weekday (day) + 4;
  int month, month_day;

  split (thursday, iso_year, &month, &month_day);
  *iso_week = (thursday - count_days (*iso_year, 1, 1)) / 7 + 1;
}

/**
 * tras_day_iso_week:
 * @day: a day, not %TRAS_DAY_NONE
 * @iso_year: (out) (optional): the ISO year, which is not always the calendar's
 * @iso_week: (out) (optional): the ISO week, 1 to 53
 */
void
tras_day_iso_week (TrasDay  day,
                   int     *iso_year,
                   int     *iso_week)
{
  int year, week;

  g_return_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX);

  find_iso_week (day, &year, &week);
  if (iso_year != NULL)
    *iso_year = year;
  if (iso_week != NULL)
    *iso_week = week;
}

/**
 * tras_day_from_iso_week:
 * @iso_year: an ISO year
 * @iso_week: 1 to 53
 *
 * Returns: the Monday of that week, or %TRAS_DAY_NONE where the year has no such week
 */
TrasDay
tras_day_from_iso_week (int iso_year,
                        int iso_week)
{
  TrasDay fourth = tras_day_new (iso_year, 1, 4);
  TrasDay monday;
  int year, week;

  if (fourth == TRAS_DAY_NONE || iso_week < 1 || iso_week > 53)
    return TRAS_DAY_NONE;

  monday = fourth - tras_day_weekday (fourth) + 1 + 7 * (iso_week - 1);
  find_iso_week (monday, &year, &week);

  return year == iso_year && week == iso_week ? monday : TRAS_DAY_NONE;
}

/**
 * tras_day_parse_iso_week:
 * @text: (nullable): a week as YYYY-Www, for example 2026-W47
 *
 * Returns: the Monday of that week, or %TRAS_DAY_NONE
 */
TrasDay
tras_day_parse_iso_week (const char *text)
{
  const char *rest = text;
  int year, week;

  if (text == NULL || strlen (text) != 8 ||
      !read_digits (&rest, 4, 4, &year) || *rest++ != '-' || *rest++ != 'W' ||
      !read_digits (&rest, 2, 2, &week))
    return TRAS_DAY_NONE;

  return tras_day_from_iso_week (year, week);
}

/**
 * tras_day_add_months:
 * @day: a day
 * @months: how many calendar months later, negative for earlier
 *
 * Returns: the same day of another month, or that month's last day where it is shorter
 */
TrasDay
tras_day_add_months (TrasDay day,
                     int     months)
{
  int year, month, month_day;
  int total;

  g_return_val_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX, TRAS_DAY_NONE);

  split (day, &year, &month, &month_day);
  total = year * 12 + month - 1 + months;
  year = floor_div (total, 12);
  month = total - year * 12 + 1;
  month_day = MIN (month_day, g_date_get_days_in_month (month, year));

  return tras_day_new (year, month, month_day);
}

/**
 * tras_period_index:
 * @every: the length of a period
 * @day: any day in the period
 *
 * Numbers the periods so that neighbours differ by one, which is how gaps are found.
 *
 * Returns: the period's number: days or weeks since 1970-01-05's, months since 1970-01
 */
gint32
tras_period_index (TrasEvery every,
                   TrasDay   day)
{
  int year, month, month_day;

  g_return_val_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX, 0);

  switch (every)
    {
    case TRAS_EVERY_DAY:
      return day;
    case TRAS_EVERY_WEEK:
      return floor_div (day - FIRST_MONDAY, 7);
    case TRAS_EVERY_MONTH:
      split (day, &year, &month, &month_day);
      return (year - 1970) * 12 + month - 1;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * tras_period_start:
 * @every: the length of a period
 * @index: a period's number from tras_period_index()
 *
 * Returns: the first day of the period
 */
TrasDay
tras_period_start (TrasEvery every,
                   gint32    index)
{
  int year;

  switch (every)
    {
    case TRAS_EVERY_DAY:
      return index;
    case TRAS_EVERY_WEEK:
      return index * 7 + FIRST_MONDAY;
    case TRAS_EVERY_MONTH:
      year = floor_div (index, 12);
      return tras_day_new (1970 + year, index - year * 12 + 1, 1);
    default:
      g_return_val_if_reached (TRAS_DAY_NONE);
    }
}

/**
 * tras_period_first_day:
 * @every: the length of a period
 * @day: any day in the period
 *
 * Returns: the first day of the period that @day falls in
 */
TrasDay
tras_period_first_day (TrasEvery every,
                       TrasDay   day)
{
  return tras_period_start (every, tras_period_index (every, day));
}
