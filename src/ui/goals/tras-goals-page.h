/* tras-goals-page.h: the tab Goals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-goal-tree.h"
#include "tras-page.h"

G_BEGIN_DECLS

#define TRAS_TYPE_GOALS_PAGE (tras_goals_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasGoalsPage, tras_goals_page, TRAS, GOALS_PAGE, TrasPage)

TrasGoalTree *tras_goals_page_get_tree        (TrasGoalsPage *self);
gint64        tras_goals_page_get_selected_id (TrasGoalsPage *self);

G_END_DECLS
