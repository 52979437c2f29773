/* tras-indicator-series.h: an indicator with its numbers, limits and verdict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-deviation.h"
#include "tras-edit.h"
#include "tras-effect.h"
#include "tras-goal.h"
#include "tras-indicator.h"
#include "tras-rollup.h"
#include "tras-verdict.h"

G_BEGIN_DECLS

/**
 * TrasMarkKind:
 * @TRAS_MARK_DECISION: a decision about the indicator, on its day
 * @TRAS_MARK_ACTION: a finished action of one of its deviations or goals
 * @TRAS_MARK_TRAINING: likewise, of an action that was a training; or a session held of a training
 *   that should move the indicator
 * @TRAS_MARK_DEVIATION: a deviation, on the period it is about
 * @TRAS_MARK_STEP: a step change
 */
typedef enum
{
  TRAS_MARK_DECISION,
  TRAS_MARK_ACTION,
  TRAS_MARK_TRAINING,
  TRAS_MARK_DEVIATION,
  TRAS_MARK_STEP,
} TrasMarkKind;

/**
 * TrasMark:
 * @kind: what happened
 * @on: on which day
 * @period: in which period, from tras_period_index()
 * @id: the record's id; 0 for a step change
 * @text: what it was, in the record's words
 *
 * Something that happened and may explain what a chart shows.
 */
typedef struct
{
  TrasMarkKind kind;
  TrasDay on;
  gint32 period;
  gint64 id;
  char *text;
} TrasMark;

/**
 * TrasCellState:
 * @TRAS_CELL_OUTSIDE: before the indicator began, after it was retired, or not over yet; or nothing
 *   could be computed
 * @TRAS_CELL_OPEN: the period is over and nobody has measured it
 * @TRAS_CELL_ABSENT: known to be missing; a note says why
 * @TRAS_CELL_MEASURED: a value
 */
typedef enum
{
  TRAS_CELL_OUTSIDE,
  TRAS_CELL_OPEN,
  TRAS_CELL_ABSENT,
  TRAS_CELL_MEASURED,
} TrasCellState;

/**
 * TrasCell:
 * @period: the period
 * @state: what is known of it
 * @point: the point's index in the series, where measured
 * @value: the value, or NAN
 * @variation: the point's variation
 * @left_out: whether the point is left out of the limits
 * @met: whether it meets the target; %FALSE without one
 * @note: (nullable): its note
 *
 * One period of an indicator. Borrowed from the series.
 */
typedef struct
{
  gint32 period;
  TrasCellState state;
  gsize point;
  double value;
  TrasVariation variation;
  gboolean left_out;
  gboolean met;
  const char *note;
} TrasCell;

#define TRAS_TYPE_INDICATOR_SERIES (tras_indicator_series_get_type ())

/**
 * TrasIndicatorSeries:
 * @indicator: the indicator
 * @day: the day that the series is seen from; nothing later is in it
 * @every: the length of its periods
 * @roll: how it rolls up
 * @computed: whether its numbers come from a formula or a feed, and nobody types them
 * @formula: (nullable): its formula as people see it, with names
 * @problem: (nullable): why a formula gives nothing, a sentence
 * @feeds: a bit for each feed that its numbers depend on, by its position
 * @first_due: the first period that is to be measured
 * @last_due: the last period that is over by @day; before @first_due where none is
 * @n: how many points
 * @periods: (array length=n): their periods, strictly increasing
 * @values: (array length=n): their values, finite
 * @nums: (array length=n): their numerators, NAN for none
 * @dens: (array length=n): their denominators, NAN for none
 * @left_out: (array length=n): 1 for a point that is left out of the limits
 * @estimated: (array length=n): 1 for an estimated value
 * @notes: (array length=n): their notes, %NULL for none
 * @n_absent: how many periods are known to be missing
 * @absent: (array length=n_absent): these periods, strictly increasing
 * @absent_notes: (array length=n_absent): why
 * @segments: (element-type TrasSegment): the step changes, in order
 * @targets: (element-type TrasTarget): all targets but those of drafts, by their first day
 * @draft_targets: (element-type TrasTarget): those of drafts, likewise; never in force
 * @target: (nullable): the one in force on @day; one of @targets
 * @target_value: its value, NAN for none or where a band is better
 * @series: the points as the analysis reads them; borrows from here
 * @verdict: limits, rules and verdict
 * @marks: (element-type TrasMark) (nullable): what happened, in order of days; %NULL until
 *   tras_indicator_series_load_marks()
 * @check: (nullable): the newest of its deviations that has a day to be checked and whose actions
 *   are all finished; %NULL for none, and until tras_indicator_series_load_marks()
 * @check_from: the day on which the first of these actions was finished
 * @check_to: the day on which the last was
 *
 * Everything that a chart, a row of the scorecard, the review and the export of verdicts say of an
 * indicator. Not changed once it is loaded, so that threads may share it.
 */
