/* tras-survey-sheet.h: the window in which one person answers a survey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"
#include "tras-survey.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SURVEY_SHEET (tras_survey_sheet_window_get_type ())

/**
 * TrasSurveySheetWindow:
 *
 * On a desk that many share: somebody picks their name to be ticked off, then answers. What is
 * chosen is nowhere before it is sent, and nowhere to be seen afterwards.
 */
G_DECLARE_FINAL_TYPE (TrasSurveySheetWindow, tras_survey_sheet_window, TRAS, SURVEY_SHEET_WINDOW,
                      AdwWindow)

void tras_survey_sheet_present (GtkWidget  *owner,
                                TrasStore  *store,
                                TrasSurvey *survey);

G_END_DECLS
