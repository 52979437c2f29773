/* tras-spent-cell.h: money spent of money planned, in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SPENT_CELL (tras_spent_cell_get_type ())

/**
 * TrasSpentCell:
 *
 * “246 of 180”, in whole units of the firm's currency, without the currency. More than was planned
 * is marked by an icon and a colour, and a tooltip says by how much. Stands in a #TrasPage.
 */
G_DECLARE_FINAL_TYPE (TrasSpentCell, tras_spent_cell, TRAS, SPENT_CELL, GtkWidget)

void tras_spent_cell_set_record (TrasSpentCell *self,
                                 TrasRecord    *record);

G_END_DECLS
