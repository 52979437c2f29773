/* tras-action-records.h: what an action has its own records for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-purchase-rules.h"
#include "tras-training.h"
#include "tras-vacancy.h"

G_BEGIN_DECLS

/**
 * TrasActionRecords:
 * @vacancies: (element-type TrasVacancy): the seats it fills, oldest first
 * @candidates: (element-type TrasCandidate): who was hired for them
 * @trainings: (element-type TrasTraining): what it teaches, oldest first
 * @sessions: (element-type TrasTrainingSession): when, earliest first
 * @seats: (element-type TrasTrainingSeat): who sits in them
 * @lines: (element-type TrasPurchaseLine): what it buys, oldest first
 * @purchases: (element-type TrasPurchase): what those are ordered with
 * @receipts: (element-type TrasReceipt): what came of them
 *
 * All that was recorded for one action, whatever its kind is or was.
 */
typedef struct
{
  GPtrArray *vacancies;
  GPtrArray *candidates;
  GPtrArray *trainings;
  GPtrArray *sessions;
  GPtrArray *seats;
  GPtrArray *lines;
  GPtrArray *purchases;
  GPtrArray *receipts;
} TrasActionRecords;

TrasActionRecords *tras_action_records_load         (TrasDb             *db,
                                                     gint64              action_id,
                                                     GError            **error);
void               tras_action_records_free         (TrasActionRecords  *self);
gboolean           tras_action_records_are_complete (TrasActionRecords  *self);
TrasDay            tras_action_records_get_last_day (TrasActionRecords  *self);
char              *tras_action_records_dup_result   (TrasActionRecords  *self);

gboolean           tras_action_records_check        (TrasEdit           *edit,
                                                     TrasDb             *db,
                                                     GError            **error);
gboolean           tras_action_records_follow_up    (TrasEdit           *edit,
                                                     TrasDb             *db,
                                                     GError            **error);

gboolean           tras_vacancy_is_filled           (TrasVacancy        *self);
TrasDay            tras_training_session_get_day    (TrasTrainingSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasActionRecords, tras_action_records_free)

G_END_DECLS
