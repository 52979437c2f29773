/* test-rules.c: what the tables refuse, and what they do by themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>
#include <sqlite3.h>
#include <string.h>

#include "migrations.h"

static sqlite3 *db;
static char *migration;

static void
set_up (void)
{
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, migration, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
tear_down (void)
{
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
taken (const char *sql)
{
  char *text = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &text) != SQLITE_OK)
    g_error ("%s: %s", sql, text);
}

/* The message must hold @why: a program words it by that. */
static void
refused (const char *sql,
         const char *why)
{
  char *text = NULL;

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, &text), ==, SQLITE_CONSTRAINT);
  if (strstr (text, why) == NULL)
    g_error ("%s: %s, not %s", sql, text, why);
  sqlite3_free (text);
}

static void
gives (const char *expected,
       const char *sql)
{
  sqlite3_stmt *row = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      for (int i = 0; i < sqlite3_column_count (row); i++)
        {
          const char *value = (const char *) sqlite3_column_text (row, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "-");
        }
    }
  g_assert_cmpint (sqlite3_finalize (row), ==, SQLITE_OK);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
make_people (void)
{
  taken ("INSERT INTO area (id, name) VALUES (1, 'Firm'), (2, 'Shop');"
         "INSERT INTO person (id, name, hired_on) VALUES (1, 'Ana', '2020-01-01')");
}

static void
make_stock (void)
{
  taken ("INSERT INTO location (id, name, kind) VALUES (1, 'S', 'supplier'), (2, 'W', 'inside'),"
         " (3, 'C', 'customer'), (4, 'V', 'inside');"
         "INSERT INTO item (id, sku, name, reorder_at, stocked) VALUES (1, 'a', 'A', 2000, 1),"
         " (2, 'b', 'B', NULL, 0)");
}

static void
move (int         item,
      int         from,
      int         to,
      int         quantity,
      const char *on)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO movement (item_id, from_id, to_id, quantity, moved_on, cause)"
                     " VALUES (%d, %d, %d, %d, '%s', 'move')", item, from, to, quantity, on);

  taken (sql);
}

static void
test_areas_and_goals (void)
{
  set_up ();
  make_people ();
  taken ("UPDATE area SET parent_id = 1 WHERE id = 2");
  refused ("UPDATE area SET parent_id = 2 WHERE id = 1", "an area cannot be part of itself");
  taken ("INSERT INTO goal (id, owner_id, title, starts_on, due_on, parent_id) VALUES"
         " (1, 1, 'a', '2024-01-01', '2024-12-31', NULL),"
         " (2, 1, 'b', '2024-01-01', '2024-12-31', 1)");
  refused ("UPDATE goal SET parent_id = 2 WHERE id = 1", "a goal cannot climb to itself");
  refused ("UPDATE goal SET state = 'reached', closed_on = '2024-05-01' WHERE id = 1", "CHECK");
  taken ("UPDATE goal SET state = 'reached', closed_on = '2024-05-01', lesson = 'x' WHERE id = 1");
  tear_down ();
}

static void
test_deviations_and_actions (void)
{
  set_up ();
  make_people ();
  taken ("INSERT INTO deviation (id, area_id, origin, owner_id, fact, opened_on, cause, effective,"
         " evidence, closed_on) VALUES (1, 1, 'person', 1, 'f', '2024-01-01', 'c', 'yes', 'e',"
         " '2024-02-01')");
  refused ("INSERT INTO action (title, due_on) VALUES ('floats', '2024-01-01')", "CHECK");
  taken ("INSERT INTO action (id, deviation_id, title, due_on) VALUES"
         " (1, 1, 'a', '2024-01-01'), (2, 1, 'b', '2024-01-01'), (3, 1, 'c', '2024-01-01')");
  refused ("UPDATE deviation SET state = 'closed' WHERE id = 1",
           "deviation has unfinished actions");
  taken ("UPDATE action SET state = 'done', closed_on = '2024-01-02';"
         "UPDATE deviation SET state = 'closed' WHERE id = 1");
  refused ("UPDATE action SET state = 'open' WHERE id = 1", "the deviation is closed");
  refused ("INSERT INTO action (deviation_id, title, due_on) VALUES (1, 'd', '2024-01-01')",
           "the deviation is closed");
  taken ("UPDATE action SET title = 'still' WHERE id = 1");

  taken ("INSERT INTO action_after (action_id, after_id) VALUES (1, 2), (2, 3)");
  refused ("INSERT INTO action_after (action_id, after_id) VALUES (3, 1)", "dependency cycle");
  gives ("0 0 0", "SELECT waits_for FROM action_view ORDER BY id");
  tear_down ();
}

