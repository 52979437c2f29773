/* test-chart-format.c: figures and dates of the default rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-chart-format.h"

static void
test_numbers (void)
{
  const TrasChartFormat *format = tras_chart_format_get_default ();
  const struct { double value; int decimals; const char *text; } cases[] = {
    { 9, 0, "9" }, { 9.25, 1, "9.2" }, { -4.5, 1, "\342\210\2224.5" }, { -0.04, 1, "0.0" },
    { 0, 2, "0.00" }, { -0.06, 1, "\342\210\2220.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tras_chart_format_number (format, cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_dates (void)
{
  const TrasChartFormat *format = tras_chart_format_get_default ();
  TrasDay day = tras_day_new (2026, 11, 16);
  const char *texts[] = { "16", "W47", "N", "Nov", "Nov 2026", "2026", "16 Nov 2026" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tras_chart_format_date (format, day, i);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_periods (void)
{
  const TrasChartFormat *format = tras_chart_format_get_default ();
  const char *texts[] = { "16 Nov 2026", "W47 · 16 Nov 2026", "Nov 2026" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tras_chart_format_period (format, tras_day_new (2026, 11, 16), i);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/format/numbers", test_numbers);
  g_test_add_func ("/chart/format/dates", test_dates);
  g_test_add_func ("/chart/format/periods", test_periods);

  return g_test_run ();
}
