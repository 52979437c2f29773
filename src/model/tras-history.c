/* tras-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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
