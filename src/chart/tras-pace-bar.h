/* tras-pace-bar.h: how far a goal has come, and how far it should have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-glyph.h"
#include "tras-label-layout.h"

G_BEGIN_DECLS

/**
 * TrasPaceBar:
 * @progress: 0 at the start, 1 at the goal; below 0 is worse than at the start, above 1 more than
 *   was wanted; NAN for not measured
 * @expected: where it should be today, 0 to 1; NAN for no plan
 * @glyph: how it goes, which gives the colour: %TRAS_GLYPH_NONE or one of those that call for
 *   attention
 */
typedef struct
{
  double    progress;
  double    expected;
  TrasGlyph glyph;
} TrasPaceBar;

void tras_pace_bar_draw (const TrasPaceBar *self,
                         cairo_t           *cr,
                         const TrasPalette *palette,
                         const TrasRect    *rect,
                         gboolean           mirrored);

G_END_DECLS
