/* test-date.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-date.h"

static void
test_against_glib (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (1900, 1, 1, 0, 0, 0);

  for (TrasDay day = TRAS_DAY_MIN; day <= TRAS_DAY_MAX; day++)
    {
      g_autofree char *iso = tras_day_to_iso (day);
      g_autofree char *expected = g_date_time_format (date, "%Y-%m-%d");
      int year, month, month_day, iso_year, iso_week;
      GDateTime *next;

      tras_day_split (day, &year, &month, &month_day);
      tras_day_iso_week (day, &iso_year, &iso_week);
      g_assert_cmpstr (iso, ==, expected);
      g_assert_cmpint (tras_day_from_iso (iso), ==, day);
      g_assert_cmpint (tras_day_new (year, month, month_day), ==, day);
      g_assert_cmpint (tras_day_weekday (day), ==, g_date_time_get_day_of_week (date));
      g_assert_cmpint (iso_year, ==, g_date_time_get_week_numbering_year (date));
      g_assert_cmpint (iso_week, ==, g_date_time_get_week_of_year (date));

      next = g_date_time_add_days (date, 1);
      g_date_time_unref (date);
      date = next;
    }

  g_assert_cmpint (g_date_time_get_year (date), ==, 2200);
  g_assert_cmpint (tras_day_new (1899, 12, 31), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_day_new (2200, 1, 1), ==, TRAS_DAY_NONE);
}

static void
test_weeks (void)
{
  for (int year = 1901; year < 2199; year++)
    {
      TrasDay last = tras_day_from_iso_week (year, 53);
      TrasDay next = tras_day_from_iso_week (year + 1, 1);

      for (int week = 1; week <= 52; week++)
        {
          TrasDay monday = tras_day_from_iso_week (year, week);
          g_autofree char *text = g_strdup_printf ("%04d-W%02d", year, week);
          int iso_year, iso_week;

          tras_day_iso_week (monday, &iso_year, &iso_week);
          g_assert_cmpint (tras_day_weekday (monday), ==, 1);
          g_assert_cmpint (iso_year, ==, year);
          g_assert_cmpint (iso_week, ==, week);
          g_assert_cmpint (tras_day_parse_iso_week (text), ==, monday);
        }

      g_assert_cmpint (next - tras_day_from_iso_week (year, 52), ==,
                       last == TRAS_DAY_NONE ? 7 : 14);
    }

  g_assert_cmpint (tras_day_from_iso_week (2026, 0), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_day_from_iso_week (2026, 54), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_day_from_iso_week (2025, 53), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_day_from_iso_week (2026, 53), ==, tras_day_from_iso ("2026-12-28"));
}

static void
test_periods (void)
{
  static const TrasEvery all[] = { TRAS_EVERY_DAY, TRAS_EVERY_WEEK, TRAS_EVERY_MONTH };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      gint32 before = tras_period_index (all[i], TRAS_DAY_MIN);

      for (TrasDay day = TRAS_DAY_MIN; day <= TRAS_DAY_MAX; day++)
        {
          gint32 index = tras_period_index (all[i], day);
          TrasDay start = tras_period_start (all[i], index);
          int month_day;

          /* A period's first day begins it; every other day belongs to the day's before. */
          tras_day_split (day, NULL, NULL, &month_day);
          g_assert_cmpint (start, <=, day);
          g_assert_cmpint (tras_period_index (all[i], start), ==, index);
          g_assert_cmpint (tras_period_first_day (all[i], day), ==, start);
          if (day > TRAS_DAY_MIN)
            g_assert_cmpint (index, ==, before + (start == day ? 1 : 0));
          switch (all[i])
            {
            case TRAS_EVERY_DAY:
              g_assert_cmpint (start, ==, day);
              break;
            case TRAS_EVERY_WEEK:
              g_assert_cmpint (start == day, ==, tras_day_weekday (day) == 1);
              break;
            case TRAS_EVERY_MONTH:
              g_assert_cmpint (start == day, ==, month_day == 1);
              break;
            default:
              g_assert_not_reached ();
            }
          before = index;
        }
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char    *text;
    TrasDateOrder  order;
    const char    *day;
  } rows[] =
  {
    { "24/11/2026", TRAS_DATE_ORDER_DMY, "2026-11-24" },
    { "11/24/2026", TRAS_DATE_ORDER_MDY, "2026-11-24" },
    { "2026/11/24", TRAS_DATE_ORDER_DMY, "2026-11-24" },
    { "26-11-24", TRAS_DATE_ORDER_YMD, "2026-11-24" },
    { "4.1.26", TRAS_DATE_ORDER_DMY, "2026-01-04" },
    { "4 1 70", TRAS_DATE_ORDER_DMY, "1970-01-04" },
    { "4/1/69", TRAS_DATE_ORDER_DMY, "2069-01-04" },
    { " 2026-11-24 10:30:00", TRAS_DATE_ORDER_MDY, "2026-11-24" },
    { "2026-11-24T10:30:00Z", TRAS_DATE_ORDER_DMY, "2026-11-24" },
    { "29/02/2024", TRAS_DATE_ORDER_DMY, "2024-02-29" },
    { "29/02/2023", TRAS_DATE_ORDER_DMY, NULL }, { "24/11/2026", TRAS_DATE_ORDER_MDY, NULL },
    { "24/11", TRAS_DATE_ORDER_DMY, NULL }, { "24/11-2026", TRAS_DATE_ORDER_DMY, NULL },
    { "24/11/2026x", TRAS_DATE_ORDER_DMY, NULL }, { "", TRAS_DATE_ORDER_DMY, NULL },
    { NULL, TRAS_DATE_ORDER_DMY, NULL }, { "ayer", TRAS_DATE_ORDER_DMY, NULL },
    { "00/00/2026", TRAS_DATE_ORDER_DMY, NULL }, { "1/1/1850", TRAS_DATE_ORDER_DMY, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = tras_day_to_iso (tras_day_parse (rows[i].text, rows[i].order));

      g_assert_cmpstr (day, ==, rows[i].day);
    }
}

