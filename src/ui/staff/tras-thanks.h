/* tras-thanks.h: thanks for a suggestion or for a deviation that was solved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"
#include "tras-suggestion.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SUGGESTION_THANKS (tras_suggestion_thanks_get_type ())
#define TRAS_TYPE_DEVIATION_THANKS (tras_deviation_thanks_get_type ())

/**
 * TrasSuggestionThanks:
 *
 * Who was thanked for a suggestion, with a button that thanks.
 */
G_DECLARE_FINAL_TYPE (TrasSuggestionThanks, tras_suggestion_thanks, TRAS, SUGGESTION_THANKS,
                      TrasDetailSection)

/**
 * TrasDeviationThanks:
 *
 * Who was thanked for a deviation, with a button that thanks once it is closed.
 */
G_DECLARE_FINAL_TYPE (TrasDeviationThanks, tras_deviation_thanks, TRAS, DEVIATION_THANKS,
                      TrasDetailSection)

void tras_thanks_add_row (TrasDetailSection *section,
                          TrasRecognition   *recognition,
                          const char        *title);

G_END_DECLS
