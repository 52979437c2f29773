/* test-hiring.c: candidates from the first word to a seat or to nothing, and the figures of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-plan-fixture.h"

#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-field-text.h"
#include "tras-follow-up.h"
#include "tras-hiring-board.h"

#define TODAY "2026-03-20"

typedef struct
{
  Fixture *fixture;
  gint64 role_id;
  gint64 vacancy_id;
  gint64 candidate_id;
} Hiring;

static gpointer
load (Hiring *hiring,
      GType   type,
      gint64  id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = tras_db_load (hiring->fixture->db, type, id, &error);

  g_assert_no_error (error);

  return record;
}

static TrasVacancy *
load_vacancy (Hiring *hiring)
{
  return load (hiring, TRAS_TYPE_VACANCY, hiring->vacancy_id);
}

static TrasCandidate *
load_candidate (Hiring *hiring)
{
  return load (hiring, TRAS_TYPE_CANDIDATE, hiring->candidate_id);
}

static TrasVacancy *
make_vacancy (Hiring     *hiring,
              const char *opened_on,
              gint64      seats)
{
  TrasVacancy *vacancy = tras_vacancy_new ();

  vacancy->role_id = hiring->role_id;
  vacancy->opened_on = day (opened_on);
  vacancy->seats = seats;

  return vacancy;
}

static TrasCandidate *
make_candidate (const char *name)
{
  TrasCandidate *candidate = tras_candidate_new ();

  candidate->name = g_strdup (name);
  candidate->contact = g_strdup ("nora@mail.example");
  candidate->origin = g_strdup ("Portal");
  candidate->state_on = day ("2026-03-02");
  candidate->erase_on = tras_candidate_get_usual_erase (candidate->state_on);

  return candidate;
}

static gboolean
try_apply (Hiring    *hiring,
           TrasEdit  *edit,
           GError   **error)
{
  g_autoptr (TrasEdit) owned = edit;

  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);

  return tras_edit_apply (edit, hiring->fixture->db, NULL, error);
}

static void
apply (Hiring   *hiring,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  try_apply (hiring, edit, &error);
  g_assert_no_error (error);
}

static void
refuse (Hiring     *hiring,
        TrasEdit   *edit,
        const char *field,
        const char *words)
{
  g_autoptr (TrasEdit) kept = g_object_ref (edit);
  g_autoptr (GError) error = NULL;

  g_assert_false (try_apply (hiring, edit, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_cmpstr (tras_edit_get_refused (kept), ==, field);
}

static void
undo (Hiring *hiring)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_edit_log_undo (hiring->fixture->db, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  /* The log is read by everybody and kept for good. */
  g_assert_null (strstr (label, "Nora"));
}

static void
add_rows (GString *text,
          Hiring  *hiring,
          GType    type)
{
  const TrasTable *table = tras_record_type_get_table (type);
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tras_db_select (hiring->fixture->db, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      g_string_append_printf (text, "\n%s %" G_GINT64_FORMAT, table->name,
                              TRAS_RECORD (records->pdata[i])->id);
      for (guint j = 0; j < table->n_fields; j++)
        {
          g_autofree char *value = tras_field_dup_plain (records->pdata[i], &table->fields[j]);

          g_string_append_printf (text, "|%s", value);
        }
    }
}

/* All that hiring touches. */
static char *
dump (Hiring *hiring)
{
  GString *text = g_string_new (NULL);
  GType types[] = { TRAS_TYPE_VACANCY, TRAS_TYPE_CANDIDATE, TRAS_TYPE_PERSON, TRAS_TYPE_POST,
                    TRAS_TYPE_ACTION };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_rows (text, hiring, types[i]);

  return g_string_free (text, FALSE);
}

static void
assert_undone (Hiring     *hiring,
               const char *before)
{
  g_autofree char *after = NULL;

  undo (hiring);
  after = dump (hiring);
  g_assert_cmpstr (after, ==, before);
}

/* One vacancy of two seats, for which Nora asks. */
static void
set_up (Hiring  *hiring,
        Fixture *fixture)
{
  TrasRole *role = tras_role_new ();

  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  hiring->fixture = fixture;
  role->name = g_strdup ("Clerk");
  role->area_id = 1;
  hiring->role_id = insert (fixture, role);
  hiring->vacancy_id = insert (fixture, make_vacancy (hiring, "2026-03-02", 2));
  commit (fixture);
  {
    g_autoptr (TrasVacancy) vacancy = load_vacancy (hiring);
    g_autoptr (TrasCandidate) candidate = make_candidate ("Nora Quinn");

    apply (hiring, tras_hiring_add_candidate (vacancy, candidate));
    hiring->candidate_id = TRAS_RECORD (candidate)->id;
  }
}

