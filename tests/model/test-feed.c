/* test-feed.c: indicators whose source is the firm's own records, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two of them go through tras-stock-feed.c, and one of these through tras-counted.c, which nothing
 * else asks; those of skills go through tras-skill-feed.c.
 */

#include "config.h"

#include <math.h>

#include "tras-db-private.h"
#include "tras-feed.h"
#include "tras-indicator-series.h"
#include "tras-model-fixture.h"
#include "tras-scorecard.h"
#include "tras-staff-feed.h"

#define WEEKS 3

/* What happened in W01 (29 December to 4 January), W02 and W03 of 1998. Ana, who is there, has a
 * post of 2,400 minutes a week. Instants are seconds since 1970. */
static const char *const records[] = {
  "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 1)",
  "INSERT INTO person (id, name, hired_on, left_on, left_why) "
  "VALUES (2, 'Bea', '1998-01-08', '1998-01-14', 'resigned'), "
  "(3, 'Carl', '1980-01-01', '1998-01-05', 'contract-end')",
  /* Bea's post has no end of its own. */
  "INSERT INTO post (person_id, role_id, from_on, to_on, week_minutes, hour_cost) "
  "VALUES (1, 1, '1990-01-01', NULL, 2400, 2000), (2, 1, '1998-01-08', NULL, 1400, 1800)",

  "INSERT INTO absence_kind (id, name, counts) VALUES (71, 'Grippe', 1), (72, 'Beach', 0)",
  "INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) "
  "VALUES (1, 71, '1998-01-03', '1998-01-06', 960), (1, 72, '1998-01-12', '1998-01-16', 2400)",

  "INSERT INTO holiday (day, name) VALUES ('1998-01-06', 'Kings')",
  "INSERT INTO vacancy (id, role_id, opened_on, closed_on) VALUES "
  "(1, 1, '1997-12-04', '1998-01-07'), (2, 1, '1997-12-22', '1998-01-11'), "
  "(3, 1, '1997-12-01', '1998-01-12'), (4, 1, '1997-12-01', NULL)",
  "INSERT INTO candidate (vacancy_id, person_id, state, state_on, erase_on) VALUES "
  "(1, 1, 'hired', '1998-01-07', '1998-12-31'), (2, 2, 'hired', '1998-01-11', '1998-12-31'), "
  "(2, 3, 'hired', '1998-01-13', '1998-12-31'), (3, NULL, 'rejected', '1998-01-12', '1998-12-31')",
  "INSERT INTO skill (id, name) VALUES (1, 'Till'), (2, 'First aid')",
  "INSERT INTO role_skill (role_id, skill_id, level) VALUES (1, 1, 2)",
  "INSERT INTO skill_mark (person_id, skill_id, level, marked_on, expires_on, how) VALUES "
  "(1, 1, 1, '1997-06-01', NULL, 'self'), (1, 1, 3, '1998-01-11', NULL, 'test'), "
  "(2, 1, 4, '1998-01-08', NULL, 'test'), (1, 2, 2, '1996-01-02', '1998-01-02', 'certificate'), "
  "(1, 2, 2, '1998-01-12', '2000-01-12', 'certificate'), "
  "(2, 2, 2, '1996-01-12', '1998-01-12', 'certificate')",

  "INSERT INTO area (id, name) VALUES (2, 'Shop')",
  "INSERT INTO service (id, giver_id, taker_id, what, from_on) VALUES "
  "(1, 1, 2, 'Lamps', '1997-01-01'), (2, 2, 1, 'Doors', '1997-01-01')",
  "INSERT INTO service_rating (service_id, period_on, score) VALUES (1, '1997-12-01', 5), "
  "(1, '1998-01-01', 4), (2, '1998-01-01', 1), (2, '1998-02-01', 2)",

  /* The first has too few answers; the last is open. */
  "INSERT INTO survey (id, title, kind, opened_on) VALUES (1, 'Few', 'enps', '1997-12-01'), "
  "(2, 'Five', 'enps', '1997-12-01'), (3, 'Content', 'satisfaction', '1997-12-01'), "
  "(4, 'Open', 'enps', '1998-01-01')",
  "INSERT INTO survey_answer (survey_id, question, value, words) VALUES (1, 1, 10, NULL), "
  "(2, 1, 10, NULL), (2, 1, 9, NULL), (2, 1, 9, NULL), (2, 1, 7, NULL), (2, 1, 6, NULL), "
  "(2, 2, NULL, 'Fine'), (3, 1, 5, NULL), (3, 1, 4, NULL), (3, 1, 4, NULL), (3, 1, 1, NULL), "
  "(3, 1, 2, NULL), (3, 2, 5, NULL), (3, 2, 5, NULL), (3, 2, 5, NULL), (3, 2, 5, NULL), "
  "(3, 2, 3, NULL), (4, 1, 0, NULL), (4, 1, 0, NULL), (4, 1, 0, NULL), (4, 1, 0, NULL), "
  "(4, 1, 0, NULL)",
  "UPDATE survey SET closed_on = '1998-01-05' WHERE id = 2",
  "UPDATE survey SET closed_on = '1998-01-18' WHERE id IN (1, 3)",

  "INSERT INTO training (id, title) VALUES (1, 'Till')",
  /* 13 January, 10:00; the second was cancelled. */
  "INSERT INTO training_session (id, training_id, starts_at, minutes, cost, state) "
  "VALUES (1, 1, 884685600, 120, 6000, 'held'), (2, 1, 884685600, 120, 9900, 'cancelled')",
  "INSERT INTO training_seat (session_id, person_id, state, minutes) "
  "VALUES (1, 1, 'present', NULL), (1, 2, 'present', 60), (1, 3, 'absent', NULL), "
  "(2, 1, 'present', NULL)",

  "INSERT INTO location (id, name, kind) "
  "VALUES (91, 'Store', 'inside'), (92, 'Sellers', 'supplier'), (93, 'Buyers', 'customer')",
  "INSERT INTO item (id, sku, name) VALUES (1, 'A', 'Apple'), (2, 'B', 'Bread'), (3, 'C', 'Cake')",
  /* A is out on the evenings of 7, 8 and 9 January. B came on the 8th; C never. */
  "INSERT INTO movement (item_id, from_id, to_id, quantity, unit_cost, moved_on, cause) "
  "VALUES (1, 92, 91, 5000, 9000, '1998-01-05', 'purchase')",
  "INSERT INTO movement (item_id, from_id, to_id, quantity, moved_on, cause) "
  "VALUES (1, 91, 93, 5000, '1998-01-07', 'order')",
  "INSERT INTO movement (item_id, from_id, to_id, quantity, unit_cost, moved_on, cause) "
  "VALUES (2, 92, 91, 5000, 2000, '1998-01-08', 'purchase')",
  "INSERT INTO movement (item_id, from_id, to_id, quantity, unit_cost, moved_on, cause) "
  "VALUES (1, 92, 91, 5000, 10000, '1998-01-10', 'purchase')",

  /* The last count is not posted. */
  "INSERT INTO stock_count (id, location_id, counted_on, last_movement, posted_at) "
  "VALUES (1, 91, '1998-01-11', 4, 1), (2, 91, '1998-01-12', 4, 1), (3, 91, '1998-01-12', 4, NULL)",
  "INSERT INTO count_line (count_id, item_id, expected, counted) VALUES "
  "(1, 1, 5000, 4949), (1, 2, 5000, 5250), (1, 3, 0, 0), (2, 1, 5000, 5050), "
  "(2, 2, 5000, NULL), (3, 1, 5000, 0)",

  "INSERT INTO supplier (id, name) VALUES (1, 'Mill')",
  /* In W02 a line came in part; in W03 one came in full, one too late and one not at all. */
  "INSERT INTO purchase (id, supplier_id, made_on, state) VALUES (1, 1, '1998-01-02', 'sent'), "
  "(2, 1, '1998-01-02', 'closed'), (3, 1, '1998-01-02', 'draft')",
  "INSERT INTO purchase_line (id, purchase_id, item_id, quantity, promised_on) VALUES "
  "(1, 1, 1, 9000, '1998-01-08'), (2, 2, 1, 500, '1998-01-13'), (3, 3, 1, 500, '1998-01-13'), "
  "(4, 2, 1, 500, '1998-01-12'), (5, 2, 1, 500, '1998-01-12'), (6, 2, 1, 500, NULL)",
  "INSERT INTO receipt (line_id, received_on, good, rejected) "
  "VALUES (1, '1998-01-06', 700, 100), (1, '1998-01-11', 200, 0), (2, '1998-01-12', 200, 0), "
  "(2, '1998-01-13', 300, 0), (4, '1998-01-13', 500, 0)",

  "INSERT INTO goal (id, owner_id, title, starts_on, due_on) "
  "VALUES (1, 1, 'Grow', '1998-01-01', '1998-12-31')",
  "INSERT INTO action (goal_id, title, due_on, state, closed_on) "
  "VALUES (1, 'Late, then done', '1998-01-06', 'done', '1998-01-14'), "
  "(1, 'Due on the last day', '1998-01-11', 'open', NULL), "
  "(1, 'In time', '1998-01-06', 'done', '1998-01-06')",

  "INSERT INTO deviation (area_id, origin, owner_id, fact, opened_on, state, closed_on, cause, "
  "effective, evidence) VALUES "
  "(1, 'signal', 1, 'Few', '1998-01-04', 'closed', '1998-01-12', 'Snow', 'yes', 'Sun'), "
  "(1, 'signal', 1, 'Again', '1998-01-06', 'reopened', '1998-01-07', 'Snow', 'yes', 'Sun')",

  "INSERT INTO customer (id, name) VALUES (1, 'Dora')",
  "INSERT INTO sale (customer_id, taken_on, promised_on, shipped_on, state) VALUES "
  "(1, '1998-01-02', '1998-01-07', '1998-01-09', 'closed'), "
  "(1, '1998-01-02', '1998-01-08', '1998-01-08', 'closed'), "
  "(1, '1998-01-02', '1998-01-10', NULL, 'open'), "
  "(1, '1998-01-02', '1998-01-07', NULL, 'cancelled'), "
  "(1, '1998-01-02', NULL, NULL, 'open'), "
  "(1, '1998-01-13', '1998-01-14', '1998-01-14', 'closed')",
  /* The first was picked on the 8th at 10:00; the last went with 1 of 2 apples. */
  "UPDATE sale SET picked_at = 884253600, billed_on = '1998-01-09', due_on = '1998-01-12', "
  "total = 5000, bill_error = 'Twice' WHERE id = 1",
  "UPDATE sale SET billed_on = '1998-01-08', due_on = '1998-01-11', paid_on = '1998-01-14', "
  "total = 3000, bill_error = ' ' WHERE id = 2",
  "INSERT INTO sale_line (sale_id, item_id, quantity, shipped) VALUES (2, 1, 2000, 2000), "
  "(6, 1, 2000, 1000)",

  /* 6 January 23:00 to 12 January 09:00; a complaint on the 13th. */
  "INSERT INTO ticket (kind, subject, opened_at, closed_at) VALUES "
  "('question', 'How?', 884127600, 884595600), ('complaint', 'Why?', 884649600, NULL)",
  /* Both areas asked each other on the 9th at noon, and were answered on the 12th at noon; the 10th
   * was the shop's own. */
  "INSERT INTO ticket (kind, subject, from_area_id, area_id, opened_at, closed_at, cost) VALUES "
  "('internal', 'A key', 2, 1, 884347200, 884606400, 150), "
  "('internal', 'A box', 1, 2, 884347200, 884606400, NULL)",
  "INSERT INTO ticket_step (ticket_id, at, minutes, area_id, waits) VALUES "
  "(3, 884347200, 20, 1, 0), (3, 884390400, 10, 1, 1), (3, 884476800, 5, 1, 0), "
  "(4, 884390400, 40, 2, 0)",
};

