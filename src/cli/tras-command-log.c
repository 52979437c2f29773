/* tras-command-log.c: prints the edit history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command.h"
#include "tras-edit-log.h"

/* One line: number, time, who, what; what was undone is marked. */
static void
print_edit (const TrasEditRecord *edit)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (edit->at);
  g_autofree char *time = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M:%S") : g_strdup ("");
  g_autofree char *label = NULL;

  if (g_strcmp0 (edit->kind, "undo") == 0)
    label = g_strdup_printf (_("Undo: %s"), edit->label);
  else if (g_strcmp0 (edit->kind, "redo") == 0)
    label = g_strdup_printf (_("Redo: %s"), edit->label);
  else
    label = g_strdup (edit->label);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", edit->parent_instance.id, time, edit->who, label);
}

int
tras_command_run_log (const TrasCommand  *command,
                      int                 argc,
                      char              **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;

  db = tras_db_open (argv[1], TRAS_DB_READ_ONLY, &error);
  if (db == NULL)
    return tras_command_fail (g_steal_pointer (&error));
  edits = tras_edit_log_list (db, G_MAXUINT, &error);
  if (edits == NULL)
    return tras_command_fail (g_steal_pointer (&error));

  for (guint i = 0; i < edits->len; i++)
    print_edit (edits->pdata[i]);

  return TRAS_EXIT_OK;
}
