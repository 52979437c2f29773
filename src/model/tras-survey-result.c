/* tras-survey-result.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-area.h"
#include "tras-few.h"
#include "tras-survey-result.h"
#include "tras-survey-score.h"

#define FIRST_CONTENT 4

/* The answers of one area, of all questions with numbers together. @n: to the first of them. */
typedef struct
{
  gint64 area_id;
  guint n;
  guint counts[TRAS_QUESTION_MOST_POINTS];
} Part;

static void
area_clear (gpointer data)
{
  g_free (((TrasSurveyArea *) data)->name);
}

static double
compute (const TrasSurveyForm *form,
         const guint          *counts)
{
  int first;
  guint n_points = tras_question_get_range (&form->questions[0], &first);
  TrasEnps enps;

  if (form->questions[0].kind == TRAS_QUESTION_RECOMMEND)
    {
      tras_enps_compute (counts, &enps);
      return enps.score;
    }
  if (g_str_equal (form->kind, "csat"))
    return tras_survey_share (counts, n_points, (guint) (FIRST_CONTENT - first));

  return tras_survey_mean (counts, n_points, first);
}

static Part *
get_part (GArray *parts,
          gint64  area_id)
{
  Part part = { area_id, 0, { 0 } };

  for (guint i = 0; i < parts->len; i++)
    {
      if (g_array_index (parts, Part, i).area_id == area_id)
        return &g_array_index (parts, Part, i);
    }
  g_array_append_val (parts, part);

  return &g_array_index (parts, Part, parts->len - 1);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const TrasSurveyArea *x = a, *y = b;

  if ((x->name == NULL) != (y->name == NULL))
    return x->name == NULL ? 1 : -1;

  return x->n != y->n ? (x->n < y->n ? 1 : -1) : x->name == NULL ? 0
                                                 : g_utf8_collate (x->name, y->name);
}

static void
count_answers (TrasSurveyResult     *self,
               const TrasSurveyForm *form,
               GPtrArray            *answers,
               GArray               *parts)
{
  for (guint i = 0; i < form->n_questions; i++)
    {
      TrasSurveyCount count = { &form->questions[i] };

      count.n_points = tras_question_get_range (count.question, &count.first);
      g_array_append_val (self->counts, count);
    }

  for (guint i = 0; i < answers->len; i++)
    {
      TrasSurveyAnswer *answer = answers->pdata[i];
      TrasSurveyCount *count;
      Part *part;

      if (answer->question < 1 || answer->question > form->n_questions)
        continue;
      count = &g_array_index (self->counts, TrasSurveyCount, answer->question - 1);
      if (count->n_points == 0)
        {
          if (answer->words != NULL)
            g_ptr_array_add (self->words, g_strdup (answer->words));
          continue;
        }
      if (answer->value == TRAS_NULL || answer->value < count->first ||
          answer->value >= count->first + (int) count->n_points)
        continue;
      count->counts[answer->value - count->first]++;
      count->n++;
      part = get_part (parts, answer->area_id);
      part->counts[answer->value - count->first]++;
      part->n += answer->question == 1;
    }
}

/* What is hidden stands together in one line, which has no figure: with it nobody has to guess how
 * many it is about. */
static void
add_areas (TrasSurveyResult     *self,
           const TrasSurveyForm *form,
           guint                 least,
           GArray               *parts,
           GHashTable           *names)
{
  g_autofree guint *heads = g_new (guint, parts->len);
  g_autofree gboolean *hidden = g_new (gboolean, parts->len);
  TrasSurveyArea rest = { NULL, 0, NAN };

  for (guint i = 0; i < parts->len; i++)
    heads[i] = g_array_index (parts, Part, i).n;
  tras_few_hide_below (heads, parts->len, least, hidden);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const char *name = g_hash_table_lookup (names, &part->area_id);
      TrasSurveyArea area = { NULL, part->n, NAN };

      if (hidden[i] || name == NULL || part->n == 0)
        {
          rest.n += part->n;
          continue;
        }
      area.name = g_strdup (name);
      area.figure = compute (form, part->counts);
      g_array_append_val (self->areas, area);
    }
  if (rest.n > 0 && self->areas->len > 0)
    g_array_append_val (self->areas, rest);
  g_array_sort (self->areas, compare_areas);
}

