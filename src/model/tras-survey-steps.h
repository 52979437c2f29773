/* tras-survey-steps.h: opening, answering and closing a survey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-survey.h"

G_BEGIN_DECLS

/**
 * TrasSurveySheet:
 * @survey_id: the survey
 * @person_id: who answers, to be ticked off; 0 where nobody is invited
 * @values: (array): a number for each question in their order, %TRAS_NULL where words are asked for
 * @words: (array): likewise the words, %NULL for none
 * @n: how many questions
 *
 * What one person answers.
 */
typedef struct
{
  gint64 survey_id;
  gint64 person_id;
  gint64 *values;
  char **words;
  guint n;
} TrasSurveySheet;

TrasSurveySheet *tras_survey_sheet_new   (gint64                  survey_id,
                                          gint64                  person_id,
                                          guint                   n);
void             tras_survey_sheet_free  (TrasSurveySheet        *self);

TrasEdit        *tras_survey_step_open   (TrasSurvey             *survey,
                                          GArray                 *people);
TrasEdit        *tras_survey_step_invite (TrasSurvey             *survey,
                                          GArray                 *people);
gint64           tras_survey_find_area   (TrasDb                 *db,
                                          TrasSurvey             *survey,
                                          gint64                  person_id,
                                          GError                **error);
gboolean         tras_survey_answer      (TrasDb                 *db,
                                          const TrasSurveySheet  *sheet,
                                          GError                **error);
gboolean         tras_survey_close       (TrasDb                 *db,
                                          gint64                  survey_id,
                                          TrasDay                 day,
                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSurveySheet, tras_survey_sheet_free)

G_END_DECLS
