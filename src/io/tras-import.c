/* tras-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-bulk.h"
#include "tras-error.h"
#include "tras-existing.h"
#include "tras-import-actions.h"
#include "tras-import-cells.h"
#include "tras-import-follow.h"
#include "tras-import-formulas.h"
#include "tras-import-reasons.h"
#include "tras-import.h"
#include "tras-indicator-series.h"
#include "tras-kind-columns.h"

/* After how many rows progress is told. */
#define PROGRESS_ROWS 4096

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

/* A reference to a record of the same file, or a formula that names some, to be looked up when all
 * rows are there; or new periods, to be looked at then. */
typedef struct
{
  gint64 id;           /* of the row's record */
  TrasRecord *before;  /* how it was; NULL for a new one */
  TrasImportColumn *column;
  char *name;
  guint line;
} Deferred;

/* What a run knows. */
typedef struct
{
  TrasImport *import;
  TrasDb *db;
  TrasImportFlags flags;
  TrasCells cells;
  TrasExisting *existing;
  TrasFormulaBook *book;  /* where the rows are indicators */
  TrasRecord *before;  /* how the record of the row at hand was, where there is one */
  GPtrArray *deferred;
  GPtrArray *respaced;    /* Deferred, of indicators that get other periods */
  GHashTable *followed;
  TrasBulk *bulk;      /* where new records go that nothing refers to */
  GArray *late;        /* Late, of those */
  TrasProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint n_read;
  guint64 n_written;
} Run;

/* A row that was refused when it was written, some rows later. */
typedef struct
{
  guint line;
  GError *error;
} Late;

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
deferred_free (gpointer data)
{
  Deferred *deferred = data;

  g_clear_object (&deferred->before);
  g_free (deferred->name);
  g_free (deferred);
}

static void
column_clear (gpointer data)
{
  TrasImportColumn *column = data;

  g_free (column->header);
  g_free (column->seen);
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
  self->columns = g_array_new (FALSE, TRUE, sizeof (TrasImportColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  self->created = g_ptr_array_new_with_free_func (g_free);
}

/* ---- columns ---- */

static gboolean
map_columns (TrasImport  *self,
             GError     **error)
{
  g_autoptr (TrasCsvReader) reader =
    tras_csv_reader_new (self->dialect->text, self->dialect->delimiter, TRAS_CSV_READER_NONE);
  const TrasCsvRow *first;

  do
    first = tras_csv_reader_next (reader, NULL);
  while (first != NULL && tras_csv_row_is_empty (first));

  for (guint i = 0; i < self->dialect->n_columns; i++)
    {
      const TrasCsvColumn *csv = &self->dialect->columns[i];
      TrasImportColumn column = { .csv = csv, .index = i };

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
      if (tras_import_find_column (self->columns, column.field) != NULL)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Two columns are called “%s”"),
                       csv->name);
          return FALSE;
        }
      column.header = g_strdup (csv->name);
      column.quotes_all = first != NULL && i < first->n_cells && first->cells[i].quoted;
      g_array_append_val (self->columns, column);
    }

  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];
      g_autofree char *header = NULL;

      if (!tras_kind_is_column (field) || (field->flags & TRAS_FIELD_REQUIRED) == 0 ||
          field->initial != NULL || tras_import_find_column (self->columns, field) != NULL)
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
 * Returns: (transfer full) (element-type GStrv): the first rows below the header, as written
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

/* ---- rows ---- */

static void
refuse (Run                    *run,
        guint                   line,
        const TrasImportColumn *column,
        char                   *value,
        const char             *reason)
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
  const TrasImportColumn *column = run->cells.culprit;
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
      reason = tras_import_dup_cycle (run->cells.row, run->db, problem, &field);
      if (reason == NULL)
        reason = tras_import_dup_reason (run->import->table, problem, &field);
      column = field != NULL ? tras_import_find_column (run->import->columns, field) : NULL;
    }
  if (value == NULL && column != NULL && column->index < row->n_cells)
    value = tras_csv_cell_dup_text (&row->cells[column->index]);
  refuse (run, line, column, value, reason != NULL ? reason : problem->message);
  g_error_free (problem);

  return TRUE;
}

