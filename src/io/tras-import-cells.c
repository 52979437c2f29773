/* tras-import-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tras-error.h"
#include "tras-field-text.h"
#include "tras-firm.h"
#include "tras-import-cells.h"
#include "tras-indicator-series.h"
#include "tras-indicator.h"
#include "tras-kind-columns.h"
#include "tras-number.h"
#include "tras-service.h"
#include "tras-tables.h"

/* Beside how often an indicator is measured: nobody types its numbers. */
#define COMPUTED (1 << 8)

/**
 * tras_import_find_column:
 * @columns: (element-type TrasImportColumn): the columns of a file
 * @field: a field
 *
 * Returns: (nullable): the column that goes to @field
 */
TrasImportColumn *
tras_import_find_column (GArray          *columns,
                         const TrasField *field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      TrasImportColumn *column = &g_array_index (columns, TrasImportColumn, i);

      if (column->field == field)
        return column;
    }

  return NULL;
}

/* ---- names ---- */

static TrasNames *
get_names (TrasCells   *self,
           const char  *table,
           GError     **error)
{
  TrasNames *names = g_hash_table_lookup (self->names, table);

  if (names == NULL)
    {
      names = tras_names_load (self->db, tras_tables_find_name (table), error);
      if (names != NULL)
        g_hash_table_insert (self->names, (gpointer) table, names);
    }

  return names;
}

static void
set_every (TrasCells     *self,
           TrasIndicator *indicator)
{
  int every = tras_indicator_get_every (indicator);

  if (tras_indicator_is_computed (indicator))
    every |= COMPUTED;
  g_hash_table_insert (self->everies,
                       g_memdup2 (&indicator->parent_instance.id, sizeof (gint64)),
                       GINT_TO_POINTER (every));
}

/**
 * tras_cells_learn:
 * @self: cells
 * @record: a record that was stored
 *
 * From now on references find it.
 */
void
tras_cells_learn (TrasCells  *self,
                  TrasRecord *record)
{
  const TrasTable *table = tras_record_get_table (record);
  TrasNames *names = table == self->table ? self->own_names
                                          : g_hash_table_lookup (self->names, table->name);

  if (names != NULL)
    tras_names_add (names, record);
  if (self->everies != NULL && table != self->table && TRAS_IS_INDICATOR (record))
    set_every (self, TRAS_INDICATOR (record));
}

/* Makes the record that a reference names; 0 where it cannot be made. */
static gint64
create_named (TrasCells         *self,
              TrasImportColumn  *column,
              const char        *name,
              GError           **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = 0;

  if (!tras_creator_make (self->creator, column->field->target, name, records, error))
    return 0;

  for (guint i = 0; i < records->len; i++)
    {
      TrasRecord *record = records->pdata[i];

      tras_cells_learn (self, record);
      id = record->id;
    }

  return id;
}

/**
 * tras_cells_resolve:
 * @self: cells
 * @column: a column of references
 * @text: what it says
 * @length: its bytes
 * @id: (out): the id of the record that is called that
 * @error: %TRAS_ERROR_INVALID where nothing is, or several are
 *
 * Makes the record where that is wanted and can be done.
 */
gboolean
tras_cells_resolve (TrasCells         *self,
                    TrasImportColumn  *column,
                    const char        *text,
                    gsize              length,
                    gint64            *id,
                    GError           **error)
{
  g_autofree char *name = NULL;

  *id = tras_names_find (column->names, text, length);
  if (*id > 0)
    return TRUE;

  name = g_strndup (text, length);
  if (*id == TRAS_NAMES_AMBIGUOUS)
    {
      /* Services have no code. */
      if (g_str_equal (column->field->target, "service"))
        g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                     _("There are several called “%s”: say who gives it to whom, as in “%s "
                       "(Warehouse > Shop)”"), name, name);
      else
        g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                     _("There are several called “%s”; use the code"), name);
      return FALSE;
    }
  if (self->creator != NULL && tras_creator_can_make (column->field->target))
    return (*id = create_named (self, column, name, error)) != 0;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Nothing is called “%s”"), name);
  return FALSE;
}

/* The place where a text is remembered. What many texts differ in mostly stands at their end. */
static TrasSeenText *
get_seen (TrasImportColumn   *column,
          const TrasCsvCell  *cell)
{
  const guchar *text = (const guchar *) cell->text;
  guint place = text[cell->length - 1] + 10u * text[(cell->length - 1) / 2];

  if (cell->length > 1)
    place += 10u * text[cell->length - 2];

  return &column->seen[place % TRAS_SEEN_TEXTS];
}

