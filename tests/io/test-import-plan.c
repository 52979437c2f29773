/* test-import-plan.c: a plan as one table
 *
 * What tras-import-plan.c takes, and what tras-export-plan.c writes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "io-fixture.h"

#include "tras-action.h"
#include "tras-edit-log.h"
#include "tras-plan-row.h"

#define PEOPLE "name,hired_on,left_on\nAna,2020-01-01,\nGone,2020-01-01,2026-02-28\n"
#define GOALS "title,owner,starts_on,due_on,state\n" \
              "Grow,Ana,2026-01-01,2026-12-31,open\n" \
              "Save,Ana,2026-01-01,2026-12-31,open\n"

static void
set_up_goals (Fixture       *fixture,
              gconstpointer  data)
{
  set_up (fixture, data);
  take (fixture, "people", PEOPLE, 0, 2, 0, 0);
  take (fixture, "goals", GOALS, 0, 2, 0, 0);
}

static GPtrArray *
read_all (Fixture *fixture,
          GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  GPtrArray *records = tras_db_select (fixture->db, query, &error);

  g_assert_no_error (error);

  return records;
}

static TrasAction *
get_action (GPtrArray  *actions,
            const char *title)
{
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      if (g_str_equal (action->title, title))
        return action;
    }

  g_assert_not_reached ();
}

static gboolean
waits (Fixture    *fixture,
       const char *title,
       const char *before)
{
  g_autoptr (GPtrArray) actions = read_all (fixture, TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) links = read_all (fixture, TRAS_TYPE_ACTION_AFTER);
  gint64 id = TRAS_RECORD (get_action (actions, title))->id;
  gint64 after_id = TRAS_RECORD (get_action (actions, before))->id;

  for (guint i = 0; i < links->len; i++)
    {
      TrasActionAfter *link = links->pdata[i];

      if (link->action_id == id && link->after_id == after_id)
        return TRUE;
    }

  return FALSE;
}

static void
expect_amounts (Fixture *fixture,
                guint    n_actions,
                guint    n_needs,
                guint    n_links)
{
  g_autoptr (GPtrArray) actions = read_all (fixture, TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) needs = read_all (fixture, TRAS_TYPE_ACTION_NEED);
  g_autoptr (GPtrArray) links = read_all (fixture, TRAS_TYPE_ACTION_AFTER);

  g_assert_cmpuint (actions->len, ==, n_actions);
  g_assert_cmpuint (needs->len, ==, n_needs);
  g_assert_cmpuint (links->len, ==, n_links);
}

/* The row becomes an action with its needs; what is named below it is found, and a title with a
 * semicolon is one title. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasImport) import = make_import ("plans",
    "goal,title,kind,owner,starts_on,due_on,after,hours,money,done_when\n"
    "Grow,Open,todo,Ana,2026-06-01,2026-06-30,\"teach; Rent, or buy; soon\",,,People come\n"
    "Grow,Teach,train,Ana,,2026-05-31,\"Rent, or buy; soon\",12.5,,\n"
    "Grow,\"Rent, or buy; soon\",buy,,,2026-04-30,,0.35,1234.50,\n"
    "Save,Close,,,,2026-07-01,\"teach\nRent, or buy; soon\",,,\n", -1);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) needs = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  GPtrArray *refusals = tras_import_get_refusals (import);
  TrasAction *action;
  TrasActionNeed *need;

  /* Of several titles each has a line of its own where one has a semicolon. */
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_cmpstr (((TrasImportRefusal *) refusals->pdata[0])->value, ==, "Rent, or buy");
  g_assert_cmpint (tras_import_get_edit (import), ==, 0);
  expect_amounts (fixture, 0, 0, 0);

  run_import (fixture, import, TRAS_IMPORT_PARTIAL);
  g_assert_cmpint (tras_import_get_edit (import), >, 0);
  expect_amounts (fixture, 3, 3, 3);
  g_assert_true (waits (fixture, "Teach", "Rent, or buy; soon"));
  g_assert_true (waits (fixture, "Close", "Rent, or buy; soon"));
  g_assert_true (waits (fixture, "Close", "Teach"));

  actions = read_all (fixture, TRAS_TYPE_ACTION);
  action = get_action (actions, "Rent, or buy; soon");
  g_assert_cmpint (action->planned_money, ==, 123450);
  g_assert_cmpint (action->planned_minutes, ==, 21);
  g_assert_cmpstr (action->kind, ==, "buy");
  action = get_action (actions, "Teach");
  g_assert_cmpint (action->planned_minutes, ==, 750);
  g_assert_cmpint (action->planned_money, ==, 0);
  g_assert_cmpstr (action->owner_name, ==, "Ana");
  action = get_action (actions, "Close");
  g_assert_cmpstr (action->kind, ==, "todo");
  g_assert_cmpint (action->due_on, ==, tras_day_new (2026, 7, 1));

  needs = read_all (fixture, TRAS_TYPE_ACTION_NEED);
  need = needs->pdata[0];
  g_assert_cmpstr (need->kind, ==, "labour");

  /* One edit, that one undo takes back. */
  undone = tras_edit_log_undo (fixture->db, tras_import_get_edit (import), NULL, NULL, NULL,
                               &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  expect_amounts (fixture, 0, 0, 0);
}

