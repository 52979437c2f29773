/* tras-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tras-error.h"
#include "tras-existing.h"
#include "tras-field-text.h"
#include "tras-firm.h"
#include "tras-import-create.h"
#include "tras-import-reasons.h"
#include "tras-import.h"
#include "tras-indicator-series.h"
#include "tras-indicator.h"
#include "tras-kind-columns.h"
#include "tras-names.h"
#include "tras-number.h"
#include "tras-tables.h"

/* After how many rows progress is told. */
#define PROGRESS_ROWS 4096

/* A reference up to this long is remembered, since the next row often says the same. */
#define LAST_TEXT 64

/* A column of the file that goes to a field. */
typedef struct
{
  const TrasField *field;
  const TrasCsvColumn *csv;
  guint index;
  char *header;

  /* while it runs */
  int digits;
  TrasNames *names;
  gsize last_length;
  char last_text[LAST_TEXT];
  gint64 last_id;
} Column;

struct _TrasImport
{
  GObject parent_instance;

  GType type;
  const TrasTable *table;
  TrasCsvDialect *dialect;
  GArray *columns;

  TrasImportCounts counts;
  GPtrArray *refusals;
  GPtrArray *created;
  gint64 edit;
};

G_DEFINE_TYPE (TrasImport, tras_import, G_TYPE_OBJECT)

/* A reference to a record of the same file, which may stand further down. */
typedef struct
{
  gint64 id;           /* of the row's record */
  TrasRecord *before;  /* how it was; NULL for a new one */
  Column *column;
  char *name;
  guint line;
} Deferred;

/* What a run knows. */
typedef struct
{
  TrasImport *import;
  TrasDb *db;
  TrasImportFlags flags;

  TrasRecord *row;          /* serves for all rows */
  TrasRecord *blank;
  TrasExisting *existing;
  TrasCreator *creator;
  GHashTable *names;        /* table: TrasNames */
  GHashTable *everies;      /* indicator: TrasEvery */
  gint64 last_indicator;
  TrasEvery last_every;
  GPtrArray *deferred;
  GArray *waiting;          /* Deferred of the row at hand */
  TrasRecord *before;       /* how its record was, where there is one */
  const Column *culprit;    /* the column that the last error is about */
} Run;

static void
refusal_free (gpointer data)
{
  TrasImportRefusal *refusal = data;

  g_free (refusal->column);
  g_free (refusal->value);
  g_free (refusal->reason);
  g_free (refusal);
}

static void
deferred_clear (gpointer data)
{
  Deferred *deferred = data;

  g_clear_object (&deferred->before);
  g_clear_pointer (&deferred->name, g_free);
}

static void
deferred_free (gpointer data)
{
  deferred_clear (data);
  g_free (data);
}

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->header);
}

static void
tras_import_finalize (GObject *object)
{
  TrasImport *self = TRAS_IMPORT (object);

  g_clear_pointer (&self->dialect, tras_csv_dialect_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_clear_pointer (&self->created, g_ptr_array_unref);

  G_OBJECT_CLASS (tras_import_parent_class)->finalize (object);
}

static void
tras_import_class_init (TrasImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_import_finalize;
}

static void
tras_import_init (TrasImport *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  self->created = g_ptr_array_new_with_free_func (g_free);
}

/* ---- columns ---- */

static Column *
find_column (TrasImport      *self,
             const TrasField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (column->field == field)
        return column;
    }

  return NULL;
}

