/* tras-sample-voice.c: what the sample's people suggest, are thanked for, and answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-person.h"
#include "tras-sample-private.h"
#include "tras-suggestion.h"
#include "tras-survey-form.h"
#include "tras-survey-steps.h"

/* The numbers of answers are drawn too, but always the same ones. */
#define MOST_ID 9e15

static gboolean
add_answer (TrasSample       *sample,
            TrasSampleRandom *random,
            TrasSurveyAnswer *answer,
            GError          **error)
{
  TRAS_RECORD (answer)->id = 1 + (gint64) (MOST_ID * tras_sample_random_next (random));

  return tras_db_insert_unordered (sample->db, answer, error);
}

static gboolean
add_sheet (TrasSample        *sample,
           const char        *group,
           TrasSampleRandom  *random,
           TrasSurvey        *survey,
           gint64             person_id,
           GError           **error)
{
  const TrasSurveyForm *form = tras_survey_form_get (survey->kind);
  double middle = tras_sample_get_real (sample, group, "middle") / 100;
  double width = tras_sample_get_real (sample, group, "width") / 100;
  gint64 area_id = tras_survey_find_area (sample->db, survey, person_id, error);

  if (area_id < 0)
    return FALSE;

  for (guint i = 0; i < form->n_questions; i++)
    {
      int first;
      guint n_points = tras_question_get_range (&form->questions[i], &first);
      g_autoptr(TrasSurveyAnswer) answer = NULL;
      long value;

      if (n_points == 0)
        continue;
      value = lround (middle + width * tras_sample_random_bell (random));
      answer = tras_survey_answer_new ();
      answer->survey_id = TRAS_RECORD (survey)->id;
      answer->area_id = area_id;
      answer->question = i + 1;
      answer->value = CLAMP (value, first, first + (int) n_points - 1);
      if (!add_answer (sample, random, answer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_words (TrasSample        *sample,
           const char        *group,
           TrasSampleRandom  *random,
           TrasSurvey        *survey,
           GError           **error)
{
  const TrasSurveyForm *form = tras_survey_form_get (survey->kind);
  g_auto(GStrv) said = tras_sample_dup_list (sample, group, "said");

  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    {
      g_autoptr(TrasSurveyAnswer) answer = tras_survey_answer_new ();

      answer->survey_id = TRAS_RECORD (survey)->id;
      answer->question = form->n_questions;
      answer->value = TRAS_NULL;
      answer->words = g_strdup (said[i]);
      if (!add_answer (sample, random, answer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_invites (TrasSample        *sample,
             const char        *group,
             TrasSurvey        *survey,
             GPtrArray         *people,
             GError           **error)
{
  TrasSampleRandom random;
  double share = tras_sample_get_real (sample, group, "share") / 100;
  g_autoptr(GPtrArray) invites = g_ptr_array_new_with_free_func (g_object_unref);

  tras_sample_random_init (&random, group);
  for (guint i = 0; i < people->len; i++)
    {
      TrasPerson *person = people->pdata[i];
      TrasSurveyInvite *invite;

      if (person->hired_on > survey->opened_on ||
          (person->left_on != TRAS_DAY_NONE && person->left_on < survey->opened_on))
        continue;
      invite = tras_survey_invite_new ();
      g_ptr_array_add (invites, invite);
      invite->survey_id = TRAS_RECORD (survey)->id;
      invite->person_id = TRAS_RECORD (person)->id;
      if (!tras_db_insert (sample->db, invite, error))
        return FALSE;
    }

  for (guint i = 0; i < invites->len; i++)
    {
      TrasSurveyInvite *invite = invites->pdata[i];

      if (tras_sample_random_next (&random) >= share)
        continue;
      if (!add_sheet (sample, group, &random, survey, invite->person_id, error))
        return FALSE;
      invite->done = TRUE;
      if (!tras_db_update (sample->db, invite, error))
        return FALSE;
    }

  return add_words (sample, group, &random, survey, error);
}

/* It is open while it is answered. */
static gboolean
fill_survey (TrasSample  *sample,
             const char  *group,
             GPtrArray   *people,
             GError     **error)
{
  g_autoptr(TrasSurvey) survey = tras_survey_new ();
  TrasDay closed_on;

  if (!tras_sample_read (sample, group, survey, error))
    return FALSE;
  closed_on = survey->closed_on;
  survey->closed_on = TRAS_DAY_NONE;
  if (!tras_sample_add (sample, group, survey, error) ||
      !add_invites (sample, group, survey, people, error))
    return FALSE;
  if (closed_on == TRAS_DAY_NONE)
    return TRUE;

  survey->closed_on = closed_on;

  return tras_db_update (sample->db, survey, error);
}

/**
 * tras_sample_fill_voice:
 * @self: a sample with people and plans
 * @error: where to put the error
 *
 * Stores suggestions, thanks, and surveys with their answers.
 */
gboolean
tras_sample_fill_voice (TrasSample  *self,
                        GError     **error)
{
  g_autoptr(GPtrArray) surveys = tras_sample_list_groups (self, "survey");
  g_autoptr(TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr(GPtrArray) people = NULL;

  if (!tras_sample_add_all (self, "suggestion", TRAS_TYPE_SUGGESTION, NULL, error) ||
      !tras_sample_add_all (self, "recognition", TRAS_TYPE_RECOGNITION, NULL, error))
    return FALSE;

  tras_query_order (query, "id", FALSE);
  people = tras_db_select (self->db, query, error);
  for (guint i = 0; people != NULL && i < surveys->len; i++)
    {
      if (!fill_survey (self, surveys->pdata[i], people, error))
        return FALSE;
    }

  return people != NULL;
}
