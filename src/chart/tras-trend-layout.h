/* tras-trend-layout.h: where everything on a trend chart lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-chart-format.h"
#include "tras-label-layout.h"
#include "tras-text-cache.h"
#include "tras-ticks.h"
#include "tras-trend-data.h"

G_BEGIN_DECLS

/* The height of a row of text, in multiples of the text's size. */
#define TRAS_TREND_ROW 1.35

/**
 * TrasTrendLabelKind:
 *
 * What a label belongs to.
 */
typedef enum
{
  TRAS_TREND_LABEL_TITLE,
  TRAS_TREND_LABEL_SUBTITLE,
  TRAS_TREND_LABEL_VALUE_TICK,
  TRAS_TREND_LABEL_DAY_TICK,
  TRAS_TREND_LABEL_LINE,
  TRAS_TREND_LABEL_MARK,
  TRAS_TREND_LABEL_NOTE,
  TRAS_TREND_LABEL_NOTE_KEY,
  TRAS_TREND_LABEL_EMPTY,
} TrasTrendLabelKind;

/**
 * TrasTrendLabel:
 * @kind: what it belongs to
 * @rect: where it lies
 * @layout: (owned) (nullable): its text, %NULL for a mark that has room for its sign only
 * @text_x: where the text begins
 * @color: its ink
 * @anchor: the height of a line at its end; the place of a mark or of a tick on the time axis, NAN
 *   for a name without a tick
 * @index: the mark, or the point of a note
 */
typedef struct
{
  TrasTrendLabelKind  kind;
  TrasRect            rect;
  PangoLayout        *layout;
  double              text_x;
  TrasColorRole       color;
  double              anchor;
  gsize               index;
} TrasTrendLabel;

/**
 * TrasTrendView:
 * @data: what is shown
 * @format: how figures and dates are written
 * @texts: laid-out texts
 * @from: the first visible day
 * @to: the last
 * @text_scale: the size of the text, 1 for the one that fits the paper
 * @mirrored: time runs from right to left
 * @show_title: whether the title is part of the picture
 *
 * All that a layout depends on besides the paper.
 */
typedef struct
{
  TrasTrendData         *data;
  const TrasChartFormat *format;
  TrasTextCache         *texts;
  TrasDay                from;
  TrasDay                to;
  double                 text_scale;
  gboolean               mirrored;
  gboolean               show_title;
} TrasTrendView;

/**
 * TrasTrendLayout:
 * @em: the size of the text
 * @plot: the plane of the points
 * @months: the panel of months, of no width where there is none
 * @x: from days to places
 * @y: from values to places
 * @ticks: the ticks of the value axis
 * @labels: (element-type TrasTrendLabel): every text
 * @first: the first visible point
 * @last: one past the last
 * @newest: the newest measured point, −1 for none
 * @spacing: the room of one point
 */
typedef struct
{
  double     width;
  double     height;
  double     em;
  TrasRect   plot;
  TrasRect   months;
  TrasScale  x;
  TrasScale  y;
  TrasTicks  ticks;
  GArray    *labels;
  gsize      first;
  gsize      last;
  gssize     newest;
  double     spacing;
} TrasTrendLayout;

TrasTrendLayout *tras_trend_layout_new            (const TrasTrendView   *view,
                                                   double                 width,
                                                   double                 height);
void             tras_trend_layout_free           (TrasTrendLayout       *self);
void             tras_trend_layout_get_point      (const TrasTrendLayout *self,
                                                   TrasTrendData         *data,
                                                   gsize                  index,
                                                   double                *x,
                                                   double                *y);
double           tras_trend_layout_get_glyph_size (const TrasTrendLayout *self,
                                                   TrasTrendData         *data,
                                                   gsize                  index);
TrasTrendLabel  *tras_trend_layout_add_label      (TrasTrendLayout       *self,
                                                   const TrasTrendView   *view,
                                                   TrasTrendLabelKind     kind,
                                                   const char            *text,
                                                   double                 size,
                                                   gboolean               bold,
                                                   double                 max_width,
                                                   TrasColorRole          color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTrendLayout, tras_trend_layout_free)

G_END_DECLS
