/* tras-a11y.h: can everything in a window be named, and reached by keyboard?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char      *tras_a11y_dup_name        (GtkWidget *widget);
char      *tras_a11y_dup_path        (GtkWidget *widget);
GPtrArray *tras_a11y_dup_unnamed     (GtkWidget *root);
GPtrArray *tras_a11y_dup_unreachable (GtkWindow *window,
                                      guint     *n_stops);

G_END_DECLS
