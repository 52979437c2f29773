/* test-label-layout.c: labels that do not overlap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-label-layout.h"

static void
test_spread (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      double centres[8], wished[8], heights[8];
      guint n = g_test_rand_int_range (0, 9);
      double sum = 0;
      double top = g_test_rand_double_range (0, 40);
      double bottom;

      for (guint i = 0; i < n; i++)
        {
          wished[i] = i == 0 ? g_test_rand_double_range (-20, 100)
                             : wished[i - 1] + g_test_rand_double_range (0, 12);
          centres[i] = wished[i];
          heights[i] = g_test_rand_double_range (1, 20);
          sum += heights[i];
        }
      bottom = top + sum + g_test_rand_double_range (0, 100);

      tras_label_layout_spread (centres, heights, n, top, bottom);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (centres[i] - heights[i] / 2, >=, top - 1e-6);
          g_assert_cmpfloat (centres[i] + heights[i] / 2, <=, bottom + 1e-6);
          if (i > 0)
            g_assert_cmpfloat (centres[i] - heights[i] / 2, >=,
                               centres[i - 1] + heights[i - 1] / 2 - 1e-6);
        }
    }
}

static void
test_least_moved (void)
{
  double free_labels[] = { 10, 50, 90 };
  double pair[] = { 50, 50 };
  const double heights[] = { 10, 10, 10 };

  tras_label_layout_spread (free_labels, heights, 3, 0, 100);
  g_assert_cmpfloat (free_labels[0], ==, 10);
  g_assert_cmpfloat (free_labels[1], ==, 50);
  g_assert_cmpfloat (free_labels[2], ==, 90);

  tras_label_layout_spread (pair, heights, 2, 0, 100);
  g_assert_cmpfloat (pair[0], ==, 45);
  g_assert_cmpfloat (pair[1], ==, 55);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/label-layout/spread", test_spread);
  g_test_add_func ("/chart/label-layout/least-moved", test_least_moved);

  return g_test_run ();
}
