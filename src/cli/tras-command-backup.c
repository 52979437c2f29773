/* tras-command-backup.c: copies a company file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-backup.h"
#include "tras-command.h"
#include "tras-error.h"

int
tras_command_run_backup (const TrasCommand  *command,
                         int                 argc,
                         char              **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The copy to make"), "FILE" },
    { NULL },
  };
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (output == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"), "--output");

  if (g_file_test (output, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (output);

      g_set_error (&error, TRAS_ERROR, TRAS_ERROR_EXISTS,
                   _("%s is there already and is not written over"), shown);
      return tras_command_fail (g_steal_pointer (&error));
    }

  db = tras_db_open (argv[1], TRAS_DB_READ_ONLY, &error);
  if (db == NULL || !tras_backup_write (db, output, &error))
    return tras_command_fail (g_steal_pointer (&error));

  return TRAS_EXIT_OK;
}
