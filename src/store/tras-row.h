/* tras-row.h: a slot of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ROW (tras_row_get_type ())

/**
 * TrasRow:
 *
 * What stands at a position of a #TrasRowList. The object stays with its position: when the list is
 * sorted anew it shows another record and notifies, so that a view updates its cells instead of
 * making new ones.
 */
G_DECLARE_FINAL_TYPE (TrasRow, tras_row, TRAS, ROW, GObject)

gint64   tras_row_get_id     (TrasRow *self);
gpointer tras_row_get_record (TrasRow *self);

G_END_DECLS
