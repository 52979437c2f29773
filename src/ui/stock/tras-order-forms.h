/* tras-order-forms.h: what is asked when somebody orders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-sale.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_order_forms_new         (GtkWidget     *owner,
                                   TrasStore     *store,
                                   gint64         customer_id);
void tras_order_forms_add_line    (GtkWidget     *owner,
                                   TrasStore     *store,
                                   TrasSale      *sale);
void tras_order_forms_change_line (GtkWidget     *owner,
                                   TrasStore     *store,
                                   TrasSale      *sale,
                                   TrasSaleLine  *line);
void tras_order_forms_bill_anew   (GtkWidget     *owner,
                                   TrasStore     *store,
                                   TrasSale      *sale);

G_END_DECLS
