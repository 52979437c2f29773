/* test-survey.c: answers that lead to nobody, and results that give none of them away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-model-fixture.h"

#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-few.h"
#include "tras-survey-form.h"
#include "tras-survey-result.h"
#include "tras-survey-steps.h"

#define TODAY "2026-11-20"
#define ROUNDS 400

/* ---- a firm of three areas ---- */

static void
add_people (Fixture    *fixture,
            const char *area_name,
            guint       n,
            GArray     *people)
{
  TrasArea *area = tras_area_new ();
  TrasRole *role = tras_role_new ();
  gint64 role_id;

  area->name = g_strdup (area_name);
  role->area_id = insert (fixture, area);
  role->name = g_strdup_printf ("Works in %s", area_name);
  role_id = insert (fixture, role);
  for (guint i = 0; i < n; i++)
    {
      TrasPerson *person = tras_person_new ();
      TrasPost *post = tras_post_new ();

      person->name = g_strdup_printf ("%s %u", area_name, i);
      person->hired_on = day ("2020-01-01");
      post->person_id = insert (fixture, person);
      post->role_id = role_id;
      post->from_on = day ("2020-01-01");
      g_array_append_val (people, post->person_id);
      insert (fixture, post);
    }
}

static TrasSurvey *
open_survey (Fixture    *fixture,
             const char *kind,
             GArray     *people)
{
  TrasSurvey *survey = tras_survey_new ();
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  survey->title = g_strdup ("Autumn");
  survey->kind = g_intern_string (kind);
  survey->opened_on = day (TODAY);
  edit = tras_survey_step_open (survey, people);
  if (tras_db_in_edit (fixture->db))
    g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);

  return survey;
}

static gboolean
answer (Fixture     *fixture,
        TrasSurvey  *survey,
        gint64       person_id,
        gint64       value,
        const char  *words,
        GError     **error)
{
  const TrasSurveyForm *form = tras_survey_form_get (survey->kind);
  g_autoptr (TrasSurveySheet) sheet =
    tras_survey_sheet_new (TRAS_RECORD (survey)->id, person_id, form->n_questions);

  for (guint i = 0; i < form->n_questions; i++)
    {
      if (form->questions[i].kind == TRAS_QUESTION_WORDS)
        sheet->words[i] = g_strdup (words);
      else
        sheet->values[i] = value;
    }

  return tras_survey_answer (fixture->db, sheet, error);
}

static GPtrArray *
read_answers (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SURVEY_ANSWER);
  g_autoptr (GError) error = NULL;
  GPtrArray *answers = tras_db_select (fixture->db, query, &error);

  g_assert_no_error (error);

  return answers;
}

/* ---- answering ---- */

