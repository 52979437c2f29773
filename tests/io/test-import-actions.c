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

/* Who gives what to whom, and what is said of which month; another one in the same month takes its
 * place. */
static void
test_services (Fixture       *fixture,
               gconstpointer  data)
{
  take (fixture, "areas", "name,parent\nShop,\nStore,\nYard,Store\n", 0, 3, 0, 0);
  expect (fixture, "services", "giver,taker,what,from_on\nShop,shop,Lamps,2025-01-01\n",
          2, "taker", "An area promises nothing to itself: choose another one");
  expect (fixture, "services", "giver,taker,what,target,from_on\nShop,Store,Lamps,6,2025-01-01\n",
          2, "target", "A target score is a number from 1 to 5");
  take (fixture, "services",
        "giver,taker,what,from_on,to_on\nShop,Store › Yard,Lamps,2025-01-15,2025-06-30\n"
        "Shop,Store,Lamps,2025-01-15,\n", 0, 2, 0, 0);
  /* The same from and to the same area is the same service. */
  take (fixture, "services", "giver,taker,what,promise,from_on\nShop,Store,Lamps,Lit,2025-01-15\n",
        0, 0, 1, 0);

  expect (fixture, "service-ratings", "service,period_on,score\nLamps,2025-02-01,3\n",
          2, "service",
          "There are several called “Lamps”: say who gives it to whom, as in “Lamps (Warehouse > "
          "Shop)”");
  expect (fixture, "service-ratings",
          "service,period_on,score\nLamps (Shop > Yard),2025-02-01,6\n",
          2, "score", "A score is a number from 1 to 5");
  expect (fixture, "service-ratings",
          "service,period_on,score\nLamps (Shop > Yard),2025-01-31,3\n"
          "Lamps (Shop > Yard),2024-12-31,3\n",
          3, "period_on", "The service begins on 15 Jan 2025: no month before can be rated");
  expect (fixture, "service-ratings",
          "service,period_on,score\nLamps (Shop > Yard),2025-07-01,3\n",
          2, "period_on", "The service ended on 30 Jun 2025: no month after that can be rated");
  take (fixture, "service-ratings", "service,period_on,score\nLamps (Shop > Yard),2025-02-17,3\n",
        0, 1, 0, 0);
  take (fixture, "service-ratings", "service,period_on,score\nLamps (Shop > Yard),2025-02-01,4\n",
        0, 0, 1, 0);
  take (fixture, "service-ratings", "service,period_on,score\nLamps (Shop > Yard),2025-02-28,4\n",
        0, 0, 0, 1);
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
  ADD ("/io/import-actions/services", test_services);

  return g_test_run ();
}
