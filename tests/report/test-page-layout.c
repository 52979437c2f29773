/* test-page-layout.c: blocks on pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-chart-block.h"

typedef struct
{
  TrasBlock block;

  double height;
} Box;

static double
box_measure (TrasBlock *block,
             double     width)
{
  return ((Box *) block)->height;
}

static void
box_draw (TrasBlock      *block,
          cairo_t        *cr,
          const TrasRect *rect)
{
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

static TrasBlock *
box_new (TrasReportStyle *style,
         double           height,
         double           space_before)
{
  static const TrasBlockKind kind = { sizeof (Box), box_measure, box_draw, NULL };
  Box *self = tras_block_new (&kind, style);

  self->height = height;
  self->block.space_before = space_before;

  return &self->block;
}

static void
test_empty (void)
{
  g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  guint n = 1;

  g_assert_cmpuint (tras_page_layout_get_n_pages (pages), ==, 1);
  tras_page_layout_get_places (pages, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Whatever comes, all of it is placed once and in order, and what belongs together stays so. */
static void
test_flow (void)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (PANGO_DIRECTION_LTR);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
      g_autoptr (GPtrArray) added = g_ptr_array_new ();
      const TrasPlace *places;
      TrasRect content;
      guint n;

      tras_page_layout_get_content (pages, &content);
      for (guint i = 0; i < 60; i++)
        {
          TrasBlock *block = box_new (style, g_rand_double_range (rand, 5, 200),
                                      g_rand_double_range (rand, 0, 30));

          /* Three in a row at most, which always fit a page. */
          block->stretch = g_rand_int_range (rand, 0, 5) == 0 ? 80 : 0;
          block->keep_with_next = i % 4 != 3 && i % 4 != 0 && g_rand_boolean (rand);
          if (g_rand_int_range (rand, 0, 20) == 0)
            tras_page_layout_break_page (pages);
          g_ptr_array_add (added, block);
          tras_page_layout_add (pages, block);
        }

      places = tras_page_layout_get_places (pages, &n);
      g_assert_cmpuint (n, ==, added->len);
      assert_pages (places, n, &content);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (places[i].block == added->pdata[i]);
          g_assert_cmpfloat (places[i].rect.height, >=, ((Box *) added->pdata[i])->height);
          g_assert_cmpfloat (places[i].rect.height, <=,
                             ((Box *) added->pdata[i])->height + places[i].block->stretch + 1e-6);
          if (places[i].block->keep_with_next && i + 1 < n)
            g_assert_cmpuint (places[i].page, ==, places[i + 1].page);
        }
      g_assert_cmpuint (places[n - 1].page + 1, ==, tras_page_layout_get_n_pages (pages));
    }
}

static void
test_break (void)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (PANGO_DIRECTION_LTR);
  g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  const TrasPlace *places;
  TrasRect content;
  guint n;

  /* Before the first block a break asks for nothing. */
  tras_page_layout_break_page (pages);
  tras_page_layout_add (pages, box_new (style, 10, 5));
  tras_page_layout_break_page (pages);
  tras_page_layout_add (pages, box_new (style, 10, 5));

  tras_page_layout_get_content (pages, &content);
  places = tras_page_layout_get_places (pages, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (places[0].page, ==, 0);
  g_assert_cmpuint (places[1].page, ==, 1);
  g_assert_cmpfloat (places[0].rect.y, ==, content.y);
  g_assert_cmpfloat (places[1].rect.y, ==, content.y);
}

/* What is repeated stands at the top of each further page, above what it belongs to. */
static void
test_repeated (void)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (PANGO_DIRECTION_LTR);
  g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  TrasBlock *head = box_new (style, 20, 0);
  const TrasPlace *places;
  guint n, n_heads = 0;

  head->keep_with_next = TRUE;
  tras_page_layout_add (pages, head);
  for (guint i = 0; i < 40; i++)
    {
      TrasBlock *row = box_new (style, 50, 0);

      row->repeated = tras_block_ref (head);
      tras_page_layout_add (pages, row);
    }

  places = tras_page_layout_get_places (pages, &n);
  for (guint i = 0; i < n; i++)
    {
      gboolean first = i == 0 || places[i].page != places[i - 1].page;

      g_assert_true ((places[i].block == head) == first);
      n_heads += first;
    }
  g_assert_cmpuint (n_heads, ==, tras_page_layout_get_n_pages (pages));
  g_assert_cmpuint (n_heads, >, 1);
}

