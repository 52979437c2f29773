/* tras-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-count-row.h"
#include "tras-decimal.h"
#include "tras-error.h"
#include "tras-export-private.h"
#include "tras-export.h"
#include "tras-field-text.h"
#include "tras-firm.h"
#include "tras-formula-book.h"
#include "tras-indicator-series.h"
#include "tras-kind-columns.h"
#include "tras-names.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-plan-row.h"
#include "tras-tables.h"

/* What is computed, by its kind. */
static const struct
{
  const char *kind;
  gboolean (*write) (TrasExport *self, GError **error);
  gboolean has_day;
} computed[] = {
  { "verdicts", tras_export_verdicts },
  { "stock", tras_export_stock, TRUE },
  { "available", tras_export_available },
  { "ledger", tras_export_ledger },
  { "stockouts", tras_export_stockouts },
  { "to-buy", tras_export_to_buy },
  { "supplier-quality", tras_export_supplier_quality },
  { "backlog", tras_export_backlog },
  { "skill-gaps", tras_export_skill_gaps, TRUE },
  { "certificates", tras_export_certificates, TRUE },
  { "headcount", tras_export_headcount },
  { "turnover", tras_export_turnover },
  { "absence-rate", tras_export_absence_rate },
  { "training-hours", tras_export_training_hours },
  { "time-to-fill", tras_export_time_to_fill },
};

/**
 * tras_export_get_kind:
 * @position: counted from 0
 *
 * Returns: (nullable): the kind at @position of all that can be exported, %NULL behind the last one
 */
const char *
tras_export_get_kind (guint position)
{
  GType type;
  guint n_types;

  for (n_types = 0; (type = tras_kind_get_type (n_types)) != G_TYPE_INVALID; n_types++)
    {
      if (n_types == position)
        return tras_record_type_get_table (type)->kind;
    }
  position -= n_types;

  return position < G_N_ELEMENTS (computed) ? computed[position].kind : NULL;
}

/**
 * tras_export_has_kind:
 * @kind: a word of the command line
 *
 * Returns: whether there is such a kind to export
 */
gboolean
tras_export_has_kind (const char *kind)
{
  const char *known;

  for (guint i = 0; (known = tras_export_get_kind (i)) != NULL; i++)
    {
      if (g_str_equal (known, kind))
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_export_has_day:
 * @kind: one that tras_export_has_kind() knows
 *
 * Returns: whether what is written depends on the day that it is seen from, which can be another
 *   than today
 */
gboolean
tras_export_has_day (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (computed); i++)
    {
      if (g_str_equal (computed[i].kind, kind))
        return computed[i].has_day;
    }

  return FALSE;
}

/**
 * tras_export_end_row:
 * @self: an export
 * @error: where to put the error
 *
 * Ends the row, unless somebody ended the export.
 */
gboolean
tras_export_end_row (TrasExport  *self,
                     GError     **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         tras_csv_writer_end_row (self->writer, error);
}

/**
 * tras_export_header:
 * @self: an export
 * @names: (array zero-terminated=1): what the columns are called
 * @error: where to put the error
 */
gboolean
tras_export_header (TrasExport         *self,
                    const char *const  *names,
                    GError            **error)
{
  for (; *names != NULL; names++)
    tras_csv_writer_add_text (self->writer, *names);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_add_real:
 * @self: an export
 * @value: a number, NAN for none
 */
void
tras_export_add_real (TrasExport *self,
                      double      value)
{
  g_autofree char *text = tras_real_to_text (value);

  tras_csv_writer_add_plain (self->writer, *text != '\0' ? text : NULL);
}

/**
 * tras_export_add_value:
 * @self: an export
 * @record: a record
 * @field: one of its fields, no reference
 *
 * Adds the cell of a value.
 */
void
tras_export_add_value (TrasExport      *self,
                       TrasRecord      *record,
                       const TrasField *field)
{
  g_autofree char *text = NULL;

  if (tras_record_is_null (record, field))
    {
      tras_csv_writer_add_plain (self->writer, NULL);
      return;
    }

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      tras_csv_writer_add_text (self->writer, tras_record_get_text (record, field));
      break;
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      text = tras_decimal_to_text (tras_record_get_int (record, field),
                                   tras_kind_get_digits (field, self->currency));
      tras_csv_writer_add_plain (self->writer, text);
      break;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_REAL:
    case TRAS_VALUE_DATE:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_REFERENCE:
      text = tras_field_dup_plain (record, field);
      tras_csv_writer_add_plain (self->writer, text);
      break;
    default:
      g_return_if_reached ();
    }
}

/* ---- records ---- */

/* A column: a field; for a reference what the records that it leads to are called, for a formula
 * what the indicators are. */
typedef struct
{
  const TrasField *field;
  TrasNames *names;
  TrasFormulaBook *book;
} Column;

typedef struct
{
  TrasExport *export;
  GArray *columns;
  GHashTable *computed;  /* the ids of computed indicators, where their measurements are written */
} Writing;

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->names, tras_names_free);
  g_clear_pointer (&column->book, tras_formula_book_unref);
}

static gboolean
see_computed (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  if (tras_indicator_is_computed (record))
    g_hash_table_add (user_data, g_memdup2 (&TRAS_RECORD (record)->id, sizeof (gint64)));

  return TRUE;
}

/* Of a computed indicator only what was said of a period is written: numbers that were typed before
 * it was computed do not count, and nobody could read them back. */
static gboolean
take_remark (Writing         *writing,
             TrasMeasurement *row)
{
  if (!g_hash_table_contains (writing->computed, &row->indicator_id))
    return TRUE;

  row->value = NAN;
  row->num = NAN;
  row->den = NAN;
  row->estimated = FALSE;

  return row->note != NULL;
}