/* Titles are told apart by their goals; codes and titles of what was there before are known. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  take (fixture, "plans", "goal,title,due_on\nGrow,Old,2026-04-01\n", 0, 1, 0, 0);
  take (fixture, "plans",
        "goal,title,due_on,after\n"
        "Grow,Paint,2026-04-01,\nSave,Paint,2026-04-02,\nSave,Hang,2026-05-01,Paint\n"
        "Grow,Lean,2026-05-01,A-1\nGrow,Sit,2026-05-01,OLD\n",
        0, 5, 0, 0);
  g_assert_true (waits (fixture, "Lean", "Old"));
  g_assert_true (waits (fixture, "Sit", "Old"));
  expect (fixture, "plans", "goal,title,due_on,after\nGrow,Look,2026-05-01,Paint\n", 2, "after",
          "There are several called “Paint”; use the code");
  expect (fixture, "plans", "goal,title,due_on,after\nGrow,Look,2026-05-01,Nobody\n", 2, "after",
          "Nothing is called “Nobody”");
  expect (fixture, "plans", "goal,title,due_on,after\nGrow,Look,2026-05-01,Look\n", 2, "after",
          "An action cannot wait for itself");
}

/* What is there already is as it was, or is changed where it is, with a reason. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  const char *text = "goal,title,owner,due_on,after,hours,money\n"
                     "Grow,First,Ana,2026-04-01,,8,10\nGrow,Second,,2026-05-01,First,,\n";

  take (fixture, "plans", text, 0, 2, 0, 0);
  take (fixture, "plans", text, 0, 0, 0, 2);
  expect_amounts (fixture, 2, 2, 1);
  take (fixture, "plans", "goal,title,due_on\nGrow,First,2026-04-01\nSave,First,2026-04-01\n", 0,
        1, 0, 1);
  expect (fixture, "plans", "goal,title,due_on\nGrow,First,2026-04-02\n", 2, "due_on",
          "A-1 is there already and says something else; change it there");
  expect (fixture, "plans", "goal,title,due_on,hours\nGrow,First,2026-04-01,9\n", 2, "hours",
          "A-1 is there already and says something else; change it there");
  expect (fixture, "plans", "goal,title,due_on,after\nGrow,Second,2026-05-01,\n", 2, "after",
          "A-2 is there already and says something else; change it there");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  expect (fixture, "plans", "goal,title,due_on\nGrow,,2026-04-01\n", 2, "title",
          "The title cannot be empty");
  expect (fixture, "plans", "goal,title,due_on\nGrow,\" \",2026-04-01\n", 2, "title",
          "The title cannot be empty");
  expect (fixture, "plans", "goal,title,due_on\nGrow,Paint,2026-02-30\n", 2, "due_on",
          "“2026-02-30” is not a date");
  expect (fixture, "plans", "goal,title,starts_on,due_on\nGrow,Paint,2026-04-02,2026-04-01\n", 2,
          "starts_on", "It is due on 1 Apr 2026 and cannot start after that");
  expect (fixture, "plans", "goal,title,due_on,owner\nGrow,Paint,2026-04-01,Gone\n", 2, "owner",
          "Gone left on 28 Feb 2026: choose someone who is here");
  expect (fixture, "plans", "goal,title,due_on,hours\nGrow,Paint,2026-04-01,-3\n", 2, "hours",
          "“Hours planned” cannot be less than zero");
  expect (fixture, "plans", "goal,title,due_on,owner\nGrow,Paint,2026-04-01,Eva\n", 2, "owner",
          "Nothing is called “Eva”");
  expect_amounts (fixture, 0, 0, 0);
  take (fixture, "plans", "goal,title,due_on,owner\nGrow,Paint,2026-04-01,Eva\n",
        TRAS_IMPORT_CREATE, 1, 0, 0);
}

typedef struct
{
  guint line;
  const char *reason;
} Refused;

static void
expect_refusals (TrasImport    *import,
                 guint          n,
                 const Refused *expected)
{
  GPtrArray *refusals = tras_import_get_refusals (import);

  g_assert_cmpuint (refusals->len, ==, n);
  g_assert_cmpuint (tras_import_get_counts (import)->n_refused, ==, n);
  for (guint i = 0; i < n; i++)
    {
      TrasImportRefusal *refusal = refusals->pdata[i];

      g_assert_cmpuint (refusal->line, ==, expected[i].line);
      g_assert_cmpstr (refusal->column, ==, "after");
      g_assert_cmpstr (refusal->reason, ==, expected[i].reason);
    }
}

/* A circle is named, and takes with it what waits for it; the rest can be taken. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasImport) import = make_import ("plans",
    "goal,title,due_on,after\n"
    "Grow,One,2026-04-01,Three\nGrow,Two,2026-04-01,One\nGrow,Three,2026-04-01,Two; Free\n"
    "Grow,Free,2026-04-01,\nGrow,Last,2026-04-01,Free\nGrow,Lost,2026-04-01,Two\n", -1);
  const Refused expected[] = {
    { 2, "“Three” in line 4 is refused itself" },
    { 3, "“One” in line 2 is refused itself" },
    { 4, "“Two” waits for “One”, “One” waits for “Three”, and “Three” would wait for “Two”" },
    { 7, "“Two” in line 3 is refused itself" },
  };

  run_import (fixture, import, TRAS_IMPORT_DRY_RUN);
  expect_refusals (import, G_N_ELEMENTS (expected), expected);
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  expect_refusals (import, G_N_ELEMENTS (expected), expected);
  expect_amounts (fixture, 0, 0, 0);
  run_import (fixture, import, TRAS_IMPORT_PARTIAL);
  expect_refusals (import, G_N_ELEMENTS (expected), expected);
  g_assert_cmpuint (tras_import_get_counts (import)->n_new, ==, 2);
  expect_amounts (fixture, 2, 0, 1);
  g_assert_true (waits (fixture, "Last", "Free"));
}

/* Hours go to minutes and back, whatever they are. */
static void
test_minutes (void)
{
  g_autoptr (TrasPlanRow) row = tras_plan_row_new ();
  const gint64 others[] = { 1439, 60001, 1000000007, G_MAXINT64 / 1000 };

  for (gint64 minutes = 0; minutes < 600; minutes++)
    {
      tras_plan_row_set_minutes (row, minutes);
      g_assert_cmpint (tras_plan_row_get_minutes (row), ==, minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      tras_plan_row_set_minutes (row, others[i]);
      g_assert_cmpint (tras_plan_row_get_minutes (row), ==, others[i]);
    }
}

/* What is written is read into another firm's file as the same plan, and written the same again. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  Fixture other;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  take (fixture, "plans",
        "goal,title,kind,owner,starts_on,due_on,after,hours,money,done_when\n"
        "Grow,\"Rent; or buy\",buy,Ana,2026-03-23,2026-04-30,,0.35,1234.50,\"Keys,\nboth\"\n"
        "Grow,Paint,repair,,,2026-05-31,\"Rent; or buy\",12.5,,\n"
        "Save,Paint,todo,,,2026-05-31,,,,\n"
        "Save,=Sum,study,Ana,,2026-06-30,Paint,40,0.01,\n"
        "Grow,Open,todo,Ana,2026-06-01,2026-06-30,\"Rent; or buy\nPaint\n=Sum\",,,\n",
        0, 5, 0, 0);
  /* What is done is no plan any more, and nobody waits for it. */
  take (fixture, "actions",
        "title,goal,due_on,state,closed_on\nAsk,Grow,2026-03-01,done,2026-03-02\n", 0, 1, 0, 0);
  take (fixture, "dependencies", "action,after\nOpen,Ask\n", 0, 1, 0, 0);
  before = dup_export (fixture, "plans");
  g_assert_null (strstr (before, "Ask"));
  take (fixture, "plans", before, 0, 0, 0, 5);

  set_up_goals (&other, NULL);
  take (&other, "plans", before, 0, 5, 0, 0);
  after = dup_export (&other, "plans");
  g_assert_cmpstr (after, ==, before);
  take (&other, "plans", before, 0, 0, 0, 5);
  expect_amounts (&other, 5, 5, 5);
  tear_down (&other, NULL);
}