static gboolean
map_columns (TrasImport  *self,
             GError     **error)
{
  for (guint i = 0; i < self->dialect->n_columns; i++)
    {
      const TrasCsvColumn *csv = &self->dialect->columns[i];
      Column column = { .csv = csv, .index = i };

      /* Spreadsheets leave columns behind in which nothing stands. */
      if (*csv->name == '\0' && csv->type == TRAS_CSV_EMPTY)
        continue;

      column.field = tras_kind_find_column (self->table, csv->name);
      if (column.field == NULL)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                       _("There is no column “%s” in %s"), csv->name, self->table->kind);
          return FALSE;
        }
      if (find_column (self, column.field) != NULL)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Two columns are called “%s”"),
                       csv->name);
          return FALSE;
        }
      column.header = g_strdup (csv->name);
      g_array_append_val (self->columns, column);
    }

  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];
      g_autofree char *header = NULL;

      if (!tras_kind_is_column (field) || (field->flags & TRAS_FIELD_REQUIRED) == 0 ||
          field->initial != NULL || find_column (self, field) != NULL)
        continue;

      header = tras_kind_dup_header (self->table, field);
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("The column “%s” is missing"), header);
      return FALSE;
    }

  return TRUE;
}

/**
 * tras_import_new:
 * @type: the record type
 * @bytes: a CSV file's content; its first row names the columns
 * @overrides: (nullable): what is known of how it is written
 * @error: %TRAS_ERROR_INVALID where it is no CSV, or a column is unknown or missing
 *
 * Finds out how the file is written and which column goes to which field. Columns are called as
 * tras_kind_dup_header() has it and come in any order; those that have a default may be absent.
 *
 * Returns: (transfer full): an import that has not run yet, or %NULL
 */