static const struct
{
  const char *feed;
  double values[WEEKS];
} wanted[] = {
  /* Kings, the Tuesday, takes 480 minutes: the flu from Saturday to Tuesday fell on Monday alone.
   * Bea, of 280 minutes a day, is there on Thursday and Friday, then from Monday to Wednesday. */
  { "staff.absence", { 0, 100 * 960 / (1920 + 560.0), 0 } },
  /* Of 365 days Ana had all, Carl all up to 5 January, Bea seven. */
  { "staff.turnover", { 0, 0, 100 / ((365 + 352 + 7) / 365.0) } },
  { "staff.turnover-voluntary", { 0, 0, 100 / ((365 + 352 + 7) / 365.0) } },
  { "staff.heads", { 2, 2, 1 } },
  { "staff.training", { 0, 0, 3 / (10 / 7.0) } },
  /* tras-training-feed.c: 60.00, two hours of Ana at 20.00 and one of Bea at 18.00. */
  { "staff.training-cost", { 0, 0, 118 / (10 / 7.0) } },
  /* Seats, on the day somebody was hired: 34 and 20 days in the second week, the other seat of the
   * second vacancy after 22; nobody was hired for the third, the fourth is open. */
  { "staff.time-to-fill", { NAN, (34 + 20) / 2.0, 22 } },
  /* Needed: 2 of the till from each who is here. Ana has 1, then 3; Bea 4, Carl no post. */
  { "staff.cover", { 100 * 1 / 2.0, 100 * 4 / 4.0, 100 * 2 / 2.0 } },
  /* Ana's first aid expired on the 2nd and was renewed on the 12th; Bea's, on the 12th, she left
   * with. */
  { "staff.expired", { 1, 1, 0 } },
  /* The first week has 1 January; no other of the three has the first day of a month. */
  { "staff.service-rating", { (4 + 1) / 2.0, NAN, NAN } },
  /* Of the indicator's area, which gives the lamps. */
  { "staff.service-given", { 4, NAN, NAN } },
  /* Three of 9 and 10, one of 6. */
  { "staff.enps", { NAN, 100 * (3 - 1) / 5.0, NAN } },
  { "staff.satisfaction", { NAN, NAN, (16 + 23) / 10.0 } },
  { "stock.stockout", { NAN, 100 * 3 / 11.0, 0 } },
  /* All that was used is A's, which is of the first class: 51 of 5,000 are more than 1 %, 50 are
   * not. B and C, of the last class, may be 5 % off. */
  { "stock.accuracy", { NAN, 100 * 2 / 3.0, 100 } },
  /* A: 5 at 1.00 came on the 10th, B: 5 at 0.20 on the 8th. */
  { "stock.value", { 0, 6, 6 } },
  /* Over 5 of A at 1.00 in 91 days. */
  { "stock.days", { NAN, 6 / (5 / 91.0), 6 / (5 / 91.0) } },
  { "stock.rejected", { NAN, 10, 0 } },
  { "stock.on-time", { NAN, 0, 100 / 3.0 } },
  { "plans.late", { 0, 1, 1 } },
  { "quality.deviations", { 1, 2, 1 } },
  { "sales.late", { 0, 1, 1 } },
  { "sales.on-time", { NAN, 100 / 3.0, 100 } },
  { "sales.otif", { NAN, 100 / 3.0, 0 } },
  { "sales.orders", { 5, 0, 1 } },
  /* tras-sale-feed.c, by way of tras-sold.c: 7 and 6 days, then one. */
  { "sales.days-to-ship", { 6.5, NAN, 1 } },
  { "sales.late-share", { 50, NAN, 0 } },
  { "sales.picked-late", { NAN, 100 * 2 / 3.0, 0 } },
  { "sales.wrong-bills", { NAN, 50, NAN } },
  { "sales.paid-late", { NAN, 100, 100 } },
  { "sales.overdue", { 0, 0, 50 } },
  { "tickets.backlog", { 0, 3, 1 } },
  { "tickets.complaints", { 0, 0, 1 } },
  { "tickets.complaint-rate", { 0, NAN, 100 } },
  /* tras-ticket-feed.c: 5 days and 10 hours, 3 days less one, and 3. */
  { "tickets.resolve-median", { NAN, NAN, 3 } },
  { "tickets.resolve-p90", { NAN, NAN, 5 + 10 / 24.0 } },
  { "tickets.cost", { NAN, NAN, 1.5 / 3 } },
  /* Of the indicator's area, which the shop asked. */
  { "tickets.minutes", { 0, 20 + 10 + 5, 0 } },
  { "tickets.internal", { 0, 1, 0 } },
  { "tickets.internal-days", { NAN, NAN, 2 } },
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

static gint64
add_fed (Fixture    *fixture,
         const char *source)
{
  TrasIndicator *indicator = make_indicator (source, "down", "last");

  g_free (indicator->source);
  indicator->source = g_strdup (source);

  return insert (fixture, indicator);
}

static void
test_vectors (Fixture       *fixture,
              gconstpointer  data)
{
  /* No feed without its vector. */
  g_assert_cmpuint (G_N_ELEMENTS (wanted), ==, tras_feed_get_n ());

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GError) error = NULL;
      guint position = 99;
      const TrasFeed *feed = tras_feed_find (wanted[i].feed, &position);
      gint64 id = add_fed (fixture, wanted[i].feed);
      g_autoptr (TrasIndicatorSeries) series = NULL;

      g_assert_nonnull (feed);
      g_assert_true (feed == tras_feed_get (position));
      /* Thursday: the fourth week is not over and does not count. */
      series = tras_indicator_series_load (fixture->db, id, day ("1998-01-22"),
                                           &error);
      g_assert_no_error (error);
      g_assert_true (series->computed);
      g_assert_cmpuint (series->feeds, ==, (guint64) 1 << position);
      for (int week = 0; week < WEEKS; week++)
        {
          TrasCell cell;

          tras_indicator_series_get_cell (series, series->first_due + week, &cell);
          g_test_message ("%s, W0%d: %g", wanted[i].feed, week + 1, cell.value);
          g_assert_cmpint (isnan (cell.value), ==, isnan (wanted[i].values[week]));
          if (!isnan (cell.value))
            g_assert_cmpfloat_with_epsilon (cell.value, wanted[i].values[week], 1e-9);
        }
      g_assert_cmpint (series->n > 0 ? series->periods[series->n - 1] : 0, <=, series->last_due);
    }
}

