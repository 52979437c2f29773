/* test-erase-plan.c: whoever is erased is nowhere in the file, and everything is counted as before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-edit-log.h"
#include "tras-erase-plan.h"
#include "tras-error.h"
#include "tras-feed.h"
#include "tras-firm.h"
#include "tras-fold.h"
#include "tras-indicator-series.h"
#include "tras-model-fixture.h"
#include "tras-person-file.h"
#include "tras-sample.h"
#include "tras-skill.h"
#include "tras-vacancy.h"

/* A quote stands twice in a literal, and ñ has two spellings in a key. */
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

/* A text, its keys, and both with their quotes doubled. */
static GPtrArray *
list_forms (const char *text)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *key = tras_fold_key (text);
  g_auto (GStrv) spellings = g_strsplit (key, "\x1f", -1);

  g_ptr_array_add (forms, g_strdup (text));
  for (guint i = 0; spellings[i] != NULL; i++)
    g_ptr_array_add (forms, g_strdup (spellings[i]));
  for (guint i = 0, n = forms->len; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (forms->pdata[i], "'", -1);

      if (parts[1] != NULL)
        g_ptr_array_add (forms, g_strjoinv ("''", parts));
    }

  return forms;
}

static guint
count_in (const char *data,
          gsize       length,
          const char *form)
{
  const char *end = data + length;
  gsize size = strlen (form);
  guint n = 0;

  for (const char *at = data; (at = memchr (at, *form, (gsize) (end - at))) != NULL; at++)
    n += (gsize) (end - at) >= size && memcmp (at, form, size) == 0;

  return n;
}

/* How often the bytes of the file, and of what may lie beside it, hold a text in any of its
 * forms. */
static guint
count_bytes (Fixture    *fixture,
             const char *text)
{
  const char *ends[] = { "", "-journal", "-wal" };
  g_autoptr (GPtrArray) forms = list_forms (text);
  guint n = 0;

  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    {
      g_autofree char *path = g_strconcat (fixture->path, ends[e], NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (path, &data, &length, NULL))
        continue;
      for (guint f = 0; f < forms->len; f++)
        n += count_in (data, length, forms->pdata[f]);
    }

  return n;
}

