/* tras-timeline-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-chart-export.h"
#include "tras-indicator-chart.h"
#include "tras-look.h"
#include "tras-number.h"
#include "tras-print.h"
#include "tras-save-file.h"
#include "tras-timeline-draw.h"
#include "tras-timeline-marks.h"
#include "tras-timeline-paper.h"

/* Drawn as large as on a screen, so that lines are as heavy beside the text as they are there. In
 * points; those of a page become smaller. A picture is as high as its rows make it. */
#define TEXT 14
#define WIDTH 1400
#define MOST_HEIGHT 16000
#define RESOLUTION 144
#define FILE_MARGIN 20
#define PRINT_MARGIN 60
#define PRINT_SCALE 0.6
#define GAP 12
#define TITLE_HEIGHT 1.8

/* What is wanted on paper, with the lanes as they are folded now: it may be drawn on another thread
 * while the window goes on. */
typedef struct
{
  TrasTimelineSource *source;
  TrasTimelineLane *lanes;
  TrasTimeline *timeline;
  TrasDay from;
  TrasDay to;
  gboolean mirrored;

  /* The paper that the pages are made for, the first row of each, and one past the last row. */
  double width;
  double height;
  GArray *pages;
} Paper;

static Paper *
paper_new (GtkWidget          *widget,
           TrasTimelineSource *source,
           TrasDay             from,
           TrasDay             to)
{
  Paper *self = g_new0 (Paper, 1);
  TrasTimelinePlan plan = *tras_timeline_source_get_plan (source);

  self->source = tras_timeline_source_ref (source);
  self->lanes = g_memdup2 (plan.lanes, plan.n_lanes * sizeof *plan.lanes);
  plan.lanes = self->lanes;
  self->timeline = tras_timeline_new (&plan);
  self->from = from;
  self->to = to;
  self->mirrored = tras_look_is_mirrored (widget);

  return self;
}

static void
paper_free (gpointer data)
{
  Paper *self = data;

  tras_timeline_free (self->timeline);
  tras_timeline_source_unref (self->source);
  g_free (self->lanes);
  g_clear_pointer (&self->pages, g_array_unref);
  g_free (self);
}

/* ---- drawing ---- */

static double
get_calendar_height (double em)
{
  TrasTimelineSight sight = { .text_size = em };

  return tras_timeline_get_top (&sight);
}

/* The calendar and some rows, as high as they are. */
static void
draw_rows (Paper             *self,
           const TrasPalette *palette,
           TrasTextCache     *texts,
           cairo_t           *cr,
           const TrasRect    *rect,
           double             em,
           guint              first,
           guint              end)
{
  const TrasTimelineRow *row = tras_timeline_get_row (self->timeline, first);
  const TrasTimelineRow *last = tras_timeline_get_row (self->timeline, end - 1);
  TrasTimelineCursor cursor = TRAS_TIMELINE_CURSOR_NONE;
  TrasTimelineSight sight = {
    .rect = *rect, .text_size = em, .scroll = row->top * em, .first = self->from,
    .day_width = rect->width / (self->to + 1 - self->from), .mirrored = self->mirrored,
  };

  sight.rect.height = MIN (get_calendar_height (em) + (last->top + last->height - row->top) * em,
                           rect->height);
  tras_timeline_draw (self->timeline, &sight, &cursor, cr, palette,
                      tras_indicator_chart_get_format (tras_number_format_get_default ()), texts);
}

static void
draw_words (const char        *words,
            const TrasPalette *palette,
            TrasTextCache     *texts,
            cairo_t           *cr,
            const TrasRect    *rect,
            double             em,
            double             before,
            gboolean           mirrored)
{
  g_autoptr (PangoLayout) layout = tras_text_cache_get (texts, words, em, before == 0, rect->width);
  gboolean at_left = (before == 0) != mirrored;
  double width;

  tras_text_get_size (layout, &width, NULL);
  tras_palette_set_source (palette, TRAS_COLOR_TEXT, cr);
  tras_text_draw (layout, cr, at_left ? rect->x : rect->x + rect->width - width, rect->y);
}

/* ---- a picture ---- */

static double
measure_legend (Paper *self,
                double width,
                double em)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, self->mirrored, FALSE);
  TrasRect rect = { 0, 0, width, 0 };

  return tras_timeline_marks_draw_legend (self->timeline, &rect, em, self->mirrored, texts, NULL,
                                          NULL);
}

static void
draw_file (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  user_data)
{
  Paper *self = user_data;
  const TrasPalette *palette = tras_palette_get (TRAS_PALETTE_LIGHT);
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, self->mirrored,
                                                         tras_text_has_pixels (cr));
  double legend = measure_legend (self, width - 2 * FILE_MARGIN, TEXT);
  TrasRect rect = { FILE_MARGIN, FILE_MARGIN, width - 2 * FILE_MARGIN,
                    height - 2 * FILE_MARGIN - legend - GAP };

  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  draw_rows (self, palette, texts, cr, &rect, TEXT, 0,
             tras_timeline_get_n_rows (self->timeline));
  rect.y = height - FILE_MARGIN - legend;
  tras_timeline_marks_draw_legend (self->timeline, &rect, TEXT, self->mirrored, texts, cr,
                                   palette);
}

