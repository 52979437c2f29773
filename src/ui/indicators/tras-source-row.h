/* tras-source-row.h: where an indicator has its numbers from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TrasSourceRow:
 *
 * Shows the source of an indicator and changes it: typed, imported, a formula or a feed. Below it
 * stands the formula, or what the feed counts.
 */
#define TRAS_TYPE_SOURCE_ROW (tras_source_row_get_type ())

G_DECLARE_FINAL_TYPE (TrasSourceRow, tras_source_row, TRAS, SOURCE_ROW, AdwPreferencesRow)

GtkWidget  *tras_source_row_new       (void);
const char *tras_source_row_get_words (TrasSourceRow *self);

G_END_DECLS
