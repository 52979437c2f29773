/* test-skill-board.c: who can do what, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board only arranges what tras-skill-levels.c says of a day.
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-model-fixture.h"
#include "tras-skill-words.h"

/* Skills by name: First aid (2), Fork lift (1), Selling (3). Shop (1) and Store (9) are areas. */
static const char *const records[] = {
  "INSERT INTO area (id, name, name_key, parent_id) VALUES (9, 'Store', 'store', NULL)",
  "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 1), (2, 'Carrier', 9)",
  "INSERT INTO person (id, name, name_key, hired_on, left_on) VALUES "
  "(2, 'Bea', 'bea', '2020-01-01', NULL), (3, 'Carl', 'carl', '2020-01-01', '2026-03-01'), "
  "(4, 'Dora', 'dora', '2026-04-01', NULL), (5, 'Emil', 'emil', '2020-01-01', NULL)",
  "INSERT INTO post (person_id, role_id, from_on, to_on) VALUES "
  "(1, 1, '2020-01-01', NULL), (2, 2, '2020-01-01', '2026-02-28'), (2, 1, '2026-03-01', NULL), "
  "(3, 2, '2020-01-01', NULL), (4, 2, '2026-04-01', NULL), (5, 2, '2020-01-01', NULL)",
  "INSERT INTO skill (id, name, name_key, valid_months, warn_days) VALUES "
  "(1, 'Fork lift', 'fork lift', 24, 30), (2, 'First aid', 'first aid', NULL, 60), "
  "(3, 'Selling', 'selling', NULL, 60)",
  "INSERT INTO role_skill (role_id, skill_id, level, must) VALUES "
  "(1, 3, 3, 0), (2, 1, 2, 1), (2, 2, 1, 0)",
  "INSERT INTO skill_mark (id, person_id, skill_id, level, marked_on, expires_on, how) VALUES "
  "(1, 1, 3, 2, '2025-01-10', NULL, 'self'), (2, 1, 3, 4, '2026-01-10', NULL, 'test'), "
  "(3, 2, 1, 3, '2024-03-05', '2026-03-05', 'certificate'), "
  "(4, 2, 3, 1, '2026-03-01', NULL, 'manager'), "
  "(5, 3, 1, 2, '2025-06-01', '2027-06-01', 'certificate'), "
  "(6, 3, 2, 1, '2025-06-01', NULL, 'manager'), "
  "(7, 5, 1, 2, '2024-02-20', '2026-02-20', 'certificate'), "
  "(8, 1, 2, 4, '2025-06-01', NULL, 'manager')",
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

static TrasSkillBoard *
load (Fixture    *fixture,
      const char *on,
      gint64      person)
{
  g_autoptr (GError) error = NULL;
  TrasSkillBoard *board = tras_skill_board_load (fixture->db, day (on), person, &error);

  g_assert_no_error (error);
  g_assert_nonnull (board);

  return board;
}

static const TrasSkillRow *
find_row (TrasSkillBoard *board,
          gint64          person)
{
  for (guint i = 0; i < board->rows->len; i++)
    {
      const TrasSkillRow *row = board->rows->pdata[i];

      if (TRAS_RECORD (row->person)->id == person)
        return row;
    }

  return NULL;
}

static guint
find_skill (TrasSkillBoard *board,
            const char     *name)
{
  for (guint i = 0; i < board->skills->len; i++)
    {
      if (g_str_equal (TRAS_SKILL (board->skills->pdata[i])->name, name))
        return i;
    }

  g_assert_not_reached ();
}

static const TrasSkillCell *
find_cell (TrasSkillBoard *board,
           gint64          person,
           const char     *skill)
{
  const TrasSkillRow *row = find_row (board, person);

  g_assert_nonnull (row);

  return &row->cells[find_skill (board, skill)];
}

/* The newest mark counts, those of later days do not; who is not here is not there. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasSkillBoard) early = load (fixture, "2025-12-31", TRAS_SKILL_EVERYBODY);
  g_autoptr (TrasSkillBoard) march = load (fixture, "2026-03-06", TRAS_SKILL_EVERYBODY);
  const TrasSkillCell *cell;

  g_assert_cmpint (find_cell (early, 1, "Selling")->held, ==, 2);
  g_assert_cmpint (find_cell (march, 1, "Selling")->held, ==, 4);
  g_assert_cmpint (find_cell (early, 1, "Fork lift")->level, ==, -1);
  g_assert_nonnull (find_row (early, 3));
  g_assert_null (find_row (march, 3));
  g_assert_null (find_row (march, 4));

  /* A carrier until February, a seller since. */
  g_assert_cmpint (find_cell (early, 2, "Fork lift")->needed, ==, 2);
  g_assert_true (find_cell (early, 2, "Fork lift")->must);
  g_assert_cmpint (find_cell (march, 2, "Fork lift")->needed, ==, 0);
  g_assert_cmpint (find_cell (march, 2, "Selling")->needed, ==, 3);

  /* Thirty days before, on the last day, and the day after. */
  g_assert_cmpint (find_cell (early, 2, "Fork lift")->certificate, ==, TRAS_CERTIFICATE_VALID);
  cell = find_cell (march, 2, "Fork lift");
  g_assert_cmpint (cell->certificate, ==, TRAS_CERTIFICATE_EXPIRED);
  g_assert_cmpint (cell->level, ==, 3);
  g_assert_cmpint (cell->held, ==, 0);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasSkillBoard) board = load (fixture, "2026-02-25", TRAS_SKILL_EVERYBODY);
  const TrasSkillArea *area;
  const TrasSkillSpot *spot;

  /* Emil's paper has expired, and he has no first aid, as Bea has none; Ana sells well enough. */
  g_assert_cmpuint (board->gaps->len, ==, 3);
  spot = &g_array_index (board->gaps, TrasSkillSpot, 0);
  g_assert_cmpstr (spot->row->person->name, ==, "Emil");
  g_assert_cmpuint (spot->skill, ==, find_skill (board, "Fork lift"));
  g_assert_cmpint (tras_skill_cell_get_gap (tras_skill_spot_get_cell (spot)), ==, 2);
  g_assert_cmpuint (find_row (board, 5)->n_gaps, ==, 2);

  g_assert_cmpuint (board->certificates->len, ==, 3);
  spot = &g_array_index (board->certificates, TrasSkillSpot, 0);
  g_assert_cmpstr (spot->row->person->name, ==, "Emil");
  g_assert_cmpuint (board->n_expired, ==, 1);
  g_assert_cmpuint (board->n_expiring, ==, 1);

  /* Needed: 3 for selling, three times 2 + 1 in the store. Held: 3; Bea 2, Carl 2 + 1, Emil 0. */
  g_assert_cmpint (board->cover.needed, ==, 12);
  g_assert_cmpint (board->cover.held, ==, 8);

  /* Only Carl knows first aid in the store (Ana is in the shop), and only Ana sells. */
  g_assert_cmpuint (board->areas->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      area = &g_array_index (board->areas, TrasSkillArea, i);
      g_assert_true (tras_skill_cover_is_thin (&area->cover));
      g_assert_nonnull (area->only);
      g_assert_cmpstr (area->only->person->name, ==, area->area_id == 9 ? "Carl" : "Ana");
    }
  area = &g_array_index (board->areas, TrasSkillArea, 2);
  g_assert_cmpuint (area->skill, ==, find_skill (board, "Fork lift"));
  g_assert_cmpuint (area->cover.n_reach, ==, 2);
  g_assert_null (area->only);
}

