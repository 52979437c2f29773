/* test-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-schedule.h"

#define ROUNDS 400

/* ---- networks made by chance ---- */

typedef struct
{
  GArray *tasks;
  GArray *links;
} Plan;

/* Ids that are no indices, and in no order. */
static gint64
id_of (guint task)
{
  return (gint64) (task * 7919u % 10007u) + 100;
}

/* Links lead from a task to earlier ones only, so that no circle can be. */
static Plan
make_plan (guint n_tasks,
           guint n_links)
{
  Plan plan = { g_array_new (FALSE, TRUE, sizeof (TrasScheduleTask)),
                g_array_new (FALSE, TRUE, sizeof (TrasScheduleLink)) };

  for (guint i = 0; i < n_tasks; i++)
    {
      TrasDay due = 20000 + g_test_rand_int_range (0, 90);
      TrasScheduleTask task = {
        .id = id_of (i),
        .starts_on = g_test_rand_bit () ? due - g_test_rand_int_range (0, 30) : TRAS_DAY_NONE,
        .due_on = due,
        .finished = g_test_rand_int_range (0, 5) == 0,
      };

      g_array_append_val (plan.tasks, task);
    }
  for (guint i = 0; i < n_links && n_tasks > 1; i++)
    {
      guint task = (guint) g_test_rand_int_range (1, (gint32) n_tasks);
      TrasScheduleLink link = { id_of (task),
                                id_of ((guint) g_test_rand_int_range (0, (gint32) task)) };

      g_array_append_val (plan.links, link);
    }

  return plan;
}

static Plan
make_any_plan (void)
{
  guint n_tasks = (guint) g_test_rand_int_range (1, 40);

  return make_plan (n_tasks, (guint) g_test_rand_int_range (0, 3 * (gint32) n_tasks));
}

static void
plan_clear (Plan *plan)
{
  g_array_unref (plan->tasks);
  g_array_unref (plan->links);
}

static TrasSchedule *
schedule (const Plan *plan)
{
  return tras_schedule_new ((TrasScheduleTask *) plan->tasks->data, plan->tasks->len,
                            (TrasScheduleLink *) plan->links->data, plan->links->len);
}

static const TrasScheduleTask *
task_at (const Plan *plan,
         guint       task)
{
  return &g_array_index (plan->tasks, TrasScheduleTask, task);
}

static gboolean
waits (const GArray *links,
       gint64        action_id,
       gint64        after_id)
{
  for (guint i = 0; i < links->len; i++)
    {
      const TrasScheduleLink *link = &g_array_index (links, TrasScheduleLink, i);

      if (link->action_id == action_id && link->after_id == after_id)
        return TRUE;
    }

  return FALSE;
}

/* Each waits for the one behind it, the last for the first, and none stands there twice. */
static void
assert_circle (const GArray *links,
               const gint64 *members,
               gsize         n_members)
{
  g_assert_nonnull (members);
  g_assert_cmpuint (n_members, >, 0);
  for (gsize i = 0; i < n_members; i++)
    {
      g_assert_true (waits (links, members[i], members[(i + 1) % n_members]));
      for (gsize k = 0; k < i; k++)
        g_assert_cmpint (members[i], !=, members[k]);
    }
}

/* By marking all that is reached until nothing is added: another way than the program's. */
static gboolean
reaches (const Plan *plan,
         gint64      from,
         gint64      to)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean grown = TRUE;

  g_hash_table_add (reached, &from);
  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < plan->links->len; i++)
        {
          TrasScheduleLink *link = &g_array_index (plan->links, TrasScheduleLink, i);

          if (g_hash_table_contains (reached, &link->action_id))
            grown = g_hash_table_add (reached, &link->after_id) || grown;
        }
    }

  return g_hash_table_contains (reached, &to);
}

/* ---- order and circles ---- */

static void
test_order (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Plan plan = make_any_plan ();
      g_autoptr (TrasSchedule) self = schedule (&plan);
      g_autofree guint *places = g_new (guint, plan.tasks->len);
      const guint *order;
      gsize n_members;
      guint n;

      order = tras_schedule_get_order (self, &n);
      g_assert_cmpuint (n, ==, plan.tasks->len);
      for (guint i = 0; i < n; i++)
        places[order[i]] = i;
      for (guint i = 0; i < plan.links->len; i++)
        {
          const TrasScheduleLink *link = &g_array_index (plan.links, TrasScheduleLink, i);
          guint task, waited;

          g_assert_true (tras_schedule_find (self, link->action_id, &task));
          g_assert_true (tras_schedule_find (self, link->after_id, &waited));
          g_assert_cmpuint (places[waited], <, places[task]);
        }
      g_assert_null (tras_schedule_dup_cycle (self, &n_members));
      g_assert_cmpuint (n_members, ==, 0);
      plan_clear (&plan);
    }
}

