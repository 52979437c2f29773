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

/* A chart without a value ends today, whichever day that is. */
static void
test_empty_on_each_day (void)
{
  for (guint i = 0; i < 31; i++)
    {
      g_autofree char *today = g_strdup_printf ("2026-08-%02u", i + 1);
      g_autoptr (TrasTrendData) data = make_weeks (0);
      g_autoptr (TrasTrendChart) chart = NULL;

      g_setenv ("TRASTIENDA_TODAY", today, TRUE);
      chart = make_chart (data);
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        check_labels (tras_trend_chart_get_layout (chart, sizes[k][0], sizes[k][1]));
    }
  g_unsetenv ("TRASTIENDA_TODAY");
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

/* As many events as a bad month has: none is a line without a sign. */
static void
test_marks_have_signs (void)
{
  g_autoptr (TrasTrendData) data = tras_trend_data_new ("Orders", NULL, 0, TRAS_EVERY_WEEK,
                                                        TRAS_TREND_BETTER_UP, NULL);
  g_autoptr (TrasTrendChart) chart = NULL;
  const TrasTrendLayout *layout;
  guint n_signs = 0;

  for (guint k = 0; k < 52; k++)
    tras_trend_data_add_point (data, k * 7, k % 5, TRAS_GLYPH_NONE, FALSE, NULL);
  for (guint k = 0; k < 9; k++)
    tras_trend_data_add_mark (data, 200 + (TrasDay) k * 14, k % 5,
                              "a sentence that is much longer than what has room beside a mark");
  chart = make_chart (data);
  layout = tras_trend_chart_get_layout (chart, 1000, 420);
  check_labels (layout);
  for (guint i = 0; i < layout->labels->len; i++)
    n_signs += g_array_index (layout->labels, TrasTrendLabel, i).kind == TRAS_TREND_LABEL_MARK;
  g_assert_cmpuint (n_signs, ==, 9);
}

static char *
dup_line_names (TrasTrendChart *chart)
{
  const TrasTrendLayout *layout = tras_trend_chart_get_layout (chart, 1200, 420);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TrasTrendLabel *label = &g_array_index (layout->labels, TrasTrendLabel, i);

      if (label->kind == TRAS_TREND_LABEL_LINE)
        g_string_append_printf (names, "%s|", pango_layout_get_text (label->layout));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_targets_are_named (void)
{
  const TrasTrendTarget standing = { 0, TRAS_DAY_MAX, 15, 15, NAN };
  const TrasTrendTarget path = { 0, 20484, 12, 12, 34 };
  const TrasTrendTarget band = { 0, TRAS_DAY_MAX, 38, 42, NAN };
  g_autoptr (TrasTrendData) down = tras_trend_data_new ("Repairs", NULL, 0, TRAS_EVERY_WEEK,
                                                        TRAS_TREND_BETTER_DOWN, NULL);
  g_autoptr (TrasTrendData) within = tras_trend_data_new ("Margin", NULL, 0, TRAS_EVERY_WEEK,
                                                          TRAS_TREND_BETTER_BAND, NULL);
  g_autoptr (TrasTrendChart) chart = NULL;
  g_autoptr (TrasTrendChart) band_chart = NULL;
  g_autofree char *names = NULL;
  g_autofree char *band_names = NULL;

  for (guint k = 0; k < 3; k++)
    {
      tras_trend_data_add_point (down, 20000 + (TrasDay) k * 7, 30, TRAS_GLYPH_NONE, FALSE, NULL);
      tras_trend_data_add_point (within, 20000 + (TrasDay) k * 7, 40, TRAS_GLYPH_NONE, FALSE,
                                 NULL);
    }
  tras_trend_data_add_target (down, &standing);
  tras_trend_data_add_target (down, &path);
  chart = make_chart (down);
  names = dup_line_names (chart);
  g_assert_cmpstr (names, ==, "30|target ≤ 15|goal ≤ 12 by Jan 2026|");

  tras_trend_data_add_target (within, &band);
  tras_trend_data_add_target (within, &band);
  band_chart = make_chart (within);
  band_names = dup_line_names (band_chart);
  g_assert_cmpstr (band_names, ==, "target ≤ 42|40|target ≥ 38|");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/trend-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/chart/trend-layout/empty-on-each-day", test_empty_on_each_day);
  g_test_add_func ("/chart/trend-layout/random-levels", test_random_levels);
  g_test_add_func ("/chart/trend-layout/mirrored", test_mirrored);
  g_test_add_func ("/chart/trend-layout/domain-holds-everything", test_domain_holds_everything);
  g_test_add_func ("/chart/trend-layout/marks-are-named", test_marks_are_named);
  g_test_add_func ("/chart/trend-layout/marks-have-signs", test_marks_have_signs);
  g_test_add_func ("/chart/trend-layout/targets-are-named", test_targets_are_named);

  return g_test_run ();
}
