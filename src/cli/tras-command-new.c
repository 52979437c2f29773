/* tras-command-new.c: makes a company file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tras-command.h"
#include "tras-firm.h"
#include "tras-sample.h"

#define SUFFIX ".trastienda"

/* The file's name without its end. */
static char *
dup_firm_name (const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);
  gsize length = strlen (shown);

  if (g_str_has_suffix (shown, SUFFIX) && length > strlen (SUFFIX))
    shown[length - strlen (SUFFIX)] = '\0';

  return g_steal_pointer (&shown);
}

/* The currency of the environment; NULL where it says nothing. */
static char *
dup_currency (void)
{
  const char *code = localeconv ()->int_curr_symbol;

  return code != NULL && strlen (code) >= 3 ? g_strndup (code, 3) : NULL;
}

/* The language that was asked for, or the first one that messages are in. */
static const char *
get_language (const char *asked)
{
  return asked != NULL ? asked : g_get_language_names ()[0];
}

int
tras_command_run_new (const TrasCommand  *command,
                      int                 argc,
                      char              **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;
  g_autofree char *currency = NULL;
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample,
      N_("Fill it with the sample company, whose newest week is the present one"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_("The language of what is written into it: en, es, it or pt_BR"), "LANG" },
    { NULL },
  };
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (!tras_command_set_language (language))
    return tras_command_wrong_usage (command->name, _("There is no language “%s”"), language);

  db = tras_db_create (argv[1], &error);
  if (db == NULL)
    return tras_command_fail (g_steal_pointer (&error));

  name = dup_firm_name (argv[1]);
  currency = dup_currency ();
  if (!(sample ? tras_sample_fill (db, get_language (language), tras_day_today (), NULL, NULL,
                                   &error)
               : tras_firm_set_up (db, name, currency, &error)))
    {
      /* Half a company is none; the file is ours, since it was not there before. */
      g_clear_object (&db);
      g_unlink (argv[1]);
      return tras_command_fail (g_steal_pointer (&error));
    }

  return TRAS_EXIT_OK;
}