TrasImport *
tras_import_new (GType                    type,
                 GBytes                  *bytes,
                 const TrasCsvOverrides  *overrides,
                 GError                 **error)
{
  static const TrasCsvOverrides none = TRAS_CSV_GUESS_ALL;
  g_autoptr (TrasImport) self = NULL;
  TrasCsvOverrides known = overrides != NULL ? *overrides : none;

  g_return_val_if_fail (g_type_is_a (type, TRAS_TYPE_RECORD), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  known.header = TRUE;
  self = g_object_new (TRAS_TYPE_IMPORT, NULL);
  self->type = type;
  self->table = tras_record_type_get_table (type);
  self->dialect = tras_csv_dialect_guess (bytes, &known, error);
  if (self->dialect == NULL || !map_columns (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tras_import_get_dialect:
 * @self: an import
 *
 * Returns: (transfer none): how the file is written; tras_csv_dialect_describe() puts it in words
 */
const TrasCsvDialect *
tras_import_get_dialect (TrasImport *self)
{
  return self->dialect;
}

/**
 * tras_import_dup_rows:
 * @self: an import
 * @limit: how many rows at most
 *
 * Returns: (transfer full) (element-type GStrv): the first rows below the header as they are written
 */
GPtrArray *
tras_import_dup_rows (TrasImport *self,
                      guint       limit)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (self->dialect);
  const TrasCsvRow *row;

  while (rows->len < limit && (row = tras_csv_reader_next (reader, NULL)) != NULL)
    {
      char **cells;

      if (tras_csv_row_is_empty (row))
        continue;
      cells = g_new0 (char *, row->n_cells + 1);
      for (guint i = 0; i < row->n_cells; i++)
        cells[i] = tras_csv_cell_dup_text (&row->cells[i]);
      g_ptr_array_add (rows, cells);
    }

  return rows;
}

/* ---- names ---- */

static TrasNames *
get_names (Run         *run,
           const char  *table,
           GError     **error)
{
  TrasNames *names = g_hash_table_lookup (run->names, table);

  if (names == NULL)
    {
      names = tras_names_load (run->db, tras_tables_find_name (table), error);
      if (names != NULL)
        g_hash_table_insert (run->names, (gpointer) table, names);
    }

  return names;
}

static void
set_every (Run           *run,
           TrasIndicator *indicator)
{
  g_hash_table_insert (run->everies,
                       g_memdup2 (&indicator->parent_instance.id, sizeof (gint64)),
                       GINT_TO_POINTER (tras_indicator_get_every (indicator)));
}

/* A stored record can be referred to from now on. */
static void
learn_record (Run        *run,
              TrasRecord *record)
{
  TrasNames *names = g_hash_table_lookup (run->names, tras_record_get_table (record)->name);

  if (names != NULL)
    tras_names_add (names, record);
  if (run->everies != NULL && TRAS_IS_INDICATOR (record))
    set_every (run, TRAS_INDICATOR (record));
}

/* Makes the record that a reference names; 0 where it cannot be made. */
static gint64
create_named (Run         *run,
              Column      *column,
              const char  *name,
              GError     **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = 0;

  if (!tras_creator_make (run->creator, column->field->target, name, records, error))
    return 0;

  for (guint i = 0; i < records->len; i++)
    {
      TrasRecord *record = records->pdata[i];

      learn_record (run, record);
      id = record->id;
    }

  return id;
}

static gboolean
resolve (Run          *run,
         Column       *column,
         const char   *text,
         gsize         length,
         gint64       *id,
         GError      **error)
{
  g_autofree char *name = NULL;

  *id = tras_names_find (column->names, text, length);
  if (*id > 0)
    return TRUE;

  name = g_strndup (text, length);
  if (*id == TRAS_NAMES_AMBIGUOUS)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   _("There are several called “%s”; use the code"), name);
      return FALSE;
    }
  if (run->creator != NULL && tras_creator_can_make (column->field->target))
    return (*id = create_named (run, column, name, error)) != 0;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Nothing is called “%s”"), name);
  return FALSE;
}

static gboolean
set_reference (Run                *run,
               Column             *column,
               const TrasCsvCell  *cell,
               GError            **error)
{
  const char *target = column->field->target;
  gint64 id;

  if (column->last_id != 0 && cell->length == column->last_length &&
      memcmp (cell->text, column->last_text, cell->length) == 0)
    {
      tras_record_set_int (run->row, column->field, column->last_id);
      return TRUE;
    }

  /* The parent of an area may stand further down. A ledger is in order. */
  if (g_str_equal (target, run->import->table->name) &&
      (run->import->table->flags & TRAS_TABLE_APPEND_ONLY) == 0 &&
      tras_names_find (column->names, cell->text, cell->length) == 0)
    {
      Deferred deferred = { .column = column, .name = g_strndup (cell->text, cell->length) };

      g_array_append_val (run->waiting, deferred);
      tras_record_set_int (run->row, column->field, 0);
      return TRUE;
    }

  if (!resolve (run, column, cell->text, cell->length, &id, error))
    return FALSE;

  tras_record_set_int (run->row, column->field, id);
  column->last_id = 0;
  if (cell->length <= LAST_TEXT)
    {
      memcpy (column->last_text, cell->text, cell->length);
      column->last_length = cell->length;
      column->last_id = id;
    }

  return TRUE;
}

/* ---- cells ---- */

static void
copy_field (TrasRecord      *to,
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

/* An empty cell: the field's default, or nothing. A text that may not be absent may be empty. */
static gboolean
set_empty (Run                *run,
           Column             *column,
           const TrasCsvCell  *cell,
           GError            **error)
{
  const TrasField *field = column->field;

  if ((field->flags & TRAS_FIELD_REQUIRED) && field->type == TRAS_VALUE_TEXT &&
      (cell->quoted || field->initial == NULL))
    {
      tras_record_set_text (run->row, field, "");
      return TRUE;
    }
  if ((field->flags & TRAS_FIELD_REQUIRED) && field->initial == NULL)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("%s cannot be empty"),
                   tras_field_get_label (field));
      return FALSE;
    }

  copy_field (run->row, run->blank, field);
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
set_cell (Run                *run,
          Column             *column,
          const TrasCsvCell  *cell,
          GError            **error)
{
  const TrasField *field = column->field;
  g_autofree char *text = NULL;
  gint64 number;
  double real;
  TrasDay day;

  if (cell->length == 0)
    return set_empty (run, column, cell, error);

  switch (field->type)
    {
    case TRAS_VALUE_REFERENCE:
      return set_reference (run, column, cell, error);
    case TRAS_VALUE_TEXT:
      tras_record_take_text (run->row, field, tras_csv_cell_dup_text (cell));
      return TRUE;
    case TRAS_VALUE_REAL:
      if (!tras_real_parse (cell->text, (gssize) cell->length, &column->csv->marks, &real))
        return invalid (error, _("“%s” is not a number"), cell);
      tras_record_set_real (run->row, field, real);
      return TRUE;
    case TRAS_VALUE_DATE:
      day = tras_csv_column_parse_day (column->csv, cell->text, cell->length);
      if (day == TRAS_DAY_NONE)
        return invalid (error, _("“%s” is not a date"), cell);
      tras_record_set_int (run->row, field, day);
      return TRUE;
    case TRAS_VALUE_INTEGER:
      if (!tras_decimal_parse (cell->text, (gssize) cell->length, 0, &column->csv->marks, &number,
                               NULL))
        return invalid (error, _("“%s” is not a whole number"), cell);
      tras_record_set_int (run->row, field, number);
      return TRUE;
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      if (!tras_decimal_parse (cell->text, (gssize) cell->length, column->digits,
                               &column->csv->marks, &number, error))
        return FALSE;
      tras_record_set_int (run->row, field, number);
      return TRUE;
    case TRAS_VALUE_CHOICE:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
      text = tras_csv_cell_dup_text (cell);
      return tras_field_set_plain (run->row, field, text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* ---- rows ---- */

static void
refuse (Run              *run,
        guint             line,
        const Column     *column,
        char             *value,
        const char       *reason)
{
  TrasImportRefusal *refusal = g_new0 (TrasImportRefusal, 1);

  refusal->line = line;
  refusal->column = g_strdup (column != NULL ? column->header : "");
  refusal->value = value != NULL ? value : g_strdup ("");
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (run->import->refusals, refusal);
  run->import->counts.n_refused++;
}

/* Whether the error says that the row does not fit, rather than that nothing works any more. */
static gboolean
is_about_row (const GError *error)
{
  return g_error_matches (error, TRAS_ERROR, TRAS_ERROR_INVALID) ||
         g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT) ||
         g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONFLICT);
}

/* Turns an error about a row into a refusal; FALSE where it is about more than the row. */
static gboolean
refuse_for_error (Run               *run,
                  const TrasCsvRow  *row,
                  guint              line,
                  const char        *deferred,
                  GError            *problem,
                  GError           **error)
{
  const Column *column = run->culprit;
  g_autofree char *reason = NULL;
  const TrasField *field;
  char *value = g_strdup (deferred);

  if (!is_about_row (problem))
    {
      g_free (value);
      g_propagate_error (error, problem);
      return FALSE;
    }

  if (g_error_matches (problem, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    {
      reason = tras_import_dup_reason (run->import->table, problem, &field);
      column = field != NULL ? find_column (run->import, field) : NULL;
    }
  if (value == NULL && column != NULL && column->index < row->n_cells)
    value = tras_csv_cell_dup_text (&row->cells[column->index]);
  refuse (run, line, column, value, reason != NULL ? reason : problem->message);
  g_error_free (problem);

  return TRUE;
}

static gboolean
check_width (Run               *run,
             const TrasCsvRow  *row,
             GError           **error)
{
  guint n_columns = run->import->dialect->n_columns;

  for (guint i = n_columns; i < row->n_cells; i++)
    {
      if (row->cells[i].length == 0)
        continue;
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   _("The row has %u cells, the first row %u"), row->n_cells, n_columns);
      return FALSE;
    }
  if (row->n_cells < n_columns)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   _("The row has %u cells, the first row %u"), row->n_cells, n_columns);
      return FALSE;
    }

  return TRUE;
}

/* Any day of a period counts as the period. */
static void
set_period (Run             *run,
            TrasMeasurement *measurement)
{
  if (run->last_indicator != measurement->indicator_id)
    {
      run->last_indicator = measurement->indicator_id;
      run->last_every = GPOINTER_TO_INT (g_hash_table_lookup (run->everies,
                                                              &measurement->indicator_id));
    }
  measurement->period_on = tras_period_first_day (run->last_every, measurement->period_on);
}

static gboolean
read_cells (Run               *run,
            const TrasCsvRow  *row,
            GError           **error)
{
  GArray *columns = run->import->columns;

  run->culprit = NULL;
  if (!check_width (run, row, error))
    return FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (!set_cell (run, column, &row->cells[column->index], error))
        {
          run->culprit = column;
          return FALSE;
        }
    }

  if (run->everies != NULL)
    set_period (run, TRAS_MEASUREMENT (run->row));

  return TRUE;
}

