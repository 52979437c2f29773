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
 * @self: (out caller-allocates): a layout
 * @text_size: the size of texts, in user units
 * @width: the width of the picture
 * @n_weeks: how many weeks there are
 *
 * The weeks take what the names leave, and are scrolled where that is too little.
 */
void
tras_load_layout_init (TrasLoadLayout *self,
                       double          text_size,
                       double          width,
                       guint           n_weeks)
{
  g_return_if_fail (self != NULL);

  self->text_size = text_size;
  self->width = width;
  self->name_width = CLAMP (width * NAME_SHARE, text_size * NAME_LEAST, text_size * NAME_MOST);
  self->cell_width = CLAMP ((width - self->name_width - PADDING) / MAX (n_weeks, 1),
                            text_size * CELL_LEAST, text_size * CELL_MOST);
  self->header = text_size * HEADER_HEIGHT;
  self->line_height = text_size * LINE_HEIGHT;
}

/**
 * tras_load_layout_get_rect:
 * @self: a layout
 * @scene: how it is scrolled
 * @line: a line
 * @week: a week, or %TRAS_LOAD_NAME
 * @mirrored: whether it is read from right to left
 * @rect: (out caller-allocates): where that lies
 */
void
tras_load_layout_get_rect (const TrasLoadLayout *self,
                           const TrasLoadScene  *scene,
                           int                   line,
                           int                   week,
                           gboolean              mirrored,
                           TrasRect             *rect)
{
  g_return_if_fail (self != NULL && scene != NULL && rect != NULL);

  rect->y = self->header + line * self->line_height - scene->scroll_y;
  rect->height = self->line_height;
  rect->width = week >= 0 ? self->cell_width : self->name_width;
  rect->x = week >= 0 ? self->name_width + week * self->cell_width - scene->scroll_x : 0;
  if (mirrored)
    rect->x = self->width - rect->x - rect->width;
}

/**
 * tras_load_layout_find:
 * @self: a layout
 * @chart: what it shows
 * @scene: how it is scrolled
 * @x: a place
 * @y: a place
 * @mirrored: whether it is read from right to left
 * @line: (out): the line there
 * @week: (out): the week there, or %TRAS_LOAD_NAME
 *
 * Returns: whether there is a line
 */
gboolean
tras_load_layout_find (const TrasLoadLayout *self,
                       const TrasLoadChart  *chart,
                       const TrasLoadScene  *scene,
                       double                x,
                       double                y,
                       gboolean              mirrored,
                       int                  *line,
                       int                  *week)
{
  double across = mirrored ? self->width - x : x;

  g_return_val_if_fail (self != NULL && chart != NULL && scene != NULL, FALSE);

  if (y < self->header || across < 0)
    return FALSE;

  *line = (int) ((y - self->header + scene->scroll_y) / self->line_height);
  *week = across < self->name_width
            ? TRAS_LOAD_NAME
            : (int) ((across - self->name_width + scene->scroll_x) / self->cell_width);

  return *line < (int) chart->n_lines && *week < (int) chart->n_weeks;
}

/* What is drawn, all at once. */
typedef struct
{
  const TrasLoadChart *chart;
  const TrasLoadLayout *layout;
  const TrasLoadScene *scene;
  cairo_t *cr;
  const TrasPalette *palette;
  TrasTextCache *texts;
  gboolean mirrored;
} Pen;

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
           guint               week,
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

  tras_load_layout_get_rect (pen->layout, pen->scene, pen->scene->line, pen->scene->week,
                             pen->mirrored, &rect);
  cairo_rectangle (pen->cr, rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4);
  cairo_set_line_width (pen->cr, 2);
  if (pen->scene->is_focused)
    tras_palette_set_source (pen->palette, TRAS_COLOR_CURSOR, pen->cr);
  else
    tras_palette_set_faded (pen->palette, TRAS_COLOR_CURSOR, pen->cr);
  cairo_stroke (pen->cr);
}

static void
draw_rule (const Pen *pen,
           double     y)
{
  cairo_move_to (pen->cr, MARGIN, y - 0.5);
  cairo_line_to (pen->cr, pen->layout->width - MARGIN, y - 0.5);
  cairo_set_line_width (pen->cr, 1);
  tras_palette_set_source (pen->palette, TRAS_COLOR_GRID, pen->cr);
  cairo_stroke (pen->cr);
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

/* The weeks that are seen. */
static void
get_weeks (const Pen *pen,
           guint     *first,
           guint     *end)
{
  double room = pen->layout->width - pen->layout->name_width;

  *first = (guint) (pen->scene->scroll_x / pen->layout->cell_width);
  *end = MIN (pen->chart->n_weeks,
              (guint) ((pen->scene->scroll_x + room) / pen->layout->cell_width) + 1);
}

/* What is scrolled is not seen behind the names. */
static void
clip_weeks (const Pen *pen,
            double     y,
            double     height)
{
  double name = pen->layout->name_width;

  cairo_rectangle (pen->cr, pen->mirrored ? 0 : name, y, pen->layout->width - name, height);
  cairo_clip (pen->cr);
}

static void
draw_header (const Pen *pen)
{
  double size = pen->layout->text_size;
  guint first, end;

  cairo_save (pen->cr);
  clip_weeks (pen, 0, pen->layout->header);
  get_weeks (pen, &first, &end);
  for (guint i = first; i < end; i++)
    {
      TrasRect rect;

      tras_load_layout_get_rect (pen->layout, pen->scene, 0, (int) i, pen->mirrored, &rect);
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
           guint      place)
{
  const TrasLoadLine *line = &pen->chart->lines[place];
  guint first, end;
  TrasRect rect;

  tras_load_layout_get_rect (pen->layout, pen->scene, (int) place, TRAS_LOAD_NAME, pen->mirrored,
                             &rect);
  draw_name (pen, line, &rect);
  draw_rule (pen, rect.y + rect.height);

  cairo_save (pen->cr);
  clip_weeks (pen, rect.y, rect.height);
  get_weeks (pen, &first, &end);
  for (guint i = first; i < end; i++)
    {
      tras_load_layout_get_rect (pen->layout, pen->scene, (int) place, (int) i, pen->mirrored,
                                 &rect);
      draw_cell (pen, line, i, &rect);
    }
  if (pen->scene->line == (int) place && pen->scene->week >= 0)
    draw_cursor (pen);
  cairo_restore (pen->cr);
  if (pen->scene->line == (int) place && pen->scene->week < 0)
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
                      const TrasLoadLayout *layout,
                      const TrasLoadScene  *scene,
                      cairo_t              *cr,
                      const TrasPalette    *palette,
                      TrasTextCache        *texts,
                      double                height,
                      gboolean              mirrored)
{
  Pen pen = { self, layout, scene, cr, palette, texts, mirrored };
  guint first, end;

  g_return_if_fail (self != NULL && layout != NULL && scene != NULL);
  g_return_if_fail (cr != NULL && palette != NULL && texts != NULL);

  first = (guint) (scene->scroll_y / layout->line_height);
  end = MIN (self->n_lines,
             (guint) MAX ((scene->scroll_y + height - layout->header) / layout->line_height, 0) +
               1);
  cairo_save (cr);
  draw_header (&pen);
  cairo_rectangle (cr, 0, layout->header, layout->width, MAX (height - layout->header, 0));
  cairo_clip (cr);
  for (guint i = first; i < end; i++)
    draw_line (&pen, i);
  cairo_restore (cr);
}
