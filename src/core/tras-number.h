/* tras-number.h: numbers, money and dates as a language writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-decimal.h"

G_BEGIN_DECLS

/**
 * TrasNumberFormat:
 * @language: the language, for example "pt_BR"
 * @marks: how numbers are written
 * @list_separator: what stands between numbers in a list, as spreadsheets of that language have it
 * @date_order: which number of a short date is the day
 * @date_short: a day in digits
 * @date_medium: a day with the month in letters
 * @week: an ISO week
 * @week_of_year: an ISO week with its year
 * @months: the twelve months, shortened
 * @percent: what stands behind a percentage, with the space before the sign
 * @money_before: whether the currency stands before the amount
 * @money_space: what stands between currency and amount
 *
 * How one language writes numbers and dates. The patterns of dates and weeks hold `%d`, `%e`,
 * `%m`, `%b`, `%Y`, `%V` and `%G` with the meanings that strftime() gives them.
 */
typedef struct
{
  const char        *language;
  TrasDecimalMarks   marks;
  const char        *list_separator;
  TrasDateOrder      date_order;
  const char        *date_short;
  const char        *date_medium;
  const char        *week;
  const char        *week_of_year;
  const char *const *months;
  const char        *percent;
  gboolean           money_before;
  const char        *money_space;
} TrasNumberFormat;

const TrasNumberFormat *tras_number_format_get_default      (void);
const TrasNumberFormat *tras_number_format_for_language     (const char              *language);

char                   *tras_number_format_real             (const TrasNumberFormat  *self,
                                                             double                   value,
                                                             int                      decimals);
char                   *tras_number_format_percent          (const TrasNumberFormat  *self,
                                                             double                   percents,
                                                             int                      decimals);
char                   *tras_number_format_quantity         (const TrasNumberFormat  *self,
                                                             gint64                   thousandths);
char                   *tras_number_format_money            (const TrasNumberFormat  *self,
                                                             gint64                   minor_units,
                                                             const char              *currency);
char                   *tras_number_format_date_short       (const TrasNumberFormat  *self,
                                                             TrasDay                  day);
char                   *tras_number_format_date_medium      (const TrasNumberFormat  *self,
                                                             TrasDay                  day);
char                   *tras_number_format_week             (const TrasNumberFormat  *self,
                                                             TrasDay                  day);
char                   *tras_number_format_week_of_year     (const TrasNumberFormat  *self,
                                                             TrasDay                  day);

gboolean                tras_number_format_parse_real       (const TrasNumberFormat  *self,
                                                             const char              *text,
                                                             double                  *value,
                                                             GError                 **error);
gboolean                tras_number_format_parse_quantity   (const TrasNumberFormat  *self,
                                                             const char              *text,
                                                             gint64                  *thousandths,
                                                             GError                 **error);
gboolean                tras_number_format_parse_money      (const TrasNumberFormat  *self,
                                                             const char              *text,
                                                             const char              *currency,
                                                             gint64                  *minor_units,
                                                             GError                 **error);
TrasDay                 tras_number_format_parse_date       (const TrasNumberFormat  *self,
                                                             const char              *text);

int                     tras_currency_get_decimals          (const char              *currency);
const char             *tras_currency_get_symbol            (const char              *currency);

gboolean                tras_real_parse                     (const char              *text,
                                                             gssize                   length,
                                                             const TrasDecimalMarks  *marks,
                                                             double                  *value);
char                   *tras_real_to_text                   (double                   value);

G_END_DECLS