static void
test_ledger (void)
{
  set_up ();
  make_stock ();
  move (1, 1, 2, 5000, "2024-01-10");
  refused ("UPDATE movement SET quantity = 1", "a movement is never changed");
  refused ("DELETE FROM movement", "a movement is never deleted");
  refused ("INSERT INTO movement (item_id, from_id, to_id, quantity, moved_on, cause)"
           " VALUES (1, 4, 3, 1, '2024-02-01', 'move')", "not enough stock");

  /* What is not kept in stock has nothing to run out of. */
  move (2, 2, 3, 1000, "2024-01-01");
  gives ("not-stocked", "SELECT state FROM item_view WHERE id = 2");

  /* From one place inside to another changes nothing of the whole. */
  move (1, 2, 4, 2000, "2024-01-11");
  gives ("5000|5000|ok", "SELECT on_hand, projected, state FROM item_view WHERE id = 1");
  gives ("in out move", "SELECT way FROM movement_view ORDER BY id");
  taken ("DELETE FROM movement_reverse WHERE id = 3");
  taken ("DELETE FROM movement_reverse WHERE id = 2");
  refused ("DELETE FROM movement_reverse WHERE id = 2", "UNIQUE");
  gives ("3|4|2|2000|undo|2024-01-11",
         "SELECT reverses_id, from_id, to_id, quantity, cause, moved_on FROM movement"
         " WHERE reverses_id = 3");
  gives ("0", "SELECT count (*) FROM balance b WHERE quantity <>"
              " (SELECT coalesce (sum (CASE WHEN to_id = location_id THEN quantity"
              "  WHEN from_id = location_id THEN -quantity ELSE 0 END), 0)"
              "  FROM movement m WHERE m.item_id = b.item_id)");
  tear_down ();
}

static void
test_closing (void)
{
  set_up ();
  make_stock ();
  move (1, 1, 2, 5000, "2024-01-10");
  move (1, 1, 2, 2000, "2024-02-10");
  taken ("INSERT INTO closing (closed_to) VALUES ('2024-01-31')");
  gives ("1|-5000 2|5000", "SELECT location_id, quantity FROM closing_stock ORDER BY 1");
  refused ("INSERT INTO movement (item_id, from_id, to_id, quantity, moved_on, cause)"
           " VALUES (1, 1, 2, 1, '2024-01-31', 'move')", "the period is closed");
  refused ("DELETE FROM movement_reverse WHERE id = 1", "the period is closed");
  refused ("INSERT INTO closing (closed_to) VALUES ('2024-01-15')", "the period is closed");
  refused ("UPDATE location SET kind = 'scrap' WHERE id = 2", "the period is closed");
  taken ("UPDATE location SET kind = 'scrap' WHERE id = 4");
  taken ("UPDATE location SET kind = 'inside' WHERE id = 4");

  /* The next closing goes on from this one. */
  taken ("INSERT INTO closing (closed_to) VALUES ('2024-02-29')");
  gives ("1|-7000 2|7000", "SELECT location_id, quantity FROM closing_stock"
                           " WHERE closing_id = (SELECT max (id) FROM closing) ORDER BY 1");
  taken ("DELETE FROM closing");
  gives ("", "SELECT * FROM closing_stock");
  taken ("DELETE FROM movement_reverse WHERE id = 1");
  tear_down ();
}

