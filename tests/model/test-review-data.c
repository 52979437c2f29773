/* test-review-data.c: the agenda of a week, from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-model-fixture.h"
#include "tras-review-data.h"

static gint64
make_steady (Fixture    *fixture,
             const char *name,
             const char *family,
             gboolean    lever,
             double      last)
{
  TrasIndicator *indicator = make_indicator (name, "down", "sum");
  gint64 id;

  indicator->family = g_intern_string (family);
  indicator->lever = lever;
  id = insert (fixture, indicator);
  for (int week = 0; week < 14; week++)
    measure (fixture, id, week, week % 2 == 0 ? 4 : 6);
  if (last >= 0)
    measure (fixture, id, 14, last);

  return id;
}

static void
make_deviation (Fixture    *fixture,
                const char *fact,
                const char *state)
{
  TrasDeviation *deviation = tras_deviation_new ();
  gint64 id;

  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = "person";
  deviation->fact = g_strdup (fact);
  deviation->opened_on = day ("1998-03-01");
  deviation->state = g_intern_string (state);
  if (g_str_equal (state, "closed"))
    {
      deviation->closed_on = day ("1998-03-02");
      deviation->cause = g_strdup ("cause");
      deviation->effective = "yes";
      deviation->evidence = g_strdup ("seen");
    }
  id = insert (fixture, deviation);

  for (int week = 0; week < 3 && !g_str_equal (state, "closed"); week++)
    {
      TrasAction *action = tras_action_new ();

      action->title = g_strdup_printf ("%d", week);
      action->owner_id = 1;
      action->due_on = day ("1998-04-12") + 7 * week;
      action->deviation_id = id;
      insert (fixture, action);
    }
}

static const char *
name_at (GPtrArray *rows,
         guint      place)
{
  TrasScorecardRow *row = rows->pdata[place];

  return row->series->indicator->name;
}

static void
test_agenda (Fixture       *fixture,
             gconstpointer  data)
{
  const char *order[] = { "Lever", "Absence", "Returns", "Shelves", "Turnover", "Cash" };
  g_autoptr (TrasReviewData) review = NULL;
  g_autoptr (GError) error = NULL;

  make_steady (fixture, "Cash", "finance", FALSE, 30);
  make_steady (fixture, "Turnover", "people", FALSE, 5);
  make_steady (fixture, "Lever", "finance", TRUE, 30);
  make_steady (fixture, "Shelves", "stock", FALSE, -1);
  make_steady (fixture, "Returns", "quality", FALSE, 6);
  make_steady (fixture, "Absence", "productivity", FALSE, 6);

  /* Wednesday of W15. */
  review = tras_review_data_load (fixture->db, day ("1998-04-08"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (review->week_on, ==, day ("1998-04-06"));
  g_assert_cmpint (review->day, ==, day ("1998-04-12"));
  g_assert_cmpstr (review->firm->name, ==, "Firm");
  g_assert_cmpuint (review->agenda->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (name_at (review->agenda, i), ==, order[i]);

  g_assert_cmpuint (review->signals->len, ==, 2);
  g_assert_cmpstr (name_at (review->signals, 0), ==, "Lever");
  g_assert_cmpstr (name_at (review->signals, 1), ==, "Cash");
  g_assert_nonnull (((TrasScorecardRow *) review->signals->pdata[0])->series->marks);
  g_assert_cmpuint (review->missing->len, ==, 1);
  g_assert_cmpstr (name_at (review->missing, 0), ==, "Shelves");
}

static void
test_open_work (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrasReviewData) review = NULL;
  g_autoptr (GError) error = NULL;
  TrasDecision *decision = tras_decision_new (), *old = tras_decision_new ();

  make_deviation (fixture, "open", "open");
  make_deviation (fixture, "closed", "closed");
  decision->by_id = old->by_id = 1;
  decision->what = g_strdup ("new");
  decision->why = g_strdup ("");
  decision->decided_on = day ("1998-04-06");
  old->what = g_strdup ("old");
  old->why = g_strdup ("");
  old->decided_on = day ("1998-01-06");
  old->revisit_on = day ("1998-04-01");
  insert (fixture, decision);
  insert (fixture, old);

  review = tras_review_data_load (fixture->db, day ("1998-04-12"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (review->deviations->len, ==, 1);
  g_assert_cmpstr (TRAS_DEVIATION (review->deviations->pdata[0])->fact, ==, "open");
  g_assert_cmpint (TRAS_DEVIATION (review->deviations->pdata[0])->open_actions, ==, 3);
  g_assert_cmpuint (review->checks->len, ==, 0);

  /* Due on the Sunday, a week later, and not yet. */
  g_assert_cmpuint (review->actions->len, ==, 2);
  g_assert_cmpuint (review->n_late, ==, 1);
  g_assert_true (tras_review_data_is_late (review, review->actions->pdata[0]));
  g_assert_cmpstr (TRAS_ACTION (review->actions->pdata[0])->serves, ==, "open");
  g_assert_cmpuint (review->decisions->len, ==, 1);
  g_assert_cmpstr (TRAS_DECISION (review->decisions->pdata[0])->what, ==, "new");
  g_assert_cmpuint (review->revisits->len, ==, 1);
  g_assert_cmpstr (TRAS_DECISION (review->revisits->pdata[0])->what, ==, "old");
}

/* A check comes back in the week of its day, and until it is closed. */
static void
test_checks (Fixture       *fixture,
             gconstpointer  data)
{
  const struct
  {
    const char *week;
    guint n;
  } cases[] = { { "1998-04-05", 0 }, { "1998-04-06", 1 }, { "1998-05-01", 1 } };
  g_autoptr (GError) error = NULL;

  make_deviation (fixture, "open", "open");
  make_deviation (fixture, "closed", "closed");
  for (gint64 id = 1; id <= 2; id++)
    {
      g_autoptr (TrasDeviation) deviation = tras_db_load (fixture->db, TRAS_TYPE_DEVIATION, id,
                                                          &error);

      g_assert_no_error (error);
      deviation->check_on = day ("1998-04-12");
      g_assert_true (tras_db_update (fixture->db, deviation, &error));
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrasReviewData) review =
        tras_review_data_load (fixture->db, day (cases[i].week), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (review->checks->len, ==, cases[i].n);
    }
}

/* The newest number may be one that nobody has typed. */
static void
test_newest (Fixture       *fixture,
             gconstpointer  data)
{
  TrasDay today = day ("1998-04-08");
  g_autoptr (GError) error = NULL;
  TrasIndicator *doubled = make_indicator ("Doubled", "up", "sum");
  TrasIndicator *heads = make_indicator ("Heads", "up", "last");
  TrasIndicator *was_typed = make_indicator ("Was typed", "up", "sum");
  g_autofree char *formula = NULL;
  gint64 typed, id;

  g_assert_cmpint (tras_review_data_find_newest (fixture->db, today, &error), ==, TRAS_DAY_NONE);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A formula without an input that was measured gives nothing, nor does what was typed before. */
  typed = insert (fixture, make_indicator ("Typed", "up", "sum"));
  g_free (doubled->source);
  doubled->source = g_strdup (TRAS_SOURCE_FORMULA);
  doubled->formula = g_strdup_printf ("2 * [#%" G_GINT64_FORMAT "]", typed);
  formula = g_strdup (doubled->formula);
  insert (fixture, doubled);
  g_object_ref (was_typed);
  id = insert (fixture, was_typed);
  measure (fixture, id, 9, 1);
  g_free (was_typed->source);
  was_typed->source = g_strdup (TRAS_SOURCE_FORMULA);
  was_typed->formula = g_steal_pointer (&formula);
  g_assert_true (tras_db_update (fixture->db, was_typed, &error));
  g_object_unref (was_typed);
  g_assert_cmpint (tras_review_data_find_newest (fixture->db, today, &error), ==, TRAS_DAY_NONE);
  g_clear_error (&error);

  measure (fixture, typed, 3, 1);
  g_assert_cmpint (tras_review_data_find_newest (fixture->db, today, &error), ==,
                   day ("1998-01-19"));
  g_assert_no_error (error);

  /* A feed counts up to the week that is over. */
  g_free (heads->source);
  heads->source = g_strdup ("staff.heads");
  insert (fixture, heads);
  g_assert_cmpint (tras_review_data_find_newest (fixture->db, today, &error), ==,
                   day ("1998-03-30"));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/review/agenda", Fixture, NULL, fixture_set_up, test_agenda,
              fixture_tear_down);
  g_test_add ("/model/review/open-work", Fixture, NULL, fixture_set_up, test_open_work,
              fixture_tear_down);
  g_test_add ("/model/review/newest", Fixture, NULL, fixture_set_up, test_newest,
              fixture_tear_down);
  g_test_add ("/model/review/checks", Fixture, NULL, fixture_set_up, test_checks,
              fixture_tear_down);

  return g_test_run ();
}