static void
assert_gone (Fixture *fixture)
{
  const char *texts[] = { NAME, FORMER, EMAIL, "scan-of-licence.pdf", "vidal" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (count_bytes (fixture, texts[i]), ==, 0);
}

/* An action that names her in its title, which is folded, and in its result; another that says
 * nothing of her; and a decision. */
static TrasAction *
make_action (const char *title)
{
  TrasAction *action = tras_action_new ();

  action->goal_id = 1;
  action->owner_id = 1;
  action->kind = "todo";
  action->nature = "plan";
  action->title = g_strdup (title);
  action->due_on = day ("2026-03-01");
  action->state = "open";
  action->weight = 1;

  return action;
}

static gint64
fill (Fixture *fixture)
{
  TrasGoal *goal = tras_goal_new ();
  TrasPerson *person = tras_person_new ();
  TrasRole *role = tras_role_new ();
  TrasPost *post = tras_post_new ();
  TrasSkill *skill = tras_skill_new ();
  TrasSkillMark *mark = tras_skill_mark_new ();
  g_autoptr (TrasPerson) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  goal->owner_id = 1;
  goal->title = g_strdup ("Goal");
  g_free (goal->why);
  goal->why = g_strdup ("");
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");
  goal->weight = 1;
  goal->state = "open";
  g_assert_cmpint (insert (fixture, goal), ==, 1);

  person->code = g_strdup ("P-07");
  person->name = g_strdup (FORMER);
  person->email = g_strdup (EMAIL);
  person->language = g_strdup ("es");
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

  skill->name = g_strdup ("Driving");
  skill->warn_days = 60;
  mark->person_id = id;
  mark->skill_id = insert (fixture, skill);
  mark->level = 3;
  mark->marked_on = day ("2021-01-01");
  mark->how = "certificate";
  mark->document = g_strdup ("scan-of-licence.pdf");
  insert (fixture, mark);
  end_edit (fixture);

  begin_edit (fixture, "Rename " FORMER);
  changed = tras_db_load (fixture->db, TRAS_TYPE_PERSON, id, &error);
  g_assert_no_error (error);
  g_free (changed->name);
  changed->name = g_strdup (NAME);
  changed->left_on = day ("2026-02-27");
  changed->left_why = "resigned";
  update (fixture, changed);
  end_edit (fixture);

  begin_edit (fixture, "Plan");
  insert (fixture, make_action ("Ask " NAME " about the keys"));
  insert (fixture, make_action ("Count the keys"));
  end_edit (fixture);

  return id;
}

static TrasErasePlan *
load (Fixture *fixture,
      GType    type,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasErasePlan *plan = tras_erase_plan_load (fixture->db, type, id, &error);

  g_assert_no_error (error);

  return plan;
}

static void
run (Fixture       *fixture,
     TrasErasePlan *plan)
{
  g_autoptr (GError) error = NULL;

  tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The file opened anew is verified: its pages, its tables, its guards. */
static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->db);
  fixture->db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasErasePlan) plan = load (fixture, TRAS_TYPE_PERSON, id);
  g_autoptr (TrasPerson) person = NULL;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *word = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpuint (count_bytes (fixture, NAME), >, 3);
  g_assert_cmpuint (count_bytes (fixture, FORMER), >, 3);
  g_assert_cmpstr (plan->code, ==, "P-07");
  g_assert_cmpuint (plan->mentions->len, ==, 1);
  g_assert_cmpuint (plan->values->len, ==, 3);
  g_assert_false (plan->here);
  run (fixture, plan);

  assert_gone (fixture);
  reopen (fixture);
  assert_gone (fixture);

  person = tras_db_load (fixture->db, TRAS_TYPE_PERSON, id, &error);
  g_assert_no_error (error);
  word = g_strdup_printf ("Person %d", (int) id);
  g_assert_cmpstr (person->name, ==, word);
  g_assert_cmpstr (person->code, ==, "P-07");
  g_assert_null (person->email);
  g_assert_null (person->language);
  g_assert_cmpint (person->left_on, ==, day ("2026-02-27"));
  g_assert_cmpstr (person->left_why, ==, "resigned");
  g_assert_cmpint (person->erased_on, ==, tras_day_today ());
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, 1, &error);
  title = g_strdup_printf ("Ask %s about the keys", word);
  g_assert_cmpstr (action->title, ==, title);

  g_clear_pointer (&plan, tras_erase_plan_free);
  plan = load (fixture, TRAS_TYPE_PERSON, id);
  g_assert_true (plan->done);
  g_assert_false (tras_erase_plan_check (plan, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
}

/* The search finds what stands there now, and nothing of what stood there. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasErasePlan) plan = load (fixture, TRAS_TYPE_PERSON, id);
  const struct
  {
    GType type;
    const char *words;
    int n;
  } searches[] = {
    { TRAS_TYPE_PERSON, "vidal", 0 },  { TRAS_TYPE_PERSON, "onate", 0 },
    { TRAS_TYPE_PERSON, plan->word, 1 }, { TRAS_TYPE_ACTION, "onate", 0 },
    { TRAS_TYPE_ACTION, plan->word, 1 },
  };

  run (fixture, plan);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (searches[i].type);
      g_autoptr (GError) error = NULL;

      tras_query_search (query, searches[i].words);
      g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, searches[i].n);
      g_assert_no_error (error);
    }
}

/* What else was done can be undone; what wrote the values that are gone cannot, nor can the erasure
 * itself. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = fill (fixture);
  gint64 rename, keys, erasure, undone;
  g_autoptr (TrasErasePlan) plan = NULL;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  begin_edit (fixture, "Keys counted");
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, 2, &error);
  g_assert_no_error (error);
  action->progress = 50;
  update (fixture, action);
  tras_db_commit (fixture->db, &keys, &error);
  g_assert_no_error (error);
  rename = keys - 2;

  plan = load (fixture, TRAS_TYPE_PERSON, id);
  tras_erase_plan_run (plan, fixture->db, NULL, NULL, &erasure, &error);
  g_assert_no_error (error);

  edits = tras_edit_log_list (fixture->db, 10, &error);
  g_assert_cmpstr (TRAS_EDIT_RECORD (edits->pdata[0])->label, ==,
                   "Erase the personal data of P-07");
  g_assert_cmpstr (TRAS_EDIT_RECORD (edits->pdata[3])->label, ==, "Rename Person 2");

  g_assert_null (tras_edit_log_undo (fixture->db, erasure, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (tras_edit_log_undo (fixture->db, rename, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "erased as personal data"));
  g_clear_error (&error);

  /* The newest that can be is the one before the erasure. */
  label = tras_edit_log_undo (fixture->db, 0, NULL, NULL, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Keys counted");
  g_clear_object (&action);
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, 2, &error);
  g_assert_cmpint (action->progress, ==, 0);
  g_free (label);
  label = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Keys counted");
  assert_gone (fixture);
}

