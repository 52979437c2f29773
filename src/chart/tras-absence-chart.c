/* tras-absence-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-absence-chart.h"

/* In sizes of text. */
#define NAME_LEAST 8.0
#define NAME_MOST 15.0
#define CELL_LEAST 1.9
#define CELL_MOST 3.4
#define LINE_HEIGHT 2.1
#define HEADER_HEIGHT 2.9
#define SMALL 0.82
#define LETTERS 0.78

#define NAME_SHARE 0.24
#define PADDING 6.0
#define MARGIN 12.0
#define RADIUS 4.0
#define PATTERN_STEP 6.0

/**
 * tras_absence_layout_init:
 * @layout: (out caller-allocates): a layout
 * @text_size: the size of texts, in user units
 * @width: the width of the picture
 * @n_days: how many days there are
 *
 * The days take what the names leave, and are scrolled where that is too little.
 */
void
tras_absence_layout_init (TrasGridLayout *layout,
                          double          text_size,
                          double          width,
                          guint           n_days)
{
  double names = CLAMP (width * NAME_SHARE, text_size * NAME_LEAST, text_size * NAME_MOST);

  g_return_if_fail (layout != NULL);

  *layout = (TrasGridLayout) {
    .text_size = text_size,
    .width = width,
    .name_width = names,
    .cell_width = CLAMP ((width - names) / MAX (n_days, 1), text_size * CELL_LEAST,
                         text_size * CELL_MOST),
    .header = text_size * HEADER_HEIGHT,
    .line_height = round (text_size * LINE_HEIGHT),
  };
}

/* ---- kinds ---- */

typedef enum
{
  PATTERN_FULL,
  PATTERN_RISING,
  PATTERN_DOTS,
  PATTERN_LINES,
  PATTERN_FALLING,
  PATTERN_CROSS,
  N_PATTERNS,
} Pattern;

static const TrasColorRole kind_colors[] = {
  TRAS_COLOR_WORSE,
  TRAS_COLOR_UNUSUAL,
  TRAS_COLOR_MARK,
  TRAS_COLOR_BETTER,
  TRAS_COLOR_TARGET,
};

/* Lines that rise by so much over their length; they begin where all bars' lines begin. */
static void
path_lines (cairo_t        *cr,
            const TrasRect *rect,
            double          rise)
{
  double first = floor ((rect->x - rect->height) / PATTERN_STEP) * PATTERN_STEP;

  for (double x = first; x < rect->x + rect->width + rect->height; x += PATTERN_STEP)
    {
      cairo_move_to (cr, x, rise > 0 ? rect->y + rect->height : rect->y);
      cairo_rel_line_to (cr, rect->height, rise > 0 ? -rect->height : rect->height);
    }
}

