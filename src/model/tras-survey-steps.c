/* tras-survey-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has answered is known, and when: the edit log has the moment at which an invitation was
 * ticked off. What was answered is kept so that nothing leads there: each answer is a row of its
 * own with an id drawn at random, without a time and unknown to the log, and with its area only
 * where enough people of that area are invited. Whoever copies the file before and after one
 * person has answered can still compare the two copies.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-few.h"
#include "tras-person.h"
#include "tras-survey-form.h"
#include "tras-survey-steps.h"

/* ---- a sheet ---- */

/**
 * tras_survey_sheet_new:
 * @survey_id: a survey
 * @person_id: who answers, 0 where nobody is invited
 * @n: how many questions it has
 *
 * Returns: (transfer full): a sheet without answers
 */
TrasSurveySheet *
tras_survey_sheet_new (gint64 survey_id,
                       gint64 person_id,
                       guint  n)
{
  TrasSurveySheet *self = g_new0 (TrasSurveySheet, 1);

  self->survey_id = survey_id;
  self->person_id = person_id;
  self->values = g_new (gint64, n);
  self->words = g_new0 (char *, n);
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->values[i] = TRAS_NULL;

  return self;
}

void
tras_survey_sheet_free (TrasSurveySheet *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->words[i]);
  g_free (self->words);
  g_free (self->values);
  g_free (self);
}

/* ---- who is invited ---- */

static void
add_invites (TrasEdit   *edit,
             TrasSurvey *survey,
             GArray     *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (TrasSurveyInvite) invite = tras_survey_invite_new ();

      invite->survey_id = TRAS_RECORD (survey)->id;
      invite->person_id = g_array_index (people, gint64, i);
      tras_edit_insert (edit, invite);
      if (invite->survey_id == 0)
        tras_edit_link (edit, invite, "survey_id", survey);
    }
}

/**
 * tras_survey_step_open:
 * @survey: a new survey
 * @people: (element-type gint64): who is invited
 *
 * Returns: (transfer full): the edit that opens it
 */
TrasEdit *
tras_survey_step_open (TrasSurvey *survey,
                       GArray     *people)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_SURVEY (survey), NULL);
  g_return_val_if_fail (people != NULL, NULL);

  edit = tras_edit_new (_("New survey"));
  tras_edit_insert (edit, survey);
  add_invites (edit, survey, people);

  return edit;
}

/**
 * tras_survey_step_invite:
 * @survey: an open survey
 * @people: (element-type gint64): who is invited besides
 *
 * Returns: (transfer full): the edit that invites them
 */
TrasEdit *
tras_survey_step_invite (TrasSurvey *survey,
                         GArray     *people)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_SURVEY (survey), NULL);
  g_return_val_if_fail (people != NULL, NULL);

  edit = tras_edit_new (_("Invite to a survey"));
  add_invites (edit, survey, people);

  return edit;
}

/* ---- one person answers ---- */

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED, why);
  return FALSE;
}

static gboolean
check_sheet (const TrasSurveySheet  *sheet,
             const TrasSurveyForm   *form,
             GError                **error)
{
  if (form == NULL || sheet->n != form->n_questions)
    return refuse (error, _("The survey has other questions"));

  for (guint i = 0; i < sheet->n; i++)
    {
      int first;
      guint n_points = tras_question_get_range (&form->questions[i], &first);

      if (n_points > 0 &&
          (sheet->values[i] < first || sheet->values[i] >= first + (gint64) n_points))
        return refuse (error, _("Every question with numbers has an answer"));
    }

  return TRUE;
}

static TrasSurveyInvite *
find_invite (TrasDb                 *db,
             const TrasSurveySheet  *sheet,
             GError                **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SURVEY_INVITE);
  g_autoptr (TrasSurveyInvite) invite = NULL;

  tras_query_where_int (query, "survey_id", TRAS_QUERY_EQ, sheet->survey_id);
  tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, sheet->person_id);
  invite = tras_db_find (db, query, error);
  if (invite == NULL)
    return NULL;
  if (invite->done)
    {
      refuse (error, _("An invitation is answered once"));
      return NULL;
    }

  return g_steal_pointer (&invite);
}

/* How many people are invited by the area they work in; the areas as keys. */
static GHashTable *
count_invited (TrasDb   *db,
               gint64    survey_id,
               gint64    person_id,
               gint64   *area_id,
               GError  **error)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SURVEY_INVITE);
  g_autoptr (GPtrArray) invites = NULL;

  tras_query_where_int (query, "survey_id", TRAS_QUERY_EQ, survey_id);
  invites = tras_db_select (db, query, error);
  if (invites == NULL)
    return NULL;

  for (guint i = 0; i < invites->len; i++)
    {
      TrasSurveyInvite *invite = invites->pdata[i];
      g_autoptr (TrasPerson) person = tras_db_load (db, TRAS_TYPE_PERSON, invite->person_id, error);
      guint n;

      if (person == NULL)
        return NULL;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (heads, &person->area_id));
      g_hash_table_replace (heads, g_memdup2 (&person->area_id, sizeof (gint64)),
                            GUINT_TO_POINTER (n + 1));
      if (invite->person_id == person_id)
        *area_id = person->area_id;
    }

  return g_steal_pointer (&heads);
}

/**
 * tras_survey_find_area:
 * @db: a connection
 * @survey: a survey
 * @person_id: who is invited to it, 0 for a customer
 * @error: where to put the error
 *
 * The area that may stand beside a person's answers: one of which, and besides which, enough people
 * are invited.
 *
 * Returns: its id, 0 for none, -1 after an error
 */
