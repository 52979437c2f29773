/* tras-order-lines.h: what an order names, in its pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ORDER_LINES (tras_order_lines_get_type ())

G_DECLARE_FINAL_TYPE (TrasOrderLines, tras_order_lines, TRAS, ORDER_LINES, TrasDetailSection)

G_END_DECLS
