/* tras-entry-row.h: a text, number, amount or date of a record, changed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_ENTRY_ROW (tras_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (TrasEntryRow, tras_entry_row, TRAS, ENTRY_ROW, AdwEntryRow)

G_END_DECLS
