/* tras-deviation-forms.h: what is asked about a deviation in a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-deviation.h"
#include "tras-store.h"
#include "tras-ticket.h"

G_BEGIN_DECLS

void tras_deviation_forms_new        (GtkWidget     *owner,
                                      TrasStore     *store);
void tras_deviation_forms_open       (GtkWidget     *owner,
                                      TrasStore     *store,
                                      TrasDeviation *draft);
void tras_deviation_forms_ticket     (GtkWidget     *owner,
                                      TrasStore     *store,
                                      TrasTicket    *ticket);
void tras_deviation_forms_add_action (GtkWidget     *owner,
                                      TrasStore     *store,
                                      TrasDeviation *deviation);
void tras_deviation_forms_reopen     (GtkWidget     *owner,
                                      TrasStore     *store,
                                      TrasDeviation *deviation);

G_END_DECLS
