/* tras-mark-button.h: one of the marks from 1 to 5 that a row is rated with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tras_mark_button_new      (int              mark,
                                      const char      *meaning,
                                      const char      *label);
int        tras_mark_button_from_key (guint            keyval,
                                      GdkModifierType  state);

G_END_DECLS
