/* tras-decimal.h: exact decimals for money, quantities and unit costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Quantities are stored in thousandths. */
#define TRAS_QUANTITY_DECIMALS 3

/* Unit costs are stored in hundredths of the currency's minor unit. */
#define TRAS_COST_DECIMALS 2

/* The most digits behind the mark that these functions take. */
#define TRAS_DECIMALS_MAX 9

/**
 * TrasDecimalMarks:
 * @decimal: the decimal mark
 * @group: what stands between groups of digits, "" for nothing. Where it is one kind of space or
 *   apostrophe, every kind is read
 * @minus: how a minus is written; "-" and U+2212 are always read
 * @group_last: digits in the group next to the decimal mark, 3
 * @group_other: digits in the other groups, 3 (2 in India)
 * @group_least: whole digits from which on groups are written: 4, or 5 where four digits stay
 *   together
 *
 * The signs that numbers are written with. All strings are UTF-8.
 */
typedef struct
{
  const char *decimal;
  const char *group;
  const char *minus;
  guint8      group_last;
  guint8      group_other;
  guint8      group_least;
} TrasDecimalMarks;

/**
 * TrasDecimalScan:
 * @begin: the first character of the digits
 * @end: behind the last one
 * @negative: a minus stood before it
 * @percent: a percent sign stood behind it
 * @n_whole: digits before the decimal mark
 * @n_fraction: digits behind it
 * @exponent: the power of ten of an E notation, else 0
 *
 * Where the parts of a written number are. Between @begin and @end every ASCII digit counts and
 * everything else is a mark.
 */
typedef struct
{
  const char *begin;
  const char *end;
  gboolean    negative;
  gboolean    percent;
  guint       n_whole;
  guint       n_fraction;
  int         exponent;
} TrasDecimalScan;

extern const TrasDecimalMarks tras_decimal_plain;

gboolean  tras_decimal_scan      (const char              *text,
                                  gssize                   length,
                                  const TrasDecimalMarks  *marks,
                                  TrasDecimalScan         *scan);
gboolean  tras_decimal_parse     (const char              *text,
                                  gssize                   length,
                                  int                      decimals,
                                  const TrasDecimalMarks  *marks,
                                  gint64                  *value,
                                  GError                 **error);
char     *tras_decimal_to_text   (gint64                   value,
                                  int                      decimals);
char     *tras_decimal_format    (gint64                   value,
                                  int                      decimals,
                                  const TrasDecimalMarks  *marks);
char     *tras_decimal_with_marks
                                 (const char              *plain,
                                  const TrasDecimalMarks  *marks);
gboolean  tras_decimal_multiply  (gint64                   a,
                                  gint64                   b,
                                  int                      drop,
                                  gint64                  *product);

G_END_DECLS
