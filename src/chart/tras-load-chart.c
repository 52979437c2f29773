/* tras-load-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-budget-bar.h"
#include "tras-load-chart.h"

/* In sizes of text. */
#define NAME_LEAST 7.5
#define NAME_MOST 14.0
#define CELL_LEAST 3.9
#define CELL_MOST 7.0
#define LINE_HEIGHT 3.4
#define HEADER_HEIGHT 3.0
#define BAR_HEIGHT 0.55
#define SMALL 0.82

#define NAME_SHARE 0.26
#define PADDING 6.0
#define MARGIN 12.0

/**
 * tras_load_layout_init:
 * @layout: (out caller-allocates): a layout
 * @text_size: the size of texts, in user units
 * @width: the width of the picture
 * @n_weeks: how many weeks there are
 *
 * The weeks take what the names leave, and are scrolled where that is too little.
 */
void
tras_load_layout_init (TrasGridLayout *layout,
                       double          text_size,
                       double          width,
                       guint           n_weeks)
{
  double names = CLAMP (width * NAME_SHARE, text_size * NAME_LEAST, text_size * NAME_MOST);

  g_return_if_fail (layout != NULL);

  *layout = (TrasGridLayout) {
    .text_size = text_size,
    .width = width,
    .name_width = names,
    .cell_width = CLAMP ((width - names - PADDING) / MAX (n_weeks, 1), text_size * CELL_LEAST,
                         text_size * CELL_MOST),
    .header = text_size * HEADER_HEIGHT,
    .line_height = text_size * LINE_HEIGHT,
  };
}

/* What is drawn, all at once. */
typedef struct
{
  const TrasLoadChart *chart;
  const TrasGridLayout *layout;
  const TrasGridScene *scene;
  cairo_t *cr;
  const TrasPalette *palette;
  TrasTextCache *texts;
  gboolean mirrored;
  TrasGridSight sight;
} Pen;

static void
get_rect (const Pen *pen,
          int        line,
          int        week,
          TrasRect  *rect)
{
  tras_grid_get_rect (pen->layout, pen->scene, line, week, pen->mirrored, rect);
}

/* Within a rectangle, at the side where reading begins or ends. */
static void
write_text (const Pen      *pen,
            const TrasRect *rect,
            const char     *text,
            double          share,
            gboolean        bold,
            TrasColorRole   color,
            gboolean        at_end,
            double          y)
{
  double room = rect->width - 2 * PADDING;
  g_autoptr (PangoLayout) layout =
    tras_text_cache_get (pen->texts, text, pen->layout->text_size * share, bold, room);
  double width, height;

  tras_text_get_size (layout, &width, &height);
  tras_palette_set_source (pen->palette, color, pen->cr);
  tras_text_draw (layout, pen->cr,
                  at_end != pen->mirrored ? rect->x + rect->width - PADDING - width
                                          : rect->x + PADDING, y);
}

/* A triangle that stands on its base: more than there is. */
static void
draw_sign (const Pen      *pen,
           const TrasRect *cell)
{
  double size = pen->layout->text_size * 0.6;
  double x = pen->mirrored ? cell->x + cell->width - PADDING - size : cell->x + PADDING;
  double y = cell->y + cell->height * 0.33;

  cairo_move_to (pen->cr, x, y + size / 2);
  cairo_line_to (pen->cr, x + size, y + size / 2);
  cairo_line_to (pen->cr, x + size / 2, y - size / 2);
  cairo_close_path (pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_WORSE, pen->cr);
  cairo_fill (pen->cr);
}

