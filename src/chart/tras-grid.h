/* tras-grid.h: cells beside names that stay where they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-rect.h"
#include "tras-palette.h"

G_BEGIN_DECLS

/**
 * TRAS_GRID_NAME:
 *
 * The column of the names.
 */
#define TRAS_GRID_NAME (-1)

/**
 * TrasGridLayout:
 * @width: the width of the picture
 * @name_width: the width of the names
 * @cell_width: the width of a cell
 * @header: the height of the titles
 * @line_height: the height of a line
 * @overhang: how far the last title leans over the last cell
 * @text_size: the size of the texts
 *
 * Where things stand, in user units. Names stand where reading begins, titles above; both stay
 * while the cells are scrolled.
 */
typedef struct
{
  double width;
  double name_width;
  double cell_width;
  double header;
  double line_height;
  double overhang;
  double text_size;
} TrasGridLayout;

/**
 * TrasGridScene:
 * @scroll_x: how far the cells are scrolled
 * @scroll_y: how far the lines are scrolled
 * @line: the line under the cursor, -1 for none
 * @column: the column under the cursor, or %TRAS_GRID_NAME
 * @anchor: where the marked columns begin; @column where it is one
 * @is_focused: whether keys move the cursor
 */
typedef struct
{
  double scroll_x;
  double scroll_y;
  int line;
  int column;
  int anchor;
  gboolean is_focused;
} TrasGridScene;

/**
 * TrasGridSight:
 * @first_line: the first line that is seen
 * @end_line: the line behind the last one
 * @first_column: the first column that is seen
 * @end_column: the column behind the last one
 *
 * What is to be drawn.
 */
typedef struct
{
  int first_line;
  int end_line;
  int first_column;
  int end_column;
} TrasGridSight;

void     tras_grid_get_rect    (const TrasGridLayout *layout,
                                const TrasGridScene  *scene,
                                int                   line,
                                int                   column,
                                gboolean              mirrored,
                                TrasRect             *rect);
int      tras_grid_find_column (const TrasGridLayout *layout,
                                const TrasGridScene  *scene,
                                double                across);
gboolean tras_grid_find        (const TrasGridLayout *layout,
                                const TrasGridScene  *scene,
                                guint                 n_lines,
                                guint                 n_columns,
                                double                x,
                                double                y,
                                gboolean              mirrored,
                                int                  *line,
                                int                  *column);
void     tras_grid_get_sight   (const TrasGridLayout *layout,
                                const TrasGridScene  *scene,
                                guint                 n_lines,
                                guint                 n_columns,
                                double                height,
                                TrasGridSight        *sight);
void     tras_grid_clip_cells  (const TrasGridLayout *layout,
                                cairo_t              *cr,
                                double                y,
                                double                height,
                                gboolean              mirrored);
void     tras_grid_draw_cursor (const TrasGridScene  *scene,
                                cairo_t              *cr,
                                const TrasPalette    *palette,
                                const TrasRect       *rect);
void     tras_grid_draw_rule   (const TrasGridLayout *layout,
                                cairo_t              *cr,
                                const TrasPalette    *palette,
                                TrasColorRole         color,
                                double                margin,
                                double                y);

G_END_DECLS
