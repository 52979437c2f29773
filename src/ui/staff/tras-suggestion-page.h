/* tras-suggestion-page.h: what people suggest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SUGGESTION_PAGE (tras_suggestion_page_get_type ())

/**
 * TrasSuggestionPage:
 *
 * All suggestions with their answers and what became of them.
 */
G_DECLARE_FINAL_TYPE (TrasSuggestionPage, tras_suggestion_page, TRAS, SUGGESTION_PAGE, GtkWidget)

G_END_DECLS