/* What of the record depends on other rows of its kind, and of others. */
static gboolean
complete (Run         *run,
          TrasRecord  *record,
          TrasRecord  *before,
          GError     **error)
{
  return tras_import_check_record (&run->cells, record, before, run->db, error) &&
         (run->book == NULL ||
          tras_import_take_source (&run->cells, run->book, TRAS_INDICATOR (record), error));
}

static void
learn (Run        *run,
       TrasRecord *record)
{
  tras_cells_learn (&run->cells, record);
  if (run->book != NULL)
    tras_formula_book_add (run->book, TRAS_INDICATOR (record));
  tras_import_follow (run->followed, record);
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
    tras_cells_copy (record, run->cells.row,
                     g_array_index (self->columns, TrasImportColumn, i).field);

  if (!complete (run, record, found, error))
    return FALSE;
  if (run->cells.waiting->len == 0 && tras_record_equal (record, found))
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

  run->cells.row->id = record->id;
  run->cells.row->version = record->version;
  self->counts.n_changed++;
  learn (run, record);
  tras_import_follow (run->followed, found);

  return TRUE;
}

static gboolean
take_row (Run               *run,
          const TrasCsvRow  *row,
          GError           **error)
{
  g_clear_object (&run->before);
  run->cells.row->id = 0;
  run->cells.row->version = 0;
  if (!tras_cells_read (&run->cells, row, error) ||
      !tras_existing_find (run->existing, run->cells.row, row->line, &run->before, error))
    return FALSE;

  if (run->before != NULL)
    return change (run, run->before, error);

  if (!complete (run, run->cells.row, NULL, error) ||
      !(run->bulk != NULL ? tras_bulk_add (run->bulk, run->cells.row, row->line, error)
                          : tras_db_insert (run->db, run->cells.row, error)))
    return FALSE;
  run->import->counts.n_new++;
  if (run->bulk == NULL)
    learn (run, run->cells.row);

  return TRUE;
}

/* Of the row that was taken. */
static Deferred *
deferred_new (Run              *run,
              TrasImportColumn *column,
              char             *name,
              guint             line)
{
  Deferred *deferred = g_new0 (Deferred, 1);

  deferred->id = run->cells.row->id;
  deferred->before = run->before != NULL ? g_object_ref (run->before) : NULL;
  deferred->column = column;
  deferred->name = name;
  deferred->line = line;

  return deferred;
}

/* The references of the row that may lead further down wait until all rows are there, and so does
 * what formulas say to an indicator's new periods. */
static void
defer (Run   *run,
       guint  line)
{
  TrasIndicator *row = run->book != NULL ? TRAS_INDICATOR (run->cells.row) : NULL;
  TrasIndicator *before = row != NULL ? (TrasIndicator *) run->before : NULL;

  for (guint i = 0; i < run->cells.waiting->len; i++)
    {
      TrasWaiting *waiting = &g_array_index (run->cells.waiting, TrasWaiting, i);

      g_ptr_array_add (run->deferred, deferred_new (run, waiting->column,
                                                    g_steal_pointer (&waiting->name), line));
    }

  if (before != NULL && tras_indicator_get_every (row) != tras_indicator_get_every (before))
    {
      TrasImportColumn *column =
        tras_import_find_column (run->import->columns,
                                 tras_table_find_field (run->import->table, "every"));

      if (column != NULL)
        g_ptr_array_add (run->respaced, deferred_new (run, column, g_strdup (row->every), line));
    }
}