static void
test_stockout (void)
{
  const char *open = "SELECT begun_by, ended_by, from_at = unixepoch ('2024-01-12'),"
                     " to_at = unixepoch ('2024-01-20') FROM stockout";

  set_up ();
  make_stock ();
  move (1, 1, 2, 5000, "2024-01-10");
  move (1, 2, 4, 5000, "2024-01-11");
  gives ("", open);
  move (1, 4, 3, 5000, "2024-01-12");
  gives ("3|-|1|-", open);
  move (1, 1, 2, 1000, "2024-01-20");
  gives ("3|4|1|1", open);

  /* Taking back what ended it opens it again; taking back what began it unmakes it. */
  taken ("DELETE FROM movement_reverse WHERE id = 4");
  gives ("3|-|1|-", open);
  taken ("DELETE FROM movement_reverse WHERE id = 3");
  gives ("", open);

  /* Unless somebody has learned from it. */
  move (1, 4, 3, 5000, "2024-01-12");
  taken ("INSERT INTO stockout_lesson (stockout_id, lesson) SELECT id, 'order sooner'"
         " FROM stockout;"
         "DELETE FROM movement_reverse WHERE id = (SELECT max (id) FROM movement)");
  gives ("order sooner|1", "SELECT lesson, to_at IS NOT NULL FROM stockout_view");
  tear_down ();
}

static void
test_reservation (void)
{
  const char *reserve = "INSERT INTO reservation (item_id, quantity, cause, cause_id, made_at)"
                        " VALUES (1, 3000, 'order', 1, 0)";

  set_up ();
  make_stock ();
  refused (reserve, "not enough available stock");
  move (1, 1, 2, 5000, "2024-01-10");
  taken (reserve);
  refused (reserve, "not enough available stock");
  gives ("5000|3000|2000|low", "SELECT on_hand, reserved, available, state FROM item_view"
                               " WHERE id = 1");
  taken ("UPDATE reservation SET quantity = 5000");
  refused ("UPDATE reservation SET quantity = 5001", "not enough available stock");
  taken ("UPDATE reservation SET ended_at = 1");
  gives ("5000|0", "SELECT available, reserved FROM item_view WHERE id = 1");
  tear_down ();
}

static void
test_due_in (void)
{
  set_up ();
  make_stock ();
  move (1, 1, 2, 1000, "2024-01-10");
  taken ("INSERT INTO supplier (id, name) VALUES (1, 'V');"
         "INSERT INTO purchase (id, supplier_id, made_on, state) VALUES"
         " (1, 1, '2024-01-01', 'sent'), (2, 1, '2024-01-01', 'draft');"
         "INSERT INTO purchase_line (id, purchase_id, item_id, quantity) VALUES"
         " (1, 1, 1, 9000), (2, 1, 1, 2000), (3, 2, 1, 70000);"
         "INSERT INTO receipt (line_id, received_on, good, rejected) VALUES"
         " (1, '2024-01-02', 4000, 1000), (1, '2024-01-03', 1000, 0), (2, '2024-01-03', 2500, 0)");
  gives ("3000|4000|due", "SELECT due_in, projected, state FROM item_view WHERE id = 1");
  tear_down ();
}

static void
test_skills (void)
{
  const char *level = "SELECT level FROM skill_level WHERE person_id = 1 AND skill_id = 1";

  set_up ();
  make_people ();
  taken ("INSERT INTO skill (id, name) VALUES (1, 'Till');"
         "INSERT INTO skill_mark (person_id, skill_id, level, marked_on, how) VALUES"
         " (1, 1, 1, '2024-01-01', 'self'), (1, 1, 3, '2024-02-01', 'test')");
  gives ("3", level);
  refused ("UPDATE skill_mark SET level = 4", "never changed");
  refused ("DELETE FROM skill_mark", "never deleted");
  taken ("DELETE FROM skill_mark_reverse WHERE id = 2");
  gives ("1", level);
  taken ("DELETE FROM skill_mark_reverse WHERE id = 3");
  gives ("3", level);
  tear_down ();
}

