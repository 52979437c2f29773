/* test-hiring.c: vacancies and candidates in the tab Staff, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-area.h"
#include "tras-due-erasure.h"
#include "tras-hiring-figures.h"
#include "tras-hiring-page.h"
#include "tras-hiring.h"
#include "tras-inner-page.h"
#include "tras-record-page.h"
#include "tras-vacancy-candidates.h"
#include "tras-vacancy-detail.h"

#define TODAY "2026-11-21"

static GPtrArray *
read_where (Fixture    *fixture,
            GType       type,
            const char *field,
            gint64      value)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  if (field != NULL)
    tras_query_where_int (query, field, TRAS_QUERY_EQ, value);

  return fixture_read (fixture, query);
}

/* The one that is open, for which three have asked. */
static TrasVacancy *
find_open (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_VACANCY);
  g_autoptr (GPtrArray) vacancies = NULL;

  tras_query_where_null (query, "closed_on", TRUE);
  tras_query_order (query, "opened_on", TRUE);
  vacancies = fixture_read (fixture, query);
  g_assert_cmpuint (vacancies->len, ==, 2);

  return g_object_ref (vacancies->pdata[0]);
}

static TrasVacancy *
read_vacancy (Fixture     *fixture,
              TrasVacancy *vacancy)
{
  g_autoptr (GPtrArray) found = read_where (fixture, TRAS_TYPE_VACANCY, "id",
                                            TRAS_RECORD (vacancy)->id);

  return g_object_ref (found->pdata[0]);
}

static TrasCandidate *
find_candidate (Fixture    *fixture,
                const char *name)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CANDIDATE);
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_text (query, "name", TRAS_QUERY_EQ, name);
  found = fixture_read (fixture, query);

  return found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static gboolean
is_shown (gpointer pane)
{
  GtkWidget *section = fixture_find (pane, TRAS_TYPE_VACANCY_CANDIDATES);

  return tras_detail_get_record (pane) != NULL && gtk_widget_get_visible (section);
}

static GtkWidget *
open_vacancy (Fixture     *fixture,
              TrasVacancy *vacancy)
{
  GtkWidget *page, *pane;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_VACANCY,
                                          TRAS_RECORD (vacancy)->id));
  page = fixture_find (tras_window_get_page (fixture->window, "staff"), TRAS_TYPE_HIRING_PAGE);
  pane = fixture_find (page, TRAS_TYPE_VACANCY_DETAIL);
  wait_until (is_shown, pane);
  fixture_settle (fixture);

  return pane;
}

static TrasDetailSection *
get_section (GtkWidget *pane)
{
  return TRAS_DETAIL_SECTION (fixture_find (pane, TRAS_TYPE_VACANCY_CANDIDATES));
}

static void
act (Fixture    *fixture,
     GtkWidget  *pane,
     const char *name,
     const char *what)
{
  g_autoptr (TrasCandidate) candidate = find_candidate (fixture, name);

  g_assert_nonnull (candidate);
  gtk_widget_activate_action (GTK_WIDGET (get_section (pane)), "candidate.do", "(xs)",
                              TRAS_RECORD (candidate)->id, what);
  fixture_settle (fixture);
}

static gboolean
is_refused (gpointer field)
{
  return gtk_widget_has_css_class (tras_form_dialog_get_field (fixture_get_form (), field),
                                   "error");
}

