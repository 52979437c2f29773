/* test-backup.c: copies that can be trusted, which of them stay, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "tras-backup.h"
#include "tras-error.h"

static gboolean
contains (GArray  *days,
          TrasDay  day)
{
  for (guint i = 0; i < days->len; i++)
    {
      if (g_array_index (days, TrasDay, i) == day)
        return TRUE;
    }

  return FALSE;
}

/* Of backups of every day for two years, those that stay. 2026-11-21 is a Saturday. */
static void
test_thin (void)
{
  static const char *const kept[] = {
    /* The newest twelve days. */
    "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16",
    "2026-11-15", "2026-11-14", "2026-11-13", "2026-11-12", "2026-11-11", "2026-11-10",
    /* The last days of the newest ten weeks: Sundays. */
    "2026-11-08", "2026-11-01", "2026-10-25", "2026-10-18", "2026-10-11", "2026-10-04",
    "2026-09-27", "2026-09-20",
    /* The last days of the newest nine months. */
    "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31",
    "2026-04-30", "2026-03-31",
    /* A clock that was wrong. */
    "2027-05-05",
  };
  TrasDay today = tras_day_from_iso ("2026-11-21");
  TrasDay future = tras_day_from_iso ("2027-05-05");
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  g_autoptr (GArray) gone = NULL;

  g_array_append_val (days, future);
  for (TrasDay day = today - 730; day <= today; day++)
    g_array_append_val (days, day);
  gone = tras_backup_thin ((TrasDay *) (void *) days->data, days->len, today);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      TrasDay day = tras_day_from_iso (kept[i]);

      g_assert_true (contains (days, day));
      if (contains (gone, day))
        g_error ("%s has gone", kept[i]);
    }
  g_assert_cmpuint (days->len - gone->len, ==, G_N_ELEMENTS (kept));
}

/* Whoever works once a week or once a month loses nothing sooner; thinning twice is thinning once;
 * and day by day no more than 31 files are kept. */
static void
test_thin_rules (void)
{
  TrasDay first = tras_day_from_iso ("2024-01-01");
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (TrasDay today = first; today < first + 900; today++)
    {
      g_autoptr (GArray) gone = NULL;
      g_autoptr (GArray) again = NULL;

      if (g_rand_int_range (rand, 0, 3) == 0)
        continue;
      g_array_append_val (days, today);
      gone = tras_backup_thin ((TrasDay *) (void *) days->data, days->len, today);
      for (guint i = 0; i < days->len;)
        {
          if (contains (gone, g_array_index (days, TrasDay, i)))
            g_array_remove_index (days, i);
          else
            i++;
        }
      again = tras_backup_thin ((TrasDay *) (void *) days->data, days->len, today);
      g_assert_cmpuint (again->len, ==, 0);
      g_assert_cmpuint (days->len, <=, 12 + 10 + 9);
      g_assert_true (contains (days, today));
    }
  /* Something of each of the last nine months. */
  g_assert_cmpint (g_array_index (days, TrasDay, 0), <=, first + 899 - 8 * 28);
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = tras_backup_list (fixture->path);

  return backups->len;
}

static void
test_daily (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = tras_backup_dup_folder (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) copy = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  GStatBuf info;

  g_setenv ("TRASTIENDA_TODAY", "2026-11-20", TRUE);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  fixture_supplier (fixture->db, "Uno");
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  fixture_supplier (fixture->db, "Dos");
  g_assert_cmpuint (count_backups (fixture), ==, 1);

  /* The next day's is of before that day's first edit. */
  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);
  fixture_supplier (fixture->db, "Tres");
  g_assert_cmpuint (count_backups (fixture), ==, 2);
  backups = tras_backup_list (fixture->path);
  for (guint i = 0; i < backups->len; i++)
    {
      TrasBackup *backup = backups->pdata[i];

      g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_cmpint (info.st_size, ==, (gint64) backup->size);
      if (!g_str_has_suffix (backup->path, "2026-11-21.trastienda"))
        continue;
      copy = tras_db_open (backup->path, TRAS_DB_READ_ONLY, &error);
      g_assert_no_error (error);
    }
  g_assert_nonnull (copy);
  g_assert_cmpint (tras_db_count (copy, query, &error), ==, 2);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_unsetenv ("TRASTIENDA_TODAY");
}

/* Old ones go when a new one is made. */
static void
test_thinned_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *folder = tras_backup_dup_folder (fixture->path);
  g_autofree char *stranger = NULL;
  TrasDay today = tras_day_from_iso ("2026-11-21");

  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (TrasDay day = today - 400; day < today; day++)
    {
      g_autofree char *iso = tras_day_to_iso (day);
      g_autofree char *path = g_strconcat (folder, "/", iso, ".trastienda", NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  stranger = g_build_filename (folder, "before-upgrade-2020-01-01-1.trastienda", NULL);
  g_assert_true (g_file_set_contents (stranger, "", 0, NULL));
  fixture_supplier (fixture->db, "Uno");
  g_assert_true (g_file_test (stranger, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_backups (fixture), ==, 28 + 1);
  g_unsetenv ("TRASTIENDA_TODAY");
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.trastienda", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *aside = NULL, *aside_journal = NULL, *content = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) present = NULL;
  GStatBuf info;

  fixture_supplier (fixture->db, "Uno");
  g_assert_true (tras_backup_write (fixture->db, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  fixture_supplier (fixture->db, "Dos");
  g_clear_object (&fixture->db);
  /* A journal of the file that is set aside would be played into the other one. */
  g_assert_true (g_file_set_contents (journal, "stale", -1, NULL));
  g_chmod (backup, 0644);

  aside = tras_backup_restore (backup, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  aside_journal = g_strconcat (aside, "-journal", NULL);
  g_assert_true (g_file_get_contents (aside_journal, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "stale");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  fixture->db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, 1);
  g_unlink (aside_journal);
  present = tras_db_open (aside, TRAS_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_db_count (present, query, &error), ==, 2);
}

/* A backup that is not good is not put in anything's place. */
static void
test_restore_bad (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.trastienda", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fixture_supplier (fixture->db, "Uno");
  g_clear_object (&fixture->db);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + 5 * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (bad, content, (gssize) length, NULL));

  g_assert_false (tras_backup_verify (bad, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (tras_backup_restore (bad, fixture->path, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
  g_clear_error (&error);
  fixture->db = tras_db_open (fixture->path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
}

/* Two firms of the same file name have two folders. */
static void
test_folders (void)
{
  g_autofree char *a = tras_backup_dup_folder ("/tmp/a/firm.trastienda");
  g_autofree char *b = tras_backup_dup_folder ("/tmp/b/firm.trastienda");
  g_autofree char *same = tras_backup_dup_folder ("/tmp/x/../a/firm.trastienda");

  g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (a, ==, same);
  g_assert_nonnull (strstr (a, "/trastienda/backups/firm-"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/backup/thin", test_thin);
  g_test_add_func ("/backup/thin-rules", test_thin_rules);
  g_test_add ("/backup/daily", Fixture, NULL, fixture_set_up, test_daily, fixture_tear_down);
  g_test_add ("/backup/thinned-folder", Fixture, NULL, fixture_set_up, test_thinned_folder,
              fixture_tear_down);
  g_test_add ("/backup/restore", Fixture, NULL, fixture_set_up, test_restore, fixture_tear_down);
  g_test_add ("/backup/restore-bad", Fixture, NULL, fixture_set_up, test_restore_bad,
              fixture_tear_down);
  g_test_add_func ("/backup/folders", test_folders);

  return g_test_run ();
}
