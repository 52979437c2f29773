/* tras-bulk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-bulk.h"
#include "tras-db-private.h"
#include "tras-error.h"

/* How many rows wait to be put in order before they are written. */
#define CHUNK 262144

/* How many rows one statement writes. */
#define BATCH 64

typedef union
{
  gint64 integer;
  double real;
  char *text;
} Value;

/* A row by its key, and where its values stand. */
typedef struct
{
  gint64 keys[2];
  guint row;
  guint tag;
} Place;

struct _TrasBulk
{
  TrasDb *db;
  const TrasTable *table;
  TrasBulkRefused refused;
  gpointer user_data;

  GPtrArray *fields;  /* those that are stored */
  const TrasField *keys[2];
  Value *values;      /* CHUNK rows of fields->len */
  GArray *places;
  TrasStatement *one;
  TrasStatement *many;
  Value *bound;       /* what stands in the parameters of many; NULL before its first run */
};

static gboolean
is_text (const TrasField *field)
{
  return field->type == TRAS_VALUE_TEXT;
}

static Value *
get_row (TrasBulk *self,
         guint     row)
{
  return &self->values[(gsize) row * self->fields->len];
}

static TrasStatement *
prepare (TrasBulk  *self,
         guint      n_rows,
         GError   **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (sql, "INSERT INTO %s (", self->table->name);
  for (guint i = 0; i < self->fields->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "",
                            ((const TrasField *) self->fields->pdata[i])->name);
  g_string_append (sql, ") VALUES ");
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (sql, i > 0 ? ", (" : "(");
      for (guint j = 0; j < self->fields->len; j++)
        g_string_append_printf (sql, "%s$%u", j > 0 ? ", " : "", ++n);
      g_string_append_c (sql, ')');
    }

  return tras_engine_prepare_once (tras_db_get_engine (self->db), sql->str, error);
}

/**
 * tras_bulk_new:
 * @db: a connection in an edit
 * @type: a record type whose key consists of two fields that are held as integers
 * @refused: told of records that are refused
 * @user_data: data for @refused
 * @error: where to put the error
 *
 * Returns: (transfer full): a bulk without records, or %NULL
 */
TrasBulk *
tras_bulk_new (TrasDb           *db,
               GType             type,
               TrasBulkRefused   refused,
               gpointer          user_data,
               GError          **error)
{
  g_autoptr (TrasBulk) self = g_new0 (TrasBulk, 1);
  guint n_keys = 0;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (refused != NULL, NULL);

  self->db = g_object_ref (db);
  self->table = tras_record_type_get_table (type);
  self->refused = refused;
  self->user_data = user_data;
  self->fields = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];

      if (field->flags & TRAS_FIELD_COMPUTED)
        continue;
      g_ptr_array_add (self->fields, (gpointer) field);
      if (field->flags & TRAS_FIELD_KEY)
        {
          g_return_val_if_fail (n_keys < G_N_ELEMENTS (self->keys), NULL);
          self->keys[n_keys++] = field;
        }
    }
  g_return_val_if_fail (n_keys == G_N_ELEMENTS (self->keys), NULL);

  self->one = prepare (self, 1, error);
  self->many = self->one != NULL ? prepare (self, BATCH, error) : NULL;
  if (self->many == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

static void
drop_rows (TrasBulk *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Value *row = get_row (self, i);

      for (guint j = 0; j < self->fields->len; j++)
        {
          if (is_text (self->fields->pdata[j]))
            g_free (row[j].text);
        }
    }
  g_array_set_size (self->places, 0);
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
  if (self->values != NULL)
    drop_rows (self);
  g_free (self->values);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->places);
  g_clear_object (&self->one);
  g_clear_object (&self->many);
  g_free (self->bound);
  g_object_unref (self->db);
  g_free (self);
}

