/* tras-chart-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chart-export.h"
#include "tras-chart-paper.h"
#include "tras-indicator-chart.h"
#include "tras-print.h"
#include "tras-save-file.h"
#include "tras-sentence.h"
#include "tras-window.h"

/* A picture for a page or a slide, in points. */
#define WIDTH 960
#define HEIGHT 480
#define RESOLUTION 192
#define FILE_MARGIN 16

/* What stands under a printed chart, in points. */
#define PRINT_TEXT 11
#define PRINT_SMALL 9
#define PRINT_GAP 14
#define PRINT_MARGIN 42
/* On an upright page, in widths: on a taller one the eye would find slopes in what hardly moves. */
#define PRINT_TALLEST 1.0

/* The chart that is wanted; made anew on the thread that draws it. */
typedef struct
{
  TrasIndicatorSeries *series;
  TrasDay from;
  TrasDay to;
} Paper;

static Paper *
paper_new (TrasIndicatorSeries *series,
           TrasDay              from,
           TrasDay              to)
{
  Paper *self = g_new0 (Paper, 1);

  self->series = tras_indicator_series_ref (series);
  self->from = from;
  self->to = to;

  return self;
}

static void
paper_free (gpointer data)
{
  Paper *self = data;

  tras_indicator_series_unref (self->series);
  g_free (self);
}

static TrasTrendChart *
paper_make_chart (Paper           *self,
                  TrasPaletteKind  palette)
{
  TrasTrendChart *chart = tras_indicator_chart_new (self->series,
                                                    tras_number_format_get_default ());

  tras_trend_chart_set_palette (chart, palette);
  tras_trend_chart_set_show_title (chart, TRUE);
  tras_trend_chart_set_range (chart, self->from, self->to);

  return chart;
}

/* ---- the page ---- */

static double
draw_text (cairo_t    *cr,
           const char *text,
           double      size,
           double      width,
           double      y)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans");
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (y >= 0)
    {
      cairo_move_to (cr, 0, y);
      pango_cairo_show_layout (cr, layout);
    }

  return height;
}

/* The chart, what it says in words under it, and what was counted. */
static void
draw_page (Paper           *paper,
           TrasPaletteKind  palette,
           cairo_t         *cr,
           double           width,
           double           height)
{
  g_autoptr (TrasTrendChart) chart = paper_make_chart (paper, palette);
  g_autofree char *verdict = tras_sentence_chart (paper->series,
                                                  tras_number_format_get_default ());
  g_autofree char *definition = tras_sentence_definition (paper->series);
  double verdict_height = draw_text (cr, verdict, PRINT_TEXT, width, -1);
  double under = verdict_height + PRINT_GAP;

  if (definition != NULL)
    under += draw_text (cr, definition, PRINT_SMALL, width, -1) + PRINT_GAP / 2.0;

  height = MIN (height - under, width * PRINT_TALLEST);
  tras_trend_chart_draw (chart, cr, width, height);
  tras_palette_set_source (tras_palette_get (palette), TRAS_COLOR_TEXT, cr);
  draw_text (cr, verdict, PRINT_TEXT, width, height + PRINT_GAP);
  if (definition != NULL)
    draw_text (cr, definition, PRINT_SMALL, width,
               height + PRINT_GAP + verdict_height + PRINT_GAP / 2.0);
}

static void
draw_file (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  user_data)
{
  tras_palette_set_source (tras_palette_get (TRAS_PALETTE_LIGHT), TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  cairo_translate (cr, FILE_MARGIN, FILE_MARGIN);
  draw_page (user_data, TRAS_PALETTE_LIGHT, cr, width - 2 * FILE_MARGIN,
             height - 2 * FILE_MARGIN);
}

/* ---- files ---- */

static TrasChartFileKind
find_kind (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".svg"))
    return TRAS_CHART_FILE_SVG;
  if (g_str_has_suffix (name, ".pdf"))
    return TRAS_CHART_FILE_PDF;

  return TRAS_CHART_FILE_PNG;
}

