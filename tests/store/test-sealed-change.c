/* test-sealed-change.c: another passphrase for confidential reports, files of older
 * versions, and copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fault-vfs.h"
#include "sealed-fixture.h"

#define OTHER "a violin under nine umbrellas"

static guint
count_lines (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealedLog) log = tras_sealed_book_log (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (log->broken, ==, 0);

  return log->lines->len;
}

/* ---- another passphrase ---- */

static gboolean
change (Fixture     *fixture,
        const char  *passphrase,
        const char  *wanted,
        GError     **error)
{
  return tras_sealed_book_change_passphrase (fixture->path, passphrase, wanted,
                                             TRAS_SEAL_COST_LEAST, error);
}

/* Exactly one of the two opens the key. */
static void
assert_opens (Fixture    *fixture,
              const char *opens,
              const char *does_not)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealKey) key = tras_sealed_book_open (fixture->path, opens, &error);

  g_assert_no_error (error);
  g_assert_null (tras_sealed_book_open (fixture->path, does_not, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DENIED);
}

/* What was sealed before is read after; receipts stay; the log tells of it, and is whole. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL, *bytes = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedReport) report = NULL, followed = NULL;
  g_autoptr (TrasSealedLog) log = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  GStatBuf info;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  {
    g_autoptr (TrasSealedFile) file = tras_sealed_file_open (fixture->path, &error);

    before = g_bytes_ref (tras_sealed_file_get_locked_key (file));
  }

  g_assert_false (change (fixture, OTHER, OTHER, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DENIED);
  g_clear_error (&error);
  assert_opens (fixture, PASSPHRASE, OTHER);

  change (fixture, PASSPHRASE, OTHER, &error);
  g_assert_no_error (error);
  log = tras_sealed_book_log (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->broken, ==, 0);
  g_assert_cmpstr (((TrasSealedAccess *) log->lines->pdata[log->lines->len - 1])->what, ==,
                   "passphrase");
  assert_opens (fixture, OTHER, PASSPHRASE);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_mtime % 86400, ==, 0);

  key = tras_sealed_book_open (fixture->path, OTHER, &error);
  report = sealed_act (fixture, key, sealed_only_id (fixture, key), TRAS_SEALED_ANSWER, ANSWER,
                       TRAS_DAY_NONE);
  g_assert_cmpstr (report->text, ==, TEXT);
  followed = sealed_follow (fixture, code, NULL);
  g_assert_cmpstr (((TrasSealedNote *) followed->notes->pdata[0])->text, ==, ANSWER);

  /* The key behind the passphrase before is overwritten. */
  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  g_assert_null (memmem (bytes, size, g_bytes_get_data (before, NULL), g_bytes_get_size (before)));
}

/* The passphrase was changed or it was not, and the officer knows which. */
static void
test_change_faults (Fixture       *fixture,
                    gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  const char *present = PASSPHRASE, *other = OTHER;
  gboolean struck = TRUE;
  guint n_failed = 0;

  sealed_set_up (fixture);
  g_free (sealed_write (fixture));
  for (guint call = 1; struck; call += 1 + call / 6)
    {
      g_autoptr (GError) error = NULL;
      gboolean changed;

      fault_vfs_arm (kind, call);
      changed = change (fixture, present, other, &error);
      struck = fault_vfs_disarm ();
      g_assert_cmpint (changed, ==, error == NULL);
      n_failed += !changed;
      if (changed)
        {
          const char *before = present;

          present = other;
          other = before;
        }
      assert_opens (fixture, present, other);
      count_lines (fixture);
    }
  g_assert_cmpuint (n_failed, >, 3);
}

/* ---- an older file ---- */

/* Makes of the file one as the first version left it. */
static void
make_older (Fixture *fixture)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *older = g_strconcat (path, ".older", NULL);
  g_autofree char *rows = NULL;
  g_autoptr (GBytes) schema = NULL;
  sqlite3 *handle;

  schema = g_resources_lookup_data ("/org/trastienda/Trastienda/sealed/0001.sqlite.sql",
                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  rows = g_strdup_printf ("ATTACH '%s' AS newer; PRAGMA application_id = %d;"
                          " PRAGMA user_version = 1;"
                          " INSERT INTO officer SELECT * FROM newer.officer;"
                          " INSERT INTO report SELECT * FROM newer.report;"
                          " INSERT INTO message SELECT * FROM newer.message;"
                          " INSERT INTO access SELECT * FROM newer.access;", path, 0x54525352);
  g_assert_cmpint (sqlite3_open (older, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, g_bytes_get_data (schema, NULL), NULL, NULL, NULL), ==,
                   SQLITE_OK);
  if (sqlite3_exec (handle, rows, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  sqlite3_close (handle);
  g_assert_cmpint (g_chmod (older, 0600), ==, 0);
  g_assert_cmpint (g_rename (older, path), ==, 0);
}

/* A file of the first version is brought up to date, whole, with all its lines. */
static void
test_older (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *code = NULL;
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  tras_sealed_report_free (sealed_follow (fixture, code, ADDITION));
  n_lines = count_lines (fixture);

  /* What somebody has planted in an older file shows too. */
  make_older (fixture);
  sealed_meddle (fixture, "CREATE TABLE copy (body BLOB)");
  sealed_assert_look_fails (fixture, TRAS_ERROR_DAMAGED);
  sealed_meddle (fixture, "DROP TABLE copy");

  g_assert_cmpuint (count_lines (fixture), ==, n_lines);
  change (fixture, PASSPHRASE, OTHER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_lines (fixture), ==, n_lines + 1);
  tras_sealed_report_free (sealed_follow (fixture, code, NULL));
}

/* An older file is up to date or as it was, and no line of its log is lost. */
static void
test_older_faults (Fixture       *fixture,
                   gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  gboolean struck = TRUE;
  guint n_failed = 0, n_lines;

  sealed_set_up (fixture);
  g_free (sealed_write (fixture));
  n_lines = count_lines (fixture);
  for (guint call = 1; struck; call += 1 + call / 6)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasSealedLog) log = NULL;

      make_older (fixture);
      fault_vfs_arm (kind, call);
      log = tras_sealed_book_log (fixture->path, &error);
      struck = fault_vfs_disarm ();
      g_assert_cmpint (log == NULL, ==, error != NULL);
      n_failed += log == NULL;
      g_assert_cmpuint (count_lines (fixture), ==, n_lines);
    }
  g_assert_cmpuint (n_failed, >, 3);
}

