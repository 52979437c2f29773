/* tras-timeline-draw.h: draws the part of a timeline that is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-chart-format.h"
#include "tras-palette.h"
#include "tras-text-cache.h"
#include "tras-timeline.h"

G_BEGIN_DECLS

/**
 * TrasTimelineCursor:
 * @row: the row under the cursor, -1 for none
 * @focused: whether the keyboard is here
 * @moved: a bar that is being moved, -1 for none
 * @start_shift: by how many days its first day is moved
 * @due_shift: by how many days its last day is
 * @shifts: (nullable): for each bar by how many days it would have to follow; that of @moved is
 *   passed over
 *
 * What is done with a timeline just now.
 */
typedef struct
{
  int        row;
  gboolean   focused;
  int        moved;
  int        start_shift;
  int        due_shift;
  const int *shifts;
} TrasTimelineCursor;

#define TRAS_TIMELINE_CURSOR_NONE { .row = -1, .moved = -1 }

void tras_timeline_draw (const TrasTimeline       *self,
                         const TrasTimelineSight  *sight,
                         const TrasTimelineCursor *cursor,
                         cairo_t                  *cr,
                         const TrasPalette        *palette,
                         const TrasChartFormat    *format,
                         TrasTextCache            *texts);

G_END_DECLS
