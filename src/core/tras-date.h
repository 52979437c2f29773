/* tras-date.h: calendar days, ISO weeks and reporting periods
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasDay:
 *
 * A day of the Gregorian calendar as days since 1970-01-01. Sums and differences are plain
 * arithmetic; no time zone is involved.
 */
typedef gint32 TrasDay;

/* No day: a NULL in the file, an empty cell. Smaller than every day. */
#define TRAS_DAY_NONE G_MININT32

/* The days that the program takes: 1900-01-01 to 2199-12-31. */
#define TRAS_DAY_MIN (-25567)
#define TRAS_DAY_MAX 84005

/* YYYY-MM-DD with its NUL. */
#define TRAS_DAY_ISO_SIZE 11

/**
 * TrasEvery:
 *
 * How often an indicator is measured. Weeks are ISO weeks (Monday first), months calendar months.
 */
typedef enum
{
  TRAS_EVERY_DAY,
  TRAS_EVERY_WEEK,
  TRAS_EVERY_MONTH,
} TrasEvery;

/**
 * TrasDateOrder:
 *
 * In which order a date written with digits names day, month and year.
 */
typedef enum
{
  TRAS_DATE_ORDER_YMD,
  TRAS_DATE_ORDER_DMY,
  TRAS_DATE_ORDER_MDY,
} TrasDateOrder;

TrasDay     tras_day_new              (int             year,
                                       int             month,
                                       int             day);
void        tras_day_split            (TrasDay         day,
                                       int            *year,
                                       int            *month,
                                       int            *month_day);
TrasDay     tras_day_today            (void);
TrasDay     tras_day_from_instant     (gint64        instant);
gint64      tras_day_get_instant      (TrasDay         day,
                                       int             hour);
gint64      tras_instant_now          (void);
TrasDay     tras_day_from_iso         (const char     *text);
TrasDay     tras_day_parse            (const char     *text,
                                       TrasDateOrder   order);
char       *tras_day_to_iso           (TrasDay         day);
void        tras_day_write_iso        (TrasDay         day,
                                       char           *text);
int         tras_day_weekday          (TrasDay         day);
void        tras_day_iso_week         (TrasDay         day,
                                       int            *iso_year,
                                       int            *iso_week);
TrasDay     tras_day_from_iso_week    (int             iso_year,
                                       int             iso_week);
TrasDay     tras_day_parse_iso_week   (const char     *text);
TrasDay     tras_day_add_months       (TrasDay         day,
                                       int             months);

gint32      tras_period_index         (TrasEvery       every,
                                       TrasDay         day);
TrasDay     tras_period_start         (TrasEvery       every,
                                       gint32          index);
TrasDay     tras_period_first_day     (TrasEvery       every,
                                       TrasDay         day);

G_END_DECLS
