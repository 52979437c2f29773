/* tras-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-edit-trace.h"
#include "tras-history.h"
#include "tras-tables.h"

/* Every meeting looks at a record anew: what was done to it stands with the record. */
#define MEETINGS "review"

/* Which rows refer to one of @table: those that belong to it, and not its own kind, which has a
 * history of its own. */
static GArray *
find_parts (const TrasTable *table)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (TrasEditPart));

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *other = tras_record_type_get_table (tras_tables_get_type (i));

      if (other == table || g_str_has_prefix (other->name, MEETINGS))
        continue;
      for (guint k = 0; k < other->n_fields; k++)
        {
          const TrasField *field = &other->fields[k];
          TrasEditPart part = { other->name, field->name };

          if (field->type == TRAS_VALUE_REFERENCE && g_strcmp0 (field->target, table->name) == 0 &&
              !(field->flags & TRAS_FIELD_COMPUTED))
            g_array_append_val (parts, part);
        }
    }

  return parts;
}

/**
 * tras_history_list:
 * @db: a connection
 * @type: a record type
 * @id: a record, there or gone
 * @limit: how many edits at most
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasEditRecord): the newest edits that touched
 *   the record or what refers to it (a goal's targets, actions and checks), newest first
 */
GPtrArray *
tras_history_list (TrasDb  *db,
                   GType    type,
                   gint64   id,
                   guint    limit,
                   GError **error)
{
  const TrasTable *table = tras_record_type_get_table (type);
  g_autoptr (GArray) parts = find_parts (table);

  return tras_edit_trace_list (db, table->name, id, (const TrasEditPart *) (gpointer) parts->data,
                               parts->len, limit, error);
}

static void
change_free (gpointer data)
{
  TrasHistoryChange *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

/**
 * tras_history_list_changes:
 * @db: a connection
 * @type: a record type
 * @id: a record, there or gone
 * @edit: an edit that tras_history_list() found
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasHistoryChange): what the edit did to the
 *   record and to what refers to it
 */
GPtrArray *
tras_history_list_changes (TrasDb  *db,
                           GType    type,
                           gint64   id,
                           gint64   edit,
                           GError **error)
{
  const TrasTable *table = tras_record_type_get_table (type);
  g_autoptr (GArray) parts = find_parts (table);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GPtrArray) rows = NULL;

  rows = tras_edit_trace_list_rows (db, table->name, id,
                                    (const TrasEditPart *) (gpointer) parts->data, parts->len,
                                    edit, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TrasEditRow *row = rows->pdata[i];
      GType row_type = tras_tables_find_name (row->table);
      TrasHistoryChange *change = g_new0 (TrasHistoryChange, 1);

      g_ptr_array_add (changes, change);
      if (row->before != NULL)
        change->before = tras_edit_trace_dup_record (db, row_type, row->before, error);
      if (row->after != NULL && (row->before == NULL || change->before != NULL))
        change->after = tras_edit_trace_dup_record (db, row_type, row->after, error);
      if ((row->before != NULL && change->before == NULL) ||
          (row->after != NULL && change->after == NULL))
        return NULL;
    }

  return rows != NULL ? g_steal_pointer (&changes) : NULL;
}

/**
 * tras_history_dup_title:
 * @edit: an edit
 *
 * Returns: (transfer full): what it is called, for people
 */
char *
tras_history_dup_title (TrasEditRecord *edit)
{
  if (g_strcmp0 (edit->kind, "undo") == 0)
    return g_strdup_printf (_("Undone: %s"), edit->label);
  if (g_strcmp0 (edit->kind, "redo") == 0)
    return g_strdup_printf (_("Done again: %s"), edit->label);

  return g_strdup (edit->label);
}
