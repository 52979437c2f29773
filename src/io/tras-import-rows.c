/* tras-import-rows.c: the rows of a file as records of one type
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
#include "tras-import-follow.h"
#include "tras-import-formulas.h"
#include "tras-import-private.h"
#include "tras-indicator-series.h"
#include "tras-purchase-rules.h"

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

/* What is known while rows are taken. */
typedef struct
{
  /* borrowed, of the run */
  TrasImportRun *run;
  TrasImport *import;
  TrasDb *db;
  TrasCells *cells;

  TrasExisting *existing;
  TrasFormulaBook *book;  /* where the rows are indicators */
  TrasRecord *before;     /* how the record of the row at hand was, where there is one */
  GPtrArray *deferred;
  GPtrArray *respaced;    /* Deferred, of indicators that get other periods */
  GHashTable *followed;
  TrasBulk *bulk;         /* where new records go that nothing refers to */
  GArray *late;           /* Late, of those */
  guint64 n_written;
} Rows;

/* A row that was refused when it was written, some rows later. */
typedef struct
{
  guint line;
  GError *error;
} Late;

static void
deferred_free (gpointer data)
{
  Deferred *deferred = data;

  g_clear_object (&deferred->before);
  g_free (deferred->name);
  g_free (deferred);
}

/* What of the record depends on other rows of its kind, and of others. */
static gboolean
complete (Rows        *self,
          TrasRecord  *record,
          TrasRecord  *before,
          GError     **error)
{
  return tras_import_check_record (self->cells, record, before, self->db, error) &&
         (self->book == NULL ||
          tras_import_take_source (self->cells, self->book, TRAS_INDICATOR (record), error));
}

static void
learn (Rows       *self,
       TrasRecord *record)
{
  tras_cells_learn (self->cells, record);
  if (self->book != NULL)
    tras_formula_book_add (self->book, TRAS_INDICATOR (record));
  tras_import_follow (self->followed, record);
}

/* Writes the row over the record that it is about. */
static gboolean
change (Rows        *self,
        TrasRecord  *found,
        GError     **error)
{
  TrasImport *import = self->import;
  g_autoptr (TrasRecord) record = tras_record_dup (found);

  for (guint i = 0; i < import->columns->len; i++)
    tras_cells_copy (record, self->cells->row,
                     g_array_index (import->columns, TrasImportColumn, i).field);

  if (!complete (self, record, found, error))
    return FALSE;
  if (self->cells->waiting->len == 0 && tras_record_equal (record, found))
    {
      import->counts.n_same++;
      return TRUE;
    }
  if (import->table->flags & TRAS_TABLE_APPEND_ONLY)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                           _("A movement is never changed; another one takes it back"));
      return FALSE;
    }
  if (!tras_db_update (self->db, record, error))
    return FALSE;

  self->cells->row->id = record->id;
  self->cells->row->version = record->version;
  import->counts.n_changed++;
  learn (self, record);
  tras_import_follow (self->followed, found);

  return TRUE;
}

/* Goods that came are in stock with their row, and an order of which all came is closed. */
static gboolean
insert_row (Rows        *self,
            TrasRecord  *row,
            GError     **error)
{
  TrasReceipt *receipt = TRAS_IS_RECEIPT (row) ? TRAS_RECEIPT (row) : NULL;
  gint64 movement_id;

  if (receipt == NULL)
    return tras_db_insert (self->db, row, error);

  movement_id = receipt->movement_id;
  if (!tras_receipt_book (receipt, self->db, error) || !tras_db_insert (self->db, row, error))
    return FALSE;
  /* The record serves for the next row too. */
  receipt->movement_id = movement_id;

  return tras_purchase_close_if_received (self->db, receipt->line_id, error);
}

static gboolean
take_row (Rows              *self,
          const TrasCsvRow  *row,
          GError           **error)
{
  g_clear_object (&self->before);
  self->cells->row->id = 0;
  self->cells->row->version = 0;
  if (!tras_cells_read (self->cells, row, error) ||
      !tras_existing_find (self->existing, self->cells->row, row->line, &self->before, error))
    return FALSE;

  if (self->before != NULL)
    return change (self, self->before, error);

  if (!complete (self, self->cells->row, NULL, error) ||
      !(self->bulk != NULL ? tras_bulk_add (self->bulk, self->cells->row, row->line, error)
                           : insert_row (self, self->cells->row, error)))
    return FALSE;
  self->import->counts.n_new++;
  if (self->bulk == NULL)
    learn (self, self->cells->row);

  return TRUE;
}

/* Of the row that was taken. */
static Deferred *
deferred_new (Rows             *self,
              TrasImportColumn *column,
              char             *name,
              guint             line)
{
  Deferred *deferred = g_new0 (Deferred, 1);

  deferred->id = self->cells->row->id;
  deferred->before = self->before != NULL ? g_object_ref (self->before) : NULL;
  deferred->column = column;
  deferred->name = name;
  deferred->line = line;

  return deferred;
}

