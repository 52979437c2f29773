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

void tras_train_forms_plan           (GtkWidget           *owner,
                                      TrasStore           *store,
                                      TrasAction          *action,
                                      TrasTraining        *training);
void tras_train_forms_plan_skill     (GtkWidget           *owner,
                                      TrasStore           *store,
                                      gint64               skill_id,
                                      GArray              *people);
void tras_train_forms_change_session (GtkWidget           *owner,
                                      TrasStore           *store,
                                      TrasTrainingSession *session);
void tras_train_forms_cancel_session (GtkWidget           *owner,
                                      TrasTrainingSession *session);
void tras_train_forms_change         (GtkWidget           *owner,
                                      TrasStore           *store,
                                      TrasTraining        *training);

G_END_DECLS
