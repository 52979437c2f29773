/* tras-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-grid.h"

/**
 * tras_grid_get_rect:
 * @layout: a layout
 * @scene: how it is scrolled
 * @line: a line
 * @column: a column, or %TRAS_GRID_NAME
 * @mirrored: whether it is read from right to left
 * @rect: (out caller-allocates): where that lies
 */
void
tras_grid_get_rect (const TrasGridLayout *layout,
                    const TrasGridScene  *scene,
                    int                   line,
                    int                   column,
                    gboolean              mirrored,
                    TrasRect             *rect)
{
  g_return_if_fail (layout != NULL && scene != NULL && rect != NULL);

  rect->y = layout->header + line * layout->line_height - scene->scroll_y;
  rect->height = layout->line_height;
  rect->width = column >= 0 ? layout->cell_width : layout->name_width;
  rect->x = column >= 0 ? layout->name_width + column * layout->cell_width - scene->scroll_x : 0;
  if (mirrored)
    rect->x = layout->width - rect->x - rect->width;
}

/**
 * tras_grid_find_column:
 * @layout: a layout
 * @scene: how it is scrolled
 * @across: a place, from where reading begins, 0 or more
 *
 * Returns: the column there, or %TRAS_GRID_NAME; behind the last column one that is not there
 */
int
tras_grid_find_column (const TrasGridLayout *layout,
                       const TrasGridScene  *scene,
                       double                across)
{
  g_return_val_if_fail (layout != NULL && scene != NULL, TRAS_GRID_NAME);

  return across < layout->name_width
           ? TRAS_GRID_NAME
           : (int) ((across - layout->name_width + scene->scroll_x) / layout->cell_width);
}

/**
 * tras_grid_find:
 * @layout: a layout
 * @scene: how it is scrolled
 * @n_lines: how many lines there are
 * @n_columns: how many columns there are
 * @x: a place
 * @y: a place
 * @mirrored: whether it is read from right to left
 * @line: (out): the line there
 * @column: (out): the column there, or %TRAS_GRID_NAME
 *
 * Returns: whether there is a line
 */
gboolean
tras_grid_find (const TrasGridLayout *layout,
                const TrasGridScene  *scene,
                guint                 n_lines,
                guint                 n_columns,
                double                x,
                double                y,
                gboolean              mirrored,
                int                  *line,
                int                  *column)
{
  double across;

  g_return_val_if_fail (layout != NULL && scene != NULL, FALSE);
  g_return_val_if_fail (line != NULL && column != NULL, FALSE);

  across = mirrored ? layout->width - x : x;
  if (y < layout->header || across < 0)
    return FALSE;

  *line = (int) ((y - layout->header + scene->scroll_y) / layout->line_height);
  *column = tras_grid_find_column (layout, scene, across);

  return *line < (int) n_lines && *column < (int) n_columns;
}

/**
 * tras_grid_get_sight:
 * @layout: a layout
 * @scene: how it is scrolled
 * @n_lines: how many lines there are
 * @n_columns: how many columns there are
 * @height: how high the picture is
 * @sight: (out caller-allocates): what of them is seen
 */
void
tras_grid_get_sight (const TrasGridLayout *layout,
                     const TrasGridScene  *scene,
                     guint                 n_lines,
                     guint                 n_columns,
                     double                height,
                     TrasGridSight        *sight)
{
  double right, bottom;

  g_return_if_fail (layout != NULL && scene != NULL && sight != NULL);

  right = scene->scroll_x + layout->width - layout->name_width;
  bottom = MAX (scene->scroll_y + height - layout->header, 0);
  sight->first_line = (int) (scene->scroll_y / layout->line_height);
  sight->end_line = MIN ((int) n_lines, (int) (bottom / layout->line_height) + 1);
  sight->first_column = (int) (scene->scroll_x / layout->cell_width);
  sight->end_column = MIN ((int) n_columns, (int) (right / layout->cell_width) + 1);
}

/**
 * tras_grid_clip_cells:
 * @layout: a layout
 * @cr: where to draw
 * @y: the top
 * @height: the height
 * @mirrored: whether it is read from right to left
 *
 * What is scrolled is not seen behind the names.
 */
void
tras_grid_clip_cells (const TrasGridLayout *layout,
                      cairo_t              *cr,
                      double                y,
                      double                height,
                      gboolean              mirrored)
{
  g_return_if_fail (layout != NULL && cr != NULL);

  cairo_rectangle (cr, mirrored ? 0 : layout->name_width, y, layout->width - layout->name_width,
                   height);
  cairo_clip (cr);
}

/**
 * tras_grid_draw_cursor:
 * @scene: whether keys move the cursor
 * @cr: where to draw
 * @palette: the colours
 * @rect: the middle of its line
 */
void
tras_grid_draw_cursor (const TrasGridScene *scene,
                       cairo_t             *cr,
                       const TrasPalette   *palette,
                       const TrasRect      *rect)
{
  g_return_if_fail (scene != NULL && cr != NULL && palette != NULL && rect != NULL);

  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_set_line_width (cr, 2);
  if (scene->is_focused)
    tras_palette_set_source (palette, TRAS_COLOR_CURSOR, cr);
  else
    tras_palette_set_faded (palette, TRAS_COLOR_CURSOR, cr);
  cairo_stroke (cr);
}

/**
 * tras_grid_draw_rule:
 * @layout: a layout
 * @cr: where to draw
 * @palette: the colours
 * @color: that of the line
 * @margin: what is left free at both sides
 * @y: what it ends
 *
 * Draws a line from one side to the other, just above @y.
 */
void
tras_grid_draw_rule (const TrasGridLayout *layout,
                     cairo_t              *cr,
                     const TrasPalette    *palette,
                     TrasColorRole         color,
                     double                margin,
                     double                y)
{
  g_return_if_fail (layout != NULL && cr != NULL && palette != NULL);

  cairo_move_to (cr, margin, floor (y) - 0.5);
  cairo_line_to (cr, layout->width - margin, floor (y) - 0.5);
  cairo_set_line_width (cr, 1);
  tras_palette_set_source (palette, color, cr);
  cairo_stroke (cr);
}
