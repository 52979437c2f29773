/* tras-scorecard.h: all indicators at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-indicator-series.h"

G_BEGIN_DECLS

#define TRAS_N_VARIATIONS (TRAS_VARIATION_NEUTRAL + 1)
#define TRAS_N_ASSURANCES (TRAS_ASSURANCE_HIT_OR_MISS + 1)

/**
 * TrasScorecardRow:
 * @series: the indicator with its numbers and verdict
 * @cells: (array length=n_cells): its newest periods, oldest first; the last is the one of the
 *   scorecard's day
 * @newest: (nullable): the cell of the newest value, %NULL where none of @cells has one
 * @missing: (element-type gint32): the periods among @cells that are over and that nobody has
 *   measured
 */
typedef struct
{
  TrasIndicatorSeries *series;
  TrasCell *cells;
  const TrasCell *newest;
  GArray *missing;
} TrasScorecardRow;

#define TRAS_TYPE_SCORECARD (tras_scorecard_get_type ())

/**
 * TrasScorecard:
 * @day: the day that it is seen from
 * @n_cells: how many periods each row shows
 * @rows: (element-type TrasScorecardRow): the indicators in use, by name
 * @retired: (element-type TrasScorecardRow): those that are in use no more, by name; they count
 *   nowhere
 * @counts: how many rows have which variation and assurance
 * @n_signals: how many rows are unusual
 * @n_missing: how many rows miss a number
 * @feeds: a bit for each feed that a row depends on, by its position
 *
 * The newest verdict and the last periods of every indicator.
 */
typedef struct
{
  TrasDay day;
  guint n_cells;
  GPtrArray *rows;
  GPtrArray *retired;
  guint counts[TRAS_N_VARIATIONS][TRAS_N_ASSURANCES];
  guint n_signals;
  guint n_missing;
  guint64 feeds;
} TrasScorecard;

GType          tras_scorecard_get_type (void) G_GNUC_CONST;
TrasScorecard *tras_scorecard_load     (TrasDb         *db,
                                        TrasDay         day,
                                        guint           n_cells,
                                        GError        **error);
TrasScorecard *tras_scorecard_ref      (TrasScorecard  *self);
void           tras_scorecard_unref    (TrasScorecard  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasScorecard, tras_scorecard_unref)

G_END_DECLS