static void
test_parse_strict (void)
{
  static const char *const iso[] =
  {
    "2026-1-1", "2026-01-01 ", " 2026-01-01", "2026/01/01", "2026-02-30", "20260101", "",
    "+026-01-01",
  };
  static const char *const weeks[] =
  {
    "2026-W54", "2026-W00", "2026W47", "2026-W4", "2026-W 7", "2026-w47", "2026-W471", "",
    " 026-W47", "+026-W47",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (iso); i++)
    g_assert_cmpint (tras_day_from_iso (iso[i]), ==, TRAS_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    if (tras_day_parse_iso_week (weeks[i]) != TRAS_DAY_NONE)
      g_error ("“%s” is no week", weeks[i]);
}

static void
test_add_months (void)
{
  TrasDay day = tras_day_from_iso ("2024-01-31");

  g_assert_cmpint (tras_day_add_months (day, 1), ==, tras_day_from_iso ("2024-02-29"));
  g_assert_cmpint (tras_day_add_months (day, 13), ==, tras_day_from_iso ("2025-02-28"));
  g_assert_cmpint (tras_day_add_months (day, -1), ==, tras_day_from_iso ("2023-12-31"));
  g_assert_cmpint (tras_day_add_months (day, -13), ==, tras_day_from_iso ("2022-12-31"));
  g_assert_cmpint (tras_day_add_months (day, 0), ==, day);
}

static void
test_today (void)
{
  g_setenv ("TRASTIENDA_TODAY", "2026-11-24", TRUE);
  g_assert_cmpint (tras_day_today (), ==, tras_day_from_iso ("2026-11-24"));
  g_setenv ("TRASTIENDA_TODAY", "yesterday", TRUE);
  g_assert_cmpint (tras_day_today (), >, tras_day_from_iso ("2026-01-01"));
  g_unsetenv ("TRASTIENDA_TODAY");
}

/* The first and the last second of a local day are in it. */
static void
test_instant (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_local (2026, 11, 24, 0, 0, 0);
  g_autoptr (GDateTime) last = g_date_time_new_local (2026, 11, 24, 23, 59, 59);

  g_assert_cmpint (tras_day_from_instant (g_date_time_to_unix (first)), ==,
                   tras_day_from_iso ("2026-11-24"));
  g_assert_cmpint (tras_day_from_instant (g_date_time_to_unix (last)), ==,
                   tras_day_from_iso ("2026-11-24"));
  g_assert_cmpint (tras_day_from_instant (G_MAXINT64), ==, TRAS_DAY_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/against-glib", test_against_glib);
  g_test_add_func ("/date/weeks", test_weeks);
  g_test_add_func ("/date/periods", test_periods);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/parse-strict", test_parse_strict);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/today", test_today);
  g_test_add_func ("/date/instant", test_instant);

  return g_test_run ();
}
