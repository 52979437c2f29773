/* tras-text-cache.h: laid-out texts of a chart, kept from one frame to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "tras-label-layout.h"

G_BEGIN_DECLS

typedef struct _TrasTextCache TrasTextCache;

TrasTextCache *tras_text_cache_new  (const PangoFontDescription *font,
                                     gboolean                    mirrored,
                                     gboolean                    has_pixels);
gboolean       tras_text_has_pixels (cairo_t                    *cr);
void           tras_text_cache_free (TrasTextCache              *self);
PangoLayout   *tras_text_cache_get  (TrasTextCache              *self,
                                     const char                 *text,
                                     double                      size,
                                     gboolean                    bold,
                                     double                      max_width);
PangoLayout   *tras_text_cache_get_lines
                                    (TrasTextCache              *self,
                                     const char                 *text,
                                     double                      size,
                                     gboolean                    bold,
                                     double                      max_width,
                                     guint                       n_lines);
void           tras_text_get_size   (PangoLayout                *layout,
                                     double                     *width,
                                     double                     *height);
void           tras_text_draw       (PangoLayout                *layout,
                                     cairo_t                    *cr,
                                     double                      x,
                                     double                      y);
double         tras_text_draw_by    (PangoLayout                *layout,
                                     cairo_t                    *cr,
                                     const TrasRect             *paper,
                                     double                      x,
                                     double                      y,
                                     double                      before,
                                     gboolean                    mirrored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTextCache, tras_text_cache_free)

G_END_DECLS