/* The references of the row that may lead further down wait until all rows are there, and so does
 * what formulas say to an indicator's new periods. */
static void
defer (Rows  *self,
       guint  line)
{
  TrasIndicator *row = self->book != NULL ? TRAS_INDICATOR (self->cells->row) : NULL;
  TrasIndicator *before = row != NULL ? (TrasIndicator *) self->before : NULL;

  for (guint i = 0; i < self->cells->waiting->len; i++)
    {
      TrasWaiting *waiting = &g_array_index (self->cells->waiting, TrasWaiting, i);

      g_ptr_array_add (self->deferred, deferred_new (self, waiting->column,
                                                     g_steal_pointer (&waiting->name), line));
    }

  if (before != NULL && tras_indicator_get_every (row) != tras_indicator_get_every (before))
    {
      TrasImportColumn *column =
        tras_import_find_column (self->import->columns,
                                 tras_table_find_field (self->import->table, "every"));

      if (column != NULL)
        g_ptr_array_add (self->respaced, deferred_new (self, column, g_strdup (row->every), line));
    }
}

static gboolean
take_deferred (Rows      *self,
               Deferred  *deferred,
               GError   **error)
{
  gboolean refers = deferred->column->field->type == TRAS_VALUE_REFERENCE;
  g_autoptr (TrasRecord) record = NULL;
  gint64 id;

  self->cells->culprit = deferred->column;
  if (refers && !tras_cells_resolve (self->cells, deferred->column, deferred->name,
                                     strlen (deferred->name), &id, error))
    return FALSE;

  record = tras_db_load (self->db, self->import->type, deferred->id, error);
  if (record == NULL)
    return FALSE;
  if (refers)
    tras_record_set_int (record, deferred->column->field, id);
  else if (!tras_import_resolve_formula (self->book, TRAS_INDICATOR (record), deferred->name,
                                         error))
    return FALSE;
  if (!tras_db_update (self->db, record, error))
    return FALSE;
  if (!refers)
    tras_formula_book_add (self->book, TRAS_INDICATOR (record));

  return TRUE;
}

/* Takes back the row of a reference that leads nowhere. One that other rows refer to by now stays,
 * without its reference. */