/* ---- states ---- */

static void
test_states (void)
{
  g_autoptr (TrasVacancy) vacancy = tras_vacancy_new ();

  vacancy->opened_on = day ("2026-03-02");
  vacancy->needed_by = day ("2026-03-20");
  vacancy->seats = 2;
  g_assert_cmpint (tras_vacancy_get_state (vacancy, day ("2026-03-20")), ==, TRAS_VACANCY_OPEN);
  g_assert_cmpint (tras_vacancy_get_state (vacancy, day ("2026-03-21")), ==, TRAS_VACANCY_LATE);
  g_assert_cmpint (tras_vacancy_get_days (vacancy, day ("2026-03-20")), ==, 18);
  g_assert_cmpint (tras_vacancy_get_days (vacancy, day ("2026-03-01")), ==, 0);
  vacancy->filled = 1;
  g_assert_true (tras_vacancy_is_open (vacancy));
  vacancy->closed_on = day ("2026-03-12");
  g_assert_cmpint (tras_vacancy_get_state (vacancy, day ("2026-03-21")), ==,
                   TRAS_VACANCY_UNFILLED);
  g_assert_cmpint (tras_vacancy_get_days (vacancy, day ("2026-03-20")), ==, 10);
  vacancy->filled = 2;
  g_assert_cmpint (tras_vacancy_get_state (vacancy, day ("2026-03-21")), ==, TRAS_VACANCY_FILLED);
  g_assert_false (tras_vacancy_is_open (vacancy));
}

/* Six months, and the last of a shorter month; people here and those of whom nothing is known are
 * never due. */
static void
test_erasing (void)
{
  g_autoptr (TrasCandidate) candidate = make_candidate ("Nora Quinn");

  g_assert_cmpint (tras_candidate_get_usual_erase (day ("2026-08-31")), ==, day ("2027-02-28"));
  g_assert_cmpint (candidate->erase_on, ==, day ("2026-09-02"));
  g_assert_false (tras_candidate_is_due (candidate, day ("2026-09-01")));
  g_assert_true (tras_candidate_is_due (candidate, day ("2026-09-02")));
  candidate->state = "rejected";
  candidate->person_id = 1;
  g_assert_false (tras_candidate_is_due (candidate, day ("2026-09-02")));
  candidate->person_id = 0;
  g_clear_pointer (&candidate->name, g_free);
  g_clear_pointer (&candidate->contact, g_free);
  g_assert_true (tras_candidate_is_due (candidate, day ("2026-09-02")));
  g_clear_pointer (&candidate->origin, g_free);
  g_assert_false (tras_candidate_is_due (candidate, day ("2026-09-02")));
}

static void
test_order (void)
{
  static const char *const wanted[] = { "offer", "interview", "new", "hired", "withdrew",
                                        "rejected" };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      TrasCandidate *candidate = make_candidate (wanted[i]);

      candidate->state = wanted[i];
      candidate->state_on += g_str_equal (wanted[i], "withdrew");
      TRAS_RECORD (candidate)->id = i + 1;
      g_ptr_array_add (all, candidate);
    }
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        if (i != j)
          g_assert_cmpint (tras_candidate_compare (all->pdata[i], all->pdata[j]) < 0, ==, i < j);
      }
  g_assert_cmpstr (tras_candidate_get_next (all->pdata[0]), ==, "hired");
  g_assert_cmpstr (tras_candidate_get_next (all->pdata[2]), ==, "interview");
  g_assert_null (tras_candidate_get_next (all->pdata[3]));
  g_assert_false (tras_candidate_is_open (all->pdata[5]));
}

/* ---- edits ---- */

