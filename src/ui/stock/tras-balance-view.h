/* tras-balance-view.h: an item's balance over time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-item-stock.h"

G_BEGIN_DECLS

#define TRAS_TYPE_BALANCE_VIEW (tras_balance_view_get_type ())

/**
 * TrasBalanceView:
 *
 * The chart of an item's balance with a line of words under it: how long the stock lasts or, with
 * the pointer or the arrow keys on the chart, how much was there on a day.
 */
G_DECLARE_FINAL_TYPE (TrasBalanceView, tras_balance_view, TRAS, BALANCE_VIEW, GtkBox)

void tras_balance_view_set_stock (TrasBalanceView *self,
                                  TrasItemStock   *stock);

G_END_DECLS
