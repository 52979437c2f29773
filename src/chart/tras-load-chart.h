/* tras-load-chart.h: hours needed against hours worked, a line a person and a cell a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-grid.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasLoadLine:
 * @name: whose it is
 * @note: (nullable): what stands below the name
 * @is_over: whether the note tells of too much
 * @has_hours: whether it is known how much they work
 * @needed: (array): what is needed in each week, 0 or more
 * @worked: (array): what is worked in each week, 0 or more
 * @texts: (array): what is needed, in words
 *
 * One line of the chart.
 */
typedef struct
{
  const char *name;
  const char *note;
  gboolean is_over;
  gboolean has_hours;
  const gint64 *needed;
  const gint64 *worked;
  char **texts;
} TrasLoadLine;

/**
 * TrasLoadChart:
 * @lines: (array length=n_lines): what it shows
 * @titles: (array length=n_weeks): what the weeks are called
 * @days: (array length=n_weeks): what stands below, as their first day
 *
 * The names stay where they are, while the weeks are scrolled beside them.
 */
typedef struct
{
  const TrasLoadLine *lines;
  guint n_lines;
  const char *const *titles;
  const char *const *days;
  guint n_weeks;
} TrasLoadChart;

void tras_load_layout_init (TrasGridLayout       *layout,
                            double                text_size,
                            double                width,
                            guint                 n_weeks);
void tras_load_chart_draw  (const TrasLoadChart  *self,
                            const TrasGridLayout *layout,
                            const TrasGridScene  *scene,
                            cairo_t              *cr,
                            const TrasPalette    *palette,
                            TrasTextCache        *texts,
                            double                height,
                            gboolean              mirrored);

G_END_DECLS
