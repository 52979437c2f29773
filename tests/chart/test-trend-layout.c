/* test-trend-layout.c: places on the trend chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-trend-annotations.h"
#include "tras-trend-chart-private.h"
#include "tras-trend-layout.h"

static const double sizes[][2] = {
  { 1200, 420 }, { 360, 300 }, { 1920, 800 }, { 600, 1000 }, { 800, 200 }, { 200, 150 },
  { 150, 400 }, { 3840, 2000 },
};

static TrasTrendChart *
make_chart (TrasTrendData *data)
{
  TrasTrendChart *chart = tras_trend_chart_new ();

  tras_trend_chart_set_data (chart, data);

  return chart;
}

static guint
check_labels (const TrasTrendLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TrasTrendLabel *label = &g_array_index (layout->labels, TrasTrendLabel, i);

      g_assert_cmpfloat (label->rect.x, >=, -0.5);
      g_assert_cmpfloat (label->rect.y, >=, -0.5);
      g_assert_cmpfloat (label->rect.x + label->rect.width, <=, layout->width + 0.5);
      g_assert_cmpfloat (label->rect.y + label->rect.height, <=, layout->height + 0.5);
      for (guint k = 0; k < i; k++)
        {
          const TrasTrendLabel *other = &g_array_index (layout->labels, TrasTrendLabel, k);

          if (tras_rect_overlaps (&label->rect, &other->rect))
            g_error ("At %g × %g, “%s” (%d) lies over “%s” (%d)", layout->width, layout->height,
                     label->layout != NULL ? pango_layout_get_text (label->layout) : "",
                     label->kind,
                     other->layout != NULL ? pango_layout_get_text (other->layout) : "",
                     other->kind);
        }
      if (layout->months.width > 0)
        g_assert_false (label->kind != TRAS_TREND_LABEL_TITLE &&
                        label->kind != TRAS_TREND_LABEL_SUBTITLE &&
                        tras_rect_overlaps (&label->rect, &layout->months));
    }

  return layout->labels->len;
}

static void
test_no_overlap (void)
{
  static const guint counts[] = { 0, 1, 2, 13, 52, 104, 300, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (TrasTrendData) data = make_weeks (counts[i]);
      g_autoptr (TrasTrendChart) chart = make_chart (data);

      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          for (double scale = 0.8; scale < 2.5; scale += 0.8)
            {
              guint n;

              tras_trend_chart_set_text_scale (chart, scale);
              n = check_labels (tras_trend_chart_get_layout (chart, sizes[k][0], sizes[k][1]));
              if (sizes[k][0] >= 1200)
                g_assert_cmpuint (n, >, 5);
            }
        }
    }
}

static void
test_random_levels (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TrasTrendData) data = tras_trend_data_new ("Random", "mm", i % 3, i % 3, i % 4,
                                                            i % 2 == 0 ? "more is better" : NULL);
      double size = pow (10, g_test_rand_double_range (-3, 7));
      TrasTrendSegment segment = { 0, 700, 0, -size, size, FALSE, FALSE, i % 5 == 0 };
      TrasTrendTarget target = { 0, 900, 0, 0, NAN };
      g_autoptr (TrasTrendChart) chart = NULL;

      for (guint k = 0; k < 50; k++)
        tras_trend_data_add_point (data, k * 14, g_test_rand_double_range (-size, size),
                                   g_test_rand_int_range (0, 7), FALSE,
                                   k % 5 == 0 ? "note" : NULL);
      segment.mean = g_test_rand_double_range (-0.1, 0.1) * size;
      target.low = g_test_rand_double_range (-0.2, 0.2) * size;
      target.high = i % 3 == 0 ? target.low + size * 0.1 : target.low;
      tras_trend_data_add_segment (data, &segment);
      tras_trend_data_add_target (data, &target);
      for (guint k = 0; k < i % 12; k++)
        tras_trend_data_add_mark (data, g_test_rand_int_range (0, 700), k % 5, "what was decided");

      chart = make_chart (data);
      check_labels (tras_trend_chart_get_layout (chart, sizes[i % 8][0], sizes[i % 8][1]));
    }
}

static void
test_mirrored (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (60);
  g_autoptr (TrasTrendChart) chart = make_chart (data);
  g_autoptr (TrasTrendChart) mirrored = make_chart (data);
  const TrasTrendLayout *one, *other;

  tras_trend_chart_set_mirrored (mirrored, TRUE);
  one = tras_trend_chart_get_layout (chart, 1200, 420);
  other = tras_trend_chart_get_layout (mirrored, 1200, 420);
  check_labels (other);

  g_assert_cmpfloat_with_epsilon (one->plot.x, 1200 - other->plot.x - other->plot.width, 1e-6);
  g_assert_cmpuint (one->labels->len, ==, other->labels->len);
  for (gsize i = 0; i < 60; i++)
    {
      double x, y, mirrored_x, mirrored_y;

      tras_trend_layout_get_point (one, data, i, &x, &y);
      tras_trend_layout_get_point (other, data, i, &mirrored_x, &mirrored_y);
      g_assert_cmpfloat_with_epsilon (x, 1200 - mirrored_x, 1e-6);
      g_assert_cmpfloat_with_epsilon (y, mirrored_y, 1e-6);
    }
}

static void
test_domain_holds_everything (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (104);
  g_autoptr (TrasTrendChart) chart = make_chart (data);
  const TrasTrendLayout *layout = tras_trend_chart_get_layout (chart, 1200, 420);

  for (gsize i = 0; i < 104; i++)
    {
      double x, y;

      tras_trend_layout_get_point (layout, data, i, &x, &y);
      g_assert_cmpfloat (x, >=, layout->plot.x);
      g_assert_cmpfloat (x, <=, layout->plot.x + layout->plot.width);
      g_assert_cmpfloat (y, >=, layout->plot.y - 1e-6);
      g_assert_cmpfloat (y, <=, layout->plot.y + layout->plot.height + 1e-6);
    }
}

static void
test_marks_are_named (void)
{
  g_autoptr (TrasTrendData) data = make_weeks (20);
  g_autoptr (TrasTrendChart) chart = make_chart (data);
  const TrasTrendLayout *layout = tras_trend_chart_get_layout (chart, 1200, 420);
  const TrasTrendMark *marks;
  g_autofree char *words = NULL;
  guint n, n_named = 0;

  marks = tras_trend_data_get_marks (data, &n);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TrasTrendLabel *label = &g_array_index (layout->labels, TrasTrendLabel, i);

      n_named += label->kind == TRAS_TREND_LABEL_MARK && label->layout != NULL;
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (n_named, ==, 3);
  words = tras_trend_mark_dup_words (&marks[0]);
  g_assert_cmpstr (words, ==, "Decision: two shifts in the warehouse");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/trend-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/chart/trend-layout/random-levels", test_random_levels);
  g_test_add_func ("/chart/trend-layout/mirrored", test_mirrored);
  g_test_add_func ("/chart/trend-layout/domain-holds-everything", test_domain_holds_everything);
  g_test_add_func ("/chart/trend-layout/marks-are-named", test_marks_are_named);

  return g_test_run ();
}
