/* tras-chart-format.h: how numbers and dates are written on a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasDateForm:
 * @TRAS_DATE_FORM_DAY: the day of the month, “24”
 * @TRAS_DATE_FORM_WEEK: the ISO week, “W47”
 * @TRAS_DATE_FORM_MONTH_LETTER: one letter, “N”
 * @TRAS_DATE_FORM_MONTH: “Nov”
 * @TRAS_DATE_FORM_MONTH_YEAR: “Nov 2026”
 * @TRAS_DATE_FORM_YEAR: “2026”
 * @TRAS_DATE_FORM_FULL: “24 Nov 2026”
 *
 * How much of a day is written.
 */
typedef enum
{
  TRAS_DATE_FORM_DAY,
  TRAS_DATE_FORM_WEEK,
  TRAS_DATE_FORM_MONTH_LETTER,
  TRAS_DATE_FORM_MONTH,
  TRAS_DATE_FORM_MONTH_YEAR,
  TRAS_DATE_FORM_YEAR,
  TRAS_DATE_FORM_FULL,
} TrasDateForm;

/**
 * TrasChartFormat:
 * @number: writes a finite number with that many decimals; returns a new string
 * @date: writes a day; returns a new string
 * @user_data: handed to all
 * @unit: (nullable): puts a unit to a written number; returns a new string. %NULL puts it behind,
 *   with a space
 *
 * The rules of a language for figures and dates, which are the caller's to know. A chart keeps the
 * pointer: the struct must outlive it.
 */
typedef struct
{
  char     *(*number) (double        value,
                       int           decimals,
                       gpointer      user_data);
  char     *(*date)   (TrasDay       day,
                       TrasDateForm  form,
                       gpointer      user_data);
  gpointer    user_data;
  char     *(*unit)   (const char   *number,
                       const char   *unit,
                       gpointer      user_data);
} TrasChartFormat;

const TrasChartFormat *tras_chart_format_get_default (void);
char                  *tras_chart_format_number      (const TrasChartFormat *self,
                                                      double                 value,
                                                      int                    decimals);
char                  *tras_chart_format_unit        (const TrasChartFormat *self,
                                                      const char            *number,
                                                      const char            *unit);
char                  *tras_chart_format_date        (const TrasChartFormat *self,
                                                      TrasDay                day,
                                                      TrasDateForm           form);
char                  *tras_chart_format_period      (const TrasChartFormat *self,
                                                      TrasDay                day,
                                                      TrasEvery              every);

G_END_DECLS
