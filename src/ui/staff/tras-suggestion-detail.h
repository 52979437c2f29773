/* tras-suggestion-detail.h: a suggestion, its answer, and what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SUGGESTION_DETAIL (tras_suggestion_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasSuggestionDetail, tras_suggestion_detail, TRAS, SUGGESTION_DETAIL,
                      TrasDetail)

G_END_DECLS