/* Nobody is away twice at once, and nobody is away or in a post who does not work here. */
static void
test_absences (void)
{
  set_up ();
  make_people ();
  taken ("UPDATE person SET left_on = '2024-06-30' WHERE id = 1;"
         "INSERT INTO person (id, name, hired_on) VALUES (2, 'Bo', '2020-01-01');"
         "INSERT INTO absence_kind (id, name, counts) VALUES (1, 'Flu', 1);"
         "INSERT INTO absence (id, person_id, kind_id, from_on, to_on, minutes) VALUES"
         " (1, 1, 1, '2024-03-04', '2024-03-08', 0), (2, 1, 1, '2024-03-11', '2024-03-11', 0),"
         " (3, 2, 1, '2024-03-01', '2024-03-31', 0)");
  refused ("INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) VALUES"
           " (1, 1, '2024-03-08', '2024-03-10', 0)", "away once at a time");
  refused ("INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) VALUES"
           " (1, 1, '2024-03-01', '2024-03-31', 0)", "away once at a time");
  taken ("INSERT INTO absence (id, person_id, kind_id, from_on, to_on, minutes) VALUES"
         " (4, 1, 1, '2024-03-09', '2024-03-10', 0)");
  refused ("UPDATE absence SET to_on = '2024-03-09' WHERE id = 1", "away once at a time");
  refused ("UPDATE absence SET person_id = 2 WHERE id = 1", "away once at a time");
  taken ("UPDATE absence SET from_on = '2024-03-05', to_on = '2024-03-07' WHERE id = 1");

  refused ("INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) VALUES"
           " (1, 1, '2019-12-31', '2020-01-02', 0)", "only who works here is away");
  refused ("INSERT INTO absence (person_id, kind_id, from_on, to_on, minutes) VALUES"
           " (1, 1, '2024-06-30', '2024-07-01', 0)", "only who works here is away");
  refused ("UPDATE absence SET to_on = '2024-07-01' WHERE id = 2", "only who works here is away");
  taken ("UPDATE absence SET to_on = '2024-06-30' WHERE id = 2");

  /* What is older than the rule can still get another kind. */
  taken ("UPDATE person SET left_on = '2024-03-31' WHERE id = 1;"
         "UPDATE absence SET minutes = 60, from_on = from_on, to_on = to_on WHERE id = 2");
  tear_down ();
}

static void
test_posts (void)
{
  set_up ();
  make_people ();
  taken ("INSERT INTO firm (id, name, currency, week_minutes, fiscal_month) VALUES"
         " (1, 'F', 'EUR', 2400, 1);"
         "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 2), (2, 'Clerk', 1);"
         "INSERT INTO post (id, person_id, role_id, from_on, to_on, week_minutes) VALUES"
         " (1, 1, 1, '2020-01-01', '2022-12-31', 2700)");
  refused ("INSERT INTO post (person_id, role_id, from_on, week_minutes) VALUES"
           " (1, 2, '2022-12-31', 60)", "posts at once are parts of one week");
  refused ("INSERT INTO post (person_id, role_id, from_on, to_on, week_minutes) VALUES"
           " (1, 2, '2019-12-01', '2019-12-31', 60)", "only who works here has a post");
  taken ("INSERT INTO post (id, person_id, role_id, from_on, week_minutes) VALUES"
         " (2, 1, 2, '2023-01-01', 1200), (3, 1, 1, '2023-07-01', 1200)");
  refused ("UPDATE post SET week_minutes = 1260 WHERE id = 2", "parts of one week");
  refused ("UPDATE post SET to_on = NULL WHERE id = 1", "parts of one week");
  refused ("UPDATE post SET to_on = '2023-07-01' WHERE id = 1", "parts of one week");
  taken ("UPDATE post SET to_on = '2023-06-30', week_minutes = 1260 WHERE id = 2");
  refused ("INSERT INTO post (person_id, role_id, from_on, to_on, week_minutes) VALUES"
           " (1, 2, '2023-06-01', '2023-06-30', 1200)", "parts of one week");

  taken ("UPDATE person SET left_on = '2024-06-30' WHERE id = 1");
  refused ("UPDATE post SET to_on = '2024-07-01' WHERE id = 3", "only who works here has a post");
  refused ("INSERT INTO post (person_id, role_id, from_on, week_minutes) VALUES"
           " (1, 2, '2024-07-01', 60)", "only who works here has a post");
  taken ("UPDATE post SET to_on = '2024-06-30' WHERE id = 3");
  tear_down ();
}

static void
test_holidays (void)
{
  set_up ();
  make_people ();
  taken ("INSERT INTO holiday (day, name, area_id) VALUES ('2024-01-06', 'Kings', NULL),"
         " ('2024-01-06', 'Fair', 1), ('2024-01-06', 'Fair', 2)");
  refused ("INSERT INTO holiday (day, name) VALUES ('2024-01-06', 'Again')", "holiday_once");
  refused ("INSERT INTO holiday (day, name, area_id) VALUES ('2024-01-06', 'Again', 2)",
           "holiday_once");
  refused ("INSERT INTO holiday (day, name) VALUES ('2024-01-07', ' ')", "CHECK");
  tear_down ();
}

