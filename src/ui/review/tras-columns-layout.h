/* tras-columns-layout.h: two columns, or one where it is narrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_COLUMNS_LAYOUT (tras_columns_layout_get_type ())

/**
 * TrasColumnsLayout:
 *
 * Puts the children one below the other, in turn into the first column and into the second; where
 * it is narrow, all into one.
 */
G_DECLARE_FINAL_TYPE (TrasColumnsLayout, tras_columns_layout, TRAS, COLUMNS_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *tras_columns_layout_new (int spacing,
                                           int least_width);

G_END_DECLS
