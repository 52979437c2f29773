/* tras-item-detail.h: an item: what is there, how it went, and what is known of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ITEM_DETAIL (tras_item_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasItemDetail, tras_item_detail, TRAS, ITEM_DETAIL, TrasDetail)

G_END_DECLS