static GBytes *
make_picture (Paper              *paper,
              TrasChartFileKind   kind,
              GError            **error)
{
  return tras_chart_export_to_bytes (kind, paper->series->indicator->name, WIDTH, HEIGHT,
                                     RESOLUTION, draw_file, paper, error);
}

static GBytes *
make_file (GFile    *file,
           gpointer  data,
           GError  **error)
{
  return make_picture (data, find_kind (file), error);
}

/**
 * tras_chart_paper_save:
 * @widget: any widget of the window
 * @series: an indicator with its marks
 * @from: the first day to be seen, or %TRAS_DAY_NONE
 * @to: the last day to be seen, or %TRAS_DAY_NONE
 *
 * Asks for a file and draws the chart into it, as PNG, SVG or PDF as its name ends.
 */
void
tras_chart_paper_save (GtkWidget           *widget,
                       TrasIndicatorSeries *series,
                       TrasDay              from,
                       TrasDay              to)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (series != NULL);

  name = g_strdup_printf ("%s.png", series->indicator->name);
  g_strdelimit (name, "/\\", '-');
  tras_save_file (widget, _("Save Chart"), TRAS_FILE_PICTURE, name, make_file,
                  paper_new (series, from, to), paper_free);
}

/* ---- the clipboard ---- */

static void
copy_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = make_picture (data, TRAS_CHART_FILE_PNG, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      tras_window_report_error (widget, error);
      return;
    }

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  tras_window_toast (widget, _("Chart copied"));
}

/**
 * tras_chart_paper_copy:
 * @widget: any widget of the window
 * @series: an indicator with its marks
 * @from: the first day to be seen, or %TRAS_DAY_NONE
 * @to: the last day to be seen, or %TRAS_DAY_NONE
 *
 * Puts a picture of the chart on the clipboard.
 */
void
tras_chart_paper_copy (GtkWidget           *widget,
                       TrasIndicatorSeries *series,
                       TrasDay              from,
                       TrasDay              to)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (series != NULL);

  task = g_task_new (widget, NULL, on_copied, NULL);
  g_task_set_source_tag (task, tras_chart_paper_copy);
  g_task_set_task_data (task, paper_new (series, from, to), paper_free);
  g_task_run_in_thread (task, copy_in_thread);
}

/* ---- paper ---- */

/**
 * tras_chart_paper_draw:
 * @cr: a page, its origin where what can be printed begins
 * @width: how wide that is, in points
 * @height: how high
 * @series: an indicator with its marks
 * @from: the first day to be seen, or %TRAS_DAY_NONE
 * @to: the last day to be seen, or %TRAS_DAY_NONE
 *
 * Draws the chart in greys, as large as it goes, with what it says in words under it.
 */
void
tras_chart_paper_draw (cairo_t             *cr,
                       double               width,
                       double               height,
                       TrasIndicatorSeries *series,
                       TrasDay              from,
                       TrasDay              to)
{
  Paper paper = { .series = series, .from = from, .to = to };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (series != NULL);

  draw_page (&paper, TRAS_PALETTE_PRINT, cr, width, height);
}

static void
print_page (cairo_t  *cr,
            double    width,
            double    height,
            guint     page,
            gpointer  data)
{
  cairo_translate (cr, PRINT_MARGIN, PRINT_MARGIN);
  draw_page (data, TRAS_PALETTE_PRINT, cr, width - 2 * PRINT_MARGIN, height - 2 * PRINT_MARGIN);
}

/**
 * tras_chart_paper_print:
 * @widget: any widget of the window
 * @series: an indicator with its marks
 * @from: the first day to be seen, or %TRAS_DAY_NONE
 * @to: the last day to be seen, or %TRAS_DAY_NONE
 *
 * Prints the chart in greys, with what it says in words under it.
 */
void
tras_chart_paper_print (GtkWidget           *widget,
                        TrasIndicatorSeries *series,
                        TrasDay              from,
                        TrasDay              to)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (series != NULL);

  tras_print (widget, series->indicator->name, GTK_PAGE_ORIENTATION_LANDSCAPE, 1, print_page,
              paper_new (series, from, to), paper_free);
}
