/* test-sealed.c: confidential reports: who can read what, and what a file may be like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the store tras-sealed-file.c, tras-sealed-rows.c and tras-sealed-access.c, through what the
 * window does with them.
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fault-vfs.h"
#include "sealed-fixture.h"
#include "tras-backup.h"
#include "tras-error.h"
#include "tras-seal-code.h"

/* ---- the way of a report ---- */

static void
test_way (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedReport) report = NULL;
  g_autofree TrasSealedOverview *before = tras_sealed_book_look (fixture->path, NULL);
  g_autofree TrasSealedOverview *after = NULL;
  g_autofree char *code = NULL;
  gint64 id;

  g_assert_cmpint (before->place, ==, TRAS_SEALED_NOT_SET_UP);
  sealed_set_up (fixture);
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  id = sealed_only_id (fixture, key);

  g_setenv ("TRASTIENDA_TODAY", "2026-12-08", TRUE);
  after = tras_sealed_book_look (fixture->path, NULL);
  g_assert_cmpint (after->place, ==, TRAS_SEALED_READY);
  g_assert_cmpuint (after->n_open, ==, 1);
  g_assert_cmpuint (after->n_late, ==, 1);

  report = sealed_act (fixture, key, id, TRAS_SEALED_READ, NULL, TRAS_DAY_NONE);
  g_assert_cmpstr (report->text, ==, TEXT);
  g_assert_cmpstr (report->contact, ==, CONTACT);
  g_assert_cmpint (report->kind, ==, TRAS_SEALED_FRAUD);
  g_assert_cmpint (report->clock.state, ==, TRAS_SEALED_RECEIVED);
  g_assert_true (report->clock.acknowledge_late);
  g_clear_pointer (&report, tras_sealed_report_free);

  report = sealed_act (fixture, key, id, TRAS_SEALED_ACKNOWLEDGE, NULL, TRAS_DAY_NONE);
  g_assert_cmpint (report->clock.state, ==, TRAS_SEALED_ACKNOWLEDGED);
  g_clear_pointer (&report, tras_sealed_report_free);

  /* The receipt opens what is said, not the report itself. */
  report = sealed_follow (fixture, code, ADDITION);
  g_assert_null (report->text);
  g_assert_cmpint (report->clock.state, ==, TRAS_SEALED_ACKNOWLEDGED);
  g_assert_cmpuint (report->notes->len, ==, 1);
  g_clear_pointer (&report, tras_sealed_report_free);

  report = sealed_act (fixture, key, id, TRAS_SEALED_READ, NULL, TRAS_DAY_NONE);
  g_assert_true (report->waits);
  g_assert_cmpstr (((TrasSealedNote *) report->notes->pdata[0])->text, ==, ADDITION);
  g_assert_false (((TrasSealedNote *) report->notes->pdata[0])->from_officer);
  g_clear_pointer (&report, tras_sealed_report_free);

  report = sealed_act (fixture, key, id, TRAS_SEALED_ANSWER, ANSWER, TRAS_DAY_NONE);
  g_assert_false (report->waits);
  g_assert_cmpint (report->clock.state, ==, TRAS_SEALED_ANSWERED);
  g_clear_pointer (&report, tras_sealed_report_free);

  report = sealed_follow (fixture, code, NULL);
  g_assert_cmpint (report->clock.state, ==, TRAS_SEALED_ANSWERED);
  g_assert_cmpuint (report->notes->len, ==, 2);
  g_assert_cmpstr (((TrasSealedNote *) report->notes->pdata[1])->text, ==, ANSWER);
  g_assert_true (((TrasSealedNote *) report->notes->pdata[1])->from_officer);
}

