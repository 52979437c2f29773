/* tras-purchase-detail.h: an order to a supplier
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PURCHASE_DETAIL (tras_purchase_detail_get_type ())

/**
 * TrasPurchaseDetail:
 *
 * An order, how far it is, and what brings it on: sent, on paper, received, ended.
 */
G_DECLARE_FINAL_TYPE (TrasPurchaseDetail, tras_purchase_detail, TRAS, PURCHASE_DETAIL, TrasDetail)

G_END_DECLS
