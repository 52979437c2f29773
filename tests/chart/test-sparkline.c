/* test-sparkline.c: a line the size of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-sparkline.h"

static const TrasRect cell = { 10, 5, 100, 24 };

static guint
draw (const double *values,
      gsize         n,
      TrasGlyph     glyph,
      gsize         slots,
      gboolean      mirrored,
      int          *first_x,
      int          *last_x)
{
  TrasSparkline sparkline = { values, n, NULL, glyph, NAN, NAN, slots };
  Paper paper = paper_new (120, 34);
  guint ink;

  tras_sparkline_draw (&sparkline, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), &cell,
                       mirrored);
  *first_x = 120;
  *last_x = -1;
  for (int x = 0; x < 120; x++)
    {
      for (int y = 0; y < 34; y++)
        {
          if (paper_get_alpha (&paper, x, y) == 0)
            continue;
          g_assert_true (x >= 10 && x < 110 && y >= 5 && y < 29);
          *first_x = MIN (*first_x, x);
          *last_x = MAX (*last_x, x);
        }
    }
  ink = paper_count_ink (&paper);
  paper_clear (&paper);

  return ink;
}

static void
test_inside (void)
{
  static const double values[] = { 3, 5, 4, NAN, 6, 2, 9, 9, 1, 4, 4, 5, 8 };
  int first, last;

  g_assert_cmpuint (draw (values, 13, TRAS_GLYPH_WORSE_UP, 13, FALSE, &first, &last), >, 100);
  g_assert_cmpint (first, <, 20);
  g_assert_cmpint (last, >, 100);
  g_assert_cmpuint (draw (values, 13, TRAS_GLYPH_USUAL, 0, TRUE, &first, &last), >, 80);
}

/* A short history ends where a long one does: the same week in the same place. */
static void
test_slots (void)
{
  static const double values[] = { 3, 5, 4 };
  int first, last, mirrored_first, mirrored_last;

  draw (values, 3, TRAS_GLYPH_USUAL, 13, FALSE, &first, &last);
  g_assert_cmpint (first, >, 70);
  g_assert_cmpint (last, >, 98);
  draw (values, 3, TRAS_GLYPH_USUAL, 13, TRUE, &mirrored_first, &mirrored_last);
  g_assert_cmpint (mirrored_last, <, 50);
  g_assert_cmpint (mirrored_first, <, 22);
}

static void
test_odd_values (void)
{
  static const double missing[] = { NAN, NAN };
  static const double constant[] = { 5, 5, 5 };
  static const double huge[] = { 1e308, -1e308, 0 };
  int first, last;

  g_assert_cmpuint (draw (missing, 2, TRAS_GLYPH_USUAL, 0, FALSE, &first, &last), ==, 0);
  g_assert_cmpuint (draw (NULL, 0, TRAS_GLYPH_USUAL, 0, FALSE, &first, &last), ==, 0);
  g_assert_cmpuint (draw (constant, 3, TRAS_GLYPH_USUAL, 0, FALSE, &first, &last), >, 50);
  g_assert_cmpuint (draw (constant, 1, TRAS_GLYPH_USUAL, 0, FALSE, &first, &last), >, 3);
  draw (huge, 3, TRAS_GLYPH_USUAL, 0, FALSE, &first, &last);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/sparkline/inside", test_inside);
  g_test_add_func ("/chart/sparkline/slots", test_slots);
  g_test_add_func ("/chart/sparkline/odd-values", test_odd_values);

  return g_test_run ();
}
