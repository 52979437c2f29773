/* tras-order-detail.h: an order in its pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ORDER_DETAIL (tras_order_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasOrderDetail, tras_order_detail, TRAS, ORDER_DETAIL, TrasDetail)

void tras_order_detail_do_next        (TrasOrderDetail *self);
void tras_order_detail_open_deviation (TrasOrderDetail *self);
void tras_order_detail_ship_part      (TrasOrderDetail *self);

G_END_DECLS
