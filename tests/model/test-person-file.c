/* test-person-file.c: what one person's file tells of the edits, and of whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tras-person-edits.c, and tras-history.c and tras-edit-trace.c below it. What else is in the file
 * is seen in test-erase-plan.c.
 */

#include "config.h"

#include "tras-erase-plan.h"
#include "tras-field-text.h"
#include "tras-model-fixture.h"
#include "tras-person-file.h"

/* A quote stands twice in the log. */
#define NAME "María d'Oñate"
#define FORMER "Maria Vidal"
#define EMAIL "m.vidal@example.org"

static void
end_edit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tras_db_commit (fixture->db, NULL, &error);
  g_assert_no_error (error);
}

static void
begin_edit (Fixture    *fixture,
            const char *label)
{
  g_autoptr (GError) error = NULL;

  tras_db_begin (fixture->db, label, &error);
  g_assert_no_error (error);
}

static void
update (Fixture  *fixture,
        gpointer  record)
{
  g_autoptr (GError) error = NULL;

  tras_db_update (fixture->db, record, &error);
  g_assert_no_error (error);
}

/* A goal of Ana's, and a person with a post; she is renamed and leaves. */
static gint64
fill (Fixture *fixture)
{
  TrasGoal *goal = tras_goal_new ();
  TrasPerson *person = tras_person_new ();
  TrasRole *role = tras_role_new ();
  TrasPost *post = tras_post_new ();
  g_autoptr (TrasPerson) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  goal->owner_id = 1;
  goal->title = g_strdup ("Goal");
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");
  insert (fixture, goal);
  person->code = g_strdup ("P-07");
  person->name = g_strdup (FORMER);
  person->email = g_strdup (EMAIL);
  person->hired_on = day ("2020-01-01");
  id = insert (fixture, person);
  role->name = g_strdup ("Seller");
  role->area_id = 1;
  role->seats = 1;
  post->person_id = id;
  post->role_id = insert (fixture, role);
  post->from_on = day ("2020-01-01");
  post->to_on = day ("2026-02-27");
  post->week_minutes = 2400;
  post->hour_cost = 2500;
  insert (fixture, post);
  end_edit (fixture);

  begin_edit (fixture, "Rename");
  changed = tras_db_load (fixture->db, TRAS_TYPE_PERSON, id, &error);
  g_assert_no_error (error);
  g_free (changed->name);
  changed->name = g_strdup (NAME);
  changed->left_on = day ("2026-02-27");
  changed->left_why = "resigned";
  update (fixture, changed);
  end_edit (fixture);

  return id;
}

/* What the edit @position of the file did to a field: "before > after", "-" for no value, %NULL
 * where it is not told. */
static char *
dup_change (TrasPersonFile *file,
            guint           position,
            const char     *table,
            const char     *field)
{
  const TrasPersonEdit *edit = file->edits->pdata[position];

  for (guint i = 0; i < edit->changes->len; i++)
    {
      const TrasPersonChange *change = edit->changes->pdata[i];

      for (guint k = 0; k < change->values->len; k++)
        {
          const TrasPersonValue *value = change->values->pdata[k];
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          if (!g_str_equal (change->table->name, table) || !g_str_equal (value->field->name, field))
            continue;
          if (value->before != NULL)
            before = tras_field_dup_plain (value->before, value->field);
          if (value->after != NULL)
            after = tras_field_dup_plain (value->after, value->field);
          return g_strdup_printf ("%s > %s", before != NULL ? before : "-",
                                  after != NULL ? after : "-");
        }
    }

  return NULL;
}

static void
assert_change (TrasPersonFile *file,
               guint           position,
               const char     *table,
               const char     *field,
               const char     *expected)
{
  g_autofree char *told = dup_change (file, position, table, field);

  g_assert_cmpstr (told, ==, expected);
}

static TrasPersonFile *
load_file (Fixture *fixture,
           gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasPersonFile *file = tras_person_file_load (fixture->db, id, &error);

  g_assert_no_error (error);

  return file;
}