/* Every question stands for itself: one that too few have answered says nothing. */
static void
drop_few (TrasSurveyResult *self,
          guint             least)
{
  for (guint i = self->counts->len; i > 0; i--)
    {
      const TrasSurveyCount *count = &g_array_index (self->counts, TrasSurveyCount, i - 1);

      if (count->n_points == 0 || count->n < least)
        g_array_remove_index (self->counts, i - 1);
    }
}

/**
 * tras_survey_result_new:
 * @survey: a survey
 * @answers: (element-type TrasSurveyAnswer): all its answers
 * @area_names: (element-type gint64 utf8): what areas are called
 *
 * Counts the answers of a survey that is closed. Where fewer have answered than it shows there is
 * nothing; an area with fewer has no figure of its own, nor has one whose figure would give that of
 * fewer by taking it from the whole.
 *
 * Returns: (transfer full): what may be seen
 */
TrasSurveyResult *
tras_survey_result_new (TrasSurvey *survey,
                        GPtrArray  *answers,
                        GHashTable *area_names)
{
  TrasSurveyResult *self = g_new0 (TrasSurveyResult, 1);
  const TrasSurveyForm *form;
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (Part));
  guint all[TRAS_QUESTION_MOST_POINTS] = { 0 };
  guint least;

  g_return_val_if_fail (TRAS_IS_SURVEY (survey), NULL);

  form = tras_survey_form_get (survey->kind);
  least = (guint) MAX (survey->least, TRAS_FEW_LEAST);
  self->figure = NAN;
  self->counts = g_array_new (FALSE, TRUE, sizeof (TrasSurveyCount));
  self->areas = g_array_new (FALSE, FALSE, sizeof (TrasSurveyArea));
  g_array_set_clear_func (self->areas, area_clear);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->state = tras_survey_is_open (survey) || form == NULL ? TRAS_SURVEY_OPEN : TRAS_SURVEY_FEW;
  if (self->state == TRAS_SURVEY_OPEN)
    return self;

  count_answers (self, form, answers, parts);
  if (g_array_index (self->counts, TrasSurveyCount, 0).n < least)
    {
      g_array_set_size (self->counts, 0);
      g_ptr_array_set_size (self->words, 0);
      return self;
    }

  self->state = TRAS_SURVEY_SHOWN;
  self->n = g_array_index (self->counts, TrasSurveyCount, 0).n;
  for (guint i = 0; i < parts->len; i++)
    {
      for (guint j = 0; j < TRAS_QUESTION_MOST_POINTS; j++)
        all[j] += g_array_index (parts, Part, i).counts[j];
    }
  self->figure = compute (form, all);
  add_areas (self, form, least, parts, area_names);
  drop_few (self, least);
  g_ptr_array_sort (self->words, compare_words);

  return self;
}

/**
 * tras_survey_result_load:
 * @db: a connection
 * @survey: a survey as it was read
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): what may be seen of it
 */
TrasSurveyResult *
tras_survey_result_load (TrasDb      *db,
                         TrasSurvey  *survey,
                         GError     **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (TrasQuery) of_survey = tras_query_new (TRAS_TYPE_SURVEY_ANSWER);
  g_autoptr (TrasQuery) all = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GPtrArray) areas = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (of_survey, "survey_id", TRAS_QUERY_EQ, TRAS_RECORD (survey)->id);
  answers = tras_db_select (db, of_survey, error);
  if (answers != NULL)
    areas = tras_db_select (db, all, error);
  if (areas == NULL)
    return NULL;

  for (guint i = 0; i < areas->len; i++)
    g_hash_table_insert (names, &TRAS_RECORD (areas->pdata[i])->id,
                         TRAS_AREA (areas->pdata[i])->name);

  return tras_survey_result_new (survey, answers, names);
}

void
tras_survey_result_free (TrasSurveyResult *self)
{
  g_array_unref (self->counts);
  g_array_unref (self->areas);
  g_ptr_array_unref (self->words);
  g_free (self);
}
