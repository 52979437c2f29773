/* tras-action-rules.h: what an action cannot be, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-goal.h"

G_BEGIN_DECLS

gboolean  tras_action_rules_check_action (TrasAction       *action,
                                          TrasAction       *before,
                                          TrasDb           *db,
                                          const char      **field,
                                          GError          **error);
gboolean  tras_action_rules_check        (TrasEdit         *edit,
                                          TrasDb           *db,
                                          GError          **error);
char     *tras_action_rules_dup_cycle    (TrasActionAfter  *link,
                                          TrasDb           *db);
char     *tras_action_rules_dup_warning  (TrasAction       *action,
                                          TrasGoal         *goal);

G_END_DECLS
