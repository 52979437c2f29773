/* test-stint.c: heads and leavers, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stint.h"

static TrasDay
day (const char *iso)
{
  return tras_day_from_iso (iso);
}

/* Ana goes from area 1 to area 2 on 11 January, Bo resigns on the 5th, Cy's contract ends on the
 * 10th, Di joins on the 6th and is dismissed on the 15th. */
static void
test_january (void)
{
  TrasDay first = day ("2026-01-01"), tenth = day ("2026-01-10"), end = day ("2026-01-20");
  const TrasStint stints[] = {
    { 1, day ("2020-01-01"), tenth, TRAS_LEAVING_NONE },
    { 2, day ("2026-01-11"), TRAS_DAY_MAX, TRAS_LEAVING_NONE },
    { 1, day ("2020-01-01"), day ("2026-01-05"), TRAS_LEAVING_RESIGNED },
    { 1, day ("2020-01-01"), tenth, TRAS_LEAVING_NOT_COUNTED },
    { 2, day ("2026-01-06"), day ("2026-01-15"), TRAS_LEAVING_OTHER },
  };
  guint n = G_N_ELEMENTS (stints);

  g_assert_cmpuint (tras_stints_count_heads (stints, n, TRAS_STINT_ALL, first), ==, 3);
  g_assert_cmpuint (tras_stints_count_heads (stints, n, 1, tenth), ==, 2);
  g_assert_cmpuint (tras_stints_count_heads (stints, n, 2, tenth), ==, 1);
  g_assert_cmpuint (tras_stints_count_heads (stints, n, 1, tenth + 1), ==, 0);
  g_assert_cmpuint (tras_stints_count_heads (stints, n, TRAS_STINT_ALL, end), ==, 1);

  /* Of twenty days: Ana 20, Bo 5, Cy 10, Di 10. */
  g_assert_cmpfloat (tras_stints_get_mean (stints, n, TRAS_STINT_ALL, first, end), ==, 45 / 20.0);
  g_assert_cmpfloat (tras_stints_get_mean (stints, n, 1, first, end), ==, 25 / 20.0);
  g_assert_cmpfloat (tras_stints_get_mean (stints, n, 2, first, end), ==, 20 / 20.0);
  g_assert_cmpfloat (tras_stints_get_mean (stints, n, 3, first, end), ==, 0);

  g_assert_cmpuint (tras_stints_count_leavers (stints, n, TRAS_STINT_ALL, first, end,
                                               TRAS_LEAVING_RESIGNED), ==, 1);
  g_assert_cmpuint (tras_stints_count_leavers (stints, n, 2, first, end,
                                               TRAS_LEAVING_RESIGNED), ==, 0);
  g_assert_cmpuint (tras_stints_count_leavers (stints, n, 2, first, end, TRAS_LEAVING_OTHER), ==,
                    1);
  g_assert_cmpuint (tras_stints_count_leavers (stints, n, 1, first, end,
                                               TRAS_LEAVING_NOT_COUNTED), ==, 1);
  g_assert_cmpuint (tras_stints_count_leavers (stints, n, TRAS_STINT_ALL, day ("2026-01-06"), end,
                                               TRAS_LEAVING_RESIGNED), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stint/january", test_january);

  return g_test_run ();
}
