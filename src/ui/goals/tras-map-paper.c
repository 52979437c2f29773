/* tras-map-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chart-export.h"
#include "tras-goal-words.h"
#include "tras-look.h"
#include "tras-map-paper.h"
#include "tras-print.h"
#include "tras-save-file.h"

/* A picture is as large as its map, in points a unit, up to what every reader of PDF opens. */
#define POINTS 0.75
#define MOST_POINTS 14000.0
#define LEAST_WIDTH 720.0
#define RESOLUTION 144

/* In points. */
#define MARGIN 36.0
#define TITLE_TEXT 14.0
#define TITLE_ROOM 28.0
#define LEAST_TEXT 5.5

typedef struct
{
  TrasStrategyMap *map;
  gboolean mirrored;
} Paper;

static Paper *
paper_new (GtkWidget       *widget,
           TrasStrategyMap *map)
{
  Paper *self = g_new0 (Paper, 1);

  self->map = tras_strategy_map_ref (map);
  self->mirrored = tras_look_is_mirrored (widget);

  return self;
}

static void
paper_free (gpointer data)
{
  Paper *self = data;

  tras_strategy_map_unref (self->map);
  g_free (self);
}

static void
draw_page (Paper           *paper,
           TrasPaletteKind  palette,
           cairo_t         *cr,
           double           width,
           double           height)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, paper->mirrored,
                                                         tras_text_has_pixels (cr));
  TrasRect page = { 0, 0, width, height };
  TrasRect rect = { 0, TITLE_ROOM, width, height - TITLE_ROOM };
  TrasMapLook look = {
    .palette = tras_palette_get (palette), .texts = texts, .mirrored = paper->mirrored,
    .least_text = LEAST_TEXT, .selected = -1, .lane = -1,
  };
  g_autofree char *day = tras_goal_words_dup_date (tras_day_today ());
  g_autofree char *title = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  TrasMapView view;

  /* Translators: head of a printed page; %s is a date */
  title = g_strdup_printf (_("Map of the strategy, %s"), day);
  layout = tras_text_cache_get (texts, title, TITLE_TEXT, TRUE, width);
  tras_palette_set_source (look.palette, TRAS_COLOR_TEXT, cr);
  tras_text_draw_by (layout, cr, &page, paper->mirrored ? width : 0, 0, 0, paper->mirrored);

  tras_strategy_map_fit (paper->map, &rect, &view);
  tras_strategy_map_draw (paper->map, cr, &rect, &view, &look);
}

static void
draw_file (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  user_data)
{
  tras_palette_set_source (tras_palette_get (TRAS_PALETTE_LIGHT), TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN / 2, MARGIN / 2);
  draw_page (user_data, TRAS_PALETTE_LIGHT, cr, width - MARGIN, height - MARGIN);
}

static TrasChartFileKind
find_kind (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".svg"))
    return TRAS_CHART_FILE_SVG;

  return g_str_has_suffix (name, ".pdf") ? TRAS_CHART_FILE_PDF : TRAS_CHART_FILE_PNG;
}

static GBytes *
make_file (GFile    *file,
           gpointer  data,
           GError  **error)
{
  Paper *paper = data;
  double width, height;

  tras_strategy_map_get_size (paper->map, &width, &height);
  width = CLAMP (width * POINTS + MARGIN, LEAST_WIDTH, MOST_POINTS);
  /* Headings, legend and title have the same size whatever the map's. */
  height = MIN (height * POINTS + MARGIN + TITLE_ROOM + 60, MOST_POINTS);

  return tras_chart_export_to_bytes (find_kind (file), _("Map of the strategy"), width, height,
                                     RESOLUTION, draw_file, paper, error);
}

/**
 * tras_map_paper_save:
 * @widget: any widget of the window
 * @map: a map, made for the widget's direction
 *
 * Asks for a file and draws the whole map into it, as PNG, SVG or PDF as its name ends.
 */
void
tras_map_paper_save (GtkWidget       *widget,
                     TrasStrategyMap *map)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (map != NULL);

  name = g_strdup_printf ("%s.png", _("Map of the strategy"));
  tras_save_file (widget, _("Save Map"), TRAS_FILE_PICTURE, name, make_file,
                  paper_new (widget, map), paper_free);
}

static void
print_page (cairo_t  *cr,
            double    width,
            double    height,
            guint     page,
            gpointer  data)
{
  cairo_translate (cr, MARGIN, MARGIN);
  draw_page (data, TRAS_PALETTE_PRINT, cr, width - 2 * MARGIN, height - 2 * MARGIN);
}

/**
 * tras_map_paper_print:
 * @widget: any widget of the window
 * @map: a map, made for the widget's direction
 *
 * Prints the whole map on one page, in greys.
 */
void
tras_map_paper_print (GtkWidget       *widget,
                      TrasStrategyMap *map)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (map != NULL);

  tras_print (widget, _("Map of the strategy"), GTK_PAGE_ORIENTATION_LANDSCAPE, 1, print_page,
              paper_new (widget, map), paper_free);
}
