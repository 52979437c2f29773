/* tras-chart-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "tras-chart-export.h"
#include "tras-error.h"

#define POINTS_PER_INCH 72.0

/* The largest side of a picture that Cairo takes. */
#define MOST_PIXELS 32767

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (TrasChartFileKind  kind,
              const char        *title,
              double             width,
              double             height,
              double             scale,
              GByteArray        *bytes)
{
  cairo_surface_t *surface;

  switch (kind)
    {
    case TRAS_CHART_FILE_PNG:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                            (int) ceil (width * scale),
                                            (int) ceil (height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      return surface;
    case TRAS_CHART_FILE_SVG:
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      return surface;
    case TRAS_CHART_FILE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                      "Trastienda " PACKAGE_VERSION);
      return surface;
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tras_chart_export_to_bytes:
 * @kind: the kind of file
 * @title: (nullable): the document's name, for kinds that carry one (PDF)
 * @width: in points, 1/72 inch
 * @height: likewise
 * @resolution: pixels an inch, for kinds that have pixels (PNG); 144 is two a point
 * @draw: (scope call): draws the picture, the paper included
 * @user_data: handed to @draw
 * @error: %TRAS_ERROR_INVALID for a size that no file has, %TRAS_ERROR_BUG for what Cairo refuses
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with @error set
 */
GBytes *
tras_chart_export_to_bytes (TrasChartFileKind   kind,
                            const char         *title,
                            double              width,
                            double              height,
                            double              resolution,
                            TrasChartDrawFunc   draw,
                            gpointer            user_data,
                            GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = resolution / POINTS_PER_INCH;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (draw != NULL, NULL);

  if (!(width >= 1 && height >= 1 && scale > 0) ||
      MAX (width, height) * (kind == TRAS_CHART_FILE_PNG ? scale : 1) > MOST_PIXELS)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   _("A picture of %g × %g points at %g pixels an inch cannot be made."),
                   width, height, resolution);
      return NULL;
    }

  surface = make_surface (kind, title, width, height, scale, bytes);
  cr = cairo_create (surface);
  draw (cr, width, height, user_data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && kind == TRAS_CHART_FILE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_BUG,
                   _("The picture could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static int
get_error_code (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return TRAS_ERROR_FULL;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return TRAS_ERROR_NOT_FOUND;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return TRAS_ERROR_READ_ONLY;

  return TRAS_ERROR_DENIED;
}

/**
 * tras_chart_export_write_bytes:
 * @path: where; a file of that name is replaced in one step. Only its owner can read it
 * @bytes: a file's content
 * @error: %TRAS_ERROR_NOT_FOUND for a folder that is not there, %TRAS_ERROR_FULL,
 *   %TRAS_ERROR_READ_ONLY, %TRAS_ERROR_DENIED
 *
 * Returns: whether the file was written
 */
gboolean
tras_chart_export_write_bytes (const char  *path,
                               GBytes      *bytes,
                               GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, &local_error))
    {
      g_set_error_literal (error, TRAS_ERROR, get_error_code (local_error), local_error->message);
      return FALSE;
    }

  return TRUE;
}

/**
 * tras_chart_export_to_file:
 * @kind: the kind of file
 * @path: where; a file of that name is replaced in one step, and only when the picture is complete
 * @title: (nullable): see tras_chart_export_to_bytes()
 * @width: in points
 * @height: in points
 * @resolution: pixels an inch
 * @draw: (scope call): draws the picture, the paper included
 * @user_data: handed to @draw
 * @error: those of tras_chart_export_to_bytes() and tras_chart_export_write_bytes()
 *
 * Returns: whether the file was written
 */
gboolean
tras_chart_export_to_file (TrasChartFileKind   kind,
                           const char         *path,
                           const char         *title,
                           double              width,
                           double              height,
                           double              resolution,
                           TrasChartDrawFunc   draw,
                           gpointer            user_data,
                           GError            **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = tras_chart_export_to_bytes (kind, title, width, height, resolution, draw, user_data,
                                      error);
  if (bytes == NULL)
    return FALSE;

  return tras_chart_export_write_bytes (path, bytes, error);
}

/**
 * tras_chart_export_trend_chart:
 * @cr: where to draw
 * @width: of the paper, in points
 * @height: likewise
 * @chart: (type TrasTrendChart): a trend chart
 *
 * A #TrasChartDrawFunc: paints the paper in the chart's own colour and draws the chart with a
 * margin.
 */
void
tras_chart_export_trend_chart (cairo_t  *cr,
                               double    width,
                               double    height,
                               gpointer  chart)
{
  double margin = CLAMP (MIN (width, height) * 0.035, 0, 24);

  tras_palette_set_source (tras_trend_chart_get_palette (chart), TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, margin, margin);
  tras_trend_chart_draw (chart, cr, width - 2 * margin, height - 2 * margin);
  cairo_restore (cr);
}
