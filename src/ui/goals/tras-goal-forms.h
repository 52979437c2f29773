/* tras-goal-forms.h: what is asked about a goal in a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-board.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_goal_forms_edit_target (GtkWidget  *owner,
                                  TrasStore  *store,
                                  TrasGoal   *goal,
                                  TrasTarget *target);
void tras_goal_forms_close       (GtkWidget  *owner,
                                  TrasStore  *store,
                                  TrasGoal   *goal);

G_END_DECLS
