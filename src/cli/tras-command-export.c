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

/* Writes the file whole, or leaves what was there. */
static gboolean
export_to_file (TrasDb      *db,
                const char  *kind,
                const char  *path,
                GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) given_up = g_cancellable_new ();

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL)
    return FALSE;
  if (tras_export_kind (db, kind, G_OUTPUT_STREAM (stream), NULL, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);

  /* A stream that is closed by a cancelled operation does not take the file's place. */
  g_cancellable_cancel (given_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);

  return FALSE;
}

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
    written = export_to_file (db, argv[1], output, &error);
  else
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      written = tras_export_kind (db, argv[1], stream, NULL, &error);
    }

  return written ? TRAS_EXIT_OK : tras_command_fail (g_steal_pointer (&error));
}
