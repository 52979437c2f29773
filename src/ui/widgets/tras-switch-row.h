/* tras-switch-row.h: a yes or no of a record, changed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SWITCH_ROW (tras_switch_row_get_type ())

G_DECLARE_FINAL_TYPE (TrasSwitchRow, tras_switch_row, TRAS, SWITCH_ROW, AdwActionRow)

G_END_DECLS
