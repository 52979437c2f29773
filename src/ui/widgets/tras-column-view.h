/* tras-column-view.h: what the column view of GTK 4.8 has no function for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tras_column_view_get_rows  (GtkColumnView *view);
gboolean   tras_column_view_is_row_at (GtkColumnView *view,
                                       double         x,
                                       double         y);
void       tras_column_view_scroll_to (GtkColumnView *view,
                                       guint          position);
void       tras_column_view_select_focused
                                      (GtkColumnView *view);
void       tras_column_view_clear     (GtkColumnView *view);
GtkWidget *tras_column_view_set_at_end
                                      (GtkColumnView *view,
                                       guint          column);

G_END_DECLS
