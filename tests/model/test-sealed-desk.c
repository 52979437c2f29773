/* test-sealed-desk.c: the officer's key is open only as long as somebody uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tras-error.h"
#include "tras-sealed-desk.h"
#include "tras-worker.h"

#define PASSPHRASE "seven brown kettles, one lid"

typedef struct
{
  char *folder;
  char *company;
  TrasSealedDesk *desk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tras-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->company = g_build_filename (fixture->folder, "firm.trastienda", NULL);
  tras_sealed_book_set_up (fixture->company, PASSPHRASE, TRAS_SEAL_COST_LEAST, &error);
  g_assert_no_error (error);
  fixture->desk = tras_sealed_desk_new (fixture->company);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->company);
  g_autofree char *backup = NULL;

  g_clear_object (&fixture->desk);
  tras_worker_wait_all ();
  backup = tras_sealed_file_dup_backup (fixture->company);
  if (backup != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (backup);

      g_unlink (backup);
      g_rmdir (folder);
    }
  g_unlink (path);
  g_rmdir (fixture->folder);
  g_free (fixture->company);
  g_free (fixture->folder);
}

static void
on_done (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static gboolean
open_desk (Fixture     *fixture,
           const char  *passphrase,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tras_sealed_desk_open_async (fixture->desk, passphrase, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tras_sealed_desk_open_finish (fixture->desk, result, error);
}

static gpointer
key_job (const char   *company,
         TrasSealKey  *key,
         gpointer      data,
         GError      **error)
{
  return GINT_TO_POINTER (key != NULL ? 1 : 2);
}

static gboolean
jobs_have_key (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tras_sealed_desk_run_async (fixture->desk, key_job, NULL, NULL, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return GPOINTER_TO_INT (tras_sealed_desk_run_finish (fixture->desk, result, &error)) == 1;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->desk, "notify::open", G_CALLBACK (count), &n_changes);
  g_assert_false (open_desk (fixture, "another passphrase", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (tras_sealed_desk_is_open (fixture->desk));
  g_assert_false (jobs_have_key (fixture));
  g_assert_cmpuint (n_changes, ==, 0);

  g_assert_true (open_desk (fixture, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_true (tras_sealed_desk_is_open (fixture->desk));
  g_assert_true (jobs_have_key (fixture));
  g_assert_cmpuint (n_changes, ==, 1);

  tras_sealed_desk_lock (fixture->desk);
  g_assert_false (tras_sealed_desk_is_open (fixture->desk));
  g_assert_false (jobs_have_key (fixture));
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_patience (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tras_sealed_desk_set_patience (fixture->desk, 50);
  g_assert_true (open_desk (fixture, PASSPHRASE, &error));
  g_assert_no_error (error);
  while (tras_sealed_desk_is_open (fixture->desk))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (jobs_have_key (fixture));
}

/* Nobody waits for a job whose desk has gone. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  tras_sealed_desk_open_async (fixture->desk, PASSPHRASE, on_done, &result);
  g_clear_object (&fixture->desk);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  /* Backups go where they are in nobody's way; what G_TEST_OPTION_ISOLATE_DIRS sets would leak. */
  g_autofree char *home = g_dir_make_tmp ("tras-home-XXXXXX", NULL);
  g_autofree char *firms = g_build_filename (home, "trastienda", NULL);
  g_autofree char *backups = g_build_filename (firms, "backups", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sealed-desk/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/sealed-desk/patience", Fixture, NULL, set_up, test_patience, tear_down);
  g_test_add ("/sealed-desk/gone", Fixture, NULL, set_up, test_gone, tear_down);

  status = g_test_run ();
  g_rmdir (backups);
  g_rmdir (firms);
  g_rmdir (home);

  return status;
}
