/* tras-ticket-trail.h: what was done about a ticket, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TICKET_TRAIL (tras_ticket_trail_get_type ())

G_DECLARE_FINAL_TYPE (TrasTicketTrail, tras_ticket_trail, TRAS, TICKET_TRAIL, TrasDetailSection)

G_END_DECLS
