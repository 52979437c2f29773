/* tras-help.h: the help page that belongs to what is on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        tras_help_set_page  (GtkWidget  *widget,
                                 const char *page);
void        tras_help_add_key   (GtkWindow  *window);
const char *tras_help_find_page (GtkWindow  *window);
void        tras_help_present   (GtkWindow  *window,
                                 const char *page);
GtkWidget  *tras_help_new_link  (const char *label,
                                 const char *page);

G_END_DECLS