typedef struct
{
  TrasIndicator *indicator;
  TrasDay day;
  TrasEvery every;
  TrasRoll roll;
  gboolean computed;
  char *formula;
  char *problem;
  guint64 feeds;
  gint32 first_due;
  gint32 last_due;

  gsize n;
  gint32 *periods;
  double *values;
  double *nums;
  double *dens;
  guint8 *left_out;
  guint8 *estimated;
  char **notes;

  gsize n_absent;
  gint32 *absent;
  char **absent_notes;

  GPtrArray *segments;
  GPtrArray *targets;
  GPtrArray *draft_targets;
  TrasTarget *target;
  double target_value;

  TrasSeries series;
  TrasVerdict *verdict;
  GPtrArray *marks;
  TrasDeviation *check;
  TrasDay check_from;
  TrasDay check_to;
} TrasIndicatorSeries;

GType                tras_indicator_series_get_type      (void) G_GNUC_CONST;
TrasIndicatorSeries *tras_indicator_series_load          (TrasDb               *db,
                                                          gint64                indicator_id,
                                                          TrasDay               day,
                                                          GError              **error);
GPtrArray           *tras_indicator_series_load_all      (TrasDb               *db,
                                                          TrasDay               day,
                                                          GError              **error);
GPtrArray           *tras_indicator_series_load_both     (TrasDb               *db,
                                                          TrasDay               day,
                                                          GPtrArray           **retired,
                                                          GError              **error);
TrasIndicatorSeries *tras_indicator_series_preview       (TrasDb               *db,
                                                          TrasIndicator        *draft,
                                                          TrasDay               day,
                                                          GError              **error);
gboolean             tras_indicator_series_load_marks    (TrasIndicatorSeries  *self,
                                                          TrasDb               *db,
                                                          GError              **error);
void                 tras_indicator_series_compare       (TrasIndicatorSeries  *self,
                                                          TrasDay               from,
                                                          TrasDay               to,
                                                          TrasEffect           *effect);
gboolean             tras_indicator_series_check         (TrasIndicatorSeries  *self,
                                                          TrasEffect           *effect);
gboolean             tras_indicator_series_propose_step  (TrasIndicatorSeries  *self,
                                                          gint32               *period,
                                                          const char          **why);
TrasIndicatorSeries *tras_indicator_series_ref           (TrasIndicatorSeries  *self);
void                 tras_indicator_series_unref         (TrasIndicatorSeries  *self);

void                 tras_indicator_series_get_cell      (TrasIndicatorSeries  *self,
                                                          gint32                period,
                                                          TrasCell             *cell);
GArray              *tras_indicator_series_dup_missing   (TrasIndicatorSeries  *self,
                                                          guint                 last);
void                 tras_indicator_series_bring_back    (TrasIndicatorSeries  *self,
                                                          TrasEdit             *edit);
const char          *tras_indicator_series_get_collector (TrasIndicatorSeries  *self);
gboolean             tras_indicator_series_is_signal     (TrasIndicatorSeries  *self);
TrasTarget          *tras_indicator_series_get_target_at (TrasIndicatorSeries  *self,
                                                          TrasDay               day);

double               tras_target_get_line                (TrasTarget           *self,
                                                          TrasBetter            better);
TrasEvery            tras_indicator_get_every            (TrasIndicator        *self);
gboolean             tras_indicator_is_formula           (TrasIndicator        *self);
gboolean             tras_indicator_is_computed          (TrasIndicator        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasIndicatorSeries, tras_indicator_series_unref)

G_END_DECLS