static gboolean
drop_deferred (Rows      *self,
               Deferred  *deferred,
               GError   **error)
{
  g_autoptr (TrasRecord) record =
    tras_db_load (self->db, self->import->type, deferred->id, error);
  g_autoptr (GError) local_error = NULL;

  if (record == NULL)
    return FALSE;

  if (deferred->before != NULL)
    {
      self->import->counts.n_changed--;
      deferred->before->version = record->version;
      return tras_db_update (self->db, deferred->before, error);
    }

  if (tras_db_delete (self->db, record, &local_error))
    self->import->counts.n_new--;
  else if (!g_error_matches (local_error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_all_deferred (Rows    *self,
                   GError **error)
{
  for (guint i = 0; i < self->deferred->len; i++)
    {
      Deferred *deferred = self->deferred->pdata[i];
      GError *problem = NULL;

      if (take_deferred (self, deferred, &problem))
        continue;
      if (!tras_import_run_refuse_error (self->run, NULL, deferred->line, deferred->name, problem,
                                         error))
        return FALSE;
      if ((self->run->flags & TRAS_IMPORT_PARTIAL) && !drop_deferred (self, deferred, error))
        return FALSE;
    }

  return TRUE;
}

/* Refuses the rows that give an indicator other periods than a formula needs, which may be one of
 * the file too. What is put back may leave another one of them without its input. */
static gboolean
check_periods (Rows    *self,
               GError **error)
{
  guint i = 0;

  while (i < self->respaced->len)
    {
      Deferred *deferred = self->respaced->pdata[i];
      g_autoptr (TrasIndicator) record =
        tras_db_load (self->db, self->import->type, deferred->id, error);
      GError *problem = NULL;

      if (record == NULL)
        return FALSE;
      if (tras_import_check_periods (self->book, record, &problem))
        {
          i++;
          continue;
        }

      self->cells->culprit = deferred->column;
      if (!tras_import_run_refuse_error (self->run, NULL, deferred->line, deferred->name, problem,
                                         error) ||
          ((self->run->flags & TRAS_IMPORT_PARTIAL) && !drop_deferred (self, deferred, error)))
        return FALSE;
      tras_formula_book_add (self->book, TRAS_INDICATOR (deferred->before));
      g_ptr_array_remove_index (self->respaced, i);
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
  Rows *self = user_data;
  Late late = { line, g_error_copy (error) };

  g_array_append_val (self->late, late);
  self->import->counts.n_new--;
}

/* Where rows are written behind those that are read, a row is half done when it was read. */
static void
tell_progress (Rows *self)
{
  guint64 done = self->bulk != NULL ? (self->run->n_read + self->n_written) / 2 : self->run->n_read;

  if (self->run->progress != NULL)
    self->run->progress (done, self->import->dialect->n_rows, self->run->progress_data);
}

static void
on_written (guint64  done,
            guint64  total,
            gpointer user_data)
{
  Rows *self = user_data;

  self->n_written = done;
  tell_progress (self);
}

static TrasBulk *
new_bulk (Rows *self)
{
  TrasImport *import = self->import;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  TrasBulk *bulk;

  for (guint i = 0; i < import->columns->len; i++)
    g_ptr_array_add (fields,
                     (gpointer) g_array_index (import->columns, TrasImportColumn, i).field);
  bulk = tras_bulk_new (self->db, import->type, fields, refuse_late, self);
  tras_bulk_watch (bulk, on_written, self, self->run->cancellable);

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
take_bulk (Rows    *self,
           GError **error)
{
  g_autoptr (TrasCsvReader) reader = NULL;
  const TrasCsvRow *row;
  guint i = 0;

  if (!tras_bulk_flush (self->bulk, error))
    return FALSE;
  if (self->late->len == 0)
    return TRUE;

  self->cells->culprit = NULL;
  g_array_sort (self->late, compare_late);
  reader = tras_csv_dialect_open (self->import->dialect);
  while (i < self->late->len && (row = tras_csv_reader_next (reader, error)) != NULL)
    {
      Late *late = &g_array_index (self->late, Late, i);

      if (late->line != row->line)
        continue;
      g_array_set_size (self->cells->waiting, 0);
      if (!tras_cells_read (self->cells, row, error) ||
          !tras_import_run_refuse_error (self->run, row, row->line, NULL,
                                         g_steal_pointer (&late->error), error))
        return FALSE;
      i++;
    }

  return *error == NULL;
}

static gboolean
take_rows (Rows    *self,
           GError **error)
{
  TrasImport *import = self->import;
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (import->dialect);
  const TrasField *code = tras_table_find_field (import->table, "code");
  const TrasCsvRow *row;

  if (code != NULL && tras_import_find_column (import->columns, code) != NULL)
    code = NULL;
  if (tras_table_has_flag (import->table, TRAS_FIELD_KEY))
    self->bulk = new_bulk (self);

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      GError *problem = NULL;

      if (self->run->n_read % TRAS_IMPORT_PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (self->run->cancellable, error))
            return FALSE;
          tell_progress (self);
        }
      self->run->n_read++;
      if (tras_csv_row_is_empty (row))
        continue;

      g_array_set_size (self->cells->waiting, 0);
      /* The store gave the last row a code of its own. */
      if (code != NULL)
        tras_record_clear (self->cells->row, code);
      if (take_row (self, row, &problem))
        defer (self, row->line);
      else if (!tras_import_run_refuse_error (self->run, row, row->line, NULL, problem, error))
        return FALSE;
    }

  if (*error != NULL || (self->bulk != NULL && !take_bulk (self, error)))
    return FALSE;

  return take_all_deferred (self, error) && check_periods (self, error) &&
         tras_import_follow_up (self->followed, self->db, error);
}

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->existing, tras_existing_free);
  g_clear_pointer (&self->book, tras_formula_book_unref);
  g_clear_object (&self->before);
  g_clear_pointer (&self->deferred, g_ptr_array_unref);
  g_clear_pointer (&self->respaced, g_ptr_array_unref);
  g_clear_pointer (&self->followed, g_hash_table_unref);
  g_clear_pointer (&self->bulk, tras_bulk_free);
  g_clear_pointer (&self->late, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

/**
 * tras_import_run_rows:
 * @run: a run whose cells are ready
 * @error: what keeps it from going on; that rows are refused is no error
 *
 * Takes every row as a record: a new one, or over the one that it is about. What follows from the
 * rows, as tras_follow_up_deviation(), is done with them.
 */
gboolean
tras_import_run_rows (TrasImportRun  *run,
                      GError        **error)
{
  g_auto (Rows) self = {
    .run = run,
    .import = run->import,
    .db = run->db,
    .cells = &run->cells,
    .deferred = g_ptr_array_new_with_free_func (deferred_free),
    .respaced = g_ptr_array_new_with_free_func (deferred_free),
    .followed = tras_import_follow_new (),
    .late = g_array_new (FALSE, FALSE, sizeof (Late)),
  };
  GType type = run->import->type;

  g_array_set_clear_func (self.late, late_clear);
  self.existing = tras_existing_load (run->db, type, error);
  if (self.existing == NULL ||
      (type == TRAS_TYPE_INDICATOR &&
       (self.book = tras_formula_book_load (run->db, error)) == NULL))
    return FALSE;

  return take_rows (&self, error);
}
