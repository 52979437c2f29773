/* tras-money-page.h: what plans take of money
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_MONEY_PAGE (tras_money_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasMoneyPage, tras_money_page, TRAS, MONEY_PAGE, AdwBin)

void tras_money_page_set_store (TrasMoneyPage *self,
                                TrasStore     *store);
void tras_money_page_focus     (TrasMoneyPage *self);

G_END_DECLS
