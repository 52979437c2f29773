/* test-migrations.c: files of every earlier version, and what happens to a file that is brought up
 * to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A migration that is yet to come is pretended by a resource beside those of the program.
 * TRASTIENDA_RELEASED names the folder with a file of each version that was released.
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "fault-vfs.h"
#include "store-fixture.h"
#include "test-migrations-broken.h"
#include "test-migrations-good.h"
#include "test-migrations-loose.h"
#include "tras-backup.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-schema.h"
#include "tras-sqlite.h"
#include "tras-tables.h"

/* The newest version there is; those that are pretended come after it. */
#define NEWEST 7

/* ---- what is in a file ---- */

static char *
dup_value (TrasRecord      *record,
           const TrasField *field)
{
  if (tras_record_is_null (record, field))
    return g_strdup ("-");
  if (field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE)
    return g_strdup (tras_record_get_text (record, field));
  if (field->type == TRAS_VALUE_REAL)
    return g_strdup_printf ("%.17g", tras_record_get_real (record, field));

  return g_strdup_printf ("%" G_GINT64_FORMAT, tras_record_get_int (record, field));
}

/* Every stored value of every record of every kind, and the edit log. */
static char *
state_of (TrasDb *db)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      GType type = tras_tables_get_type (i);
      const TrasTable *table = tras_record_type_get_table (type);
      g_autoptr (TrasQuery) query = tras_query_new (type);
      g_autoptr (GPtrArray) records = tras_db_select (db, query, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        {
          TrasRecord *record = records->pdata[j];

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, table->name,
                                  record->id, record->version);
          for (guint k = 0; k < table->n_fields; k++)
            {
              g_autofree char *value = dup_value (record, &table->fields[k]);

              g_string_append_printf (text, "\t%s", value);
            }
          g_string_append_c (text, '\n');
        }
    }

  edits = tras_edit_log_list (db, G_MAXUINT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < edits->len; i++)
    {
      TrasEditRecord *edit = edits->pdata[i];

      g_string_append_printf (text, "%s %s %s\n", edit->uuid, edit->kind, edit->label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
version_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  guint32 application_id;
  int version;

  tras_sqlite_read_header (path, &application_id, &version, &error);
  g_assert_no_error (error);

  return version;
}

static TrasDb *
open_db (const char  *path,
         TrasDbFlags  flags)
{
  g_autoptr (GError) error = NULL;
  TrasDb *db = tras_db_open (path, flags, &error);

  g_assert_no_error (error);

  return db;
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
  /* Over a longer file it would leave the end of that. */
  g_unlink (to);
  g_file_set_contents_full (to, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* ---- the files of earlier versions ---- */

static void
unpack (const char *from,
        const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) packed = g_file_read (source, NULL, &error);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  in = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (gzip));
  out = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                          &error);
  g_assert_no_error (error);
}

/* The newest migration may be in the making. */
static int
count_released (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "..", "..", "resources", "sql", "RELEASED",
                                            NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  int n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += *lines[i] != '\0' && *lines[i] != '#';

  return n;
}

static void
test_released (Fixture       *fixture,
               gconstpointer  data)
{
  const char *folder = g_getenv ("TRASTIENDA_RELEASED");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  int n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *released = g_build_filename (folder, name, NULL);
      g_autofree char *before = NULL, *after = NULL, *undone = NULL;
      g_autoptr (GPtrArray) edits = NULL;
      guint n_empty = 0, n_undone = 0;
      int number;

      if (sscanf (name, "schema-%d.trastienda.gz", &number) != 1)
        continue;
      n_files++;
      g_test_message ("%s", name);
      g_clear_object (&fixture->db);
      unpack (released, fixture->path);
      g_assert_cmpint (version_of (fixture->path), ==, number);

      fixture->db = open_db (fixture->path, TRAS_DB_DEFAULT);
      g_assert_cmpint (version_of (fixture->path), ==, tras_schema_get_newest ());
      tras_db_check_references (fixture->db, &error);
      g_assert_no_error (error);

      /* It says something of every kind that there was. */
      for (guint i = 0; i < tras_tables_get_n (); i++)
        {
          GType type = tras_tables_get_type (i);
          g_autoptr (TrasQuery) query = tras_query_new (type);
          gint64 n = tras_db_count (fixture->db, query, &error);

          g_assert_no_error (error);
          if (n == 0 && tras_record_type_get_table (type)->kind != NULL)
            {
              g_test_message ("without %s", tras_record_type_get_table (type)->kind);
              n_empty++;
            }
        }
      if (number == tras_schema_get_newest ())
        g_assert_cmpuint (n_empty, ==, 0);

      /* Its log works on: all is undone, down to the items and skills, which movements and marks
       * refer to for ever, and done again. */
      before = state_of (fixture->db);
      edits = tras_edit_log_list (fixture->db, G_MAXUINT, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (edits->len, >=, 5);
      while ((undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error)) != NULL)
        {
          g_clear_pointer (&undone, g_free);
          n_undone++;
        }
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
      g_assert_cmpuint (n_undone, >, 10);
      g_clear_error (&error);
      after = state_of (fixture->db);
      g_assert_cmpstr (before, !=, after);
      while ((undone = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error)) != NULL)
        g_clear_pointer (&undone, g_free);
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }

  /* One file a version: whoever releases a migration adds one. */
  g_assert_cmpint (n_files, ==, count_released (folder));
}

