/* tras-goal-target-row.h: a target of a goal with its picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-board.h"

G_BEGIN_DECLS

GtkWidget *tras_goal_target_row_new (TrasTargetStatus *status);

G_END_DECLS