static void
bind_value (TrasStatement   *statement,
            int              parameter,
            const TrasField *field,
            const Value     *value)
{
  g_autofree char *iso = NULL;

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      if (value->text != NULL)
        tras_statement_bind_text (statement, parameter, value->text);
      else
        tras_statement_bind_null (statement, parameter);
      break;
    case TRAS_VALUE_REAL:
      if (isnan (value->real))
        tras_statement_bind_null (statement, parameter);
      else
        tras_statement_bind_real (statement, parameter, value->real);
      break;
    case TRAS_VALUE_DATE:
      iso = tras_day_to_iso ((TrasDay) value->integer);
      if (iso != NULL)
        tras_statement_bind_text (statement, parameter, iso);
      else
        tras_statement_bind_null (statement, parameter);
      break;
    case TRAS_VALUE_REFERENCE:
      if (value->integer != 0)
        tras_statement_bind_int (statement, parameter, value->integer);
      else
        tras_statement_bind_null (statement, parameter);
      break;
    case TRAS_VALUE_BOOLEAN:
      tras_statement_bind_int (statement, parameter, value->integer);
      break;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      if (value->integer != TRAS_NULL)
        tras_statement_bind_int (statement, parameter, value->integer);
      else
        tras_statement_bind_null (statement, parameter);
      break;
    default:
      g_return_if_reached ();
    }
}

static gboolean
write_one (TrasBulk     *self,
           const Place  *place,
           GError      **error)
{
  const Value *row = get_row (self, place->row);

  for (guint i = 0; i < self->fields->len; i++)
    bind_value (self->one, (int) i + 1, self->fields->pdata[i], &row[i]);

  return tras_statement_run (self->one, error);
}

/* Writes BATCH rows. Most values are as in the batch before (the same indicator, no note), and
 * parameters keep what they were given. */
static gboolean
write_many (TrasBulk     *self,
            const Place  *places,
            GError      **error)
{
  gboolean first = self->bound == NULL;
  guint n = 0;

  if (first)
    self->bound = g_new0 (Value, BATCH * self->fields->len);

  for (guint i = 0; i < BATCH; i++)
    {
      const Value *row = get_row (self, places[i].row);

      for (guint j = 0; j < self->fields->len; j++, n++)
        {
          const TrasField *field = self->fields->pdata[j];

          /* Another text may stand at the same address by now. */
          if (!first && memcmp (&self->bound[n], &row[j], sizeof (Value)) == 0 &&
              (!is_text (field) || row[j].text == NULL))
            continue;
          bind_value (self->many, (int) n + 1, field, &row[j]);
          self->bound[n] = row[j];
        }
    }

  return tras_statement_run (self->many, error);
}

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
}

/* Writes rows one by one, which tells the ones that are refused. */
static gboolean
write_singly (TrasBulk     *self,
              const Place  *places,
              guint         n,
              GError      **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (write_one (self, &places[i], &local_error))
        continue;
      if (!is_refusal (local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      self->refused (places[i].tag, local_error, self->user_data);
    }

  return TRUE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  for (int i = 0; i < 2; i++)
    {
      if (x->keys[i] != y->keys[i])
        return x->keys[i] < y->keys[i] ? -1 : 1;
    }

  return (x->row > y->row) - (x->row < y->row);
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
  const Place *places;
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);

  g_array_sort (self->places, compare_places);
  places = (const Place *) self->places->data;
  for (guint i = 0; i < self->places->len; i += n)
    {
      g_autoptr (GError) local_error = NULL;

      n = MIN (BATCH, self->places->len - i);
      if (n == BATCH && write_many (self, &places[i], &local_error))
        continue;
      if (local_error != NULL && !is_refusal (local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      /* A statement is taken back as a whole. */
      if (!write_singly (self, &places[i], n, error))
        return FALSE;
    }
  drop_rows (self);

  return TRUE;
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
  Place place = { .tag = tag };
  Value *row;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tras_record_get_table (record) == self->table, FALSE);

  if (self->places->len == CHUNK && !tras_bulk_flush (self, error))
    return FALSE;
  if (self->values == NULL)
    self->values = g_new (Value, (gsize) CHUNK * self->fields->len);

  place.row = self->places->len;
  for (guint i = 0; i < G_N_ELEMENTS (place.keys); i++)
    place.keys[i] = tras_record_get_int (record, self->keys[i]);
  row = get_row (self, place.row);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TrasField *field = self->fields->pdata[i];

      if (is_text (field))
        row[i].text = g_strdup (tras_record_get_text (record, field));
      else if (field->type == TRAS_VALUE_CHOICE)
        row[i].text = (char *) tras_record_get_text (record, field);
      else if (field->type == TRAS_VALUE_REAL)
        row[i].real = tras_record_get_real (record, field);
      else
        row[i].integer = tras_record_get_int (record, field);
    }
  g_array_append_val (self->places, place);

  return TRUE;
}
