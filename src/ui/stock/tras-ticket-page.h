/* tras-ticket-page.h: what customers and other areas ask and complain about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_TICKET_PAGE (tras_ticket_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasTicketPage, tras_ticket_page, TRAS, TICKET_PAGE, GtkWidget)

G_END_DECLS
