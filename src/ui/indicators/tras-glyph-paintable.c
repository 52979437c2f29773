/* tras-glyph-paintable.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "tras-glyph-paintable.h"
#include "tras-look.h"

/**
 * TrasGlyphPaintable:
 *
 * The same shape as on charts, in the colours of the window, which may turn dark at any time.
 */
struct _TrasGlyphPaintable
{
  GObject parent_instance;

  TrasGlyph glyph;
  int size;
};

static void paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasGlyphPaintable, tras_glyph_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
tras_glyph_paintable_snapshot (GdkPaintable *paintable,
                               GdkSnapshot  *snapshot,
                               double        width,
                               double        height)
{
  TrasGlyphPaintable *self = TRAS_GLYPH_PAINTABLE (paintable);
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  tras_glyph_draw (self->glyph, cr, tras_look_get_palette (), width / 2, height / 2,
                   MIN (width, height) * 0.84);
  cairo_destroy (cr);
}

static int
tras_glyph_paintable_get_size (GdkPaintable *paintable)
{
  return TRAS_GLYPH_PAINTABLE (paintable)->size;
}

static GdkPaintableFlags
tras_glyph_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = tras_glyph_paintable_snapshot;
  iface->get_intrinsic_width = tras_glyph_paintable_get_size;
  iface->get_intrinsic_height = tras_glyph_paintable_get_size;
  iface->get_flags = tras_glyph_paintable_get_flags;
}

static void
tras_glyph_paintable_class_init (TrasGlyphPaintableClass *klass)
{
}

static void
tras_glyph_paintable_init (TrasGlyphPaintable *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gdk_paintable_invalidate_contents), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tras_glyph_paintable_new:
 * @glyph: a shape
 * @size: its width and height in pixels
 *
 * Returns: (transfer full): an image of it
 */
GdkPaintable *
tras_glyph_paintable_new (TrasGlyph glyph,
                          int       size)
{
  TrasGlyphPaintable *self = g_object_new (TRAS_TYPE_GLYPH_PAINTABLE, NULL);

  self->glyph = glyph;
  self->size = size;

  return GDK_PAINTABLE (self);
}
