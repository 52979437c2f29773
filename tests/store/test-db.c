/* test-db.c: what a file must be to be opened, and what happens to it while it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "tras-db.h"
#include "tras-error.h"
#include "tras-sqlite.h"

static void
assert_opens (const char  *path,
              TrasDbFlags  flags,
              int          code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_open (path, flags, &error);

  if (code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (db);
    }
  else
    {
      g_assert_error (error, TRAS_ERROR, code);
      g_assert_null (db);
      /* Something that a person can read. */
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

/* Changes a file behind the program's back. */
static void
tamper (const char *path,
        const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static void
write_bytes (const char *path,
             gsize       offset,
             const char *bytes,
             gsize       n)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (offset + n, <=, length);
  memcpy (data + offset, bytes, n);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
close_db (Fixture *fixture)
{
  g_clear_object (&fixture->db);
}

static void
assert_read_only (TrasDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_is_read_only (db));
  g_assert_false (tras_db_begin (db, "Anything", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_READ_ONLY);
}

static void
truncate_to (const char *path,
             gsize       length)
{
  g_assert_cmpint (truncate (path, (off_t) length), ==, 0);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *nothing = g_build_filename (fixture->folder, "nothing", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "folder", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "text", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (g_file_set_contents (text, "Dear diary\n", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  tamper (other, "CREATE TABLE bookmarks (x); PRAGMA application_id = 7; PRAGMA user_version = 1");

  assert_opens (nothing, TRAS_DB_DEFAULT, TRAS_ERROR_NOT_FOUND);
  assert_opens (nowhere, TRAS_DB_DEFAULT, TRAS_ERROR_NOT_FOUND);
  assert_opens (text, TRAS_DB_DEFAULT, TRAS_ERROR_FOREIGN);
  assert_opens (empty, TRAS_DB_DEFAULT, TRAS_ERROR_FOREIGN);
  assert_opens (fixture->folder, TRAS_DB_DEFAULT, TRAS_ERROR_FOREIGN);
  g_file_get_contents (other, &before, NULL, NULL);
  assert_opens (other, TRAS_DB_DEFAULT, TRAS_ERROR_FOREIGN);
  g_file_get_contents (other, &after, NULL, NULL);
  g_assert_cmpint (memcmp (before, after, 4096), ==, 0);
  /* Ours by its mark, but never finished. */
  tamper (other, "PRAGMA application_id = 0x54524153; PRAGMA user_version = 0");
  assert_opens (other, TRAS_DB_DEFAULT, TRAS_ERROR_FOREIGN);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  TrasDb *db;

  fixture_supplier (fixture->db, "Uno");
  close_db (fixture);
  tamper (fixture->path, "PRAGMA user_version = 999");
  assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_NEWER);
  assert_opens (fixture->path, TRAS_DB_READ_ONLY, TRAS_ERROR_NEWER);

  /* What was added is no hindrance to reading, what was taken away is. */
  tamper (fixture->path, "CREATE TABLE extra (x); ALTER TABLE item ADD COLUMN more TEXT");
  assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_NEWER);
  db = tras_db_open (fixture->path, TRAS_DB_NEWER, &error);
  g_assert_no_error (error);
  g_assert_true (tras_db_is_newer (db));
  g_assert_cmpint (tras_db_count (db, query, &error), ==, 1);
  g_assert_no_error (error);
  assert_read_only (db);
  g_clear_object (&db);

  tamper (fixture->path, "ALTER TABLE firm RENAME COLUMN currency TO money");
  assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_TOO_NEW);
  assert_opens (fixture->path, TRAS_DB_NEWER, TRAS_ERROR_TOO_NEW);

  /* A newer version's file can be damaged like any other. */
  truncate_to (fixture->path, 5 * 4096);
  assert_opens (fixture->path, TRAS_DB_NEWER, TRAS_ERROR_DAMAGED);
}

/* A file whose pages are verified later is looked at, not written. */
static void
assert_never_written (const char *path)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = NULL;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_false (tras_db_verify_file (path, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
  g_clear_error (&error);

  db = tras_db_open (path, TRAS_DB_VERIFY_LATER, &error);
  if (db != NULL)
    g_assert_false (tras_db_begin (db, "Edit", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
  g_clear_object (&db);

  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_verify_later (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = NULL;

  close_db (fixture);
  for (guint taken = 0; taken < 2; taken++)
    {
      g_autofree char *name = g_strdup_printf ("Supplier %u", taken);

      db = tras_db_open (fixture->path, TRAS_DB_VERIFY_LATER, &error);
      g_assert_no_error (error);
      if (taken)
        {
          g_assert_true (tras_db_verify_file (fixture->path, NULL, &error));
          g_assert_true (tras_db_take_verified (db, &error));
        }
      fixture_supplier (db, name);
      g_clear_object (&db);
    }
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *pristine = NULL;
  gsize length;

  close_db (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &pristine, &length, NULL));
  g_assert_cmpuint (length, >, 4 * 4096);

  /* Half of it is gone, as after a copy that broke off. */
  g_assert_true (g_file_set_contents (fixture->path, pristine, (gssize) length / 2 / 4096 * 4096,
                                      NULL));
  assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (fixture->path, pristine, 50, NULL));
  assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_FOREIGN);

  /* A header that says what it never said: that texts are UTF-16, that tables are of a format to
   * come. */
  for (guint at = 47; at <= 59; at += 12)
    {
      g_assert_true (g_file_set_contents (fixture->path, pristine, (gssize) length, NULL));
      write_bytes (fixture->path, at, at == 47 ? "\x09" : "\x02", 1);
      assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_DAMAGED);
    }

  /* A page of zeros, and one of noise. */
  for (guint page = 1; page < length / 4096; page++)
    {
      g_autofree char *noise = g_malloc0 (4096);

      g_assert_true (g_file_set_contents (fixture->path, pristine, (gssize) length, NULL));
      if (page % 2)
        memset (noise, 0xa5, 4096);
      write_bytes (fixture->path, page * 4096, noise, 4096);
      assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_DAMAGED);
      assert_never_written (fixture->path);
    }
}