/* A text that the user keeps is kept, also in the log, and in no other place. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasErasePlan) plan = load (fixture, TRAS_TYPE_PERSON, id);
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (GError) error = NULL;

  ((TrasMention *) plan->mentions->pdata[0])->kept = TRUE;
  run (fixture, plan);
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, 1, &error);
  g_assert_cmpstr (action->title, ==, "Ask " NAME " about the keys");
  g_assert_cmpuint (count_bytes (fixture, FORMER), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, EMAIL), ==, 0);
  /* In the row and in the log, with both spellings of its key, which an index has too. */
  g_assert_cmpuint (count_bytes (fixture, NAME), ==, 8);
}

/* Somebody else of the same name keeps it, in texts too: nobody knows whom they mean. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = fill (fixture), other;
  TrasPerson *person = tras_person_new ();
  g_autoptr (TrasPerson) after = NULL;
  g_autoptr (TrasErasePlan) plan = NULL;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (GError) error = NULL;

  begin_edit (fixture, "Another one");
  person->name = g_strdup (NAME);
  person->hired_on = day ("2025-01-01");
  other = insert (fixture, person);
  end_edit (fixture);

  plan = load (fixture, TRAS_TYPE_PERSON, id);
  g_assert_true (plan->shared);
  run (fixture, plan);
  after = tras_db_load (fixture->db, TRAS_TYPE_PERSON, other, &error);
  g_assert_cmpstr (after->name, ==, NAME);
  action = tras_db_load (fixture->db, TRAS_TYPE_ACTION, 1, &error);
  g_assert_cmpstr (action->title, ==, "Ask " NAME " about the keys");
  g_assert_cmpuint (count_bytes (fixture, EMAIL), ==, 0);
}

/* Nobody is erased who works here or has something to hand over. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasErasePlan) here = load (fixture, TRAS_TYPE_PERSON, 1);
  g_autoptr (TrasErasePlan) owner = NULL;
  TrasAction *action = make_action ("Sweep the yard");
  g_autoptr (GError) error = NULL;

  g_assert_true (here->here);
  g_assert_cmpuint (here->duties->len, ==, 3);
  g_assert_false (tras_erase_plan_run (here, fixture->db, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_clear_error (&error);

  begin_edit (fixture, "Hers");
  action->owner_id = id;
  insert (fixture, action);
  end_edit (fixture);
  owner = load (fixture, TRAS_TYPE_PERSON, id);
  g_assert_cmpuint (owner->duties->len, ==, 1);
  g_assert_false (tras_erase_plan_run (owner, fixture->db, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
}

static void
assert_refused (Fixture    *fixture,
                gint64      id,
                const char *words)
{
  g_autoptr (TrasErasePlan) plan = load (fixture, TRAS_TYPE_PERSON, id);
  g_autoptr (GError) error = NULL;

  g_assert_false (tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (count_bytes (fixture, NAME), >, 0);
}

/* Nor anybody whom the firm needs by name: the officer of the reports, and who sees hour costs. */
static void
test_trusted (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (TrasErasePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  begin_edit (fixture, "Trust");
  firm = tras_firm_load (fixture->db, &error);
  g_assert_no_error (error);
  firm->officer_id = id;
  firm->hour_cost_readers = g_strdup ("Ana\n" NAME);
  update (fixture, firm);
  end_edit (fixture);
  assert_refused (fixture, id, "officer");

  begin_edit (fixture, "Another officer");
  firm->officer_id = 1;
  update (fixture, firm);
  end_edit (fixture);
  assert_refused (fixture, id, "hour costs");

  begin_edit (fixture, "Other readers");
  g_free (firm->hour_cost_readers);
  firm->hour_cost_readers = g_strdup ("Ana");
  update (fixture, firm);
  end_edit (fixture);
  plan = load (fixture, TRAS_TYPE_PERSON, id);
  run (fixture, plan);
  assert_gone (fixture);
}

static gint64
add_candidate (Fixture    *fixture,
               const char *name,
               const char *erase_on)
{
  TrasCandidate *candidate = tras_candidate_new ();

  candidate->vacancy_id = 1;
  candidate->name = g_strdup (name);
  candidate->contact = g_strdup ("600 123 987");
  candidate->origin = g_strdup ("A friend");
  candidate->state = "rejected";
  candidate->state_on = day ("2026-01-01");
  candidate->erase_on = day (erase_on);

  return insert (fixture, candidate);
}

static void
add_vacancy (Fixture *fixture)
{
  TrasRole *role = tras_role_new ();
  TrasVacancy *vacancy = tras_vacancy_new ();

  role->name = g_strdup ("Seller");
  role->area_id = 1;
  role->seats = 1;
  vacancy->role_id = insert (fixture, role);
  vacancy->opened_on = day ("2026-01-01");
  vacancy->seats = 1;
  g_assert_cmpint (insert (fixture, vacancy), ==, 1);
}

static void
test_candidates (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasCandidate) candidate = NULL;
  g_autoptr (GArray) due = NULL;
  g_autoptr (GError) error = NULL;
  gint64 early, late;

  add_vacancy (fixture);
  early = add_candidate (fixture, "Ruth Weiss", "2026-06-30");
  late = add_candidate (fixture, "Carl Schwarz", "2026-07-01");
  end_edit (fixture);

  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-29"), &error), ==, 0);
  due = tras_erase_plan_list_due (fixture->db, day ("2026-06-30"), &error);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (g_array_index (due, gint64, 0), ==, early);
  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-30"), &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-30"), &error), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, "Ruth Weiss"), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, "Carl Schwarz"), >, 0);

  candidate = tras_db_load (fixture->db, TRAS_TYPE_CANDIDATE, early, &error);
  g_assert_null (candidate->name);
  g_assert_null (candidate->contact);
  g_assert_cmpstr (candidate->state, ==, "rejected");
  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2030-01-01"), &error), ==, 1);
  g_assert_cmpint (late, ==, early + 1);
  g_assert_cmpuint (count_bytes (fixture, "Carl Schwarz"), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, "600 123 987"), ==, 0);
}

