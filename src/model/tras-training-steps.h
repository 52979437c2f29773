/* tras-training-steps.h: the edits by which trainings come about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-training-book.h"

G_BEGIN_DECLS

TrasEdit *tras_training_step_plan   (TrasAction           *action,
                                     TrasTraining         *training,
                                     TrasTrainingSession  *session,
                                     GArray               *people);
TrasEdit *tras_training_step_change (TrasTrainingSession  *session,
                                     GPtrArray            *seats,
                                     GArray               *people);
TrasEdit *tras_training_step_cancel (TrasTrainingSession  *session);
TrasEdit *tras_training_step_rate   (TrasTrainingSeat     *seat,
                                     TrasTrainingQuestion  question,
                                     gint64                mark);
TrasTraining *
          tras_training_dup_said    (TrasTraining         *training,
                                     const char           *verdict,
                                     TrasDay               next_look);
TrasEdit *tras_training_step_say    (TrasTraining         *training,
                                     const char           *verdict,
                                     TrasDay               next_look);

G_END_DECLS
