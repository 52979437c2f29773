/* tras-person-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row may be of several people, and may have gone from one to another: whoever asks for their
 * data is given what is theirs of it.
 */

#include "config.h"

#include "tras-error.h"
#include "tras-field-text.h"
#include "tras-history.h"
#include "tras-person-edits.h"
#include "tras-person.h"
#include "tras-tables.h"

typedef struct
{
  TrasDb *db;
  gint64 person_id;
  gboolean hides_hour_cost;
} Reader;

static void
value_free (gpointer data)
{
  TrasPersonValue *value = data;

  g_free (value->before_name);
  g_free (value->after_name);
  g_free (value);
}

static void
change_free (gpointer data)
{
  TrasPersonChange *change = data;

  g_ptr_array_unref (change->values);
  g_ptr_array_unref (change->records);
  g_free (change);
}

static void
edit_free (gpointer data)
{
  TrasPersonEdit *self = data;

  g_clear_object (&self->edit);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

/* ---- whose a value is ---- */

static gboolean
leads_to_person (const TrasField *field)
{
  return field->type == TRAS_VALUE_REFERENCE && !(field->flags & TRAS_FIELD_COMPUTED) &&
         g_strcmp0 (field->target, "person") == 0;
}

static gboolean
is_of_person (const Reader *self,
              TrasRecord   *record)
{
  const TrasTable *table = tras_record_get_table (record);

  if (TRAS_IS_PERSON (record))
    return record->id == self->person_id;
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (leads_to_person (&table->fields[i]) &&
          tras_record_get_int (record, &table->fields[i]) == self->person_id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_theirs (const Reader    *self,
           TrasRecord      *record,
           const TrasField *field)
{
  if (leads_to_person (field))
    return tras_record_get_int (record, field) == self->person_id;
  if (!(field->flags & TRAS_FIELD_PERSONAL))
    return TRUE;

  /* The firm refers to one person, and names others. */
  return !TRAS_IS_FIRM (record) && is_of_person (self, record);
}

static gboolean
is_same (TrasRecord      *a,
         TrasRecord      *b,
         const TrasField *field)
{
  g_autofree char *before = tras_record_is_null (a, field) ? NULL : tras_field_dup_plain (a, field);
  g_autofree char *after = tras_record_is_null (b, field) ? NULL : tras_field_dup_plain (b, field);

  return g_strcmp0 (before, after) == 0;
}

/* @record where it has a value that is shown, else %NULL. */
static TrasRecord *
pick (const Reader    *self,
      TrasRecord      *record,
      const TrasField *field)
{
  return record != NULL && !tras_record_is_null (record, field) && is_theirs (self, record, field)
           ? record : NULL;
}

/* ---- reading ---- */

/* What a reference leads to, unless that is somebody else, or gone. */
static gboolean
load_name (const Reader     *self,
           TrasRecord       *record,
           const TrasField  *field,
           char            **name,
           GError          **error)
{
  g_autoptr (TrasRecord) target = NULL;
  g_autoptr (GError) local = NULL;
  const TrasField *title;
  GType type;

  if (record == NULL || field->type != TRAS_VALUE_REFERENCE)
    return TRUE;
  type = tras_tables_find_name (field->target);
  title = type != G_TYPE_INVALID ? tras_table_get_title (tras_record_type_get_table (type)) : NULL;
  if (title == NULL || (title->flags & TRAS_FIELD_PERSONAL && !leads_to_person (field)))
    return TRUE;

  target = tras_db_load (self->db, type, tras_record_get_int (record, field), &local);
  if (target != NULL)
    *name = tras_field_dup_plain (target, title);
  else if (!g_error_matches (local, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
add_value (const Reader             *self,
           TrasPersonChange         *change,
           const TrasHistoryChange  *row,
           const TrasField          *field,
           GError                  **error)
{
  TrasPersonValue *value;
  TrasRecord *before, *after;

  if (field->flags & TRAS_FIELD_COMPUTED ||
      (self->hides_hour_cost && field == tras_post_get_hour_cost ()) ||
      (row->before != NULL && row->after != NULL && is_same (row->before, row->after, field)))
    return TRUE;
  before = pick (self, row->before, field);
  after = pick (self, row->after, field);
  if (before == NULL && after == NULL)
    return TRUE;

  value = g_new0 (TrasPersonValue, 1);
  value->field = field;
  value->before = before;
  value->after = after;
  g_ptr_array_add (change->values, value);

  return load_name (self, before, field, &value->before_name, error) &&
         load_name (self, after, field, &value->after_name, error);
}

static gboolean
add_change (const Reader             *self,
            TrasPersonEdit           *edit,
            const TrasHistoryChange  *row,
            GError                  **error)
{
  TrasRecord *record = row->after != NULL ? row->after : row->before;
  TrasPersonChange *change = g_new0 (TrasPersonChange, 1);
  gboolean ok = TRUE;

  change->table = tras_record_get_table (record);
  change->id = record->id;
  change->values = g_ptr_array_new_with_free_func (value_free);
  change->records = g_ptr_array_new_with_free_func (g_object_unref);
  if (row->before != NULL)
    g_ptr_array_add (change->records, g_object_ref (row->before));
  if (row->after != NULL)
    g_ptr_array_add (change->records, g_object_ref (row->after));
  for (guint i = 0; ok && i < change->table->n_fields; i++)
    ok = add_value (self, change, row, &change->table->fields[i], error);

  if (ok && change->values->len > 0)
    g_ptr_array_add (edit->changes, change);
  else
    change_free (change);

  return ok;
}

/**
 * tras_person_edits_list:
 * @db: a connection
 * @person_id: a person
 * @hides_hour_cost: whether to leave out what an hour of their work costs
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasPersonEdit): the edits that touched the
 *   person or what refers to them, newest first
 */
GPtrArray *
tras_person_edits_list (TrasDb    *db,
                        gint64     person_id,
                        gboolean   hides_hour_cost,
                        GError   **error)
{
  const Reader self = { db, person_id, hides_hour_cost };
  g_autoptr (GPtrArray) edits = tras_history_list (db, TRAS_TYPE_PERSON, person_id, G_MAXINT,
                                                   error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (edit_free);

  if (edits == NULL)
    return NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      TrasPersonEdit *edit = g_new0 (TrasPersonEdit, 1);
      g_autoptr (GPtrArray) rows = NULL;

      g_ptr_array_add (list, edit);
      edit->edit = g_object_ref (edits->pdata[i]);
      edit->changes = g_ptr_array_new_with_free_func (change_free);
      rows = tras_history_list_changes (db, TRAS_TYPE_PERSON, person_id,
                                        TRAS_RECORD (edit->edit)->id, error);
      if (rows == NULL)
        return NULL;
      for (guint k = 0; k < rows->len; k++)
        {
          if (!add_change (&self, edit, rows->pdata[k], error))
            return NULL;
        }
    }

  return g_steal_pointer (&list);
}
