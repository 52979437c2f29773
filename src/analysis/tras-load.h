/* tras-load.h: work that is left, spread over the days that are left for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* Monday to Friday. */
#define TRAS_LOAD_WEEK_DAYS 5

TrasDay tras_load_first_day  (TrasDay  today);
guint   tras_load_count_days (TrasDay  from,
                              TrasDay  to);
void    tras_load_get_span   (TrasDay  starts_on,
                              TrasDay  due_on,
                              TrasDay  first,
                              TrasDay *from,
                              TrasDay *to);
gint64  tras_load_until      (gint64   minutes,
                              TrasDay  from,
                              TrasDay  to,
                              TrasDay  day);
gint64  tras_load_of_week    (gint64   minutes,
                              TrasDay  from,
                              TrasDay  to,
                              TrasDay  first,
                              guint    week);
gint64  tras_load_add        (gint64   minutes,
                              TrasDay  from,
                              TrasDay  to,
                              TrasDay  first,
                              gint64  *weeks,
                              guint    n_weeks);

G_END_DECLS
