/* test-action-rules.c: what an action cannot be is refused beside its field, by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-plan-fixture.h"

#include "tras-action-rules.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-refusal.h"

#define TODAY "2026-03-20"

static void
refuse (Fixture    *fixture,
        TrasAction *action,
        const char *field,
        const char *words)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("refused");
  g_autoptr (GError) error = NULL;

  if (TRAS_RECORD (action)->id != 0)
    tras_edit_update (edit, action);
  else
    tras_edit_insert (edit, action);
  tras_edit_set_check (edit, tras_follow_up_check);
  g_assert_false (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_cmpstr (tras_edit_get_refused (edit), ==, field);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  TrasPerson *gone = tras_person_new ();
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasAction) fresh = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("done");
  gint64 goal_id = make_goal (fixture);
  gint64 id = insert (fixture, make_action (goal_id, "Answer faster"));
  g_autoptr (GError) error = NULL;
  gint64 gone_id;

  gone->name = g_strdup ("Dora");
  gone->hired_on = day ("2020-01-01");
  gone->left_on = day ("2026-03-03");
  gone_id = insert (fixture, gone);
  commit (fixture);

  fresh = make_action (goal_id, "Late");
  fresh->owner_id = gone_id;
  refuse (fixture, fresh, "owner_id", "Dora left on 3 Mar 2026: choose someone who is here");
  fresh->owner_id = 1;
  fresh->due_on = day ("1926-04-01");
  refuse (fixture, fresh, "due_on", "1 Apr 1926 is long past: is the year right?");

  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, id, &error);
  g_assert_no_error (error);
  action->starts_on = day ("2026-05-01");
  refuse (fixture, action, "starts_on", "It is due on 30 Apr 2026 and cannot start after that");
  action->starts_on = TRAS_DAY_NONE;

  /* What is over may be theirs. */
  action->owner_id = gone_id;
  action->state = g_intern_string ("done");
  action->closed_on = day ("2026-03-02");
  tras_edit_update (edit, action);
  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
  begin_again (fixture);
}

static void
test_cycle (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const titles[] = { "Buy", "Install", "Train", "Open", "Clean", "Paint" };
  gint64 ids[G_N_ELEMENTS (titles)];
  gint64 goal = make_goal (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasActionAfter) closing = tras_action_after_new ();
  g_autoptr (TrasActionAfter) longer = tras_action_after_new ();
  g_autofree char *words = NULL;
  g_autofree char *long_words = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("cycle");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ids[i] = insert (fixture, make_action (goal, titles[i]));
  for (guint i = 1; i < G_N_ELEMENTS (titles); i++)
    {
      TrasActionAfter *after = tras_action_after_new ();

      after->action_id = ids[i];
      after->after_id = ids[i - 1];
      insert (fixture, after);
    }
  commit (fixture);

  closing->action_id = ids[0];
  closing->after_id = ids[2];
  tras_edit_insert (edit, closing);
  g_assert_false (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  words = tras_refusal_dup_words (fixture->db, edit, error);
  g_assert_cmpstr (words, ==, "“Train” waits for “Install”, “Install” waits for “Buy”, and “Buy” "
                              "would wait for “Train”. In a circle nothing would ever begin.");

  longer->action_id = ids[0];
  longer->after_id = ids[5];
  long_words = tras_action_rules_dup_cycle (longer, fixture->db);
  g_assert_cmpstr (long_words, ==, "“Paint” waits for “Buy” by way of 4 other actions, and “Buy” "
                                   "would wait for “Paint”");
  begin_again (fixture);
}

static void
test_warning (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasAction) action = make_action (1, "Early");
  g_autoptr (TrasGoal) goal = tras_goal_new ();
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;

  goal->starts_on = day ("2026-03-01");
  goal->due_on = day ("2026-06-30");
  g_assert_null (tras_action_rules_dup_warning (action, goal));
  g_assert_null (tras_action_rules_dup_warning (action, NULL));
  action->due_on = day ("2026-02-27");
  early = tras_action_rules_dup_warning (action, goal);
  g_assert_cmpstr (early, ==, "The goal begins on 1 Mar 2026, after this is due.");
  action->due_on = day ("2026-07-01");
  late = tras_action_rules_dup_warning (action, goal);
  g_assert_cmpstr (late, ==, "The goal is due on 30 Jun 2026, before this is.");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

  ADD ("/action-rules/refused", test_refused);
  ADD ("/action-rules/cycle", test_cycle);
  ADD ("/action-rules/warning", test_warning);

  return g_test_run ();
}
