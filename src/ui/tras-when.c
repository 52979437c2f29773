/* tras-when.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-when.h"

static int
get_day (GDateTime *moment)
{
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return (int) g_date_get_julian (&date);
}

/**
 * tras_when_dup_words:
 * @at: a moment, UTC seconds
 * @now: the present moment, UTC seconds
 *
 * Returns: (transfer full): the moment in local time as a person would say it: “Today, 14:05”
 */
char *
tras_when_dup_words (gint64 at,
                     gint64 now)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (at);
  g_autoptr (GDateTime) present = g_date_time_new_from_unix_local (now);
  int days;

  if (moment == NULL || present == NULL)
    return g_strdup ("");

  days = get_day (present) - get_day (moment);
  if (days == 0)
    /* Translators: a time of today, as g_date_time_format() takes it */
    return g_date_time_format (moment, _("Today, %H:%M"));
  if (days == 1)
    return g_date_time_format (moment, _("Yesterday, %H:%M"));
  if (g_date_time_get_year (moment) == g_date_time_get_year (present))
    /* Translators: a time of this year, as g_date_time_format() takes it */
    return g_date_time_format (moment, _("%a %-d %b, %H:%M"));

  /* Translators: a time of an earlier year, as g_date_time_format() takes it */
  return g_date_time_format (moment, _("%-d %b %Y, %H:%M"));
}
