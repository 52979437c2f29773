/* test-chart-export.c: pictures as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fixtures.h"
#include "tras-chart-export.h"
#include "tras-error.h"

static GBytes *
export (TrasChartFileKind kind)
{
  g_autoptr (TrasTrendData) data = make_weeks (104);
  g_autoptr (TrasTrendChart) chart = tras_trend_chart_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  tras_trend_chart_set_data (chart, data);
  tras_trend_chart_set_palette (chart, TRAS_PALETTE_PRINT);
  bytes = tras_chart_export_to_bytes (kind, "Orders late", 600, 240, 144,
                                      tras_chart_export_trend_chart, chart, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  GInputStream *stream = closure;
  gsize n_read;

  if (!g_input_stream_read_all (stream, data, length, &n_read, NULL, NULL) || n_read < length)
    return CAIRO_STATUS_READ_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

static void
test_png (void)
{
  g_autoptr (GBytes) bytes = export (TRAS_CHART_FILE_PNG);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1200);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 480);
  cairo_surface_destroy (surface);
}

static void
test_svg (void)
{
  g_autoptr (GBytes) bytes = export (TRAS_CHART_FILE_SVG);
  const GMarkupParser nothing = { NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  text = g_bytes_get_data (bytes, &length);
  context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_assert_true (g_markup_parse_context_parse (context, text, length, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (g_strstr_len (text, length, "width=\"600pt\""));
  g_assert_nonnull (g_strstr_len (text, length, "<path"));
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes = export (TRAS_CHART_FILE_PDF);
  const char *text;
  gsize length;

  text = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, >, 2000);
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_assert_nonnull (g_strstr_len (text + length - 16, 16, "%%EOF"));
}

static void
draw_nothing (cairo_t  *cr,
              double    width,
              double    height,
              gpointer  user_data)
{
}

static void
break_context (cairo_t  *cr,
               double    width,
               double    height,
               gpointer  user_data)
{
  cairo_scale (cr, 0, 0);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tras-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "absent", "chart.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (tras_chart_export_to_file (TRAS_CHART_FILE_PDF, path, NULL, 100, 100, 72,
                                            draw_nothing, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  g_assert_false (tras_chart_export_to_file (TRAS_CHART_FILE_PDF, nowhere, NULL, 100, 100, 72,
                                             draw_nothing, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A picture that fails leaves the file of that name as it was. */
  g_assert_false (tras_chart_export_to_file (TRAS_CHART_FILE_PNG, path, NULL, 100, 100, 72,
                                             break_context, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_BUG);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_sizes (void)
{
  static const double sizes[][3] = {
    { 0, 100, 72 }, { 100, -1, 72 }, { 100, 100, 0 }, { 20000, 100, 300 }, { NAN, 100, 72 },
    { INFINITY, 100, 72 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tras_chart_export_to_bytes (TRAS_CHART_FILE_PNG, NULL, sizes[i][0],
                                                 sizes[i][1], sizes[i][2], draw_nothing, NULL,
                                                 &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/export/png", test_png);
  g_test_add_func ("/chart/export/svg", test_svg);
  g_test_add_func ("/chart/export/pdf", test_pdf);
  g_test_add_func ("/chart/export/files", test_files);
  g_test_add_func ("/chart/export/sizes", test_sizes);

  return g_test_run ();
}
