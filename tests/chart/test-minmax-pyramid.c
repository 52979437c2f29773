/* test-minmax-pyramid.c: against a plain search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-minmax-pyramid.h"

static double *
make_values (gsize  n,
             double share_missing)
{
  double *values = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    values[i] = g_test_rand_double () < share_missing ? NAN : g_test_rand_double_range (-1e3, 1e3);

  return values;
}

static void
check (const TrasMinmaxPyramid *pyramid,
       const double            *values,
       gsize                    from,
       gsize                    to)
{
  double low = INFINITY, high = -INFINITY;
  double min, max;
  gboolean found;

  for (gsize i = from; i < to; i++)
    {
      if (isnan (values[i]))
        continue;
      low = MIN (low, values[i]);
      high = MAX (high, values[i]);
    }

  found = tras_minmax_pyramid_range (pyramid, from, to, &min, &max);
  g_assert_cmpint (found, ==, low <= high);
  if (found)
    {
      g_assert_cmpfloat (min, ==, low);
      g_assert_cmpfloat (max, ==, high);
    }
  else
    {
      g_assert_true (isnan (min) && isnan (max));
    }
}

static void
test_random (void)
{
  static const gsize sizes[] = { 1, 2, 15, 16, 17, 255, 256, 257, 4095, 4097, 20000, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      for (double missing = 0; missing <= 1; missing += 0.5)
        {
          gsize n = sizes[i];
          g_autofree double *values = make_values (n, missing);
          g_autoptr (TrasMinmaxPyramid) pyramid = tras_minmax_pyramid_new (values, n);

          check (pyramid, values, 0, n);
          check (pyramid, values, n, n);
          for (guint k = 0; k < 60; k++)
            {
              gsize from = g_test_rand_int_range (0, n);
              gsize most = k % 2 == 0 ? n - from : MIN (n - from, 200);
              gsize to = from + g_test_rand_int_range (0, most + 1);

              check (pyramid, values, from, to);
            }
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (TrasMinmaxPyramid) pyramid = tras_minmax_pyramid_new (NULL, 0);

  check (pyramid, NULL, 0, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/minmax-pyramid/random", test_random);
  g_test_add_func ("/chart/minmax-pyramid/empty", test_empty);

  return g_test_run ();
}