/* Writes the row over the record that it is about. */
static gboolean
change (Run         *run,
        TrasRecord  *found,
        GError     **error)
{
  TrasImport *self = run->import;
  g_autoptr (TrasRecord) record = tras_record_dup (found);

  for (guint i = 0; i < self->columns->len; i++)
    copy_field (record, run->row, g_array_index (self->columns, Column, i).field);

  if (run->waiting->len == 0 && tras_record_equal (record, found))
    {
      self->counts.n_same++;
      return TRUE;
    }
  if (self->table->flags & TRAS_TABLE_APPEND_ONLY)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                           _("A movement is never changed; another one takes it back"));
      return FALSE;
    }
  if (!tras_db_update (run->db, record, error))
    return FALSE;

  run->row->id = record->id;
  run->row->version = record->version;
  self->counts.n_changed++;
  learn_record (run, record);

  return TRUE;
}

static gboolean
take_row (Run               *run,
          const TrasCsvRow  *row,
          GError           **error)
{
  g_clear_object (&run->before);
  run->row->id = 0;
  run->row->version = 0;
  if (!read_cells (run, row, error) ||
      !tras_existing_find (run->existing, run->row, row->line, &run->before, error))
    return FALSE;

  if (run->before != NULL)
    return change (run, run->before, error);

  if (!tras_db_insert (run->db, run->row, error))
    return FALSE;
  run->import->counts.n_new++;
  learn_record (run, run->row);

  return TRUE;
}

