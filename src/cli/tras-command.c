/* tras-command.c: the table of commands, and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "tras-command.h"
#include "tras-error.h"
#include "tras-names.h"
#include "tras-person.h"

static const TrasCommand commands[] = {
  { "new", "FILE", 1, N_("Make a company file."), tras_command_run_new },
  { "import", "KIND FILE.csv", 2, N_("Take the rows of a CSV file as records."),
    tras_command_run_import },
  { "export", "KIND", 1, N_("Write all records of a kind as CSV."), tras_command_run_export },
  { "erase", "FILE", 1, N_("Erase the personal data of somebody who has left."),
    tras_command_run_erase },
  { "report", "review|scorecard|minutes|promises|calendar", 1,
    N_("Write the review of a week, its scorecard or the minutes of its meeting as a PDF, or what "
       "was promised in it, or is due at all, as an iCalendar file."), tras_command_run_report },
  { "chart", "INDICATOR", 1, N_("Draw the chart of an indicator."), tras_command_run_chart },
  { "check", "FILE", 1, N_("Verify a company file."), tras_command_run_check },
  { "backup", "FILE", 1, N_("Copy a company file and verify the copy."), tras_command_run_backup },
  { "undo", "FILE", 1, N_("Take back the newest edit."), tras_command_run_undo },
  { "log", "FILE", 1, N_("Print the edit history, newest first."), tras_command_run_log },
};

static const char *const languages[] = { "en", "es", "it", "pt_BR" };

/**
 * tras_command_get:
 * @position: counted from 0
 *
 * Returns: (nullable): the command there, %NULL behind the last one
 */
const TrasCommand *
tras_command_get (guint position)
{
  return position < G_N_ELEMENTS (commands) ? &commands[position] : NULL;
}

/**
 * tras_command_find:
 * @name: a word of the command line
 *
 * Returns: (nullable): the command of that name
 */
const TrasCommand *
tras_command_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }

  return NULL;
}

/**
 * tras_command_wrong_usage:
 * @command: (nullable): the command that was meant
 * @format: what is wrong with the command line, a sentence without its full stop
 * @...: what goes into @format
 *
 * Returns: the exit code for it
 */
int
tras_command_wrong_usage (const char *command,
                          const char *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("trastienda-cli: %s\n", message);
  if (command != NULL)
    g_printerr (_("Try “trastienda-cli %s --help”.\n"), command);
  else
    g_printerr (_("Try “trastienda-cli --help”.\n"));

  return TRAS_EXIT_USAGE;
}

/**
 * tras_command_take_day:
 * @command: a command
 * @text: (nullable): what was given as a date
 * @day: (out): the day, %TRAS_DAY_NONE for none
 *
 * Returns: whether it is a date, or nothing was given; where it is none, that was said
 */
gboolean
tras_command_take_day (const TrasCommand *command,
                       const char        *text,
                       TrasDay           *day)
{
  *day = text != NULL ? tras_day_from_iso (text) : TRAS_DAY_NONE;
  if (text == NULL || *day != TRAS_DAY_NONE)
    return TRUE;

  tras_command_wrong_usage (command->name, _("“%s” is no date, as 2026-11-21 is"), text);

  return FALSE;
}

/**
 * tras_command_fail:
 * @error: (transfer full): why the command could not be carried out
 *
 * Returns: the exit code for it
 */
int
tras_command_fail (GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_printerr ("%s\n", _("Nothing was changed, since it was interrupted."));
      g_error_free (error);
      return TRAS_EXIT_INTERRUPTED;
    }

  g_printerr ("trastienda-cli: %s\n", error->message);
  g_error_free (error);

  return TRAS_EXIT_FAILED;
}

/**
 * tras_command_find_person:
 * @db: a connection
 * @text: a code, a name or an e-mail
 * @error: where to put the error
 *
 * Returns: the person's id, 0 where there is none or several
 */
gint64
tras_command_find_person (TrasDb      *db,
                          const char  *text,
                          GError     **error)
{
  g_autoptr (TrasNames) names = tras_names_load (db, TRAS_TYPE_PERSON, error);
  gint64 id;

  if (names == NULL)
    return 0;

  id = tras_names_find (names, text, strlen (text));
  if (id == 0)
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, _("There is no person “%s”"), text);
  else if (id == TRAS_NAMES_AMBIGUOUS)
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, _("Several people go by “%s”"), text);

  return MAX (id, 0);
}

/**
 * tras_command_parse:
 * @self: a command
 * @entries: its options
 * @argc: (inout): number of words
 * @argv: (inout): the words; afterwards the command and its arguments alone
 *
 * Reads options, which may stand anywhere. --help prints what the command does and ends the
 * program.
 *
 * Returns: whether the command line was right; what is wrong was said
 */
gboolean
tras_command_parse (const TrasCommand   *self,
                    const GOptionEntry  *entries,
                    int                 *argc,
                    char              ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (self->arguments);
  g_autofree char *program = g_strdup_printf ("trastienda-cli %s", self->name);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, _(self->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      tras_command_wrong_usage (self->name, "%s", error->message);
      return FALSE;
    }
  /* What separates options from arguments is none. */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      memmove (&(*argv)[1], &(*argv)[2], (gsize) (*argc - 1) * sizeof (char *));
      (*argc)--;
    }
  if (*argc - 1 != self->n_arguments)
    {
      tras_command_wrong_usage (self->name, _("What is expected is: %s %s"), self->name,
                                self->arguments);
      return FALSE;
    }

  return TRUE;
}

/**
 * tras_command_set_language:
 * @language: (nullable): en, es, it or pt_BR; %NULL for the environment's
 *
 * Sets the language of everything that is written from now on.
 *
 * Returns: whether there is such a language
 */
gboolean
tras_command_set_language (const char *language)
{
  const char *locale;

  if (language == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (!g_str_equal (languages[i], language))
        continue;

      g_setenv ("LANGUAGE", language, TRUE);
      /* Messages are not looked up in the C locale, whatever the language. */
      locale = setlocale (LC_MESSAGES, NULL);
      if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
        setlocale (LC_MESSAGES, "C.UTF-8");
      return TRUE;
    }

  return FALSE;
}
