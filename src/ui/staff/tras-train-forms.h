/* tras-train-forms.h: what is asked for a training and its sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-action.h"
#include "tras-store.h"
#include "tras-training.h"

G_BEGIN_DECLS

/**
 * TrasTrainNeed:
 * @skill_id: a skill
 * @skill_name: what it is called
 * @people: (element-type gint64): who needs a session of it
 */
typedef struct
{
  gint64 skill_id;
  char *skill_name;
  GArray *people;
} TrasTrainNeed;

TrasTrainNeed *
     tras_train_need_new             (gint64               skill_id,
                                      const char          *skill_name);
void tras_train_need_free            (TrasTrainNeed       *self);

void tras_train_forms_plan           (GtkWidget           *owner,
                                      TrasStore           *store,
                                      TrasAction          *action,
                                      TrasTraining        *training);
void tras_train_forms_plan_skills    (GtkWidget           *owner,
                                      TrasStore           *store,
                                      GPtrArray           *needs);
void tras_train_forms_change_session (GtkWidget           *owner,
                                      TrasStore           *store,
                                      TrasTrainingSession *session);
void tras_train_forms_cancel_session (GtkWidget           *owner,
                                      TrasTrainingSession *session);
void tras_train_forms_change         (GtkWidget           *owner,
                                      TrasStore           *store,
                                      TrasTraining        *training);

G_END_DECLS