static gboolean
is_seen (const TrasSeenText *seen,
         const TrasCsvCell  *cell)
{
  return cell->length == seen->length && memcmp (cell->text, seen->text, cell->length) == 0;
}

static void
remember (TrasImportColumn   *column,
          const TrasCsvCell  *cell,
          gint64              value)
{
  TrasSeenText *seen = get_seen (column, cell);

  if (cell->length > TRAS_SEEN_TEXT_SIZE)
    return;

  memcpy (seen->text, cell->text, cell->length);
  seen->length = cell->length;
  seen->value = value;
}

static gboolean
set_reference (TrasCells          *self,
               TrasImportColumn   *column,
               const TrasCsvCell  *cell,
               GError            **error)
{
  const char *target = column->field->target;
  gint64 id;

  /* The parent of an area may stand further down. A ledger is in order. */
  if (g_str_equal (target, self->table->name) &&
      (self->table->flags & TRAS_TABLE_APPEND_ONLY) == 0 &&
      tras_names_find (column->names, cell->text, cell->length) == 0)
    {
      TrasWaiting waiting = { .column = column, .name = g_strndup (cell->text, cell->length) };

      g_array_append_val (self->waiting, waiting);
      tras_record_set_int (self->row, column->field, 0);
      return TRUE;
    }

  if (!tras_cells_resolve (self, column, cell->text, cell->length, &id, error))
    return FALSE;

  tras_record_set_int (self->row, column->field, id);
  remember (column, cell, id);

  return TRUE;
}

/* ---- cells ---- */

/**
 * tras_cells_copy:
 * @to: a record
 * @from: another one of the same type
 * @field: one of their fields
 *
 * Gives @to the value that @from has.
 */
void
tras_cells_copy (TrasRecord      *to,
                 TrasRecord      *from,
                 const TrasField *field)
{
  if (field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE)
    tras_record_set_text (to, field, tras_record_get_text (from, field));
  else if (field->type == TRAS_VALUE_REAL)
    tras_record_set_real (to, field, tras_record_get_real (from, field));
  else
    tras_record_set_int (to, field, tras_record_get_int (from, field));
}

/* An empty cell: the field's default, or nothing. Quotes tell an empty text from none, but nothing
 * goes by an empty name. */
static gboolean
set_empty (TrasCells          *self,
           TrasImportColumn   *column,
           const TrasCsvCell  *cell,
           GError            **error)
{
  const TrasField *field = column->field;
  gboolean quoted = cell->quoted && !column->quotes_all;

  if (field->type == TRAS_VALUE_TEXT &&
      ((field->flags & TRAS_FIELD_REQUIRED)
         ? (quoted || field->initial == NULL)
         : (quoted && (field->flags & (TRAS_FIELD_NAME | TRAS_FIELD_ALIAS)) == 0)))
    {
      tras_record_set_text (self->row, field, "");
      return TRUE;
    }
  if ((field->flags & TRAS_FIELD_REQUIRED) && field->initial == NULL)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("“%s” cannot be empty"),
                   tras_field_get_label (field));
      return FALSE;
    }

  tras_cells_copy (self->row, self->blank, field);
  return TRUE;
}

