/* tras-ticket-list.h: the tickets of a customer, of an order, of a deviation, between two areas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_CUSTOMER_TICKETS (tras_customer_tickets_get_type ())

G_DECLARE_FINAL_TYPE (TrasCustomerTickets, tras_customer_tickets, TRAS, CUSTOMER_TICKETS,
                      TrasDetailSection)

#define TRAS_TYPE_ORDER_TICKETS (tras_order_tickets_get_type ())

G_DECLARE_FINAL_TYPE (TrasOrderTickets, tras_order_tickets, TRAS, ORDER_TICKETS, TrasDetailSection)

#define TRAS_TYPE_DEVIATION_TICKETS (tras_deviation_tickets_get_type ())

G_DECLARE_FINAL_TYPE (TrasDeviationTickets, tras_deviation_tickets, TRAS, DEVIATION_TICKETS,
                      TrasDetailSection)

#define TRAS_TYPE_SERVICE_TICKETS (tras_service_tickets_get_type ())

G_DECLARE_FINAL_TYPE (TrasServiceTickets, tras_service_tickets, TRAS, SERVICE_TICKETS,
                      TrasDetailSection)

G_END_DECLS