static void
test_codes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL, *other = tras_seal_code_new ();

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  g_assert_null (tras_sealed_book_follow (fixture->path, other, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  code[0] = code[0] == 'A' ? 'B' : 'A';
  g_assert_null (tras_sealed_book_follow (fixture->path, code, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_passphrase (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealKey) stranger = tras_seal_key_new (NULL);

  sealed_set_up (fixture);
  g_assert_null (tras_sealed_book_open (fixture->path, "seven brown kettles", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (tras_sealed_book_list (fixture->path, stranger, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_MOVED);
  g_clear_error (&error);
  g_assert_false (tras_sealed_book_set_up (fixture->path, PASSPHRASE, TRAS_SEAL_COST_LEAST,
                                           &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXISTS);
}

/* An empty text is a report too, and so is a megabyte. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasSealKey) key = NULL;
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  const char *const texts[] = { "", large };

  sealed_set_up (fixture);
  key = sealed_open_key (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasSealedReport) report = NULL;
      g_autofree char *code = tras_sealed_book_write (fixture->path, TRAS_SEALED_OTHER, texts[i],
                                                      "", &error);

      g_assert_no_error (error);
      report = sealed_act (fixture, key, sealed_only_id (fixture, key), TRAS_SEALED_READ, NULL,
                           TRAS_DAY_NONE);
      g_assert_cmpstr (report->text, ==, texts[i]);
      g_assert_cmpstr (report->contact, ==, "");
      g_clear_pointer (&report, tras_sealed_report_free);
      report = sealed_act (fixture, key, sealed_only_id (fixture, key), TRAS_SEALED_ERASE, NULL,
                           TRAS_DAY_NONE);
    }
}

/* ---- what is in the bytes ---- */

static gboolean
is_in_file (const char *path,
            const char *text)
{
  g_autofree char *data = NULL;
  gsize size;

  return g_file_get_contents (path, &data, &size, NULL) &&
         memmem (data, size, text, strlen (text)) != NULL;
}

static void
assert_nowhere (const char *folder,
                const char *const *words)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n++;
      for (guint i = 0; words[i] != NULL; i++)
        {
          if (is_in_file (path, words[i]))
            g_error ("“%s” stands in %s", words[i], path);
        }
    }
  g_assert_cmpuint (n, >, 0);
}

/* Not in the reports' file, not in the firm's with its log, not in a backup, neither while they are
 * kept nor after they are gone. */
static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const words[] = { "Zacarias", "pallets", "hall four", "blue lockers", "inspector",
                                "white van", "fraud", "kettles", NULL };
  g_autofree char *backups = tras_backup_dup_folder (fixture->path);
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedReport) followed = NULL, answered = NULL, erased = NULL;
  g_autofree char *code = NULL;
  gint64 id;

  sealed_set_up (fixture);
  fixture_supplier (fixture->db, "Uno");
  g_assert_true (is_in_file (fixture->path, "Uno"));
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  id = sealed_only_id (fixture, key);
  followed = sealed_follow (fixture, code, ADDITION);
  answered = sealed_act (fixture, key, id, TRAS_SEALED_ANSWER, ANSWER, TRAS_DAY_NONE);
  g_setenv ("TRASTIENDA_TODAY", "2026-12-01", TRUE);
  fixture_supplier (fixture->db, "Dos");
  g_free (sealed_write (fixture));
  assert_nowhere (fixture->folder, words);
  assert_nowhere (backups, words);
  /* The receipt stands nowhere either. */
  g_assert_false (is_in_file (path, code));

  erased = sealed_act (fixture, key, id, TRAS_SEALED_ERASE, NULL, TRAS_DAY_NONE);
  assert_nowhere (fixture->folder, words);
}

/* What was sealed is overwritten when it is erased. */
static void
test_overwritten (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL;
  g_autofree char *piece = NULL;
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedReport) erased = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gsize size;
  const guint8 *body;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  id = sealed_only_id (fixture, key);
  {
    g_autoptr (TrasSealedFile) file = tras_sealed_file_open (fixture->path, &error);
    g_autoptr (TrasSealedRow) row = tras_sealed_file_load (file, id, &error);

    g_assert_no_error (error);
    body = g_bytes_get_data (row->body, &size);
    piece = g_memdup2 (body + size / 2, 32);
  }
  {
    g_autofree char *bytes = NULL;

    g_file_get_contents (path, &bytes, &size, NULL);
    g_assert_nonnull (memmem (bytes, size, piece, 32));
  }
  erased = sealed_act (fixture, key, id, TRAS_SEALED_ERASE, NULL, TRAS_DAY_NONE);
  {
    g_autofree char *bytes = NULL;

    g_file_get_contents (path, &bytes, &size, NULL);
    g_assert_null (memmem (bytes, size, piece, 32));
  }
}

/* ---- erasing, and the log ---- */

static void
test_erasing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedReport) report = NULL;
  g_autoptr (TrasSealedLog) log = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  gint64 id;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  id = sealed_only_id (fixture, key);
  report = sealed_act (fixture, key, id, TRAS_SEALED_CLOSE, NULL, TRAS_DAY_NONE);
  g_assert_cmpint (report->erase_on, ==, tras_day_from_iso ("2028-11-30"));
  g_clear_pointer (&report, tras_sealed_report_free);

  g_assert_null (tras_sealed_book_act (fixture->path, key, id, TRAS_SEALED_KEEP_UNTIL, NULL,
                                       tras_day_from_iso ("2031-12-01"), &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_clear_error (&error);
  report = sealed_act (fixture, key, id, TRAS_SEALED_KEEP_UNTIL, NULL,
                       tras_day_from_iso ("2027-03-01"));
  g_assert_cmpint (report->erase_on, ==, tras_day_from_iso ("2027-03-01"));

  g_setenv ("TRASTIENDA_TODAY", "2027-02-28", TRUE);
  g_assert_cmpint (sealed_only_id (fixture, key), ==, id);
  g_setenv ("TRASTIENDA_TODAY", "2027-03-01", TRUE);
  left = tras_sealed_book_list (fixture->path, key, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_null (tras_sealed_book_follow (fixture->path, code, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);

  log = tras_sealed_book_log (fixture->path, NULL);
  g_assert_cmpuint (log->broken, ==, 0);
  g_assert_cmpstr (((TrasSealedAccess *) log->lines->pdata[log->lines->len - 1])->what, ==,
                   "expired");
  g_assert_cmpint (((TrasSealedAccess *) log->lines->pdata[log->lines->len - 1])->report_id, ==,
                   id);
}

static guint
broken_after (Fixture    *fixture,
              const char *sql)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *kept = NULL;
  g_autofree char *script = NULL;
  g_autoptr (TrasSealedLog) log = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  guint broken;

  g_file_get_contents (path, &kept, &size, NULL);
  /* Whoever tampers puts the triggers back. */
  script = g_strdup_printf (
    "CREATE TEMP TABLE t AS SELECT sql FROM sqlite_schema WHERE name = 'access_is_not_%s';"
    "DROP TRIGGER access_is_not_%s; %s", strstr (sql, "DELETE") ? "deleted" : "changed",
    strstr (sql, "DELETE") ? "deleted" : "changed", sql);
  sealed_meddle (fixture, script);
  sealed_meddle (fixture, strstr (sql, "DELETE")
    ? "CREATE TRIGGER access_is_not_deleted BEFORE DELETE ON access\nBEGIN\n"
      "  SELECT RAISE (ABORT, 'a line of the access log is not deleted');\nEND"
    : "CREATE TRIGGER access_is_not_changed BEFORE UPDATE ON access\nBEGIN\n"
      "  SELECT RAISE (ABORT, 'a line of the access log is not changed');\nEND");
  log = tras_sealed_book_log (fixture->path, &error);
  g_assert_no_error (error);
  broken = log->broken;
  g_file_set_contents_full (path, kept, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);

  return broken;
}

static void
test_log (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const whats[] = { "set-up", "opened", "read", "acknowledged", "erased" };
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedLog) log = NULL;
  g_autofree char *code = NULL;
  sqlite3 *handle;
  gint64 id;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  id = sealed_only_id (fixture, key);
  tras_sealed_report_free (sealed_act (fixture, key, id, TRAS_SEALED_READ, NULL, TRAS_DAY_NONE));
  tras_sealed_report_free (sealed_act (fixture, key, id, TRAS_SEALED_ACKNOWLEDGE, NULL,
                                       TRAS_DAY_NONE));
  tras_sealed_report_free (sealed_act (fixture, key, id, TRAS_SEALED_ERASE, NULL, TRAS_DAY_NONE));

  log = tras_sealed_book_log (fixture->path, NULL);
  g_assert_cmpuint (log->broken, ==, 0);
  g_assert_cmpuint (log->lines->len, ==, G_N_ELEMENTS (whats));
  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    g_assert_cmpstr (((TrasSealedAccess *) log->lines->pdata[i])->what, ==, whats[i]);

  g_assert_cmpuint (broken_after (fixture, "DELETE FROM access WHERE number = 3"), ==, 3);
  g_assert_cmpuint (broken_after (fixture, "DELETE FROM access WHERE number = 1"), ==, 1);
  g_assert_cmpuint (broken_after (fixture, "DELETE FROM access WHERE number = 5"), ==, 5);
  g_assert_cmpuint (broken_after (fixture, "DELETE FROM access"), ==, 1);
  g_assert_cmpuint (broken_after (fixture, "UPDATE access SET what = 'opened' WHERE number = 3"),
                    ==, 3);
  g_assert_cmpuint (broken_after (fixture,
                                  "UPDATE access SET report_id = 7 WHERE number = 4"), ==, 4);
  g_assert_cmpuint (broken_after (fixture, "UPDATE access SET happened_on = '2026-11-29'"
                                           " WHERE number = 2"), ==, 2);

  /* And without taking the file apart, no line goes. */
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM access", NULL, NULL, NULL), !=, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE access SET number = 9", NULL, NULL, NULL), !=,
                   SQLITE_OK);
  sqlite3_close (handle);
}

