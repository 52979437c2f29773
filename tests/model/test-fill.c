/* test-fill.c: who is asked for which numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-fill.h"
#include "tras-model-fixture.h"
#include "tras-person.h"

/* Sunday of the ninth week. */
#define TODAY "1998-03-01"

static gint64
make (Fixture    *fixture,
      const char *name,
      gint64      collector,
      const char *source)
{
  TrasIndicator *indicator = make_indicator (name, "down", "sum");

  indicator->collector_id = collector;
  g_free (indicator->source);
  indicator->source = g_strdup (source);

  return insert (fixture, indicator);
}

static TrasScorecard *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasScorecard *scorecard = tras_scorecard_load (fixture->db, day (TODAY), 13, &error);

  g_assert_no_error (error);

  return scorecard;
}

/* "Absence 8, Returns 8, Returns 6": the weeks after the first. */
static char *
describe (GPtrArray *items)
{
  gint32 first = tras_period_index (TRAS_EVERY_WEEK, day ("1997-12-29"));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const TrasFillItem *item = items->pdata[i];

      g_string_append_printf (text, "%s%s %d%s", i > 0 ? ", " : "", item->series->indicator->name,
                              item->period - first,
                              item->state == TRAS_CELL_MEASURED ? "=" :
                              item->state == TRAS_CELL_ABSENT ? "-" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  TrasPerson *person = tras_person_new ();
  gint64 returns, absence, late, other;
  TrasMeasurement *row;
  g_autoptr (TrasScorecard) scorecard = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *text = NULL;
  const TrasFillPerson *first, *second;
  const char *owner;

  person->name = g_strdup ("Noreen");
  person->hired_on = day ("1990-01-01");
  insert (fixture, person);
  returns = make (fixture, "Returns", 2, "hand");
  absence = make (fixture, "Absence", 2, "hand");
  late = make (fixture, "Late", 2, "import");
  make (fixture, "Computed", 2, "formula");
  other = make (fixture, "Other", 0, "hand");

  /* Returns lack the seventh and the ninth week, Absence nothing; of the last of Late it is known
   * that there is none. Zero is a number. */
  for (int week = 0; week < 9; week++)
    {
      if (week != 6 && week != 8)
        measure (fixture, returns, week, 0);
      measure (fixture, absence, week, 0);
      if (week != 8)
        measure (fixture, late, week, 3);
      measure (fixture, other, week, 1);
    }
  row = tras_measurement_new ();
  row->indicator_id = late;
  row->period_on = day ("1997-12-29") + 7 * 8;
  row->value = NAN;
  row->note = g_strdup ("strike");
  insert (fixture, row);

  scorecard = load (fixture);
  mine = tras_fill_dup_items (scorecard, "Noreen");
  text = describe (mine);
  g_assert_cmpstr (text, ==, "Absence 8=, Late 8-, Returns 8, Returns 6");
  g_assert_cmpuint (tras_fill_count_open (mine), ==, 2);

  /* Without a collector the owner is asked. */
  all = tras_fill_dup_items (scorecard, NULL);
  g_assert_cmpuint (all->len, ==, 5);
  people = tras_fill_dup_people (scorecard);
  g_assert_cmpuint (people->len, ==, 2);
  first = people->pdata[0];
  second = people->pdata[1];
  owner = ((TrasScorecardRow *) scorecard->rows->pdata[0])->series->indicator->owner_name;
  g_assert_cmpstr (first->name, ==, "Noreen");
  g_assert_cmpuint (first->n_items, ==, 4);
  g_assert_cmpuint (first->n_open, ==, 2);
  g_assert_cmpstr (second->name, ==, owner);
  g_assert_cmpuint (second->n_items, ==, 1);
  g_assert_cmpuint (second->n_open, ==, 0);
}

/* A week is asked for when it is over, an indicator from its first week to its last. */
static void
test_bounds (Fixture       *fixture,
             gconstpointer  data)
{
  TrasIndicator *young = make_indicator ("Young", "down", "sum");
  TrasIndicator *retired = make_indicator ("Retired", "down", "sum");
  TrasIndicator *monthly = make_indicator ("Monthly", "down", "sum");
  g_autoptr (TrasScorecard) scorecard = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const TrasFillItem *item;

  young->starts_on = day ("1998-02-23");
  retired->retired_on = day ("1998-02-01");
  retired->retired_why = g_strdup ("nobody read it");
  monthly->every = g_intern_string ("month");
  monthly->starts_on = day ("1998-02-01");
  insert (fixture, young);
  insert (fixture, retired);
  insert (fixture, monthly);

  scorecard = load (fixture);
  items = tras_fill_dup_items (scorecard, NULL);
  g_assert_cmpuint (items->len, ==, 2);
  item = items->pdata[0];
  g_assert_cmpstr (item->series->indicator->name, ==, "Monthly");
  g_assert_cmpint (item->period, ==, tras_period_index (TRAS_EVERY_MONTH, day ("1998-02-01")));
  item = items->pdata[1];
  g_assert_cmpstr (item->series->indicator->name, ==, "Young");
  g_assert_cmpint (item->period, ==, tras_period_index (TRAS_EVERY_WEEK, day (TODAY)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/fill/round", Fixture, NULL, fixture_set_up, test_round, fixture_tear_down);
  g_test_add ("/model/fill/bounds", Fixture, NULL, fixture_set_up, test_bounds,
              fixture_tear_down);

  return g_test_run ();
}