/* ---- a migration that is yet to come ---- */

typedef struct
{
  void (*pretend) (void);
  void (*forget) (void);
} Migration;

static const Migration broken = {
  migrations_broken_register_resource,
  migrations_broken_unregister_resource,
};

static const Migration loose = {
  migrations_loose_register_resource,
  migrations_loose_unregister_resource,
};

static TrasSupplier *
load_supplier (TrasDb *db,
               gint64  id)
{
  g_autoptr (GError) error = NULL;
  TrasSupplier *supplier = tras_db_load (db, TRAS_TYPE_SUPPLIER, id, &error);

  g_assert_no_error (error);

  return supplier;
}

/* One edit of each sort, to be undone when the table has got another column. */
#define N_CHANGES 3

static void
change_suppliers (TrasDb *db)
{
  g_autoptr (TrasEdit) change = tras_edit_new ("Change");
  g_autoptr (TrasEdit) deletion = tras_edit_new ("Delete");
  g_autoptr (TrasSupplier) changed = load_supplier (db, 1);
  g_autoptr (TrasSupplier) deleted = load_supplier (db, fixture_supplier (db, "O'Neil, “Cajas”"));

  changed->lead_days = 30;
  tras_edit_update (change, changed);
  fixture_write (db, change);
  tras_edit_delete (deletion, deleted);
  fixture_write (db, deletion);
}

static void
fill (TrasDb *db)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gint64 outside = fixture_location (db, "Fuera", "supplier");
  gint64 shelf = fixture_location (db, "Estante", "inside");

  fixture_supplier (db, "Uno");
  fixture_supplier (db, "Dos");
  for (guint i = 1; i <= 10; i++)
    {
      TrasItem *item = fixture_new_item (rand, i, 2);

      item->supplier_id = 1 + i % 2;
      fixture_insert (db, item);
      fixture_insert (db, fixture_new_movement (i, outside, shelf, 1000 * i, "purchase"));
    }
  change_suppliers (db);
}

static GPtrArray *
list_upgrade_backups (const char *path)
{
  GPtrArray *backups = tras_backup_list (path);

  for (guint i = backups->len; i > 0; i--)
    {
      g_autofree char *name = g_path_get_basename (((TrasBackup *) backups->pdata[i - 1])->path);

      if (!g_str_has_prefix (name, "before-upgrade-"))
        g_ptr_array_remove_index (backups, i - 1);
    }

  return backups;
}

static void
assert_backup (const char *path)
{
  g_autoptr (GPtrArray) backups = list_upgrade_backups (path);
  g_autoptr (GError) error = NULL;
  TrasBackup *backup;
  GStatBuf info;

  g_assert_cmpuint (backups->len, >=, 1);
  backup = backups->pdata[0];
  tras_backup_verify (backup->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version_of (backup->path), ==, NEWEST);
  g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A migration that fails, by itself or by what it leaves, leaves the file as it was. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const Migration *migration = data;
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *state = NULL, *state_after = NULL;
  gsize length_before, length_after;
  g_autoptr (GError) error = NULL;

  fill (fixture->db);
  state = state_of (fixture->db);
  g_clear_object (&fixture->db);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));

  migration->pretend ();
  g_assert_cmpint (tras_schema_get_newest (), ==, NEWEST + 1);
  g_assert_null (tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TRAS_ERROR);
  g_test_message ("%s", error->message);
  migration->forget ();

  assert_backup (fixture->path);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  fixture->db = open_db (fixture->path, TRAS_DB_DEFAULT);
  state_after = state_of (fixture->db);
  g_assert_cmpstr (state, ==, state_after);
}

/* Nothing may be written there: not even to bring it up to date. */
static void
test_no_room_for_backup (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *folder = tras_backup_dup_folder (fixture->path);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (GError) error = NULL;

  fill (fixture->db);
  g_clear_object (&fixture->db);
  fixture_remove_tree (folder);
  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));

  migrations_good_register_resource ();
  g_assert_null (tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error));
  g_assert_nonnull (error);
  migrations_good_unregister_resource ();
  g_assert_cmpint (version_of (fixture->path), ==, NEWEST);
  g_unlink (folder);
}

