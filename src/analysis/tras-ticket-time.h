/* tras-ticket-time.h: how long tickets take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many of a hundred tickets are resolved within the time that is said of nearly all. */
#define TRAS_TICKET_TIME_MOST 90

gint64 tras_ticket_time_get_median (const gint64 *seconds,
                                    gsize         n);
gint64 tras_ticket_time_get_rank   (const gint64 *seconds,
                                    gsize         n,
                                    int           percent);

G_END_DECLS
