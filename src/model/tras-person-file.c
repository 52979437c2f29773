/* tras-person-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-person-file.h"
#include "tras-tables.h"

static void
part_free (gpointer data)
{
  TrasPersonPart *self = data;

  g_ptr_array_unref (self->records);
  g_free (self);
}

void
tras_person_file_free (TrasPersonFile *self)
{
  g_clear_object (&self->firm);
  g_clear_object (&self->person);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->plan, tras_erase_plan_free);
  g_free (self);
}

/* Every reference to the person, whatever it says of them. */
static gboolean
load_parts (TrasPersonFile  *self,
            TrasDb          *db,
            GType            type,
            GError         **error)
{
  const TrasTable *table = tras_record_type_get_table (type);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autoptr (TrasQuery) query = NULL;
      TrasPersonPart *part;

      if (field->type != TRAS_VALUE_REFERENCE || field->flags & TRAS_FIELD_COMPUTED ||
          !g_str_equal (field->target, "person"))
        continue;
      query = tras_query_new (type);
      tras_query_where_int (query, field->name, TRAS_QUERY_EQ, TRAS_RECORD (self->person)->id);
      part = g_new0 (TrasPersonPart, 1);
      part->table = table;
      part->reference = field;
      part->records = tras_db_select (db, query, error);
      if (part->records == NULL)
        {
          g_free (part);
          return FALSE;
        }
      if (part->records->len > 0)
        g_ptr_array_add (self->parts, part);
      else
        part_free (part);
    }

  return TRUE;
}

static void
leave_out_hour_costs (TrasPersonFile *self)
{
  const TrasTable *posts = tras_record_type_get_table (TRAS_TYPE_POST);

  for (guint i = 0; i < self->parts->len; i++)
    {
      TrasPersonPart *part = self->parts->pdata[i];

      for (guint k = 0; part->table == posts && k < part->records->len; k++)
        TRAS_POST (part->records->pdata[k])->hour_cost = TRAS_NULL;
    }
}

/**
 * tras_person_file_load:
 * @db: a connection
 * @person_id: a person
 * @error: where to put the error
 *
 * Returns: (transfer full): everything about the person that who makes edits with @db may see, or
 *   %NULL
 */
TrasPersonFile *
tras_person_file_load (TrasDb  *db,
                       gint64   person_id,
                       GError **error)
{
  g_autoptr (TrasPersonFile) self = g_new0 (TrasPersonFile, 1);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->made_on = tras_day_today ();
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->firm = tras_firm_load_or_new (db, error);
  if (self->firm != NULL)
    self->plan = tras_erase_plan_load (db, TRAS_TYPE_PERSON, person_id, error);
  if (self->plan == NULL)
    return NULL;
  self->person = g_object_ref (TRAS_PERSON (self->plan->record));
  self->mentions = self->plan->mentions;
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      if (!load_parts (self, db, tras_tables_get_type (i), error))
        return NULL;
    }
  self->hides_hour_cost = !tras_firm_shows_hour_cost (self->firm, tras_db_get_author (db));
  if (self->hides_hour_cost)
    leave_out_hour_costs (self);
  self->edits = tras_person_edits_list (db, person_id, self->hides_hour_cost, error);

  return self->edits != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tras_person_file_is_shown:
 * @field: a field of a part
 *
 * Returns: whether people read it; the program's own are in the exact file alone
 */
gboolean
tras_person_file_is_shown (const TrasField *field)
{
  /* What a reference leads to is said by the computed name beside it. */
  return field->label != NULL && field->type != TRAS_VALUE_REFERENCE;
}

/**
 * tras_mention_get_table:
 * @mention: a mention
 *
 * Returns: what its record is called
 */
const char *
tras_mention_get_table (const TrasMention *mention)
{
  GType type = tras_tables_find_name (mention->table);

  return type != G_TYPE_INVALID ? _(tras_record_type_get_table (type)->singular) : mention->table;
}

/**
 * tras_mention_get_column:
 * @mention: a mention
 *
 * Returns: what its text is called
 */
const char *
tras_mention_get_column (const TrasMention *mention)
{
  GType type = tras_tables_find_name (mention->table);
  const TrasField *field = NULL;

  if (type != G_TYPE_INVALID)
    field = tras_table_find_field (tras_record_type_get_table (type), mention->column);

  return field != NULL && field->label != NULL ? tras_field_get_label (field) : mention->column;
}
