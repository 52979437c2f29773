/* test-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-locale.h"

/* The C library translates nothing in the locale C, and newer ones nothing in C.UTF-8. */
static gboolean
make_locale (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "en_US.UTF-8", NULL);
  const char *argv[] = { "localedef", "-i", "en_US", "-f", "UTF-8", path, NULL };

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                         G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, NULL, NULL) &&
         g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* A program that is not installed speaks the user's language from the folder that it was told. */
static void
test_not_installed (void)
{
  g_autofree char *folder = NULL;

  if (g_test_subprocess ())
    {
      tras_locale_init ();
      g_print ("%s %s", _("Goals"), g_dgettext (GETTEXT_PACKAGE, "Indicators"));
      return;
    }

  folder = g_test_build_filename (G_TEST_BUILT, "locale", NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!make_locale (folder))
    {
      g_test_skip ("No locale can be made here");
      return;
    }
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);

  g_setenv ("LANGUAGE", "es", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("Metas Indicadores*");

  g_setenv ("LANGUAGE", "it", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_stdout ("Obiettivi Indicatori*");

  g_setenv ("TRASTIENDA_LOCALE_DIR", "/nonexistent", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_stdout ("Goals Indicators*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/locale/not-installed", test_not_installed);

  return g_test_run ();
}