static GArray *
count (Fixture        *fixture,
       const TrasFeed *feed,
       TrasEvery       every,
       gint32          first,
       gint32          last)
{
  g_autoptr (GError) error = NULL;
  GArray *points = (feed->replayed ? tras_staff_feed_load : tras_feed_load) (
    feed, fixture->db, every, first, last, &error);

  g_assert_no_error (error);

  return points;
}

/* What is added up over days is the same in days as in weeks, numerator and denominator apart. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const feeds[] = { "staff.absence", "stock.stockout", "stock.rejected",
                                       "sales.on-time", "tickets.complaints" };
  gint32 first = tras_period_index (TRAS_EVERY_WEEK, day ("1997-12-29"));
  gint32 first_day = tras_period_index (TRAS_EVERY_DAY, day ("1997-12-29"));

  for (guint i = 0; i < G_N_ELEMENTS (feeds); i++)
    {
      const TrasFeed *feed = tras_feed_find (feeds[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) weeks = count (fixture, feed, TRAS_EVERY_WEEK, first,
                                        first + WEEKS - 1);
      g_autoptr (GArray) days = count (fixture, feed, TRAS_EVERY_DAY, first_day,
                                       first_day + 7 * WEEKS - 1);
      double nums[2] = { 0, 0 }, dens[2] = { 0, 0 };
      GArray *both[] = { weeks, days };

      g_assert_no_error (error);
      for (guint k = 0; k < 2; k++)
        {
          for (guint j = 0; j < both[k]->len; j++)
            {
              TrasComputedPoint *point = &g_array_index (both[k], TrasComputedPoint, j);

              nums[k] += isnan (point->num) ? point->value : point->num;
              dens[k] += isnan (point->den) ? 0 : point->den;
            }
        }
      g_assert_cmpfloat (nums[0], >, 0);
      g_assert_cmpfloat_with_epsilon (nums[0], nums[1], 1e-6);
      g_assert_cmpfloat_with_epsilon (dens[0], dens[1], 1e-6);
    }
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  tras_engine_exec (tras_db_get_engine (fixture->db), sql, &error);
  g_assert_no_error (error);
}

/* An area's own services count, and those of the areas below it, wherever they are moved to. */
static void
test_area (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *parent;
    gint64 area;
    double rating;
  } cases[] = {
    { "NULL", 1, 4 }, { "NULL", 2, 1 }, { "1", 1, 2.5 }, { "1", 2, 1 },
  };
  const TrasFeed *feed = tras_feed_find ("staff.service-given", NULL);
  gint32 first = tras_period_index (TRAS_EVERY_MONTH, day ("1998-01-01"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE area SET parent_id = %s WHERE id = 2",
                                              cases[i].parent);
      g_autoptr (GArray) points = NULL;
      g_autoptr (GError) error = NULL;

      run_sql (fixture, sql);
      points = tras_feed_load_area (feed, fixture->db, cases[i].area, TRAS_EVERY_MONTH, first,
                                    first, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (points->len, ==, 1);
      g_assert_cmpfloat (g_array_index (points, TrasComputedPoint, 0).value, ==, cases[i].rating);
    }
}

