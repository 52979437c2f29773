/* tras-glyph-paintable.h: a verdict's shape as an image
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-glyph.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GLYPH_PAINTABLE (tras_glyph_paintable_get_type ())

G_DECLARE_FINAL_TYPE (TrasGlyphPaintable, tras_glyph_paintable, TRAS, GLYPH_PAINTABLE, GObject)

GdkPaintable *tras_glyph_paintable_new (TrasGlyph glyph,
                                        int       size);

G_END_DECLS
