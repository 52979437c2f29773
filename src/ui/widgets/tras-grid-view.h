/* tras-grid-view.h: a drawn grid, walked cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-grid.h"
#include "tras-scroll-area.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GRID_VIEW (tras_grid_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasGridView, tras_grid_view, TRAS, GRID_VIEW, TrasScrollArea)

/**
 * TrasGridViewClass:
 * @min_width: the least width
 * @min_lines: the lines that are seen at least
 * @natural_lines: the lines that are seen where there is room, 0 for all
 * @stride: the columns that an arrow with Ctrl goes, 1 or more
 * @marks_range: whether several columns of a line can be marked, by Shift or by dragging
 * @get_size: says how many lines and columns there are
 * @lay_out: says where they stand
 * @draw: draws what is seen
 * @find: what is at a place, a line of -1 for a title; by default there are only cells and names
 * @is_line: whether the cursor can be on a line; by default on all
 * @dup_words: what is said of the cursor, of several columns where they are marked; the line is -1
 *   where there is none
 * @dup_tip: (nullable): what is said of a place under the pointer; by default as of the cursor
 * @key: takes what the grid does not; returns whether it did
 *
 * What grids have in common: names that stay while the cells are scrolled, and a cursor that is
 * moved by keys and by the pointer. What is under it is said in words, to whom reads them and to
 * whom hears them.
 */
struct _TrasGridViewClass
{
  TrasScrollAreaClass parent_class;

  int min_width;
  guint min_lines;
  guint natural_lines;
  int stride;
  gboolean marks_range;

  void     (*get_size)  (TrasGridView         *self,
                         guint                *n_lines,
                         guint                *n_columns);
  void     (*lay_out)   (TrasGridView         *self,
                         double                text_size,
                         double                width,
                         TrasGridLayout       *layout);
  void     (*draw)      (TrasGridView         *self,
                         cairo_t              *cr,
                         const TrasGridLayout *layout,
                         const TrasGridScene  *scene,
                         TrasTextCache        *texts,
                         double                height,
                         gboolean              mirrored);
  gboolean (*find)      (TrasGridView         *self,
                         const TrasGridLayout *layout,
                         const TrasGridScene  *scene,
                         double                x,
                         double                y,
                         gboolean              mirrored,
                         int                  *line,
                         int                  *column);
  gboolean (*is_line)   (TrasGridView         *self,
                         int                   line);
  char    *(*dup_words) (TrasGridView         *self,
                         int                   line,
                         int                   from,
                         int                   to);
  char    *(*dup_tip)   (TrasGridView         *self,
                         int                   line,
                         int                   column);
  gboolean (*key)       (TrasGridView         *self,
                         guint                 keyval,
                         GdkModifierType       state);
};

void                  tras_grid_view_move       (TrasGridView *self,
                                                 int           line,
                                                 int           column);
void                  tras_grid_view_show       (TrasGridView *self,
                                                 int           line,
                                                 int           column);
int                   tras_grid_view_get_line   (TrasGridView *self);
int                   tras_grid_view_get_column (TrasGridView *self);
gboolean              tras_grid_view_get_range  (TrasGridView *self,
                                                 int          *from,
                                                 int          *to);
void                  tras_grid_view_drop_range (TrasGridView *self);
const TrasGridLayout *tras_grid_view_get_layout (TrasGridView *self);
const char           *tras_grid_view_get_words  (TrasGridView *self);

G_END_DECLS
