/* test-follow-up.c: a deviation's state follows from its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-model-fixture.h"

#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-indicator-series.h"

static gint64
make_deviation (Fixture    *fixture,
                const char *state)
{
  TrasDeviation *deviation = tras_deviation_new ();

  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = g_intern_string ("person");
  deviation->fact = g_strdup ("A parcel was lost");
  deviation->opened_on = day ("2026-03-02");
  deviation->state = g_intern_string (state);

  return insert (fixture, deviation);
}

static TrasAction *
make_action (gint64 deviation_id)
{
  TrasAction *action = tras_action_new ();

  action->title = g_strdup ("Look for it");
  action->owner_id = 1;
  action->due_on = day ("2026-03-09");
  action->deviation_id = deviation_id;

  return action;
}

static void
apply (Fixture  *fixture,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
}

static void
add (Fixture    *fixture,
     TrasAction *action)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("add");

  tras_edit_insert (edit, action);
  apply (fixture, edit);
}

static void
set_state (Fixture    *fixture,
           TrasAction *action,
           const char *state)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("end");

  action->state = g_intern_string (state);
  action->closed_on = tras_action_is_open (action) ? TRAS_DAY_NONE : day ("2026-03-20");
  if (g_str_equal (state, "dropped"))
    action->result = g_strdup ("It is no use");
  tras_edit_update (edit, action);
  apply (fixture, edit);
}

static void
expect (Fixture    *fixture,
        gint64      id,
        const char *state,
        TrasDay     check_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDeviation) deviation = tras_db_load (fixture->db, TRAS_TYPE_DEVIATION, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (deviation->state, ==, state);
  g_assert_cmpint (deviation->check_on, ==, check_on);
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_no_error (error);
}

static void
end (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "end");
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = make_deviation (fixture, "open");
  TrasDay check_on = day ("2026-03-21") + 42;
  g_autoptr (TrasAction) first = make_action (id);
  g_autoptr (TrasAction) second = make_action (id);

  begin (fixture);
  add (fixture, first);
  expect (fixture, id, "acting", TRAS_DAY_NONE);
  add (fixture, second);
  set_state (fixture, first, "done");
  expect (fixture, id, "acting", TRAS_DAY_NONE);
  set_state (fixture, second, "blocked");
  expect (fixture, id, "acting", TRAS_DAY_NONE);
  set_state (fixture, second, "dropped");
  expect (fixture, id, "checking", check_on);

  /* One undo for both. */
  undo (fixture);
  expect (fixture, id, "acting", TRAS_DAY_NONE);
  end (fixture);
}

/* What was dropped altogether leaves nothing to check; what is closed stays closed; what was
 * reopened waits for something new. */
static void
test_exceptions (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 dropped = make_deviation (fixture, "open");
  gint64 reopened = make_deviation (fixture, "reopened");
  g_autoptr (TrasAction) action = make_action (dropped);
  g_autoptr (TrasAction) old = make_action (reopened);
  g_autoptr (TrasAction) fresh = make_action (reopened);
  g_autoptr (TrasEdit) edit = tras_edit_new ("delete");

  old->state = g_intern_string ("done");
  old->closed_on = day ("2026-03-10");
  begin (fixture);
  add (fixture, action);
  set_state (fixture, action, "dropped");
  expect (fixture, dropped, "open", TRAS_DAY_NONE);

  add (fixture, old);
  expect (fixture, reopened, "reopened", TRAS_DAY_NONE);
  add (fixture, fresh);
  expect (fixture, reopened, "acting", TRAS_DAY_NONE);
  tras_edit_delete (edit, fresh);
  apply (fixture, edit);
  expect (fixture, reopened, "checking", day ("2026-03-21") + 42);
  end (fixture);
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = make_deviation (fixture, "open");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDeviation) deviation = tras_db_load (fixture->db, TRAS_TYPE_DEVIATION, id, &error);
  g_autoptr (TrasAction) action = make_action (id);

  deviation->state = g_intern_string ("closed");
  deviation->closed_on = deviation->check_on = day ("2026-03-21");
  deviation->cause = g_strdup ("A wrong label");
  deviation->evidence = g_strdup ("None since");
  deviation->effective = g_intern_string ("yes");
  g_assert_true (tras_deviation_is_due (deviation, day ("2026-03-21")) == FALSE);
  g_assert_true (tras_db_update (fixture->db, deviation, &error));
  action->state = g_intern_string ("done");
  action->closed_on = day ("2026-03-10");
  begin (fixture);
  add (fixture, action);
  expect (fixture, id, "closed", day ("2026-03-21"));
  end (fixture);
}

static TrasIndicator *
load_indicator (Fixture *fixture,
                gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasIndicator *indicator = tras_db_load (fixture->db, TRAS_TYPE_INDICATOR, id, &error);

  g_assert_no_error (error);

  return indicator;
}

static void
apply_checked (Fixture    *fixture,
               TrasEdit   *edit,
               const char *refusal)
{
  g_autoptr (GError) error = NULL;

  tras_edit_set_check (edit, tras_follow_up_check);
  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error) == (refusal == NULL));
  if (refusal == NULL)
    return;
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, refusal);
}

