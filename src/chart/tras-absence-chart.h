/* tras-absence-chart.h: who is away, a line a person and a column a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-grid.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasAbsenceCell:
 *
 * What a day is for a person: worked, a day of the weekend, a holiday, or not theirs.
 */
typedef enum
{
  TRAS_ABSENCE_WORKED,
  TRAS_ABSENCE_WEEKEND,
  TRAS_ABSENCE_HOLIDAY,
  TRAS_ABSENCE_OUTSIDE,
} TrasAbsenceCell;

/**
 * TrasAbsenceBar:
 * @from: the first day, which may lie before the first column
 * @to: the last day, which may lie behind the last one
 * @kind: which kind it is, for colour and pattern
 * @letters: what stands on it
 */
typedef struct
{
  int from;
  int to;
  guint kind;
  const char *letters;
} TrasAbsenceBar;

/**
 * TrasAbsenceLine:
 * @name: whose line it is, or the heading
 * @note: (nullable): what stands beside a heading
 * @is_heading: whether it is the heading of the lines below
 * @cells: (array) (nullable): a #TrasAbsenceCell a day; %NULL for a heading
 * @bars: (array length=n_bars): the absences, in order
 */
typedef struct
{
  const char *name;
  const char *note;
  gboolean is_heading;
  const guint8 *cells;
  const TrasAbsenceBar *bars;
  guint n_bars;
} TrasAbsenceLine;

/**
 * TrasAbsenceChart:
 * @lines: (array length=n_lines): what it shows
 * @weekdays: (array length=n_days): what stands over each day
 * @numbers: (array length=n_days): the day of the month
 * @today: the column of today, or -1
 *
 * The names stay where they are, while the days are scrolled beside them.
 */
typedef struct
{
  const TrasAbsenceLine *lines;
  guint n_lines;
  const char *const *weekdays;
  const char *const *numbers;
  guint n_days;
  int today;
} TrasAbsenceChart;

void tras_absence_layout_init     (TrasGridLayout         *layout,
                                   double                  text_size,
                                   double                  width,
                                   guint                   n_days);
void tras_absence_chart_draw      (const TrasAbsenceChart *self,
                                   const TrasGridLayout   *layout,
                                   const TrasGridScene    *scene,
                                   cairo_t                *cr,
                                   const TrasPalette      *palette,
                                   TrasTextCache          *texts,
                                   double                  height,
                                   gboolean                mirrored);
void tras_absence_chart_draw_kind (guint                   kind,
                                   const TrasRect         *rect,
                                   cairo_t                *cr,
                                   const TrasPalette      *palette);

G_END_DECLS
