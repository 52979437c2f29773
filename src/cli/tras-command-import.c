/* tras-command-import.c: takes the rows of a CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tras-command-watch.h"
#include "tras-command.h"
#include "tras-import.h"
#include "tras-kind-columns.h"

typedef struct
{
  char *company;
  char *delimiter;
  char *decimal;
  char *encoding;
  char *date_order;
  gboolean create;
  gboolean dry_run;
  gboolean partial;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->company, g_free);
  g_clear_pointer (&options->delimiter, g_free);
  g_clear_pointer (&options->decimal, g_free);
  g_clear_pointer (&options->encoding, g_free);
  g_clear_pointer (&options->date_order, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A date order by its word; -1 for none. */
static int
find_order (const char *word)
{
  static const char *const words[] = { "ymd", "dmy", "mdy" };
  const TrasDateOrder orders[] =
    { TRAS_DATE_ORDER_YMD, TRAS_DATE_ORDER_DMY, TRAS_DATE_ORDER_MDY };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (words[i], word) == 0)
        return (int) orders[i];
    }

  return -1;
}

/* What the options say of the file; FALSE where they are wrong, which was said. */
static gboolean
take_overrides (const TrasCommand  *command,
                const Options      *options,
                TrasCsvOverrides   *overrides)
{
  TrasCsvEncoding encoding;

  if (options->delimiter != NULL)
    {
      const char *text = options->delimiter;

      if (g_ascii_strcasecmp (text, "tab") == 0 || g_str_equal (text, "\\t"))
        text = "\t";
      if (strlen (text) != 1 || strchr ("\"\r\n", *text) != NULL)
        {
          tras_command_wrong_usage (command->name, _("“%s” cannot separate cells"), text);
          return FALSE;
        }
      overrides->delimiter = *text;
    }

  if (options->decimal != NULL)
    {
      if (!g_str_equal (options->decimal, ".") && !g_str_equal (options->decimal, ","))
        {
          tras_command_wrong_usage (command->name, _("“%s” is no decimal mark"),
                                    options->decimal);
          return FALSE;
        }
      overrides->decimal = options->decimal;
    }

  if (options->encoding != NULL)
    {
      if (!tras_csv_encoding_from_name (options->encoding, &encoding))
        {
          tras_command_wrong_usage (command->name, _("There is no encoding “%s”"),
                                    options->encoding);
          return FALSE;
        }
      overrides->encoding = options->encoding;
    }

  if (options->date_order != NULL)
    {
      overrides->date_order = find_order (options->date_order);
      if (overrides->date_order < 0)
        {
          tras_command_wrong_usage (command->name, _("“%s” is none of dmy, mdy, ymd"),
                                    options->date_order);
          return FALSE;
        }
    }

  return TRUE;
}

static void
print_refusal (const char              *file,
               const TrasImportRefusal *refusal)
{
  if (*refusal->column == '\0')
    g_printerr (_("%s, line %u: %s.\n"), file, refusal->line, refusal->reason);
  else
    g_printerr (_("%s, line %u, column %s, value “%s”: %s.\n"), file, refusal->line,
                refusal->column, refusal->value, refusal->reason);
}

static void
print_counts (const TrasImportCounts *counts)
{
  g_print (ngettext ("%u new row\n", "%u new rows\n", counts->n_new), counts->n_new);
  g_print (ngettext ("%u changed row\n", "%u changed rows\n", counts->n_changed),
           counts->n_changed);
  g_print (ngettext ("%u row as it was\n", "%u rows as they were\n", counts->n_same),
           counts->n_same);
  g_print (ngettext ("%u refused row\n", "%u refused rows\n", counts->n_refused),
           counts->n_refused);
}

static int
print_result (TrasImport     *import,
              const char     *file,
              const Options  *options)
{
  const TrasImportCounts *counts = tras_import_get_counts (import);
  GPtrArray *created = tras_import_get_created (import);
  GPtrArray *refusals = tras_import_get_refusals (import);
  g_autofree char *shown = g_filename_display_basename (file);

  for (guint i = 0; i < created->len; i++)
    g_print ("%s.\n", (char *) created->pdata[i]);
  for (guint i = 0; i < refusals->len; i++)
    print_refusal (shown, refusals->pdata[i]);

  print_counts (counts);
  if (options->dry_run)
    g_print ("%s\n", _("Nothing was changed: it was a dry run."));
  else if (refusals->len > 0 && !options->partial)
    g_printerr ("%s\n", _("Nothing was changed, since rows were refused."));

  return refusals->len > 0 ? TRAS_EXIT_REFUSED : TRAS_EXIT_OK;
}

static gboolean
run (TrasImport       *import,
     TrasDb           *db,
     TrasImportFlags   flags,
     GError          **error)
{
  GCancellable *cancellable = tras_command_watch_begin ();
  gboolean ran;

  tras_db_set_cancellable (db, cancellable);
  ran = tras_import_run (import, db, flags, tras_command_watch_progress, NULL, cancellable, error);
  tras_db_set_cancellable (db, NULL);
  tras_command_watch_end ();

  return ran;
}

int
tras_command_run_import (const TrasCommand  *command,
                         int                 argc,
                         char              **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &options.company, N_("The company file"), "FILE" },
    { "create", 0, 0, G_OPTION_ARG_NONE, &options.create,
      N_("Make the indicators, areas, people and items that are named and unknown"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Say what would happen and change nothing"), NULL },
    { "partial", 0, 0, G_OPTION_ARG_NONE, &options.partial,
      N_("Take the good rows even where others are refused"), NULL },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &options.delimiter,
      N_("The character between fields, such as ; or tab"), "C" },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &options.decimal,
      N_("The decimal mark, a point or a comma"), "C" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding,
      N_("The encoding, such as UTF-8 or Windows-1252"), "NAME" },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &options.date_order,
      N_("The order of day, month and year in a date"), "dmy|mdy|ymd" },
    { NULL },
  };
  TrasCsvOverrides overrides = TRAS_CSV_GUESS_ALL;
  TrasImportFlags flags = TRAS_IMPORT_DEFAULT;
  g_autoptr (TrasImport) import = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *guess = NULL;
  char *content;
  gsize length;
  GType type;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  type = tras_kind_find_type (argv[1]);
  if (type == G_TYPE_INVALID)
    return tras_command_wrong_usage (command->name, _("“%s” is no kind that can be imported"),
                                     argv[1]);
  if (options.company == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"), "--company");
  if (!take_overrides (command, &options, &overrides))
    return TRAS_EXIT_USAGE;

  if (!g_file_get_contents (argv[2], &content, &length, &error))
    return tras_command_fail (g_steal_pointer (&error));
  bytes = g_bytes_new_take (content, length);
  import = tras_import_new (type, bytes, &overrides, &error);
  if (import == NULL)
    return tras_command_fail (g_steal_pointer (&error));
  guess = tras_csv_dialect_describe (tras_import_get_dialect (import));
  g_print ("%s\n", guess);

  flags |= options.create ? TRAS_IMPORT_CREATE : 0;
  flags |= options.dry_run ? TRAS_IMPORT_DRY_RUN : 0;
  flags |= options.partial ? TRAS_IMPORT_PARTIAL : 0;
  db = tras_db_open (options.company, TRAS_DB_DEFAULT, &error);
  if (db == NULL || !run (import, db, flags, &error))
    return tras_command_fail (g_steal_pointer (&error));

  return print_result (import, argv[2], &options);
}
