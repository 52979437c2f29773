/* tras-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-count-row.h"
#include "tras-error.h"
#include "tras-firm.h"
#include "tras-import-actions.h"
#include "tras-import-private.h"
#include "tras-import-reasons.h"
#include "tras-kind-columns.h"
#include "tras-person.h"
#include "tras-plan-row.h"

G_DEFINE_TYPE (TrasImport, tras_import, G_TYPE_OBJECT)

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

/**
 * tras_import_run_refuse:
 * @run: a run
 * @line: the line of a row
 * @column: (nullable): the column that will not do, %NULL for the whole row
 * @value: (transfer full) (nullable): what stands there
 * @reason: why not, a sentence without its full stop
 *
 * Counts a row as refused.
 */
void
tras_import_run_refuse (TrasImportRun          *run,
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

/**
 * tras_import_run_refuse_error:
 * @run: a run, whose cells know the column
 * @row: (nullable): the row, where @value does not say it
 * @line: its line
 * @value: (nullable): what stands in the column
 * @problem: (transfer full): what is wrong
 * @error: gets @problem where it is about more than the row
 *
 * Turns an error about a row into a refusal.
 *
 * Returns: whether it was one
 */
gboolean
tras_import_run_refuse_error (TrasImportRun     *run,
                              const TrasCsvRow  *row,
                              guint              line,
                              const char        *value,
                              GError            *problem,
                              GError           **error)
{
  const TrasImportColumn *column = run->cells.culprit;
  g_autofree char *reason = NULL;
  const TrasField *field;
  g_autofree char *shown = g_strdup (value);

  if (!is_about_row (problem))
    {
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
  if (shown == NULL && column != NULL && column->index < row->n_cells)
    shown = tras_csv_cell_dup_text (&row->cells[column->index]);
  tras_import_run_refuse (run, line, column, g_steal_pointer (&shown),
                          reason != NULL ? reason : problem->message);
  g_error_free (problem);

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

/**
 * tras_import_run_step:
 * @run: a run
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Another row was read: tells how far it is, now and then.
 *
 * Returns: whether to go on
 */
gboolean
tras_import_run_step (TrasImportRun  *run,
                      GError        **error)
{
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (run->progress != NULL && run->n_read % TRAS_IMPORT_PROGRESS_ROWS == 0)
    run->progress (run->n_read, run->import->dialect->n_rows, run->progress_data);
  run->n_read++;

  return TRUE;
}

/* ---- the run ---- */

static void
run_clear (TrasImportRun *run)
{
  tras_cells_clear (&run->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrasImportRun, run_clear)

/* Nobody writes what is not shown to them, nor tries out whether it is what stands there. */
static gboolean
check_hour_costs (TrasImport  *self,
                  TrasDb      *db,
                  GError     **error)
{
  const TrasField *field = tras_post_get_hour_cost ();
  const TrasImportColumn *column = tras_import_find_column (self->columns, field);
  g_autoptr (TrasFirm) firm = NULL;

  if (column == NULL)
    return TRUE;
  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL || tras_firm_shows_hour_cost (firm, tras_db_get_author (db)))
    return firm != NULL;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
               /* Translators: %s is the header of a column of a CSV file */
               _("The column “%s” cannot be imported, since the firm does not show you what an "
                 "hour of work costs; import the file without it"),
               column->header);

  return FALSE;
}

static gboolean
take_rows (TrasImportRun  *run,
           GError        **error)
{
  if (run->import->type == TRAS_TYPE_PLAN_ROW)
    return tras_import_run_plan (run, error);
  if (run->import->type == TRAS_TYPE_COUNT_ROW)
    return tras_import_run_counts (run, error);

  return tras_import_run_rows (run, error);
}

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
 * Whom the firm does not show what an hour of work costs cannot import a column of it.
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
  g_auto (TrasImportRun) run = {
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
  if (!check_hour_costs (self, db, error))
    return FALSE;

  label = g_strdup_printf (_("Import: %s"), g_dgettext (GETTEXT_PACKAGE, self->table->plural));
  if (!tras_db_begin (db, label, error))
    return FALSE;

  if (!tras_cells_init (&run.cells, db, self->type, self->dialect, self->columns,
                        (flags & TRAS_IMPORT_CREATE) != 0, &local_error) ||
      !take_rows (&run, &local_error))
    {
      tras_db_rollback (db);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_ptr_array_sort (self->refusals, compare_refusals);

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
