/* test-staff-figures.c: turnover and absence by area, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-model-fixture.h"
#include "tras-staff-figures.h"

/* Six in the shop and five in the store from 2024 on; who was in the fixture is gone. One of the
 * store resigns at the end of June 2025, one of the shop retires on 31 March 2025, and one goes
 * from the shop to the store on 1 July. */
static const char *const records[] = {
  "UPDATE person SET hired_on = '1990-01-01', left_on = '1990-01-01', left_why = 'other'",
  "INSERT INTO area (id, name, parent_id) VALUES (11, 'Shop', 1), (13, 'Store', 1)",
  "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 11), (3, 'Picker', 13)",
  "INSERT INTO person (id, name, hired_on, left_on, left_why) VALUES "
  "(21, 'a', '2024-01-01', '2025-03-31', 'retired'), (22, 'b', '2024-01-01', NULL, NULL), "
  "(23, 'c', '2024-01-01', NULL, NULL), (24, 'd', '2024-01-01', NULL, NULL), "
  "(25, 'e', '2024-01-01', NULL, NULL), (26, 'f', '2024-01-01', NULL, NULL), "
  "(31, 'g', '2024-01-01', '2025-06-30', 'resigned'), (32, 'h', '2024-01-01', NULL, NULL), "
  "(33, 'i', '2024-01-01', NULL, NULL), (34, 'j', '2024-01-01', NULL, NULL), "
  "(35, 'k', '2024-01-01', NULL, NULL)",
  "INSERT INTO post (person_id, role_id, from_on, week_minutes) "
  "SELECT id, CASE WHEN id < 30 THEN 1 ELSE 3 END, '2024-01-01', 2400 FROM person WHERE id > 20",
  "UPDATE post SET to_on = '2025-06-30' WHERE person_id = 22",
  "INSERT INTO post (person_id, role_id, from_on, week_minutes) VALUES (22, 3, '2025-07-01', 2400)",
  "INSERT INTO absence_kind (id, name, counts) VALUES (71, 'Quarantine', 1), (72, 'Xmas', 0)",
  /* From Monday to Friday, and the last of June and the first of July. */
  "INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) VALUES "
  "(23, 71, '2025-06-09', '2025-06-13', 2400), (32, 71, '2025-06-30', '2025-07-01', 960), "
  "(33, 72, '2025-06-09', '2025-06-13', 2400)",
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

static const TrasStaffFigure *
find (GPtrArray  *figures,
      const char *month,
      gint64      area_id)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const TrasStaffFigure *figure = figures->pdata[i];

      if (figure->month == day (month) && figure->area_id == area_id)
        return figure;
    }

  g_error ("No figure of %s", month);
}

static void
test_vectors (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = tras_staff_figures_load (fixture->db, day ("2025-08-15"), 13,
                                                           &error);
  const TrasStaffFigure *firm, *shop, *store;

  g_assert_no_error (error);
  firm = find (figures, "2025-06-01", 0);
  shop = find (figures, "2025-06-01", 11);
  store = find (figures, "2025-06-01", 13);

  /* Of the 365 days up to 30 June, who retired was there on 274. */
  g_assert_cmpuint (firm->heads, ==, 10);
  g_assert_cmpfloat_with_epsilon (firm->mean_heads, 10 + 274 / 365.0, 1e-9);
  g_assert_cmpuint (firm->leavers, ==, 2);
  g_assert_cmpuint (firm->resigned, ==, 1);
  g_assert_cmpuint (firm->ended, ==, 0);
  g_assert_cmpfloat_with_epsilon (tras_staff_figure_get_turnover (firm),
                                  200 / (10 + 274 / 365.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (tras_staff_figure_get_voluntary (firm),
                                  100 / (10 + 274 / 365.0), 1e-9);
  g_assert_cmpuint (shop->leavers, ==, 1);
  g_assert_cmpuint (shop->resigned, ==, 0);
  g_assert_cmpuint (store->resigned, ==, 1);
  g_assert_cmpuint (shop->heads, ==, 5);
  g_assert_cmpuint (store->heads, ==, 5);
  g_assert_false (shop->turnover_is_hidden || shop->absence_is_hidden);

  /* June 2025 has 21 working days. */
  g_assert_cmpint (firm->contracted, ==, 10 * 21 * 480);
  g_assert_cmpint (firm->lost, ==, 2400 + 480);
  g_assert_cmpint (shop->lost, ==, 2400);
  g_assert_cmpint (store->lost, ==, 480);
  g_assert_cmpfloat_with_epsilon (tras_staff_figure_get_absence (shop), 240000 / (5 * 21 * 480.0),
                                  1e-9);

  /* In July the shop has four: neither area has a rate, the firm has one. */
  firm = find (figures, "2025-07-01", 0);
  shop = find (figures, "2025-07-01", 11);
  store = find (figures, "2025-07-01", 13);
  g_assert_cmpuint (shop->heads, ==, 4);
  g_assert_cmpuint (store->heads, ==, 5);
  g_assert_true (shop->absence_is_hidden && store->absence_is_hidden);
  g_assert_false (firm->absence_is_hidden);
  g_assert_cmpint (firm->lost, ==, 480);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/staff-figures/vectors", Fixture, NULL, set_up, test_vectors, fixture_tear_down);

  return g_test_run ();
}
