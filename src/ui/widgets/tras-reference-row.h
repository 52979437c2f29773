/* tras-reference-row.h: what a record refers to, changed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_REFERENCE_ROW (tras_reference_row_get_type ())

G_DECLARE_FINAL_TYPE (TrasReferenceRow, tras_reference_row, TRAS, REFERENCE_ROW, AdwActionRow)

G_END_DECLS
