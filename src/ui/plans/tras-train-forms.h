/* tras-train-forms.h: what an action that trains asks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-action.h"
#include "tras-store.h"
#include "tras-training.h"

G_BEGIN_DECLS

void tras_train_forms_plan   (GtkWidget           *owner,
                              TrasStore           *store,
                              TrasAction          *action,
                              TrasTraining        *training);
void tras_train_forms_change (GtkWidget           *owner,
                              TrasStore           *store,
                              TrasTraining        *training);
void tras_train_forms_hold   (GtkWidget           *owner,
                              TrasStore           *store,
                              TrasAction          *action,
                              TrasTrainingSession *session,
                              GPtrArray           *seats);

G_END_DECLS
