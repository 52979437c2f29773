/* tras-load.h: work that is left, spread over the days that are left for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-work.h"

G_BEGIN_DECLS

void   tras_load_get_span (TrasDay              starts_on,
                           TrasDay              due_on,
                           TrasDay              first,
                           TrasDay             *from,
                           TrasDay             *to);
gint64 tras_load_of_week  (const TrasWorkDays  *days,
                           gint64               minutes,
                           TrasDay              from,
                           TrasDay              to,
                           TrasDay              first,
                           guint                week);
gint64 tras_load_add      (const TrasWorkDays  *days,
                           gint64               minutes,
                           TrasDay              from,
                           TrasDay              to,
                           TrasDay              first,
                           gint64              *weeks,
                           guint                n_weeks);

G_END_DECLS
