/* tras-work.h: days that are worked, and how many minutes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* Monday to Friday. */
#define TRAS_WORK_WEEK_DAYS 5

/**
 * TrasWorkDays:
 * @holidays: (array length=n_holidays) (nullable): days from Monday to Friday on which nobody
 *   works, each once and in order
 *
 * Which days are worked: those from Monday to Friday that are no holidays.
 */
typedef struct
{
  const TrasDay *holidays;
  guint n_holidays;
} TrasWorkDays;

gboolean tras_work_days_has   (const TrasWorkDays *self,
                               TrasDay             day);
TrasDay  tras_work_days_next  (const TrasWorkDays *self,
                               TrasDay             day);
guint    tras_work_days_count (const TrasWorkDays *self,
                               TrasDay             from,
                               TrasDay             to);

gint64   tras_work_contracted (const TrasWorkDays *self,
                               gint64              week_minutes,
                               TrasDay             since,
                               TrasDay             from,
                               TrasDay             to);
gint64   tras_work_share      (const TrasWorkDays *self,
                               gint64              minutes,
                               TrasDay             from,
                               TrasDay             to,
                               TrasDay             day);

G_END_DECLS
