/* tras-goal-words.h: what the window says of goals and targets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-goal-check.h"

G_BEGIN_DECLS

char       *tras_goal_words_dup_outlook    (TrasOutlook         outlook,
                                            TrasPaceState       pace);
char       *tras_goal_words_dup_state      (TrasGoalStatus     *status);
const char *tras_goal_words_get_icon       (TrasGoalStatus     *status);
const char *tras_goal_words_get_class      (TrasGoalStatus     *status);
char       *tras_goal_words_dup_children   (TrasGoalStatus     *status);
char       *tras_goal_words_dup_progress   (double              progress,
                                            double              expected);
char       *tras_goal_words_dup_date       (TrasDay             day);
char       *tras_goal_words_dup_target     (TrasTargetStatus   *status);
char       *tras_goal_words_dup_current    (TrasTargetStatus   *status);
char       *tras_goal_words_dup_then       (double              then,
                                            double              now);
char       *tras_goal_words_dup_value_then (TrasGoalCheckValue *value,
                                            TrasTargetStatus   *now);

G_END_DECLS
