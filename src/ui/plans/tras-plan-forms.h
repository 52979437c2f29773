/* tras-plan-forms.h: what is asked about decisions and experiments in a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-decision.h"
#include "tras-experiment.h"
#include "tras-store.h"
#include "tras-suggestion.h"

G_BEGIN_DECLS

void tras_plan_forms_new_decision     (GtkWidget    *owner,
                                       TrasStore    *store);
void tras_plan_forms_replace_decision (GtkWidget    *owner,
                                       TrasStore    *store,
                                       TrasDecision *decision);
void tras_plan_forms_keep_decision    (GtkWidget    *owner,
                                       TrasStore    *store,
                                       TrasDecision *decision);
void tras_plan_forms_new_experiment   (GtkWidget    *owner,
                                       TrasStore    *store);
void tras_plan_forms_try_suggestion   (GtkWidget      *owner,
                                       TrasStore      *store,
                                       TrasSuggestion *suggestion);

G_END_DECLS
