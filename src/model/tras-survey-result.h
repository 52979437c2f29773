/* tras-survey-result.h: what a closed survey says, and what it keeps to itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-survey-form.h"
#include "tras-survey.h"

G_BEGIN_DECLS

/**
 * TrasSurveyState:
 * @TRAS_SURVEY_SHOWN: its result may be seen
 * @TRAS_SURVEY_OPEN: nothing is shown before it is closed
 * @TRAS_SURVEY_FEW: fewer have answered than are shown
 *
 * Whether there is something to see.
 */
typedef enum
{
  TRAS_SURVEY_SHOWN,
  TRAS_SURVEY_OPEN,
  TRAS_SURVEY_FEW,
} TrasSurveyState;

/**
 * TrasSurveyArea:
 * @name: the area; %NULL for those together that have no figure of their own
 * @n: how many answered there
 * @figure: the survey's figure there; NAN where it stays hidden
 */
typedef struct
{
  char *name;
  guint n;
  double figure;
} TrasSurveyArea;

/**
 * TrasSurveyCount:
 * @question: a question that is answered by a number
 * @first: the lowest number
 * @n_points: how many numbers
 * @counts: how often each of them was chosen
 * @n: how many answers
 */
typedef struct
{
  const TrasQuestion *question;
  int first;
  guint n_points;
  guint counts[TRAS_QUESTION_MOST_POINTS];
  guint n;
} TrasSurveyCount;

/**
 * TrasSurveyResult:
 * @state: whether there is something to see; all below is empty where there is not
 * @n: how many have answered
 * @figure: the survey's figure, see tras_survey_form_get_definition()
 * @counts: (element-type TrasSurveyCount): how each question was answered
 * @areas: (element-type TrasSurveyArea): the figure by area, most answers first
 * @words: (element-type utf8): what was written, by the alphabet: its order says nothing
 */
typedef struct
{
  TrasSurveyState state;
  guint n;
  double figure;
  GArray *counts;
  GArray *areas;
  GPtrArray *words;
} TrasSurveyResult;

TrasSurveyResult *tras_survey_result_new    (TrasSurvey             *survey,
                                             GPtrArray              *answers,
                                             GHashTable             *area_names);
TrasSurveyResult *tras_survey_result_load   (TrasDb                 *db,
                                             TrasSurvey             *survey,
                                             GError                **error);
void              tras_survey_result_free   (TrasSurveyResult       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSurveyResult, tras_survey_result_free)

G_END_DECLS