static void
test_neighbours (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Plan plan = make_any_plan ();
      g_autoptr (TrasSchedule) self = schedule (&plan);
      guint n_waited = 0, n_waiting = 0;

      for (guint i = 0; i < plan.tasks->len; i++)
        {
          guint n;
          const guint *members = tras_schedule_get_waited (self, i, &n);

          for (guint k = 0; k < n; k++)
            g_assert_true (waits (plan.links, id_of (i), id_of (members[k])));
          n_waited += n;
          members = tras_schedule_get_waiting (self, i, &n);
          for (guint k = 0; k < n; k++)
            g_assert_true (waits (plan.links, id_of (members[k]), id_of (i)));
          n_waiting += n;
        }
      g_assert_cmpuint (n_waited, ==, plan.links->len);
      g_assert_cmpuint (n_waiting, ==, plan.links->len);
      plan_clear (&plan);
    }
}

/* A link back from an early task to a late one closes a circle just where the late one waits for
 * the early one already. */
static void
test_cycle (void)
{
  guint n_closed = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Plan plan = make_any_plan ();
      gint32 n = (gint32) plan.tasks->len;
      TrasScheduleLink added = { id_of ((guint) g_test_rand_int_range (0, n)),
                                 id_of ((guint) g_test_rand_int_range (0, n)) };
      gboolean closes = reaches (&plan, added.after_id, added.action_id);
      gsize n_members, n_found;
      g_autofree gint64 *members =
        tras_schedule_find_cycle ((TrasScheduleLink *) plan.links->data, plan.links->len, &added,
                                  &n_members);
      g_autofree gint64 *found = NULL;
      g_autoptr (TrasSchedule) self = NULL;

      g_array_append_val (plan.links, added);
      self = schedule (&plan);
      found = tras_schedule_dup_cycle (self, &n_found);
      if (closes)
        {
          assert_circle (plan.links, members, n_members);
          g_assert_cmpint (members[0], ==, added.action_id);
          g_assert_cmpint (members[1 % n_members], ==, added.after_id);
          assert_circle (plan.links, found, n_found);
          g_assert_cmpuint (n_members, <=, n_found);
          n_closed++;
        }
      else
        {
          g_assert_null (members);
          g_assert_cmpuint (n_members, ==, 0);
          g_assert_null (found);
        }
      plan_clear (&plan);
    }
  g_assert_cmpuint (n_closed, >, ROUNDS / 20);
}

