/* tras-order-page.h: what customers order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_ORDER_PAGE (tras_order_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasOrderPage, tras_order_page, TRAS, ORDER_PAGE, GtkWidget)

G_END_DECLS
