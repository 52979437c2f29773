/* tras-import-follow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-follow-up.h"
#include "tras-import-follow.h"

/**
 * tras_import_follow_new:
 *
 * Returns: (transfer full) (element-type gint64): no deviations
 */
GHashTable *
tras_import_follow_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * tras_import_follow:
 * @followed: the deviations whose state is to follow
 * @record: a record that was written, or is to be written over
 *
 * Adds the deviation of an action, or a deviation that has actions. One that has none is as its row
 * says: its actions may be of another file, which comes behind it.
 */
void
tras_import_follow (GHashTable *followed,
                    TrasRecord *record)
{
  gint64 id = 0;

  g_return_if_fail (followed != NULL);
  g_return_if_fail (TRAS_IS_RECORD (record));

  if (TRAS_IS_ACTION (record))
    id = TRAS_ACTION (record)->deviation_id;
  else if (TRAS_IS_DEVIATION (record) && TRAS_DEVIATION (record)->actions > 0)
    id = record->id;

  if (id != 0 && !g_hash_table_contains (followed, &id))
    g_hash_table_add (followed, g_memdup2 (&id, sizeof id));
}

/**
 * tras_import_follow_up:
 * @followed: the deviations whose state is to follow
 * @db: a connection, in the edit that has written all rows
 * @error: where to put the error
 *
 * Returns: whether all states are as tras_follow_up_deviation() has it
 */
gboolean
tras_import_follow_up (GHashTable  *followed,
                       TrasDb      *db,
                       GError     **error)
{
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (followed != NULL, FALSE);

  g_hash_table_iter_init (&iter, followed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!tras_follow_up_deviation (db, *(gint64 *) id, error))
        return FALSE;
    }

  return TRUE;
}