/* A paragraph is as high as its lines, in either direction. */
static void
test_text (gconstpointer data)
{
  PangoDirection direction = GPOINTER_TO_INT (data);
  g_autoptr (TrasReportStyle) style = tras_report_style_new (direction);
  g_autoptr (TrasBlock) text = tras_text_block_new (style, TRAS_TEXT_BODY, LONG_TEXT, 0);
  double wide = tras_block_measure (text, 2000), last = wide;

  g_assert_cmpint (tras_report_style_get_mirrored (style), ==, direction == PANGO_DIRECTION_RTL);
  for (double width = 800; width >= 50; width /= 2)
    {
      TrasRect rect = { 100, 100, width, tras_block_measure (text, width) };
      TrasRect ink = get_ink (text, &rect);

      g_assert_cmpfloat (rect.height, >=, last);
      last = rect.height;
      assert_inside (&ink, &rect);
    }
  g_assert_cmpfloat (last, >, 5 * wide);
}

static void
test_chart (gconstpointer data)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (GPOINTER_TO_INT (data));
  g_autoptr (TrasTrendChart) chart = tras_trend_chart_new ();
  g_autoptr (TrasTrendData) points = NULL;
  g_autoptr (TrasBlock) brief = NULL;
  g_autoptr (TrasBlock) lengthy = NULL;
  g_autofree char *sentence = g_strconcat (LONG_TEXT, LONG_TEXT, LONG_TEXT, LONG_TEXT, NULL);

  points = tras_trend_data_new (LONG_TEXT, LONG_TEXT, 0, TRAS_EVERY_WEEK,
                                TRAS_TREND_BETTER_UP, LONG_TEXT);
  for (int i = 0; i < 53; i++)
    tras_trend_data_add_point (points, 20094 + 7 * i, i % 9, TRAS_GLYPH_USUAL, FALSE, LONG_TEXT);
  tras_trend_chart_set_data (chart, points);

  brief = tras_chart_block_new (style, chart, TRAS_GLYPH_WORSE_UP, "Worse.", NULL, 200, 0);
  lengthy = tras_chart_block_new (style, chart, TRAS_GLYPH_NONE, sentence, LONG_TEXT, 200,
                                  0);
  g_assert_cmpfloat (tras_block_measure (brief, 400), ==, 200);
  g_assert_cmpfloat (tras_block_measure (lengthy, 400), >, 200);
  for (guint i = 0; i < 2; i++)
    {
      TrasBlock *block = i == 0 ? brief : lengthy;
      TrasRect rect = { 30, 40, 400, tras_block_measure (block, 400) };
      TrasRect ink = get_ink (block, &rect);

      assert_inside (&ink, &rect);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-layout/empty", test_empty);
  g_test_add_func ("/page-layout/flow", test_flow);
  g_test_add_func ("/page-layout/break", test_break);
  g_test_add_func ("/page-layout/repeated", test_repeated);
  g_test_add_data_func ("/page-layout/text", GINT_TO_POINTER (PANGO_DIRECTION_LTR), test_text);
  g_test_add_data_func ("/page-layout/text-rtl", GINT_TO_POINTER (PANGO_DIRECTION_RTL), test_text);
  g_test_add_data_func ("/page-layout/chart", GINT_TO_POINTER (PANGO_DIRECTION_LTR), test_chart);
  g_test_add_data_func ("/page-layout/chart-rtl", GINT_TO_POINTER (PANGO_DIRECTION_RTL),
                        test_chart);

  return g_test_run ();
}
