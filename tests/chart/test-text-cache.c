/* test-text-cache.c: laid-out texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-text-cache.h"

static void
test_kept (void)
{
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (NULL, FALSE, TRUE);
  g_autoptr (PangoLayout) first = tras_text_cache_get (cache, "target", 12, FALSE, 0);
  g_autoptr (PangoLayout) again = tras_text_cache_get (cache, "target", 12, FALSE, 0);
  g_autoptr (PangoLayout) bold = tras_text_cache_get (cache, "target", 12, TRUE, 0);
  g_autoptr (PangoLayout) large = tras_text_cache_get (cache, "target", 24, FALSE, 0);
  double width, large_width;

  g_assert_true (first == again);
  g_assert_true (first != bold);
  tras_text_get_size (first, &width, NULL);
  tras_text_get_size (large, &large_width, NULL);
  g_assert_cmpfloat (large_width, >, width * 1.8);
}

static void
test_cut (void)
{
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (NULL, FALSE, FALSE);
  g_autoptr (PangoLayout) cut = NULL;
  double width;

  cut = tras_text_cache_get (cache, "two shifts in the warehouse", 12, FALSE, 60);
  tras_text_get_size (cut, &width, NULL);
  g_assert_cmpfloat (width, <=, 60);
  g_assert_true (pango_layout_is_ellipsized (cut));
}

/* A text borrowed from the cache outlives its being emptied. */
static void
test_overflow (void)
{
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (NULL, FALSE, TRUE);
  g_autoptr (PangoLayout) kept = tras_text_cache_get (cache, "kept", 12, FALSE, 0);

  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (PangoLayout) layout = tras_text_cache_get (cache, text, 12, FALSE, 0);

      g_assert_cmpstr (pango_layout_get_text (layout), ==, text);
    }
  g_assert_cmpstr (pango_layout_get_text (kept), ==, "kept");
}

static void
test_draw (void)
{
  Paper paper = paper_new (100, 30);
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (NULL, TRUE, TRUE);
  g_autoptr (PangoLayout) layout = tras_text_cache_get (cache, "average 4.6", 12, FALSE, 0);

  g_assert_true (tras_text_has_pixels (paper.cr));
  tras_text_draw (layout, paper.cr, 5, 5);
  g_assert_cmpuint (paper_count_ink (&paper), >, 50);
  paper_clear (&paper);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/text-cache/kept", test_kept);
  g_test_add_func ("/chart/text-cache/cut", test_cut);
  g_test_add_func ("/chart/text-cache/overflow", test_overflow);
  g_test_add_func ("/chart/text-cache/draw", test_draw);

  return g_test_run ();
}
