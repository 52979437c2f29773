/* test-glyph.c: the shapes are told apart without their colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "tras-glyph.h"

#define SIDE 32

static Paper
draw (TrasGlyph glyph,
      double    size)
{
  Paper paper = paper_new (SIDE, SIDE);

  tras_glyph_draw (glyph, paper.cr, tras_palette_get (TRAS_PALETTE_PRINT),
                   SIDE / 2.0, SIDE / 2.0, size);

  return paper;
}

/* How many pixels differ by more than a third in darkness, paper being white. */
static guint
count_difference (const Paper *a,
                  const Paper *b)
{
  guint n = 0;

  cairo_surface_flush (a->surface);
  cairo_surface_flush (b->surface);
  for (int y = 0; y < SIDE; y++)
    {
      const guint8 *one = cairo_image_surface_get_data (a->surface) +
                          y * cairo_image_surface_get_stride (a->surface);
      const guint8 *other = cairo_image_surface_get_data (b->surface) +
                            y * cairo_image_surface_get_stride (b->surface);

      for (int x = 0; x < SIDE; x++)
        {
          int darkness = one[x * 4 + 3] - one[x * 4];
          int other_darkness = other[x * 4 + 3] - other[x * 4];

          n += ABS (darkness - other_darkness) > 85;
        }
    }

  return n;
}

static void
test_distinct (void)
{
  for (TrasGlyph a = TRAS_GLYPH_USUAL; a <= TRAS_GLYPH_LEFT_OUT; a++)
    {
      for (TrasGlyph b = a + 1; b <= TRAS_GLYPH_LEFT_OUT; b++)
        {
          Paper one = draw (a, 24);
          Paper other = draw (b, 24);

          g_assert_cmpuint (count_difference (&one, &other), >=, 12);
          paper_clear (&one);
          paper_clear (&other);
        }
    }
}

static void
test_inside_size (void)
{
  for (TrasGlyph glyph = TRAS_GLYPH_NONE; glyph <= TRAS_GLYPH_LEFT_OUT; glyph++)
    {
      for (double size = 1; size <= 24; size += 1.5)
        {
          Paper paper = draw (glyph, size);
          /* A diamond of the same weight as a disc reaches a little farther. */
          double reach = size * 0.6 + 1.5;

          g_assert_cmpuint (paper_count_ink (&paper), >, 0);
          for (int y = 0; y < SIDE; y++)
            {
              for (int x = 0; x < SIDE; x++)
                {
                  if (fabs (x + 0.5 - SIDE / 2) > reach || fabs (y + 0.5 - SIDE / 2) > reach)
                    g_assert_cmpuint (paper_get_alpha (&paper, x, y), ==, 0);
                }
            }
          paper_clear (&paper);
        }
    }
}

static void
test_words (void)
{
  g_assert_null (tras_glyph_get_words (TRAS_GLYPH_NONE));
  for (TrasGlyph glyph = TRAS_GLYPH_USUAL; glyph <= TRAS_GLYPH_LEFT_OUT; glyph++)
    g_assert_cmpuint (strlen (tras_glyph_get_words (glyph)), >, 0);
  g_assert_true (tras_glyph_is_unusual (TRAS_GLYPH_UNUSUAL));
  g_assert_true (tras_glyph_is_unusual (TRAS_GLYPH_BETTER_UP));
  g_assert_false (tras_glyph_is_unusual (TRAS_GLYPH_USUAL));
  g_assert_false (tras_glyph_is_unusual (TRAS_GLYPH_MISSES));
  g_assert_cmpint (tras_glyph_get_color (TRAS_GLYPH_MEETS), ==, TRAS_COLOR_BETTER);
  g_assert_cmpint (tras_glyph_get_color (TRAS_GLYPH_MISSES), ==, TRAS_COLOR_WORSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/glyph/distinct", test_distinct);
  g_test_add_func ("/chart/glyph/inside-size", test_inside_size);
  g_test_add_func ("/chart/glyph/words", test_words);

  return g_test_run ();
}
