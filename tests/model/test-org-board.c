/* test-org-board.c: who leads what, and which seats are open, on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-model-fixture.h"
#include "tras-org-board.h"

/* Bea leads the shop until the end of June, then Carl does; Dora has two posts in the shop; Ed has
 * left though his post is open; Flo will join. */
static const char *const records[] = {
  "INSERT INTO area (id, name, name_key, parent_id) VALUES (11, 'Shop', 'shop', 1), "
  "(12, 'Window', 'window', 11), (13, 'Art', 'art', 1)",
  "INSERT INTO role (id, name, area_id, seats, leads) VALUES (1, 'Manager', 11, 1, 1), "
  "(2, 'Seller', 11, 3, 0), (3, 'Dresser', 12, 2, 0)",
  "INSERT INTO person (id, name, hired_on, left_on) VALUES (21, 'Bea', '2026-01-01', NULL), "
  "(22, 'Carl', '2026-01-01', NULL), (23, 'Dora', '2026-01-01', NULL), "
  "(24, 'Ed', '2026-01-01', '2026-02-01'), (25, 'Flo', '2026-09-01', NULL)",
  "INSERT INTO post (person_id, role_id, from_on, to_on, week_minutes) VALUES "
  "(21, 1, '2026-01-01', '2026-06-30', 2400), (22, 2, '2026-01-01', '2026-06-30', 2400), "
  "(22, 1, '2026-07-01', NULL, 2400), (23, 2, '2026-01-01', NULL, 1200), "
  "(23, 1, '2026-07-01', NULL, 1200), (24, 2, '2026-01-01', NULL, 2400), "
  "(25, 3, '2026-09-01', NULL, 2400)",
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GError) error = NULL;

      tras_engine_exec (tras_db_get_engine (fixture->db), records[i], &error);
      g_assert_no_error (error);
    }
}

static void
check (Fixture    *fixture,
       const char *on,
       const char *shop,
       const char *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) areas = tras_org_board_load (fixture->db, day (on), &error);
  const char *names[] = { "Art", "Shop", "Window" };
  const char *words[] = { "no head: 0 people", shop, window };
  const TrasOrgArea *firm;

  g_assert_no_error (error);
  g_assert_cmpuint (areas->len, ==, 4);
  firm = areas->pdata[0];
  g_assert_cmpint (firm->id, ==, 1);
  g_assert_cmpint (firm->parent, ==, -1);
  for (guint i = 0; i < 3; i++)
    {
      const TrasOrgArea *area = areas->pdata[i + 1];
      g_autofree char *heads = tras_org_area_dup_heads (area);
      g_autofree char *people = tras_org_area_dup_words (area);
      g_autofree char *both = g_strdup_printf ("%s: %s", heads, people);

      g_assert_cmpstr (area->name, ==, names[i]);
      g_assert_cmpint (area->parent, ==, i < 2 ? 0 : 2);
      g_test_message ("%s, %s: %s", on, area->name, both);
      g_assert_cmpstr (both, ==, words[i]);
    }
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  /* Ed is there; then a seller's seat is open. */
  check (fixture, "2026-01-15", "Bea: 4 people", "no head: 0 people · 2 open seats");
  check (fixture, "2026-03-15", "Bea: 3 people · 1 open seat", "no head: 0 people · 2 open seats");
  /* Dora is one person in two posts, of which one leads. */
  check (fixture, "2026-09-15", "Carl, Dora: 2 people · 2 open seats",
         "no head: 1 person · 1 open seat");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/org-board/days", Fixture, NULL, set_up, test_days, fixture_tear_down);

  return g_test_run ();
}
