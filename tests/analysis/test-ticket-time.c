/* test-ticket-time.c: the middle of times, and what nearly all stay within
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ticket-time.h"

static void
test_golden (void)
{
  const gint64 ten[] = { 100, 20, 70, 40, 50, 60, 30, 80, 90, 10 };

  g_assert_cmpint (tras_ticket_time_get_median (NULL, 0), ==, -1);
  g_assert_cmpint (tras_ticket_time_get_rank (NULL, 0, 90), ==, -1);
  g_assert_cmpint (tras_ticket_time_get_median (ten, 1), ==, 100);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 1, 90), ==, 100);
  /* 20 and 100: their mean; nine of ten of two are both. */
  g_assert_cmpint (tras_ticket_time_get_median (ten, 2), ==, 60);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 2, 90), ==, 100);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 2, 50), ==, 20);
  g_assert_cmpint (tras_ticket_time_get_median (ten, 3), ==, 70);
  g_assert_cmpint (tras_ticket_time_get_median (ten, 10), ==, 55);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 10, 90), ==, 90);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 10, 91), ==, 100);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 10, 100), ==, 100);
  g_assert_cmpint (tras_ticket_time_get_rank (ten, 10, 1), ==, 10);
}

/* As many as are asked for are within it, and not without its last one. */
static void
test_law (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (90);

  for (guint round = 0; round < 300; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 1, 60);
      int percent = g_rand_int_range (rand, 1, 101);
      gint64 times[60];
      gsize below = 0, within = 0;
      gint64 rank;

      for (gsize i = 0; i < n; i++)
        times[i] = g_rand_int_range (rand, 0, 25);
      rank = tras_ticket_time_get_rank (times, n, percent);
      for (gsize i = 0; i < n; i++)
        {
          below += times[i] < rank;
          within += times[i] <= rank;
        }
      g_assert_cmpuint (within * 100, >=, n * (gsize) percent);
      g_assert_cmpuint (below * 100, <, n * (gsize) percent);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/ticket-time/golden", test_golden);
  g_test_add_func ("/analysis/ticket-time/law", test_law);

  return g_test_run ();
}
