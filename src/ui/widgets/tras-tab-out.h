/* tras-tab-out.h: Tab leaves a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tras_tab_out_add (GtkWidget *view);

G_END_DECLS
