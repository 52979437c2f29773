/* test-suggestion.c: what becomes of a suggestion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-model-fixture.h"

#include "tras-action.h"
#include "tras-edit-log.h"
#include "tras-experiment.h"
#include "tras-suggestion.h"

#define TODAY "2026-11-20"

static gint64
add (Fixture *fixture)
{
  TrasSuggestion *suggestion = tras_suggestion_new ();

  suggestion->said_on = day (TODAY);
  suggestion->what = g_strdup ("A lamp\nover the shelf");
  suggestion->person_id = 1;

  return insert (fixture, suggestion);
}

static TrasSuggestion *
load (Fixture *fixture,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasSuggestion *suggestion = tras_db_load (fixture->db, TRAS_TYPE_SUGGESTION, id, &error);

  g_assert_no_error (error);

  return suggestion;
}

static void
apply (Fixture  *fixture,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
}

/* Fourteen days are given, and whoever is answered does not wait. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasSuggestion) suggestion = tras_suggestion_new ();

  suggestion->said_on = day (TODAY) - TRAS_SUGGESTION_ANSWER_DAYS;
  g_assert_false (tras_suggestion_is_late (suggestion, day (TODAY)));
  suggestion->said_on--;
  g_assert_true (tras_suggestion_is_late (suggestion, day (TODAY)));
  g_assert_true (tras_suggestion_is_open (suggestion));
  suggestion->answer = g_strdup ("Soon");
  g_assert_false (tras_suggestion_is_late (suggestion, day (TODAY)));
  g_clear_pointer (&suggestion->answer, g_free);
  suggestion->state = g_intern_string ("taken");
  g_assert_false (tras_suggestion_is_late (suggestion, day (TODAY)));
  g_assert_true (tras_suggestion_is_open (suggestion));
  suggestion->state = g_intern_string ("declined");
  g_assert_false (tras_suggestion_is_open (suggestion));
}

/* The action and what is said of the suggestion are one edit; the one is done with the other. */
static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasEdit) take = tras_edit_new ("Take up");
  g_autoptr (TrasEdit) finish = tras_edit_new ("Finish");
  g_autoptr (TrasSuggestion) suggestion = NULL;
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  TrasGoal *goal = tras_goal_new ();
  gint64 id = add (fixture);

  goal->title = g_strdup ("Light");
  goal->owner_id = 1;
  goal->starts_on = day (TODAY);
  goal->due_on = day (TODAY) + 300;
  action->goal_id = insert (fixture, goal);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));

  action->title = g_strdup ("Hang it");
  action->due_on = day (TODAY) + 14;
  suggestion = load (fixture, id);
  tras_edit_insert (take, action);
  tras_suggestion_take (suggestion, take, action);
  apply (fixture, take);
  g_clear_object (&suggestion);
  suggestion = load (fixture, id);
  g_assert_cmpstr (suggestion->state, ==, "taken");
  g_assert_cmpstr (suggestion->stands, ==, "taken");
  g_assert_cmpint (suggestion->action_id, ==, TRAS_RECORD (action)->id);
  g_assert_cmpstr (suggestion->became, ==, "Hang it");

  action->state = g_intern_string ("done");
  action->closed_on = day (TODAY) + 3;
  tras_edit_update (finish, action);
  apply (fixture, finish);
  g_clear_object (&suggestion);
  suggestion = load (fixture, id);
  g_assert_cmpstr (suggestion->stands, ==, "done");
  g_assert_false (tras_suggestion_is_open (suggestion));

  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&undone, g_free);
      undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (undone, ==, "Take up");
  g_clear_object (&suggestion);
  suggestion = load (fixture, id);
  g_assert_cmpstr (suggestion->stands, ==, "new");
  g_assert_cmpint (suggestion->action_id, ==, 0);
}

static void
test_try (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Try");
  g_autoptr (TrasExperiment) experiment = tras_experiment_new ();
  g_autoptr (TrasSuggestion) suggestion = load (fixture, add (fixture));
  g_autoptr (TrasSuggestion) tried = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  experiment->owner_id = 1;
  experiment->believe = g_strdup ("More light, fewer errors");
  experiment->test = g_strdup (suggestion->what);
  experiment->right_if = g_strdup ("Fewer than 3");
  experiment->starts_on = day (TODAY);
  experiment->stop_on = day (TODAY) + 30;
  tras_edit_insert (edit, experiment);
  tras_suggestion_take (suggestion, edit, experiment);
  apply (fixture, edit);
  tried = load (fixture, TRAS_RECORD (suggestion)->id);
  g_assert_cmpint (tried->experiment_id, ==, TRAS_RECORD (experiment)->id);
  g_assert_cmpint (tried->action_id, ==, 0);
  g_assert_cmpstr (tried->became, ==, experiment->believe);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/model/suggestion/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("late", test_late);
  ADD ("take", test_take);
  ADD ("try", test_try);

  return g_test_run ();
}
