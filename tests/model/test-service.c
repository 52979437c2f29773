/* test-service.c: services between areas, and what is said of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-service-board.h"

/* The firm (area 1) has a shop (2) and a store (3) with a yard (4). */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const struct
  {
    const char *name;
    gint64 parent_id;
  } areas[] = { { "Shop", 1 }, { "Store", 1 }, { "Yard", 3 } };

  g_setenv ("TRASTIENDA_TODAY", "2026-03-21", TRUE);
  fixture_set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      TrasArea *area = tras_area_new ();

      area->name = g_strdup (areas[i].name);
      area->parent_id = areas[i].parent_id;
      g_assert_cmpint (insert (fixture, area), ==, i + 2);
    }
}

static TrasService *
make_service (gint64      giver_id,
              gint64      taker_id,
              const char *what,
              const char *from,
              const char *to)
{
  TrasService *service = tras_service_new ();

  service->giver_id = giver_id;
  service->taker_id = taker_id;
  service->what = g_strdup (what);
  service->from_on = day (from);
  service->to_on = to != NULL ? day (to) : TRAS_DAY_NONE;

  return service;
}

static void
rate (Fixture    *fixture,
      gint64      service_id,
      const char *month,
      gint64      score)
{
  TrasServiceRating *rating = tras_service_rating_new ();

  rating->service_id = service_id;
  rating->period_on = day (month);
  rating->score = score;
  insert (fixture, rating);
}

static void
refused (Fixture    *fixture,
         gpointer    record,
         gboolean    exists,
         const char *field,
         const char *why)
{
  g_autoptr (TrasRecord) owned = record;
  g_autoptr (TrasEdit) edit = tras_edit_new ("test");
  g_autoptr (GError) error = NULL;

  if (exists)
    tras_edit_update (edit, record);
  else
    tras_edit_insert (edit, record);
  g_assert_cmpint (tras_follow_up_check (edit, fixture->db, &error), ==, why == NULL);
  g_assert_cmpstr (tras_edit_get_refused (edit), ==, field);
  if (why == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, why);
}

static TrasServiceRating *
make_rating (gint64      service_id,
             const char *month,
             gint64      score)
{
  TrasServiceRating *rating = tras_service_rating_new ();

  rating->service_id = service_id;
  rating->period_on = day (month);
  rating->score = score;

  return rating;
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  TrasService *service;
  gint64 id;

  refused (fixture, make_service (2, 2, "Lamps", "2025-01-01", NULL), FALSE, "taker_id",
           "An area promises nothing to itself: choose another one");
  refused (fixture, make_service (2, 3, "Lamps", "2025-01-02", "2025-01-01"), FALSE, "to_on",
           "It begins on 2 Jan 2025 and cannot end before");
  service = make_service (2, 3, "Lamps", "2025-01-02", NULL);
  service->target = 5.5;
  refused (fixture, service, FALSE, "target", "A target score is a number from 1 to 5");
  refused (fixture, make_service (2, 3, "Lamps", "2025-01-02", "2025-01-02"), FALSE, NULL, NULL);

  /* From the middle of January to the middle of March: three months. */
  id = insert (fixture, make_service (2, 3, "Lamps", "2025-01-15", "2025-03-15"));
  refused (fixture, make_rating (id, "2025-01-01", 0), FALSE, "score",
           "A score is a number from 1 to 5");
  refused (fixture, make_rating (id, "2025-01-01", 6), FALSE, "score",
           "A score is a number from 1 to 5");
  refused (fixture, make_rating (id, "2024-12-01", 3), FALSE, "period_on",
           "The service begins on 15 Jan 2025: no month before can be rated");
  refused (fixture, make_rating (id, "2025-04-01", 3), FALSE, "period_on",
           "The service ended on 15 Mar 2025: no month after that can be rated");
  refused (fixture, make_rating (id, "2025-01-01", 1), FALSE, NULL, NULL);
  refused (fixture, make_rating (id, "2025-03-01", 5), FALSE, NULL, NULL);

  id = insert (fixture, make_service (2, 3, "Doors", "2025-01-15", NULL));
  refused (fixture, make_rating (id, "2026-04-01", 3), FALSE, "period_on",
           "A month that has not begun cannot be rated");
  refused (fixture, make_rating (id, "2026-03-01", 3), FALSE, NULL, NULL);
}

