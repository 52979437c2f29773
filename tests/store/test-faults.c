/* test-faults.c: every call to the disk fails once, and an edit is stored whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups and new files write many pages one like the other: of their calls the later ones are
 * tried ever more rarely. What is said of it comes from tras-sqlite-error.c.
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fault-vfs.h"
#include "store-fixture.h"
#include "tras-backup.h"
#include "tras-erase-plan.h"
#include "tras-error.h"
#include "tras-person.h"

/* Everything that the edit writes, and the log. */
static char *
state_of (TrasDb *db)
{
  const GType types[] = { TRAS_TYPE_ITEM, TRAS_TYPE_MOVEMENT, TRAS_TYPE_SUPPLIER };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (types[i]);
      g_autoptr (GPtrArray) records = tras_db_select (db, query, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        {
          TrasRecord *record = records->pdata[j];

          g_string_append_printf (text, "%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", i,
                                  record->id, record->version);
          if (TRAS_IS_ITEM (record))
            g_string_append_printf (text, "%" G_GINT64_FORMAT "\n", TRAS_ITEM (record)->on_hand);
        }
    }
  g_string_append_printf (text, "edit %" G_GINT64_FORMAT, tras_edit_log_get_last (db, NULL));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An edit of many pages: new rows, a changed one, what triggers do. */
static TrasEdit *
make_edit (TrasDb *db)
{
  TrasEdit *edit = tras_edit_new ("Delivery");
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (TrasSupplier) supplier = NULL;
  g_autoptr (GError) error = NULL;

  supplier = tras_db_load (db, TRAS_TYPE_SUPPLIER, 1, &error);
  g_assert_no_error (error);
  supplier->lead_days++;
  tras_edit_update (edit, supplier);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (TrasItem) item = fixture_new_item (rand, 100 + i, 1);
      g_autoptr (TrasMovement) movement = fixture_new_movement (0, 1, 2, 1000, "purchase");

      tras_edit_insert (edit, item);
      tras_edit_insert (edit, movement);
      tras_edit_link (edit, movement, "item_id", item);
    }

  return edit;
}

static void
copy (const char *from,
      const char *to)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &data, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static TrasDb *
open_db (const char *path)
{
  g_autoptr (GError) error = NULL;
  TrasDb *db = tras_db_open (path, TRAS_DB_DEFAULT, &error);

  g_assert_no_error (error);

  return db;
}

static void
assert_sensible (FaultKind     kind,
                 const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == TRAS_ERROR);
  switch ((TrasError) error->code)
    {
    case TRAS_ERROR_FULL:
      g_assert_cmpint (kind, ==, FAULT_FULL);
      break;
    case TRAS_ERROR_IO:
    case TRAS_ERROR_DENIED:
      g_assert_cmpint (kind, !=, FAULT_FULL);
      break;
    /* A disk that fails has not damaged anything. */
    case TRAS_ERROR_DAMAGED:
    case TRAS_ERROR_BUSY:
    case TRAS_ERROR_CONFLICT:
    case TRAS_ERROR_CONSTRAINT:
    case TRAS_ERROR_REFUSED:
    case TRAS_ERROR_READ_ONLY:
    case TRAS_ERROR_EXPOSED:
    case TRAS_ERROR_MOVED:
    case TRAS_ERROR_NEWER:
    case TRAS_ERROR_TOO_NEW:
    case TRAS_ERROR_OLDER:
    case TRAS_ERROR_FOREIGN:
    case TRAS_ERROR_NOT_FOUND:
    case TRAS_ERROR_EXISTS:
    case TRAS_ERROR_INVALID:
    case TRAS_ERROR_BUG:
    default:
      g_error ("%d %s", error->code, error->message);
    }
}

static void
fill (TrasDb *db)
{
  fixture_location (db, "Fuera", "supplier");
  fixture_location (db, "Estante", "inside");
  fixture_supplier (db, "Uno");
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *pristine = g_build_filename (fixture->folder, "pristine.trastienda", NULL);
  g_autofree char *before = NULL, *after = NULL;
  guint n_failed = 0;
  gboolean struck = TRUE;

  fill (fixture->db);
  before = state_of (fixture->db);
  g_clear_object (&fixture->db);
  copy (fixture->path, pristine);

  fixture->db = open_db (fixture->path);
  {
    g_autoptr (TrasEdit) edit = make_edit (fixture->db);

    fixture_write (fixture->db, edit);
  }
  after = state_of (fixture->db);
  g_assert_cmpstr (before, !=, after);

  for (guint call = 1; struck; call++)
    {
      g_autoptr (TrasEdit) edit = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gboolean stored;

      g_clear_object (&fixture->db);
      copy (pristine, fixture->path);
      fixture->db = open_db (fixture->path);
      edit = make_edit (fixture->db);

      fault_vfs_arm (kind, call);
      stored = tras_edit_apply (edit, fixture->db, NULL, &error);
      if (kind == FAULT_DEAD)
        g_clear_object (&fixture->db);
      struck = fault_vfs_disarm ();

      g_assert_cmpint (stored, ==, error == NULL);
      if (!stored)
        {
          assert_sensible (kind, error);
          n_failed++;
        }

      /* Opening verifies every page. */
      g_clear_object (&fixture->db);
      fixture->db = open_db (fixture->path);
      now = state_of (fixture->db);
      if (stored)
        g_assert_cmpstr (now, ==, after);
      else
        g_assert_cmpstr (now, ==, before);
    }

  g_test_message ("%u of the calls made the edit fail", n_failed);
  g_assert_cmpuint (n_failed, >, 10);
}

static guint
count_files (const char *folder,
             const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    count += g_str_has_suffix (name, suffix);

  return count;
}

