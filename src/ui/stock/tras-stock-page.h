/* tras-stock-page.h: the tab Stock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-lists-page.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STOCK_PAGE (tras_stock_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasStockPage, tras_stock_page, TRAS, STOCK_PAGE, TrasListsPage)

G_END_DECLS