static gboolean
take_deferred (Run       *run,
               Deferred  *deferred,
               GError   **error)
{
  gboolean refers = deferred->column->field->type == TRAS_VALUE_REFERENCE;
  g_autoptr (TrasRecord) record = NULL;
  gint64 id;

  run->cells.culprit = deferred->column;
  if (refers && !tras_cells_resolve (&run->cells, deferred->column, deferred->name,
                                     strlen (deferred->name), &id, error))
    return FALSE;

  record = tras_db_load (run->db, run->import->type, deferred->id, error);
  if (record == NULL)
    return FALSE;
  if (refers)
    tras_record_set_int (record, deferred->column->field, id);
  else if (!tras_import_resolve_formula (run->book, TRAS_INDICATOR (record), deferred->name, error))
    return FALSE;
  if (!tras_db_update (run->db, record, error))
    return FALSE;
  if (!refers)
    tras_formula_book_add (run->book, TRAS_INDICATOR (record));

  return TRUE;
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

/* Refuses the rows that give an indicator other periods than a formula needs, which may be one of
 * the file too. What is put back may leave another one of them without its input. */
static gboolean
check_periods (Run     *run,
               GError **error)
{
  guint i = 0;

  while (i < run->respaced->len)
    {
      Deferred *deferred = run->respaced->pdata[i];
      g_autoptr (TrasIndicator) record =
        tras_db_load (run->db, run->import->type, deferred->id, error);
      GError *problem = NULL;

      if (record == NULL)
        return FALSE;
      if (tras_import_check_periods (run->book, record, &problem))
        {
          i++;
          continue;
        }

      run->cells.culprit = deferred->column;
      if (!refuse_for_error (run, NULL, deferred->line, deferred->name, problem, error) ||
          ((run->flags & TRAS_IMPORT_PARTIAL) && !drop_deferred (run, deferred, error)))
        return FALSE;
      tras_formula_book_add (run->book, TRAS_INDICATOR (deferred->before));
      g_ptr_array_remove_index (run->respaced, i);
      g_ptr_array_sort (run->import->refusals, compare_refusals);
      i = 0;
    }

  return TRUE;
}

/* ---- rows that are written later ---- */

static void
late_clear (gpointer data)
{
  g_clear_error (&((Late *) data)->error);
}

static void
refuse_late (guint         line,
             const GError *error,
             gpointer      user_data)
{
  Run *run = user_data;
  Late late = { line, g_error_copy (error) };

  g_array_append_val (run->late, late);
  run->import->counts.n_new--;
}

/* Where rows are written behind those that are read, a row is half done when it was read. */
static void
tell_progress (Run *run)
{
  guint64 done = run->bulk != NULL ? (run->n_read + run->n_written) / 2 : run->n_read;

  if (run->progress != NULL)
    run->progress (done, run->import->dialect->n_rows, run->progress_data);
}

static void
on_written (guint64  done,
            guint64  total,
            gpointer user_data)
{
  Run *run = user_data;

  run->n_written = done;
  tell_progress (run);
}

static TrasBulk *
new_bulk (Run *run)
{
  TrasImport *self = run->import;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  TrasBulk *bulk;

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (fields,
                     (gpointer) g_array_index (self->columns, TrasImportColumn, i).field);
  bulk = tras_bulk_new (run->db, self->type, fields, refuse_late, run);
  tras_bulk_watch (bulk, on_written, run, run->cancellable);

  return bulk;
}

static int
compare_late (gconstpointer a,
              gconstpointer b)
{
  const Late *x = a, *y = b;

  return (x->line > y->line) - (x->line < y->line);
}

/* Writes what waits, and looks up again what stood in the rows that were refused. */
static gboolean
take_bulk (Run     *run,
           GError **error)
{
  g_autoptr (TrasCsvReader) reader = NULL;
  const TrasCsvRow *row;
  guint i = 0;

  if (!tras_bulk_flush (run->bulk, error))
    return FALSE;
  if (run->late->len == 0)
    return TRUE;

  run->cells.culprit = NULL;
  g_array_sort (run->late, compare_late);
  reader = tras_csv_dialect_open (run->import->dialect);
  while (i < run->late->len && (row = tras_csv_reader_next (reader, error)) != NULL)
    {
      Late *late = &g_array_index (run->late, Late, i);

      if (late->line != row->line)
        continue;
      g_array_set_size (run->cells.waiting, 0);
      if (!tras_cells_read (&run->cells, row, error) ||
          !refuse_for_error (run, row, row->line, NULL, g_steal_pointer (&late->error), error))
        return FALSE;
      i++;
    }
  g_ptr_array_sort (run->import->refusals, compare_refusals);

  return *error == NULL;
}

/* ---- the run ---- */

static gboolean
take_rows (Run     *run,
           GError **error)
{
  TrasImport *self = run->import;
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (self->dialect);
  const TrasField *code = tras_table_find_field (self->table, "code");
  const TrasCsvRow *row;

  if (code != NULL && tras_import_find_column (self->columns, code) != NULL)
    code = NULL;
  if (tras_table_has_flag (self->table, TRAS_FIELD_KEY))
    run->bulk = new_bulk (run);

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      GError *problem = NULL;

      if (run->n_read % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
            return FALSE;
          tell_progress (run);
        }
      run->n_read++;
      if (tras_csv_row_is_empty (row))
        continue;

      g_array_set_size (run->cells.waiting, 0);
      /* The store gave the last row a code of its own. */
      if (code != NULL)
        tras_record_clear (run->cells.row, code);
      if (take_row (run, row, &problem))
        defer (run, row->line);
      else if (!refuse_for_error (run, row, row->line, NULL, problem, error))
        return FALSE;
    }

  if (*error != NULL || (run->bulk != NULL && !take_bulk (run, error)))
    return FALSE;

  return take_all_deferred (run, error) && check_periods (run, error) &&
         tras_import_follow_up (run->followed, run->db, error);
}

