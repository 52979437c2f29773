/* test-rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rollup.h"

static gint32
week_of (int year,
         int month,
         int day)
{
  return tras_period_index (TRAS_EVERY_WEEK, tras_day_new (year, month, day));
}

static gint32
month_of (int year,
          int month)
{
  return tras_period_index (TRAS_EVERY_MONTH, tras_day_new (year, month, 1));
}

static void
assert_months (TrasRoll roll,
               double   december,
               double   january,
               double   march)
{
  /* The week of Monday 29 December 2025 has its Thursday in January 2026. February is missing. */
  const gint32 weeks[] = {
    week_of (2025, 12, 15), week_of (2025, 12, 22), week_of (2025, 12, 29), week_of (2026, 1, 5),
    week_of (2026, 1, 26),  week_of (2026, 3, 2),
  };
  const double values[] = { 0.1, 0.3, 0.5, 0.2, 0.9, 0.0 };
  const double nums[] = { 1.0, 30.0, 5.0, NAN, 9.0, 0.0 };
  const double dens[] = { 10.0, 100.0, 10.0, 10.0, 10.0, 0.0 };
  const TrasRollInput input = {
    TRAS_EVERY_WEEK, G_N_ELEMENTS (weeks), weeks, values, nums, dens,
  };
  gint32 months[G_N_ELEMENTS (weeks)];
  double rolled[G_N_ELEMENTS (weeks)];

  g_assert_cmpuint (tras_rollup (&input, TRAS_EVERY_MONTH, roll, months, rolled), ==, 3);
  g_assert_cmpint (months[0], ==, month_of (2025, 12));
  g_assert_cmpint (months[1], ==, month_of (2026, 1));
  g_assert_cmpint (months[2], ==, month_of (2026, 3));
  g_assert_cmpfloat_with_epsilon (rolled[0], december, 1e-12);
  g_assert_cmpfloat_with_epsilon (rolled[1], january, 1e-12);
  if (isnan (march))
    g_assert_true (isnan (rolled[2]));
  else
    g_assert_cmpfloat_with_epsilon (rolled[2], march, 1e-12);
}

static void
test_months (void)
{
  assert_months (TRAS_ROLL_SUM, 0.4, 1.6, 0.0);
  assert_months (TRAS_ROLL_MEAN, 0.2, 1.6 / 3.0, 0.0);
  assert_months (TRAS_ROLL_LAST, 0.3, 0.9, 0.0);
  assert_months (TRAS_ROLL_MIN, 0.1, 0.2, 0.0);
  assert_months (TRAS_ROLL_MAX, 0.3, 0.9, 0.0);
  /* 31/110, not the mean of 0.1 and 0.3; a ratio without its parts is passed over. */
  assert_months (TRAS_ROLL_RATIO, 31.0 / 110.0, 14.0 / 20.0, NAN);
}

static void
test_days (void)
{
  gint32 days[31 + 28], periods[31 + 28];
  double values[31 + 28], rolled[31 + 28];
  const TrasRollInput input = {
    TRAS_EVERY_DAY, G_N_ELEMENTS (days), days, values, NULL, NULL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      days[i] = tras_day_new (2026, 1, 1) + (TrasDay) i;
      values[i] = 1.0;
    }
  g_assert_cmpuint (tras_rollup (&input, TRAS_EVERY_MONTH, TRAS_ROLL_SUM, periods, rolled), ==, 2);
  g_assert_cmpfloat (rolled[0], ==, 31.0);
  g_assert_cmpfloat (rolled[1], ==, 28.0);

  /* 1 January 2026 is a Thursday. */
  g_assert_cmpuint (tras_rollup (&input, TRAS_EVERY_WEEK, TRAS_ROLL_SUM, periods, rolled), ==, 9);
  g_assert_cmpint (periods[0], ==, week_of (2025, 12, 29));
  g_assert_cmpfloat (rolled[0], ==, 4.0);
  g_assert_cmpfloat (rolled[1], ==, 7.0);
  g_assert_cmpfloat (rolled[8], ==, 6.0);
}

/* From 2019 to 2028, with the weeks 53 of 2020 and 2026 and holes: every week counts once, in the
 * month of its Thursday as GLib's calendar has it, and a month that has only zeros is 0. */
