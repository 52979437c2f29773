/* test-mutations.c: files with bits that fell over, pages that got lost, and worse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a file holds, opening it, reading all of it, editing and undoing work or say what is
 * wrong. TRASTIENDA_MUTATIONS says how many files are tried, TRASTIENDA_SEED which ones.
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "tras-backup.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-tables.h"

#define PAGE 4096

static guint
number_of (const char *variable,
           guint       otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
fill (TrasDb *db)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 outside = fixture_location (db, "Fuera", "supplier");
  gint64 shelf = fixture_location (db, "Estante", "inside");

  fixture_supplier (db, "Uno");
  for (guint i = 1; i <= 40; i++)
    {
      fixture_insert (db, fixture_new_item (rand, i, 1));
      fixture_insert (db, fixture_new_movement (i, outside, shelf, 1000 * i, "purchase"));
    }
}

/* One or several of the ways in which files come to harm. */
static gsize
mutate (GRand  *rand,
        guint8 *data,
        gsize   length)
{
  static const guint8 telling[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
  guint n_pages = (guint) (length / PAGE);
  guint n = (guint) g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < n; i++)
    {
      gsize at = (gsize) g_rand_double_range (rand, 0, (double) length);
      gsize a = PAGE * (gsize) g_rand_int_range (rand, 0, (gint32) n_pages);
      gsize b = PAGE * (gsize) g_rand_int_range (rand, 0, (gint32) n_pages);

      switch (g_rand_int_range (rand, 0, 9))
        {
        case 0:
        case 1:
          data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
          break;
        case 2:
          data[at] = telling[g_rand_int_range (rand, 0, G_N_ELEMENTS (telling))];
          break;
        /* Where a page says what it is and where its cells are. */
        case 3:
          data[a + (gsize) g_rand_int_range (rand, 0, 64)] = (guint8) g_rand_int (rand);
          break;
        /* Behind what says which program and version the file is of. */
        case 4:
          data[g_rand_int_range (rand, 16, 60)] = (guint8) g_rand_int (rand);
          break;
        case 5:
          memset (data + a, 0, PAGE);
          break;
        case 6:
          memmove (data + a, data + b, PAGE);
          break;
        case 7:
          for (gsize j = at; j < MIN (at + 64, length); j++)
            data[j] = (guint8) g_rand_int (rand);
          break;
        default:
          if (i + 1 == n)
            return (gsize) g_rand_double_range (rand, 0, (double) length);
        }
    }

  return length;
}

static void
assert_sensible (GError **error)
{
  if (*error == NULL)
    return;

  g_assert_true ((*error)->domain == TRAS_ERROR);
  if ((*error)->code == TRAS_ERROR_BUG)
    g_error ("%s", (*error)->message);
  g_clear_error (error);
}

/* Everything that a window would do with it. */
static gboolean
use (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_open (path, TRAS_DB_DEFAULT, &error);
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (TrasSupplier) supplier = NULL;

  if (db == NULL)
    {
      g_assert_nonnull (error);
      assert_sensible (&error);
      return FALSE;
    }

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (tras_tables_get_type (i));
      g_autoptr (GPtrArray) records = tras_db_select (db, query, &error);

      assert_sensible (&error);
    }

  edit = tras_edit_new ("New");
  supplier = tras_supplier_new ();
  supplier->name = g_strdup ("Nuevo");
  tras_edit_insert (edit, supplier);
  tras_edit_apply (edit, db, NULL, &error);
  assert_sensible (&error);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = tras_edit_log_undo (db, 0, NULL, NULL, NULL, &error);

      assert_sensible (&error);
    }
  tras_db_check_references (db, &error);
  assert_sensible (&error);

  return TRUE;
}

static void
test_mutations (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const besides[] = { "-journal", "-wal", "-shm" };
  guint n_files = number_of ("TRASTIENDA_MUTATIONS", 100);
  guint seed = number_of ("TRASTIENDA_SEED", 1);
  g_autofree char *backups = tras_backup_dup_folder (fixture->path);
  g_autofree char *pristine = NULL;
  g_autoptr (GError) error = NULL;
  guint n_opened = 0;
  gsize length;

  fill (fixture->db);
  g_clear_object (&fixture->db);
  g_file_get_contents (fixture->path, &pristine, &length, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);
      g_autofree char *bytes = g_memdup2 (pristine, length);
      gsize left = mutate (rand, (guint8 *) bytes, length);

      g_test_message ("seed %u", seed + i);
      /* Over a longer file it would leave the end of that. */
      g_unlink (fixture->path);
      g_file_set_contents_full (fixture->path, bytes, (gssize) left, G_FILE_SET_CONTENTS_NONE, 0600,
                                &error);
      g_assert_no_error (error);
      if (use (fixture->path))
        n_opened++;
      else
        {
          g_autofree char *after = NULL;
          gsize length_after;

          /* What was refused was not written. */
          g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
          g_assert_cmpmem (bytes, left, after, length_after);
        }
      fixture_remove_tree (backups);
      for (guint j = 0; j < G_N_ELEMENTS (besides); j++)
        {
          g_autofree char *left_over = g_strconcat (fixture->path, besides[j], NULL);

          g_unlink (left_over);
        }
    }
  g_test_message ("%u of %u were opened", n_opened, n_files);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/mutations", Fixture, NULL, fixture_set_up, test_mutations, fixture_tear_down);

  return g_test_run ();
}
