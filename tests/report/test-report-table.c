/* test-report-table.c: tables over pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-report-table.h"

static const TrasReportColumn columns[] = {
  { "Code", TRAS_ALIGN_START, 40 },
  { "What", TRAS_ALIGN_START, 0 },
  { "Value", TRAS_ALIGN_DECIMAL, 60 },
  { "Trend", TRAS_ALIGN_START, 50 },
  { "Who", TRAS_ALIGN_END, 90 },
};

static void
paint (cairo_t         *cr,
       TrasReportStyle *style,
       const TrasRect  *rect,
       gpointer         data)
{
  guint *n_painted = data;

  (*n_painted)++;
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

static void
add_row (TrasReportTable *table,
         const char      *text,
         const char      *value,
         guint           *n_painted)
{
  tras_report_table_add_row (table);
  tras_report_table_add_glyph (table, TRAS_GLYPH_WORSE_UP, TRAS_TEXT_CELL, text);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, text, text);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_STRONG, value, NULL);
  tras_report_table_add_picture (table, 50, paint, n_painted, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, text, NULL);
}

static void
test_long (gconstpointer data)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (GPOINTER_TO_INT (data));
  g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  g_autoptr (GString) novel = g_string_new (NULL);
  TrasReportTable *table = tras_report_table_new (style, columns, G_N_ELEMENTS (columns), ".");
  const TrasPlace *places;
  TrasRect content;
  guint n, n_painted = 0;

  for (guint i = 0; i < 30; i++)
    g_string_append (novel, LONG_TEXT " ");
  for (guint i = 0; i < 30; i++)
    {
      if (i % 7 == 0)
        tras_report_table_add_group (table, i % 2 == 0 ? "Group" : LONG_TEXT);
      add_row (table, i == 11 ? novel->str : i % 3 == 0 ? LONG_TEXT : "short",
               i % 2 == 0 ? "1,234.5" : "−7\302\240%", &n_painted);
    }
  tras_report_table_finish (table, pages, 10);

  tras_page_layout_get_content (pages, &content);
  places = tras_page_layout_get_places (pages, &n);
  assert_pages (places, n, &content);
  g_assert_cmpuint (n_painted, ==, 30);
  g_assert_cmpuint (tras_page_layout_get_n_pages (pages), >, 1);
}

/* The head and a group are never the last on a page, and the last row is never alone on one. */
static void
test_orphans (void)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (PANGO_DIRECTION_LTR);

  for (guint n_rows = 1; n_rows < 90; n_rows++)
    {
      g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
      TrasReportTable *table = tras_report_table_new (style, columns, G_N_ELEMENTS (columns), ",");
      const TrasPlace *places;
      TrasBlock *heading;
      guint n, n_painted;

      heading = tras_text_block_new (style, TRAS_TEXT_HEADING, "Heading", 20);
      tras_page_layout_add (pages, heading);
      for (guint i = 0; i < n_rows; i++)
        {
          if (i % 5 == 0)
            tras_report_table_add_group (table, "Group");
          add_row (table, "short", "1", &n_painted);
        }
      tras_report_table_finish (table, pages, 4);

      places = tras_page_layout_get_places (pages, &n);
      for (guint i = 0; i < n; i++)
        {
          gboolean last = i + 1 == n || places[i + 1].page != places[i].page;

          if (places[i].block->keep_with_next)
            g_assert_false (last);
        }
      if (places[n - 1].page > 0)
        g_assert_cmpuint (places[n - 1].page, ==, places[n - 2].page);
    }
}

/* The right edge of the ink of a row that holds one number. */
static double
get_number_edge (TrasReportStyle *style,
                 const char      *number,
                 const char      *other)
{
  static const TrasReportColumn numbers[] = {
    { "", TRAS_ALIGN_START, 0 }, { "", TRAS_ALIGN_DECIMAL, 200 },
  };
  g_autoptr (TrasPageLayout) pages = tras_page_layout_new (TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  TrasReportTable *table = tras_report_table_new (style, numbers, 2, ".");
  const TrasPlace *places;
  TrasBlock *row;
  TrasRect place;
  cairo_surface_t *surface;
  cairo_t *cr;
  double x, y, width, height;
  guint n;

  row = tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, NULL, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, number, NULL);
  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, NULL, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, other, NULL);
  tras_report_table_finish (table, pages, 0);

  places = tras_page_layout_get_places (pages, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (places[1].block == row);
  place = places[1].rect;

  /* Without the rule at its foot. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cr = cairo_create (surface);
  cairo_rectangle (cr, place.x, place.y, place.width, place.height - 2);
  cairo_clip (cr);
  tras_block_draw (row, cr, &place);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);

  return x + width;
}

/* Whole numbers end where the others have their mark; ink is told in whole points. */
static void
test_decimals (void)
{
  g_autoptr (TrasReportStyle) style = tras_report_style_new (PANGO_DIRECTION_LTR);
  g_autoptr (PangoLayout) fraction = NULL;
  double width;

  fraction = tras_report_style_new_layout (style, TRAS_TEXT_CELL, ".25", -1);
  tras_report_style_get_extents (fraction, &width, NULL);
  g_assert_cmpfloat_with_epsilon (get_number_edge (style, "7", "8"),
                                  get_number_edge (style, "7", "8.25") + width, 1.01);
  g_assert_cmpfloat_with_epsilon (get_number_edge (style, "7", "1,008.25") + width,
                                  get_number_edge (style, "1,007", "8"), 1.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report-table/long", GINT_TO_POINTER (PANGO_DIRECTION_LTR), test_long);
  g_test_add_data_func ("/report-table/long-rtl", GINT_TO_POINTER (PANGO_DIRECTION_RTL),
                        test_long);
  g_test_add_func ("/report-table/orphans", test_orphans);
  g_test_add_func ("/report-table/decimals", test_decimals);

  return g_test_run ();
}