/* Random plans without a circle, in any order of their rows. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261120);

  for (guint round = 0; round < 6; round++)
    {
      Fixture other;
      g_autoptr (GString) text = g_string_new ("goal,title,due_on,after,hours,money\n");
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      guint n = (guint) g_rand_int_range (rand, 1, 30);
      g_autofree guint *order = g_new (guint, n);

      for (guint i = 0; i < n; i++)
        {
          guint j = (guint) g_rand_int_range (rand, 0, (int) i + 1);

          order[i] = order[j];
          order[j] = i;
        }
      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (text, "%s,T%u,2026-0%d-15,", order[i] % 2 ? "Grow" : "Save",
                                  order[i], g_rand_int_range (rand, 4, 10));
          for (guint k = 0; k < order[i]; k++)
            if (g_rand_int_range (rand, 0, 8) == 0)
              g_string_append_printf (text, "T%u;", k);
          g_string_append_printf (text, ",%d.%d,%d\n", g_rand_int_range (rand, 0, 50),
                                  g_rand_int_range (rand, 0, 10), g_rand_int_range (rand, 0, 999));
        }

      set_up_goals (&other, NULL);
      take (&other, "plans", text->str, 0, n, 0, 0);
      take (&other, "plans", text->str, 0, 0, 0, n);
      before = dup_export (&other, "plans");
      tear_down (&other, NULL);
      set_up_goals (&other, NULL);
      take (&other, "plans", before, 0, n, 0, 0);
      after = dup_export (&other, "plans");
      g_assert_cmpstr (after, ==, before);
      tear_down (&other, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", "2026-03-21", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up_goals, test, tear_down)

  ADD ("/io/import-plan/rows", test_rows);
  ADD ("/io/import-plan/names", test_names);
  ADD ("/io/import-plan/again", test_again);
  ADD ("/io/import-plan/refused", test_refused);
  ADD ("/io/import-plan/circle", test_circle);
  ADD ("/io/import-plan/round-trip", test_round_trip);
  ADD ("/io/import-plan/random", test_random);
  g_test_add_func ("/io/import-plan/minutes", test_minutes);

  return g_test_run ();
}
