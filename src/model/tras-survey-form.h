/* tras-survey-form.h: the questions of each kind of survey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasQuestionKind:
 * @TRAS_QUESTION_RECOMMEND: a number from 0 to 10
 * @TRAS_QUESTION_AGREE: a number from 1 to 5
 * @TRAS_QUESTION_WORDS: a text, which may be left out
 */
typedef enum
{
  TRAS_QUESTION_RECOMMEND,
  TRAS_QUESTION_AGREE,
  TRAS_QUESTION_WORDS,
} TrasQuestionKind;

/* No scale has more points. */
#define TRAS_QUESTION_MOST_POINTS 11

/**
 * TrasQuestion:
 * @kind: how it is answered
 * @text: what is asked, untranslated; see tras_question_get_text()
 */
typedef struct
{
  TrasQuestionKind kind;
  const char *text;
} TrasQuestion;

/**
 * TrasSurveyForm:
 * @kind: which kind of survey it is, as the file has it
 * @definition: how its result is computed, untranslated
 * @questions: what is asked; the number of a question is its place, from 1 on
 * @n_questions: how many
 * @invites: whether people of the firm are invited; else customers answer without a name
 */
typedef struct
{
  const char *kind;
  const char *definition;
  const TrasQuestion *questions;
  guint n_questions;
  gboolean invites;
} TrasSurveyForm;

const TrasSurveyForm *tras_survey_form_get            (const char           *kind);
const char           *tras_survey_form_get_definition (const TrasSurveyForm *self);
const char           *tras_question_get_text          (const TrasQuestion   *question);
guint                 tras_question_get_range         (const TrasQuestion   *question,
                                                       int                  *first);
const char           *tras_question_get_meaning       (const TrasQuestion   *question,
                                                       int                   value);

G_END_DECLS
