/* main.c: finds the command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command.h"
#include "tras-locale.h"

static int
print_help (void)
{
  const TrasCommand *command;

  g_print ("%s\n", _("Usage:"));
  for (guint i = 0; (command = tras_command_get (i)) != NULL; i++)
    {
      g_print ("  trastienda-cli %s %s\n", command->name, command->arguments);
      g_print ("      %s\n", _(command->summary));
    }
  g_print ("\n%s\n", _("“trastienda-cli COMMAND --help” prints the options of a command."));

  return TRAS_EXIT_OK;
}

int
main (int   argc,
      char *argv[])
{
  const TrasCommand *command;

  tras_locale_init ();

  if (argc < 2)
    return tras_command_wrong_usage (NULL, "%s", _("There is no command"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("trastienda-cli %s\n", PACKAGE_VERSION);
      return TRAS_EXIT_OK;
    }

  command = tras_command_find (argv[1]);
  if (command == NULL)
    return tras_command_wrong_usage (NULL, _("There is no command “%s”"), argv[1]);

  return command->run (command, argc - 1, argv + 1);
}