gint64
tras_survey_find_area (TrasDb      *db,
                       TrasSurvey  *survey,
                       gint64       person_id,
                       GError     **error)
{
  gint64 area_id = 0;
  g_autoptr (GHashTable) heads = NULL;
  g_autofree guint *counts = NULL;
  g_autofree gboolean *hidden = NULL;
  GHashTableIter iter;
  gpointer key, value;
  guint own = 0, n = 0;

  g_return_val_if_fail (TRAS_IS_DB (db), -1);
  g_return_val_if_fail (TRAS_IS_SURVEY (survey), -1);

  if (person_id == 0)
    return 0;
  heads = count_invited (db, TRAS_RECORD (survey)->id, person_id, &area_id, error);
  if (heads == NULL)
    return -1;

  counts = g_new (guint, g_hash_table_size (heads));
  hidden = g_new (gboolean, g_hash_table_size (heads));
  g_hash_table_iter_init (&iter, heads);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (*(gint64 *) key == area_id)
        own = n;
      counts[n++] = GPOINTER_TO_UINT (value);
    }

  return tras_few_hide_below (counts, n, (guint) survey->least, hidden) && !hidden[own] ? area_id
                                                                                        : 0;
}

/* Ids are drawn at random, so that the order in which rows are written is not kept. */
static gboolean
write_answers (TrasDb                 *db,
               const TrasSurveySheet  *sheet,
               gint64                  area_id,
               GError                **error)
{
  for (guint i = 0; i < sheet->n; i++)
    {
      g_autoptr (TrasSurveyAnswer) answer = NULL;

      if (sheet->values[i] == TRAS_NULL && sheet->words[i] == NULL)
        continue;
      answer = tras_survey_answer_new ();
      answer->survey_id = sheet->survey_id;
      answer->question = i + 1;
      answer->value = sheet->values[i];
      answer->words = g_strdup (sheet->words[i]);
      /* Words tell enough by themselves. */
      answer->area_id = sheet->words[i] == NULL ? area_id : 0;
      if (!tras_db_insert_unordered (db, answer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
store_sheet (TrasDb                 *db,
             const TrasSurveySheet  *sheet,
             GError                **error)
{
  g_autoptr (TrasSurvey) survey = tras_db_load (db, TRAS_TYPE_SURVEY, sheet->survey_id, error);
  const TrasSurveyForm *form;
  g_autoptr (TrasSurveyInvite) invite = NULL;
  gint64 area_id;

  if (survey == NULL)
    return FALSE;
  if (!tras_survey_is_open (survey))
    return refuse (error, _("The survey is closed"));
  form = tras_survey_form_get (survey->kind);
  if (!check_sheet (sheet, form, error))
    return FALSE;
  if (form->invites != (sheet->person_id != 0))
    return refuse (error, _("Who is invited is ticked off"));

  area_id = tras_survey_find_area (db, survey, sheet->person_id, error);
  if (area_id < 0 || !write_answers (db, sheet, area_id, error))
    return FALSE;
  /* Customers have no invitation: that somebody has answered is known all the same. */
  if (sheet->person_id == 0)
    return tras_db_update (db, survey, error);

  invite = find_invite (db, sheet, error);
  if (invite == NULL)
    return FALSE;
  invite->done = TRUE;

  return tras_db_update (db, invite, error);
}

/**
 * tras_survey_answer:
 * @db: a connection
 * @sheet: what one person answers
 * @error: where to put the error
 *
 * Stores the answers and ticks the person off. Within an edit that is under way, or else as one of
 * its own that undo passes over: an answer cannot be found again to be taken back.
 *
 * Returns: whether it is stored; %TRAS_ERROR_REFUSED says why not
 */
gboolean
tras_survey_answer (TrasDb                 *db,
                    const TrasSurveySheet  *sheet,
                    GError                **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (sheet != NULL, FALSE);

  if (tras_db_in_edit (db))
    return store_sheet (db, sheet, error);

  if (!tras_db_begin_lasting (db, _("Answer a survey"), error))
    return FALSE;
  if (!store_sheet (db, sheet, error))
    {
      tras_db_rollback (db);
      return FALSE;
    }

  return tras_db_commit (db, NULL, error);
}

/* ---- the end ---- */

/**
 * tras_survey_close:
 * @db: a connection outside of an edit
 * @survey_id: an open survey
 * @day: its last day
 * @error: where to put the error
 *
 * Closes the survey for good: whoever sees a result, lets one more person answer and sees it again
 * could read that one answer. Undo passes over it.
 *
 * Returns: whether it is stored
 */
gboolean
tras_survey_close (TrasDb   *db,
                   gint64    survey_id,
                   TrasDay   day,
                   GError  **error)
{
  g_autoptr (TrasSurvey) survey = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  survey = tras_db_load (db, TRAS_TYPE_SURVEY, survey_id, error);
  if (survey == NULL)
    return FALSE;
  if (!tras_survey_is_open (survey))
    return refuse (error, _("The survey is closed"));

  survey->closed_on = day;
  if (!tras_db_begin_lasting (db, _("Close a survey"), error))
    return FALSE;
  if (!tras_db_update (db, survey, error))
    {
      tras_db_rollback (db);
      return FALSE;
    }

  return tras_db_commit (db, NULL, error);
}
