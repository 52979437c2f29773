/* tras-icon-button.h: a flat button with an icon, for rows and headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tras_icon_button_new (const char *icon_name,
                                 const char *words);

G_END_DECLS
