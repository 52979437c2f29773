/* tras-glyph.h: the shapes of verdicts and states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-palette.h"

G_BEGIN_DECLS

/**
 * TrasGlyph:
 * @TRAS_GLYPH_NONE: no verdict: a plain small ring on a chart, nothing in a cell
 * @TRAS_GLYPH_USUAL: nothing unusual: a ring with a wave
 * @TRAS_GLYPH_BETTER_UP: better than usual: a disc with an arrow up
 * @TRAS_GLYPH_BETTER_DOWN: a disc with an arrow down
 * @TRAS_GLYPH_WORSE_UP: worse than usual: a diamond with an arrow up
 * @TRAS_GLYPH_WORSE_DOWN: a diamond with an arrow down
 * @TRAS_GLYPH_UNUSUAL: unusual, neither good nor bad: a square
 * @TRAS_GLYPH_MEETS: will keep meeting the target: a tick in a box
 * @TRAS_GLYPH_MISSES: will keep missing it: a cross in a box
 * @TRAS_GLYPH_HIT_OR_MISS: a tilde in a box
 * @TRAS_GLYPH_MISSING: known to be missing: a dotted ring
 * @TRAS_GLYPH_LEFT_OUT: left out of the limits: a ring with a stroke through it
 *
 * The shape says it, the colour says it again. The arrow is the side on which the value lies.
 */
typedef enum
{
  TRAS_GLYPH_NONE,
  TRAS_GLYPH_USUAL,
  TRAS_GLYPH_BETTER_UP,
  TRAS_GLYPH_BETTER_DOWN,
  TRAS_GLYPH_WORSE_UP,
  TRAS_GLYPH_WORSE_DOWN,
  TRAS_GLYPH_UNUSUAL,
  TRAS_GLYPH_MEETS,
  TRAS_GLYPH_MISSES,
  TRAS_GLYPH_HIT_OR_MISS,
  TRAS_GLYPH_MISSING,
  TRAS_GLYPH_LEFT_OUT,
} TrasGlyph;

TrasColorRole  tras_glyph_get_color  (TrasGlyph          glyph);
gboolean       tras_glyph_is_unusual (TrasGlyph          glyph);
const char    *tras_glyph_get_words  (TrasGlyph          glyph);
void           tras_glyph_draw       (TrasGlyph          glyph,
                                      cairo_t           *cr,
                                      const TrasPalette *palette,
                                      double             x,
                                      double             y,
                                      double             size);

G_END_DECLS
