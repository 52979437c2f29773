/* bench-plans.c: what 10,000 actions take, against 1,000
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two firms of 200 people, one with 1,000 open actions and one with ten times as many, each with
 * two needs. Loads what they take of people's time in 26 weeks, and of money by goal, area and
 * month. Prints the median of the rounds of each in CPU time, and how much longer the larger takes:
 * ten times as long is in proportion.
 */

#include "config.h"

#include "bench-firm.h"
#include "tras-action.h"
#include "tras-area.h"
#include "tras-goal.h"
#include "tras-load-board.h"
#include "tras-money-board.h"

#define N_PEOPLE 200
#define N_GOALS 100
#define N_WEEKS 26

/* 2026-11-20, a Friday. */
#define TODAY 20777

static void
add_people (TrasDb *db)
{
  TrasRole *role = tras_role_new ();
  gint64 role_id;

  role->name = g_strdup ("Role");
  role->area_id = 1;
  role_id = bench_insert (db, role);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      TrasPerson *person = tras_person_new ();
      TrasPost *post = tras_post_new ();

      person->name = g_strdup_printf ("Person %u", i);
      person->hired_on = TODAY - 1000;
      post->person_id = bench_insert (db, person);
      post->role_id = role_id;
      post->from_on = TODAY - 1000;
      post->week_minutes = 2400;
      bench_insert (db, post);
    }
  for (guint i = 0; i < N_GOALS; i++)
    {
      TrasGoal *goal = tras_goal_new ();

      goal->title = g_strdup_printf ("Goal %u", i);
      goal->owner_id = 1;
      goal->starts_on = TODAY - 300;
      goal->due_on = TODAY + 300;
      bench_insert (db, goal);
    }
}

static void
add_actions (TrasDb *db,
             guint   n)
{
  for (guint i = 0; i < n; i++)
    {
      TrasAction *action = tras_action_new ();
      gint64 id;

      action->title = g_strdup_printf ("Action %u", i);
      action->goal_id = 1 + i % N_GOALS;
      action->owner_id = 1 + i % N_PEOPLE;
      action->starts_on = TODAY - 30 + (TrasDay) (i % 60);
      action->due_on = action->starts_on + 5 + (TrasDay) (i % 90);
      id = bench_insert (db, action);
      for (guint j = 0; j < 2; j++)
        {
          TrasActionNeed *need = tras_action_need_new ();

          need->action_id = id;
          need->what = g_strdup ("Something");
          need->kind = "labour";
          need->planned_minutes = 600;
          need->spent_minutes = i % 300;
          need->planned_money = 10000 + i;
          need->spent_money = i % 2 == 0 ? 5000 : 0;
          need->investment = j;
          bench_insert (db, need);
        }
    }
}

static void
fill (TrasDb *db,
      guint   n_actions)
{
  add_people (db);
  add_actions (db, n_actions);
}

static double
time_load (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasLoadBoard) board = NULL;
  double start = bench_cpu_ms ();

  board = tras_load_board_load (db, TODAY, N_WEEKS, &error);
  bench_check (error);

  return bench_cpu_ms () - start;
}

static double
time_money (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasMoneyBoard) board = NULL;
  double start = bench_cpu_ms ();

  board = tras_money_board_load (db, TODAY, &error);
  bench_check (error);

  return bench_cpu_ms () - start;
}

int
main (void)
{
  BenchFirms firms;

  bench_print_machine ("SQLite");
  bench_firms_init (&firms, "actions", 1000, 10000, fill);
  bench_firms_compare (&firms, "Load", time_load);
  bench_firms_compare (&firms, "Money", time_money);
  bench_firms_clear (&firms);

  return 0;
}
