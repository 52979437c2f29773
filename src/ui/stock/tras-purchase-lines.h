/* tras-purchase-lines.h: what an order consists of, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"
#include "tras-purchase-steps.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PURCHASE_LINES (tras_purchase_lines_get_type ())

/**
 * TrasPurchaseLines:
 *
 * The lines of an order: how much of each, what came and what has still to come. Lines of a draft
 * are changed here, goods of an order that was sent are received.
 */
G_DECLARE_FINAL_TYPE (TrasPurchaseLines, tras_purchase_lines, TRAS, PURCHASE_LINES,
                      TrasDetailSection)

G_END_DECLS