static double
get_training_cost (Fixture *fixture,
                   gint64   indicator_id,
                   gboolean known)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicatorSeries) series =
    tras_indicator_series_load (fixture->db, indicator_id, day ("1998-01-22"), &error);
  TrasCell first, cell;

  g_assert_no_error (error);
  /* Weeks in which nobody was there tell of nobody. */
  tras_indicator_series_get_cell (series, series->first_due, &first);
  g_assert_cmpfloat (first.value, ==, 0);
  tras_indicator_series_get_cell (series, series->first_due + 2, &cell);
  g_assert_cmpint (isnan (cell.value), ==, !known);

  return cell.value;
}

/* Where hour costs are shown to some, no sum tells of fewer than five of those whose time was paid;
 * who has no known cost hides nobody. All see the same, whoever they are. */
static void
test_few_paid (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 id = add_fed (fixture, "staff.training-cost");
  double before = get_training_cost (fixture, id, TRUE);

  run_sql (fixture, "UPDATE firm SET hour_cost_readers = 'Marta'");
  tras_db_set_author (fixture->db, "marta");
  get_training_cost (fixture, id, FALSE);

  run_sql (fixture, "INSERT INTO person (id, name, hired_on, left_on, left_why) VALUES "
                    "(11, 'P', '1980-01-01', '1981-01-01', 'resigned'), "
                    "(12, 'Q', '1980-01-01', '1981-01-01', 'resigned'), "
                    "(13, 'R', '1980-01-01', '1981-01-01', 'resigned')");
  run_sql (fixture, "INSERT INTO training_seat (session_id, person_id, state) VALUES "
                    "(1, 11, 'present'), (1, 12, 'present'), (1, 13, 'present')");
  get_training_cost (fixture, id, FALSE);

  run_sql (fixture, "INSERT INTO post (person_id, role_id, from_on, week_minutes, hour_cost) "
                    "VALUES (11, 1, '1980-01-01', 2400, 1000), (12, 1, '1980-01-01', 2400, 1000)");
  get_training_cost (fixture, id, FALSE);
  run_sql (fixture, "INSERT INTO post (person_id, role_id, from_on, week_minutes, hour_cost) "
                    "VALUES (13, 1, '1980-01-01', 2400, 1000)");
  tras_db_set_author (fixture->db, "luis");
  g_assert_cmpfloat_with_epsilon (get_training_cost (fixture, id, TRUE),
                                  before + 3 * 20 / (10 / 7.0), 1e-9);
}

