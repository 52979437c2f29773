/* tras-ticket-detail.h: one ticket
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TICKET_DETAIL (tras_ticket_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasTicketDetail, tras_ticket_detail, TRAS, TICKET_DETAIL, TrasDetail)

void tras_ticket_detail_do_next        (TrasTicketDetail *self);
void tras_ticket_detail_add_step       (TrasTicketDetail *self);
void tras_ticket_detail_take_turn      (TrasTicketDetail *self);
void tras_ticket_detail_show_deviation (TrasTicketDetail *self);

G_END_DECLS
