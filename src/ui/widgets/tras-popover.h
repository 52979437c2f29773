/* tras-popover.h: a popover at a place of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tras_popover_open (GtkWidget          *popover,
                        GtkWidget          *parent,
                        const GdkRectangle *place);

G_END_DECLS
