/* tras-command-report.c: writes the review of a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command.h"
#include "tras-error.h"
#include "tras-indicator.h"
#include "tras-review-report.h"

/* The newest day that anything was measured on; TRAS_DAY_NONE with an error. */
static TrasDay
find_newest (TrasDb  *db,
             GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) indicators = tras_db_select (db, query, error);
  TrasDay newest = TRAS_DAY_NONE;

  if (indicators == NULL)
    return TRAS_DAY_NONE;

  for (guint i = 0; i < indicators->len; i++)
    newest = MAX (newest, TRAS_INDICATOR (indicators->pdata[i])->last_on);
  if (newest == TRAS_DAY_NONE)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND,
                         _("Nothing was measured yet; which week to review is to be given"));

  return newest;
}

int
tras_command_run_report (const TrasCommand  *command,
                         int                 argc,
                         char              **argv)
{
  g_autofree char *company = NULL;
  g_autofree char *week = NULL;
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &company, N_("The company file"), "FILE" },
    { "week", 0, 0, G_OPTION_ARG_STRING, &week,
      N_("An ISO week such as 2026-W47; by default the newest that has a measurement"), "WEEK" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_("The language of the report: en, es, it or pt_BR"), "LANG" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The PDF to write"), "FILE.pdf" },
    { NULL },
  };
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  TrasDay day = TRAS_DAY_NONE;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (!g_str_equal (argv[1], "review"))
    return tras_command_wrong_usage (command->name, _("There is no report “%s”"), argv[1]);
  if (company == NULL || output == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"),
                                     company == NULL ? "--company" : "--output");
  if (week != NULL && (day = tras_day_parse_iso_week (week)) == TRAS_DAY_NONE)
    return tras_command_wrong_usage (command->name, _("“%s” is no week, as 2026-W47 is"), week);
  if (!tras_command_set_language (language))
    return tras_command_wrong_usage (command->name, _("There is no language “%s”"), language);

  db = tras_db_open (company, TRAS_DB_READ_ONLY, &error);
  if (db != NULL && day == TRAS_DAY_NONE)
    day = find_newest (db, &error);
  if (db == NULL || day == TRAS_DAY_NONE ||
      !tras_review_report_write (db, day, language, output, &error))
    return tras_command_fail (g_steal_pointer (&error));

  return TRAS_EXIT_OK;
}