/* The usual day moves with the state; one that somebody said stays. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  Hiring hiring;
  g_autoptr (TrasVacancy) vacancy = NULL;
  g_autoptr (TrasCandidate) before = NULL;
  g_autoptr (TrasCandidate) moved = NULL;
  g_autoptr (TrasCandidate) kept = NULL;
  g_autoptr (TrasCandidate) said = NULL;
  g_autofree char *first = NULL;

  set_up (&hiring, fixture);
  vacancy = load_vacancy (&hiring);
  before = load_candidate (&hiring);
  first = dump (&hiring);
  apply (&hiring, tras_hiring_move_candidate (vacancy, before, "interview"));
  moved = load_candidate (&hiring);
  g_assert_cmpstr (moved->state, ==, "interview");
  g_assert_cmpint (moved->state_on, ==, day (TODAY));
  g_assert_cmpint (moved->erase_on, ==, day ("2026-09-20"));
  assert_undone (&hiring, first);

  said = load_candidate (&hiring);
  said->erase_on = day ("2026-12-31");
  apply (&hiring, tras_hiring_change_candidate (vacancy, said));
  g_clear_object (&said);
  said = load_candidate (&hiring);
  apply (&hiring, tras_hiring_move_candidate (vacancy, said, "rejected"));
  kept = load_candidate (&hiring);
  g_assert_cmpint (kept->erase_on, ==, day ("2026-12-31"));
  begin_again (fixture);
}

/* Nora takes one of two seats: the person has her name and address, the candidate none. */
static void
test_hire (Fixture       *fixture,
           gconstpointer  data)
{
  Hiring hiring;
  g_autoptr (TrasVacancy) vacancy = NULL;
  g_autoptr (TrasVacancy) after = NULL;
  g_autoptr (TrasVacancy) filled = NULL;
  g_autoptr (TrasCandidate) candidate = NULL;
  g_autoptr (TrasCandidate) hired = NULL;
  g_autoptr (TrasPerson) person = tras_person_new ();
  g_autoptr (TrasPerson) second = tras_person_new ();
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;

  set_up (&hiring, fixture);
  vacancy = load_vacancy (&hiring);
  candidate = load_candidate (&hiring);
  before = dump (&hiring);
  person->name = g_strdup ("Nora Quinn");
  apply (&hiring, tras_hiring_fill_seat (vacancy, candidate, person, NULL, day ("2026-04-01"),
                                         25000));
  hired = load_candidate (&hiring);
  g_assert_cmpstr (hired->state, ==, "hired");
  g_assert_cmpint (hired->person_id, ==, TRAS_RECORD (person)->id);
  g_assert_cmpint (hired->state_on, ==, day (TODAY));
  g_assert_false (tras_candidate_is_known (hired));
  after = load_vacancy (&hiring);
  g_assert_cmpint (after->filled, ==, 1);
  g_assert_cmpint (after->cost, ==, 25000);
  g_assert_cmpint (after->closed_on, ==, TRAS_DAY_NONE);

  /* Who was no candidate takes the other seat, and the vacancy is closed with it. */
  between = dump (&hiring);
  second->name = g_strdup ("Nora Other");
  apply (&hiring, tras_hiring_fill_seat (after, NULL, second, NULL, day ("2026-03-16"), 25000));
  filled = load_vacancy (&hiring);
  g_assert_cmpint (filled->closed_on, ==, day ("2026-03-16"));
  assert_undone (&hiring, between);
  assert_undone (&hiring, before);
  begin_again (fixture);
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  Hiring hiring;
  g_autoptr (TrasVacancy) vacancy = NULL;
  g_autoptr (TrasVacancy) closed = NULL;
  g_autoptr (TrasVacancy) open = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&hiring, fixture);
  vacancy = load_vacancy (&hiring);
  before = dump (&hiring);
  apply (&hiring, tras_hiring_close_unfilled (vacancy, "nobody"));
  closed = load_vacancy (&hiring);
  g_assert_cmpint (closed->closed_on, ==, day (TODAY));
  g_assert_cmpstr (closed->closed_why, ==, "nobody");
  g_assert_false (tras_vacancy_is_open (closed));
  apply (&hiring, tras_hiring_reopen (closed));
  after = dump (&hiring);
  g_assert_cmpstr (after, ==, before);
  open = load_vacancy (&hiring);
  g_assert_true (tras_vacancy_is_open (open));
  undo (&hiring);
  assert_undone (&hiring, before);
  begin_again (fixture);
}

/* What cannot be is said of its field, and nothing is written. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  Hiring hiring;
  g_autoptr (TrasVacancy) vacancy = NULL;
  g_autoptr (TrasVacancy) early = NULL;
  g_autoptr (TrasVacancy) none = NULL;
  g_autoptr (TrasCandidate) kept = make_candidate ("Nora Third");
  g_autoptr (TrasCandidate) past = make_candidate ("Nora Fourth");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&hiring, fixture);
  vacancy = load_vacancy (&hiring);
  before = dump (&hiring);

  early = make_vacancy (&hiring, "2026-03-02", 1);
  early->needed_by = day ("2026-03-01");
  refuse (&hiring, tras_hiring_open_vacancy (early, NULL), "needed_by",
          "It cannot be needed before it is opened");
  early->needed_by = TRAS_DAY_NONE;
  early->closed_on = day ("2026-03-01");
  refuse (&hiring, tras_hiring_open_vacancy (early, NULL), "closed_on",
          "It cannot be closed before it is opened");
  none = make_vacancy (&hiring, "2026-03-02", 0);
  refuse (&hiring, tras_hiring_open_vacancy (none, NULL), "seats",
          "A vacancy has one seat or more");
  kept->erase_on = TRAS_DAY_NONE;
  refuse (&hiring, tras_hiring_add_candidate (vacancy, kept), "erase_on",
          "Nobody is kept for good: say on which day they are erased");
  past->erase_on = day ("2026-03-01");
  refuse (&hiring, tras_hiring_add_candidate (vacancy, past), "erase_on",
          "What happened on 2 Mar 2026 cannot be erased before");

  after = dump (&hiring);
  g_assert_cmpstr (after, ==, before);
  begin_again (fixture);
}

/* ---- figures ---- */

