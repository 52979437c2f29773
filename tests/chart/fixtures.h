/* fixtures.h: data and paper for the tests of charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <math.h>

#include "tras-trend-chart.h"

G_BEGIN_DECLS

/* 2025-01-06, a Monday. */
#define FIRST_DAY 20094

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
} Paper;

static inline Paper
paper_new (int width,
           int height)
{
  Paper paper;

  paper.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  paper.cr = cairo_create (paper.surface);

  return paper;
}

static inline void
paper_clear (Paper *paper)
{
  g_assert_cmpint (cairo_status (paper->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (paper->cr);
  g_assert_cmpint (cairo_surface_status (paper->surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (paper->surface);
}

static inline guint8
paper_get_alpha (const Paper *paper,
                 int          x,
                 int          y)
{
  const guint8 *data;

  cairo_surface_flush (paper->surface);
  data = cairo_image_surface_get_data (paper->surface);
  data += y * cairo_image_surface_get_stride (paper->surface);

  return ((const guint32 *) (gconstpointer) data)[x] >> 24;
}

static inline guint
paper_count_ink (const Paper *paper)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (paper->surface); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (paper->surface); x++)
        n += paper_get_alpha (paper, x, y) != 0;
    }

  return n;
}

/* Everything that a chart can show: n weeks, two segments, a target's path, marks and notes. */
static inline TrasTrendData *
make_weeks (guint n)
{
  TrasTrendData *data = tras_trend_data_new ("Orders late", "%", 1, TRAS_EVERY_WEEK,
                                             TRAS_TREND_BETTER_DOWN, "fewer is better");
  TrasDay half = FIRST_DAY + (TrasDay) (n / 2) * 7;
  TrasDay last = FIRST_DAY + (TrasDay) MAX (n, 1) * 7 - 7;
  double this_year[12], last_year[12];

  for (guint i = 0; i < n; i++)
    tras_trend_data_add_point (data, FIRST_DAY + (TrasDay) i * 7,
                               i % 17 == 5 ? NAN : 5 + 4 * sin (i * 1.7),
                               i % 6 == 1 ? TRAS_GLYPH_WORSE_UP :
                               i % 10 == 3 ? TRAS_GLYPH_BETTER_DOWN : TRAS_GLYPH_USUAL,
                               i % 29 == 7,
                               i % 13 == 8 ? "a carrier on strike" : NULL);
  if (n > 1)
    {
      const TrasTrendSegment segments[] = {
        { FIRST_DAY, half - 7, 5, 0, 9.5, TRUE, FALSE, FALSE },
        { half, last, 4.5, 1.25, 8.4, FALSE, FALSE, FALSE },
      };
      const TrasTrendTarget targets[] = {
        { FIRST_DAY, half, 6, 6, NAN },
        { half, last + 70, 4, 4, 8 },
      };

      for (guint i = 0; i < 2; i++)
        {
          if (segments[i].from <= segments[i].to)
            tras_trend_data_add_segment (data, &segments[i]);
          tras_trend_data_add_target (data, &targets[i]);
        }
    }
  for (guint i = 0; i < n; i += 9)
    tras_trend_data_add_mark (data, FIRST_DAY + (TrasDay) i * 7, i / 9 % 5,
                              i % 2 == 0 ? "two shifts in the warehouse" : "new carrier");
  for (guint i = 0; i < 12; i++)
    {
      this_year[i] = i < 9 ? 4 + i * 0.3 : NAN;
      last_year[i] = 5 - i * 0.2;
    }
  tras_trend_data_set_months (data, tras_day_new (2025, 1, 1), this_year, last_year);

  return data;
}

G_END_DECLS
