/* tras-load-chart.h: hours needed against hours worked, a line a person and a cell a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-label-layout.h"
#include "tras-palette.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/* In place of a week: the name. */
#define TRAS_LOAD_NAME -1

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

/**
 * TrasLoadLayout:
 * @width: the width of the picture
 * @name_width: the width of the names
 * @cell_width: the width of a week
 * @header: the height of the titles
 * @line_height: the height of a line
 * @text_size: the size of the texts
 *
 * Where things stand, in user units.
 */
typedef struct
{
  double width;
  double name_width;
  double cell_width;
  double header;
  double line_height;
  double text_size;
} TrasLoadLayout;

/**
 * TrasLoadScene:
 * @scroll_x: how far the weeks are scrolled
 * @scroll_y: how far the lines are scrolled
 * @line: the line under the cursor, -1 for none
 * @week: the week under the cursor, or %TRAS_LOAD_NAME
 * @is_focused: whether keys move the cursor
 */
typedef struct
{
  double scroll_x;
  double scroll_y;
  int line;
  int week;
  gboolean is_focused;
} TrasLoadScene;

void     tras_load_layout_init     (TrasLoadLayout       *self,
                                    double                text_size,
                                    double                width,
                                    guint                 n_weeks);
void     tras_load_layout_get_rect (const TrasLoadLayout *self,
                                    const TrasLoadScene  *scene,
                                    int                   line,
                                    int                   week,
                                    gboolean              mirrored,
                                    TrasRect             *rect);
gboolean tras_load_layout_find     (const TrasLoadLayout *self,
                                    const TrasLoadChart  *chart,
                                    const TrasLoadScene  *scene,
                                    double                x,
                                    double                y,
                                    gboolean              mirrored,
                                    int                  *line,
                                    int                  *week);
void     tras_load_chart_draw      (const TrasLoadChart  *self,
                                    const TrasLoadLayout *layout,
                                    const TrasLoadScene  *scene,
                                    cairo_t              *cr,
                                    const TrasPalette    *palette,
                                    TrasTextCache        *texts,
                                    double                height,
                                    gboolean              mirrored);

G_END_DECLS