static void
test_cycle_by_hand (void)
{
  /* 1 ← 2 ← 3 ← 4, and a short cut from 4 to 2. */
  const TrasScheduleLink links[] = { { 2, 1 }, { 3, 2 }, { 4, 3 }, { 4, 2 } };
  const TrasScheduleLink back = { 1, 4 };
  const TrasScheduleLink self = { 3, 3 };
  const TrasScheduleLink fine = { 4, 1 };
  const TrasScheduleLink other = { 9, 1 };
  gsize n;
  g_autofree gint64 *members = tras_schedule_find_cycle (links, G_N_ELEMENTS (links), &back, &n);
  g_autofree gint64 *alone = NULL;

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (members[0], ==, 1);
  g_assert_cmpint (members[1], ==, 4);
  g_assert_cmpint (members[2], ==, 2);

  alone = tras_schedule_find_cycle (links, G_N_ELEMENTS (links), &self, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (alone[0], ==, 3);

  g_assert_null (tras_schedule_find_cycle (links, G_N_ELEMENTS (links), &fine, &n));
  g_assert_null (tras_schedule_find_cycle (links, G_N_ELEMENTS (links), &other, &n));
  g_assert_null (tras_schedule_find_cycle (NULL, 0, &fine, &n));
}

/* ---- dates ---- */

static TrasDay
start_of (const TrasScheduleTask *task)
{
  return task->starts_on != TRAS_DAY_NONE ? task->starts_on : task->due_on;
}

static void
test_move (void)
{
  guint n_all = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Plan plan = make_any_plan ();
      g_autoptr (TrasSchedule) self = schedule (&plan);
      g_autofree int *shifts = g_new (int, plan.tasks->len);
      guint moved = (guint) g_test_rand_int_range (0, (gint32) plan.tasks->len);
      int days = g_test_rand_int_range (-20, 40);
      guint n_moved = tras_schedule_move (self, moved, days, shifts);
      guint n_counted = 0;

      if (task_at (&plan, moved)->finished)
        days = 0;
      g_assert_cmpint (shifts[moved], ==, days);
      for (guint i = 0; i < plan.tasks->len; i++)
        {
          const TrasScheduleTask *task = task_at (&plan, i);
          TrasDay earliest = start_of (task);
          guint n;
          const guint *waited = tras_schedule_get_waited (self, i, &n);

          if (i == moved)
            continue;
          g_assert_cmpint (shifts[i], >=, 0);
          n_counted += shifts[i] > 0;

          /* Just as late as the latest of what it waits for that is done later than before. */
          for (guint k = 0; k < n; k++)
            if (shifts[waited[k]] > 0)
              earliest = MAX (earliest, task_at (&plan, waited[k])->due_on + shifts[waited[k]]);
          g_assert_cmpint (start_of (task) + shifts[i], ==,
                           task->finished ? start_of (task) : earliest);
          if (shifts[i] > 0)
            g_assert_true (reaches (&plan, task->id, id_of (moved)));
        }
      g_assert_cmpuint (n_moved, ==, n_counted);
      g_assert_cmpuint (tras_schedule_move (self, moved, 0, shifts), ==, 0);
      for (guint i = 0; i < plan.tasks->len; i++)
        g_assert_cmpint (shifts[i], ==, 0);
      n_all += n_moved;
      plan_clear (&plan);
    }
  g_assert_cmpuint (n_all, >, ROUNDS / 4);
}

/* 1 (days 0 to 9) ← 2 (10 to 14) ← 3 (20 to 24); 4 (12 to 20) waits for 1, and 5 is done. */
static const TrasScheduleTask chain[] = {
  { 1, 0, 9, FALSE }, { 2, 10, 14, FALSE }, { 3, 20, 24, FALSE }, { 4, 12, 20, FALSE },
  { 5, 2, 4, TRUE },
};
static const TrasScheduleLink chain_links[] = { { 2, 1 }, { 3, 2 }, { 4, 1 }, { 5, 1 } };

static void
test_by_hand (void)
{
  g_autoptr (TrasSchedule) self = tras_schedule_new (chain, G_N_ELEMENTS (chain), chain_links,
                                                     G_N_ELEMENTS (chain_links));
  const gint64 groups[] = { 7, 7, 7, 8, 7 };
  gboolean critical[G_N_ELEMENTS (chain)];
  int shifts[G_N_ELEMENTS (chain)];
  int slack[G_N_ELEMENTS (chain)];
  guint waited = 99;

  g_assert_cmpuint (tras_schedule_move (self, 0, 1, shifts), ==, 0);
  g_assert_cmpuint (tras_schedule_move (self, 0, 4, shifts), ==, 2);
  g_assert_cmpint (shifts[1], ==, 3);
  g_assert_cmpint (shifts[2], ==, 0);
  g_assert_cmpint (shifts[3], ==, 1);
  g_assert_cmpint (shifts[4], ==, 0);
  g_assert_cmpuint (tras_schedule_move (self, 0, 10, shifts), ==, 3);
  g_assert_cmpint (shifts[2], ==, 3);
  g_assert_cmpuint (tras_schedule_move (self, 4, 10, shifts), ==, 0);

  /* All for one thing, which ends on day 24: 3 must begin on day 20 and 4 on day 16, so that 2 must
   * be done on day 20, and 1 on day 16 for both. */
  tras_schedule_get_slack (self, NULL, slack);
  g_assert_cmpint (slack[2], ==, 0);
  g_assert_cmpint (slack[1], ==, 6);
  g_assert_cmpint (slack[3], ==, 4);
  g_assert_cmpint (slack[0], ==, 7);
  g_assert_cmpint (slack[4], ==, TRAS_SCHEDULE_NO_SLACK);

  /* 4 is all that its own thing has: it may not be done later, and 1 not after day 12. */
  tras_schedule_get_slack (self, groups, slack);
  g_assert_cmpint (slack[3], ==, 0);
  g_assert_cmpint (slack[0], ==, 3);
  tras_schedule_get_critical (self, groups, critical);
  g_assert_true (critical[0] && critical[1] && critical[2] && critical[3]);
  g_assert_false (critical[4]);
  tras_schedule_get_critical (self, NULL, critical);
  g_assert_true (critical[0] && critical[1] && critical[2]);
  g_assert_false (critical[3]);

  g_assert_cmpint (tras_schedule_get_early (self, 2, 14, &waited), ==, 0);
  g_assert_cmpuint (waited, ==, 99);
  g_assert_cmpint (tras_schedule_get_early (self, 2, 11, &waited), ==, 3);
  g_assert_cmpuint (waited, ==, 1);
}

