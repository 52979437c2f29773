/* tras-action-words.h: what the window says of actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"

G_BEGIN_DECLS

gboolean    tras_action_words_is_late   (TrasAction *action,
                                         TrasDay     today);
char       *tras_action_words_dup_due   (TrasAction *action,
                                         TrasDay     today);
char       *tras_action_words_dup_state (TrasAction *action,
                                         TrasDay     today);
const char *tras_action_words_get_icon  (TrasAction *action,
                                         TrasDay     today);
const char *tras_action_words_get_class (TrasAction *action,
                                         TrasDay     today);
char       *tras_action_words_dup_hours (gint64      minutes);
char       *tras_action_words_dup_money (gint64      minor_units,
                                         const char *currency);

G_END_DECLS
