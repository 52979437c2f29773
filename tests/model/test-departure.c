/* test-departure.c: what ends when somebody leaves, and comes back when that is taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-departure.h"
#include "tras-edit-log.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"

/* Bea has a post that is over, one that is open and one that is to come; she was away, is away over
 * her last day, a Wednesday, and meant to be away later. */
static const char *const records[] = {
  "INSERT INTO role (id, name, area_id) VALUES (1, 'Seller', 1)",
  "INSERT INTO person (id, name, hired_on) VALUES (21, 'Bea', '2026-01-01')",
  "INSERT INTO post (id, person_id, role_id, from_on, to_on, week_minutes) VALUES "
  "(1, 21, 1, '2026-01-01', '2026-03-31', 2400), (2, 21, 1, '2026-04-01', '2026-12-31', 2400), "
  "(3, 21, 1, '2027-01-01', NULL, 1200)",
  "INSERT INTO absence_kind (id, name, counts) VALUES (71, 'Quarantine', 1)",
  "INSERT INTO absence (id, person_id, kind_id, from_on, to_on, minutes) VALUES "
  "(1, 21, 71, '2026-05-04', '2026-05-08', 2400), (2, 21, 71, '2026-11-16', '2026-11-20', 2400), "
  "(3, 21, 71, '2026-12-21', '2026-12-23', 1440)",
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

static char *
dup_state (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDeparture) all = tras_departure_load (fixture->db, 21, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *left = NULL;

  g_assert_no_error (error);
  left = tras_day_to_iso (all->person->left_on);
  g_string_append_printf (text, "%s %s;", left != NULL ? left : "-",
                          all->person->left_why != NULL ? all->person->left_why : "-");
  for (guint i = 0; i < all->posts->len; i++)
    {
      TrasPost *post = all->posts->pdata[i];
      g_autofree char *to = tras_day_to_iso (post->to_on);

      g_string_append_printf (text, " %s", to != NULL ? to : "-");
    }
  g_string_append (text, ";");
  for (guint i = 0; i < all->absences->len; i++)
    {
      TrasAbsence *absence = all->absences->pdata[i];
      g_autofree char *to = tras_day_to_iso (absence->to_on);

      g_string_append_printf (text, " %s/%" G_GINT64_FORMAT, to, absence->minutes);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDeparture) departure = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *words = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *label = NULL;

  /* The fixture's edit ends, so that leaving is one of its own. */
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_no_error (error);
  before = dup_state (fixture);
  departure = tras_departure_load (fixture->db, 21, &error);
  g_assert_no_error (error);
  words = tras_departure_dup_words (departure, day ("2026-11-18"));
  g_assert_cmpstr (words, ==, "2 posts end on that day. 2 absences after it are deleted or cut "
                              "short.");

  edit = tras_departure_new_edit (departure, day ("2026-11-18"), "resigned");
  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, "2026-11-18 resigned; 2026-03-31 2026-11-18; 2026-05-08/2400 "
                              "2026-11-18/1440");

  label = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Somebody leaves");
  undone = dup_state (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (undone, ==, "- -; 2026-03-31 2026-12-31 -; 2026-05-08/2400 2026-11-20/2400 "
                               "2026-12-23/1440");
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/departure/leave", Fixture, NULL, set_up, test_leave, fixture_tear_down);

  return g_test_run ();
}
