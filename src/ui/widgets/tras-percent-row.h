/* tras-percent-row.h: edits a percentage with the arrow keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_PERCENT_ROW (tras_percent_row_get_type ())

/**
 * TrasPercentRow:
 *
 * A #TrasFieldEditor for integers from 0 to 100. What is typed or stepped to is handed on as one
 * change, once it has stood for a moment or the row is left.
 */
G_DECLARE_FINAL_TYPE (TrasPercentRow, tras_percent_row, TRAS, PERCENT_ROW, AdwActionRow)

G_END_DECLS
