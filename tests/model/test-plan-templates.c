/* test-plan-templates.c: plans made from templates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-model-fixture.h"
#include "tras-plan-templates.h"

static gint64
make_goal (Fixture *fixture)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup ("Goal");
  goal->owner_id = 1;
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2027-12-31");

  return insert (fixture, goal);
}

static gboolean
is_weekend (TrasDay on)
{
  return on - tras_period_first_day (TRAS_EVERY_WEEK, on) >= 5;
}

/* A step stands behind those that it waits for, and begins when they are due at the latest. */
static void
test_tables (void)
{
  for (guint i = 0; i < tras_plan_templates_get_n (); i++)
    {
      const TrasPlanTemplate *template = tras_plan_templates_get (i);

      g_assert_cmpuint (template->n_steps, >, 5);
      for (guint j = 0; j < template->n_steps; j++)
        {
          const TrasPlanStep *step = &template->steps[j];

          g_test_message ("%s: %s", template->title, step->title);
          g_assert_cmpint (step->start, >=, 0);
          g_assert_cmpint (step->due, >=, step->start);
          g_assert_cmpint (step->hours, >, 0);
          g_assert_cmpint (step->need != NULL, ==, step->need_kind != NULL);
          for (guint k = 0; k < TRAS_PLAN_MOST_AFTER && step->after[k] != 0; k++)
            {
              g_assert_cmpuint (step->after[k], <=, j);
              g_assert_cmpint (template->steps[step->after[k] - 1].due, <=, step->due);
            }
        }
    }
}

/* From the first day on, or back from the last: never on a weekend, and within the limit. */
static void
test_days (void)
{
  for (guint i = 0; i < tras_plan_templates_get_n (); i++)
    for (TrasDay at = day ("2026-11-16"); at < day ("2026-11-30"); at++)
      for (int backwards = 0; backwards < 2; backwards++)
        {
          TrasPlanChoice choice = { tras_plan_templates_get (i), 1, 1, at, backwards, NULL };

          for (guint j = 0; j < choice.template->n_steps; j++)
            {
              TrasDay from, to;

              tras_plan_choice_get_days (&choice, j, &from, &to);
              g_assert_false (is_weekend (from));
              g_assert_false (is_weekend (to));
              g_assert_cmpint (from, <=, to);
              if (backwards)
                g_assert_cmpint (to, <=, at);
              else
                g_assert_cmpint (from, >=, at);
            }
        }
}

static guint
count (Fixture *fixture,
       GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  gint64 n = tras_db_count (fixture->db, query, &error);

  g_assert_no_error (error);

  return (guint) n;
}

static gboolean
waits_for (GPtrArray  *links,
           TrasAction *action,
           TrasAction *after)
{
  for (guint i = 0; i < links->len; i++)
    {
      TrasActionAfter *link = links->pdata[i];

      if (link->action_id == TRAS_RECORD (action)->id && link->after_id == TRAS_RECORD (after)->id)
        return TRUE;
    }

  return FALSE;
}

/* Applies a choice to a file of its own, outside the fixture's edit. */
static void
apply (Fixture              *fixture,
       const TrasPlanChoice *choice)
{
  g_autoptr (TrasEdit) edit = tras_plan_choice_make_edit (choice);
  g_autoptr (GError) error = NULL;
  gint64 id;

  tras_db_commit (fixture->db, NULL, &error);
  g_assert_no_error (error);
  tras_edit_apply (edit, fixture->db, &id, &error);
  g_assert_no_error (error);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  TrasPlanChoice choice = { tras_plan_templates_get (0), make_goal (fixture), 1,
                            day ("2026-11-20"), FALSE, NULL };
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) after = tras_query_new (TRAS_TYPE_ACTION_AFTER);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) links = NULL;
  guint n_links = 0;

  apply (fixture, &choice);
  tras_query_order (query, "id", FALSE);
  actions = tras_db_select (fixture->db, query, NULL);
  links = tras_db_select (fixture->db, after, NULL);
  g_assert_cmpuint (actions->len, ==, choice.template->n_steps);
  for (guint i = 0; i < actions->len; i++)
    {
      const TrasPlanStep *step = &choice.template->steps[i];
      TrasAction *action = actions->pdata[i];

      g_assert_cmpstr (action->title, ==, step->title);
      g_assert_cmpstr (action->kind, ==, step->kind);
      g_assert_cmpint (action->goal_id, ==, choice.goal_id);
      g_assert_cmpint (action->owner_id, ==, 1);
      g_assert_cmpint (action->planned_minutes, ==, step->hours * 60);
      for (guint k = 0; k < TRAS_PLAN_MOST_AFTER && step->after[k] != 0; k++, n_links++)
        g_assert_true (waits_for (links, action, actions->pdata[step->after[k] - 1]));
    }
  g_assert_cmpuint (links->len, ==, n_links);
}

/* The second of eight waits for the first, the third for the second: without it, for the first. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean left_out[8] = { FALSE, TRUE };
  TrasPlanChoice choice = { tras_plan_templates_get (1), make_goal (fixture), 0,
                            day ("2027-03-31"), TRUE, left_out };
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) after = tras_query_new (TRAS_TYPE_ACTION_AFTER);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) links = NULL;

  g_assert_cmpuint (choice.template->n_steps, ==, G_N_ELEMENTS (left_out));
  apply (fixture, &choice);
  tras_query_order (query, "id", FALSE);
  actions = tras_db_select (fixture->db, query, NULL);
  links = tras_db_select (fixture->db, after, NULL);
  g_assert_cmpuint (actions->len, ==, 7);
  g_assert_cmpuint (links->len, ==, 6);
  g_assert_true (waits_for (links, actions->pdata[1], actions->pdata[0]));
  g_assert_cmpuint (count (fixture, TRAS_TYPE_ACTION_NEED), ==, 7 + 1);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-templates/tables", test_tables);
  g_test_add_func ("/plan-templates/days", test_days);
  ADD ("/plan-templates/all", test_all);
  ADD ("/plan-templates/left-out", test_left_out);

  return g_test_run ();
}
