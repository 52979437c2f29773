/* tras-ticket-steps.h: how a ticket comes forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-deviation.h"
#include "tras-edit.h"
#include "tras-ticket.h"

G_BEGIN_DECLS

/* A ticket that nobody sets another date for is due in the evening of so many working days on. */
#define TRAS_TICKET_DUE_DAYS 3
#define TRAS_TICKET_DUE_HOUR 18

TrasTicket     *tras_ticket_draft           (gint64           now);
gint64          tras_ticket_get_usual_due   (gint64           opened_at);
TrasTicketStep *tras_ticket_draft_step      (TrasTicket      *ticket,
                                             gint64           now);
TrasEdit       *tras_ticket_add_step        (TrasTicket      *ticket,
                                             TrasTicketStep  *step);
TrasEdit       *tras_ticket_take_turn       (TrasTicket      *ticket,
                                             gint64           now);
TrasEdit       *tras_ticket_answer          (TrasTicket      *ticket,
                                             gint64           now);
TrasEdit       *tras_ticket_close           (TrasTicket      *ticket,
                                             gint64           now);
TrasEdit       *tras_ticket_reopen          (TrasTicket      *ticket,
                                             TrasTicketStep  *step);
TrasDeviation  *tras_ticket_draft_deviation (TrasTicket      *ticket,
                                             const char      *currency,
                                             TrasDay          today);
void            tras_ticket_link_deviation  (TrasTicket      *ticket,
                                             TrasEdit        *edit,
                                             TrasDeviation   *deviation);

G_END_DECLS