static void
test_log (void)
{
  set_up ();
  taken ("INSERT INTO edit (id, uuid, at, who, label, kind) VALUES (1, 'a', 0, 'w', 'l', 'do');"
         "INSERT INTO edit_change (edit_id, tbl, op, row_key) VALUES (1, 'area', 'I', '1')");
  refused ("UPDATE edit SET who = 'x'", "the edit log is never changed");
  refused ("DELETE FROM edit_change", "the edit log is never changed");
  refused ("DELETE FROM edit", "the edit log is never changed");
  tear_down ();
}

static void
test_suggestions (void)
{
  set_up ();
  make_people ();
  refused ("INSERT INTO suggestion (said_on, what, state)"
           " VALUES ('2026-01-05', 'Lamp', 'declined')",
           "who declines a suggestion says why");
  refused ("INSERT INTO suggestion (said_on, what, state, answer)"
           " VALUES ('2026-01-05', 'Lamp', 'declined', '  ')",
           "who declines a suggestion says why");
  taken ("INSERT INTO suggestion (id, said_on, what) VALUES (1, '2026-01-05', 'Lamp');"
         "UPDATE suggestion SET state = 'declined', answer = 'There is one' WHERE id = 1");
  refused ("UPDATE suggestion SET answer = NULL WHERE id = 1",
           "who declines a suggestion says why");
  taken ("UPDATE suggestion SET state = 'new', answer = NULL WHERE id = 1");
  gives ("new|-|0", "SELECT stands, became, thanks FROM suggestion_view");

  /* What was taken is done when what it led to is. */
  taken ("INSERT INTO goal (id, title, owner_id, starts_on, due_on)"
         " VALUES (1, 'Light', 1, '2026-01-01', '2026-12-31');"
         "INSERT INTO action (id, goal_id, title, due_on) VALUES (1, 1, 'Hang it', '2026-02-01');"
         "INSERT INTO experiment (id, owner_id, believe, test, right_if, starts_on, stop_on)"
         " VALUES (1, 1, 'More light', 'A week', 'Fewer errors', '2026-01-01', '2026-01-08');"
         "UPDATE suggestion SET state = 'taken', action_id = 1 WHERE id = 1");
  gives ("taken|Hang it", "SELECT stands, became FROM suggestion_view");
  taken ("UPDATE action SET state = 'done', closed_on = '2026-01-20'");
  gives ("done|Hang it", "SELECT stands, became FROM suggestion_view");
  taken ("UPDATE suggestion SET action_id = NULL, experiment_id = 1 WHERE id = 1");
  gives ("taken|More light", "SELECT stands, became FROM suggestion_view");
  taken ("UPDATE experiment SET closed_on = '2026-01-08', observed = 'Fewer', learned = 'It is so',"
         " next = 'adopt'");
  gives ("done|More light", "SELECT stands, became FROM suggestion_view");

  refused ("INSERT INTO recognition (person_id, given_on, words) VALUES (1, '2026-01-20', ' ')",
           "length (trim (words)) > 0");
  refused ("INSERT INTO recognition (person_id, given_on, words, suggestion_id, deviation_id)"
           " VALUES (1, '2026-01-20', 'Well seen', 1, 1)",
           "suggestion_id IS NULL OR deviation_id IS NULL");
  taken ("INSERT INTO recognition (person_id, given_on, words, suggestion_id)"
         " VALUES (1, '2026-01-20', 'Well seen', 1), (1, '2026-01-21', 'Thanks', NULL)");
  gives ("1", "SELECT thanks FROM suggestion_view");
  gives ("Ana|Lamp Ana|-", "SELECT person_name, thanked_for FROM recognition_view ORDER BY id");
  tear_down ();
}

