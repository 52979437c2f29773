/* tras-survey-forms.h: what is asked to open a survey, and who is invited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"
#include "tras-survey.h"

G_BEGIN_DECLS

void tras_survey_forms_new    (GtkWidget  *owner,
                               TrasStore  *store);
void tras_survey_forms_invite (GtkWidget  *owner,
                               TrasStore  *store,
                               TrasSurvey *survey);

G_END_DECLS