static void
draw_pattern (cairo_t        *cr,
              const TrasRect *rect,
              Pattern         pattern)
{
  double middle = rect->y + rect->height / 2;

  switch (pattern)
    {
    case PATTERN_RISING:
      path_lines (cr, rect, 1);
      break;
    case PATTERN_FALLING:
      path_lines (cr, rect, -1);
      break;
    case PATTERN_CROSS:
      path_lines (cr, rect, 1);
      path_lines (cr, rect, -1);
      break;
    case PATTERN_LINES:
      for (double y = middle - PATTERN_STEP; y <= middle + PATTERN_STEP; y += PATTERN_STEP)
        {
          cairo_move_to (cr, rect->x, y);
          cairo_rel_line_to (cr, rect->width, 0);
        }
      break;
    case PATTERN_DOTS:
      for (double x = ceil (rect->x / PATTERN_STEP) * PATTERN_STEP; x < rect->x + rect->width;
           x += PATTERN_STEP)
        for (double y = middle - PATTERN_STEP; y <= middle + PATTERN_STEP; y += PATTERN_STEP)
          {
            cairo_new_sub_path (cr);
            cairo_arc (cr, x, y, 1, 0, 2 * G_PI);
          }
      break;
    case PATTERN_FULL:
    case N_PATTERNS:
    default:
      return;
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * tras_absence_chart_draw_kind:
 * @kind: a kind of absence, counted from 0
 * @rect: where
 * @cr: where to draw
 * @palette: the colours
 *
 * Draws a bar of the kind. Colour and pattern repeat after different numbers, so that thirty kinds
 * are told apart, and letters tell the rest.
 */
void
tras_absence_chart_draw_kind (guint              kind,
                              const TrasRect    *rect,
                              cairo_t           *cr,
                              const TrasPalette *palette)
{
  TrasColorRole color = kind_colors[kind % G_N_ELEMENTS (kind_colors)];
  Pattern pattern = (Pattern) (kind % N_PATTERNS);

  g_return_if_fail (rect != NULL && cr != NULL && palette != NULL);

  if (rect->width <= 1 || rect->height <= 1)
    return;

  cairo_save (cr);
  tras_rect_trace_rounded (rect, RADIUS, cr);
  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_fill_preserve (cr);
  if (pattern == PATTERN_FULL)
    {
      tras_palette_set_faded (palette, color, cr);
      cairo_fill_preserve (cr);
    }
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  tras_palette_set_source (palette, color, cr);
  draw_pattern (cr, rect, pattern);
  cairo_restore (cr);
  tras_rect_trace_rounded (rect, RADIUS, cr);
  cairo_set_line_width (cr, 1.5);
  tras_palette_set_source (palette, color, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* ---- the chart ---- */

/* What is drawn, all at once. */
typedef struct
{
  const TrasAbsenceChart *chart;
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
          int        day,
          TrasRect  *rect)
{
  tras_grid_get_rect (pen->layout, pen->scene, line, day, pen->mirrored, rect);
}

/* The rectangle of several days. */
static void
get_days_rect (const Pen *pen,
               int        line,
               int        from,
               int        to,
               TrasRect  *rect)
{
  TrasRect last;

  get_rect (pen, line, from, rect);
  get_rect (pen, line, to, &last);
  rect->width = fabs (last.x - rect->x) + last.width;
  rect->x = MIN (rect->x, last.x);
}

static void
write_in_middle (const Pen      *pen,
                 const TrasRect *rect,
                 const char     *text,
                 double          share,
                 gboolean        bold,
                 TrasColorRole   color)
{
  g_autoptr (PangoLayout) layout =
    tras_text_cache_get (pen->texts, text, pen->layout->text_size * share, bold, -1);
  double width, height;

  tras_text_get_size (layout, &width, &height);
  tras_palette_set_source (pen->palette, color, pen->cr);
  tras_text_draw (layout, pen->cr, rect->x + (rect->width - width) / 2,
                  rect->y + (rect->height - height) / 2);
}

/* At the side where reading begins, after what is there already; returns the width of the text. */
static double
write_at_start (const Pen      *pen,
                const TrasRect *rect,
                const char     *text,
                double          share,
                gboolean        bold,
                TrasColorRole   color,
                double          before)
{
  double room = rect->width - before;
  g_autoptr (PangoLayout) layout = NULL;
  double width, height;

  if (room < pen->layout->text_size)
    return 0;

  layout = tras_text_cache_get (pen->texts, text, pen->layout->text_size * share, bold, room);
  tras_text_get_size (layout, &width, &height);
  tras_palette_set_source (pen->palette, color, pen->cr);
  tras_text_draw (layout, pen->cr,
                  pen->mirrored ? rect->x + rect->width - before - width : rect->x + before,
                  rect->y + (rect->height - height) / 2);

  return width;
}

static void
fill_cell (const Pen      *pen,
           const TrasRect *rect,
           gboolean        strong)
{
  cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height - 1);
  tras_palette_set_source (pen->palette, strong ? TRAS_COLOR_GRID : TRAS_COLOR_BAND, pen->cr);
  cairo_fill (pen->cr);
}

/* A diamond: nobody works, although it may be a Tuesday. */
static void
draw_holiday (const Pen      *pen,
              const TrasRect *rect)
{
  double size = pen->layout->text_size * 0.2;
  double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;

  fill_cell (pen, rect, TRUE);
  cairo_move_to (pen->cr, x, y - size);
  cairo_line_to (pen->cr, x + size, y);
  cairo_line_to (pen->cr, x, y + size);
  cairo_line_to (pen->cr, x - size, y);
  cairo_close_path (pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  cairo_fill (pen->cr);
}

/* Not theirs: a dotted ground line. */
static void
draw_outside (const Pen      *pen,
              const TrasRect *rect)
{
  static const double dots[] = { 1, 3 };

  cairo_move_to (pen->cr, rect->x, floor (rect->y + rect->height / 2) + 0.5);
  cairo_rel_line_to (pen->cr, rect->width, 0);
  cairo_set_dash (pen->cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (pen->cr, 1);
  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_cells (const Pen             *pen,
            const TrasAbsenceLine *line,
            int                    place)
{
  for (int day = pen->sight.first_column; day < pen->sight.end_column; day++)
    {
      TrasRect rect;

      get_rect (pen, place, day, &rect);
      switch ((TrasAbsenceCell) line->cells[day])
        {
        case TRAS_ABSENCE_WEEKEND:
          fill_cell (pen, &rect, FALSE);
          break;
        case TRAS_ABSENCE_HOLIDAY:
          draw_holiday (pen, &rect);
          break;
        case TRAS_ABSENCE_OUTSIDE:
          draw_outside (pen, &rect);
          break;
        case TRAS_ABSENCE_WORKED:
        default:
          break;
        }
    }
}

/* What goes on beyond the days that are shown has no end there. */
static void
draw_bar (const Pen            *pen,
          const TrasAbsenceBar *bar,
          int                   place)
{
  int from = MAX (bar->from, 0), to = MIN (bar->to, (int) pen->chart->n_days - 1);
  double start = bar->from < 0 ? -RADIUS * 2 : 2, end = bar->to > to ? -RADIUS * 2 : 2;
  TrasRect rect, seen;

  if (to < pen->sight.first_column || from >= pen->sight.end_column)
    return;

  get_days_rect (pen, place, from, to, &rect);
  rect.x += pen->mirrored ? end : start;
  rect.width -= start + end;
  rect.y += 3;
  rect.height -= 7;
  tras_absence_chart_draw_kind (bar->kind, &rect, pen->cr, pen->palette);

  /* The letters stand on the first day that is seen, on a ground of their own. */
  get_rect (pen, place, MAX (from, pen->sight.first_column), &seen);
  if (bar->letters != NULL)
    {
      TrasRect ground = { seen.x + 4, rect.y + 3, seen.width - 8, rect.height - 6 };

      cairo_rectangle (pen->cr, ground.x, ground.y, ground.width, ground.height);
      tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
      cairo_fill (pen->cr);
      write_in_middle (pen, &ground, bar->letters, LETTERS, TRUE, TRAS_COLOR_TEXT);
    }
}

static void
draw_cursor (const Pen *pen)
{
  const TrasGridScene *scene = pen->scene;
  TrasRect rect;

  if (scene->column >= 0)
    get_days_rect (pen, scene->line, MIN (scene->column, scene->anchor),
                   MAX (scene->column, scene->anchor), &rect);
  else
    get_rect (pen, scene->line, scene->column, &rect);

  rect = (TrasRect) { rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 3 };
  if (scene->column >= 0 && scene->column != scene->anchor)
    {
      cairo_rectangle (pen->cr, rect.x, rect.y, rect.width, rect.height);
      tras_palette_set_faded (pen->palette, TRAS_COLOR_BETTER, pen->cr);
      cairo_fill (pen->cr);
    }
  tras_grid_draw_cursor (scene, pen->cr, pen->palette, &rect);
}

static void
draw_header (const Pen *pen)
{
  double size = pen->layout->text_size;

  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, 0, pen->layout->header, pen->mirrored);
  for (int day = pen->sight.first_column; day < pen->sight.end_column; day++)
    {
      gboolean is_today = day == pen->chart->today;
      TrasRect rect;

      get_rect (pen, 0, day, &rect);
      rect.y = size * 0.2;
      rect.height = size * 1.1;
      write_in_middle (pen, &rect, pen->chart->weekdays[day], SMALL, FALSE, TRAS_COLOR_DIM_TEXT);
      rect.y += size * 1.25;
      rect.height = size * 1.3;
      if (is_today)
        {
          TrasRect ground = { rect.x + 2, rect.y - 1, rect.width - 4, rect.height + 1 };

          tras_rect_trace_rounded (&ground, RADIUS, pen->cr);
          tras_palette_set_source (pen->palette, TRAS_COLOR_BUBBLE, pen->cr);
          cairo_fill (pen->cr);
        }
      write_in_middle (pen, &rect, pen->chart->numbers[day], SMALL, is_today,
                       is_today ? TRAS_COLOR_BUBBLE_TEXT : TRAS_COLOR_TEXT);
    }
  cairo_restore (pen->cr);
  tras_grid_draw_rule (pen->layout, pen->cr, pen->palette, TRAS_COLOR_AXIS, 0, pen->layout->header);
}

/* The heading of an area goes over the days, too: what stands there is about all of them. */
static void
draw_heading (const Pen             *pen,
              const TrasAbsenceLine *line,
              int                    place)
{
  TrasRect rect;
  double width;

  get_rect (pen, place, TRAS_GRID_NAME, &rect);
  rect.width = pen->layout->width;
  rect.x = 0;
  rect.height -= 2;
  width = write_at_start (pen, &rect, line->name, SMALL, TRUE, TRAS_COLOR_TEXT, MARGIN);
  if (line->note != NULL)
    write_at_start (pen, &rect, line->note, SMALL, FALSE, TRAS_COLOR_DIM_TEXT,
                    MARGIN + width + 2 * PADDING);
  tras_grid_draw_rule (pen->layout, pen->cr, pen->palette, TRAS_COLOR_GRID, 0,
                       rect.y + pen->layout->line_height);
}

static void
draw_line (const Pen *pen,
           int        place)
{
  const TrasAbsenceLine *line = &pen->chart->lines[place];
  gboolean is_at_cursor = pen->scene->line == place;
  TrasRect rect;

  if (line->is_heading)
    {
      draw_heading (pen, line, place);
      return;
    }

  get_rect (pen, place, TRAS_GRID_NAME, &rect);
  write_at_start (pen, &(TrasRect) { pen->mirrored ? rect.x + PADDING : rect.x, rect.y,
                                     rect.width - PADDING, rect.height }, line->name, 1,
                  is_at_cursor, TRAS_COLOR_TEXT, MARGIN);
  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, rect.y, rect.height, pen->mirrored);
  draw_cells (pen, line, place);
  cairo_restore (pen->cr);
  tras_grid_draw_rule (pen->layout, pen->cr, pen->palette, TRAS_COLOR_GRID, 0,
                       rect.y + rect.height);

  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, rect.y, rect.height, pen->mirrored);
  for (guint i = 0; i < line->n_bars; i++)
    draw_bar (pen, &line->bars[i], place);
  if (is_at_cursor && pen->scene->column >= 0)
    draw_cursor (pen);
  cairo_restore (pen->cr);
  if (is_at_cursor && pen->scene->column < 0)
    draw_cursor (pen);
}

static void
draw_today (const Pen *pen,
            double     height)
{
  int today = pen->chart->today;
  TrasRect rect;

  if (today < pen->sight.first_column || today >= pen->sight.end_column)
    return;

  get_rect (pen, 0, today, &rect);
  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, pen->layout->header, height, pen->mirrored);
  cairo_move_to (pen->cr, pen->mirrored ? rect.x + rect.width : rect.x, pen->layout->header);
  cairo_rel_line_to (pen->cr, 0, height);
  cairo_set_line_width (pen->cr, 1.5);
  tras_palette_set_source (pen->palette, TRAS_COLOR_CURSOR, pen->cr);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/**
 * tras_absence_chart_draw:
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
tras_absence_chart_draw (const TrasAbsenceChart *self,
                         const TrasGridLayout   *layout,
                         const TrasGridScene    *scene,
                         cairo_t                *cr,
                         const TrasPalette      *palette,
                         TrasTextCache          *texts,
                         double                  height,
                         gboolean                mirrored)
{
  Pen pen = { self, layout, scene, cr, palette, texts, mirrored };
  double bottom;

  g_return_if_fail (self != NULL && layout != NULL && scene != NULL);
  g_return_if_fail (cr != NULL && palette != NULL && texts != NULL);

  tras_grid_get_sight (layout, scene, self->n_lines, self->n_days, height, &pen.sight);
  bottom = MIN (height, layout->header + self->n_lines * layout->line_height - scene->scroll_y);

  cairo_save (cr);
  draw_header (&pen);
  cairo_rectangle (cr, 0, layout->header, layout->width, MAX (height - layout->header, 0));
  cairo_clip (cr);
  for (int i = pen.sight.first_line; i < pen.sight.end_line; i++)
    draw_line (&pen, i);
  draw_today (&pen, bottom - layout->header);
  cairo_restore (cr);
}
