/* test-budget-bar.c: what a bar of planned, promised and taken shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-budget-bar.h"

#define WIDTH 200
#define HEIGHT 12

static const TrasRect place = { 0, 0, WIDTH, HEIGHT };

static Paper
draw (TrasBudgetBar bar,
      gint64        most,
      gboolean      mirrored)
{
  Paper paper = paper_new (WIDTH, HEIGHT);

  tras_budget_bar_draw (&bar, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), &place, most,
                        mirrored);

  return paper;
}

/* How many of the pixels between two columns, without the outline, have this colour, in percent. */
static guint
share_of (const Paper   *paper,
          TrasColorRole  role,
          int            from,
          int            to)
{
  guint32 color = tras_palette_get (TRAS_PALETTE_LIGHT)->colors[role];
  guint n = 0;

  cairo_surface_flush (paper->surface);
  for (int y = 2; y < HEIGHT - 2; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (paper->surface) +
                          y * cairo_image_surface_get_stride (paper->surface);

      for (int x = from; x < to; x++)
        n += (((const guint32 *) (gconstpointer) row)[x] & 0xffffff) == color;
    }

  return n * 100 / (guint) ((HEIGHT - 4) * (to - from));
}

/* A hundred planned, forty spent, thirty committed: filled, hatched, empty. */
static void
test_parts (void)
{
  Paper paper = draw ((TrasBudgetBar) { 100, 40, 30 }, 0, FALSE);
  Paper mirrored = draw ((TrasBudgetBar) { 100, 40, 30 }, 0, TRUE);

  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_SERIES, 2, 78), ==, 100);
  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_SERIES, 82, 138), <, 60);
  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_SERIES, 142, 198), ==, 0);
  for (int x = 82; x < 138; x += 14)
    {
      guint ink = 0;

      for (int y = 2; y < HEIGHT - 2; y++)
        for (int i = x; i < x + 14; i++)
          ink += paper_get_alpha (&paper, i, y) > 0;
      g_assert_cmpuint (ink, >, 10);
      g_assert_cmpuint (ink, <, 14 * (HEIGHT - 4));
    }
  g_assert_cmpuint (share_of (&mirrored, TRAS_COLOR_SERIES, 122, 198), ==, 100);
  g_assert_cmpuint (share_of (&mirrored, TRAS_COLOR_SERIES, 2, 58), ==, 0);
  paper_clear (&paper);
  paper_clear (&mirrored);
}

/* What goes beyond is of another colour, and not filled. */
static void
test_over (void)
{
  Paper paper = draw ((TrasBudgetBar) { 100, 200, 0 }, 0, FALSE);

  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_SERIES, 2, 98), ==, 100);
  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_SERIES, 102, 198), ==, 0);
  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_WORSE, 102, 198), >, 0);
  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_WORSE, 102, 198), <, 90);
  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_WORSE, 2, 98), ==, 0);
  paper_clear (&paper);
}

/* Bars below each other are compared: they have one scale. */
static void
test_scale (void)
{
  Paper paper = draw ((TrasBudgetBar) { 100, 100, 0 }, 400, FALSE);
  Paper nothing = draw ((TrasBudgetBar) { 0, 0, 0 }, 0, FALSE);

  g_assert_cmpuint (share_of (&paper, TRAS_COLOR_SERIES, 2, 48), ==, 100);
  for (int x = 52; x < WIDTH; x++)
    g_assert_cmpuint (paper_get_alpha (&paper, x, HEIGHT / 2), ==, 0);
  g_assert_cmpuint (paper_count_ink (&nothing), ==, 0);
  paper_clear (&paper);
  paper_clear (&nothing);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget-bar/parts", test_parts);
  g_test_add_func ("/budget-bar/over", test_over);
  g_test_add_func ("/budget-bar/scale", test_scale);

  return g_test_run ();
}
