/* test-rating-marks.c: columns as high as scores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-rating-marks.h"

#define PITCH 10
#define HEIGHT 50

/* How many pixels are drawn in the middle of a month's place. */
static guint
get_height (Paper *paper,
            guint  place)
{
  guint height = 0;

  for (int y = 0; y < HEIGHT; y++)
    height += paper_get_alpha (paper, (int) place * PITCH + PITCH / 2, y) > 127;

  return height;
}

/* Each in its place, as high as its score; without one a dot that is lower than any. */
static void
test_heights (void)
{
  static const int scores[] = { 5, 0, 1, 3, 4 };
  enum { N = G_N_ELEMENTS (scores) };
  const TrasRect rect = { 0, 0, N * PITCH, HEIGHT };

  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      Paper paper = paper_new (N * PITCH, HEIGHT);

      tras_rating_marks_draw (scores, N, 5, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), &rect,
                              mirrored);
      for (guint i = 0; i < N; i++)
        {
          guint height = get_height (&paper, mirrored ? N - 1 - i : i);

          if (scores[i] > 0)
            g_assert_cmpuint (height, ==, HEIGHT / 5 * (guint) scores[i]);
          else
            {
              g_assert_cmpuint (height, >, 0);
              g_assert_cmpuint (height, <, HEIGHT / 5);
            }
        }
      paper_clear (&paper);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rating-marks/heights", test_heights);

  return g_test_run ();
}
