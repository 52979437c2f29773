/* tras-command-erase.c: erases somebody's personal data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command.h"
#include "tras-erase-plan.h"
#include "tras-person.h"

static void
print_plan (TrasErasePlan *plan)
{
  for (guint i = 0; i < plan->values->len; i++)
    g_print (_("Goes: %s\n"), tras_field_get_label (plan->values->pdata[i]));
  for (guint i = 0; i < plan->kept->len; i++)
    {
      const TrasEraseCount *kept = &g_array_index (plan->kept, TrasEraseCount, i);

      /* Translators: so many records of a kind stay when somebody is erased */
      g_print (_("Stays: %u × %s\n"), kept->n, _(kept->table->plural));
    }
  for (guint i = 0; i < plan->mentions->len; i++)
    {
      const TrasMention *mention = plan->mentions->pdata[i];

      if (mention->kept)
        /* Translators: a table, its key, and a field whose text has the name of somebody */
        g_print (_("Keeps the name: %s %s, %s\n"), mention->table, mention->key, mention->column);
      else
        /* Translators: a table, its key, and a field whose text loses the name of somebody */
        g_print (_("Loses the name: %s %s, %s\n"), mention->table, mention->key,
                 mention->column);
    }
  for (guint i = 0; i < plan->backups->len; i++)
    g_print (_("Still has the data: %s\n"), ((TrasBackup *) plan->backups->pdata[i])->path);
}

int
tras_command_run_erase (const TrasCommand  *command,
                        int                 argc,
                        char              **argv)
{
  g_autofree char *person = NULL;
  gboolean yes = FALSE;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &person,
      N_("Whose data: the code, the name or the e-mail"), "CODE" },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes,
      N_("Erase; without it, only say what that would mean"), NULL },
    { NULL },
  };
  g_autoptr (TrasErasePlan) plan = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;
  if (person == NULL)
    return tras_command_wrong_usage (command->name, _("The option %s is missing"), "--person");

  db = tras_db_open (argv[1], yes ? TRAS_DB_DEFAULT : TRAS_DB_READ_ONLY, &error);
  if (db == NULL || (id = tras_command_find_person (db, person, &error)) == 0)
    return tras_command_fail (g_steal_pointer (&error));
  plan = tras_erase_plan_load (db, TRAS_TYPE_PERSON, id, &error);
  if (plan == NULL)
    return tras_command_fail (g_steal_pointer (&error));

  print_plan (plan);
  if (!tras_erase_plan_check (plan, &error))
    {
      tras_command_fail (g_steal_pointer (&error));
      return TRAS_EXIT_REFUSED;
    }
  if (!yes)
    {
      g_print (_("Nothing was erased. This cannot be undone; with --yes it is done.\n"));
      return TRAS_EXIT_OK;
    }
  if (!tras_erase_plan_run (plan, db, NULL, NULL, NULL, &error))
    return tras_command_fail (g_steal_pointer (&error));
  g_print (_("Erased: %s\n"), plan->code);

  return TRAS_EXIT_OK;
}