static gboolean
write_record (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Writing *writing = user_data;

  if (writing->computed != NULL && !take_remark (writing, TRAS_MEASUREMENT (record)))
    return TRUE;

  for (guint i = 0; i < writing->columns->len; i++)
    {
      const Column *column = &g_array_index (writing->columns, Column, i);
      g_autofree char *name = NULL;

      if (column->names == NULL && column->book == NULL)
        {
          tras_export_add_value (writing->export, record, column->field);
          continue;
        }
      name = column->names != NULL
        ? tras_names_dup (column->names, tras_record_get_int (record, column->field))
        : tras_formula_book_dup_shown (column->book, tras_record_get_text (record, column->field));
      tras_csv_writer_add_text (writing->export->writer, name);
    }

  return tras_export_end_row (writing->export, error);
}

static gboolean
write_records (TrasExport  *self,
               GType        type,
               GError     **error)
{
  const TrasTable *table = tras_record_type_get_table (type);
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_autoptr (GHashTable) nobody_types = NULL;
  Writing writing = { self, columns, NULL };

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *header = NULL;
      Column column = { .field = field };

      if (!tras_kind_is_column (field) ||
          (self->hides_hour_cost && field == tras_post_get_hour_cost ()))
        continue;
      if (field->type == TRAS_VALUE_REFERENCE)
        {
          column.names = tras_names_load (self->db, tras_tables_find_name (field->target), error);
          if (column.names == NULL)
            return FALSE;
        }
      else if (type == TRAS_TYPE_INDICATOR && g_str_equal (field->name, "formula"))
        {
          column.book = tras_formula_book_load (self->db, error);
          if (column.book == NULL)
            return FALSE;
        }
      g_array_append_val (columns, column);
      header = tras_kind_dup_header (table, field);
      tras_csv_writer_add_text (self->writer, header);
    }

  if (type == TRAS_TYPE_MEASUREMENT)
    {
      g_autoptr (TrasQuery) indicators = tras_query_new (TRAS_TYPE_INDICATOR);

      nobody_types = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      writing.computed = nobody_types;
      if (!tras_db_foreach (self->db, indicators, see_computed, nobody_types, error))
        return FALSE;
    }

  if (!tras_export_end_row (self, error))
    return FALSE;
  if (type == TRAS_TYPE_PLAN_ROW)
    return tras_export_foreach_plan_row (self->db, write_record, &writing, error);
  if (type == TRAS_TYPE_COUNT_ROW)
    return tras_export_foreach_count_row (self->db, write_record, &writing, error);

  return tras_db_foreach (self->db, query, write_record, &writing, error);
}

/**
 * tras_export_kind:
 * @db: a connection
 * @kind: one that tras_export_has_kind() knows
 * @day: of what tras_export_has_day() says so, the day that it is seen from; %TRAS_DAY_NONE for
 *   today
 * @stream: where to write; left open
 * @cancellable: (nullable): ends it early
 * @error: where to put the error
 *
 * Writes all records of a kind, or what is computed from them, as CSV in UTF-8: in the order of
 * their ids, headers are field names, references are names or codes, money and quantities decimals.
 * What a spreadsheet would take for a formula is marked as text. tras_import_run() reads records
 * back to the same ones. Whom the firm does not show what an hour of work costs gets no column of
 * it.
 *
 * Returns: whether all was written
 */
gboolean
tras_export_kind (TrasDb         *db,
                  const char     *kind,
                  TrasDay         day,
                  GOutputStream  *stream,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_autoptr (TrasCsvWriter) writer = tras_csv_writer_new (stream, ',', TRAS_CSV_WRITER_NONE);
  g_autoptr (TrasQuery) firms = tras_query_new (TRAS_TYPE_FIRM);
  g_autoptr (GPtrArray) firm = NULL;
  TrasExport self = {
    db, writer, "EUR", cancellable, day != TRAS_DAY_NONE ? day : tras_day_today (), FALSE,
  };
  GType type;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  firm = tras_db_select (db, firms, error);
  if (firm == NULL)
    return FALSE;
  if (firm->len > 0)
    {
      self.currency = TRAS_FIRM (firm->pdata[0])->currency;
      self.hides_hour_cost = !tras_firm_shows_hour_cost (firm->pdata[0], tras_db_get_author (db));
    }

  type = tras_kind_find_type (kind);
  if (type != G_TYPE_INVALID)
    return write_records (&self, type, error) && tras_csv_writer_flush (writer, error);

  for (gsize i = 0; i < G_N_ELEMENTS (computed); i++)
    {
      if (g_str_equal (computed[i].kind, kind))
        return computed[i].write (&self, error) && tras_csv_writer_flush (writer, error);
    }

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, _("There is no kind “%s”"), kind);
  return FALSE;
}

/**
 * tras_export_to_file:
 * @db: a connection
 * @kind: one that tras_export_has_kind() knows
 * @day: as for tras_export_kind()
 * @file: where to write; a new file can be read by its owner only
 * @cancellable: (nullable): ends it early
 * @error: where to put the error
 *
 * Writes the file whole, or leaves what was there.
 *
 * Returns: whether it is written
 */
gboolean
tras_export_to_file (TrasDb        *db,
                     const char    *kind,
                     TrasDay        day,
                     GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) given_up = g_cancellable_new ();

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (tras_export_kind (db, kind, day, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* A stream that is closed by a cancelled operation does not take the file's place. */
  g_cancellable_cancel (given_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);

  return FALSE;
}
