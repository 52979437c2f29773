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
#include "tras-export-person.h"
#include "tras-person-report.h"

#define PERSON_FILE "person-file"

/* A file of everything about one person: pages where its name ends so, else JSON. */
static gboolean
write_person (TrasDb      *db,
              const char  *person,
              const char  *output,
              GError     **error)
{
  gint64 id = tras_command_find_person (db, person, error);
  g_autoptr (TrasPersonFile) all = NULL;
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *json = NULL;

  if (id == 0 || (all = tras_person_file_load (db, id, error)) == NULL)
    return FALSE;

  if (output != NULL && g_str_has_suffix (output, ".pdf"))
    {
      report = tras_person_report_new (all, tras_number_format_get_default ());
      return tras_report_write (report, output, error);
    }
  if (output != NULL)
    {
      file = g_file_new_for_commandline_arg (output);
      return tras_export_person_to_file (all, file, NULL, error);
    }
  json = tras_export_person_dup_json (all);
  g_print ("%s", json);

  return TRUE;
}

int
tras_command_run_export (const TrasCommand  *command,
                         int                 argc,
                         char              **argv)
{
  g_autofree char *company = NULL;
  g_autofree char *output = NULL;
  g_autofree char *person = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &company, N_("The company file"), "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("The file to write, instead of standard output"), "FILE.csv" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      N_("The day skill-gaps, certificates or stock is seen from, instead of today"), "DATE" },
    { "person", 0, 0, G_OPTION_ARG_STRING, &person,
      N_("Whose person-file: the code, the name or the e-mail"), "CODE" },
    { NULL },
  };
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  TrasDay day;
  gboolean written;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (!g_str_equal (argv[1], PERSON_FILE) && !tras_export_has_kind (argv[1]))
    return tras_command_wrong_usage (command->name, _("“%s” is no kind that can be exported"),
                                     argv[1]);
  if (company == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"), "--company");

  if (g_str_equal (argv[1], PERSON_FILE) && person == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"), "--person");

  if (!tras_command_take_day (command, date, &day))
    return TRAS_EXIT_USAGE;
  if (day != TRAS_DAY_NONE && !tras_export_has_day (argv[1]))
    return tras_command_wrong_usage (command->name, _("“%s” is exported without --date"), argv[1]);

  db = tras_db_open (company, TRAS_DB_READ_ONLY, &error);
  if (db == NULL)
    return tras_command_fail (g_steal_pointer (&error));

  if (g_str_equal (argv[1], PERSON_FILE))
    {
      written = write_person (db, person, output, &error);
    }
  else if (output != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      written = tras_export_to_file (db, argv[1], day, file, NULL, &error);
    }
  else
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      written = tras_export_kind (db, argv[1], day, stream, NULL, &error);
    }

  return written ? TRAS_EXIT_OK : tras_command_fail (g_steal_pointer (&error));
}