static void
save (Fixture *fixture)
{
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

/* ---- candidates ---- */

/* Without a name or a day on which it is erased nobody is added; the day is there already. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrasVacancy) vacancy = find_open (fixture);
  g_autoptr (TrasCandidate) added = NULL;
  GtkWidget *pane = open_vacancy (fixture, vacancy);
  TrasDetailSection *section = get_section (pane);

  fixture_assert_named (pane);
  g_assert_cmpuint (tras_detail_section_get_n_rows (section), ==, 3);
  TRAS_DETAIL_SECTION_GET_CLASS (section)->add (section);
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  fixture_save_form ();
  wait_until (is_refused, (gpointer) "name");
  fixture_set_text ("name", "Nora Quinn");
  fixture_set_int ("erase_on", TRAS_DAY_NONE);
  fixture_save_form ();
  wait_until (is_refused, (gpointer) "erase_on");
  fixture_set_int ("erase_on", tras_day_today ());
  fixture_save_form ();
  wait_until (is_refused, (gpointer) "erase_on");
  fixture_set_int ("erase_on", tras_candidate_get_usual_erase (tras_day_today ()));
  save (fixture);

  added = find_candidate (fixture, "Nora Quinn");
  g_assert_cmpstr (added->state, ==, "new");
  g_assert_cmpint (added->erase_on, ==, tras_day_from_iso ("2027-05-21"));
  g_assert_cmpuint (tras_detail_section_get_n_rows (section), ==, 4);
  undo (fixture);
  g_assert_cmpuint (tras_detail_section_get_n_rows (section), ==, 3);
}

/* Each step is one press, and one undo. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasVacancy) vacancy = find_open (fixture);
  GtkWidget *pane = open_vacancy (fixture, vacancy);
  static const char *const steps[] = { "interview", "offer", "rejected", "withdrew", "new" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TrasCandidate) moved = NULL;

      act (fixture, pane, "Orla Mannion", steps[i]);
      moved = find_candidate (fixture, "Orla Mannion");
      g_assert_cmpstr (moved->state, ==, steps[i]);
      g_assert_cmpint (moved->state_on, ==, tras_day_today ());
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    undo (fixture);
  act (fixture, pane, "Orla Mannion", "interview");
  undo (fixture);
}

/* One edit makes the person and the post, fills the seat, closes the vacancy and the action; then
 * the first weeks are planned, in one edit as well. */
static void
test_hire (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasVacancy) vacancy = find_open (fixture);
  g_autoptr (TrasVacancy) filled = NULL;
  g_autoptr (TrasVacancy) open = NULL;
  g_autoptr (GPtrArray) people = read_where (fixture, TRAS_TYPE_PERSON, NULL, 0);
  g_autoptr (GPtrArray) actions = read_where (fixture, TRAS_TYPE_ACTION, NULL, 0);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) hired = NULL;
  g_autoptr (TrasCandidate) back = NULL;
  GtkWidget *pane = open_vacancy (fixture, vacancy);
  TrasPerson *person;

  act (fixture, pane, "Niamh Corless", "hired");
  wait_until (fixture_has_form, NULL);
  save (fixture);
  after = read_where (fixture, TRAS_TYPE_PERSON, NULL, 0);
  g_assert_cmpuint (after->len, ==, people->len + 1);
  person = after->pdata[people->len];
  g_assert_cmpstr (person->name, ==, "Niamh Corless");
  g_assert_cmpstr (person->email, ==, "niamh.corless@mail.example");
  g_assert_cmpint (person->role_id, ==, vacancy->role_id);
  g_assert_null (find_candidate (fixture, "Niamh Corless"));
  filled = read_vacancy (fixture, vacancy);
  g_assert_cmpint (filled->closed_on, ==, tras_day_today ());
  g_assert_cmpint (tras_vacancy_get_state (filled, tras_day_today ()), ==, TRAS_VACANCY_FILLED);

  hired = read_where (fixture, TRAS_TYPE_CANDIDATE, "person_id", TRAS_RECORD (person)->id);
  g_assert_cmpuint (hired->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (get_section (pane)), "candidate.do", "(xs)",
                              TRAS_RECORD (hired->pdata[0])->id, "onboard");
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  save (fixture);
  planned = read_where (fixture, TRAS_TYPE_ACTION, NULL, 0);
  own = read_where (fixture, TRAS_TYPE_ACTION, "owner_id", TRAS_RECORD (person)->id);
  g_assert_cmpuint (planned->len, ==, actions->len + 8);
  g_assert_cmpuint (own->len, ==, 3);

  undo (fixture);
  undo (fixture);
  g_clear_pointer (&after, g_ptr_array_unref);
  after = read_where (fixture, TRAS_TYPE_PERSON, NULL, 0);
  g_assert_cmpuint (after->len, ==, people->len);
  back = find_candidate (fixture, "Niamh Corless");
  g_assert_cmpstr (back->state, ==, "interview");
  open = read_vacancy (fixture, vacancy);
  g_assert_true (tras_vacancy_is_open (open));
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr (TrasCandidate) candidate = find_candidate (data, "Nora Quinn");

  return candidate == NULL;
}

/* Whose day has come is erased; the row stays, and nobody else goes. */
static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasVacancy) vacancy = find_open (fixture);
  g_autoptr (TrasCandidate) candidate = tras_candidate_new ();
  g_autoptr (TrasCandidate) kept = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  TrasCandidate *erased;

  candidate->name = g_strdup ("Nora Quinn");
  candidate->contact = g_strdup ("nora@mail.example");
  candidate->state = g_intern_string ("rejected");
  candidate->state_on = candidate->erase_on = tras_day_today ();
  edit = tras_hiring_add_candidate (vacancy, candidate);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
  fixture_settle (fixture);
  tras_due_erasure_run (fixture->window);
  wait_until (is_gone, fixture);

  rows = read_where (fixture, TRAS_TYPE_CANDIDATE, "vacancy_id", TRAS_RECORD (vacancy)->id);
  g_assert_cmpuint (rows->len, ==, 4);
  erased = rows->pdata[3];
  g_assert_false (tras_candidate_is_known (erased));
  g_assert_cmpstr (erased->state, ==, "rejected");
  kept = find_candidate (fixture, "Orla Mannion");
  g_assert_nonnull (kept);
}

