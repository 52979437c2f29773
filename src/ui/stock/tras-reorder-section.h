/* tras-reorder-section.h: the level that an item should be bought at, in its pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REORDER_SECTION (tras_reorder_section_get_type ())

/**
 * TrasReorderSection:
 *
 * Proposes another level where the item's use and the days until an order comes ask for one, with
 * the reason, and a button that takes it.
 */
G_DECLARE_FINAL_TYPE (TrasReorderSection, tras_reorder_section, TRAS, REORDER_SECTION,
                      TrasDetailSection)

G_END_DECLS
