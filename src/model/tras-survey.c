/* tras-survey.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-survey.h"

static const TrasChoice kinds[] = {
  { "enps", N_("Recommendation (eNPS)") },
  { "satisfaction", N_("Satisfaction") },
  { "internal", N_("Internal customers") },
  { "csat", N_("Customers") },
  { "exit", N_("Leaving") },
  { NULL, NULL },
};

static const TrasField survey_fields[] = {
  TRAS_FIELD (TrasSurvey, title, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME, N_("Title")),
  TRAS_FIELD (TrasSurvey, kind, CHOICE, TRAS_FIELD_REQUIRED, N_("Kind"), .choices = kinds),
  TRAS_FIELD (TrasSurvey, opened_on, DATE, TRAS_FIELD_REQUIRED, N_("Opened on")),
  TRAS_FIELD (TrasSurvey, closed_on, DATE, TRAS_FIELD_PLAIN, N_("Closed on")),
  TRAS_FIELD (TrasSurvey, least, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Fewest answers shown"), .initial = "5"),
  TRAS_FIELD (TrasSurvey, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasSurvey, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasSurvey, invited, INTEGER, TRAS_FIELD_COMPUTED, N_("Invited")),
  TRAS_FIELD (TrasSurvey, answered, INTEGER, TRAS_FIELD_COMPUTED, N_("Answered")),
};

static const TrasTable survey_table = {
  .name = "survey",
  .view = "survey_view",
  .kind = "surveys",
  .singular = N_("Survey"),
  .plural = N_("Surveys"),
  .fields = survey_fields,
  .n_fields = G_N_ELEMENTS (survey_fields),
};

TRAS_DEFINE_RECORD (TrasSurvey, tras_survey, &survey_table)

static const TrasField survey_invite_fields[] = {
  TRAS_FIELD (TrasSurveyInvite, survey_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Survey"), .target = "survey"),
  TRAS_FIELD (TrasSurveyInvite, person_id, REFERENCE,
              TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("Person"),
              .target = "person"),
  TRAS_FIELD (TrasSurveyInvite, done, BOOLEAN, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Has answered"), .initial = "0"),
  TRAS_FIELD (TrasSurveyInvite, survey_title, TEXT, TRAS_FIELD_COMPUTED, N_("Survey")),
  TRAS_FIELD (TrasSurveyInvite, person_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Person")),
};

static const TrasTable survey_invite_table = {
  .name = "survey_invite",
  .view = "survey_invite_view",
  .singular = N_("Invitation to a survey"),
  .plural = N_("Invitations to surveys"),
  .fields = survey_invite_fields,
  .n_fields = G_N_ELEMENTS (survey_invite_fields),
};

TRAS_DEFINE_RECORD (TrasSurveyInvite, tras_survey_invite, &survey_invite_table)

/* No field of an answer is personal: nobody can be told from it. */
static const TrasField survey_answer_fields[] = {
  TRAS_FIELD (TrasSurveyAnswer, survey_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Survey"),
              .target = "survey"),
  TRAS_FIELD (TrasSurveyAnswer, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"),
              .target = "area"),
  TRAS_FIELD (TrasSurveyAnswer, question, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Question")),
  TRAS_FIELD (TrasSurveyAnswer, value, INTEGER, TRAS_FIELD_UNSIGNED, N_("Value")),
  TRAS_FIELD (TrasSurveyAnswer, words, TEXT, TRAS_FIELD_MULTILINE, N_("Words")),
};

static const TrasTable survey_answer_table = {
  .name = "survey_answer",
  .singular = N_("Answer"),
  .plural = N_("Answers"),
  .fields = survey_answer_fields,
  .n_fields = G_N_ELEMENTS (survey_answer_fields),
  .flags = TRAS_TABLE_APPEND_ONLY,
};

TRAS_DEFINE_RECORD (TrasSurveyAnswer, tras_survey_answer, &survey_answer_table)

/**
 * tras_survey_is_open:
 * @self: a survey
 *
 * Returns: whether it can be answered
 */
gboolean
tras_survey_is_open (TrasSurvey *self)
{
  g_return_val_if_fail (TRAS_IS_SURVEY (self), FALSE);

  return self->closed_on == TRAS_DAY_NONE;
}