/* What waits in a circle has no order and no slack, and stays. */
static void
test_circle_stays (void)
{
  const TrasScheduleLink links[] = { { 2, 1 }, { 3, 2 }, { 2, 3 } };
  g_autoptr (TrasSchedule) self = tras_schedule_new (chain, 3, links, G_N_ELEMENTS (links));
  int shifts[3], slack[3];
  guint n;

  tras_schedule_get_order (self, &n);
  g_assert_cmpuint (n, ==, 1);
  tras_schedule_get_slack (self, NULL, slack);
  g_assert_cmpint (slack[1], ==, TRAS_SCHEDULE_NO_SLACK);
  g_assert_cmpint (slack[0], ==, 15);
  tras_schedule_move (self, 1, 30, shifts);
  g_assert_cmpint (shifts[2], ==, 0);
}

/* Moves what begins too early; what is waited for stands before what waits. */
static void
settle (Plan *plan)
{
  g_autoptr (TrasSchedule) self = schedule (plan);

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      TrasScheduleTask *task = &g_array_index (plan->tasks, TrasScheduleTask, i);
      TrasDay earliest = start_of (task);
      guint n;
      const guint *waited = tras_schedule_get_waited (self, i, &n);

      for (guint k = 0; k < n && !task->finished; k++)
        if (!task_at (plan, waited[k])->finished)
          earliest = MAX (earliest, task_at (plan, waited[k])->due_on);
      task->due_on += earliest - start_of (task);
      if (task->starts_on != TRAS_DAY_NONE)
        task->starts_on = earliest;
    }
}

/* A task that is done as late as its slack allows lets all end when it would have, and one day more
 * does not. */
static void
test_slack (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Plan plan = make_any_plan ();
      g_autoptr (TrasSchedule) self = NULL;
      g_autofree int *shifts = g_new (int, plan.tasks->len);
      g_autofree int *slack = g_new (int, plan.tasks->len);
      TrasDay end = TRAS_DAY_NONE;
      guint task = (guint) g_test_rand_int_range (0, (gint32) plan.tasks->len);

      settle (&plan);
      self = schedule (&plan);
      for (guint i = 0; i < plan.tasks->len; i++)
        if (!task_at (&plan, i)->finished)
          end = MAX (end, task_at (&plan, i)->due_on);
      tras_schedule_get_slack (self, NULL, slack);
      g_assert_cmpint (slack[task] == TRAS_SCHEDULE_NO_SLACK, ==, task_at (&plan, task)->finished);
      for (int more = 0; more < 2 && slack[task] != TRAS_SCHEDULE_NO_SLACK; more++)
        {
          gboolean later = FALSE;

          g_assert_cmpint (slack[task], >=, 0);
          tras_schedule_move (self, task, slack[task] + more, shifts);
          for (guint i = 0; i < plan.tasks->len; i++)
            later = later || (shifts[i] > 0 && task_at (&plan, i)->due_on + shifts[i] > end);
          g_assert_cmpint (later, ==, more);
        }
      plan_clear (&plan);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/order", test_order);
  g_test_add_func ("/schedule/neighbours", test_neighbours);
  g_test_add_func ("/schedule/cycle", test_cycle);
  g_test_add_func ("/schedule/cycle-by-hand", test_cycle_by_hand);
  g_test_add_func ("/schedule/move", test_move);
  g_test_add_func ("/schedule/by-hand", test_by_hand);
  g_test_add_func ("/schedule/circle-stays", test_circle_stays);
  g_test_add_func ("/schedule/slack", test_slack);

  return g_test_run ();
}
