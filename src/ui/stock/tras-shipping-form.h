/* tras-shipping-form.h: what of an order is sent now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_shipping_form_open (GtkWidget *owner,
                              TrasStore *store,
                              gint64     sale_id);

G_END_DECLS
