/* test-work-book.c: who works when, by posts and holidays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-area.h"
#include "tras-db-private.h"
#include "tras-model-fixture.h"
#include "tras-work-book.h"

/* The fixture has the firm, the area 1 and Ana. In the shop, and in the window which is part of
 * it, there is a fair on Monday the 7th; in the store nobody has heard of it. */
static const char *const records[] = {
  "INSERT INTO area (id, name, parent_id) VALUES (11, 'Shop', 1), (12, 'Window', 11), "
  "(13, 'Store', 1)",
  "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 11), (2, 'Dresser', 12), "
  "(3, 'Picker', 13)",
  "INSERT INTO person (id, name, hired_on, left_on) VALUES (21, 'Bea', '2026-01-01', NULL), "
  "(22, 'Carl', '2026-01-01', '2026-12-09'), (23, 'Dora', '2026-01-01', NULL)",
  "INSERT INTO post (person_id, role_id, from_on, to_on, week_minutes) VALUES "
  "(21, 3, '2026-12-10', NULL, 1200), (21, 2, '2026-01-01', '2026-12-09', 2400), "
  "(22, 3, '2026-01-01', NULL, 2000)",
  "INSERT INTO holiday (day, name, area_id) VALUES ('2026-12-08', 'Mary', NULL), "
  "('2026-12-07', 'Fair', 11), ('2026-12-05', 'Saturday', NULL), ('2026-12-08', 'Again', 12)",
  "INSERT INTO absence_kind (id, name, counts) VALUES (71, 'Flu', 1)",
  "INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) "
  "VALUES (21, 71, '2026-12-04', '2026-12-09', 960)",
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

static TrasWorkBook *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasWorkBook *book = tras_work_book_load (fixture->db, &error);

  g_assert_no_error (error);

  return book;
}

/* An area has its own holidays and those above it, each once, and no weekends. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasWorkBook) book = load (fixture);
  static const struct
  {
    gint64 area;
    guint holidays;
  } areas[] = { { 0, 1 }, { 1, 1 }, { 11, 2 }, { 12, 2 }, { 13, 1 }, { 99, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_assert_cmpuint (tras_work_book_get_days (book, areas[i].area)->n_holidays, ==,
                      areas[i].holidays);
  g_assert_false (tras_work_days_has (tras_work_book_get_days (book, 12), day ("2026-12-07")));
  g_assert_true (tras_work_days_has (tras_work_book_get_days (book, 13), day ("2026-12-07")));
}

/* From Tuesday the 1st to Monday the 14th. */
static void
test_contracted (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasWorkBook) book = load (fixture);
  TrasDay from = day ("2026-12-01"), to = day ("2026-12-14");
  guint n;

  /* Bea in the window: 1 to 4 and the 9th; in the store the 10th, 11th and 14th, half a day. */
  g_assert_cmpint (tras_work_book_get_contracted (book, 21, from, to), ==, 5 * 480 + 3 * 240);
  /* Carl in the store, until he leaves: 1 to 4, 7, 9. */
  g_assert_cmpint (tras_work_book_get_contracted (book, 22, from, to), ==, 6 * 400);
  g_assert_cmpint (tras_work_book_get_contracted (book, 23, from, to), ==, 0);

  g_assert_cmpint (tras_work_book_get_area (book, 21, day ("2026-12-09")), ==, 12);
  g_assert_cmpint (tras_work_book_get_area (book, 21, day ("2026-12-10")), ==, 13);
  g_assert_cmpint (tras_work_book_get_area (book, 21, day ("2025-12-10")), ==, 12);
  g_assert_cmpint (tras_work_book_get_area (book, 23, from), ==, 0);
  g_assert_nonnull (tras_work_book_get_posts_of (book, 21, &n));
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (tras_work_book_get_posts_of (book, 23, &n));
  g_assert_cmpuint (n, ==, 0);
}

/* Two days lie between Friday and Wednesday: the weekend, the fair and the holiday lose nothing. */
static void
test_lost (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasWorkBook) book = load (fixture);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ABSENCE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasAbsence) absence = tras_db_find (fixture->db, query, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (absence->person_name, ==, "Bea");
  g_assert_cmpstr (absence->kind_name, ==, "Flu");
  g_assert_true (absence->counts);
  g_assert_cmpint (tras_work_book_get_lost (book, absence, day ("2026-12-01"),
                                            day ("2026-12-04")), ==, 480);
  g_assert_cmpint (tras_work_book_get_lost (book, absence, day ("2026-12-05"),
                                            day ("2026-12-08")), ==, 0);
  g_assert_cmpint (tras_work_book_get_lost (book, absence, day ("2026-12-09"),
                                            day ("2026-12-31")), ==, 480);
  g_assert_cmpint (tras_work_book_get_lost (book, absence, day ("2026-12-10"),
                                            day ("2026-12-31")), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/work-book/days", Fixture, NULL, set_up, test_days, fixture_tear_down);
  g_test_add ("/work-book/contracted", Fixture, NULL, set_up, test_contracted, fixture_tear_down);
  g_test_add ("/work-book/lost", Fixture, NULL, set_up, test_lost, fixture_tear_down);

  return g_test_run ();
}
