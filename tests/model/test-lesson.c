/* test-lesson.c: the book of lessons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-model-fixture.h"

#include "tras-deviation.h"
#include "tras-experiment.h"
#include "tras-lesson.h"

static gint64
make_deviation (Fixture    *fixture,
                const char *fact,
                const char *effective,
                const char *closed_on)
{
  TrasDeviation *deviation = tras_deviation_new ();

  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = g_intern_string ("person");
  deviation->fact = g_strdup (fact);
  deviation->opened_on = day ("2026-01-05");
  if (effective != NULL)
    {
      deviation->effective = g_intern_string (effective);
      deviation->cause = g_strdup ("Labels are stuck on by hand");
      deviation->evidence = g_strdup ("Añadió un paso: none since");
    }
  if (closed_on != NULL)
    {
      deviation->state = g_intern_string ("closed");
      deviation->closed_on = day (closed_on);
    }

  return insert (fixture, deviation);
}

static void
make_others (Fixture *fixture)
{
  TrasGoal *goal = tras_goal_new ();
  TrasGoal *open = tras_goal_new ();
  TrasExperiment *experiment = tras_experiment_new ();

  goal->owner_id = open->owner_id = 1;
  goal->title = g_strdup ("A market stall");
  open->title = g_strdup ("Another shop");
  goal->starts_on = open->starts_on = day ("2026-01-01");
  goal->due_on = open->due_on = day ("2026-12-31");
  goal->state = g_intern_string ("dropped");
  goal->closed_on = day ("2026-03-01");
  goal->lesson = g_strdup ("Try for a month before making it a goal");
  insert (fixture, goal);
  insert (fixture, open);

  experiment->owner_id = 1;
  experiment->believe = g_strdup ("Labels printed one at a time do not slip");
  experiment->test = g_strdup ("print them so");
  experiment->right_if = g_strdup ("no parcel goes astray");
  experiment->starts_on = day ("2026-02-01");
  experiment->stop_on = day ("2026-02-28");
  experiment->observed = g_strdup ("none did");
  experiment->learned = g_strdup ("It is quicker, too");
  experiment->next = g_intern_string ("adopt");
  experiment->closed_on = day ("2026-02-28");
  insert (fixture, experiment);
}

static GPtrArray *
load (Fixture         *fixture,
      TrasLessonFlags  flags)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lessons = tras_lesson_load_all (fixture->db, flags, &error);

  g_assert_no_error (error);

  return lessons;
}

static const char *
about (GPtrArray *lessons,
       guint      place)
{
  return TRAS_LESSON (lessons->pdata[place])->about;
}

/* The newest first; what is not closed has taught nothing yet. */
static void
test_book (Fixture       *fixture,
           gconstpointer  data)
{
  const char *order[] = { "A market stall", "Labels printed one at a time do not slip",
                          "Three parcels went to the wrong customers" };
  const char *outcomes[] = { "It was dropped", "It was adopted",
                             "What was done was partly effective" };
  g_autoptr (GPtrArray) learned = NULL;
  g_autoptr (GPtrArray) all = NULL;

  make_others (fixture);
  make_deviation (fixture, "Three parcels went to the wrong customers", "partly", "2026-02-20");
  make_deviation (fixture, "A ladder is worn", NULL, NULL);

  learned = load (fixture, TRAS_LESSON_LEARNED);
  g_assert_cmpuint (learned->len, ==, 3);
  for (guint i = 0; i < learned->len; i++)
    {
      g_autofree char *outcome = tras_lesson_dup_outcome (learned->pdata[i]);

      g_assert_cmpstr (about (learned, i), ==, order[i]);
      g_assert_cmpstr (outcome, ==, outcomes[i]);
      g_assert_nonnull (TRAS_LESSON (learned->pdata[i])->learned);
      g_assert_false (TRAS_LESSON (learned->pdata[i])->open);
    }

  all = load (fixture, TRAS_LESSON_WITH_OPEN);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpstr (about (all, 3), ==, "A ladder is worn");
  g_assert_true (TRAS_LESSON (all->pdata[3])->open);
  g_assert_null (TRAS_LESSON (all->pdata[3])->learned);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  const struct
  {
    const char *words;
    gboolean found;
  } cases[] = {
    { "", TRUE }, { NULL, TRUE }, { "PARCELS", TRUE }, { "wrong parc", TRUE }, { "anadio", TRUE },
    { "  none   since ", TRUE }, { "labels hand D-1", TRUE }, { "ladder", FALSE },
    { "parcels ladder", FALSE },
  };
  g_autoptr (GPtrArray) lessons = NULL;

  make_deviation (fixture, "Three parcels went to the wrong customers", "yes", "2026-02-20");
  lessons = load (fixture, TRAS_LESSON_LEARNED);
  g_assert_cmpuint (lessons->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tras_lesson_matches (lessons->pdata[0], cases[i].words), ==, cases[i].found);
}

/* A record is not like itself, and is like those of other kinds as well. */
static void
test_similar (Fixture       *fixture,
              gconstpointer  data)
{
  const char *fact = "Two parcels went to wrong customers, as printed labels slip";
  gint64 id;
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  g_autoptr (GPtrArray) none = NULL;

  make_others (fixture);
  make_deviation (fixture, "Three parcels went to the wrong customers", "no", "2026-02-20");
  make_deviation (fixture, "A ladder is worn", "yes", "2026-02-20");
  id = make_deviation (fixture, fact, NULL, NULL);

  lessons = load (fixture, TRAS_LESSON_WITH_OPEN);
  found = tras_lesson_find_similar (lessons, fact, 0, TRAS_TYPE_DEVIATION, id, 5);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (about (found, 0), ==, "Three parcels went to the wrong customers");
  g_assert_cmpstr (TRAS_LESSON (found->pdata[0])->cause, ==, "Labels are stuck on by hand");
  g_assert_cmpint (TRAS_LESSON (found->pdata[1])->kind, ==, TRAS_LESSON_EXPERIMENT);

  fresh = tras_lesson_find_similar (lessons, fact, 0, TRAS_TYPE_DEVIATION, 0, 1);
  g_assert_cmpuint (fresh->len, ==, 1);
  g_assert_cmpstr (about (fresh, 0), ==, fact);
  none = tras_lesson_find_similar (lessons, "", 0, TRAS_TYPE_GOAL, 0, 5);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lesson/book", Fixture, NULL, fixture_set_up, test_book, fixture_tear_down);
  g_test_add ("/lesson/search", Fixture, NULL, fixture_set_up, test_search, fixture_tear_down);
  g_test_add ("/lesson/similar", Fixture, NULL, fixture_set_up, test_similar, fixture_tear_down);

  return g_test_run ();
}
