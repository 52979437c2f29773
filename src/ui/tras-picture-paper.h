/* tras-picture-paper.h: a drawn picture as a file and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-palette.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasPictureKind:
 * @get_size: says how large the picture was made
 * @draw: draws it without a cursor, from (0, 0)
 * @free: lets go of it
 *
 * What differs between pictures.
 */
typedef struct
{
  void (*get_size) (gpointer           picture,
                    double            *width,
                    double            *height);
  void (*draw)     (gpointer           picture,
                    cairo_t           *cr,
                    const TrasPalette *palette,
                    TrasTextCache     *texts);
  GDestroyNotify free;
} TrasPictureKind;

void tras_picture_paper_print (GtkWidget             *widget,
                               const TrasPictureKind *kind,
                               gpointer               picture,
                               const char            *title);
void tras_picture_paper_save  (GtkWidget             *widget,
                               const TrasPictureKind *kind,
                               gpointer               picture,
                               const char            *title);

G_END_DECLS
