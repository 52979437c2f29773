/* tras-survey-detail.h: a survey, how far it is, and what it says once it is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SURVEY_DETAIL (tras_survey_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasSurveyDetail, tras_survey_detail, TRAS, SURVEY_DETAIL, TrasDetail)

G_END_DECLS