/* ---- vacancies ---- */

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) before = read_where (fixture, TRAS_TYPE_VACANCY, NULL, 0);
  g_autoptr (GPtrArray) roles = read_where (fixture, TRAS_TYPE_ROLE, NULL, 0);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (TrasVacancy) vacancy = find_open (fixture);
  GtkWidget *pane = open_vacancy (fixture, vacancy);
  GtkWidget *page = fixture_find (tras_window_get_page (fixture->window, "staff"),
                                  TRAS_TYPE_HIRING_PAGE);
  TrasVacancy *made;

  tras_inner_page_activate_new (TRAS_INNER_PAGE (fixture_find (page, TRAS_TYPE_RECORD_PAGE)));
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  wait_until (is_refused, (gpointer) "role_id");
  fixture_set_int ("role_id", TRAS_RECORD (roles->pdata[0])->id);
  fixture_set_int ("needed_by", tras_day_today () - 1);
  fixture_save_form ();
  wait_until (is_refused, (gpointer) "needed_by");
  fixture_set_int ("needed_by", tras_day_today () + 30);
  save (fixture);
  after = read_where (fixture, TRAS_TYPE_VACANCY, NULL, 0);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  made = after->pdata[before->len];
  g_assert_cmpint (made->action_id, ==, 0);
  g_assert_cmpint (made->opened_on, ==, tras_day_today ());
  g_assert_cmpint (TRAS_RECORD (tras_detail_get_record (TRAS_DETAIL (pane)))->id, ==,
                   TRAS_RECORD (made)->id);
  undo (fixture);
}

/* Why is asked; who closed it opens it again. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasVacancy) vacancy = find_open (fixture);
  g_autoptr (TrasVacancy) closed = NULL;
  g_autoptr (TrasVacancy) open = NULL;
  GtkWidget *pane = open_vacancy (fixture, vacancy);
  GtkWidget *close = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (pane),
                                                                TRAS_TYPE_VACANCY_DETAIL,
                                                                "close_button"));
  GtkWidget *reopen = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (pane),
                                                                 TRAS_TYPE_VACANCY_DETAIL,
                                                                 "reopen_button"));

  g_assert_false (gtk_widget_get_visible (reopen));
  g_signal_emit_by_name (close, "clicked");
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_nonnull (fixture_get_form ());
  fixture_set_text ("closed_why", "money");
  save (fixture);
  closed = read_vacancy (fixture, vacancy);
  g_assert_cmpint (closed->closed_on, ==, tras_day_today ());
  g_assert_cmpstr (closed->closed_why, ==, "money");
  g_assert_false (gtk_widget_get_visible (close));

  g_signal_emit_by_name (reopen, "clicked");
  fixture_settle (fixture);
  open = read_vacancy (fixture, vacancy);
  g_assert_true (tras_vacancy_is_open (open));
  undo (fixture);
  undo (fixture);
  g_assert_true (gtk_widget_get_visible (close));
}

/* The words of each row, the whole firm first. */
static char *
dup_rows (GtkWidget *window)
{
  GtkWidget *rows = fixture_find (window, GTK_TYPE_LIST_BOX);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (text, "%s: %s\n",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                            adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_rows (gpointer window)
{
  return gtk_widget_get_first_child (fixture_find (window, GTK_TYPE_LIST_BOX)) != NULL;
}

/* In the last twelve months the technician came, and a shop assistant; in the year before, by
 * calendar, the packer and both assistants. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window;
  g_autofree char *year = NULL;
  g_autofree char *before = NULL;

  fixture_settle (fixture);
  window = GTK_WIDGET (tras_hiring_figures_new (fixture->window));
  gtk_window_present (GTK_WINDOW (window));
  wait_until (has_rows, window);
  fixture_assert_named (window);
  year = dup_rows (window);
  g_assert_true (g_str_has_prefix (year, "Whole firm: 2 seats filled"));
  g_assert_nonnull (strstr (year, "Online shop: No seat filled · 1 vacancy closed unfilled, for "));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (window, GTK_TYPE_DROP_DOWN)), 2);
  before = dup_rows (window);
  g_assert_true (g_str_has_prefix (before, "Whole firm: 3 seats filled"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/hiring/add", test_add);
  fixture_add ("/hiring/move", test_move);
  fixture_add ("/hiring/hire", test_hire);
  fixture_add ("/hiring/erase", test_erase);
  fixture_add ("/hiring/new", test_new);
  fixture_add ("/hiring/close", test_close);
  fixture_add ("/hiring/figures", test_figures);

  return fixture_run ();
}