/* What somebody could plant in a file, or take out of it. */
static void
test_schema (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const changes[] = {
    "CREATE TRIGGER planted AFTER INSERT ON item BEGIN DELETE FROM movement; END",
    "DROP TRIGGER movement_no_update",
    "DROP TRIGGER log_item_update",
    "CREATE TABLE extra (x)",
    "DROP INDEX movement_item",
    "DROP VIEW item_view; CREATE VIEW item_view AS SELECT *, 0 AS on_hand FROM item",
    "ALTER TABLE item ADD COLUMN more TEXT",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, "
    "'CHECK (quantity > 0)', '') WHERE name = 'movement'",
  };
  g_autofree char *pristine = NULL;
  gsize length;

  close_db (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &pristine, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, pristine, (gssize) length, NULL));
      tamper (fixture->path, changes[i]);
      assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_DAMAGED);
    }

  /* What a database tool does out of kindness is no harm. */
  g_assert_true (g_file_set_contents (fixture->path, pristine, (gssize) length, NULL));
  tamper (fixture->path, "ANALYZE");
  assert_opens (fixture->path, TRAS_DB_DEFAULT, -1);
  tamper (fixture->path, "PRAGMA journal_mode = WAL");
  assert_opens (fixture->path, TRAS_DB_DEFAULT, -1);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TrasDb *db;

  fixture_supplier (fixture->db, "Uno");
  close_db (fixture);
  db = tras_db_open (fixture->path, TRAS_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_read_only (db);
  g_object_unref (db);

  if (geteuid () == 0)
    {
      g_test_message ("permissions do not bind root");
      return;
    }

  g_chmod (fixture->path, 0400);
  db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  assert_read_only (db);
  g_object_unref (db);

  g_chmod (fixture->path, 0600);
  g_chmod (fixture->folder, 0500);
  db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  assert_read_only (db);
  g_object_unref (db);

  g_chmod (fixture->folder, 0700);
  g_chmod (fixture->path, 0000);
  assert_opens (fixture->path, TRAS_DB_DEFAULT, TRAS_ERROR_DENIED);
  g_chmod (fixture->path, 0600);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "folder", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_null (tras_db_create (fixture->path, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXISTS);
  g_clear_error (&error);
  assert_opens (fixture->path, TRAS_DB_DEFAULT, -1);

  g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  g_assert_null (tras_db_create (other, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  g_assert_null (tras_db_create (nowhere, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

static gboolean
add_supplier (TrasDb      *db,
              const char  *name,
              GError     **error)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New supplier");
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();

  supplier->name = g_strdup (name);
  tras_edit_insert (edit, supplier);

  return tras_edit_apply (edit, db, NULL, error);
}

/* A file that is moved, deleted or replaced while it is open is not written any more, neither
 * where it is now nor where it was. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  const char *way = data;
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before = 0, length_after = 0;

  fixture_supplier (fixture->db, "Uno");
  g_assert_false (tras_db_has_moved (fixture->db));
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_true (g_file_get_contents (elsewhere, &before, &length_before, NULL));
  if (g_str_equal (way, "replaced"))
    g_assert_true (g_file_set_contents (fixture->path, before, (gssize) length_before, NULL));
  else if (g_str_equal (way, "deleted"))
    g_unlink (elsewhere);

  g_assert_true (tras_db_has_moved (fixture->db));
  g_assert_false (add_supplier (fixture->db, "Dos", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_MOVED);

  close_db (fixture);
  if (!g_str_equal (way, "deleted"))
    {
      g_assert_true (g_file_get_contents (elsewhere, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
      g_free (g_steal_pointer (&after));
    }
  if (g_str_equal (way, "replaced"))
    {
      g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
    }
  else
    g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Somebody writes another file where ours was: its journal, which has the name of ours, is neither
 * taken for ours nor deleted (tras-sqlite-vfs.c). */
static void
test_foreign_journal (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;
  sqlite3 *other;

  fixture_supplier (fixture->db, "Uno");
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_true (g_file_get_contents (elsewhere, &before, &length_before, NULL));

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other,
                                 "PRAGMA cache_size = 1; CREATE TABLE t AS SELECT 1 AS i; BEGIN;"
                                 "INSERT INTO t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                                 " SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n;",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);

  close_db (fixture);
  g_assert_true (g_file_get_contents (elsewhere, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* A file that may not grow: the edit fails as on a full disk, and nothing of it is there. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autofree char *long_name = g_strnfill (200000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit, tight;
  GStatBuf info;
  gboolean stored;

  fixture_supplier (fixture->db, "Uno");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  tight = limit;
  tight.rlim_cur = (rlim_t) info.st_size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  stored = add_supplier (fixture->db, long_name, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_false (stored);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, 1);
  g_assert_cmpint (tras_edit_log_get_last (fixture->db, NULL), ==, 1);

  /* Once there is room it works on. */
  g_assert_true (add_supplier (fixture->db, long_name, &error));
  g_assert_no_error (error);
  close_db (fixture);
  assert_opens (fixture->path, TRAS_DB_DEFAULT, -1);
}

/* Two connections: who comes second waits, and is told where that takes too long. */
static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) other = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (add_supplier (other, "Uno", &error));
  g_assert_true (tras_db_begin (fixture->db, "Long", &error));
  g_assert_false (tras_db_begin (other, "Short", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_BUSY);
  g_clear_error (&error);
  tras_db_rollback (fixture->db);
  g_assert_true (add_supplier (other, "Dos", &error));
  g_assert_no_error (error);
}

/* A process ended between its first page and its last: whoever opens the file next finds it as it
 * was before, also who only wants to read. */
static void
test_broken_off (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  int status;
  pid_t child;

  fixture_supplier (fixture->db, "Uno");
  close_db (fixture);
  child = fork ();
  if (child == 0)
    {
      sqlite3 *handle;

      /* So small a cache writes pages, and the journal before them, long before the commit. */
      sqlite3_open (fixture->path, &handle);
      sqlite3_exec (handle,
                    "PRAGMA cache_size = 1; PRAGMA secure_delete = OFF; BEGIN;"
                    "CREATE TABLE extra AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                    " SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n;"
                    "DROP TABLE edit_change",
                    NULL, NULL, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  fixture->db = tras_db_open (fixture->path, GPOINTER_TO_UINT (data), &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Somebody reads, so that the commit has to wait, and in vain: the same edit can be applied again,
 * and has then the ids, versions and codes that it would have had at once. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSupplier) supplier = NULL;
  g_autoptr (TrasMovement) movement = NULL;
  g_autoptr (TrasItem) item = tras_item_new ();
  g_autoptr (TrasEdit) edit = tras_edit_new ("Item of a supplier");
  sqlite3 *reader;

  supplier = tras_db_load (fixture->db, TRAS_TYPE_SUPPLIER, fixture_supplier (fixture->db, "Uno"),
                           &error);
  g_assert_no_error (error);
  supplier->lead_days = 9;
  item->sku = g_strdup ("A");
  item->name = g_strdup ("A");
  movement = fixture_new_movement (0, fixture_location (fixture->db, "Fuera", "supplier"),
                                   fixture_location (fixture->db, "Estante", "inside"), 1000,
                                   "purchase");
  tras_edit_update (edit, supplier);
  tras_edit_insert (edit, item);
  tras_edit_insert (edit, movement);
  tras_edit_link (edit, movement, "item_id", item);

  g_assert_cmpint (sqlite3_open (fixture->path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT count (*) FROM supplier", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_false (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpint (supplier->parent_instance.version, ==, 1);
  g_assert_cmpint (item->parent_instance.id, ==, 0);
  g_assert_null (movement->code);
  sqlite3_close (reader);

  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (supplier->parent_instance.version, ==, 2);
  g_assert_cmpint (item->parent_instance.id, ==, 1);
  g_assert_cmpstr (movement->code, ==, "M-1");
  g_assert_cmpint (movement->item_id, ==, 1);
}

/* Values that are refused: by the program and by the file's own rules. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSupplier) stale = NULL;
  g_autoptr (TrasSupplier) fresh = NULL;
  g_autoptr (TrasEdit) edit = NULL;

  g_assert_false (add_supplier (fixture->db, "\xff\xfe", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (add_supplier (fixture->db, "  ", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (tras_db_in_edit (fixture->db));

  g_assert_true (add_supplier (fixture->db, "Uno", &error));
  stale = tras_db_load (fixture->db, TRAS_TYPE_SUPPLIER, 1, &error);
  fresh = tras_record_dup (stale);
  g_free (fresh->name);
  fresh->name = g_strdup ("Eins");
  edit = tras_edit_new ("Name");
  tras_edit_update (edit, fresh);
  fixture_write (fixture->db, edit);
  g_assert_cmpint (fresh->parent_instance.version, ==, stale->parent_instance.version + 1);

  g_clear_object (&edit);
  edit = tras_edit_new ("Name");
  tras_edit_update (edit, stale);
  g_assert_false (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (tras_db_load (fixture->db, TRAS_TYPE_SUPPLIER, 77, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

/* An edit that changes nothing leaves no trace. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 edit = -1;

  g_assert_true (tras_db_begin (fixture->db, "Nothing", &error));
  g_assert_true (tras_db_commit (fixture->db, &edit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (edit, ==, 0);
  g_assert_cmpint (tras_edit_log_get_last (fixture->db, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/db/foreign", Fixture, NULL, fixture_set_up, test_foreign, fixture_tear_down);
  g_test_add ("/db/newer", Fixture, NULL, fixture_set_up, test_newer, fixture_tear_down);
  g_test_add ("/db/verify-later", Fixture, NULL, fixture_set_up, test_verify_later,
              fixture_tear_down);
  g_test_add ("/db/damaged", Fixture, NULL, fixture_set_up, test_damaged, fixture_tear_down);
  g_test_add ("/db/schema", Fixture, NULL, fixture_set_up, test_schema, fixture_tear_down);
  g_test_add ("/db/read-only", Fixture, NULL, fixture_set_up, test_read_only, fixture_tear_down);
  g_test_add ("/db/create", Fixture, NULL, fixture_set_up, test_create, fixture_tear_down);
  g_test_add ("/db/moved", Fixture, "moved", fixture_set_up, test_moved, fixture_tear_down);
  g_test_add ("/db/deleted", Fixture, "deleted", fixture_set_up, test_moved, fixture_tear_down);
  g_test_add ("/db/replaced", Fixture, "replaced", fixture_set_up, test_moved,
              fixture_tear_down);
  g_test_add ("/db/foreign-journal", Fixture, NULL, fixture_set_up, test_foreign_journal,
              fixture_tear_down);
  g_test_add ("/db/full", Fixture, NULL, fixture_set_up, test_full, fixture_tear_down);
  g_test_add ("/db/busy", Fixture, NULL, fixture_set_up, test_busy, fixture_tear_down);
  g_test_add ("/db/broken-off", Fixture, GUINT_TO_POINTER (TRAS_DB_DEFAULT), fixture_set_up,
              test_broken_off, fixture_tear_down);
  g_test_add ("/db/broken-off/read", Fixture, GUINT_TO_POINTER (TRAS_DB_READ_ONLY), fixture_set_up,
              test_broken_off, fixture_tear_down);
  g_test_add ("/db/again", Fixture, NULL, fixture_set_up, test_again, fixture_tear_down);
  g_test_add ("/db/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/db/nothing", Fixture, NULL, fixture_set_up, test_nothing, fixture_tear_down);

  return g_test_run ();
}
