/* tras-command-export.c: writes CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "tras-command.h"
#include "tras-export.h"

int
tras_command_run_export (const TrasCommand  *command,
                         int                 argc,
                         char              **argv)
{
  g_autofree char *company = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &company, N_("The company file"), "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("The file to write, instead of standard output"), "FILE.csv" },
    { NULL },
  };
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (!tras_export_has_kind (argv[1]))
    return tras_command_wrong_usage (command->name, _("“%s” is no kind that can be exported"),
                                     argv[1]);
  if (company == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"), "--company");

  db = tras_db_open (company, TRAS_DB_READ_ONLY, &error);
  if (db == NULL)
    return tras_command_fail (g_steal_pointer (&error));

  if (output != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      written = tras_export_to_file (db, argv[1], file, NULL, &error);
    }
  else
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      written = tras_export_kind (db, argv[1], stream, NULL, &error);
    }

  return written ? TRAS_EXIT_OK : tras_command_fail (g_steal_pointer (&error));
}