/* A backup that fails keeps nobody from working, and leaves no half file under its name. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *folder = tras_backup_dup_folder (fixture->path);
  gboolean struck = TRUE;
  guint n_failed = 0;

  fill (fixture->db);
  for (guint call = 1; struck; call += 1 + call / 3)
    {
      g_autoptr (GError) error = NULL;
      gboolean made;

      fixture_remove_tree (folder);
      fault_vfs_arm (kind, call);
      made = tras_backup_make (fixture->db, TRAS_BACKUP_DAILY, &error);
      struck = fault_vfs_disarm ();

      g_assert_cmpint (made, ==, error == NULL);
      n_failed += !made;
      g_assert_cmpuint (count_files (folder, ".trastienda"), ==, made);
      g_assert_cmpuint (count_files (folder, ".part"), ==, 0);
      if (made)
        {
          g_autoptr (GPtrArray) backups = tras_backup_list (fixture->path);

          tras_backup_verify (((TrasBackup *) backups->pdata[0])->path, &error);
          g_assert_no_error (error);
        }
    }
  g_assert_cmpuint (n_failed, >, 3);
  fixture_supplier (fixture->db, "Dos");
}

/* ---- personal data ---- */

#define NAME "Ana d'Arc"

static void
fill_person (TrasDb *db)
{
  g_autoptr (TrasPerson) person = tras_person_new ();
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();
  g_autoptr (TrasEdit) edit = tras_edit_new ("Somebody");

  person->name = g_strdup (NAME);
  person->email = g_strdup ("arc@example.org");
  person->hired_on = tras_day_from_iso ("2020-01-01");
  person->left_on = tras_day_from_iso ("2021-01-01");
  person->left_why = "other";
  supplier->name = g_strdup ("Tres");
  supplier->contact = g_strdup ("Ask for " NAME);
  tras_edit_insert (edit, person);
  tras_edit_insert (edit, supplier);
  fixture_write (db, edit);
}

static guint
count_name (const char *path)
{
  const char *const forms[] = { "Ana d", "ana d", "arc@example.org" };
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  guint n = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      gsize size = strlen (forms[f]);

      for (gsize i = 0; i + size <= length; i++)
        n += data[i] == *forms[f] && memcmp (data + i, forms[f], size) == 0;
    }

  return n;
}

/* Whoever is erased is in the file as before, or in no byte of it (tras-erasure.c,
 * tras-erasure-run.c): the pages that a failure left are swept when it is opened. */
static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *pristine = g_build_filename (fixture->folder, "pristine.trastienda", NULL);
  gboolean struck = TRUE;
  guint n_failed = 0, n_erased = 0, before;

  fill_person (fixture->db);
  g_clear_object (&fixture->db);
  copy (fixture->path, pristine);
  before = count_name (pristine);
  g_assert_cmpuint (before, >, 4);

  for (guint call = 1; struck; call += 1 + call / 6)
    {
      g_autoptr (TrasErasePlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      gboolean erased;

      g_clear_object (&fixture->db);
      copy (pristine, fixture->path);
      fixture->db = open_db (fixture->path);
      plan = tras_erase_plan_load (fixture->db, TRAS_TYPE_PERSON, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plan->mentions->len, ==, 1);

      fault_vfs_arm (kind, call);
      erased = tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error);
      if (kind == FAULT_DEAD)
        g_clear_object (&fixture->db);
      struck = fault_vfs_disarm ();

      g_assert_cmpint (erased, ==, error == NULL);
      n_failed += !erased;
      n_erased += erased;
      if (!erased)
        assert_sensible (kind, error);
      g_clear_error (&error);

      g_clear_object (&fixture->db);
      fixture->db = open_db (fixture->path);
      g_assert_cmpuint (count_name (fixture->path), ==, erased ? 0 : before);
      g_clear_pointer (&plan, tras_erase_plan_free);
      plan = tras_erase_plan_load (fixture->db, TRAS_TYPE_PERSON, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpint (plan->done, ==, erased);
    }

  g_test_message ("%u of the calls made it fail, %u did not", n_failed, n_erased);
  g_assert_cmpuint (n_failed, >, 10);
  g_assert_cmpuint (n_erased, >, 1);
}

/* Making a file: it is there and good, or it is not there. */
static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *path = g_build_filename (fixture->folder, "other.trastienda", NULL);
  gboolean struck = TRUE;
  guint n_failed = 0;

  for (guint call = 1; struck; call += 1 + call / 3)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasDb) db = NULL;

      fault_vfs_arm (kind, call);
      db = tras_db_create (path, &error);
      struck = fault_vfs_disarm ();
      if (db == NULL)
        {
          g_assert_nonnull (error);
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
          n_failed++;
        }
      else
        {
          g_clear_object (&db);
          db = open_db (path);
          g_clear_object (&db);
        }
      fixture_remove_tree (path);
      g_unlink (path);
    }
  g_assert_cmpuint (n_failed, >, 3);
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "once", "full", "dead", "late" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_FAULTS);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_register ();

  for (int i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *edit = g_strconcat ("/faults/edit/", names[i], NULL);
      g_autofree char *backup = g_strconcat ("/faults/backup/", names[i], NULL);
      g_autofree char *create = g_strconcat ("/faults/create/", names[i], NULL);
      g_autofree char *erase = g_strconcat ("/faults/erase/", names[i], NULL);

      g_test_add (edit, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_edit,
                  fixture_tear_down);
      g_test_add (backup, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_backup,
                  fixture_tear_down);
      g_test_add (create, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_create,
                  fixture_tear_down);
      g_test_add (erase, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_erase,
                  fixture_tear_down);
    }

  return g_test_run ();
}