/* A change tells both values, an addition those that there are, and what did not change nothing. */
static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasPersonFile) file = load_file (fixture, fill (fixture));
  const TrasPersonEdit *added = file->edits->pdata[1];
  const TrasPersonChange *post = added->changes->pdata[1];
  const TrasPersonValue *role = post->values->pdata[1];

  assert_change (file, 0, "person", "name", FORMER " > " NAME);
  assert_change (file, 0, "person", "left_on", "- > 2026-02-27");
  assert_change (file, 0, "person", "left_why", "- > resigned");
  assert_change (file, 0, "person", "email", NULL);
  assert_change (file, 0, "post", "from_on", NULL);
  assert_change (file, 1, "person", "email", "- > " EMAIL);
  assert_change (file, 1, "post", "week_minutes", "- > 2400");
  assert_change (file, 1, "person", "left_on", NULL);
  /* A reference is told by what it leads to. */
  g_assert_cmpstr (role->field->name, ==, "role_id");
  g_assert_null (role->before_name);
  g_assert_cmpstr (role->after_name, ==, "Seller");
  /* The same edit made Ana's goal. */
  assert_change (file, 1, "goal", "title", NULL);
}

/* A post is taken from one person and given to another: each is told of their own side. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasPost) post = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (TrasPersonFile) file = NULL;
  g_autoptr (TrasPersonFile) ana = NULL;
  g_autoptr (GError) error = NULL;

  begin_edit (fixture, "Wrong person");
  post = tras_db_load (fixture->db, TRAS_TYPE_POST, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (post->person_id, ==, id);
  post->person_id = 1;
  post->week_minutes = 1200;
  post->hour_cost = 3100;
  update (fixture, post);
  firm = tras_firm_load_or_new (fixture->db, &error);
  firm->officer_id = id;
  firm->hour_cost_readers = g_strdup ("somebody");
  update (fixture, firm);
  end_edit (fixture);

  file = load_file (fixture, id);
  ana = load_file (fixture, 1);
  assert_change (file, 0, "post", "week_minutes", "2400 > -");
  assert_change (ana, 0, "post", "week_minutes", "- > 1200");
  assert_change (file, 0, "firm", "hour_cost_readers", NULL);
  {
    g_autofree char *theirs = g_strdup_printf ("%d > -", (int) id);
    g_autofree char *officer = g_strdup_printf ("- > %d", (int) id);

    assert_change (file, 0, "post", "person_id", theirs);
    assert_change (file, 0, "firm", "officer_id", officer);
  }
  assert_change (ana, 0, "post", "person_id", "- > 1");
  assert_change (ana, 0, "firm", "officer_id", NULL);

  /* Who made the file is not among those who see it. */
  g_assert_true (file->hides_hour_cost);
  assert_change (file, 0, "post", "hour_cost", NULL);
  assert_change (file, 2, "post", "hour_cost", NULL);
  assert_change (file, 2, "post", "week_minutes", "- > 2400");
}

/* What was erased from the log is not told, nor taken for a value. */
static void
test_erased (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasErasePlan) plan = tras_erase_plan_load (fixture->db, TRAS_TYPE_PERSON, id, &error);
  g_autoptr (TrasPersonFile) file = NULL;

  g_assert_no_error (error);
  tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  file = load_file (fixture, id);
  assert_change (file, 1, "person", "name", NULL);
  assert_change (file, 1, "person", "left_on", "- > 2026-02-27");
  assert_change (file, 2, "person", "email", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/person-file/edits", Fixture, NULL, fixture_set_up, test_edits, fixture_tear_down);
  g_test_add ("/person-file/others", Fixture, NULL, fixture_set_up, test_others, fixture_tear_down);
  g_test_add ("/person-file/erased", Fixture, NULL, fixture_set_up, test_erased, fixture_tear_down);

  return g_test_run ();
}