/* In the shop since March, Bea could stand in for nobody; in the store she would. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSkillBoard) board = NULL;
  const TrasSkillArea *area;

  tras_engine_exec (tras_db_get_engine (fixture->db),
                    "INSERT INTO role (id, name, area_id) VALUES (3, 'Clerk', 9);"
                    "UPDATE post SET role_id = 3 WHERE person_id = 2 AND to_on IS NULL", &error);
  g_assert_no_error (error);
  board = load (fixture, "2026-03-05", TRAS_SKILL_EVERYBODY);
  for (guint i = 0; i < board->areas->len; i++)
    {
      area = &g_array_index (board->areas, TrasSkillArea, i);
      if (area->skill != find_skill (board, "Fork lift"))
        continue;
      g_assert_cmpuint (area->cover.n_needed, ==, 1);
      g_assert_cmpuint (area->cover.n_reach, ==, 1);
      g_assert_cmpstr (area->only->person->name, ==, "Bea");
      return;
    }
  g_assert_not_reached ();
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasSkillBoard) board = load (fixture, "2026-02-25", 5);

  g_assert_cmpuint (board->rows->len, ==, 1);
  g_assert_cmpuint (board->gaps->len, ==, 2);
  g_assert_cmpuint (board->n_expired, ==, 1);
}

/* What is taken back does not count, and counts again when that is undone. */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasSkillMark) mark = tras_skill_mark_new ();
  g_autoptr (TrasSkillBoard) without = NULL;
  g_autoptr (TrasSkillBoard) again = NULL;
  g_autoptr (TrasSkillBoard) gone = NULL;
  g_autoptr (GError) error = NULL;

  TRAS_RECORD (mark)->id = 2;
  g_assert_true (tras_db_delete (fixture->db, mark, &error));
  g_assert_no_error (error);
  without = load (fixture, "2026-03-06", TRAS_SKILL_EVERYBODY);
  g_assert_cmpint (find_cell (without, 1, "Selling")->level, ==, 2);
  g_assert_cmpint (find_cell (without, 1, "Selling")->mark_id, ==, 1);

  /* The mark that took it back is the ninth. */
  TRAS_RECORD (mark)->id = 9;
  g_assert_true (tras_db_delete (fixture->db, mark, &error));
  g_assert_no_error (error);
  again = load (fixture, "2026-03-06", TRAS_SKILL_EVERYBODY);
  g_assert_cmpint (find_cell (again, 1, "Selling")->level, ==, 4);

  /* It stands again and can be taken back again, but not twice. */
  TRAS_RECORD (mark)->id = 2;
  g_assert_true (tras_db_delete (fixture->db, mark, &error));
  g_assert_no_error (error);
  gone = load (fixture, "2026-03-06", TRAS_SKILL_EVERYBODY);
  g_assert_cmpint (find_cell (gone, 1, "Selling")->level, ==, 2);
  g_assert_false (tras_db_delete (fixture->db, mark, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
}

/* All that is said of a cell and of a cover. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasSkillBoard) board = load (fixture, "2026-02-25", TRAS_SKILL_EVERYBODY);
  const TrasNumberFormat *format = tras_number_format_get_default ();
  const struct
  {
    gint64 person;
    const char *skill;
    const char *words;
  } cells[] = {
    { 1, "Selling", "Ana, Selling: level 4 (Teaches it); level 3 needed" },
    { 1, "Fork lift", "Ana, Fork lift: not marked yet; not needed" },
    { 2, "Fork lift", "Bea, Fork lift: level 3 (Alone), expires on 5 Mar 2026; level 2 needed, "
                      "nobody works without it" },
    { 5, "Fork lift", "Emil, Fork lift: a gap: level 2, expired on 20 Feb 2026; level 2 needed, "
                      "nobody works without it" },
  };
  g_autofree char *gap = tras_skill_words_dup_gap (find_cell (board, 5, "First aid"));
  g_autofree char *expired = tras_skill_words_dup_gap (find_cell (board, 5, "Fork lift"));
  g_autofree char *soon =
    tras_skill_words_dup_certificate (find_cell (board, 2, "Fork lift"), board->day, format);
  g_autofree char *over =
    tras_skill_words_dup_certificate (find_cell (board, 5, "Fork lift"), board->day, format);
  g_autofree char *valid =
    tras_skill_words_dup_certificate (find_cell (board, 3, "Fork lift"), board->day, format);
  g_autofree char *only =
    tras_skill_words_dup_cover (&g_array_index (board->areas, TrasSkillArea, 0));
  g_autofree char *many =
    tras_skill_words_dup_cover (&g_array_index (board->areas, TrasSkillArea, 2));

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *words =
        tras_skill_words_dup_cell (board, find_row (board, cells[i].person),
                                   find_skill (board, cells[i].skill), format);

      g_assert_cmpstr (words, ==, cells[i].words);
    }
  g_assert_cmpstr (gap, ==, "has 0, needs 1");
  g_assert_cmpstr (expired, ==, "expired, needs 2 · nobody works without it");
  g_assert_cmpstr (soon, ==, "expires in 8 days, on 5 Mar 2026");
  g_assert_cmpstr (over, ==, "expired on 20 Feb 2026");
  g_assert_cmpstr (valid, ==, "valid until 1 Jun 2027");
  g_assert_true (g_str_has_prefix (only, "only "));
  g_assert_cmpstr (many, ==, "2 people reach what is needed");
}

/* A manager's word. */
static void
test_new_mark (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasSkillBoard) board = load (fixture, "2026-02-25", TRAS_SKILL_EVERYBODY);
  guint lift = find_skill (board, "Fork lift");
  guint selling = find_skill (board, "Selling");
  g_autoptr (TrasSkillMark) kept = tras_skill_board_new_mark (board, find_row (board, 2), lift, 4);
  g_autoptr (TrasSkillMark) renewed = tras_skill_board_new_mark (board, find_row (board, 5), lift,
                                                                 2);
  g_autoptr (TrasSkillMark) plain = tras_skill_board_new_mark (board, find_row (board, 1), selling,
                                                               3);
  g_autoptr (TrasSkillMark) none = tras_skill_board_new_mark (board, find_row (board, 5), lift, 0);

  g_assert_cmpint (kept->expires_on, ==, day ("2026-03-05"));
  g_assert_cmpint (kept->level, ==, 4);
  g_assert_cmpstr (kept->how, ==, "manager");
  g_assert_cmpint (renewed->marked_on, ==, day ("2026-02-25"));
  g_assert_cmpint (renewed->expires_on, ==, day ("2028-02-25"));
  g_assert_cmpint (plain->expires_on, ==, TRAS_DAY_NONE);
  g_assert_cmpint (none->expires_on, ==, TRAS_DAY_NONE);
  g_assert_null (tras_skill_board_new_mark (board, find_row (board, 2), lift, 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

  ADD ("/model/skill-board/days", test_days);
  ADD ("/model/skill-board/lists", test_lists);
  ADD ("/model/skill-board/others", test_others);
  ADD ("/model/skill-board/person", test_person);
  ADD ("/model/skill-board/taken-back", test_taken_back);
  ADD ("/model/skill-board/new-mark", test_new_mark);
  ADD ("/model/skill-board/words", test_words);

  return g_test_run ();
}
