/* test-month-chart.c: twelve months against last year's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-month-chart.h"

static guint
draw (const double *this_year,
      const double *last_year,
      TrasRect      rect,
      gboolean      mirrored)
{
  TrasMonthChart months = { tras_day_new (2026, 1, 1), this_year, last_year, 1 };
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, mirrored, TRUE);
  Paper paper = paper_new (400, 300);
  guint ink;

  tras_month_chart_draw (&months, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                         tras_chart_format_get_default (), texts, &rect, 12, mirrored);
  for (int y = 0; y < 300; y++)
    {
      for (int x = 0; x < 400; x++)
        {
          if (paper_get_alpha (&paper, x, y) == 0)
            continue;
          g_assert_cmpfloat (x, >=, rect.x - 1);
          g_assert_cmpfloat (x, <=, rect.x + rect.width + 1);
          g_assert_cmpfloat (y, >=, rect.y - 1);
          g_assert_cmpfloat (y, <=, rect.y + rect.height + 1);
        }
    }
  ink = paper_count_ink (&paper);
  paper_clear (&paper);

  return ink;
}

static void
test_inside (void)
{
  static const double cases[][12] = {
    { 4, 5, 3, 6, 2, 8, 9, NAN, NAN, NAN, NAN, NAN },
    { -4, -5, 3, -6, 2, -8, -9, -1, -1, -2, -3, -1 },
    { 94, 95, 93, 96, 92, 98, 99, 91, 95, 94, 95, 96 },
    { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN },
    { 1e300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1e300 },
    { 0 },
  };
  const TrasRect rect = { 30, 20, 340, 250 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        {
          if (i == 4 || k == 4)
            continue;
          g_assert_cmpuint (draw (cases[i], cases[k], rect, FALSE), >, 1000);
          g_assert_cmpuint (draw (cases[i], cases[k], rect, TRUE), >, 1000);
        }
    }
}

static void
test_values_are_drawn (void)
{
  static const double none[12] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  static const double low[12] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9 };
  static const double high[12] = { 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9 };
  const TrasRect rect = { 30, 20, 340, 250 };

  g_assert_cmpuint (draw (low, none, rect, FALSE), >, draw (none, none, rect, FALSE));
  g_assert_cmpuint (draw (low, high, rect, FALSE), >, draw (low, none, rect, FALSE));
}

/* A month of zero is no month without a number. */
static void
test_zero (void)
{
  static const double none[12] = { 1, NAN, NAN, 4, 4, 4, 4, 4, 4, 4, 4, 9 };
  static const double zero[12] = { 1, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 9 };
  const TrasRect rect = { 30, 20, 340, 250 };

  for (guint mirrored = FALSE; mirrored <= TRUE; mirrored++)
    {
      guint ink = draw (none, none, rect, (gboolean) mirrored);

      g_assert_cmpuint (draw (zero, none, rect, (gboolean) mirrored), >, ink);
      g_assert_cmpuint (draw (none, zero, rect, (gboolean) mirrored), >, ink);
    }
}

static void
test_no_room (void)
{
  static const double values[12] = { 1, 2, 3 };
  const TrasRect rect = { 30, 20, 50, 40 };

  g_assert_cmpuint (draw (values, values, rect, FALSE), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/month-chart/inside", test_inside);
  g_test_add_func ("/chart/month-chart/values-are-drawn", test_values_are_drawn);
  g_test_add_func ("/chart/month-chart/zero", test_zero);
  g_test_add_func ("/chart/month-chart/no-room", test_no_room);

  return g_test_run ();
}
