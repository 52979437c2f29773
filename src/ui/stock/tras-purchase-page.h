/* tras-purchase-page.h: orders to suppliers, in the tab Stock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_PURCHASE_PAGE (tras_purchase_page_get_type ())

/**
 * TrasPurchasePage:
 *
 * The list of all orders to suppliers: drafts, what was sent, and what is closed.
 */
G_DECLARE_FINAL_TYPE (TrasPurchasePage, tras_purchase_page, TRAS, PURCHASE_PAGE, GtkWidget)

G_END_DECLS
