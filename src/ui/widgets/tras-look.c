/* tras-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "tras-look.h"

/**
 * tras_look_is_mirrored:
 * @widget: a widget
 *
 * Returns: whether it is read from right to left
 */
gboolean
tras_look_is_mirrored (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

/**
 * tras_look_get_text_size:
 * @widget: a widget
 *
 * Returns: the size of its text in pixels, which large text makes larger
 */
double
tras_look_get_text_size (GtkWidget *widget)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size, resolution;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  resolution = pango_cairo_context_get_resolution (context);
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;

  return size;
}

/**
 * tras_look_new_texts:
 * @widget: a widget
 *
 * Returns: (transfer full): texts for a screen in its font, which no longer fit when its style or
 *   its direction changes
 */
TrasTextCache *
tras_look_new_texts (GtkWidget *widget)
{
  PangoContext *context;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  context = gtk_widget_get_pango_context (widget);

  return tras_text_cache_new (pango_context_get_font_description (context),
                              tras_look_is_mirrored (widget), TRUE);
}

/**
 * tras_look_get_palette_kind:
 *
 * Returns: the colors that fit the window, which may turn dark at any time
 */
TrasPaletteKind
tras_look_get_palette_kind (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? TRAS_PALETTE_DARK
                                                                       : TRAS_PALETTE_LIGHT;
}

/**
 * tras_look_get_palette:
 *
 * Returns: (transfer none): likewise
 */
const TrasPalette *
tras_look_get_palette (void)
{
  return tras_palette_get (tras_look_get_palette_kind ());
}

/**
 * tras_look_draw_texture:
 * @width: how wide it is
 * @height: how high it is
 * @scale: how many pixels of the screen a pixel has
 * @draw: draws it, once: lines cost more than their pixels
 * @data: data for @draw
 *
 * Returns: (transfer full): a picture as pixels
 */
GdkTexture *
tras_look_draw_texture (int           width,
                        int           height,
                        int           scale,
                        TrasLookDraw  draw,
                        gpointer      data)
{
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  gsize stride;

  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);
  g_return_val_if_fail (draw != NULL, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (cr, data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) (height * scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}