static gboolean
invalid (GError            **error,
         const char         *pattern,
         const TrasCsvCell  *cell)
{
  g_autofree char *text = tras_csv_cell_dup_text (cell);
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);
  g_autofree char *message = g_strjoinv (text, parts);

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
set_cell (TrasCells          *self,
          TrasImportColumn   *column,
          const TrasCsvCell  *cell,
          GError            **error)
{
  const TrasField *field = column->field;
  const TrasSeenText *seen = NULL;
  g_autofree char *text = NULL;
  gint64 number;
  double real;
  TrasDay day;

  if (cell->length == 0)
    return set_empty (self, column, cell, error);
  if (column->seen != NULL)
    seen = get_seen (column, cell);
  if (seen != NULL && is_seen (seen, cell))
    {
      tras_record_set_int (self->row, field, seen->value);
      return TRUE;
    }

  switch (field->type)
    {
    case TRAS_VALUE_REFERENCE:
      return set_reference (self, column, cell, error);
    case TRAS_VALUE_TEXT:
      tras_record_take_text (self->row, field, tras_csv_cell_dup_text (cell));
      return TRUE;
    case TRAS_VALUE_REAL:
      if (!tras_real_parse (cell->text, (gssize) cell->length, &column->csv->marks, &real))
        return invalid (error, _("“%s” is not a number"), cell);
      tras_record_set_real (self->row, field, real);
      return TRUE;
    case TRAS_VALUE_DATE:
      day = tras_csv_column_parse_day (column->csv, cell->text, cell->length);
      if (day == TRAS_DAY_NONE)
        return invalid (error, _("“%s” is not a date"), cell);
      tras_record_set_int (self->row, field, day);
      remember (column, cell, day);
      return TRUE;
    case TRAS_VALUE_INTEGER:
      if (!tras_decimal_parse (cell->text, (gssize) cell->length, 0, &column->csv->marks, &number,
                               NULL))
        return invalid (error, _("“%s” is not a whole number"), cell);
      return tras_field_set_number (self->row, field, number, error);
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      if (!tras_decimal_parse (cell->text, (gssize) cell->length, column->digits,
                               &column->csv->marks, &number, error))
        return FALSE;
      return tras_field_set_number (self->row, field, number, error);
    case TRAS_VALUE_CHOICE:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
      text = tras_csv_cell_dup_text (cell);
      return tras_field_set_plain (self->row, field, text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* ---- rows ---- */

static gboolean
check_width (TrasCells         *self,
             const TrasCsvRow  *row,
             GError           **error)
{
  guint n_columns = self->dialect->n_columns;
  gboolean fits = row->n_cells >= n_columns;

  /* Spreadsheets leave empty cells behind at the end. */
  for (guint i = n_columns; i < row->n_cells; i++)
    fits &= row->cells[i].length == 0;
  if (!fits)
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                 _("The row has %u cells, the first row %u"), row->n_cells, n_columns);

  return fits;
}

/* Any day of a period counts as the period. */
static TrasImportColumn *
find_named (TrasCells  *self,
            const char *name)
{
  return tras_import_find_column (self->columns, tras_table_find_field (self->table, name));
}

static gboolean
set_period (TrasCells        *self,
            TrasMeasurement  *measurement,
            GError          **error)
{
  if (self->last_indicator != measurement->indicator_id)
    {
      int every = GPOINTER_TO_INT (g_hash_table_lookup (self->everies,
                                                        &measurement->indicator_id));

      self->last_indicator = measurement->indicator_id;
      self->last_every = every & ~COMPUTED;
      self->last_computed = (every & COMPUTED) != 0;
    }
  measurement->period_on = tras_period_first_day (self->last_every, measurement->period_on);
  if (!self->last_computed || isnan (measurement->value))
    return TRUE;

  self->culprit = find_named (self, "value");
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                       _("The indicator is computed: nobody else gives its numbers"));

  return FALSE;
}

/* A service is rated by the month, whatever day of it stands there. */
static void
set_month (TrasServiceRating *rating)
{
  if (rating->period_on != TRAS_DAY_NONE)
    rating->period_on = tras_period_first_day (TRAS_EVERY_MONTH, rating->period_on);
}

/* What the check of the last row has filled in is not the next one's. */
static void
forget_filled (TrasCells *self)
{
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];

      if (tras_kind_is_column (field) && tras_import_find_column (self->columns, field) == NULL)
        tras_cells_copy (self->row, self->blank, field);
    }
}

/**
 * tras_cells_read:
 * @self: cells
 * @row: a row
 * @error: %TRAS_ERROR_INVALID where a cell does not fit; @self's culprit says which column
 *
 * Reads a row into @self's row; fields without a column keep what they have, unless the table has
 * some that are checked, whose rows a check may fill in.
 */
gboolean
tras_cells_read (TrasCells         *self,
                 const TrasCsvRow  *row,
                 GError           **error)
{
  GArray *columns = self->columns;

  self->culprit = NULL;
  if (!check_width (self, row, error))
    return FALSE;
  if (self->fills)
    forget_filled (self);

  for (guint i = 0; i < columns->len; i++)
    {
      TrasImportColumn *column = &g_array_index (columns, TrasImportColumn, i);

      if (!set_cell (self, column, &row->cells[column->index], error))
        {
          self->culprit = column;
          return FALSE;
        }
    }

  if (TRAS_IS_SERVICE_RATING (self->row))
    set_month (TRAS_SERVICE_RATING (self->row));

  return self->everies == NULL || set_period (self, TRAS_MEASUREMENT (self->row), error);
}

/* ---- before the first row ---- */