/* Nobody works in the week: a dotted ground line. */
static void
draw_absence (const Pen      *pen,
              const TrasRect *bar)
{
  static const double dots[] = { 1, 3 };

  cairo_move_to (pen->cr, bar->x, bar->y + bar->height / 2);
  cairo_rel_line_to (pen->cr, bar->width, 0);
  cairo_set_dash (pen->cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (pen->cr, 1);
  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_cell (const Pen          *pen,
           const TrasLoadLine *line,
           int                 week,
           const TrasRect     *cell)
{
  gboolean is_over = line->has_hours && line->needed[week] > line->worked[week];
  TrasBudgetBar bar = { line->worked[week], line->needed[week], 0, line->needed[week] == 0 };
  double height = pen->layout->text_size * BAR_HEIGHT;
  TrasRect rect = { cell->x + PADDING, cell->y + cell->height * 0.66, cell->width - 2 * PADDING,
                    height };

  if (line->needed[week] > 0)
    write_text (pen, cell, line->texts[week], 1, is_over,
                is_over ? TRAS_COLOR_WORSE : TRAS_COLOR_TEXT, TRUE, cell->y + cell->height * 0.12);
  if (is_over)
    draw_sign (pen, cell);
  if (!line->has_hours)
    return;
  if (line->worked[week] == 0)
    draw_absence (pen, &rect);
  tras_budget_bar_draw (&bar, pen->cr, pen->palette, &rect, 0, pen->mirrored);
}

static void
draw_cursor (const Pen *pen)
{
  TrasRect rect;

  get_rect (pen, pen->scene->line, pen->scene->column, &rect);
  rect = (TrasRect) { rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4 };
  tras_grid_draw_cursor (pen->scene, pen->cr, pen->palette, &rect);
}

static void
draw_rule (const Pen *pen,
           double     y)
{
  tras_grid_draw_rule (pen->layout, pen->cr, pen->palette, TRAS_COLOR_GRID, MARGIN, y);
}

static void
draw_name (const Pen          *pen,
           const TrasLoadLine *line,
           const TrasRect     *place)
{
  TrasRect rect = *place;

  rect.width -= MARGIN - PADDING;
  if (!pen->mirrored)
    rect.x += MARGIN - PADDING;
  write_text (pen, &rect, line->name, 1, FALSE, TRAS_COLOR_TEXT, FALSE,
              rect.y + rect.height * (line->note != NULL ? 0.12 : 0.3));
  if (line->note != NULL)
    write_text (pen, &rect, line->note, SMALL, FALSE,
                line->is_over ? TRAS_COLOR_WORSE : TRAS_COLOR_DIM_TEXT, FALSE,
                rect.y + rect.height * 0.55);
}

static void
draw_header (const Pen *pen)
{
  double size = pen->layout->text_size;

  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, 0, pen->layout->header, pen->mirrored);
  for (int i = pen->sight.first_column; i < pen->sight.end_column; i++)
    {
      TrasRect rect;

      get_rect (pen, 0, i, &rect);
      write_text (pen, &rect, pen->chart->titles[i], SMALL, TRUE, TRAS_COLOR_TEXT, TRUE,
                  size * 0.35);
      write_text (pen, &rect, pen->chart->days[i], SMALL, FALSE, TRAS_COLOR_DIM_TEXT, TRUE,
                  size * 1.5);
    }
  cairo_restore (pen->cr);
  draw_rule (pen, pen->layout->header);
}

static void
draw_line (const Pen *pen,
           int        place)
{
  const TrasLoadLine *line = &pen->chart->lines[place];
  gboolean is_at_cursor = pen->scene->line == place;
  TrasRect rect;

  get_rect (pen, place, TRAS_GRID_NAME, &rect);
  draw_name (pen, line, &rect);
  draw_rule (pen, rect.y + rect.height);

  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, rect.y, rect.height, pen->mirrored);
  for (int i = pen->sight.first_column; i < pen->sight.end_column; i++)
    {
      get_rect (pen, place, i, &rect);
      draw_cell (pen, line, i, &rect);
    }
  if (is_at_cursor && pen->scene->column >= 0)
    draw_cursor (pen);
  cairo_restore (pen->cr);
  if (is_at_cursor && pen->scene->column < 0)
    draw_cursor (pen);
}

/**
 * tras_load_chart_draw:
 * @self: what is to be seen
 * @layout: where
 * @scene: how it is scrolled, and the cursor
 * @cr: where to draw
 * @palette: the colours
 * @texts: texts that are laid out already
 * @height: how high the picture is
 * @mirrored: whether it is read from right to left
 *
 * Draws the lines that are seen.
 */
void
tras_load_chart_draw (const TrasLoadChart  *self,
                      const TrasGridLayout *layout,
                      const TrasGridScene  *scene,
                      cairo_t              *cr,
                      const TrasPalette    *palette,
                      TrasTextCache        *texts,
                      double                height,
                      gboolean              mirrored)
{
  Pen pen = { self, layout, scene, cr, palette, texts, mirrored };

  g_return_if_fail (self != NULL && layout != NULL && scene != NULL);
  g_return_if_fail (cr != NULL && palette != NULL && texts != NULL);

  tras_grid_get_sight (layout, scene, self->n_lines, self->n_weeks, height, &pen.sight);
  cairo_save (cr);
  draw_header (&pen);
  cairo_rectangle (cr, 0, layout->header, layout->width, MAX (height - layout->header, 0));
  cairo_clip (cr);
  for (int i = pen.sight.first_line; i < pen.sight.end_line; i++)
    draw_line (&pen, i);
  cairo_restore (cr);
}
