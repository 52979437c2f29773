/* tras-buy-page.h: what is to be bought, in the tab Stock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_BUY_PAGE (tras_buy_page_get_type ())

/**
 * TrasBuyPage:
 *
 * What is to be bought, by supplier and with the reason of each line; one button makes drafts of
 * it.
 */
G_DECLARE_FINAL_TYPE (TrasBuyPage, tras_buy_page, TRAS, BUY_PAGE, AdwBin)

G_END_DECLS
