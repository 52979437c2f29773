/* test-schema.c: what a fresh file is like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-schema.h"
#include "tras-sqlite.h"

static TrasEngine *
make_fresh (void)
{
  g_autoptr (GError) error = NULL;
  TrasEngine *engine = tras_sqlite_open_memory (&error);

  g_assert_no_error (error);
  tras_schema_migrate (engine, 0, &error);
  g_assert_no_error (error);

  return engine;
}

/* A migration that changes brings another digest, which belongs into resources/sql/FINGERPRINT. */
static void
test_fingerprint (void)
{
  g_autoptr (TrasEngine) engine = make_fresh ();
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = tras_schema_dup_fingerprint (engine, &error);
  g_autofree char *path =
    g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "resources", "sql", "FINGERPRINT", NULL);
  g_autofree char *known = NULL;

  g_assert_no_error (error);
  g_file_get_contents (path, &known, NULL, &error);
  g_assert_no_error (error);
  g_strchomp (known);
  g_assert_cmpstr (known, ==, digest);
}

/* Whatever is added, taken away or changed is found. */
static void
test_verify (void)
{
  static const char *const changes[] = {
    "CREATE TABLE extra (a INTEGER) STRICT",
    "DROP TRIGGER movement_no_delete",
    "DROP TRIGGER log_area_update",
    "CREATE TRIGGER planted AFTER INSERT ON area BEGIN DELETE FROM person; END",
    "DROP INDEX movement_day",
    "CREATE VIEW extra AS SELECT 1 AS one",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (TrasEngine) engine = make_fresh ();
      g_autoptr (GError) error = NULL;

      tras_schema_verify (engine, &error);
      g_assert_no_error (error);
      tras_engine_exec (engine, changes[i], &error);
      g_assert_no_error (error);
      g_assert_false (tras_schema_verify (engine, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/fingerprint", test_fingerprint);
  g_test_add_func ("/schema/verify", test_verify);

  return g_test_run ();
}
