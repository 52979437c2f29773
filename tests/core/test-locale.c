/* test-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "locales.h"
#include "tras-locale.h"

/* A program that is not installed speaks the user's language from the folder that it was told. */
static void
test_not_installed (void)
{
  if (g_test_subprocess ())
    {
      tras_locale_init ();
      g_print ("%s %s", _("Goals"), g_dgettext (GETTEXT_PACKAGE, "Indicators"));
      return;
    }

  if (!locales_use ("en_US"))
    {
      g_test_skip ("No locale can be made here");
      return;
    }

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
