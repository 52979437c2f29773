/* tras-command-chart.c: draws the chart of an indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command.h"
#include "tras-indicator-chart.h"

int
tras_command_run_chart (const TrasCommand  *command,
                        int                 argc,
                        char              **argv)
{
  static const char *const ends[] = { ".svg", ".png", ".pdf" };
  g_autofree char *company = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *output = NULL;
  g_autofree char *lowered = NULL;
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &company, N_("The company file"), "FILE" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("The first day, as 2026-01-31"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("The last day"), "DATE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("The file to write; its end says which kind"), "FILE.svg|png|pdf" },
    { NULL },
  };
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  TrasDay first, last;
  gboolean known = FALSE;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (company == NULL || output == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"),
                                     company == NULL ? "--company" : "--output");
  if (!tras_command_take_day (command, from, &first) ||
      !tras_command_take_day (command, to, &last))
    return TRAS_EXIT_USAGE;

  if (first != TRAS_DAY_NONE && last != TRAS_DAY_NONE && first > last)
    return tras_command_wrong_usage (command->name, "%s",
                                     _("The first day comes after the last one"));

  lowered = g_ascii_strdown (output, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    known |= g_str_has_suffix (lowered, ends[i]);
  if (!known)
    return tras_command_wrong_usage (command->name, _("A chart's file ends in .svg, .png or .pdf"));

  db = tras_db_open (company, TRAS_DB_READ_ONLY, &error);
  if (db == NULL ||
      !tras_indicator_chart_write (db, argv[1], first, last, NULL, output, &error))
    return tras_command_fail (g_steal_pointer (&error));

  return TRAS_EXIT_OK;
}