/* Whoever was deleted by hand is gone from the table, not from the log: their day comes too. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasCandidate) early = NULL, late = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[2], deletion;

  add_vacancy (fixture);
  ids[0] = add_candidate (fixture, "Ruth Weiss", "2026-06-30");
  ids[1] = add_candidate (fixture, "Carl Schwarz", "2026-07-01");
  end_edit (fixture);
  begin_edit (fixture, "Delete Ruth Weiss");
  early = tras_db_load (fixture->db, TRAS_TYPE_CANDIDATE, ids[0], &error);
  late = tras_db_load (fixture->db, TRAS_TYPE_CANDIDATE, ids[1], &error);
  g_assert_no_error (error);
  tras_db_delete (fixture->db, early, &error);
  tras_db_delete (fixture->db, late, &error);
  tras_db_commit (fixture->db, &deletion, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_bytes (fixture, "Ruth Weiss"), >, 0);

  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-29"), &error), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, "Ruth Weiss"), >, 0);
  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-30"), &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (count_bytes (fixture, "Ruth Weiss"), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, "Carl Schwarz"), >, 0);
  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-30"), &error), ==, 0);
  g_assert_no_error (error);

  /* What was erased is not brought back. */
  g_assert_null (tras_edit_log_undo (fixture->db, deletion, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2030-01-01"), &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (count_bytes (fixture, "Carl Schwarz"), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, "600 123 987"), ==, 0);
  reopen (fixture);
}

/* Whoever came back by an undo is erased as one who is there. */
static void
test_brought_back (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrasCandidate) candidate = NULL;
  g_autoptr (TrasCandidate) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 id, deletion;

  add_vacancy (fixture);
  id = add_candidate (fixture, "Ruth Weiss", "2026-06-30");
  end_edit (fixture);
  begin_edit (fixture, "Delete");
  candidate = tras_db_load (fixture->db, TRAS_TYPE_CANDIDATE, id, &error);
  tras_db_delete (fixture->db, candidate, &error);
  tras_db_commit (fixture->db, &deletion, &error);
  g_assert_no_error (error);
  label = tras_edit_log_undo (fixture->db, deletion, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (tras_erase_plan_run_due (fixture->db, day ("2026-06-30"), &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (count_bytes (fixture, "Ruth Weiss"), ==, 0);
  after = tras_db_load (fixture->db, TRAS_TYPE_CANDIDATE, id, &error);
  g_assert_no_error (error);
  g_assert_null (after->name);
}

/* ---- one person's file ---- */

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasPersonFile) file = tras_person_file_load (fixture->db, id, &error);
  const char *tables[] = { "post", "skill_mark" };

  g_assert_no_error (error);
  g_assert_cmpstr (file->person->name, ==, NAME);
  g_assert_cmpuint (file->parts->len, ==, G_N_ELEMENTS (tables));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const TrasPersonPart *part = file->parts->pdata[i];

      g_assert_cmpstr (part->table->name, ==, tables[i]);
      g_assert_cmpuint (part->records->len, ==, 1);
    }
  g_assert_cmpuint (file->mentions->len, ==, 1);
  g_assert_cmpstr (tras_mention_get_table (file->mentions->pdata[0]), ==, "Action");
  g_assert_cmpuint (file->edits->len, ==, 2);
}

