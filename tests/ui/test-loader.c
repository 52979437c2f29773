/* test-loader.c: a page is read once however often it is asked for, and never after it was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-day-watch.h"

#include "tras-area.h"
#include "tras-error.h"
#include "tras-loader.h"
#include "tras-person.h"

/* What the loader's owner has asked for and got; an answer is the number of its question. */
typedef struct
{
  Fixture *fixture;
  TrasLoader *loader;
  guint n_asked;
  guint n_taken;
  guint n_failed;
  guint last;
  gboolean nothing_wanted;
  gboolean fails;
  gboolean outdated;
} Owner;

static Owner *current;
static int n_alive;

static void
free_answer (gpointer answer)
{
  g_atomic_int_dec_and_test (&n_alive);
  g_free (answer);
}

static gpointer
answer_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  if (current->fails)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "nothing");
      return NULL;
    }
  g_atomic_int_inc (&n_alive);

  return g_memdup2 (data, sizeof (guint));
}

static gpointer
ask (gpointer owner)
{
  if (current->nothing_wanted)
    return NULL;
  current->n_asked++;

  return g_memdup2 (&current->n_asked, sizeof (guint));
}

static void
take (gpointer owner,
      gpointer answer)
{
  current->n_taken++;
  current->last = *(guint *) answer;
  current->outdated = tras_loader_is_outdated (current->loader);
  free_answer (answer);
}

static void
fail (gpointer  owner,
      GError   *error)
{
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  current->n_failed++;
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "area", "goal", NULL };

  return tras_changes_touch_any (changes, tables);
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = g_free,
  .job = answer_job,
  .free_result = free_answer,
  .take = take,
  .fail = fail,
  .is_daily = TRUE,
};

/* The store answers in the order of the questions: what was asked for before has come by now. */
static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_AREA);
      g_autoptr (GPtrArray) areas = fixture_read (fixture, query);
    }
}

static void
begin (Owner   *self,
       Fixture *fixture)
{
  *self = (Owner) { .fixture = fixture };
  current = self;
  fixture_wait_open (fixture);
  self->loader = tras_loader_new (&loading, fixture->window);
  tras_loader_load (self->loader);
  g_assert_cmpuint (self->n_asked, ==, 0);
  g_assert_true (tras_loader_set_store (self->loader, tras_window_get_store (fixture->window)));
  g_assert_false (tras_loader_set_store (self->loader, tras_window_get_store (fixture->window)));
}

static void
end (Owner *self)
{
  g_clear_pointer (&self->loader, tras_loader_free);
  settle (self->fixture);
  g_assert_cmpint (n_alive, ==, 0);
}

/* Twenty questions while the first answer is on its way are two answers. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  Owner self;

  begin (&self, fixture);
  for (guint i = 0; i < 20; i++)
    tras_loader_load (self.loader);
  settle (fixture);
  g_assert_cmpuint (self.n_asked, ==, 2);
  g_assert_cmpuint (self.n_taken, ==, 2);
  g_assert_cmpuint (self.last, ==, 2);
  g_assert_false (self.outdated);

  self.fails = TRUE;
  tras_loader_load (self.loader);
  settle (fixture);
  g_assert_cmpuint (self.n_failed, ==, 1);
  self.fails = FALSE;
  self.nothing_wanted = TRUE;
  tras_loader_load (self.loader);
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 2);
  self.nothing_wanted = FALSE;
  tras_loader_load (self.loader);
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 3);
  end (&self);
}

/* What is not wanted any more does not come; what is asked for afterwards does. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  Owner self;

  begin (&self, fixture);
  tras_loader_load (self.loader);
  tras_loader_stop (self.loader);
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 0);
  tras_loader_load (self.loader);
  tras_loader_stop (self.loader);
  tras_loader_load (self.loader);
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 1);
  g_assert_cmpuint (self.last, ==, 3);
  tras_loader_load (self.loader);
  end (&self);
  g_assert_cmpuint (self.n_taken, ==, 1);
}

static void
add (Fixture    *fixture,
     TrasRecord *record)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Add it");

  tras_edit_insert (edit, record);
  tras_store_apply_async (tras_window_get_store (fixture->window), edit, NULL, NULL, NULL);
  settle (fixture);
}

/* A change of what is shown is read, another one is not. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasPerson) person = tras_person_new ();
  g_autoptr (TrasArea) area = tras_area_new ();
  Owner self;

  person->name = g_strdup ("Ana");
  area->name = g_strdup ("Shop");
  begin (&self, fixture);
  add (fixture, TRAS_RECORD (person));
  g_assert_cmpuint (self.n_asked, ==, 0);
  add (fixture, TRAS_RECORD (area));
  g_assert_cmpuint (self.n_taken, ==, 1);
  end (&self);
}

/* Another day is read by those that are still there. */
static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *today = tras_day_to_iso (tras_day_today ());
  Owner self;

  begin (&self, fixture);
  tras_day_watch_look (tras_day_watch_get_default ());
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 0);

  g_setenv ("TRASTIENDA_TODAY", "2020-02-29", TRUE);
  tras_day_watch_look (tras_day_watch_get_default ());
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 1);
  end (&self);

  g_setenv ("TRASTIENDA_TODAY", today, TRUE);
  tras_day_watch_look (tras_day_watch_get_default ());
  settle (fixture);
  g_assert_cmpuint (self.n_taken, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  fixture_add_new_firm ("/loader/again", test_again);
  fixture_add_new_firm ("/loader/stopped", test_stopped);
  fixture_add_new_firm ("/loader/changed", test_changed);
  fixture_add_new_firm ("/loader/day", test_day);

  return fixture_run ();
}
