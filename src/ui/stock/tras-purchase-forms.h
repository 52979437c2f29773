/* tras-purchase-forms.h: what is asked of orders to suppliers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-purchase.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_purchase_forms_new  (GtkWidget        *owner,
                               TrasStore        *store);
void tras_purchase_forms_line (GtkWidget        *owner,
                               TrasStore        *store,
                               TrasPurchase     *purchase,
                               TrasPurchaseLine *line);

G_END_DECLS