static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasSurvey) survey = NULL;
  g_autoptr (TrasSurvey) again = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  gint64 first;

  add_people (fixture, "Shop", 6, people);
  survey = open_survey (fixture, "enps", people);
  first = g_array_index (people, gint64, 0);
  g_assert_true (answer (fixture, survey, first, 9, "Fine", &error));
  g_assert_no_error (error);
  g_assert_false (answer (fixture, survey, first, 0, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);

  /* Neither who was not asked, nor nobody, nor what no question allows. */
  g_assert_false (answer (fixture, survey, 1, 9, NULL, &error));
  g_clear_error (&error);
  g_assert_false (answer (fixture, survey, 0, 9, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (answer (fixture, survey, g_array_index (people, gint64, 1), 11, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (answer (fixture, survey, g_array_index (people, gint64, 1), TRAS_NULL, NULL,
                          &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  answers = read_answers (fixture);
  g_assert_cmpuint (answers->len, ==, 2);

  /* Undo passes over the answer, to the survey itself, and cannot take that away. */
  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_null (undone);
  g_assert_nonnull (error);
  g_clear_error (&error);
  again = tras_db_load (fixture->db, TRAS_TYPE_SURVEY, TRAS_RECORD (survey)->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->invited, ==, 6);
  g_assert_cmpint (again->answered, ==, 1);

  g_assert_true (tras_survey_close (fixture->db, TRAS_RECORD (survey)->id, day (TODAY), &error));
  g_assert_false (answer (fixture, survey, g_array_index (people, gint64, 1), 9, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tras_survey_close (fixture->db, TRAS_RECORD (survey)->id, day (TODAY), &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
}

/* The rows do not stand in the order in which they came, two answers of one sheet not beside each
 * other, and the log has none of them. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasSurvey) survey = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  guint rising = 0, n = 0;
  gint64 before = -1;

  add_people (fixture, "Shop", 100, people);
  survey = open_survey (fixture, "enps", people);
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *words = g_strdup_printf ("%03u", i);

      g_assert_true (answer (fixture, survey, g_array_index (people, gint64, i), i % 11, words,
                             &error));
      g_assert_no_error (error);
    }

  answers = read_answers (fixture);
  g_assert_cmpuint (answers->len, ==, 200);
  for (guint i = 0; i < answers->len; i++)
    {
      TrasSurveyAnswer *row = answers->pdata[i];
      gint64 number;

      g_assert_cmpint (TRAS_RECORD (row)->id, >, 0);
      g_assert_cmpint (TRAS_RECORD (row)->id, <, G_GINT64_CONSTANT (1) << 53);
      if (row->words == NULL)
        continue;
      g_assert_cmpint (row->area_id, ==, 0);
      number = g_ascii_strtoll (row->words, NULL, 10);
      rising += number > before;
      before = number;
      n++;
    }
  g_assert_cmpuint (n, ==, 100);
  /* Half of all neighbours rise; with five standard deviations of 2.9 it is a chance of 1 in a
   * million that this fails. */
  g_assert_cmpuint (rising, >, 35);
  g_assert_cmpuint (rising, <, 66);
}

/* An area of which, or besides which, few are invited stands beside no answer. */
static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    guint heads[3];
    gboolean kept[3];
  } firms[] = {
    { { 5, 5, 5 }, { TRUE, TRUE, TRUE } },
    { { 9, 5, 4 }, { TRUE, FALSE, FALSE } },
    { { 9, 2, 3 }, { TRUE, FALSE, FALSE } },
    { { 9, 4, 0 }, { FALSE, FALSE, FALSE } },
    { { 2, 1, 1 }, { FALSE, FALSE, FALSE } },
  };
  static const char *const names[] = { "Shop", "Yard", "Office" };

  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      Fixture own = { NULL };
      g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (TrasSurvey) survey = NULL;
      g_autoptr (GPtrArray) answers = NULL;
      g_autoptr (GError) error = NULL;
      guint found[3] = { 0 };

      fixture_set_up (&own, NULL);
      for (guint j = 0; j < 3; j++)
        add_people (&own, names[j], firms[i].heads[j], people);
      survey = open_survey (&own, "enps", people);
      for (guint j = 0; j < people->len; j++)
        g_assert_true (answer (&own, survey, g_array_index (people, gint64, j), 8, NULL, &error));
      answers = read_answers (&own);
      g_assert_cmpuint (answers->len, ==, people->len);
      for (guint j = 0; j < answers->len; j++)
        {
          /* The firm's root is area 1. */
          gint64 area_id = TRAS_SURVEY_ANSWER (answers->pdata[j])->area_id;

          if (area_id != 0)
            found[area_id - 2]++;
        }
      for (guint j = 0; j < 3; j++)
        g_assert_cmpuint (found[j], ==, firms[i].kept[j] ? firms[i].heads[j] : 0);
      fixture_tear_down (&own, NULL);
    }
}

static void
test_customers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasSurvey) survey = open_survey (fixture, "csat", nobody);
  g_autoptr (TrasSurvey) closed = NULL;
  g_autoptr (TrasSurveyResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 values[] = { 5, 4, 4, 3, 1, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (answer (fixture, survey, 0, values[i], "More lamps", &error));
  g_assert_false (answer (fixture, survey, 1, 5, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (tras_survey_close (fixture->db, TRAS_RECORD (survey)->id, day (TODAY), &error));
  closed = tras_db_load (fixture->db, TRAS_TYPE_SURVEY, TRAS_RECORD (survey)->id, &error);
  result = tras_survey_result_load (fixture->db, closed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->state, ==, TRAS_SURVEY_SHOWN);
  g_assert_cmpfloat_with_epsilon (result->figure, 100 * 4 / 6.0, 1e-9);
  g_assert_cmpuint (result->words->len, ==, 6);
  g_assert_cmpuint (result->areas->len, ==, 0);
}

/* ---- results ---- */

static TrasSurvey *
new_survey (const char *kind,
            gboolean    closed)
{
  TrasSurvey *survey = tras_survey_new ();

  survey->kind = g_intern_string (kind);
  survey->closed_on = closed ? day (TODAY) : TRAS_DAY_NONE;

  return survey;
}

static GPtrArray *
make_answers (GRand       *rand,
              const guint *heads,
              guint        n)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < heads[i]; j++)
        {
          TrasSurveyAnswer *row = tras_survey_answer_new ();

          row->area_id = i;
          row->question = 1;
          row->value = g_rand_int_range (rand, 0, 11);
          g_ptr_array_add (answers, row);
        }
    }

  return answers;
}

/* Whoever knows what is shown knows of sums and differences of it. None of them is of fewer than
 * five answers, whatever the areas are like; the rest is what the areas leave of the whole. */
static void
test_subtraction (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  static const char *const areas[] = { "A", "B", "C", "D", "E", "F" };
  gint64 ids[7];
  guint n_shown = 0, n_few = 0;

  for (gint64 i = 1; i < 7; i++)
    {
      ids[i] = i;
      g_hash_table_insert (names, &ids[i], (gpointer) areas[i - 1]);
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint heads[7] = { 0 };
      guint n = (guint) g_rand_int_range (rand, 1, 8);
      guint all = 0, known = 0;
      g_autoptr (TrasSurvey) survey = new_survey ("enps", TRUE);
      g_autoptr (TrasSurvey) open = new_survey ("enps", FALSE);
      g_autoptr (GPtrArray) answers = NULL;
      g_autoptr (TrasSurveyResult) result = NULL;
      g_autoptr (TrasSurveyResult) early = NULL;

      for (guint i = 0; i < n; i++)
        {
          heads[i] = (guint) g_rand_int_range (rand, 0, 9);
          all += heads[i];
        }
      answers = make_answers (rand, heads, n);
      result = tras_survey_result_new (survey, answers, names);
      /* What is seen before and after one more answer could be compared: it is seen once. */
      early = tras_survey_result_new (open, answers, names);
      g_assert_cmpint (early->state, ==, TRAS_SURVEY_OPEN);
      g_assert_true (isnan (early->figure));
      g_assert_cmpuint (early->counts->len + early->areas->len + early->words->len, ==, 0);

      if (all < TRAS_FEW_LEAST)
        {
          g_assert_cmpint (result->state, ==, TRAS_SURVEY_FEW);
          g_assert_true (isnan (result->figure));
          g_assert_cmpuint (result->counts->len + result->areas->len, ==, 0);
          n_few++;
          continue;
        }
      g_assert_cmpint (result->state, ==, TRAS_SURVEY_SHOWN);
      g_assert_cmpuint (result->n, ==, all);
      for (guint i = 0; i < result->areas->len; i++)
        {
          const TrasSurveyArea *area = &g_array_index (result->areas, TrasSurveyArea, i);

          g_assert_cmpint (isnan (area->figure), ==, area->name == NULL);
          if (area->name == NULL)
            continue;
          g_assert_cmpuint (area->n, >=, TRAS_FEW_LEAST);
          known += area->n;
          n_shown++;
        }
      g_assert_true (all == known || all - known >= TRAS_FEW_LEAST);
    }
  g_assert_cmpuint (n_shown, >, ROUNDS / 2);
  g_assert_cmpuint (n_few, >, 5);
}

/* By hand: 4 of 9 and 10, 3 of 7 and 8, 3 below; five in the one area, five in the other. */
static void
test_result (void)
{
  static const struct
  {
    gint64 area_id;
    gint64 value;
  } given[] = {
    { 1, 10 }, { 1, 9 }, { 1, 9 }, { 1, 8 }, { 1, 0 }, { 2, 10 }, { 2, 7 }, { 2, 7 }, { 2, 6 },
    { 2, 3 },
  };
  g_autoptr (TrasSurvey) survey = new_survey ("enps", TRUE);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (TrasSurveyResult) result = NULL;
  g_autoptr (TrasSurveyResult) picky = NULL;
  gint64 shop = 1, yard = 2;

  g_hash_table_insert (names, &shop, (gpointer) "Shop");
  g_hash_table_insert (names, &yard, (gpointer) "Yard");
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      TrasSurveyAnswer *row = tras_survey_answer_new ();

      row->area_id = given[i].area_id;
      row->question = 1;
      row->value = given[i].value;
      g_ptr_array_add (answers, row);
    }
  result = tras_survey_result_new (survey, answers, names);
  g_assert_cmpfloat_with_epsilon (result->figure, 10, 1e-9);
  g_assert_cmpuint (result->areas->len, ==, 2);
  g_assert_cmpstr (g_array_index (result->areas, TrasSurveyArea, 0).name, ==, "Shop");
  g_assert_cmpfloat_with_epsilon (g_array_index (result->areas, TrasSurveyArea, 0).figure, 40,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (result->areas, TrasSurveyArea, 1).figure, -20,
                                  1e-9);
  g_assert_cmpuint (result->counts->len, ==, 1);
  g_assert_cmpuint (g_array_index (result->counts, TrasSurveyCount, 0).counts[9], ==, 2);

  survey->least = 6;
  picky = tras_survey_result_new (survey, answers, names);
  g_assert_cmpfloat_with_epsilon (picky->figure, 10, 1e-9);
  g_assert_cmpuint (picky->areas->len, ==, 0);
}

/* Every kind that the file knows has its questions, the first of them with numbers. */
static void
test_forms (void)
{
  const TrasField *kind =
    tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_SURVEY), "kind");

  for (const TrasChoice *choice = kind->choices; choice->word != NULL; choice++)
    {
      const TrasSurveyForm *form = tras_survey_form_get (choice->word);
      int first;

      g_assert_nonnull (form);
      g_assert_cmpuint (form->n_questions, >=, 2);
      g_assert_cmpuint (tras_question_get_range (&form->questions[0], &first), >, 0);
      for (guint i = 0; i < form->n_questions; i++)
        {
          guint n = tras_question_get_range (&form->questions[i], &first);

          g_assert_cmpuint (n, <=, TRAS_QUESTION_MOST_POINTS);
          g_assert_true (*tras_question_get_text (&form->questions[i]) != '\0');
          for (int value = first; value < first + (int) n; value++)
            g_assert_true (*tras_question_get_meaning (&form->questions[i], value) != '\0');
        }
      g_assert_true (*tras_survey_form_get_definition (form) != '\0');
    }
  g_assert_null (tras_survey_form_get ("poll"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/model/survey/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("once", test_once);
  ADD ("order", test_order);
  ADD ("areas", test_areas);
  ADD ("customers", test_customers);
  g_test_add_func ("/model/survey/subtraction", test_subtraction);
  g_test_add_func ("/model/survey/result", test_result);
  g_test_add_func ("/model/survey/forms", test_forms);

  return g_test_run ();
}
