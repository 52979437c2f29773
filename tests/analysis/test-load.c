/* test-load.c: work spread over working days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-load.h"

#define N_WEEKS 13

static TrasDay
day (const char *iso)
{
  return tras_day_from_iso (iso);
}

static void
test_span (void)
{
  TrasDay first = day ("2026-11-20");
  TrasDay from, to;

  tras_load_get_span (TRAS_DAY_NONE, day ("2026-12-04"), first, &from, &to);
  g_assert_cmpint (from, ==, first);
  g_assert_cmpint (to, ==, day ("2026-12-04"));
  tras_load_get_span (day ("2026-11-30"), day ("2026-12-04"), first, &from, &to);
  g_assert_cmpint (from, ==, day ("2026-11-30"));
  /* Overdue. */
  tras_load_get_span (day ("2026-10-01"), day ("2026-11-04"), first, &from, &to);
  g_assert_cmpint (from, ==, first);
  g_assert_cmpint (to, ==, first);
  /* It starts after it is due: it is done when it is due. */
  tras_load_get_span (day ("2026-12-20"), day ("2026-12-04"), first, &from, &to);
  g_assert_cmpint (from, ==, day ("2026-12-04"));
  g_assert_cmpint (to, ==, day ("2026-12-04"));
}

/* Ten hours from Friday to the Friday after: six days, two of the hours' parts each. */
static void
test_weeks (void)
{
  TrasDay first = day ("2026-11-20");
  gint64 weeks[N_WEEKS] = { 0 };

  g_assert_cmpint (tras_load_add (NULL, 600, first, first + 7, first, weeks, N_WEEKS), ==, 0);
  g_assert_cmpint (weeks[0], ==, 100);
  g_assert_cmpint (weeks[1], ==, 500);
  g_assert_cmpint (weeks[2], ==, 0);

  /* A weekend has no day to spread over. */
  g_assert_cmpint (tras_load_add (NULL, 60, day ("2026-11-28"), day ("2026-11-29"), first, weeks,
                                  N_WEEKS), ==, 0);
  g_assert_cmpint (weeks[1], ==, 560);

  /* What begins before the first day counts from it on; what ends later is left over. */
  g_assert_cmpint (tras_load_add (NULL, 500, day ("2026-11-16"), day ("2026-11-20"), first, weeks,
                                  N_WEEKS), ==, 0);
  g_assert_cmpint (weeks[0], ==, 200);
  g_assert_cmpint (tras_load_add (NULL, 100, day ("2027-06-01"), day ("2027-06-30"), first, weeks,
                                  N_WEEKS), ==, 100);
}

/* Whatever is spread comes out again, and no week gets less than nothing. */
static void
test_sums (void)
{
  TrasDay first = day ("2026-11-20");
  TrasDay begin = day ("2026-10-01");

  for (guint i = 0; i < 20000; i++)
    {
      gint64 minutes = g_test_rand_int_range (0, i % 10 == 0 ? G_MAXINT32 : 20000);
      TrasDay from = begin + g_test_rand_int_range (0, 300);
      TrasDay to = from + g_test_rand_int_range (0, 200);
      gint64 weeks[N_WEEKS] = { 0 };
      gint64 later = tras_load_add (NULL, minutes, from, to, first, weeks, N_WEEKS);
      gint64 sum = later + tras_work_share (NULL, minutes, from, to, first - 1);

      g_assert_cmpint (later, >=, 0);
      for (guint j = 0; j < N_WEEKS; j++)
        {
          g_assert_cmpint (weeks[j], >=, 0);
          g_assert_cmpint (weeks[j], ==, tras_load_of_week (NULL, minutes, from, to, first, j));
          sum += weeks[j];
        }
      g_assert_cmpint (sum, ==, minutes);
    }
}

/* No day gets a minute more than another beyond what cannot be split. */
static void
test_even (void)
{
  for (guint i = 0; i < 500; i++)
    {
      gint64 minutes = g_test_rand_int_range (0, 5000);
      TrasDay from = day ("2026-11-02") + g_test_rand_int_range (0, 20);
      TrasDay to = from + g_test_rand_int_range (0, 60);
      guint n_days = tras_work_days_count (NULL, from, to);

      for (TrasDay at = from; n_days > 0 && at <= to; at++)
        {
          gint64 part = tras_work_share (NULL, minutes, from, to, at) -
                        tras_work_share (NULL, minutes, from, to, at - 1);

          if (!tras_work_days_has (NULL, at))
            g_assert_cmpint (part, ==, 0);
          else
            g_assert_true (part == minutes / n_days || part == minutes / n_days + 1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/span", test_span);
  g_test_add_func ("/load/weeks", test_weeks);
  g_test_add_func ("/load/sums", test_sums);
  g_test_add_func ("/load/even", test_even);

  return g_test_run ();
}