/* The references of the row that may lead further down wait until all rows are there. */
static void
defer (Run   *run,
       guint  line)
{
  for (guint i = 0; i < run->waiting->len; i++)
    {
      Deferred *waiting = &g_array_index (run->waiting, Deferred, i);
      Deferred *deferred = g_new0 (Deferred, 1);

      deferred->id = run->row->id;
      deferred->before = run->before != NULL ? g_object_ref (run->before) : NULL;
      deferred->column = waiting->column;
      deferred->name = g_steal_pointer (&waiting->name);
      deferred->line = line;
      g_ptr_array_add (run->deferred, deferred);
    }
}

static gboolean
take_deferred (Run       *run,
               Deferred  *deferred,
               GError   **error)
{
  g_autoptr (TrasRecord) record = NULL;
  gint64 id;

  run->culprit = deferred->column;
  if (!resolve (run, deferred->column, deferred->name, strlen (deferred->name), &id, error))
    return FALSE;

  record = tras_db_load (run->db, run->import->type, deferred->id, error);
  if (record == NULL)
    return FALSE;
  tras_record_set_int (record, deferred->column->field, id);

  return tras_db_update (run->db, record, error);
}

/* Takes back the row of a reference that leads nowhere. One that other rows refer to by now stays,
 * without its reference. */
