/* tras-ticket-forms.h: what is asked when somebody asks, and what was done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"
#include "tras-ticket.h"

G_BEGIN_DECLS

void tras_ticket_forms_new         (GtkWidget       *owner,
                                    TrasStore       *store,
                                    gint64           customer_id,
                                    gint64           sale_id);
void tras_ticket_forms_add_step    (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasTicket      *ticket);
void tras_ticket_forms_change_step (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasTicket      *ticket,
                                    TrasTicketStep  *step);
void tras_ticket_forms_close       (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasTicket      *ticket);
void tras_ticket_forms_reopen      (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasTicket      *ticket);

G_END_DECLS
