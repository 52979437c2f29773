/* test-rect.c: rectangles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rect.h"

static void
test_overlaps (void)
{
  const TrasRect a = { 0, 0, 10, 10 };
  const TrasRect inside = { 2, 2, 3, 3 };
  const TrasRect beside = { 10, 0, 5, 10 };
  const TrasRect corner = { 9, 9, 5, 5 };

  g_assert_true (tras_rect_overlaps (&a, &inside));
  g_assert_true (tras_rect_overlaps (&inside, &a));
  g_assert_false (tras_rect_overlaps (&a, &beside));
  g_assert_true (tras_rect_overlaps (&a, &corner));
}

/* The path touches all four sides and goes beyond none, however small the rectangle is. */
static void
test_rounded (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (double size = 1; size < 40; size += 3)
    {
      const TrasRect rect = { 7, 11, size, 20 };
      double left, top, right, bottom;

      cairo_new_path (cr);
      tras_rect_trace_rounded (&rect, 6, cr);
      cairo_path_extents (cr, &left, &top, &right, &bottom);
      g_assert_cmpfloat_with_epsilon (left, rect.x, 0.01);
      g_assert_cmpfloat_with_epsilon (top, rect.y, 0.01);
      g_assert_cmpfloat_with_epsilon (right, rect.x + rect.width, 0.01);
      g_assert_cmpfloat_with_epsilon (bottom, rect.y + rect.height, 0.01);
      g_assert_false (cairo_in_fill (cr, rect.x + 0.05, rect.y + 0.05));
      g_assert_true (cairo_in_fill (cr, rect.x + size / 2, rect.y + 10));
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/rect/overlaps", test_overlaps);
  g_test_add_func ("/chart/rect/rounded", test_rounded);

  return g_test_run ();
}
