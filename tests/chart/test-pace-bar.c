/* test-pace-bar.c: filling and tick of the pace bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-pace-bar.h"

#define WIDTH 202

static const TrasRect cell = { 0, 0, WIDTH, 20 };

/* The colour in the middle of the bar's height. */
static guint32
get_pixel (const Paper *paper,
           int          x)
{
  const guint8 *row;

  cairo_surface_flush (paper->surface);
  row = cairo_image_surface_get_data (paper->surface) +
        10 * cairo_image_surface_get_stride (paper->surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static Paper
draw (double   progress,
      double   expected,
      gboolean mirrored)
{
  TrasPaceBar bar = { progress, expected, TRAS_GLYPH_WORSE_DOWN };
  Paper paper = paper_new (WIDTH, 20);

  tras_pace_bar_draw (&bar, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), &cell, mirrored);

  return paper;
}

static void
test_filled_share (void)
{
  guint32 filled = tras_palette_get (TRAS_PALETTE_LIGHT)->colors[TRAS_COLOR_WORSE];

  for (guint percent = 10; percent <= 90; percent += 20)
    {
      Paper paper = draw (percent / 100.0, NAN, FALSE);
      Paper mirrored = draw (percent / 100.0, NAN, TRUE);
      int border = 2 * percent + 1;

      g_assert_cmphex (get_pixel (&paper, border - 3), ==, filled);
      g_assert_cmphex (get_pixel (&paper, border + 3), !=, filled);
      g_assert_cmphex (get_pixel (&mirrored, WIDTH - 1 - border + 3), ==, filled);
      g_assert_cmphex (get_pixel (&mirrored, WIDTH - 1 - border - 3), !=, filled);
      paper_clear (&paper);
      paper_clear (&mirrored);
    }
}

static void
test_tick (void)
{
  guint32 tick = tras_palette_get (TRAS_PALETTE_LIGHT)->colors[TRAS_COLOR_TEXT];
  Paper paper = draw (0.2, 0.5, FALSE);
  Paper beyond = draw (0.2, 7, FALSE);

  g_assert_cmphex (get_pixel (&paper, 101), ==, tick);
  g_assert_cmphex (get_pixel (&paper, 105), !=, tick);
  g_assert_cmpuint (paper_get_alpha (&beyond, WIDTH - 2, 1), >, 0);
  paper_clear (&paper);
  paper_clear (&beyond);
}

/* Worse than at the start is hatched: filling and ground in turns, not one colour. */
static void
test_negative (void)
{
  guint32 ground = tras_palette_get (TRAS_PALETTE_LIGHT)->colors[TRAS_COLOR_GRID];
  Paper paper = draw (-0.5, NAN, FALSE);
  guint n_changes = 0;

  for (int x = 5; x < 95; x++)
    n_changes += (get_pixel (&paper, x) == ground) != (get_pixel (&paper, x + 1) == ground);
  g_assert_cmpuint (n_changes, >, 10);
  for (int x = 110; x < 190; x++)
    g_assert_cmphex (get_pixel (&paper, x), ==, ground);
  paper_clear (&paper);
}

static void
test_odd_values (void)
{
  static const double values[] = { NAN, INFINITY, -INFINITY, -3, 0, 1, 1.4, 1e300 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      Paper paper = draw (values[i], values[i], i % 2 == 0);

      g_assert_cmpuint (paper_count_ink (&paper), >, 100);
      paper_clear (&paper);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/pace-bar/filled-share", test_filled_share);
  g_test_add_func ("/chart/pace-bar/tick", test_tick);
  g_test_add_func ("/chart/pace-bar/negative", test_negative);
  g_test_add_func ("/chart/pace-bar/odd-values", test_odd_values);

  return g_test_run ();
}