/* ---- a copy ---- */

static char *
dup_other_company (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "other.trastienda", NULL);
}

/* The same passphrase and the same receipts open the copy; what is there already stays. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *other = dup_other_company (fixture);
  g_autofree char *path = tras_sealed_file_dup_path (other);
  g_autofree char *own = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL, *kept = NULL, *left = NULL;
  g_autoptr (TrasSealedReport) followed = NULL;
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, left_size;
  GStatBuf info;

  g_assert_false (tras_sealed_file_exists (fixture->path));
  g_assert_false (tras_sealed_file_copy (fixture->path, other, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  g_assert_true (tras_sealed_file_exists (fixture->path));
  tras_sealed_file_copy (fixture->path, other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_mtime % 86400, ==, 0);
  key = tras_sealed_book_open (other, PASSPHRASE, &error);
  g_assert_no_error (error);
  followed = tras_sealed_book_follow (other, code, NULL, &error);
  g_assert_no_error (error);

  g_file_get_contents (path, &kept, &size, NULL);
  g_assert_false (tras_sealed_file_copy (fixture->path, other, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXISTS);
  g_clear_error (&error);
  g_file_get_contents (path, &left, &left_size, NULL);
  g_assert_cmpmem (left, left_size, kept, size);

  /* What others may read is not passed on. */
  g_unlink (path);
  g_assert_cmpint (g_chmod (own, 0644), ==, 0);
  g_assert_false (tras_sealed_file_copy (fixture->path, other, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXPOSED);
  g_assert_false (tras_sealed_file_exists (other));
}

/* There is a whole copy or none, and the file is as it was. */
static void
test_copy_faults (Fixture       *fixture,
                  gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *other = dup_other_company (fixture);
  g_autofree char *path = tras_sealed_file_dup_path (other);
  g_autofree char *code = NULL;
  gboolean struck = TRUE;
  guint n_failed = 0;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  for (guint call = 1; struck; call += 1 + call / 6)
    {
      g_autoptr (GError) error = NULL;
      gboolean copied;

      fault_vfs_arm (kind, call);
      copied = tras_sealed_file_copy (fixture->path, other, &error);
      struck = fault_vfs_disarm ();
      g_assert_cmpint (copied, ==, error == NULL);
      g_assert_cmpint (tras_sealed_file_exists (other), ==, copied);
      n_failed += !copied;
      if (copied)
        {
          tras_sealed_report_free (tras_sealed_book_follow (other, code, NULL, &error));
          g_assert_no_error (error);
          g_unlink (path);
        }
      tras_sealed_report_free (sealed_follow (fixture, code, NULL));
    }
  g_assert_cmpuint (n_failed, >, 3);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = { "once", "full", "dead", "late" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_register ();
  g_test_add ("/sealed-change/passphrase", Fixture, NULL, fixture_set_up, test_change,
              fixture_tear_down);
  g_test_add ("/sealed-change/older", Fixture, NULL, fixture_set_up, test_older,
              fixture_tear_down);
  g_test_add ("/sealed-change/copy", Fixture, NULL, fixture_set_up, test_copy,
              fixture_tear_down);
  for (int i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *copy = g_strconcat ("/sealed-change/faults/copy/", names[i], NULL);
      g_autofree char *change = g_strconcat ("/sealed-change/faults/passphrase/", names[i], NULL);
      g_autofree char *older = g_strconcat ("/sealed-change/faults/older/", names[i], NULL);

      g_test_add (change, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_change_faults,
                  fixture_tear_down);
      g_test_add (copy, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_copy_faults,
                  fixture_tear_down);
      g_test_add (older, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_older_faults,
                  fixture_tear_down);
    }

  return g_test_run ();
}
