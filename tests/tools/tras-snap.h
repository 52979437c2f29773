/* tras-snap.h: pictures of widgets, taken in the process that shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        tras_snap_settle      (GtkWidget   *widget,
                                   void       (*answer) (gpointer data),
                                   gpointer     data);
GdkTexture *tras_snap_new_texture (GtkWidget   *widget,
                                   double       scale);
gboolean    tras_snap_save        (GtkWidget   *widget,
                                   double       scale,
                                   const char  *path);
gsize       tras_snap_compare     (GdkTexture  *a,
                                   GdkTexture  *b,
                                   guint        tolerance,
                                   guint       *largest,
                                   const char  *difference_path);

G_END_DECLS
