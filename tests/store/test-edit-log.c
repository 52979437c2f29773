/* test-edit-log.c: edits, undo and redo on a real file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tras-edit.h"
#include "tras-edit-log.h"
#include "tras-error.h"

TRAS_DECLARE_RECORD (Area, area, AREA)

struct _Area
{
  TrasRecord parent_instance;

  char *name;
  gint64 parent_id;
};

static const TrasField area_fields[] = {
  { .name = "name",
    .type = TRAS_VALUE_TEXT,
    .flags = TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
    .offset = G_STRUCT_OFFSET (Area, name) },
  { .name = "parent_id",
    .type = TRAS_VALUE_REFERENCE,
    .offset = G_STRUCT_OFFSET (Area, parent_id),
    .target = "area" },
};

static const TrasTable area_table = {
  .name = "area",
  .kind = "areas",
  .fields = area_fields,
  .n_fields = G_N_ELEMENTS (area_fields),
};

TRAS_DEFINE_RECORD (Area, area, &area_table)

typedef struct
{
  char *folder;
  char *path;
  TrasDb *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tras-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "firm.trastienda", NULL);
  fixture->db = tras_db_create (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->db);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static Area *
make_area (const char *name,
           gint64      parent)
{
  Area *area = area_new ();

  area->name = g_strdup (name);
  area->parent_id = parent;

  return area;
}

/* Every area as one text: what must be the same again after an undo. */
static char *
state_of (TrasDb *db)
{
  g_autoptr (TrasQuery) query = tras_query_new (area_get_type ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  areas = tras_db_select (db, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < areas->len; i++)
    {
      Area *area = areas->pdata[i];

      g_string_append_printf (text, "%d %d %s %d\n", (int) area->parent_instance.id,
                              (int) area->parent_instance.version, area->name,
                              (int) area->parent_id);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
apply (TrasDb   *db,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tras_edit_apply (edit, db, NULL, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New areas");
  g_autoptr (GObject) parent = G_OBJECT (make_area ("Almacén", 0));
  g_autoptr (GObject) child = G_OBJECT (make_area ("Latón", 0));
  g_autoptr (TrasQuery) query = tras_query_new (area_get_type ());
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = state_of (fixture->db);
  g_autofree char *with = NULL, *undone = NULL, *redone = NULL, *label = NULL;

  tras_edit_insert (edit, parent);
  tras_edit_insert (edit, child);
  tras_edit_link (edit, child, "parent", parent);
  apply (fixture->db, edit);
  with = state_of (fixture->db);

  tras_query_search (query, "LATON");
  found = tras_db_select (fixture->db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((Area *) found->pdata[0])->parent_id, ==, ((TrasRecord *) parent)->id);

  label = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "New areas");
  undone = state_of (fixture->db);
  g_assert_cmpstr (undone, ==, before);

  g_clear_pointer (&label, g_free);
  label = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  redone = state_of (fixture->db);
  g_assert_cmpstr (redone, ==, with);

  g_clear_pointer (&label, g_free);
  label = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasEdit) first = tras_edit_new ("New area");
  g_autoptr (TrasEdit) second = tras_edit_new ("Rename area");
  g_autoptr (TrasEdit) third = tras_edit_new ("Rename it, too");
  g_autoptr (GObject) area = G_OBJECT (make_area ("Shop", 0));
  g_autoptr (Area) copy = NULL, stale = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 edit;

  tras_edit_insert (first, area);
  tras_edit_apply (first, fixture->db, &edit, &error);
  g_assert_no_error (error);

  copy = tras_record_dup (area);
  stale = tras_record_dup (area);
  g_free (copy->name);
  copy->name = g_strdup ("Street shop");
  tras_edit_update (second, copy);
  apply (fixture->db, second);

  /* Whoever still has the old version is told. */
  tras_edit_update (third, stale);
  g_assert_false (tras_edit_apply (third, fixture->db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT);
  g_clear_error (&error);

  /* The older edit cannot be taken back under the newer one. */
  label = tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT);
}

/* Undoing any number of random edits gives back exactly the states they were made in, and redoing
 * them the states they led to. */
static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint undone;

  g_ptr_array_add (states, state_of (fixture->db));
  for (guint step = 0; step < 150; step++)
    {
      g_autoptr (TrasEdit) edit = tras_edit_new ("Step");
      g_autoptr (TrasQuery) query = tras_query_new (area_get_type ());
      g_autoptr (GPtrArray) areas = tras_db_select (fixture->db, query, &error);
      guint n_ops = g_rand_int_range (rand, 1, 5);

      for (guint i = 0; i < n_ops; i++)
        {
          int dice = g_rand_int_range (rand, 0, 10);
          Area *some = areas->len > 0 ? areas->pdata[g_rand_int_range (rand, 0, areas->len)] : NULL;

          if (dice < 5 || some == NULL)
            {
              g_autofree char *name = g_strdup_printf ("area '%u.%u' ñ", step, i);
              g_autoptr (GObject) area =
                G_OBJECT (make_area (name, some != NULL ? some->parent_instance.id : 0));

              tras_edit_insert (edit, area);
            }
          else if (dice < 8)
            {
              g_autoptr (Area) copy = tras_record_dup (some);

              g_free (copy->name);
              copy->name = g_strdup_printf ("renamed in %u.%u", step, i);
              tras_edit_update (edit, copy);
            }
          else
            tras_edit_delete (edit, some);
        }

      /* Some are refused: a row edited twice, or deleted while others refer to it. */
      if (tras_edit_apply (edit, fixture->db, NULL, &error))
        g_ptr_array_add (states, state_of (fixture->db));
      else
        {
          g_autofree char *now = state_of (fixture->db);

          g_assert_cmpstr (now, ==, states->pdata[states->len - 1]);
          g_clear_error (&error);
        }
    }
  g_assert_cmpuint (states->len, >, 50);

  for (undone = 0; undone + 1 < states->len; undone++)
    {
      g_autofree char *label = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
      g_autofree char *now = state_of (fixture->db);

      g_assert_no_error (error);
      g_assert_cmpstr (now, ==, states->pdata[states->len - 2 - undone]);
    }
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *label = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
      g_autofree char *now = state_of (fixture->db);

      g_assert_no_error (error);
      g_assert_cmpstr (now, ==, states->pdata[i]);
    }
}

static void
test_reopen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New area");
  g_autoptr (GObject) area = G_OBJECT (make_area ("Shop", 0));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = state_of (fixture->db);
  g_autofree char *after = NULL, *label = NULL;

  tras_edit_insert (edit, area);
  apply (fixture->db, edit);

  g_clear_object (&fixture->db);
  fixture->db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  label = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = state_of (fixture->db);
  g_assert_cmpstr (after, ==, before);
}

/* What a file starts with cannot be taken back. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GObject) area = G_OBJECT (make_area ("Shop", 0));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL, *undo_label = NULL, *redo_label = NULL;
  gint64 edit, undo, redo;

  tras_db_begin_file (fixture->db, "New firm", &error);
  tras_db_insert (fixture->db, area, &error);
  tras_db_commit (fixture->db, &edit, &error);
  g_assert_no_error (error);

  tras_edit_log_peek (fixture->db, &undo, &undo_label, &redo, &redo_label, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo, ==, 0);
  label = tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_assert_null (label);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/edit-log/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/edit-log/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/edit-log/random-walk", Fixture, NULL, set_up, test_random_walk, tear_down);
  g_test_add ("/edit-log/reopen", Fixture, NULL, set_up, test_reopen, tear_down);

  g_test_add ("/edit-log/start", Fixture, NULL, set_up, test_start, tear_down);

  return g_test_run ();
}
