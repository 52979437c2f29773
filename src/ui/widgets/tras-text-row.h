/* tras-text-row.h: a text of several lines of a record, changed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_TEXT_ROW (tras_text_row_get_type ())

G_DECLARE_FINAL_TYPE (TrasTextRow, tras_text_row, TRAS, TEXT_ROW, AdwPreferencesRow)

void tras_text_row_set_least_height (TrasTextRow *self,
                                     int          height);

G_END_DECLS
