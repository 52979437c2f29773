/* tras-ticket-rules.h: what cannot be of a ticket and of its steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-ticket.h"

G_BEGIN_DECLS

gboolean tras_ticket_check          (TrasTicket      *self,
                                     TrasDb          *db,
                                     const char     **field,
                                     GError         **error);
gboolean tras_ticket_step_check     (TrasTicketStep  *self,
                                     TrasTicket      *ticket,
                                     const char     **field,
                                     GError         **error);
gboolean tras_ticket_step_check_row (TrasTicketStep  *self,
                                     TrasDb          *db,
                                     const char     **field,
                                     GError         **error);
gboolean tras_ticket_rules_check    (TrasEdit        *edit,
                                     TrasDb          *db,
                                     GError         **error);

G_END_DECLS
