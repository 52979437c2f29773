/* test-import-actions.c: what is refused of actions and skill marks beyond the file's rules
 *
 * What tras-import-actions asks of rows, on top of every CHECK and trigger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "io-fixture.h"

#include "tras-import-actions.h"

static void
set_up_goal (Fixture       *fixture,
             gconstpointer  data)
{
  set_up (fixture, data);
  take (fixture, "people", "name,hired_on,left_on\nAna,2020-01-01,\nGone,2020-01-01,2026-02-28\n",
        0, 2, 0, 0);
  take (fixture, "goals", "title,owner,starts_on,due_on,state\n"
        "Grow,Ana,2026-01-01,2026-12-31,open\n", 0, 1, 0, 0);
}

/* Who has left does nothing any more; what is over may be theirs. */
static void
test_owner (Fixture       *fixture,
            gconstpointer  data)
{
  expect (fixture, "actions",
          "title,goal,owner,due_on,state,closed_on\n"
          "Buy,Grow,Gone,2026-03-01,done,2026-02-20\nPaint,Grow,Gone,2026-12-01,open,\n",
          3, "owner", "Gone left on 28 Feb 2026: choose someone who is here");
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  expect (fixture, "actions", "title,goal,owner,due_on\nBuild,Grow,Ana,1926-12-01\n",
          2, "due_on", "1 Dec 1926 is long past: is the year right?");
  expect (fixture, "actions",
          "title,goal,owner,starts_on,due_on\nTeach,Grow,Ana,2026-12-02,2026-12-01\n",
          2, "starts_on", "It is due on 1 Dec 2026 and cannot start after that");
}

static void
test_amounts (Fixture       *fixture,
              gconstpointer  data)
{
  take (fixture, "actions", "title,goal,owner,due_on\nBuy,Grow,Ana,2026-12-01\n", 0, 1, 0, 0);
  expect (fixture, "action-needs", "action,what,kind,planned_money\nBuy,Paint,material,-5\n",
          2, "planned_money", "“Money planned” cannot be less than zero");
  expect (fixture, "action-needs", "action,what,kind,planned_minutes\nBuy,Paint,material,-5\n",
          2, "planned_minutes", "“Hours planned” cannot be less than zero");
}

static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  take (fixture, "actions",
        "title,goal,owner,due_on\nFirst,Grow,Ana,2026-12-01\nSecond,Grow,Ana,2026-12-02\n"
        "Third,Grow,Ana,2026-12-03\n", 0, 3, 0, 0);
  expect (fixture, "dependencies", "action,after\nFirst,Second\nSecond,Third\nThird,First\n",
          4, "after", "“First” waits for “Second”, “Second” waits for “Third”, and “Third” would "
                      "wait for “First”");
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  take (fixture, "skills", "name,valid_months\nFork lift,24\n", 0, 1, 0, 0);
  expect (fixture, "skill-marks",
          "person,skill,level,marked_on,expires_on,how\n"
          "Ana,Fork lift,3,2026-03-01,2026-03-01,certificate\n"
          "Ana,Fork lift,3,2026-03-01,2026-02-28,certificate\n",
          3, "expires_on", "It begins on 1 Mar 2026 and cannot expire before");
  expect (fixture, "skill-marks",
          "person,skill,level,marked_on,how\nAna,Fork lift,5,2026-03-01,test\n",
          2, "level", "A level is a number from 0 to 4");
  take (fixture, "areas", "name\nShop\n", 0, 1, 0, 0);
  take (fixture, "roles", "name,area\nSeller,Shop\n", 0, 1, 0, 0);
  expect (fixture, "role-skills", "role,skill,level\nSeller,Fork lift,0\n", 2, "level",
          "A level that is needed is a number from 1 to 4");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", "2026-03-21", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up_goal, test, tear_down)

  ADD ("/io/import-actions/owner", test_owner);
  ADD ("/io/import-actions/dates", test_dates);
  ADD ("/io/import-actions/amounts", test_amounts);
  ADD ("/io/import-actions/circle", test_circle);
  ADD ("/io/import-actions/marks", test_marks);

  return g_test_run ();
}