static void
add_hired (Hiring     *hiring,
           gint64      vacancy_id,
           const char *on)
{
  TrasCandidate *candidate = tras_candidate_new ();

  candidate->vacancy_id = vacancy_id;
  candidate->person_id = 1;
  candidate->state = g_intern_string ("hired");
  candidate->state_on = candidate->erase_on = day (on);
  insert (hiring->fixture, candidate);
}

/* In March: a seat of the first area after 10 days for 500.01 of 1,000.01, and one of the second
 * after 22 for 250.00: 16 days and 375.01 a seat. The other seat of the first is April's. One
 * vacancy of the second was given up in March for 90.00. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  Hiring hiring;
  TrasArea *area = tras_area_new ();
  TrasRole *role = tras_role_new ();
  g_autoptr (TrasHiringBoard) board = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GError) error = NULL;
  const TrasVacancyState states[] = { TRAS_VACANCY_OPEN, TRAS_VACANCY_LATE };
  const TrasHiringFigure *figure;
  TrasVacancy *vacancy;
  gint64 id;

  set_up (&hiring, fixture);
  begin_again (fixture);
  vacancy = make_vacancy (&hiring, "2026-03-02", 2);
  vacancy->cost = 100001;
  id = insert (fixture, vacancy);
  add_hired (&hiring, id, "2026-04-02");
  add_hired (&hiring, id, "2026-03-12");

  area->name = g_strdup ("Office");
  role->name = g_strdup ("Writer");
  role->area_id = insert (fixture, area);
  hiring.role_id = insert (fixture, role);
  vacancy = make_vacancy (&hiring, "2026-03-02", 1);
  vacancy->cost = 25000;
  id = insert (fixture, vacancy);
  add_hired (&hiring, id, "2026-03-24");
  vacancy = make_vacancy (&hiring, "2026-02-02", 1);
  vacancy->cost = 9000;
  vacancy->closed_on = day ("2026-03-31");
  insert (fixture, vacancy);

  board = tras_hiring_board_load (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_hiring_board_get_first_day (board), ==, day ("2026-03-12"));
  open = tras_hiring_board_dup_ids (board, states, G_N_ELEMENTS (states), day (TODAY));
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, gint64, 0), ==, hiring.vacancy_id);

  figures = tras_hiring_board_dup_figures (board, day ("2026-03-01"), day ("2026-03-31"));
  g_assert_cmpuint (figures->len, ==, 3);
  figure = figures->pdata[0];
  g_assert_cmpint (figure->area_id, ==, 0);
  g_assert_cmpint (figure->sum.n, ==, 2);
  g_assert_cmpfloat (tras_hire_sum_get_days (&figure->sum), ==, 16);
  g_assert_cmpint (tras_hire_sum_get_cost (&figure->sum), ==, 37501);
  g_assert_cmpuint (figure->closed, ==, 1);
  g_assert_cmpint (figure->lost, ==, 9000);
  figure = figures->pdata[1];
  g_assert_cmpstr (figure->area_name, ==, "Firm");
  g_assert_cmpint (figure->sum.days, ==, 10);
  g_assert_cmpint (figure->sum.cost, ==, 50001);
  g_assert_cmpuint (figure->closed, ==, 0);
  figure = figures->pdata[2];
  g_assert_cmpstr (figure->area_name, ==, "Office");
  g_assert_cmpint (figure->sum.days, ==, 22);
  g_assert_cmpint (figure->lost, ==, 9000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hiring/states", test_states);
  g_test_add_func ("/hiring/erasing", test_erasing);
  g_test_add_func ("/hiring/order", test_order);
  g_test_add ("/hiring/move", Fixture, NULL, fixture_set_up, test_move, fixture_tear_down);
  g_test_add ("/hiring/hire", Fixture, NULL, fixture_set_up, test_hire, fixture_tear_down);
  g_test_add ("/hiring/close", Fixture, NULL, fixture_set_up, test_close, fixture_tear_down);
  g_test_add ("/hiring/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/hiring/figures", Fixture, NULL, fixture_set_up, test_figures, fixture_tear_down);

  return g_test_run ();
}