/* A formula over a feed follows the feed's tables too. */
static void
test_touched (Fixture       *fixture,
              gconstpointer  data)
{
  TrasIndicator *formula = make_indicator ("Late twice", "down", "sum");
  gint64 late = add_fed (fixture, "plans.late");
  g_autoptr (TrasScorecard) scorecard = NULL;
  g_autoptr (GError) error = NULL;
  guint position;

  tras_feed_find ("plans.late", &position);
  g_free (formula->source);
  formula->source = g_strdup (TRAS_SOURCE_FORMULA);
  formula->formula = g_strdup_printf ("2 * [#%" G_GINT64_FORMAT "]", late);
  insert (fixture, formula);
  insert (fixture, make_indicator ("Typed", "down", "sum"));

  scorecard = tras_scorecard_load (fixture->db, day ("1998-01-22"), 13, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scorecard->feeds, ==, (guint64) 1 << position);
  for (guint i = 0; i < scorecard->rows->len; i++)
    {
      TrasScorecardRow *row = scorecard->rows->pdata[i];

      g_assert_cmpuint (row->series->feeds, ==, row->series->computed ? (guint64) 1 << position
                                                                      : 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/feed/vectors", Fixture, NULL, set_up, test_vectors, fixture_tear_down);
  g_test_add ("/model/feed/days", Fixture, NULL, set_up, test_days, fixture_tear_down);
  g_test_add ("/model/feed/area", Fixture, NULL, set_up, test_area, fixture_tear_down);
  g_test_add ("/model/feed/few-paid", Fixture, NULL, set_up, test_few_paid, fixture_tear_down);
  g_test_add ("/model/feed/touched", Fixture, NULL, set_up, test_touched, fixture_tear_down);

  return g_test_run ();
}
