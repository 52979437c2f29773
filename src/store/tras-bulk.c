/* tras-bulk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-bulk-private.h"
#include "tras-db-private.h"
#include "tras-id-sort.h"

/* How many rows wait to be put in order before they are written. More of them make a file of which
 * fewer pages are come back to, and take memory: a row of three fields, 70 bytes while it is
 * sorted. */
#define CHUNK (1024 * 1024)

/* How many rows ahead memory is asked for. */
#define AHEAD 16

static gboolean
is_text (const TrasField *field)
{
  return field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE;
}

TrasValue
tras_value_from (TrasRecord      *record,
                 const TrasField *field)
{
  if (is_text (field))
    return (TrasValue) { .text = tras_record_get_text (record, field) };
  if (field->type == TRAS_VALUE_REAL)
    return (TrasValue) { .real = tras_record_get_real (record, field) };

  return (TrasValue) { .integer = tras_record_get_int (record, field) };
}

/**
 * tras_bulk_new:
 * @db: a connection in an edit
 * @type: a record type whose key consists of two fields that are held as integers
 * @fields: (element-type TrasField): the fields that its records have something in, those of the
 *   key among them; the others stay as in a new record
 * @refused: told of records that are refused
 * @user_data: data for @refused
 *
 * Returns: (transfer full): a bulk without records
 */
TrasBulk *
tras_bulk_new (TrasDb           *db,
               GType             type,
               GPtrArray        *fields,
               TrasBulkRefused   refused,
               gpointer          user_data)
{
  g_autoptr (TrasBulk) self = g_new0 (TrasBulk, 1);
  guint n_keys = 0;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (refused != NULL, NULL);

  self->db = g_object_ref (db);
  self->table = tras_record_type_get_table (type);
  self->fields = g_ptr_array_ref (fields);
  self->rest = g_object_new (type, NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (TrasValue));
  self->refused = refused;
  self->user_data = user_data;
  for (guint i = 0; i < fields->len; i++)
    {
      const TrasField *field = fields->pdata[i];

      g_return_val_if_fail ((field->flags & TRAS_FIELD_COMPUTED) == 0, NULL);
      if ((field->flags & TRAS_FIELD_KEY) == 0)
        continue;
      g_return_val_if_fail (n_keys < G_N_ELEMENTS (self->keys), NULL);
      g_return_val_if_fail (!is_text (field) && field->type != TRAS_VALUE_REAL, NULL);
      self->keys[n_keys++] = i;
    }
  g_return_val_if_fail (n_keys == G_N_ELEMENTS (self->keys), NULL);

  return g_steal_pointer (&self);
}

/**
 * tras_bulk_watch:
 * @self: a bulk
 * @progress: (nullable): told while rows are written: how many were, and of how many that are known
 * @progress_data: data for @progress
 * @cancellable: (nullable): makes what writes fail; what was written before stands in the edit
 */
void
tras_bulk_watch (TrasBulk     *self,
                 TrasProgress  progress,
                 gpointer      progress_data,
                 GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  self->progress = progress;
  self->progress_data = progress_data;
  g_set_object (&self->cancellable, cancellable);
}

static void
drop_rows (TrasBulk *self)
{
  g_array_set_size (self->values, 0);
  self->n_rows = 0;
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

/**
 * tras_bulk_free:
 * @self: a bulk
 *
 * Drops the records that were not flushed.
 */
void
tras_bulk_free (TrasBulk *self)
{
  drop_rows (self);
  g_array_unref (self->values);
  g_clear_object (&self->rest);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->db);
  g_free (self);
}

/* Orders rows by one part of the key; those that are alike in it keep their order.
 * Returns: (transfer full) (element-type gint64): the rows of @rows, or of all, in that order */
static GArray *
order_by (TrasBulk *self,
          GArray   *rows,
          guint     key)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *ordered;
  gint64 *to;

  g_array_set_size (pairs, 2 * self->n_rows);
  to = (gint64 *) (void *) pairs->data;
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint row = rows != NULL ? (guint) g_array_index (rows, gint64, i) : i;

      *to++ = i;
      *to++ = tras_bulk_get_values (self, row)[key].integer;
    }
  ordered = tras_id_sort_pairs (pairs, FALSE);
  for (guint i = 0; rows != NULL && i < ordered->len; i++)
    {
      gint64 *place = &g_array_index (ordered, gint64, i);

      *place = g_array_index (rows, gint64, *place);
    }

  return ordered;
}

static void
sort (TrasBulk *self)
{
  g_autoptr (GArray) by_second = order_by (self, NULL, self->keys[1]);
  g_autoptr (GArray) rows = order_by (self, by_second, self->keys[0]);
  const gint64 *row = (const gint64 *) (const void *) rows->data;
  const guint n_values = self->fields->len + 1;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TrasValue), self->values->len);

  g_array_set_size (sorted, self->values->len);
  for (guint i = 0; i < self->n_rows; i++)
    {
      /* Rows come from all over the memory; to wait for each would take most of the time. */
      if (i + AHEAD < self->n_rows)
        __builtin_prefetch (tras_bulk_get_values (self, (guint) row[i + AHEAD]));
      memcpy (&g_array_index (sorted, TrasValue, (gsize) i * n_values),
              tras_bulk_get_values (self, (guint) row[i]), n_values * sizeof (TrasValue));
    }
  g_array_unref (self->values);
  self->values = sorted;
}

static gboolean
is_sorted (TrasBulk *self)
{
  for (guint row = 1; row < self->n_rows; row++)
    {
      const TrasValue *before = tras_bulk_get_values (self, row - 1);
      const TrasValue *values = tras_bulk_get_values (self, row);
      gint64 a = before[self->keys[0]].integer, b = values[self->keys[0]].integer;

      if (a > b || (a == b && before[self->keys[1]].integer > values[self->keys[1]].integer))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_bulk_flush:
 * @self: a bulk
 * @error: what keeps records from being written at all
 *
 * Writes what was added since. Of two records of the same key the one that was added first stands.
 */
gboolean
tras_bulk_flush (TrasBulk  *self,
                 GError   **error)
{
  gboolean written;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_sorted (self))
    sort (self);
  written = self->n_rows == 0 ||
            tras_engine_insert_bulk (tras_db_get_engine (self->db), self, error);
  self->n_written += self->n_rows;
  drop_rows (self);

  return written;
}

/**
 * tras_bulk_add:
 * @self: a bulk
 * @record: a new record of its type; may be changed afterwards
 * @tag: what to call it should it be refused
 * @error: what keeps records from being written at all
 *
 * Adds a record; when many have come together they are flushed.
 */
gboolean
tras_bulk_add (TrasBulk  *self,
               gpointer   record,
               guint      tag,
               GError   **error)
{
  TrasValue *values;
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tras_record_get_table (record) == self->table, FALSE);

  if (self->n_rows == CHUNK && !tras_bulk_flush (self, error))
    return FALSE;

  n = self->values->len;
  g_array_set_size (self->values, n + self->fields->len + 1);
  values = &g_array_index (self->values, TrasValue, n);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TrasField *field = self->fields->pdata[i];

      values[i] = tras_value_from (record, field);
      /* The words of a choice last as they are. */
      if (field->type == TRAS_VALUE_TEXT && values[i].text != NULL)
        {
          if (self->texts == NULL)
            self->texts = g_string_chunk_new (64 * 1024);
          values[i].text = g_string_chunk_insert (self->texts, values[i].text);
        }
    }
  values[self->fields->len].integer = tag;
  self->n_rows++;

  return TRUE;
}
