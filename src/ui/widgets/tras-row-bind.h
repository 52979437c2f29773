/* tras-row-bind.h: what a cell shows follows the record of its row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tras_row_bind (gpointer        widget,
                    const char     *property,
                    GType           type,
                    GCallback       callback,
                    gpointer        user_data,
                    GClosureNotify  notify,
                    GtkListItem    *item);

G_END_DECLS
