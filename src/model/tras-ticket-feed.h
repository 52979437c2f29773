/* tras-ticket-feed.h: how long tickets take, and what they cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-feed.h"

G_BEGIN_DECLS

GArray *tras_ticket_feed_load (const TrasFeed  *feed,
                               TrasDb          *db,
                               TrasEvery        every,
                               gint32           first,
                               gint32           last,
                               GError         **error);

G_END_DECLS