/* Answers are never changed, and come neither twice nor late. */
static void
test_surveys (void)
{
  set_up ();
  make_people ();
  taken ("INSERT INTO person (id, name, hired_on) VALUES (2, 'Bruno', '2020-01-01');"
         "INSERT INTO survey (id, title, kind, opened_on)"
         " VALUES (1, 'Winter', 'enps', '2026-01-05');"
         "INSERT INTO survey_invite (survey_id, person_id) VALUES (1, 1), (1, 2);"
         "UPDATE survey_invite SET done = 1 WHERE person_id = 1;"
         "INSERT INTO survey_answer (id, survey_id, question, value) VALUES (77, 1, 1, 9)");
  gives ("2|1", "SELECT invited, answered FROM survey_view");
  gives ("Winter|Ana|1 Winter|Bruno|0",
         "SELECT survey_title, person_name, done FROM survey_invite_view ORDER BY person_id");
  refused ("UPDATE survey_invite SET done = 0 WHERE person_id = 1",
           "an invitation is answered once");
  refused ("UPDATE survey_answer SET value = 3", "an answer is never changed");
  refused ("DELETE FROM survey_answer", "an answer is never deleted");
  refused ("INSERT INTO survey (title, kind, opened_on, least)"
           " VALUES ('S', 'enps', '2026-01-05', 4)",
           "least >= 5");

  taken ("UPDATE survey SET closed_on = '2026-01-31'; UPDATE survey SET title = 'Cold'");
  refused ("UPDATE survey SET closed_on = NULL", "a closed survey stays closed");
  refused ("UPDATE survey SET least = 6", "a closed survey stays closed");
  refused ("INSERT INTO survey_invite (survey_id, person_id) VALUES (1, 1)",
           "the survey is closed");
  refused ("INSERT INTO survey_answer (id, survey_id, question, value) VALUES (3, 1, 1, 0)",
           "the survey is closed");
  tear_down ();
}

static void
test_services (void)
{
  set_up ();
  make_people ();
  taken ("INSERT INTO service (id, giver_id, taker_id, what, from_on)"
         " VALUES (1, 1, 2, 'Goods on time', '2026-01-01')");
  gives ("Firm|Shop|-|-", "SELECT giver_name, taker_name, rated_on, score FROM service_view");
  taken ("INSERT INTO service_rating (service_id, period_on, score, words)"
         " VALUES (1, '2026-02-01', 4, 'Better'), (1, '2026-01-01', 2, NULL)");
  gives ("2026-02-01|4|Better", "SELECT rated_on, score, words FROM service_view");
  tear_down ();
}

/* A view that is asked for one row must not read all of them. */
static void
test_views_are_quick (void)
{
  const char *views[] = { "action_view", "area_view", "decision_view", "deviation_view",
                          "experiment_view", "goal_view", "indicator_view", "item_view",
                          "movement_view", "person_view", "post_view", "recognition_view",
                          "review_view", "role_view", "service_view", "stockout_view",
                          "suggestion_view", "survey_view", "target_view" };

  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT * FROM %s WHERE id = 1",
                                              views[i]);
      sqlite3_stmt *row = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
      while (sqlite3_step (row) == SQLITE_ROW)
        {
          const char *step = (const char *) sqlite3_column_text (row, 3);

          if (g_str_has_prefix (step, "SCAN ") && !g_str_has_prefix (step, "SCAN CONSTANT"))
            g_error ("%s: %s", views[i], step);
        }
      sqlite3_finalize (row);
    }
  tear_down ();
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  migration = dup_migrations ();

  g_test_add_func ("/model/rules/areas-and-goals", test_areas_and_goals);
  g_test_add_func ("/model/rules/deviations-and-actions", test_deviations_and_actions);
  g_test_add_func ("/model/rules/ledger", test_ledger);
  g_test_add_func ("/model/rules/closing", test_closing);
  g_test_add_func ("/model/rules/stockout", test_stockout);
  g_test_add_func ("/model/rules/reservation", test_reservation);
  g_test_add_func ("/model/rules/due-in", test_due_in);
  g_test_add_func ("/model/rules/skills", test_skills);
  g_test_add_func ("/model/rules/absences", test_absences);
  g_test_add_func ("/model/rules/posts", test_posts);
  g_test_add_func ("/model/rules/holidays", test_holidays);
  g_test_add_func ("/model/rules/suggestions", test_suggestions);
  g_test_add_func ("/model/rules/surveys", test_surveys);
  g_test_add_func ("/model/rules/services", test_services);
  g_test_add_func ("/model/rules/log", test_log);
  g_test_add_func ("/model/rules/views-are-quick", test_views_are_quick);

  result = g_test_run ();
  g_free (migration);

  return result;
}
