/* test-absence-board.c: who is away, what is said of it, and what absences and posts cannot be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-absence-board.h"
#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-staff-rules.h"

/* Six people in the shop and two in the store; Gina of the store joins in the middle of December,
 * Hugo has left. 7 December is a holiday of the shop. */
static const char *const records[] = {
  "UPDATE firm SET week_minutes = 2400",
  "INSERT INTO area (id, name, parent_id) VALUES (11, 'Shop', 1), (13, 'Store', 1)",
  "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 11), (3, 'Picker', 13)",
  "INSERT INTO person (id, name, hired_on, left_on) VALUES (21, 'Bea', '2026-01-01', NULL), "
  "(22, 'Carl', '2026-01-01', NULL), (23, 'Dora', '2026-01-01', NULL), "
  "(24, 'Ed', '2026-01-01', NULL), (25, 'Flo', '2026-01-01', NULL), "
  "(26, 'Gina', '2026-12-15', NULL), (27, 'Hugo', '2026-01-01', '2026-11-30')",
  "INSERT INTO post (person_id, role_id, from_on, week_minutes) VALUES "
  "(21, 1, '2026-01-01', 2400), (22, 1, '2026-01-01', 2400), (23, 1, '2026-01-01', 2400), "
  "(24, 1, '2026-01-01', 2400), (25, 1, '2026-01-01', 2400), (26, 3, '2026-12-15', 2400), "
  "(27, 3, '2026-01-01', 2400)",
  "INSERT INTO holiday (day, name, area_id) VALUES ('2026-12-07', 'Fair', 11)",
  "INSERT INTO absence_kind (id, name, counts, planned) VALUES (71, 'Quarantine', 1, 0), "
  "(72, 'Xmas', 0, 1), (73, 'X-ray', 1, 0)",
  "INSERT INTO absence (id, person_id, kind_id, from_on, to_on, minutes) VALUES "
  "(1, 21, 71, '2026-11-30', '2026-12-02', 1440), (2, 22, 72, '2026-12-09', '2026-12-11', 1440)",
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

static TrasAbsenceBoard *
load (Fixture    *fixture,
      const char *seen_from)
{
  g_autoptr (GError) error = NULL;
  TrasAbsenceBoard *board = tras_absence_board_load (fixture->db, day ("2026-12-01"),
                                                     day ("2026-12-31"), day (seen_from), &error);

  g_assert_no_error (error);

  return board;
}

static TrasAbsenceRow *
find_row (TrasAbsenceBoard *board,
          const char       *name)
{
  for (guint i = 0; i < board->rows->len; i++)
    {
      TrasAbsenceRow *row = board->rows->pdata[i];

      if (g_str_equal (row->person->name, name))
        return row;
    }

  return NULL;
}

/* Up to Friday the 4th: four days of five people in the shop, two of them in quarantine. */
static void
test_rates (Fixture       *fixture,
            gconstpointer  data)
{
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autoptr (TrasAbsenceBoard) board = load (fixture, "2026-12-04");
  TrasAbsenceGroup *shop = board->groups->pdata[0], *store = board->groups->pdata[1];
  g_autofree char *shop_words = tras_absence_board_dup_group_words (board, 0, format);
  g_autofree char *store_words = tras_absence_board_dup_group_words (board, 1, format);
  g_autofree char *rate = tras_absence_board_dup_rate (board, format);

  g_assert_cmpstr (shop->name, ==, "Shop");
  g_assert_cmpuint (shop->n_people, ==, 5);
  g_assert_cmpint (shop->contracted, ==, 5 * 4 * 480);
  g_assert_cmpint (shop->lost, ==, 960);
  g_assert_cmpstr (store->name, ==, "Store");
  g_assert_cmpuint (store->n_people, ==, 1);

  /* The shop's rate would give the store's away: all of the firm are they and whoever has no post,
   * and these are two. */
  g_assert_cmpstr (store_words, ==, "fewer than five people");
  g_assert_true (shop->is_hidden);
  g_assert_cmpstr (shop_words, ==,
                   "kept back: it would tell of fewer than five people elsewhere");
  g_assert_cmpstr (rate, ==, "Absence rate up to 4 Dec 2026: 10.0%.");
  g_assert_null (find_row (board, "Hugo"));
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autoptr (TrasAbsenceBoard) board = load (fixture, "2026-12-04");
  static const struct
  {
    const char *name;
    const char *from;
    const char *to;
    const char *words;
  } vectors[] = {
    { "Bea", "2026-12-01", "2026-12-01",
      "Bea, 1 Dec 2026: Quarantine, 30 Nov 2026 – 2 Dec 2026 · 24 h" },
    { "Bea", "2026-12-03", "2026-12-03", "Bea, 3 Dec 2026: not away" },
    { "Bea", "2026-12-05", "2026-12-05", "Bea, 5 Dec 2026: weekend" },
    { "Bea", "2026-12-07", "2026-12-07", "Bea, 7 Dec 2026: Fair" },
    { "Gina", "2026-12-07", "2026-12-07", "Gina, 7 Dec 2026: does not work here" },
    { "Dora", "2026-12-04", "2026-12-08",
      "Dora, 4 Dec 2026 – 8 Dec 2026: not away, 16 working hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *words = tras_absence_board_dup_words (
        board, find_row (board, vectors[i].name), day (vectors[i].from), day (vectors[i].to),
        format);

      g_assert_cmpstr (words, ==, vectors[i].words);
    }
}

/* One letter, unless another kind begins with it. */
static void
test_letters (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasAbsenceBoard) board = load (fixture, "2026-12-04");
  static const struct
  {
    gint64 kind;
    const char *letters;
  } vectors[] = { { 71, "Q" }, { 72, "Xm" }, { 73, "X-" } };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *letters = tras_absence_board_dup_letters (
        board, tras_absence_board_find_kind (board, vectors[i].kind));

      g_assert_cmpstr (letters, ==, vectors[i].letters);
    }
}

