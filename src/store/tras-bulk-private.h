/* tras-bulk-private.h: the rows of a bulk, as an engine writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "tras-bulk.h"

G_BEGIN_DECLS

/**
 * TrasValue:
 * @integer: a value of any type but the others
 * @real: a real
 * @text: (nullable): a text or choice
 */
typedef union
{
  gint64 integer;
  double real;
  const char *text;
} TrasValue;

/**
 * TrasBulk:
 * @db: a connection in an edit
 * @table: where the rows go
 * @fields: (element-type TrasField): what each row says
 * @rest: what all rows say in the other fields, those of a new record
 * @keys: which of @fields make the key
 * @values: (element-type TrasValue): the rows, one behind the other: the values of their fields,
 *   and what the row was added with
 * @n_rows: how many
 * @texts: what the values' texts stand in
 * @refused: told of rows that are refused
 * @user_data: data for @refused
 * @n_written: how many rows were flushed
 * @progress: (nullable): told of them now and then
 * @progress_data: data for @progress
 * @cancellable: (nullable): keeps the rest from being written
 */
struct _TrasBulk
{
  TrasDb *db;
  const TrasTable *table;
  GPtrArray *fields;
  TrasRecord *rest;
  guint keys[2];
  GArray *values;
  guint n_rows;
  GStringChunk *texts;
  TrasBulkRefused refused;
  gpointer user_data;
  guint64 n_written;
  TrasProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
};

static inline const TrasValue *
tras_bulk_get_values (const TrasBulk *self,
                      guint           row)
{
  return &g_array_index (self->values, TrasValue, (gsize) row * (self->fields->len + 1));
}

/* As tras_record_is_null() has it. */
static inline gboolean
tras_value_is_null (const TrasValue *value,
                    const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      return value->text == NULL;
    case TRAS_VALUE_REAL:
      return isnan (value->real);
    case TRAS_VALUE_BOOLEAN:
      return FALSE;
    case TRAS_VALUE_DATE:
      return value->integer == TRAS_DAY_NONE;
    case TRAS_VALUE_REFERENCE:
      return value->integer == 0;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      return value->integer == TRAS_NULL;
    default:
      g_return_val_if_reached (TRUE);
    }
}

TrasValue tras_value_from (TrasRecord      *record,
                           const TrasField *field);

G_END_DECLS
