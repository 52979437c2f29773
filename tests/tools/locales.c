/* locales.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "locales.h"

/**
 * locales_use:
 * @name: a locale without its encoding, as `es_ES`
 *
 * Makes the locale beside the tests and has the environment name it, for this program before it
 * sets its locale and for those that it starts. The C library translates nothing in the locale C,
 * and newer ones nothing in C.UTF-8.
 *
 * Returns: whether the locale can be made here
 */
gboolean
locales_use (const char *name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "locale", NULL);
  g_autofree char *full = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *path = g_build_filename (folder, full, NULL);
  const char *argv[] = { "localedef", "-i", name, "-f", "UTF-8", path, NULL };

  g_mkdir_with_parents (folder, 0700);
  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                       G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, NULL) ||
      !g_file_test (path, G_FILE_TEST_IS_DIR))
    return FALSE;

  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LC_ALL", full, TRUE);
  g_unsetenv ("LANGUAGE");

  return TRUE;
}
