/* tras-review-data.h: what the weekly review looks at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-experiment.h"
#include "tras-firm.h"
#include "tras-goal-board.h"
#include "tras-scorecard.h"
#include "tras-training-book.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_DATA (tras_review_data_get_type ())

/**
 * TrasReviewData:
 * @week_on: the Monday of the week under review
 * @day: its Sunday: the day that everything is seen from
 * @firm: the firm
 * @scorecard: all indicators, with the last 13 periods
 * @agenda: (element-type TrasScorecardRow): the same rows in the order in which they are talked
 *   about: levers first, then results by area, people, money last
 * @signals: (element-type TrasScorecardRow): those of @agenda that are unusual, in its order
 * @missing: (element-type TrasScorecardRow): those of @agenda whose newest period that is over was
 *   not measured, by who is to bring it
 * @deviations: (element-type TrasDeviation): the open ones, the oldest first
 * @checks: (element-type TrasDeviation): the open ones whose check has come, by its date
 * @actions: (element-type TrasAction): the unfinished ones that are late or due by the end of the
 *   next week, by due date
 * @n_late: how many of @actions were due on @day or before
 * @goals: all goals
 * @off_pace: (element-type TrasGoalStatus): those of @goals that somebody should look at
 * @experiments: (element-type TrasExperiment): the open ones that have come to their stop date
 * @decisions: (element-type TrasDecision): those made in the week
 * @revisits: (element-type TrasDecision): those to be looked at again by now
 * @effects: the trainings that should move an indicator, as of tras_training_book_load_effects()
 *
 * The agenda of one week, from the data. Rows of borrowed lists belong to @scorecard and @goals.
 */
typedef struct
{
  TrasDay week_on;
  TrasDay day;
  TrasFirm *firm;
  TrasScorecard *scorecard;
  GPtrArray *agenda;
  GPtrArray *signals;
  GPtrArray *missing;
  GPtrArray *deviations;
  GPtrArray *checks;
  GPtrArray *actions;
  guint n_late;
  TrasGoalBoard *goals;
  GPtrArray *off_pace;
  GPtrArray *experiments;
  GPtrArray *decisions;
  GPtrArray *revisits;
  TrasTrainingBook *effects;
} TrasReviewData;

GType           tras_review_data_get_type    (void) G_GNUC_CONST;
TrasDay         tras_review_data_find_newest (TrasDb          *db,
                                              TrasDay          today,
                                              GError         **error);
TrasReviewData *tras_review_data_load        (TrasDb          *db,
                                              TrasDay          day,
                                              GError         **error);
TrasReviewData *tras_review_data_ref         (TrasReviewData  *self);
void            tras_review_data_unref       (TrasReviewData  *self);
gboolean        tras_review_data_is_late     (TrasReviewData  *self,
                                              TrasAction      *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasReviewData, tras_review_data_unref)

G_END_DECLS
