/* test-scale.c: the map and its inverse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-scale.h"

static void
test_inverse (void)
{
  const TrasScale scales[] = {
    { 0, 10, 100, 300 }, { 0, 10, 300, 100 }, { -5, -1, 0, 1 }, { 20000, 20700, 40.5, 812.25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const TrasScale *scale = &scales[i];

      g_assert_cmpfloat (tras_scale_map (scale, scale->from), ==, scale->start);
      g_assert_cmpfloat_with_epsilon (tras_scale_map (scale, scale->to), scale->end, 1e-9);
      for (double place = scale->start - 50; place < scale->start + 50; place += 7.3)
        g_assert_cmpfloat_with_epsilon (tras_scale_map (scale, tras_scale_invert (scale, place)),
                                        place, 1e-6);
    }
}

static void
test_single_value (void)
{
  const TrasScale point = { 3, 3, 100, 300 };
  const TrasScale no_room = { 0, 10, 50, 50 };

  g_assert_cmpfloat (tras_scale_map (&point, 3), ==, 200);
  g_assert_cmpfloat (tras_scale_invert (&no_room, 50), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/scale/inverse", test_inverse);
  g_test_add_func ("/chart/scale/single-value", test_single_value);

  return g_test_run ();
}
