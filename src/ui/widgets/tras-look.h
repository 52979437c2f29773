/* tras-look.h: how a widget that draws itself has to look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-palette.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasLookDraw:
 * @cr: where to draw, from (0, 0)
 * @data: the caller's
 *
 * Draws a picture.
 */
typedef void (*TrasLookDraw) (cairo_t  *cr,
                              gpointer  data);

gboolean           tras_look_is_mirrored      (GtkWidget *widget);
double             tras_look_get_text_size    (GtkWidget *widget);
TrasTextCache     *tras_look_new_texts        (GtkWidget *widget);
TrasPaletteKind    tras_look_get_palette_kind (void);
const TrasPalette *tras_look_get_palette      (void);
GdkTexture        *tras_look_draw_texture     (int           width,
                                               int           height,
                                               int           scale,
                                               TrasLookDraw  draw,
                                               gpointer      data);

G_END_DECLS
