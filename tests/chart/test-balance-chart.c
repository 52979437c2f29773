/* test-balance-chart.c: how much was there, and how long it lasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "fixtures.h"
#include "tras-balance-chart.h"

#define TODAY (FIRST_DAY + 100)

static const TrasDay days[] = { FIRST_DAY + 10, FIRST_DAY + 10, FIRST_DAY + 30, FIRST_DAY + 60,
                                FIRST_DAY + 110 };
static const double balances[] = { 5, 12, 0, 20, 8 };

static TrasBalanceChart
make_chart (void)
{
  return (TrasBalanceChart) { days, balances, G_N_ELEMENTS (days), 3, FIRST_DAY, TODAY,
                              TODAY + 40, 20, 2, 6 };
}

static void
test_balance (void)
{
  const TrasBalanceChart chart = make_chart ();

  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, FIRST_DAY), ==, 3);
  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, FIRST_DAY + 9), ==, 3);
  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, FIRST_DAY + 10), ==, 12);
  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, FIRST_DAY + 59), ==, 0);
  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, TODAY), ==, 20);
  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, TODAY + 400), ==, 8);
}

static void
test_end (void)
{
  TrasBalanceChart chart = make_chart ();

  g_assert_cmpint (tras_balance_chart_get_end (&chart), ==, TODAY + 10);
  chart.use_per_day = 3;
  g_assert_cmpint (tras_balance_chart_get_end (&chart), ==, TODAY + 6);
  chart.use_per_day = 0;
  g_assert_cmpint (tras_balance_chart_get_end (&chart), ==, TRAS_DAY_NONE);
  chart.use_per_day = 1e-9;
  g_assert_cmpint (tras_balance_chart_get_end (&chart), ==, TRAS_DAY_NONE);
  chart.use_per_day = 2;
  chart.available = 0;
  g_assert_cmpint (tras_balance_chart_get_end (&chart), ==, TRAS_DAY_NONE);
  chart.available = NAN;
  g_assert_cmpint (tras_balance_chart_get_end (&chart), ==, TRAS_DAY_NONE);
}

/* Days follow each other from one side to the other, in both directions of reading. */
static void
test_hit (void)
{
  const TrasBalanceChart chart = make_chart ();
  const TrasRect rect = { 30, 20, 340, 250 };
  TrasDay before = FIRST_DAY, after = TODAY + 40;

  for (int x = 0; x < 400; x++)
    {
      TrasDay day = tras_balance_chart_hit (&chart, &rect, 12, x, FALSE);
      TrasDay mirrored = tras_balance_chart_hit (&chart, &rect, 12, x, TRUE);

      g_assert_cmpint (day, >=, before);
      g_assert_cmpint (mirrored, <=, after);
      before = day;
      after = mirrored;
    }
  g_assert_cmpint (before, ==, TODAY + 40);
  g_assert_cmpint (after, ==, FIRST_DAY);
}

static guint
draw (const TrasBalanceChart *chart,
      TrasRect                rect,
      gboolean                mirrored,
      TrasDay                 day)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, mirrored, TRUE);
  const TrasPalette *palette = tras_palette_get (TRAS_PALETTE_LIGHT);
  Paper paper = paper_new (400, 300);
  guint ink;

  tras_balance_chart_draw (chart, paper.cr, palette, tras_chart_format_get_default (), texts, &rect,
                           12, mirrored);
  if (day != TRAS_DAY_NONE)
    tras_balance_chart_draw_day (chart, paper.cr, palette, &rect, 12, mirrored, day);
  for (int y = 0; y < 300; y++)
    {
      for (int x = 0; x < 400; x++)
        {
          if (paper_get_alpha (&paper, x, y) == 0)
            continue;
          g_assert_cmpfloat (x, >=, rect.x - 2);
          g_assert_cmpfloat (x, <=, rect.x + rect.width + 2);
          g_assert_cmpfloat (y, >=, rect.y - 6);
          g_assert_cmpfloat (y, <=, rect.y + rect.height + 2);
        }
    }
  ink = paper_count_ink (&paper);
  paper_clear (&paper);

  return ink;
}

static void
test_inside (void)
{
  static const double extremes[] = { 0, 1e-3, -5, 1e9 };
  const TrasRect rect = { 30, 20, 340, 250 };
  TrasBalanceChart chart = make_chart ();
  guint plain;

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      plain = draw (&chart, rect, mirrored, TRAS_DAY_NONE);
      g_assert_cmpuint (plain, >, 1000);
      g_assert_cmpuint (draw (&chart, rect, mirrored, FIRST_DAY + 40), >, plain);
      g_assert_cmpuint (draw (&chart, rect, mirrored, TODAY + 1), ==, plain);
    }
  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      TrasBalanceChart empty = { NULL, NULL, 0, extremes[i], FIRST_DAY, TODAY, TODAY + 40,
                                 extremes[i], 0, NAN };

      g_assert_cmpuint (draw (&empty, rect, FALSE, TODAY), >, 500);
    }
}

/* Days without any leave a mark that no other day has. */
static void
test_out_of_stock (void)
{
  static const double always[] = { 5, 12, 1e-6, 20, 8 };
  const TrasRect rect = { 30, 20, 340, 250 };
  TrasBalanceChart chart = make_chart ();
  guint with_gap = draw (&chart, rect, FALSE, TRAS_DAY_NONE);

  chart.balances = always;
  g_assert_cmpuint (draw (&chart, rect, FALSE, TRAS_DAY_NONE), <, with_gap);
}

/* What is not known is not nothing: no days without any are drawn before the books begin. */
static void
test_unknown_before (void)
{
  const TrasRect rect = { 30, 20, 340, 250 };
  TrasBalanceChart chart = make_chart ();
  guint nothing, unknown;

  chart.before = 0;
  nothing = draw (&chart, rect, FALSE, TRAS_DAY_NONE);
  chart.before = NAN;
  unknown = draw (&chart, rect, FALSE, TRAS_DAY_NONE);
  g_assert_cmpuint (unknown, <, nothing);
  g_assert_cmpuint (draw (&chart, rect, TRUE, TRAS_DAY_NONE), <, nothing);
  g_assert_true (isnan (tras_balance_chart_get_balance (&chart, days[0] - 1)));
  g_assert_cmpfloat (tras_balance_chart_get_balance (&chart, days[0]), ==, 12);

  chart.from = days[0] + 1;
  unknown = draw (&chart, rect, FALSE, TRAS_DAY_NONE);
  chart.before = 0;
  g_assert_cmpuint (draw (&chart, rect, FALSE, TRAS_DAY_NONE), ==, unknown);
}

static void
test_no_room (void)
{
  const TrasBalanceChart chart = make_chart ();
  const TrasRect rect = { 30, 20, 80, 40 };

  g_assert_cmpuint (draw (&chart, rect, FALSE, TODAY), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/balance-chart/balance", test_balance);
  g_test_add_func ("/chart/balance-chart/end", test_end);
  g_test_add_func ("/chart/balance-chart/hit", test_hit);
  g_test_add_func ("/chart/balance-chart/inside", test_inside);
  g_test_add_func ("/chart/balance-chart/out-of-stock", test_out_of_stock);
  g_test_add_func ("/chart/balance-chart/unknown-before", test_unknown_before);
  g_test_add_func ("/chart/balance-chart/no-room", test_no_room);

  return g_test_run ();
}