/* Calls to the disk fail, the later ones tried ever more rarely: the file is of the one version or
 * of the other, whole. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *pristine = g_build_filename (fixture->folder, "pristine.trastienda", NULL);
  g_autofree char *state = NULL;
  guint n_failed = 0;
  gboolean struck = TRUE;

  fill (fixture->db);
  state = state_of (fixture->db);
  g_clear_object (&fixture->db);
  copy (fixture->path, pristine);

  migrations_good_register_resource ();
  for (guint call = 1; struck; call += 1 + call / 2)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      copy (pristine, fixture->path);
      fault_vfs_arm (kind, call);
      fixture->db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
      g_clear_object (&fixture->db);
      struck = fault_vfs_disarm ();
      n_failed += error != NULL;

      if (version_of (fixture->path) == NEWEST + 1)
        assert_backup (fixture->path);
      fixture->db = open_db (fixture->path, TRAS_DB_DEFAULT);
      now = state_of (fixture->db);
      g_assert_cmpstr (now, ==, state);
      g_clear_object (&fixture->db);
    }
  migrations_good_unregister_resource ();
  g_assert_cmpuint (n_failed, >, 5);
}

static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *state = NULL, *migrated = NULL, *again = NULL, *undone = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  fill (fixture->db);
  state = state_of (fixture->db);
  g_clear_object (&fixture->db);

  migrations_good_register_resource ();
  fixture->db = open_db (fixture->path, GPOINTER_TO_UINT (data));
  g_assert_cmpint (version_of (fixture->path), ==, NEWEST + 1);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  assert_backup (fixture->path);
  migrated = state_of (fixture->db);
  g_assert_cmpstr (migrated, ==, state);
  tras_db_check_references (fixture->db, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->db);

  /* The log goes on: what is done is logged, what was done before is undone. */
  fixture->db = open_db (fixture->path, TRAS_DB_DEFAULT);
  fixture_supplier (fixture->db, "Tres");
  for (guint i = 0; i < 1 + N_CHANGES; i++)
    {
      g_clear_pointer (&undone, g_free);
      undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }

  /* References are still kept. */
  {
    g_autoptr (TrasEdit) edit = tras_edit_new ("Delete");
    g_autoptr (TrasSupplier) supplier = load_supplier (fixture->db, 1);

    g_assert_cmpint (supplier->lead_days, ==, 7);
    tras_edit_delete (edit, supplier);
    g_assert_false (tras_edit_apply (edit, fixture->db, NULL, &error));
    g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
    g_clear_error (&error);
  }
  g_clear_object (&fixture->db);

  /* The backup, put back, is brought up to date in its turn. */
  backups = list_upgrade_backups (fixture->path);
  again = tras_backup_restore (((TrasBackup *) backups->pdata[0])->path, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version_of (fixture->path), ==, NEWEST);
  fixture->db = open_db (fixture->path, TRAS_DB_DEFAULT);
  g_clear_pointer (&migrated, g_free);
  migrated = state_of (fixture->db);
  g_assert_cmpstr (migrated, ==, state);
  g_clear_object (&fixture->db);
  migrations_good_unregister_resource ();

  /* To a version that has not come so far it is a newer file, which it can read. */
  g_assert_null (tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NEWER);
  fixture->db = open_db (fixture->path, TRAS_DB_NEWER);
  g_clear_pointer (&migrated, g_free);
  migrated = state_of (fixture->db);
  g_assert_cmpstr (migrated, ==, state);
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "once", "full", "dead", "late" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_FAULTS);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_register ();

  g_test_add ("/migrations/released", Fixture, NULL, fixture_set_up, test_released,
              fixture_tear_down);
  g_test_add ("/migrations/broken", Fixture, &broken, fixture_set_up, test_refused,
              fixture_tear_down);
  g_test_add ("/migrations/loose", Fixture, &loose, fixture_set_up, test_refused,
              fixture_tear_down);
  g_test_add ("/migrations/no-backup", Fixture, NULL, fixture_set_up, test_no_room_for_backup,
              fixture_tear_down);
  g_test_add ("/migrations/upgrade", Fixture, GUINT_TO_POINTER (TRAS_DB_DEFAULT), fixture_set_up,
              test_upgrade, fixture_tear_down);
  g_test_add ("/migrations/upgrade/read", Fixture, GUINT_TO_POINTER (TRAS_DB_READ_ONLY),
              fixture_set_up, test_upgrade, fixture_tear_down);
  for (int i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *path = g_strconcat ("/migrations/faults/", names[i], NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_faults,
                  fixture_tear_down);
    }

  return g_test_run ();
}
