/* tras-print.h: puts pages on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrasPrintPage:
 * @cr: the page, its origin in the paper's corner
 * @width: how wide the paper is, in points
 * @height: how high
 * @page: its number, from 0
 * @data: the caller's
 *
 * Draws a page with its margins.
 */
typedef void (*TrasPrintPage) (cairo_t  *cr,
                               double    width,
                               double    height,
                               guint     page,
                               gpointer  data);

void tras_print (GtkWidget          *widget,
                 const char         *name,
                 GtkPageOrientation  orientation,
                 guint               n_pages,
                 TrasPrintPage       draw,
                 gpointer            data,
                 GDestroyNotify      data_free);

G_END_DECLS
