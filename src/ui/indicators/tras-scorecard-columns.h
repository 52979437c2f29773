/* tras-scorecard-columns.h: where the columns of a scorecard lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasScorecardColumns:
 * @width: the width of the whole
 * @name_x: where the name begins
 * @name_width: its width
 * @variation_x: the middle of the sign of variation
 * @assurance_x: the middle of the sign of assurance
 * @now_x: where the newest value begins
 * @now_width: its width
 * @target_x: where the target begins
 * @target_width: its width, 0 where it has no room
 * @cells_x: where the visible cells begin
 * @cells_width: the width of the visible cells, 0 where they have no room
 * @cell_width: the width of one
 * @n_cells: how many there are, visible or not
 * @trend_x: where the line of the trend begins
 * @trend_width: its width
 *
 * Columns from left to right; for languages that are written from right to left the painter
 * mirrors them.
 */
typedef struct
{
  int width;
  int name_x;
  int name_width;
  int variation_x;
  int assurance_x;
  int now_x;
  int now_width;
  int target_x;
  int target_width;
  int cells_x;
  int cells_width;
  int cell_width;
  int n_cells;
  int trend_x;
  int trend_width;
} TrasScorecardColumns;

void tras_scorecard_columns_compute (TrasScorecardColumns *self,
                                     int                   width,
                                     int                   n_cells,
                                     double                digit,
                                     int                   now_chars,
                                     int                   target_chars,
                                     int                   cell_chars);
int  tras_scorecard_columns_scroll  (const TrasScorecardColumns *self);

G_END_DECLS
