/* tras-decision-words.h: what the window says of decisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-decision.h"

G_BEGIN_DECLS

char       *tras_decision_words_dup_state (TrasDecision *decision,
                                           TrasDay       today);
const char *tras_decision_words_get_icon  (TrasDecision *decision,
                                           TrasDay       today);
const char *tras_decision_words_get_class (TrasDecision *decision,
                                           TrasDay       today);

G_END_DECLS
