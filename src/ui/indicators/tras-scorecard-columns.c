/* tras-scorecard-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-scorecard-columns.h"

#define EDGE 12
#define GAP 10
#define SIGN 28
#define NAME_LEAST 96
#define NAME_ENOUGH 150
#define NAME_READABLE 140
#define NAME_USUAL 200
#define TREND_NARROW 64
#define TREND_USUAL 84
#define TREND_MOST 200
#define CELL_LEAST 40
#define CELL_MOST 64

/* Below this width a scorecard is for reading: signs, name, newest value, trend. */
#define NARROW 620

/**
 * tras_scorecard_columns_compute:
 * @self: (out caller-allocates): where everything lies
 * @width: the room, in pixels
 * @n_cells: how many periods a row has
 * @digit: the width of a digit, in pixels
 * @now_chars: the length of the longest newest value with its unit
 * @target_chars: the length of the longest target
 * @cell_chars: the length of the longest value
 *
 * Names and the trend take what the numbers leave; cells that have no room are scrolled to.
 */
void
tras_scorecard_columns_compute (TrasScorecardColumns *self,
                                int                   width,
                                int                   n_cells,
                                double                digit,
                                int                   now_chars,
                                int                   target_chars,
                                int                   cell_chars)
{
  int fixed, left, x;

  *self = (TrasScorecardColumns) { .width = width, .n_cells = n_cells };
  self->cell_width = CLAMP ((int) (cell_chars * digit) + 7, CELL_LEAST, 120);
  self->now_width = CLAMP ((int) (now_chars * digit * 1.1) + 4, 40, 150);
  self->target_width = CLAMP ((int) (target_chars * digit * 0.86) + 2, 44, 150);
  self->trend_width = TREND_USUAL;

  fixed = 2 * EDGE + 2 * SIGN + 4 * GAP + self->now_width;
  if (width < NARROW)
    {
      self->target_width = 0;
      self->trend_width = TREND_NARROW;
      self->name_width = width - fixed + 2 * GAP - self->trend_width;
      /* The sign has said where it is going; of a few letters nobody knows what. */
      if (self->name_width < NAME_READABLE)
        {
          self->trend_width = 0;
          self->name_width += TREND_NARROW + GAP;
        }
      self->name_width = MAX (self->name_width, NAME_LEAST);
    }
  else
    {
      left = width - fixed - self->target_width - self->trend_width;
      self->name_width = CLAMP (left - n_cells * self->cell_width, NAME_ENOUGH, NAME_USUAL);
      left -= self->name_width;
      self->cells_width = CLAMP (left, 0, n_cells * self->cell_width);
      /* Whole cells only: half a number is none. */
      self->cells_width -= self->cells_width % self->cell_width;
      left -= self->cells_width;

      if (self->cells_width == n_cells * self->cell_width && n_cells > 0)
        {
          int wider = CLAMP (left / (2 * n_cells), 0, MAX (CELL_MOST - self->cell_width, 0));

          self->cell_width += wider;
          self->cells_width += wider * n_cells;
          left -= wider * n_cells;
        }
      x = CLAMP (left / 2, 0, TREND_MOST - self->trend_width);
      self->trend_width += x;
      left -= x;
      self->name_width += MAX (left, 0);
    }

  x = EDGE;
  self->name_x = x;
  x += self->name_width + GAP;
  self->variation_x = x + SIGN / 2;
  self->assurance_x = x + SIGN + SIGN / 2;
  x += 2 * SIGN;
  self->now_x = x;
  x += self->now_width + GAP;
  self->target_x = x;
  if (self->target_width > 0)
    x += self->target_width + GAP;
  self->cells_x = x;
  if (self->cells_width > 0)
    x += self->cells_width + GAP;
  self->trend_x = x;
}

/**
 * tras_scorecard_columns_scroll:
 * @self: columns
 *
 * Returns: how many pixels of cells are hidden
 */
int
tras_scorecard_columns_scroll (const TrasScorecardColumns *self)
{
  return self->cells_width > 0 ? self->n_cells * self->cell_width - self->cells_width : 0;
}