/* A service keeps the months that were rated. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = insert (fixture, make_service (2, 3, "Lamps", "2025-01-15", NULL));
  g_autoptr (TrasService) stored = NULL;
  g_autoptr (GError) error = NULL;
  TrasService *changed;

  rate (fixture, id, "2025-03-01", 4);
  stored = tras_db_load (fixture->db, TRAS_TYPE_SERVICE, id, &error);
  g_assert_no_error (error);

  changed = tras_record_dup (stored);
  changed->from_on = day ("2025-04-01");
  refused (fixture, changed, TRUE, "from_on",
           "The month from 1 Mar 2025 was rated: the service cannot lie outside of it");
  changed = tras_record_dup (stored);
  changed->to_on = day ("2025-02-28");
  refused (fixture, changed, TRUE, "to_on",
           "The month from 1 Mar 2025 was rated: the service cannot lie outside of it");
  changed = tras_record_dup (stored);
  changed->from_on = day ("2025-03-31");
  changed->to_on = day ("2025-03-31");
  refused (fixture, changed, TRUE, NULL, NULL);
}

static const TrasServiceFacts *
get_facts (TrasServiceBoard *board,
           guint             place,
           const char       *what)
{
  const TrasServiceFacts *facts = board->facts->pdata[place];

  g_assert_cmpstr (facts->service->what, ==, what);

  return facts;
}

static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 lamps = insert (fixture, make_service (3, 2, "Lamps", "2025-01-15", NULL));
  gint64 bulbs = insert (fixture, make_service (3, 2, "bulbs", "2025-01-15", NULL));
  gint64 gone = insert (fixture, make_service (2, 4, "Gone", "2025-01-15", "2026-02-10"));
  g_autoptr (TrasServiceBoard) board = NULL;
  g_autoptr (GArray) to_rate = NULL;
  g_autoptr (GArray) missed = NULL;
  g_autoptr (GError) error = NULL;
  const TrasServiceFacts *facts;
  const TrasServiceArea *area;

  insert (fixture, make_service (1, 2, "New", "2026-03-31", NULL));
  rate (fixture, lamps, "2025-10-01", 5);
  rate (fixture, lamps, "2025-12-01", 4);
  rate (fixture, lamps, "2026-01-01", 3);
  rate (fixture, lamps, "2026-03-01", 4);
  rate (fixture, bulbs, "2026-02-01", 2);

  board = tras_service_board_load (fixture->db, day ("2026-03-21"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (board->facts->len, ==, 4);
  g_assert_cmpint (board->month, ==, day ("2026-03-01"));

  /* In the order of those who give, the shop before the store. */
  facts = get_facts (board, 0, "New");
  g_assert_true (facts->is_running && facts->is_to_rate && !facts->is_missed);
  g_assert_cmpint (facts->grade, ==, TRAS_SERVICE_UNRATED);
  facts = get_facts (board, 1, "Gone");
  g_assert_true (!facts->is_running && !facts->is_to_rate && facts->is_missed);
  facts = get_facts (board, 2, "bulbs");
  g_assert_true (facts->is_running && facts->is_to_rate && !facts->is_missed);
  g_assert_cmpint (facts->grade, ==, TRAS_SERVICE_FAR_BELOW);
  facts = get_facts (board, 3, "Lamps");
  g_assert_true (facts->is_running && !facts->is_to_rate && facts->is_missed);
  g_assert_cmpfloat (facts->mean, ==, 3.5);
  g_assert_cmpfloat (facts->change, ==, 3.5 - 4.5);
  g_assert_cmpint (facts->grade, ==, TRAS_SERVICE_BELOW);
  g_assert_cmpint (tras_service_facts_get_rating (facts, day ("2026-01-01"))->score, ==, 3);
  g_assert_null (tras_service_facts_get_rating (facts, day ("2026-02-01")));
  g_assert_true (tras_service_board_find (board, lamps) == facts);
  g_assert_cmpint (facts->service->score, ==, 4);
  g_assert_cmpint (facts->service->rated_on, ==, day ("2026-03-01"));
  g_assert_null (tras_service_board_find (board, 99));

  g_assert_cmpuint (board->n_to_rate, ==, 2);
  g_assert_cmpuint (board->n_missed, ==, 2);
  to_rate = tras_service_board_dup_ids (board, TRAS_SERVICE_TO_RATE);
  g_assert_cmpuint (to_rate->len, ==, 2);
  g_assert_cmpint (g_array_index (to_rate, gint64, 1), ==, bulbs);
  missed = tras_service_board_dup_ids (board, TRAS_SERVICE_MISSED);
  g_assert_cmpuint (missed->len, ==, 2);
  g_assert_cmpint (g_array_index (missed, gint64, 0), ==, gone);
  g_assert_cmpint (g_array_index (missed, gint64, 1), ==, lamps);

  g_assert_cmpuint (board->areas->len, ==, 4);
  area = board->areas->pdata[2];
  g_assert_cmpstr (area->name, ==, "Store");
  g_assert_cmpuint (area->n_given, ==, 2);
  g_assert_cmpuint (area->n_taken, ==, 0);
  /* 3, 4 and 2. */
  g_assert_cmpfloat (tras_service_mean_get_value (&area->given), ==, 3);
  area = board->areas->pdata[1];
  g_assert_cmpuint (area->n_given, ==, 0);
  g_assert_cmpuint (area->n_taken, ==, 3);
}

