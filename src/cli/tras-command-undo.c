/* tras-command-undo.c: takes back the newest edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "tras-command-watch.h"
#include "tras-command.h"
#include "tras-edit-log.h"
#include "tras-error.h"

int
tras_command_run_undo (const TrasCommand  *command,
                       int                 argc,
                       char              **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autofree char *label = NULL;
  g_autofree char *redo_label = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 edit, redo;

  if (!tras_command_parse (command, entries, &argc, &argv))
    return TRAS_EXIT_USAGE;

  db = tras_db_open (argv[1], TRAS_DB_DEFAULT, &error);
  if (db == NULL || !tras_edit_log_peek (db, &edit, &label, &redo, &redo_label, &error))
    return tras_command_fail (g_steal_pointer (&error));
  if (edit == 0)
    {
      g_set_error_literal (&error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND,
                           _("There is nothing to take back"));
      return tras_command_fail (g_steal_pointer (&error));
    }

  tras_db_set_cancellable (db, tras_command_watch_begin ());
  undone = tras_edit_log_undo (db, edit, tras_command_watch_progress, NULL, NULL, &error);
  tras_db_set_cancellable (db, NULL);
  tras_command_watch_end ();
  if (undone == NULL)
    return tras_command_fail (g_steal_pointer (&error));
  g_print (_("Taken back: %s\n"), undone);

  return TRAS_EXIT_OK;
}
