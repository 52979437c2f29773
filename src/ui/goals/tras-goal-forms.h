/* tras-goal-forms.h: what is asked about a goal in a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-form-dialog.h"
#include "tras-goal-board.h"

G_BEGIN_DECLS

void     tras_goal_forms_edit_target  (GtkWidget      *owner,
                                       TrasStore      *store,
                                       TrasGoal       *goal,
                                       TrasTarget     *target);
void     tras_goal_forms_show_shape   (TrasFormDialog *dialog,
                                       TrasTarget     *target);
gboolean tras_goal_forms_check_target (TrasFormDialog *dialog,
                                       TrasTarget     *target);
void     tras_goal_forms_clean_target (TrasTarget     *target);

G_END_DECLS
