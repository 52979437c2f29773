/* tras-survey-page.h: what people are asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SURVEY_PAGE (tras_survey_page_get_type ())

/**
 * TrasSurveyPage:
 *
 * All surveys, how far they are, and what they said.
 */
G_DECLARE_FINAL_TYPE (TrasSurveyPage, tras_survey_page, TRAS, SURVEY_PAGE, GtkWidget)

G_END_DECLS
