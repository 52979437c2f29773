/* test-history.c: which edits touched a record and what belongs to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tras-history.c, and tras-edit-trace.c below it.
 */

#include "config.h"

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-edit-log.h"
#include "tras-history.h"
#include "tras-model-fixture.h"

/* Applies and lets go of an edit. */
static void
apply (Fixture  *fixture,
       TrasEdit *edit)
{
  g_autoptr (TrasEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
}

static gint64
add (Fixture    *fixture,
     const char *label,
     gpointer    record)
{
  g_autoptr (TrasRecord) row = record;
  TrasEdit *edit = tras_edit_new (label);

  tras_edit_insert (edit, row);
  apply (fixture, edit);

  return row->id;
}

static void
change (Fixture    *fixture,
        const char *label,
        gpointer    record)
{
  TrasEdit *edit = tras_edit_new (label);

  tras_edit_update (edit, record);
  apply (fixture, edit);
}

static gboolean
has_same_id (gconstpointer a,
             gconstpointer b)
{
  return ((const TrasRecord *) a)->id == ((const TrasRecord *) b)->id;
}

/* All labels, newest first; what was undone in brackets. */
static void
assert_history (Fixture    *fixture,
                GType       type,
                gint64      id,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = tras_history_list (fixture->db, type, id, G_MAXUINT, &error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < edits->len; i++)
    {
      TrasEditRecord *edit = edits->pdata[i];

      g_string_append_printf (text, edit->active ? "%s%s" : "%s(%s)", i > 0 ? ", " : "",
                              edit->label);
    }
  g_assert_cmpstr (text->str, ==, expected);

  /* The newest alone are the beginning of all; what was undone is so in the whole log, too. */
  all = tras_edit_log_list (fixture->db, G_MAXINT, &error);
  g_assert_no_error (error);
  for (guint limit = 0; limit <= edits->len; limit++)
    {
      g_autoptr (GPtrArray) some = tras_history_list (fixture->db, type, id, limit, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (some->len, ==, limit);
      for (guint i = 0; i < limit; i++)
        {
          TrasEditRecord *edit = some->pdata[i];
          guint place;

          g_assert_cmpint (TRAS_RECORD (edit)->id, ==, TRAS_RECORD (edits->pdata[i])->id);
          g_assert_true (g_ptr_array_find_with_equal_func (all, edit, has_same_id, &place));
          g_assert_cmpint (edit->active, ==, ((TrasEditRecord *) all->pdata[place])->active);
        }
    }
}

static TrasGoal *
make_goal (const char *title,
           gint64      parent)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup (title);
  goal->owner_id = 1;
  goal->parent_id = parent;
  goal->starts_on = day ("1998-01-01");
  goal->due_on = day ("1998-12-31");

  return goal;
}

static TrasTarget *
make_target (gint64 goal,
             gint64 indicator)
{
  TrasTarget *target = tras_target_new ();

  target->goal_id = goal;
  target->indicator_id = indicator;
  target->shape = "keep";
  target->value = 1;
  target->from_on = day ("1998-01-01");
  target->to_on = day ("1998-12-31");

  return target;
}

/* A title that looks like a row of the log must not be read as one. */
static TrasAction *
make_action (gint64 goal)
{
  TrasAction *action = tras_action_new ();

  action->goal_id = goal;
  action->title = g_strdup ("it's 1, 2, '3', and NULL");
  action->due_on = day ("1998-06-30");

  return action;
}

static void
test_goal (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasTarget) target = NULL;
  g_autoptr (TrasGoal) goal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  TrasEdit *edit;
  gint64 first, second, indicator, action_id, target_id;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  indicator = add (fixture, "indicator", make_indicator ("Sold", "up", "sum"));
  first = add (fixture, "first", make_goal ("First, with 'quotes'", 0));
  second = add (fixture, "second", make_goal ("Second", first));
  target_id = add (fixture, "target", make_target (first, indicator));
  action_id = add (fixture, "action", make_action (first));
  assert_history (fixture, TRAS_TYPE_GOAL, first, "action, target, first");
  /* A child has a history of its own. */
  assert_history (fixture, TRAS_TYPE_GOAL, second, "second");

  /* What went over from one to another is in the history of both. */
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, action_id, &error);
  action->goal_id = second;
  change (fixture, "moved", action);
  assert_history (fixture, TRAS_TYPE_GOAL, first, "moved, action, target, first");
  assert_history (fixture, TRAS_TYPE_GOAL, second, "moved, second");

  /* What is gone is remembered. */
  target = tras_db_load (fixture->db, TRAS_TYPE_TARGET, target_id, &error);
  edit = tras_edit_new ("no target");
  tras_edit_delete (edit, target);
  apply (fixture, edit);
  assert_history (fixture, TRAS_TYPE_GOAL, first, "no target, moved, action, target, first");

  /* An undo is an edit, too. */
  goal = tras_db_load (fixture->db, TRAS_TYPE_GOAL, second, &error);
  goal->weight = 2;
  change (fixture, "weight", goal);
  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_history (fixture, TRAS_TYPE_GOAL, second, "weight, (weight), moved, second");

  /* Done again, undone again: an undo counts again when what took it back is undone. */
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *redone = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (redone);
      again = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  assert_history (fixture, TRAS_TYPE_GOAL, second,
                  "weight, (weight), weight, (weight), weight, (weight), weight, (weight), moved, "
                  "second");
  assert_history (fixture, TRAS_TYPE_ACTION, action_id, "moved, action");
  assert_history (fixture, TRAS_TYPE_GOAL, 999, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/history/goal", Fixture, NULL, fixture_set_up, test_goal, fixture_tear_down);

  return g_test_run ();
}