static GBytes *
make_file (GFile    *file,
           gpointer  data,
           GError  **error)
{
  Paper *self = data;
  g_autofree char *name = g_file_get_basename (file);
  TrasChartFileKind kind = g_str_has_suffix (name, ".svg")   ? TRAS_CHART_FILE_SVG
                           : g_str_has_suffix (name, ".pdf") ? TRAS_CHART_FILE_PDF
                                                             : TRAS_CHART_FILE_PNG;
  double height = 2 * FILE_MARGIN + get_calendar_height (TEXT) +
                  tras_timeline_get_height (self->timeline) * TEXT + GAP +
                  measure_legend (self, WIDTH - 2 * FILE_MARGIN, TEXT);

  return tras_chart_export_to_bytes (kind, _("Timeline"), WIDTH, MIN (ceil (height), MOST_HEIGHT),
                                     RESOLUTION, draw_file, self, error);
}

/**
 * tras_timeline_paper_save:
 * @widget: any widget of the window
 * @source: what is shown, with the lanes that are unfolded
 * @from: the first day to be seen
 * @to: the last
 *
 * Asks for a file and draws all rows into it, as PNG, SVG or PDF as its name ends.
 */
void
tras_timeline_paper_save (GtkWidget          *widget,
                          TrasTimelineSource *source,
                          TrasDay             from,
                          TrasDay             to)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (source != NULL && from <= to);

  name = g_strdup_printf ("%s.png", _("Timeline"));
  tras_save_file (widget, _("Save Timeline"), TRAS_FILE_PICTURE, name, make_file,
                  paper_new (widget, source, from, to), paper_free);
}

/* ---- pages ---- */

static void
make_pages (Paper *self)
{
  guint n_rows = tras_timeline_get_n_rows (self->timeline);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  double height;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  self->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS) / PRINT_SCALE;
  self->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) / PRINT_SCALE;
  height = self->height - 2 * PRINT_MARGIN - TITLE_HEIGHT * TEXT -
           get_calendar_height (TEXT) - GAP -
           measure_legend (self, self->width - 2 * PRINT_MARGIN, TEXT);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < n_rows;
       row = tras_timeline_get_page (self->timeline, row, height / TEXT))
    g_array_append_val (self->pages, row);
  g_array_append_val (self->pages, n_rows);
}

/* On paper of another size than the pages were made for they become larger or smaller. */
static void
print_page (cairo_t  *cr,
            double    width,
            double    height,
            guint     page,
            gpointer  data)
{
  Paper *self = data;
  const TrasPalette *palette = tras_palette_get (TRAS_PALETTE_PRINT);
  double scale = MIN (width / self->width, height / self->height);
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, self->mirrored, FALSE);
  g_autofree char *day =
    tras_number_format_date_medium (tras_number_format_get_default (),
                                    tras_timeline_source_get_plan (self->source)->today);
  double legend = measure_legend (self, self->width - 2 * PRINT_MARGIN, TEXT);
  TrasRect rect = { PRINT_MARGIN, PRINT_MARGIN, self->width - 2 * PRINT_MARGIN,
                    self->height - 2 * PRINT_MARGIN };
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  cairo_scale (cr, scale, scale);
  /* Translators: the head of a printed page; %s is the day on which it was printed */
  title = g_strdup_printf (_("Timeline on %s"), day);
  /* Translators: the number of a printed page, and how many there are */
  number = g_strdup_printf (C_("pages", "%u of %u"), page + 1, self->pages->len - 1);
  draw_words (title, palette, texts, cr, &rect, TEXT, 0, self->mirrored);
  draw_words (number, palette, texts, cr, &rect, TEXT, 1, self->mirrored);
  rect.y += TITLE_HEIGHT * TEXT;
  rect.height -= TITLE_HEIGHT * TEXT + legend + GAP;
  draw_rows (self, palette, texts, cr, &rect, TEXT, g_array_index (self->pages, guint, page),
             g_array_index (self->pages, guint, page + 1));
  rect.y = self->height - PRINT_MARGIN - legend;
  tras_timeline_marks_draw_legend (self->timeline, &rect, TEXT, self->mirrored, texts, cr,
                                   palette);
}

/**
 * tras_timeline_paper_print:
 * @widget: any widget of the window
 * @source: what is shown, with the lanes that are unfolded
 * @from: the first day to be seen
 * @to: the last
 *
 * Prints all rows in greys, on as many pages as that takes, each under a calendar of its own.
 */
void
tras_timeline_paper_print (GtkWidget          *widget,
                           TrasTimelineSource *source,
                           TrasDay             from,
                           TrasDay             to)
{
  Paper *paper;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (source != NULL && from <= to);

  paper = paper_new (widget, source, from, to);
  make_pages (paper);
  tras_print (widget, _("Timeline"), GTK_PAGE_ORIENTATION_LANDSCAPE, paper->pages->len - 1,
              print_page, paper, paper_free);
}
