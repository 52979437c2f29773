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

#include <glib/gstdio.h>

#include "bench.h"
#include "tras-action.h"
#include "tras-area.h"
#include "tras-firm.h"
#include "tras-goal.h"
#include "tras-load-board.h"
#include "tras-money-board.h"

#define N_PEOPLE 200
#define N_GOALS 100
#define N_WEEKS 26
#define N_ROUNDS 5

/* 2026-11-20, a Friday. */
#define TODAY 20777

static const guint sizes[] = { 1000, 10000 };

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static gint64
insert (TrasDb   *db,
        gpointer  record)
{
  g_autoptr (TrasRecord) row = record;
  g_autoptr (GError) error = NULL;

  tras_db_insert (db, row, &error);
  check (error);

  return row->id;
}

static void
add_people (TrasDb *db)
{
  TrasRole *role = tras_role_new ();
  gint64 role_id;

  role->name = g_strdup ("Role");
  role->area_id = 1;
  role_id = insert (db, role);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      TrasPerson *person = tras_person_new ();
      TrasPost *post = tras_post_new ();

      person->name = g_strdup_printf ("Person %u", i);
      person->hired_on = TODAY - 1000;
      post->person_id = insert (db, person);
      post->role_id = role_id;
      post->from_on = TODAY - 1000;
      post->week_minutes = 2400;
      insert (db, post);
    }
  for (guint i = 0; i < N_GOALS; i++)
    {
      TrasGoal *goal = tras_goal_new ();

      goal->title = g_strdup_printf ("Goal %u", i);
      goal->owner_id = 1;
      goal->starts_on = TODAY - 300;
      goal->due_on = TODAY + 300;
      insert (db, goal);
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
      id = insert (db, action);
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
          insert (db, need);
        }
    }
}

static TrasDb *
make_firm (const char *path,
           guint       n_actions)
{
  g_autoptr (GError) error = NULL;
  TrasDb *db = tras_db_create (path, &error);

  check (error);
  tras_db_begin (db, "firm", &error);
  check (error);
  tras_firm_set_up (db, "Firm", "EUR", &error);
  check (error);
  add_people (db);
  add_actions (db, n_actions);
  tras_db_commit (db, NULL, &error);
  check (error);

  return db;
}

static double
time_load (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasLoadBoard) board = NULL;
  double start = bench_cpu_ms ();

  board = tras_load_board_load (db, TODAY, N_WEEKS, &error);
  check (error);

  return bench_cpu_ms () - start;
}

static double
time_money (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasMoneyBoard) board = NULL;
  double start = bench_cpu_ms ();

  board = tras_money_board_load (db, TODAY, &error);
  check (error);

  return bench_cpu_ms () - start;
}

static void
compare (const char *what,
         TrasDb    **firms,
         double    (*time) (TrasDb *))
{
  double medians[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double times[N_ROUNDS];

      for (guint j = 0; j < N_ROUNDS; j++)
        times[j] = time (firms[i]);
      medians[i] = bench_quantile (times, N_ROUNDS, 0.5);
      g_print ("%s, %5u actions: %8.1f ms\n", what, sizes[i], medians[i]);
    }
  g_print ("%s, ratio: %.1f\n", what, medians[1] / medians[0]);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  TrasDb *firms[G_N_ELEMENTS (sizes)];

  bench_print_machine ("SQLite");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.trastienda", sizes[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      firms[i] = make_firm (path, sizes[i]);
      g_unlink (path);
    }

  compare ("Load", firms, time_load);
  compare ("Money", firms, time_money);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_object_unref (firms[i]);
  g_rmdir (folder);

  return 0;
}
