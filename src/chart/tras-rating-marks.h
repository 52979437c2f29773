/* tras-rating-marks.h: the scores of some months in the size of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-label-layout.h"
#include "tras-palette.h"

G_BEGIN_DECLS

void tras_rating_marks_draw (const int         *scores,
                             guint              n,
                             guint              most,
                             cairo_t           *cr,
                             const TrasPalette *palette,
                             const TrasRect    *rect,
                             gboolean           mirrored);

G_END_DECLS
