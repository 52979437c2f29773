/* tras-survey-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-survey-form.h"

static const TrasQuestion enps[] = {
  { TRAS_QUESTION_RECOMMEND,
    N_("How likely is it that you would recommend this firm to a friend as a place to work?") },
  { TRAS_QUESTION_WORDS, N_("What is the main reason for your answer?") },
};

static const TrasQuestion satisfaction[] = {
  { TRAS_QUESTION_AGREE, N_("I know what is expected of me.") },
  { TRAS_QUESTION_AGREE, N_("I have what I need to do my work well.") },
  { TRAS_QUESTION_AGREE, N_("The other areas serve me well.") },
  { TRAS_QUESTION_AGREE, N_("I learn what I need for my work.") },
  { TRAS_QUESTION_AGREE, N_("When I suggest something, I get an answer.") },
  { TRAS_QUESTION_AGREE, N_("My work is seen and valued.") },
  { TRAS_QUESTION_AGREE, N_("I can say what is wrong without fear.") },
  { TRAS_QUESTION_WORDS, N_("What should change first?") },
};

static const TrasQuestion internal[] = {
  { TRAS_QUESTION_AGREE, N_("I get what was promised to me.") },
  { TRAS_QUESTION_AGREE, N_("I get it when I need it.") },
  { TRAS_QUESTION_AGREE, N_("What I get is right the first time.") },
  { TRAS_QUESTION_AGREE, N_("When something is wrong, it is put right.") },
  { TRAS_QUESTION_WORDS, N_("What would help you most?") },
};

static const TrasQuestion csat[] = {
  { TRAS_QUESTION_AGREE, N_("I am satisfied with what I got.") },
  { TRAS_QUESTION_WORDS, N_("What can we do better?") },
};

static const TrasQuestion leaving[] = {
  { TRAS_QUESTION_AGREE, N_("My work was what I was hired for.") },
  { TRAS_QUESTION_AGREE, N_("I was led well.") },
  { TRAS_QUESTION_AGREE, N_("I could learn and grow.") },
  { TRAS_QUESTION_AGREE, N_("I was paid fairly.") },
  { TRAS_QUESTION_AGREE, N_("I would come back.") },
  { TRAS_QUESTION_WORDS, N_("What would have kept you here?") },
};

#define MEAN N_("Mean of all answers from 1 (not at all) to 5 (fully).")

static const TrasSurveyForm forms[] = {
  { "enps",
    N_("eNPS: percent of answers of 9 and 10 less percent of answers of 0 to 6; from −100 to 100."),
    enps, G_N_ELEMENTS (enps), TRUE },
  { "satisfaction", MEAN, satisfaction, G_N_ELEMENTS (satisfaction), TRUE },
  { "internal", MEAN, internal, G_N_ELEMENTS (internal), TRUE },
  { "csat", N_("Percent of answers of 4 and 5 on a scale from 1 (not at all) to 5 (fully)."), csat,
    G_N_ELEMENTS (csat), FALSE },
  { "exit", MEAN, leaving, G_N_ELEMENTS (leaving), TRUE },
};

static const char *const agreement[] = {
  NC_("agree", "Not at all"), NC_("agree", "Rather not"), NC_("agree", "Partly"),
  NC_("agree", "Mostly"), NC_("agree", "Fully"),
};

/**
 * tras_survey_form_get:
 * @kind: a kind of survey
 *
 * Returns: (nullable): its questions
 */
const TrasSurveyForm *
tras_survey_form_get (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_strcmp0 (forms[i].kind, kind) == 0)
        return &forms[i];
    }

  return NULL;
}

/**
 * tras_survey_form_get_definition:
 * @self: a form
 *
 * Returns: (transfer none): how its result is computed, translated
 */
const char *
tras_survey_form_get_definition (const TrasSurveyForm *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->definition);
}

/**
 * tras_question_get_text:
 * @question: a question
 *
 * Returns: (transfer none): what is asked, translated
 */
const char *
tras_question_get_text (const TrasQuestion *question)
{
  g_return_val_if_fail (question != NULL, "");

  return _(question->text);
}

/**
 * tras_question_get_range:
 * @question: a question
 * @first: (out): the lowest number that can be chosen
 *
 * Returns: how many numbers can be chosen, 0 where words are asked for
 */
guint
tras_question_get_range (const TrasQuestion *question,
                         int                *first)
{
  g_return_val_if_fail (question != NULL && first != NULL, 0);

  *first = question->kind == TRAS_QUESTION_AGREE ? 1 : 0;

  return question->kind == TRAS_QUESTION_RECOMMEND ? TRAS_QUESTION_MOST_POINTS
         : question->kind == TRAS_QUESTION_AGREE   ? G_N_ELEMENTS (agreement)
                                                   : 0;
}

/**
 * tras_question_get_meaning:
 * @question: a question that is answered by a number
 * @value: one of its numbers
 *
 * Returns: (transfer none): what that number says
 */
const char *
tras_question_get_meaning (const TrasQuestion *question,
                           int                 value)
{
  g_return_val_if_fail (question != NULL, "");

  if (question->kind == TRAS_QUESTION_AGREE)
    {
      g_return_val_if_fail (value >= 1 && value <= (int) G_N_ELEMENTS (agreement), "");
      return g_dpgettext2 (GETTEXT_PACKAGE, "agree", agreement[value - 1]);
    }

  return value >= 9 ? C_("eNPS", "Promoter") : value >= 7 ? C_("eNPS", "Passive")
                                                          : C_("eNPS", "Detractor");
}
