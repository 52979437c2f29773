/* tras-stockout-detail.h: an item that ran out, and what was learned from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STOCKOUT_DETAIL (tras_stockout_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasStockoutDetail, tras_stockout_detail, TRAS, STOCKOUT_DETAIL, TrasDetail)

void tras_stockout_detail_open_deviation (TrasStockoutDetail *self);

G_END_DECLS