/* ---- rules ---- */

static void
check (Fixture    *fixture,
       gpointer    record,
       const char *field,
       const char *words)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("test");
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (TRAS_RECORD (record)->id == 0)
    tras_edit_insert (edit, record);
  else
    tras_edit_update (edit, record);
  ok = tras_staff_rules_check (edit, fixture->db, &error);
  g_assert_cmpint (ok, ==, words == NULL);
  if (words == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_cmpstr (tras_edit_get_refused (edit), ==, field);
}

static TrasAbsence *
make_absence (gint64      person_id,
              const char *from,
              const char *to)
{
  TrasAbsence *absence = tras_absence_new ();

  absence->person_id = person_id;
  absence->kind_id = 71;
  absence->from_on = day (from);
  absence->to_on = day (to);
  absence->minutes = 0;

  return absence;
}

static void
test_absence_rules (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TrasAbsence) twice = make_absence (22, "2026-12-01", "2026-12-09");
  g_autoptr (TrasAbsence) early = make_absence (26, "2026-12-14", "2026-12-15");
  g_autoptr (TrasAbsence) late = make_absence (27, "2026-11-30", "2026-12-01");
  g_autoptr (TrasAbsence) fine = make_absence (22, "2026-12-07", "2026-12-08");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasAbsence) own = tras_db_load (fixture->db, TRAS_TYPE_ABSENCE, 2, &error);

  g_assert_no_error (error);
  check (fixture, twice, "to_on", "Carl is away then already: Xmas, 9 Dec 2026 – 11 Dec 2026");
  check (fixture, early, "from_on", "Gina joined on 15 Dec 2026 and was not away before");
  check (fixture, late, "to_on", "Hugo left on 30 Nov 2026 and is not away after that");
  check (fixture, fine, NULL, NULL);
  own->to_on++;
  check (fixture, own, NULL, NULL);
}

/* What the same edit takes away is in nobody's way. */
static void
test_one_edit (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("test");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasAbsence) old = tras_db_load (fixture->db, TRAS_TYPE_ABSENCE, 2, &error);
  g_autoptr (TrasAbsence) fresh = make_absence (22, "2026-12-01", "2026-12-09");

  g_assert_no_error (error);
  tras_edit_delete (edit, old);
  tras_edit_insert (edit, fresh);
  g_assert_true (tras_staff_rules_check (edit, fixture->db, &error));
  g_assert_no_error (error);
}

static void
test_post_rules (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasPost) post = tras_post_new ();
  g_autoptr (TrasPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  post->person_id = 21;
  post->role_id = 3;
  post->from_on = day ("2026-12-01");
  post->week_minutes = 60;
  check (fixture, post, "week_minutes",
         "On 1 Dec 2026 that makes 41 h a week in all posts, more than the firm's 40 h: let the "
         "other post end before, or give it fewer hours");
  post->from_on = day ("2025-12-01");
  post->to_on = day ("2025-12-31");
  check (fixture, post, "from_on", "Bea joined on 1 Jan 2026: a post cannot begin before");
  post->person_id = 27;
  post->from_on = day ("2026-12-01");
  post->to_on = TRAS_DAY_NONE;
  check (fixture, post, "from_on", "Hugo left on 30 Nov 2026: a post cannot go on after that");

  person = tras_db_load (fixture->db, TRAS_TYPE_PERSON, 21, &error);
  g_assert_no_error (error);
  person->left_on = day ("2025-06-01");
  check (fixture, person, "left_on", "Bea joined on 1 Jan 2026 and cannot have left before");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/absence-board/rates", Fixture, NULL, set_up, test_rates, fixture_tear_down);
  g_test_add ("/absence-board/words", Fixture, NULL, set_up, test_words, fixture_tear_down);
  g_test_add ("/absence-board/letters", Fixture, NULL, set_up, test_letters, fixture_tear_down);
  g_test_add ("/absence-board/absence-rules", Fixture, NULL, set_up, test_absence_rules,
              fixture_tear_down);
  g_test_add ("/absence-board/one-edit", Fixture, NULL, set_up, test_one_edit, fixture_tear_down);
  g_test_add ("/absence-board/post-rules", Fixture, NULL, set_up, test_post_rules,
              fixture_tear_down);

  return g_test_run ();
}