static void
run_clear (Run *run)
{
  tras_cells_clear (&run->cells);
  g_clear_pointer (&run->existing, tras_existing_free);
  g_clear_pointer (&run->book, tras_formula_book_unref);
  g_clear_object (&run->before);
  g_clear_pointer (&run->deferred, g_ptr_array_unref);
  g_clear_pointer (&run->respaced, g_ptr_array_unref);
  g_clear_pointer (&run->followed, g_hash_table_unref);
  g_clear_pointer (&run->bulk, tras_bulk_free);
  g_clear_pointer (&run->late, g_array_unref);
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
 * Takes all rows in one edit, or, without %TRAS_IMPORT_PARTIAL, none where one is refused. A dry
 * run writes the rows and takes the edit back, so that it refuses what the real one would refuse.
 * What follows from the rows, as tras_follow_up_deviation(), is part of the edit.
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
  g_auto (Run) run = {
    .import = self,
    .db = db,
    .flags = flags,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *label = NULL;
  GPtrArray *created;
  gboolean take;

  g_return_val_if_fail (TRAS_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (!tras_db_in_edit (db), FALSE);

  self->counts = (TrasImportCounts) { 0 };
  self->edit = 0;
  g_ptr_array_set_size (self->refusals, 0);
  g_ptr_array_set_size (self->created, 0);

  run.deferred = g_ptr_array_new_with_free_func (deferred_free);
  run.respaced = g_ptr_array_new_with_free_func (deferred_free);
  run.followed = tras_import_follow_new ();
  run.late = g_array_new (FALSE, FALSE, sizeof (Late));
  g_array_set_clear_func (run.late, late_clear);

  label = g_strdup_printf (_("Import: %s"), g_dgettext (GETTEXT_PACKAGE, self->table->plural));
  if (!tras_db_begin (db, label, error))
    return FALSE;

  if (!tras_cells_init (&run.cells, db, self->type, self->dialect, self->columns,
                        (flags & TRAS_IMPORT_CREATE) != 0, &local_error) ||
      (run.existing = tras_existing_load (db, self->type, &local_error)) == NULL ||
      (self->type == TRAS_TYPE_INDICATOR &&
       (run.book = tras_formula_book_load (db, &local_error)) == NULL) ||
      !take_rows (&run, &local_error))
    {
      tras_db_rollback (db);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  created = tras_cells_get_created (&run.cells);
  for (guint i = 0; created != NULL && i < created->len; i++)
    g_ptr_array_add (self->created, g_strdup (created->pdata[i]));

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
