/* tras-rating-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rating-marks.h"

/* How much of its place a column takes, and how high it is at least. */
#define FILL 0.68
#define LEAST 2.0

/**
 * tras_rating_marks_draw:
 * @scores: (array length=n): scores from 1 to @most, the oldest first; 0 for a month without one
 * @n: their count
 * @most: the best score
 * @cr: where to draw
 * @palette: the colours
 * @rect: where they stand, each in a place of its own, so that those of a list stand below each
 *   other
 * @mirrored: whether it is read from right to left
 *
 * A column a month, as high as its score; a month without one is a dot. The newest stands out.
 */
void
tras_rating_marks_draw (const int         *scores,
                        guint              n,
                        guint              most,
                        cairo_t           *cr,
                        const TrasPalette *palette,
                        const TrasRect    *rect,
                        gboolean           mirrored)
{
  double pitch;

  g_return_if_fail (scores != NULL && n > 0 && most > 0);
  g_return_if_fail (cr != NULL && palette != NULL && rect != NULL);

  pitch = rect->width / n;
  for (guint i = 0; i < n; i++)
    {
      double x = rect->x + (mirrored ? n - 1 - i : i) * pitch + pitch * (1 - FILL) / 2;
      double bottom = rect->y + rect->height;

      if (scores[i] <= 0)
        {
          tras_palette_set_source (palette, TRAS_COLOR_DIM_TEXT, cr);
          cairo_new_sub_path (cr);
          cairo_arc (cr, x + pitch * FILL / 2, bottom - LEAST, LEAST * 0.75, 0, 2 * G_PI);
          cairo_fill (cr);
          continue;
        }
      tras_palette_set_source (palette, i + 1 == n ? TRAS_COLOR_TEXT : TRAS_COLOR_SERIES, cr);
      cairo_rectangle (cr, x, bottom - rect->height * scores[i] / most, pitch * FILL,
                       rect->height * scores[i] / most);
      cairo_fill (cr);
    }
}
