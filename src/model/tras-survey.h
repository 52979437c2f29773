/* tras-survey.h: surveys, who is invited to them, and what was answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SURVEY (tras_survey_get_type ())

TRAS_DECLARE_RECORD (TrasSurvey, tras_survey, SURVEY)

/**
 * TrasSurvey:
 * @kind: which questions are asked, see tras_survey_form_get()
 * @least: nothing is shown of fewer answers
 * @invited: how many people are invited
 * @answered: how many of them have answered
 *
 * Questions to people who are not named beside their answers. Its result is shown once it is
 * closed, and it is never opened again.
 */
struct _TrasSurvey
{
  TrasRecord parent_instance;

  char *title;
  const char *kind;
  TrasDay opened_on;
  TrasDay closed_on;
  gint64 least;
  gint64 indicator_id;

  /* of the view */
  char *indicator_name;
  gint64 invited;
  gint64 answered;
};

#define TRAS_TYPE_SURVEY_INVITE (tras_survey_invite_get_type ())

TRAS_DECLARE_RECORD (TrasSurveyInvite, tras_survey_invite, SURVEY_INVITE)

/**
 * TrasSurveyInvite:
 * @done: whether the person has answered; nothing leads from here to what they said
 *
 * Who may answer a survey, once.
 */
struct _TrasSurveyInvite
{
  TrasRecord parent_instance;

  gint64 survey_id;
  gint64 person_id;
  gboolean done;

  /* of the view */
  char *survey_title;
  char *person_name;
};

#define TRAS_TYPE_SURVEY_ANSWER (tras_survey_answer_get_type ())

TRAS_DECLARE_RECORD (TrasSurveyAnswer, tras_survey_answer, SURVEY_ANSWER)

/**
 * TrasSurveyAnswer:
 * @area_id: where the person works; 0 where that could tell who it is
 * @question: which question of the survey's kind, from 1 on
 * @value: the number that was chosen, or %TRAS_NULL
 * @words: (nullable): what was written
 *
 * One answer to one question. Its id is drawn at random, it has no time, the edit log does not know
 * it, and nothing ties it to other answers of the same person.
 */
struct _TrasSurveyAnswer
{
  TrasRecord parent_instance;

  gint64 survey_id;
  gint64 area_id;
  gint64 question;
  gint64 value;
  char *words;
};

gboolean tras_survey_is_open (TrasSurvey *self);

G_END_DECLS