/* An indicator keeps its periods while a formula takes it, unless both change together. */
static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 sales = insert (fixture, make_indicator ("Sales", "up", "sum"));
  TrasIndicator *twice = make_indicator ("Twice", "up", "sum");
  gint64 formula_id;
  g_autoptr (TrasIndicator) a = NULL;
  g_autoptr (TrasIndicator) b = NULL;
  g_autoptr (TrasIndicator) draft = make_indicator ("Monthly", "up", "sum");
  g_autoptr (TrasEdit) input = tras_edit_new ("input");
  g_autoptr (TrasEdit) formula = tras_edit_new ("formula");
  g_autoptr (TrasEdit) renamed = tras_edit_new ("name");
  g_autoptr (TrasEdit) both = tras_edit_new ("both");
  g_autoptr (TrasEdit) typed = tras_edit_new ("typed");
  g_autoptr (TrasEdit) fresh = tras_edit_new ("new");

  g_free (twice->source);
  twice->source = g_strdup (TRAS_SOURCE_FORMULA);
  twice->formula = g_strdup_printf ("2 * [#%" G_GINT64_FORMAT "]", sales);
  a = load_indicator (fixture, sales);
  formula_id = insert (fixture, twice);
  b = load_indicator (fixture, formula_id);
  begin (fixture);

  a->every = g_intern_string ("month");
  tras_edit_update (input, a);
  apply_checked (fixture, input, "The formula of “Twice” takes it, and a formula takes what has "
                                 "the same periods. Change the formula of “Twice” first.");

  b->every = g_intern_string ("day");
  tras_edit_update (formula, b);
  apply_checked (fixture, formula, "“Sales” is measured every week, and this indicator is not; a "
                                   "formula takes what has the same periods.");

  g_free (draft->source);
  draft->source = g_strdup (TRAS_SOURCE_FORMULA);
  draft->formula = g_strdup (b->formula);
  draft->every = g_intern_string ("month");
  tras_edit_insert (fresh, draft);
  apply_checked (fixture, fresh, "“Sales” is measured every week, and this indicator is not; a "
                                 "formula takes what has the same periods.");

  b->every = g_intern_string ("month");
  tras_edit_update (both, b);
  tras_edit_update (both, a);
  apply_checked (fixture, both, NULL);

  /* What was wrong before can be mended step by step, and is no reason to refuse other changes. */
  g_clear_object (&a);
  a = load_indicator (fixture, sales);
  a->every = g_intern_string ("week");
  g_clear_object (&both);
  both = tras_edit_new ("behind its back");
  tras_edit_update (both, a);
  g_assert_true (tras_edit_apply (both, fixture->db, NULL, NULL));
  g_clear_object (&b);
  b = load_indicator (fixture, formula_id);
  g_free (b->name);
  b->name = g_strdup ("Two times");
  tras_edit_update (renamed, b);
  apply_checked (fixture, renamed, NULL);
  g_clear_object (&b);
  b = load_indicator (fixture, formula_id);
  g_free (b->source);
  b->source = g_strdup (TRAS_SOURCE_HAND);
  g_clear_pointer (&b->formula, g_free);
  tras_edit_update (typed, b);
  apply_checked (fixture, typed, NULL);
  end (fixture);
}

static void
test_span (void)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);
  TrasDay from, to;

  g_assert_false (tras_actions_get_span (actions, &from, &to));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (actions, make_action (1));
  g_assert_false (tras_actions_get_span (actions, &from, &to));

  for (guint i = 0; i < 3; i++)
    {
      TrasAction *action = actions->pdata[i];

      action->state = g_intern_string (i == 1 ? "dropped" : "done");
      action->closed_on = day ("2026-03-10") + (TrasDay) i;
    }
  g_assert_true (tras_actions_get_span (actions, &from, &to));
  g_assert_cmpint (from, ==, day ("2026-03-10"));
  g_assert_cmpint (to, ==, day ("2026-03-12"));

  TRAS_ACTION (actions->pdata[0])->nature = g_intern_string ("contain");
  g_assert_true (tras_actions_get_span (actions, &from, &to));
  g_assert_cmpint (from, ==, day ("2026-03-12"));

  g_ptr_array_add (actions, make_action (1));
  g_assert_true (tras_actions_get_span (actions, &from, &to));
  g_assert_cmpint (from, ==, day ("2026-03-12"));
  g_assert_cmpint (to, ==, TRAS_DAY_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", "2026-03-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/follow-up/states", Fixture, NULL, fixture_set_up, test_states, fixture_tear_down);
  g_test_add ("/follow-up/exceptions", Fixture, NULL, fixture_set_up, test_exceptions,
              fixture_tear_down);
  g_test_add ("/follow-up/closed", Fixture, NULL, fixture_set_up, test_closed, fixture_tear_down);
  g_test_add ("/follow-up/periods", Fixture, NULL, fixture_set_up, test_periods, fixture_tear_down);
  g_test_add_func ("/follow-up/span", test_span);

  return g_test_run ();
}