/* ---- figures ---- */

static void
assert_same (const char *after,
             const char *before)
{
  g_auto (GStrv) a = g_strsplit (after, "\n", -1);
  g_auto (GStrv) b = g_strsplit (before, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
}

/* Every value of every feed, a line each. */
static char *
dup_figures (TrasDb  *db,
             TrasDay  today)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint f = 0; f < tras_feed_get_n (); f++)
    {
      g_autoptr (TrasIndicator) draft = make_indicator ("A figure of its own", "up", "sum");
      g_autoptr (TrasIndicatorSeries) series = NULL;
      g_autoptr (GError) error = NULL;

      g_free (draft->source);
      draft->source = g_strdup (tras_feed_get (f)->id);
      draft->every = "month";
      draft->roll = g_intern_string (tras_feed_get (f)->roll);
      draft->starts_on = tras_day_add_months (today, -24);
      series = tras_indicator_series_preview (db, draft, today, &error);
      g_assert_no_error (error);
      g_string_append_printf (text, "%s:", tras_feed_get (f)->id);
      for (gsize i = 0; i < series->n; i++)
        g_string_append_printf (text, " %a", series->values[i]);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Everybody of the sample leaves in turn, hands over what is theirs, and is erased: no figure ever
 * moves. */
static void
test_figures (void)
{
  Fixture fixture = { 0 };
  TrasDay today = tras_day_today ();
  g_autofree char *before = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  fixture.folder = g_dir_make_tmp ("tras-XXXXXX", &error);
  fixture.path = g_build_filename (fixture.folder, "sample.trastienda", NULL);
  fixture.db = tras_db_create (fixture.path, &error);
  g_assert_no_error (error);
  tras_sample_fill (fixture.db, "es", today, NULL, NULL, &error);
  g_assert_no_error (error);

  before = dup_figures (fixture.db, today);
  people = tras_db_select (fixture.db, query, &error);
  for (guint i = 0; i < people->len; i++)
    {
      TrasPerson *person = people->pdata[i];
      g_autofree char *name = g_strdup (person->name);
      g_autofree char *after = NULL;
      g_autoptr (TrasErasePlan) plan = load (&fixture, TRAS_TYPE_PERSON,
                                             person->parent_instance.id);

      /* What refuses to erase is not what is asked here. */
      plan->here = FALSE;
      g_ptr_array_set_size (plan->duties, 0);
      if (plan->shared)
        continue;
      run (&fixture, plan);
      n++;
      g_assert_cmpuint (count_bytes (&fixture, name), ==, 0);
      if (i % 8 != 0 && i + 1 < people->len)
        continue;
      after = dup_figures (fixture.db, today);
      assert_same (after, before);
    }
  g_assert_cmpuint (n, >, people->len / 2);
  reopen (&fixture);
  fixture_tear_down (&fixture, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/erase-plan/bytes", test_bytes },     { "/erase-plan/search", test_search },
    { "/erase-plan/undo", test_undo },       { "/erase-plan/kept", test_kept },
    { "/erase-plan/shared", test_shared },   { "/erase-plan/refused", test_refused },
    { "/erase-plan/trusted", test_trusted },
    { "/erase-plan/deleted", test_deleted },
    { "/erase-plan/brought-back", test_brought_back },
    { "/erase-plan/candidates", test_candidates }, { "/erase-plan/file", test_file },
  };

  /* Backups go where they are in nobody's way; what G_TEST_OPTION_ISOLATE_DIRS sets would leak. */
  g_autofree char *home = g_dir_make_tmp ("tras-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  g_test_add_func ("/erase-plan/figures", test_figures);

  status = g_test_run ();
  remove_tree (home);

  return status;
}
