/* tras-choice-row.h: a choice of a record, changed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_CHOICE_ROW (tras_choice_row_get_type ())

G_DECLARE_FINAL_TYPE (TrasChoiceRow, tras_choice_row, TRAS, CHOICE_ROW, AdwActionRow)

G_END_DECLS
