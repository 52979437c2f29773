/* tras-chart-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-chart-format.h"

#define MINUS_SIGN "\342\210\222"

static char *
format_number (double   value,
               int      decimals,
               gpointer user_data)
{
  g_autofree char *text = g_strdup_printf ("%'.*f", decimals, value);
  gboolean is_zero = text[0] == '-' && strpbrk (text, "123456789") == NULL;

  if (text[0] != '-')
    return g_steal_pointer (&text);

  return g_strconcat (is_zero ? "" : MINUS_SIGN, text + 1, NULL);
}

static char *
format_date (TrasDay      day,
             TrasDateForm form,
             gpointer     user_data)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *month_name = NULL;
  int year, month, month_day, week;

  tras_day_split (day, &year, &month, &month_day);
  time = g_date_time_new_utc (year, month, month_day, 0, 0, 0.0);

  switch (form)
    {
    case TRAS_DATE_FORM_DAY:
      return g_strdup_printf ("%d", month_day);
    case TRAS_DATE_FORM_WEEK:
      tras_day_iso_week (day, NULL, &week);
      /* Translators: a week's number under a chart's axis, as short as it goes. */
      return g_strdup_printf (C_("week number", "W%d"), week);
    case TRAS_DATE_FORM_MONTH_LETTER:
      month_name = g_date_time_format (time, "%b");
      *g_utf8_next_char (month_name) = '\0';
      return g_utf8_strup (month_name, -1);
    case TRAS_DATE_FORM_MONTH:
      return g_date_time_format (time, "%b");
    case TRAS_DATE_FORM_MONTH_YEAR:
      return g_date_time_format (time, "%b %Y");
    case TRAS_DATE_FORM_YEAR:
      return g_strdup_printf ("%d", year);
    case TRAS_DATE_FORM_FULL:
      return g_date_time_format (time, "%-d %b %Y");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tras_chart_format_get_default:
 *
 * Returns: (transfer none): the rules of the C library's locale, with a true minus
 */
const TrasChartFormat *
tras_chart_format_get_default (void)
{
  static const TrasChartFormat format = { format_number, format_date, NULL };

  return &format;
}

/**
 * tras_chart_format_number:
 * @self: the rules
 * @value: a finite number
 * @decimals: decimals to write, 0 or more
 *
 * Returns: (transfer full): the number as text
 */
char *
tras_chart_format_number (const TrasChartFormat *self,
                          double                 value,
                          int                    decimals)
{
  return self->number (value, decimals, self->user_data);
}

/**
 * tras_chart_format_unit:
 * @self: the rules
 * @number: a written number
 * @unit: its unit
 *
 * Returns: (transfer full): both
 */
char *
tras_chart_format_unit (const TrasChartFormat *self,
                        const char            *number,
                        const char            *unit)
{
  if (self->unit != NULL)
    return self->unit (number, unit, self->user_data);

  /* Translators: a number and its unit, as in “9 kg” or “2.1 days”. */
  return g_strdup_printf (C_("chart", "%s\302\240%s"), number, unit);
}

/**
 * tras_chart_format_date:
 * @self: the rules
 * @day: a day, not %TRAS_DAY_NONE
 * @form: how much of it
 *
 * Returns: (transfer full): the day as text
 */
char *
tras_chart_format_date (const TrasChartFormat *self,
                        TrasDay                day,
                        TrasDateForm           form)
{
  return self->date (day, form, self->user_data);
}

/**
 * tras_chart_format_period:
 * @self: the rules
 * @day: the first day of a period
 * @every: its length
 *
 * Returns: (transfer full): the period's name: a date, a week with its Monday, or a month
 */
char *
tras_chart_format_period (const TrasChartFormat *self,
                          TrasDay                day,
                          TrasEvery              every)
{
  g_autofree char *week = NULL;
  g_autofree char *date = NULL;

  switch (every)
    {
    case TRAS_EVERY_DAY:
      return tras_chart_format_date (self, day, TRAS_DATE_FORM_FULL);
    case TRAS_EVERY_WEEK:
      week = tras_chart_format_date (self, day, TRAS_DATE_FORM_WEEK);
      date = tras_chart_format_date (self, day, TRAS_DATE_FORM_FULL);
      /* Translators: a week's number and its Monday, as in “W47 · 16 Nov 2026”. */
      return g_strdup_printf (C_("week", "%s · %s"), week, date);
    case TRAS_EVERY_MONTH:
      return tras_chart_format_date (self, day, TRAS_DATE_FORM_MONTH_YEAR);
    default:
      g_return_val_if_reached (NULL);
    }
}
