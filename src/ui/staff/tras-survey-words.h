/* tras-survey-words.h: what is said of a survey and its result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-headline.h"
#include "tras-survey-result.h"

G_BEGIN_DECLS

char               *tras_survey_words_dup_answered (TrasSurvey       *survey);
char               *tras_survey_words_dup_figure   (TrasSurvey       *survey,
                                                    double            figure);
char               *tras_survey_words_dup_state    (TrasSurvey       *survey,
                                                    TrasSurveyResult *result);
const TrasHeadline *tras_survey_words_get_headline (void);

G_END_DECLS