/* What the file says of indicators that are not there yet, before the first of them is made. */
static gboolean
see_unknown (TrasCells  *self,
             GError    **error)
{
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (self->dialect);
  TrasImportColumn *indicator = find_named (self, "indicator_id");
  TrasImportColumn *period = find_named (self, "period_on");
  TrasImportColumn *value = find_named (self, "value");
  const TrasCsvRow *row;

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      const TrasCsvCell *cells = row->cells;
      g_autofree char *name = NULL;
      TrasDecimalScan scan = { 0 };
      guint decimals = 0;
      double real = NAN;

      if (tras_csv_row_is_empty (row) || row->n_cells < self->dialect->n_columns ||
          cells[indicator->index].length == 0 ||
          tras_names_find (indicator->names, cells[indicator->index].text,
                           cells[indicator->index].length) != 0)
        continue;

      if (value != NULL &&
          tras_decimal_scan (cells[value->index].text, (gssize) cells[value->index].length,
                             &value->csv->marks, &scan) &&
          tras_real_parse (cells[value->index].text, (gssize) cells[value->index].length,
                           &value->csv->marks, &real))
        {
          /* Zeros at the end are how a program writes, not what was measured. */
          decimals = scan.n_fraction;
          for (const char *end = scan.end; decimals > 0 && end[-1] == '0'; end--)
            decimals--;
        }
      name = tras_csv_cell_dup_text (&cells[indicator->index]);
      tras_creator_see (self->creator, name,
                        tras_csv_column_parse_day (period->csv, cells[period->index].text,
                                                   cells[period->index].length),
                        real, decimals, scan.percent);
    }

  return *error == NULL;
}

static gboolean
see_every (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  set_every (user_data, record);

  return TRUE;
}

static gboolean
prepare_columns (TrasCells  *self,
                 GError    **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_FIRM);
  g_autoptr (GPtrArray) firms = tras_db_select (self->db, query, error);
  const char *currency;

  if (firms == NULL)
    return FALSE;
  currency = firms->len > 0 ? TRAS_FIRM (firms->pdata[0])->currency : "EUR";

  for (guint i = 0; i < self->columns->len; i++)
    {
      TrasImportColumn *column = &g_array_index (self->columns, TrasImportColumn, i);

      g_clear_pointer (&column->seen, g_free);
      if (column->field->type == TRAS_VALUE_REFERENCE || column->field->type == TRAS_VALUE_DATE)
        column->seen = g_new0 (TrasSeenText, TRAS_SEEN_TEXTS);
      column->digits = tras_kind_get_digits (column->field, currency);
      if (column->field->type != TRAS_VALUE_REFERENCE)
        continue;
      column->names = get_names (self, column->field->target, error);
      if (column->names == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
waiting_clear (gpointer data)
{
  g_free (((TrasWaiting *) data)->name);
}

/**
 * tras_cells_init:
 * @self: what becomes cells; to be cleared with tras_cells_clear() also after an error
 * @db: a connection in an edit
 * @type: the record type
 * @dialect: how the file is written
 * @columns: (element-type TrasImportColumn): its columns
 * @create: whether to make the indicators, areas, people and items that are named and unknown
 * @error: where to put the error
 *
 * Makes ready to read the rows of a file.
 */
gboolean
tras_cells_init (TrasCells             *self,
                 TrasDb                *db,
                 GType                  type,
                 const TrasCsvDialect  *dialect,
                 GArray                *columns,
                 gboolean               create,
                 GError               **error)
{
  g_autoptr (TrasQuery) indicators = tras_query_new (TRAS_TYPE_INDICATOR);

  *self = (TrasCells) {
    .db = db,
    .table = tras_record_type_get_table (type),
    .dialect = dialect,
    .columns = columns,
    .row = g_object_new (type, NULL),
    .blank = g_object_new (type, NULL),
  };
  self->fills = tras_table_has_flag (self->table, TRAS_FIELD_CHECKED);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (TrasWaiting));
  g_array_set_clear_func (self->waiting, waiting_clear);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) tras_names_free);
  if (create)
    self->creator = tras_creator_new (db);

  if (!prepare_columns (self, error))
    return FALSE;
  self->own_names = g_hash_table_lookup (self->names, self->table->name);
  if (type != TRAS_TYPE_MEASUREMENT)
    return TRUE;

  self->everies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return tras_db_foreach (db, indicators, see_every, self, error) &&
         (!create || see_unknown (self, error));
}

void
tras_cells_clear (TrasCells *self)
{
  g_clear_object (&self->row);
  g_clear_object (&self->blank);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->creator, tras_creator_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->everies, g_hash_table_unref);
}

/**
 * tras_cells_get_created:
 * @self: cells
 *
 * Returns: (transfer none) (element-type utf8) (nullable): sentences on what was made, %NULL where
 *   nothing shall be
 */
GPtrArray *
tras_cells_get_created (TrasCells *self)
{
  return self->creator != NULL ? tras_creator_get_sentences (self->creator) : NULL;
}