static gboolean
drop_deferred (Run       *run,
               Deferred  *deferred,
               GError   **error)
{
  g_autoptr (TrasRecord) record =
    tras_db_load (run->db, run->import->type, deferred->id, error);
  g_autoptr (GError) local_error = NULL;

  if (record == NULL)
    return FALSE;

  if (deferred->before != NULL)
    {
      run->import->counts.n_changed--;
      deferred->before->version = record->version;
      return tras_db_update (run->db, deferred->before, error);
    }

  if (tras_db_delete (run->db, record, &local_error))
    run->import->counts.n_new--;
  else if (!g_error_matches (local_error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static int
compare_refusals (gconstpointer a,
                  gconstpointer b)
{
  const TrasImportRefusal *x = *(TrasImportRefusal *const *) a;
  const TrasImportRefusal *y = *(TrasImportRefusal *const *) b;

  return (x->line > y->line) - (x->line < y->line);
}

static gboolean
take_all_deferred (Run     *run,
                   GError **error)
{
  for (guint i = 0; i < run->deferred->len; i++)
    {
      Deferred *deferred = run->deferred->pdata[i];
      GError *problem = NULL;

      if (take_deferred (run, deferred, &problem))
        continue;
      if (!refuse_for_error (run, NULL, deferred->line, deferred->name, problem, error))
        return FALSE;
      if ((run->flags & TRAS_IMPORT_PARTIAL) && !drop_deferred (run, deferred, error))
        return FALSE;
    }
  if (run->deferred->len > 0)
    g_ptr_array_sort (run->import->refusals, compare_refusals);

  return TRUE;
}

/* ---- the run ---- */

/* What the file says of indicators that are not there yet, before the first of them is made. */
static gboolean
see_unknown (Run     *run,
             GError **error)
{
  const TrasTable *table = run->import->table;
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (run->import->dialect);
  Column *indicator = find_column (run->import, tras_table_find_field (table, "indicator_id"));
  Column *period = find_column (run->import, tras_table_find_field (table, "period_on"));
  Column *value = find_column (run->import, tras_table_find_field (table, "value"));
  const TrasCsvRow *row;

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      const TrasCsvCell *cells = row->cells;
      g_autofree char *name = NULL;
      TrasDecimalScan scan = { 0 };
      guint decimals = 0;
      double real = NAN;

      if (tras_csv_row_is_empty (row) || row->n_cells < run->import->dialect->n_columns ||
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
      tras_creator_see (run->creator, name,
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
prepare (Run     *run,
         GError **error)
{
  TrasImport *self = run->import;
  g_autoptr (TrasQuery) firms = tras_query_new (TRAS_TYPE_FIRM);
  g_autoptr (TrasQuery) indicators = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) firm = tras_db_select (run->db, firms, error);
  const char *currency;

  if (firm == NULL)
    return FALSE;
  currency = firm->len > 0 ? TRAS_FIRM (firm->pdata[0])->currency : "EUR";

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      column->last_id = 0;
      column->digits = tras_kind_get_digits (column->field, currency);
      if (column->field->type == TRAS_VALUE_REFERENCE)
        {
          column->names = get_names (run, column->field->target, error);
          if (column->names == NULL)
            return FALSE;
        }
    }

  if (self->type == TRAS_TYPE_MEASUREMENT)
    {
      run->everies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      if (!tras_db_foreach (run->db, indicators, see_every, run, error))
        return FALSE;
    }
  if (run->flags & TRAS_IMPORT_CREATE)
    {
      run->creator = tras_creator_new (run->db);
      if (self->type == TRAS_TYPE_MEASUREMENT && !see_unknown (run, error))
        return FALSE;
    }

  run->existing = tras_existing_load (run->db, self->type, error);

  return run->existing != NULL;
}

static gboolean
take_rows (Run           *run,
           TrasProgress   progress,
           gpointer       progress_data,
           GCancellable  *cancellable,
           GError       **error)
{
  TrasImport *self = run->import;
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (self->dialect);
  const TrasField *code = tras_table_find_field (self->table, "code");
  const TrasCsvRow *row;
  guint n_rows = 0;

  if (code != NULL && find_column (self, code) != NULL)
    code = NULL;

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      GError *problem = NULL;

      if (n_rows++ % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (n_rows - 1, self->dialect->n_rows, progress_data);
        }
      if (tras_csv_row_is_empty (row))
        continue;

      g_array_set_size (run->waiting, 0);
      /* The store gave the last row a code of its own. */
      if (code != NULL)
        tras_record_clear (run->row, code);
      if (take_row (run, row, &problem))
        defer (run, row->line);
      else if (!refuse_for_error (run, row, row->line, NULL, problem, error))
        return FALSE;
    }

  return *error == NULL && take_all_deferred (run, error);
}

static void
run_clear (Run *run)
{
  g_clear_object (&run->row);
  g_clear_object (&run->blank);
  g_clear_pointer (&run->existing, tras_existing_free);
  g_clear_pointer (&run->creator, tras_creator_free);
  g_clear_pointer (&run->names, g_hash_table_unref);
  g_clear_pointer (&run->everies, g_hash_table_unref);
  g_clear_pointer (&run->deferred, g_ptr_array_unref);
  g_clear_pointer (&run->waiting, g_array_unref);
  g_clear_object (&run->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/**
 * tras_import_run:
 * @self: an import; it can run again
 * @db: a connection that is in no edit
 * @flags: how to go about it
 * @progress: (scope call) (nullable): told the rows that are done, now and then
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends it; nothing of it stands then
 * @error: what keeps the import from being tried at all; that rows are refused is no error
 *
 * Takes all rows in one edit, or, without %TRAS_IMPORT_PARTIAL, none where one is refused. A dry run
 * writes the rows and takes the edit back, so that it refuses what the real one would refuse.
 *
 * Returns: whether it ran; tras_import_get_counts() and tras_import_get_refusals() tell what became
 *   of the rows, tras_import_get_edit() whether they were taken
 */
gboolean
tras_import_run (TrasImport       *self,
                 TrasDb           *db,
                 TrasImportFlags   flags,
                 TrasProgress      progress,
                 gpointer          progress_data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_auto (Run) run = { .import = self, .db = db, .flags = flags };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *label = NULL;
  gboolean take;

  g_return_val_if_fail (TRAS_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (!tras_db_in_edit (db), FALSE);

  self->counts = (TrasImportCounts) { 0 };
  self->edit = 0;
  g_ptr_array_set_size (self->refusals, 0);
  g_ptr_array_set_size (self->created, 0);

  run.row = g_object_new (self->type, NULL);
  run.blank = g_object_new (self->type, NULL);
  run.names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                     (GDestroyNotify) tras_names_free);
  run.deferred = g_ptr_array_new_with_free_func (deferred_free);
  run.waiting = g_array_new (FALSE, FALSE, sizeof (Deferred));
  g_array_set_clear_func (run.waiting, deferred_clear);

  label = g_strdup_printf (_("Import: %s"), g_dgettext (GETTEXT_PACKAGE, self->table->plural));
  if (!tras_db_begin (db, label, error))
    return FALSE;

  if (!prepare (&run, &local_error) ||
      !take_rows (&run, progress, progress_data, cancellable, &local_error))
    {
      tras_db_rollback (db);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (run.creator != NULL)
    {
      GPtrArray *sentences = tras_creator_get_sentences (run.creator);

      for (guint i = 0; i < sentences->len; i++)
        g_ptr_array_add (self->created, g_strdup (sentences->pdata[i]));
    }

  take = (flags & TRAS_IMPORT_DRY_RUN) == 0 &&
         (self->counts.n_refused == 0 || (flags & TRAS_IMPORT_PARTIAL) != 0);
  if (!take)
    {
      tras_db_rollback (db);
      return TRUE;
    }

  return tras_db_commit (db, &self->edit, error);
}

/**
 * tras_import_get_counts:
 * @self: an import that has run
 *
 * Returns: (transfer none): what became of the rows; of a dry run and of an import that was not
 *   taken, what would have
 */
const TrasImportCounts *
tras_import_get_counts (TrasImport *self)
{
  return &self->counts;
}

/**
 * tras_import_get_refusals:
 * @self: an import that has run
 *
 * Returns: (transfer none) (element-type TrasImportRefusal): the rows that were refused
 */
GPtrArray *
tras_import_get_refusals (TrasImport *self)
{
  return self->refusals;
}

/**
 * tras_import_get_created:
 * @self: an import that has run
 *
 * Returns: (transfer none) (element-type utf8): what was made because rows name it, a sentence each
 *   without full stop
 */
GPtrArray *
tras_import_get_created (TrasImport *self)
{
  return self->created;
}

/**
 * tras_import_get_edit:
 * @self: an import that has run
 *
 * Returns: the edit that took the rows, 0 where nothing was changed
 */
gint64
tras_import_get_edit (TrasImport *self)
{
  return self->edit;
}