static void
test_year_ends (void)
{
  const gint32 first = week_of (2019, 1, 1), last = week_of (2028, 12, 31);
  g_autofree gint32 *weeks = g_new (gint32, last - first + 1);
  g_autofree gint32 *months = g_new (gint32, last - first + 1);
  g_autofree double *values = g_new (double, last - first + 1);
  g_autofree double *rolled = g_new (double, last - first + 1);
  TrasRollInput input = { TRAS_EVERY_WEEK, 0, weeks, values, NULL, NULL };
  double all = 0, sum = 0;
  gsize n;

  for (gint32 week = first; week <= last; week++)
    {
      if (week % 5 == 0)
        continue;
      weeks[input.n] = week;
      values[input.n] = week % 3 == 0 ? 0 : week - first;
      all += values[input.n++];
    }

  n = tras_rollup (&input, TRAS_EVERY_MONTH, TRAS_ROLL_SUM, months, rolled);
  g_assert_cmpuint (n, ==, 120);
  for (gsize i = 0, week = 0; i < n; i++)
    {
      double wanted = 0;

      if (i > 0)
        g_assert_cmpint (months[i], ==, months[i - 1] + 1);
      for (; week < input.n; week++)
        {
          TrasDay monday = tras_period_start (TRAS_EVERY_WEEK, weeks[week]);
          g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
          g_autoptr (GDateTime) thursday = g_date_time_add_days (epoch, monday + 3);

          if (month_of (g_date_time_get_year (thursday), g_date_time_get_month (thursday)) !=
              months[i])
            break;
          wanted += values[week];
        }
      g_assert_cmpfloat (rolled[i], ==, wanted);
      sum += rolled[i];
    }
  g_assert_cmpfloat (sum, ==, all);

  for (gsize i = 0; i < input.n; i++)
    values[i] = 0;
  n = tras_rollup (&input, TRAS_EVERY_MONTH, TRAS_ROLL_SUM, months, rolled);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat (rolled[i], ==, 0);
}

static void
test_empty (void)
{
  const TrasRollInput input = { TRAS_EVERY_DAY, 0, NULL, NULL, NULL, NULL };

  g_assert_cmpuint (tras_rollup (&input, TRAS_EVERY_MONTH, TRAS_ROLL_SUM, NULL, NULL), ==, 0);
}

static void
test_year_before (void)
{
  const TrasDay day = tras_day_new (2026, 3, 4);
  const TrasDay before = tras_rollup_year_before (TRAS_EVERY_DAY, day);
  gint32 week;

  g_assert_cmpint (day - before, ==, 364);
  g_assert_cmpint (tras_day_weekday (before), ==, tras_day_weekday (day));

  week = week_of (2026, 3, 4);
  g_assert_cmpint (tras_rollup_year_before (TRAS_EVERY_WEEK, week), ==, week_of (2025, 3, 5));

  /* 2026 has 53 weeks: 364 days before the last of them the same year began. */
  week = tras_period_index (TRAS_EVERY_WEEK, tras_day_from_iso_week (2026, 53));
  g_assert_cmpint (tras_rollup_year_before (TRAS_EVERY_WEEK, week), ==,
                   tras_period_index (TRAS_EVERY_WEEK, tras_day_from_iso_week (2026, 1)));
  g_assert_cmpint (tras_rollup_year_before (TRAS_EVERY_MONTH, month_of (2026, 2)), ==,
                   month_of (2025, 2));
}

static void
test_change (void)
{
  g_assert_cmpfloat_with_epsilon (tras_rollup_change_percent (200.0, 150.0), -25.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (tras_rollup_change_percent (-200.0, -150.0), 25.0, 1e-12);
  g_assert_true (isnan (tras_rollup_change_percent (0.0, 150.0)));
  g_assert_true (isnan (tras_rollup_change_percent (NAN, 150.0)));
  g_assert_cmpfloat_with_epsilon (tras_rollup_change_points (4.0, 5.5), 1.5, 1e-12);
  g_assert_true (isnan (tras_rollup_change_points (4.0, NAN)));
}

static void
test_words (void)
{
  TrasRoll roll = TRAS_ROLL_SUM;

  for (int i = TRAS_ROLL_SUM; i <= TRAS_ROLL_RATIO; i++)
    {
      g_assert_true (tras_roll_from_string (tras_roll_to_string (i), &roll));
      g_assert_cmpint (roll, ==, i);
    }
  g_assert_false (tras_roll_from_string ("median", &roll));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rollup/months", test_months);
  g_test_add_func ("/rollup/days", test_days);
  g_test_add_func ("/rollup/year-ends", test_year_ends);
  g_test_add_func ("/rollup/empty", test_empty);
  g_test_add_func ("/rollup/year-before", test_year_before);
  g_test_add_func ("/rollup/change", test_change);
  g_test_add_func ("/rollup/words", test_words);

  return g_test_run ();
}
