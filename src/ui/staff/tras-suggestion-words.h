/* tras-suggestion-words.h: what is said of a suggestion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-headline.h"
#include "tras-suggestion.h"

G_BEGIN_DECLS

const char         *tras_suggestion_words_get_icon     (TrasSuggestion *suggestion,
                                                        TrasDay         today);
const char         *tras_suggestion_words_get_class    (TrasSuggestion *suggestion,
                                                        TrasDay         today);
char               *tras_suggestion_words_dup_state    (TrasSuggestion *suggestion,
                                                        TrasDay         today);
char               *tras_suggestion_words_dup_origin   (TrasSuggestion *suggestion);
const TrasHeadline *tras_suggestion_words_get_headline (void);

G_END_DECLS
