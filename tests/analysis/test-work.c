/* test-work.c: contracted minutes, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-work.h"

static TrasDay
day (const char *iso)
{
  return tras_day_from_iso (iso);
}

/* 2026-11-20 is a Friday. */
static void
test_weekdays (void)
{
  g_assert_cmpuint (tras_work_days_count (NULL, day ("2026-11-16"), day ("2026-11-22")), ==, 5);
  g_assert_cmpuint (tras_work_days_count (NULL, day ("2026-11-20"), day ("2026-11-20")), ==, 1);
  g_assert_cmpuint (tras_work_days_count (NULL, day ("2026-11-20"), day ("2026-11-23")), ==, 2);
  g_assert_cmpuint (tras_work_days_count (NULL, day ("2026-11-21"), day ("2026-11-22")), ==, 0);
  g_assert_cmpuint (tras_work_days_count (NULL, day ("2026-11-22"), day ("2026-11-20")), ==, 0);
  g_assert_cmpint (tras_work_days_next (NULL, day ("2026-11-20")), ==, day ("2026-11-20"));
  g_assert_cmpint (tras_work_days_next (NULL, day ("2026-11-21")), ==, day ("2026-11-23"));
  g_assert_cmpint (tras_work_days_next (NULL, day ("2026-11-22")), ==, day ("2026-11-23"));
}

/* December 2026 in Spain: Tuesday 8 and Friday 25, and here the Thursday before. */
static void
test_holidays (void)
{
  TrasDay days[] = { day ("2026-12-08"), day ("2026-12-24"), day ("2026-12-25") };
  TrasWorkDays work = { days, G_N_ELEMENTS (days) };

  g_assert_cmpuint (tras_work_days_count (&work, day ("2026-12-01"), day ("2026-12-31")), ==, 20);
  g_assert_cmpuint (tras_work_days_count (&work, day ("2026-12-07"), day ("2026-12-13")), ==, 4);
  g_assert_cmpuint (tras_work_days_count (&work, day ("2026-12-08"), day ("2026-12-08")), ==, 0);
  g_assert_cmpuint (tras_work_days_count (&work, day ("2026-12-24"), day ("2026-12-27")), ==, 0);
  g_assert_false (tras_work_days_has (&work, day ("2026-12-08")));
  g_assert_true (tras_work_days_has (&work, day ("2026-12-09")));
  g_assert_cmpint (tras_work_days_next (&work, day ("2026-12-24")), ==, day ("2026-12-28"));
}

/* Against counting each day. */
static void
test_one_by_one (void)
{
  TrasDay from = day ("2026-02-20");
  TrasDay days[] = { from + 3, from + 4, from + 13, from + 27 };
  TrasWorkDays work = { days, G_N_ELEMENTS (days) };

  for (TrasDay start = from; start < from + 15; start++)
    {
      guint n = 0;

      for (TrasDay to = start; to < start + 40; to++)
        {
          gboolean free = tras_day_weekday (to) > 5;

          for (guint i = 0; i < G_N_ELEMENTS (days); i++)
            free = free || days[i] == to;
          n += !free;
          g_assert_cmpuint (tras_work_days_count (&work, start, to), ==, n);
        }
    }
}

static void
test_contracted (void)
{
  TrasDay days[] = { day ("2026-12-08"), day ("2026-12-25") };
  TrasWorkDays work = { days, G_N_ELEMENTS (days) };
  TrasDay since = day ("2026-01-01");

  /* 40 hours a week: 480 minutes a day, 21 days of December. */
  g_assert_cmpint (tras_work_contracted (&work, 2400, since, day ("2026-12-01"),
                                         day ("2026-12-31")), ==, 21 * 480);
  g_assert_cmpint (tras_work_contracted (NULL, 2400, since, day ("2026-12-01"),
                                         day ("2026-12-31")), ==, 23 * 480);
  /* 37 h 30 min: 450 a day. The week of the 8th has four days. */
  g_assert_cmpint (tras_work_contracted (&work, 2250, since, day ("2026-12-07"),
                                         day ("2026-12-13")), ==, 4 * 450);
  /* A holiday alone, a weekend alone, nothing. */
  g_assert_cmpint (tras_work_contracted (&work, 2400, since, day ("2026-12-25"),
                                         day ("2026-12-27")), ==, 0);
  g_assert_cmpint (tras_work_contracted (&work, 2400, since, day ("2026-12-02"),
                                         day ("2026-12-01")), ==, 0);
  /* 8 minutes a week from Monday on: 1, 3, 4, 6, 8 after its days. */
  g_assert_cmpint (tras_work_contracted (NULL, 8, day ("2026-11-16"), day ("2026-11-16"),
                                         day ("2026-11-16")), ==, 1);
  g_assert_cmpint (tras_work_contracted (NULL, 8, day ("2026-11-16"), day ("2026-11-17"),
                                         day ("2026-11-17")), ==, 2);
  g_assert_cmpint (tras_work_contracted (NULL, 8, day ("2026-11-16"), day ("2026-11-17"),
                                         day ("2026-11-20")), ==, 7);
}

/* However a year is cut, its parts make the year. */
static void
test_parts (void)
{
  TrasDay first = day ("2025-01-01"), last = day ("2026-12-31");
  TrasDay days[] = { day ("2025-01-06"), day ("2025-05-01"), day ("2026-01-01"),
                     day ("2026-01-06") };
  TrasWorkDays work = { days, G_N_ELEMENTS (days) };

  for (guint i = 0; i < 200; i++)
    {
      gint64 week = g_test_rand_int_range (0, 3001);
      gint64 sum = 0;

      for (TrasDay from = first, to; from <= last; from = to + 1)
        {
          gint32 length = g_test_rand_int_range (0, 60);
          gint64 part;

          to = MIN (from + length, last);
          part = tras_work_contracted (&work, week, first, from, to);
          g_assert_cmpint (part, >=, 0);
          sum += part;
        }
      g_assert_cmpint (sum, ==, tras_work_contracted (&work, week, first, first, last));
    }
}

/* Two days off before and one after a holiday. */
static void
test_share (void)
{
  TrasDay days[] = { day ("2026-12-08") };
  TrasWorkDays work = { days, G_N_ELEMENTS (days) };
  TrasDay from = day ("2026-12-04"), to = day ("2026-12-09");

  g_assert_cmpint (tras_work_share (&work, 1440, from, to, from - 1), ==, 0);
  g_assert_cmpint (tras_work_share (&work, 1440, from, to, from), ==, 480);
  g_assert_cmpint (tras_work_share (&work, 1440, from, to, day ("2026-12-06")), ==, 480);
  g_assert_cmpint (tras_work_share (&work, 1440, from, to, day ("2026-12-08")), ==, 960);
  g_assert_cmpint (tras_work_share (&work, 1440, from, to, to), ==, 1440);
  /* On the holiday alone. */
  g_assert_cmpint (tras_work_share (&work, 60, days[0], days[0], days[0]), ==, 60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work/weekdays", test_weekdays);
  g_test_add_func ("/work/holidays", test_holidays);
  g_test_add_func ("/work/one-by-one", test_one_by_one);
  g_test_add_func ("/work/contracted", test_contracted);
  g_test_add_func ("/work/parts", test_parts);
  g_test_add_func ("/work/share", test_share);

  return g_test_run ();
}
