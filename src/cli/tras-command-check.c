/* tras-command-check.c: verifies a company file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command.h"

int
tras_command_run_check (const TrasCommand  *command,
                        int                 argc,
                        char              **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autofree char *shown = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;

  /* Opening verifies the header, every page and the tables. */
  db = tras_db_open (argv[1], TRAS_DB_READ_ONLY, &error);
  if (db == NULL || !tras_db_check_references (db, &error))
    return tras_command_fail (g_steal_pointer (&error));

  shown = g_filename_display_name (argv[1]);
  g_print (_("%s: nothing is wrong with it.\n"), shown);

  return TRAS_EXIT_OK;
}
