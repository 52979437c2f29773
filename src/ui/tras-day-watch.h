/* tras-day-watch.h: says when the day is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRAS_TYPE_DAY_WATCH (tras_day_watch_get_type ())

G_DECLARE_FINAL_TYPE (TrasDayWatch, tras_day_watch, TRAS, DAY_WATCH, GObject)

TrasDayWatch *tras_day_watch_get_default (void);
void          tras_day_watch_look        (TrasDayWatch *self);

G_END_DECLS
