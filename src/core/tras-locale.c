/* tras-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "tras-locale.h"

/**
 * tras_locale_init:
 *
 * Takes over the user's locale and finds the translations; what every program does first.
 * `TRASTIENDA_LOCALE_DIR` names the folder of translations of a program that is not installed.
 */
void
tras_locale_init (void)
{
  const char *folder = g_getenv ("TRASTIENDA_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