static TrasServiceRating *
find_rating (Fixture *fixture,
             gint64   service_id)
{
  g_autoptr (TrasServiceBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  TrasServiceRating *rating;

  board = tras_service_board_load (fixture->db, day ("2026-03-21"), &error);
  g_assert_no_error (error);
  rating = tras_service_facts_get_rating (tras_service_board_find (board, service_id),
                                          board->month);

  return rating != NULL ? g_object_ref (rating) : NULL;
}

static gint64
apply (Fixture  *fixture,
       TrasEdit *edit)
{
  g_autoptr (TrasEdit) owned = edit;
  g_autoptr (GError) error = NULL;
  gint64 number;

  tras_edit_set_check (edit, tras_follow_up_check);
  g_assert_true (tras_edit_apply (edit, fixture->db, &number, &error));
  g_assert_no_error (error);

  return number;
}

static void
undo (Fixture *fixture,
      gint64   number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_edit_log_undo (fixture->db, number, NULL, NULL, &number, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Rate “Lamps”");
}

/* One click is one edit; another in the same month takes its place, words stay or are changed; each
 * is one undo. */
static void
test_rate (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = insert (fixture, make_service (2, 3, "Lamps", "2025-01-15", NULL));
  TrasDay month = day ("2026-03-01");
  g_autoptr (TrasService) service = NULL;
  g_autoptr (TrasServiceRating) first = NULL;
  g_autoptr (TrasServiceRating) second = NULL;
  g_autoptr (TrasServiceRating) third = NULL;
  g_autoptr (TrasServiceRating) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 numbers[3];

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  service = tras_db_load (fixture->db, TRAS_TYPE_SERVICE, id, &error);
  g_assert_no_error (error);

  numbers[0] = apply (fixture, tras_service_step_rate (service, NULL, month, 2, "late"));
  first = find_rating (fixture, id);
  g_assert_cmpint (first->score, ==, 2);
  g_assert_cmpstr (first->words, ==, "late");

  numbers[1] = apply (fixture, tras_service_step_rate (service, first, month, 4, NULL));
  second = find_rating (fixture, id);
  g_assert_cmpint (second->score, ==, 4);
  g_assert_cmpstr (second->words, ==, "late");

  numbers[2] = apply (fixture, tras_service_step_rate (service, second, month, 4, ""));
  third = find_rating (fixture, id);
  g_assert_cmpint (third->score, ==, 4);
  g_assert_null (third->words);

  undo (fixture, numbers[2]);
  undo (fixture, numbers[1]);
  back = find_rating (fixture, id);
  g_assert_cmpint (back->score, ==, 2);
  g_assert_cmpstr (back->words, ==, "late");
  undo (fixture, numbers[0]);
  g_assert_null (find_rating (fixture, id));
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

  ADD ("/model/service/rules", test_rules);
  ADD ("/model/service/kept", test_kept);
  ADD ("/model/service/board", test_board);
  ADD ("/model/service/rate", test_rate);

  return g_test_run ();
}