/* A message that was moved, turned or copied by somebody who can write the file is not shown as
 * what it is not; neither is one that they wrote. */
static void
test_forged (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const forgeries[] = {
    "UPDATE message SET from_officer = 1 WHERE number = 1",
    "UPDATE message SET number = 3 WHERE number = 1",
    "UPDATE message SET body = (SELECT body FROM message WHERE number = 2) WHERE number = 1",
    "UPDATE message SET body = zeroblob (4136) WHERE number = 1",
  };
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL, *kept = NULL;
  g_autoptr (TrasSealKey) key = NULL;
  gint64 id;
  gsize size;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  key = sealed_open_key (fixture);
  id = sealed_only_id (fixture, key);
  tras_sealed_report_free (sealed_follow (fixture, code, ADDITION));
  tras_sealed_report_free (sealed_act (fixture, key, id, TRAS_SEALED_ANSWER, ANSWER,
                                       TRAS_DAY_NONE));
  g_file_get_contents (path, &kept, &size, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autoptr (TrasSealedReport) report = NULL;
      guint n_damaged = 0;

      sealed_meddle (fixture, forgeries[i]);
      report = sealed_follow (fixture, code, NULL);
      for (guint k = 0; k < report->notes->len; k++)
        n_damaged += ((TrasSealedNote *) report->notes->pdata[k])->text == NULL;
      g_assert_cmpuint (n_damaged, ==, 1);
      g_file_set_contents_full (path, kept, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    }
}

/* ---- the file ---- */

static void
test_rights (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  sealed_set_up (fixture);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  /* When it was written is known to the day. */
  g_assert_cmpint (info.st_mtime % 86400, ==, 0);
  code = sealed_write (fixture);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mtime % 86400, ==, 0);

  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  sealed_assert_look_fails (fixture, TRAS_ERROR_EXPOSED);
  g_assert_null (tras_sealed_book_write (fixture->path, TRAS_SEALED_DATA, TEXT, "", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXPOSED);
  g_clear_error (&error);
  tras_sealed_file_make_private (fixture->path, &error);
  g_assert_no_error (error);
  tras_sealed_report_free (sealed_follow (fixture, code, NULL));
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *kept = NULL;
  gsize size;

  g_file_set_contents_full (path, "notes", 5, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  sealed_assert_look_fails (fixture, TRAS_ERROR_FOREIGN);
  g_file_get_contents (fixture->path, &kept, &size, NULL);
  g_file_set_contents_full (path, kept, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  sealed_assert_look_fails (fixture, TRAS_ERROR_FOREIGN);
  g_unlink (path);

  sealed_set_up (fixture);
  sealed_meddle (fixture, "PRAGMA user_version = 3");
  sealed_assert_look_fails (fixture, TRAS_ERROR_TOO_NEW);
  sealed_meddle (fixture, "PRAGMA user_version = 2; CREATE TABLE copy (body BLOB);"
                   " CREATE TRIGGER spy AFTER INSERT ON report BEGIN"
                   " INSERT INTO copy VALUES (new.body); END");
  sealed_assert_look_fails (fixture, TRAS_ERROR_DAMAGED);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL, *kept = NULL, *broken = NULL;
  gsize size;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  g_file_get_contents (path, &kept, &size, NULL);
  broken = g_memdup2 (kept, size);
  memset (broken + 4096, 0x5a, 4096);
  g_file_set_contents_full (path, broken, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  sealed_assert_look_fails (fixture, TRAS_ERROR_DAMAGED);
  g_file_set_contents_full (path, kept, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  g_assert_cmpint (truncate (path, (off_t) size / 2), ==, 0);
  sealed_assert_look_fails (fixture, TRAS_ERROR_DAMAGED);

  /* Nothing was done to what could not be read. */
  g_file_set_contents_full (path, kept, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  tras_sealed_report_free (sealed_follow (fixture, code, NULL));
}

/* A backup before each day's first change; where the file is gone, the newest can come back. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  g_autofree char *code = NULL, *backup = NULL;
  g_autofree TrasSealedOverview *overview = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  sealed_set_up (fixture);
  code = sealed_write (fixture);
  g_setenv ("TRASTIENDA_TODAY", "2026-12-01", TRUE);
  g_free (sealed_write (fixture));
  backup = tras_sealed_file_dup_backup (fixture->path);
  g_assert_true (g_str_has_suffix (backup, "/2026-12-01.trastienda-reports"));
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_false (tras_sealed_file_bring_back (fixture->path, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_EXISTS);
  g_clear_error (&error);
  g_unlink (path);
  overview = tras_sealed_book_look (fixture->path, &error);
  g_assert_cmpint (overview->place, ==, TRAS_SEALED_GONE);
  tras_sealed_file_bring_back (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  tras_sealed_report_free (sealed_follow (fixture, code, NULL));
}

/* ---- the disk ---- */

/* A report is there whole and its receipt opens it, or it is not there and its writer knows. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  gboolean struck = TRUE;
  guint n_failed = 0, n_there = 1;

  sealed_set_up (fixture);
  g_free (sealed_write (fixture));
  for (guint call = 1; struck; call += 1 + call / 6)
    {
      g_autoptr (GError) error = NULL;
      g_autofree TrasSealedOverview *overview = NULL;
      g_autofree char *code = NULL;

      fault_vfs_arm (kind, call);
      code = tras_sealed_book_write (fixture->path, TRAS_SEALED_SAFETY, TEXT, CONTACT, &error);
      struck = fault_vfs_disarm ();
      g_assert_cmpint (code == NULL, ==, error != NULL);
      if (code == NULL)
        {
          n_failed++;
          if (kind == FAULT_FULL && error->code != TRAS_ERROR_DENIED)
            g_assert_cmpint (error->code, ==, TRAS_ERROR_FULL);
        }
      else
        {
          n_there++;
          tras_sealed_report_free (sealed_follow (fixture, code, NULL));
        }
      g_clear_error (&error);
      overview = tras_sealed_book_look (fixture->path, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (overview->n_open, ==, n_there);
    }
  g_assert_cmpuint (n_failed, >, 3);
}

static void
test_create_faults (Fixture       *fixture,
                    gconstpointer  data)
{
  FaultKind kind = GPOINTER_TO_INT (data);
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  gboolean struck = TRUE;
  guint n_failed = 0;

  for (guint call = 1; struck; call += 1 + call / 3)
    {
      g_autoptr (GError) error = NULL;
      gboolean made;

      fault_vfs_arm (kind, call);
      made = tras_sealed_book_set_up (fixture->path, PASSPHRASE, TRAS_SEAL_COST_LEAST, &error);
      struck = fault_vfs_disarm ();
      g_assert_cmpint (made, ==, error == NULL);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, made);
      n_failed += !made;
      g_unlink (path);
    }
  g_assert_cmpuint (n_failed, >, 3);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = { "once", "full", "dead", "late" };
  typedef struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } Test;
  static const Test tests[] = {
    { "/sealed/way", test_way },
    { "/sealed/codes", test_codes },
    { "/sealed/passphrase", test_passphrase },
    { "/sealed/sizes", test_sizes },
    { "/sealed/bytes", test_bytes },
    { "/sealed/overwritten", test_overwritten },
    { "/sealed/erasing", test_erasing },
    { "/sealed/log", test_log },
    { "/sealed/forged", test_forged },
    { "/sealed/rights", test_rights },
    { "/sealed/not-ours", test_not_ours },
    { "/sealed/damaged", test_damaged },
    { "/sealed/backup", test_backup },
  };
  static const Test faults[] = {
    { "write", test_faults },
    { "create", test_create_faults },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_register ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
  for (guint f = 0; f < G_N_ELEMENTS (faults); f++)
    {
      for (int i = 0; i < N_FAULTS; i++)
        {
          g_autofree char *name = g_strdup_printf ("/sealed/faults/%s/%s", faults[f].name,
                                                   names[i]);

          g_test_add (name, Fixture, GINT_TO_POINTER (i), fixture_set_up, faults[f].func,
                      fixture_tear_down);
        }
    }

  return g_test_run ();
}
