/* tras-suggestion-forms.h: what is asked about suggestions and thanks in a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"
#include "tras-suggestion.h"

G_BEGIN_DECLS

void tras_suggestion_forms_new     (GtkWidget       *owner,
                                    TrasStore       *store,
                                    gint64           person_id);
void tras_suggestion_forms_decline (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasSuggestion  *suggestion);
void tras_suggestion_forms_thank   (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasRecognition *draft,
                                    const char      *about);
void tras_suggestion_forms_change_thanks
                                   (GtkWidget       *owner,
                                    TrasStore       *store,
                                    TrasRecognition *recognition);

G_END_DECLS
